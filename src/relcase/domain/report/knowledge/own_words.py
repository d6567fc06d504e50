"""The sentences that a record allows: those that it holds, and those made from it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from relcase.domain import absolute, large_number
from relcase.domain.alone import plain_label
from relcase.domain.amounts import interval, large, worded
from relcase.domain.conversions import e_values
from relcase.domain.evidence import Entry, Statistic


def own_words(entry: Entry, made: Sequence[str]) -> Iterator[str]:
    """What may be said of an entry; ``made`` is what the store has made of it already."""
    yield entry.headline
    yield from entry.caveats
    for name in ("claim", "text", "no_figure", "design_note", "heterogeneity"):
        if told := getattr(entry, name, None):
            yield str(told)
    yield from (one.note for one in entry.see_also if one.note)
    if isinstance(entry, Statistic):
        yield from _of_figures(entry)
        yield from _on_a_slide(entry)
        yield from _answers(entry)
    yield from (one for one in made if one)


def _of_figures(statistic: Statistic) -> Iterator[str]:
    """What is put for its popular versions, and its figures as they are listed."""
    yield from (one.better for one in statistic.said)
    yield from (one.label for one in statistic.figures)
    yield from (plain_label(one) for one in statistic.figures)
    yield from (one.note for one in statistic.figures if one.note)
    for one in statistic.figures:
        yield f"Figure: {worded(one)}; {one.label}."
        yield f"Figure: {worded(one)}; {plain_label(one)}."
    yield from (f"{one.label} ({interval(one)})" for one in statistic.figures)


def _answers(statistic: Statistic) -> Iterator[str]:
    """What a sceptic is answered about the size of its lead figure."""
    lead = statistic.lead
    if lead is None:
        return
    yield f"{worded(lead)}: {lead.label}."
    for one in absolute.illustrative(lead):
        yield f"As an illustration, not from the study: {absolute.in_words(one)}."
    if pair := absolute.of_statistic(statistic):
        yield f"{lead.outcome or statistic.outcome}: {large_number.in_words(pair, lead)}."
    if statistic.claim_type == "association" and (found := e_values(lead)):
        yield absolute.e_value_in_words(found)


def _on_a_slide(statistic: Statistic) -> Iterator[str]:
    """The lines in which a slide tells its number."""
    number = large_number.of_statistic(statistic)
    if number is None:
        return
    yield f"{number.large} {number.of}"
    if number.other:
        yield f"{number.other} {number.other_of}".rstrip()
    yield number.label
    for one in statistic.figures:
        if one.group:
            yield f"{one.group} {large(one)}"
        if one.reference_group and one.reference_value:
            other = replace(one, estimate=one.reference_value)
            yield f"{one.reference_group} {large(other)}"
