"""A figure in plain numbers of people: from the study, or marked as an illustration."""

from collections.abc import Iterator

from relcase.domain import absolute
from relcase.domain.content import Block, Heading, Paragraph, Table, Text, line
from relcase.domain.conversions import e_values
from relcase.domain.evidence import Figure, Statistic

NOT_CHANCES = (
    "An odds ratio is not a ratio of chances: the chance itself differs by less, and by "
    "how much depends on how common the outcome is."
)


def blocks(statistic: Statistic) -> Iterator[Block]:
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
        needed = absolute.number_needed_in_words(pair)
        said = in_words(pair, lead)
        yield Paragraph(line(f"{said[0].upper()}{said[1:]}{_groups(lead)}."))
        if needed and statistic.claim_type == "effect":
            yield Paragraph(line(needed))
    else:
        yield from _illustrated(lead, tried)
    if statistic.claim_type == "association" and (found := e_values(lead)):
        yield Paragraph(line(absolute.e_value_in_words(found)))


def in_words(pair: absolute.Pair, lead: Figure) -> str:
    """The pair of the lead figure, and whether a ratio was applied to a baseline."""
    said = absolute.in_words(pair, interval=True)
    if pair.source != "baseline":
        return said
    assumed = lead.baseline is not None and lead.baseline.assumed
    return f"applied to {'an assumed' if assumed else 'the stated'} baseline, {said}"


def _groups(figure: Figure) -> str:
    if not (figure.group and figure.reference_group):
        return ""
    return f" ({figure.group}; {figure.reference_group})"


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
