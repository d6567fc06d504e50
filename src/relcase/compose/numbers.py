"""A figure in plain numbers of people: from the study, or marked as an illustration."""

from collections.abc import Iterator

from relcase.domain import absolute, large_number
from relcase.domain.casing import capital
from relcase.domain.content import Block, Heading, Paragraph, Table, Text, line
from relcase.domain.conversions import e_values
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.vocabulary import Certainty

NOT_CHANCES = (
    "An odds ratio is not a ratio of chances: the chance itself differs by less, and by "
    "how much depends on how common the outcome is."
)


_MAY_BE_CAUSE: tuple[Certainty, ...] = ("high", "moderate", "low")


def blocks(statistic: Statistic, certainty: Certainty | None) -> Iterator[Block]:
    """How large the lead figure is among 100 people; nothing where that makes no sense."""
    lead = statistic.lead
    pair = absolute.of_statistic(statistic)
    tried = absolute.illustrative(lead) if lead and pair is None else ()
    if lead is None or not (pair or tried):
        return
    yield Heading(line("In plain numbers"), 2)
    if lead.measure == "odds_ratio":
        yield Paragraph(line(NOT_CHANCES))
    if pair is not None:
        said = large_number.in_words(pair, lead)
        yield Paragraph(line(f"{capital(said)}{groups(lead)}."))
        if needed := number_needed(statistic, pair, certainty):
            yield Paragraph(line(needed))
    else:
        yield from _illustrated(lead, tried)
    if statistic.claim_type == "association" and (found := e_values(lead)):
        yield Paragraph(line(absolute.e_value_in_words(found)))


def groups(figure: Figure) -> str:
    """Which group is which, in brackets: the one the figure is about first."""
    if not (figure.group and figure.reference_group):
        return ""
    return f" ({figure.group}; {figure.reference_group})"


def number_needed(
    statistic: Statistic, pair: absolute.Pair, certainty: Certainty | None
) -> str | None:
    """How many people make one more or fewer, where the study may speak of a cause.

    A number needed to treat says that treating makes the difference; so it is left out
    wherever the sentence says that what made it is not known.
    """
    if statistic.claim_type != "effect" or certainty not in _MAY_BE_CAUSE:
        return None
    lead = statistic.lead
    outcome = (lead.outcome if lead else None) or statistic.outcome
    return absolute.number_needed_in_words(pair, outcome)


def _illustrated(figure: Figure, pairs: tuple[absolute.Pair, ...]) -> Iterator[Block]:
    yield Paragraph(
        line(
            Text("Not from the study: ", "b"),
            "how common the outcome was is not in the record. If the number were the "
            "same everywhere, it would mean:",
        )
    )
    first = figure.group or "the one group"
    second = figure.reference_group or "the other group"
    rows = tuple(
        (
            line(f"{pair.second:,} in {pair.denominator:,}"),
            line(f"about {pair.first:,} in {pair.denominator:,}"),
            line(_range(pair)),
        )
        for pair in pairs
    )
    yield Table((f"If, of {second},", f"then, of {first},", "likely between"), rows)


def _range(pair: absolute.Pair) -> str:
    if pair.low is None or pair.high is None:
        return "not known"
    return f"{pair.low:,} and {pair.high:,}"
