"""The questions a sceptic asks of a statistic, answered from its record.

What the record does not hold is "not known": an honest gap is easier to defend than a
guess.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from relcase.compose import numbers
from relcase.compose.card import country_names
from relcase.compose.listing import bibliography, listed_in_words
from relcase.domain import absolute, amounts, large_number
from relcase.domain.answer import Otherwise
from relcase.domain.audience import Question
from relcase.domain.casing import capital
from relcase.domain.certainty.rating import Rating
from relcase.domain.content import (
    Block,
    Document,
    Heading,
    Line,
    Paragraph,
    Text,
    ended,
    line,
)
from relcase.domain.conversions import e_values
from relcase.domain.evidence import Entry, Figure, Statistic
from relcase.domain.fit import Fit
from relcase.domain.formatted import Formatted
from relcase.domain.record import Record
from relcase.domain.vocabulary import Certainty, spoken

NOT_KNOWN = "Not known: the record does not say."
AGAINST: Question = "What is the evidence against it?"
_COSTS = ("money", "benefit_cost_ratio")


def compose(
    record: Record,
    sources: Formatted,
    otherwise: Sequence[Otherwise] = (),
) -> Document:
    """Question and answer, in the order they are asked.

    ``otherwise`` is what the stores hold besides that found nothing clear or the
    contrary; what the record itself calls contrary is told without it too.
    """
    heading = Heading(line(record.entry.headline), 1)
    if not isinstance(record.entry, Statistic):
        told = "Only statistics are challenged; this entry makes no claim of size."
        return Document((heading, Paragraph(line(told))))
    blocks: list[Block] = [heading]
    for question, paragraphs in answers(record, sources, otherwise).items():
        blocks.append(Heading(line(question), 2))
        blocks += [Paragraph(one) for one in paragraphs]
    blocks += bibliography(sources)
    return Document(tuple(blocks))


def answers(
    record: Record,
    sources: Formatted,
    otherwise: Sequence[Otherwise] = (),
    *,
    brief: bool = False,
) -> dict[Question, tuple[Line, ...]]:
    """Each question with its answers; none of an entry that is no statistic.

    ``brief`` is for a paper that answers for many: one illustration instead of three, and
    the certainty in two sentences instead of step by step.
    """
    entry = record.entry
    if not isinstance(entry, Statistic):
        return {}
    found: dict[Question, Iterator[Line]] = {
        "Says who?": _who(entry, sources),
        "Compared with what?": _compared(entry),
        "How big is it, in plain numbers?": _size(
            entry, record.rating.word if record.rating else None, brief=brief
        ),
        "How sure is it?": _sure(record, entry, brief=brief),
        "Is it the cause, or only in its company?": _cause(record, entry),
        "Would it work here?": _here(entry, record.fit),
        "What would it cost, and is it cashable?": _cost(entry),
        AGAINST: _against(entry, sources, otherwise),
    }
    return {
        question: tuple(told) or (line(NOT_KNOWN),) for question, told in found.items()
    }


def keys_of(entry: Entry, otherwise: Sequence[Otherwise] = ()) -> tuple[str, ...]:
    """The sources that the answers cite: its own, and those that found otherwise."""
    contrary = (
        one.key for one in getattr(entry, "see_also", ()) if one.relation == "contrary"
    )
    found = (one.source for one in otherwise)
    return tuple(dict.fromkeys((entry.source.key, *found, *contrary)))


def _who(entry: Statistic, sources: Formatted) -> Iterator[Line]:
    cited = sources.citations.get(entry.source.key)
    where = f", {entry.source.locator}" if entry.source.locator else ""
    yield ended(cited.narrative if cited else entry.source.key, where)
    reviewed = {True: "It was peer reviewed.", False: "It was not peer reviewed."}
    told = [reviewed[entry.peer_reviewed]] if entry.peer_reviewed is not None else []
    if entry.evaluator and entry.evaluator != "unknown":
        told.append(_EVALUATORS[entry.evaluator])
    checked = entry.verification
    told.append(f"How far we checked: {spoken(checked.level)} ({checked.on}).")
    yield line(" ".join(told))


_EVALUATORS = {
    "independent": "Who evaluated it is independent of who delivers it.",
    "developer": "Who developed the programme evaluated it.",
    "deliverer": "Who delivers the programme evaluated it.",
    "mixed": "Some who evaluated it also developed or deliver the programme.",
}


def _compared(entry: Statistic) -> Iterator[Line]:
    if entry.comparator.kind == "none":
        yield line("With nothing: there was no comparison group.")
        return
    where = entry.comparator.geography
    place = "" if where in ("not_applicable", "not_reported") else f" ({where})"
    yield line(f"{capital(entry.comparator.text)}{place}.")


def _size(
    entry: Statistic, certainty: Certainty | None, *, brief: bool
) -> Iterator[Line]:
    lead = entry.lead
    if lead is None:
        if entry.no_figure:
            yield line(f"There is no figure: {entry.no_figure}")
        return
    pair = absolute.of_statistic(entry)
    if pair is not None:
        outcome = lead.outcome or entry.outcome
        said = large_number.in_words(pair, lead)
        yield line(f"{capital(outcome)}: {said}{numbers.groups(lead)}.")
        if needed := numbers.number_needed(entry, pair, certainty):
            yield line(needed)
        return
    other = ""
    if lead.reference_value:
        value = amounts.large(replace(lead, estimate=lead.reference_value))
        other = f" ({lead.reference_group or 'those compared'}: {value})"
    yield line(f"{capital(amounts.worded(lead))}: {lead.label}{other}.")
    tried = absolute.illustrative(lead)[: 1 if brief else None]
    for one in tried:
        yield line(f"As an illustration, not from the study: {absolute.in_words(one)}.")
    if tried:
        which = "How near that is" if brief else "Which of them is near"
        yield line(f"{which} depends on how common it is where you are.")
    elif lead.measure not in ("percent", "vote_count", "count", "money"):
        yield line(_NO_PEOPLE, _scale(lead))


_NO_PEOPLE = "It is no share of people, so no number in a hundred can be given."


def _scale(lead: Figure) -> str:
    if lead.measure == "standardised_mean_difference":
        return " As a rule of thumb, 0.2 is small, 0.5 medium and 0.8 large."
    if lead.scale and lead.scale.min and lead.scale.max:
        return f" The scale runs from {lead.scale.min} to {lead.scale.max}."
    return ""


def _sure(record: Record, entry: Statistic, *, brief: bool) -> Iterator[Line]:
    if record.rating is None:
        return
    word, reasons = record.rating.word, " ".join(record.rating.reasons)
    if brief:
        reasons = _in_short(record.rating, entry)
    if word == "not_rated":
        yield line(reasons)
    else:
        yield line(Text(f"{capital(spoken(word))} certainty. ", "b"), reasons)
    if entry.lead and (around := amounts.interval(entry.lead)):
        yield line(f"The interval: {around}.")


def _in_short(rating: Rating, entry: Statistic) -> str:
    """What a rating rests on and what counts against it, without the steps."""
    if rating.word == "not_rated":
        return " ".join(rating.reasons)
    told = [f"It rests on: {spoken(entry.design)}."]
    for parts, words in ((("up",), "What raises it"), (("down", "cap"), "Its limits")):
        found = [
            step.reason.partition(": ")[2].rstrip(".")
            for step in rating.steps
            if step.part in parts
        ]
        if found:
            told.append(f"{words}: {'; '.join(found)}.")
    told += [step.reason for step in rating.steps if step.part == "override"]
    return " ".join(told)


def _cause(record: Record, entry: Statistic) -> Iterator[Line]:
    design = spoken(entry.design)
    if entry.claim_type == "effect":
        word = record.rating.word if record.rating else "not_rated"
        why = (
            "chance decided who got what"
            if entry.design in _RANDOMISED
            else "nobody was assigned by chance, so something else may be behind it"
        )
        yield line(f"{_CAUSES[word]} ({design}): {why}.")
        return
    if entry.claim_type == "association":
        yield line(f"Company: the two were seen together ({design}).")
        allowed = ", ".join(entry.adjusted_for)
        yield line(
            f"The study allows for: {allowed}."
            if allowed
            else _ADJUSTED
            if entry.design == "cohort_adjusted"
            else "What the study allows for is not in the record."
        )
        if entry.lead and (found := e_values(entry.lead)):
            yield line(absolute.e_value_in_words(found))
        return
    yield line(f"Neither: it {_NEITHER[entry.claim_type]} ({design}).")


_ADJUSTED = (
    "The study allows for other differences between people; which ones is not in the "
    "record."
)
_NEITHER = {
    "description": "describes, and explains nothing",
    "economic": "counts costs and what is gained",
    "qualitative": "tells what people experienced",
}


_CAUSES = {
    "high": "The cause",
    "moderate": "Probably the cause",
    "low": "Perhaps the cause",
    "very_low": "That cannot be told from this",
    "not_rated": "That cannot be told from an illustration",
}
_RANDOMISED = ("meta_rct", "rct", "cluster_rct")


def _here(entry: Statistic, fit: Fit | None) -> Iterator[Line]:
    where = ", ".join(place for place in (entry.place, *country_names(entry)) if place)
    around = f"{where or 'several countries'}; data from: {spoken(entry.period)}"
    yield line(f"Who was studied: {entry.population.rstrip('.')} ({around}).")
    if fit is not None:
        yield line(Text(f"Fit to your case: {fit.word}. ", "b"), " ".join(fit.reasons))
    else:
        yield line("How near that is to your own case is for you to say.")


def _cost(entry: Statistic) -> Iterator[Line]:
    figures = [one for one in entry.figures if one.measure in _COSTS and one.estimate]
    if not figures:
        yield line("Not known: the record holds no cost.")
        return
    for one in figures:
        year = one.price_year
        priced = (
            f"prices of {year}" if year and year.isdigit() else "price year not stated"
        )
        yield line(f"{capital(one.label)}: {amounts.large(one)} ({priced}).")
    kind = entry.benefit_kind
    yield line(
        {
            None: "Whether any of it can be taken out of a budget is not known.",
            "cashable": "It can be taken out of a budget.",
            "capacity": "It frees time or places, and no money.",
            "social_value": "It is social value, and no money in a budget.",
        }[kind]
    )


def _against(
    entry: Statistic, sources: Formatted, otherwise: Sequence[Otherwise]
) -> Iterator[Line]:
    notes = {one.key: one.note for one in entry.see_also if one.relation == "contrary"}
    found = {one.source: one for one in otherwise if one.recorded}
    for key in (*found, *(key for key in notes if key not in found)):
        held = found[key].entry if key in found else None
        note = notes.get(key) or (held.headline if held else None)
        told = f": {note}" if note else ", recorded as finding otherwise"
        yield line(_named(key, found.get(key), sources), f"{told.rstrip('.')}.")
    related = [
        _named(one.source, one, sources)
        for one in otherwise
        if not one.recorded and one.source not in notes
    ]
    if related:
        about = (
            "On the same kind of outcome, perhaps in other people, no clear difference "
        )
        yield ended(about, "or the contrary was found by ", listed_in_words(related))
    if not (otherwise or notes):
        yield line("None is recorded here, which does not mean that there is none.")


def _named(key: str, one: Otherwise | None, sources: Formatted) -> Line:
    cited = sources.citations.get(key)
    return cited.narrative if cited else line(one.author_date if one else key)
