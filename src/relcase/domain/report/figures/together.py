"""Numbers that are each of the record, and are wrong together.

"22 of 18 studies" is more than the whole; "halved, to 15%" tells a change of one figure
with the number of another; "92% after three years" a number of another time.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from relcase.domain.amounts import of_reference, shown
from relcase.domain.evidence import Figure
from relcase.domain.measures import MEASURES
from relcase.domain.printed import value
from relcase.domain.report.words.splitting import stems_of
from relcase.domain.wording.numerals import Numeral, numerals
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import relative, traces

_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:the\s+|all\s+|these\s+)?").fullmatch
_TO = re.compile(r",?\s+(?:to|from)\s+(?:just\s+|only\s+|about\s+)?").fullmatch
_CHANGED = re.compile(r"halv|doubl|tripl|trebl|quadrupl")
_AT = re.compile(r"\b(?:after|at|by)\s+(?:a\s+|the\s+)?$")
_LATER = re.compile(r"\s+(?:later|on)\b")
_MOST = 0.5
"""What part of the words for an outcome a sentence has that names it."""
_AS_PRINTED = frozenset({"printed", "baseline"})


def together(reading: Reading, values: Sequence[Numeral]) -> dict[int, str]:
    """What is wrong with numbers beside one another, by where they start."""
    return {
        **dict(_of_too_few(reading)),
        **dict(_of_other_pair(reading, values)),
        **dict(_changed_to(reading, values)),
        **dict(_at_other_time(reading, values)),
    }


def _of_too_few(reading: Reading) -> Iterator[tuple[int, str]]:
    """A part that is more than its whole, where the record has one of the two."""
    for one, other in pairwise(reading.numerals):
        counts = {one.kind, other.kind} == {"number"} and one.value > other.value
        if not counts or not _OF(reading.lower, one.end, other.start):
            continue
        if known := _counted(reading, one, other):
            said = f"“{one.text} of {other.text}” is more than the whole"
            for it in (one, other):
                yield it.start, f"{said}; the record has {known}."


def _counted(reading: Reading, one: Numeral, other: Numeral) -> str:
    """The part and the whole of the record that two numbers are, exchanged or miscopied."""
    for figure in reading.statistic.figures:
        part, whole = value(figure.estimate), value(figure.denominator)
        if MEASURES[figure.measure].kind == "share":
            part = value(figure.events)
        if (
            part
            and whole
            and (part == other.value or whole in (one.value, other.value))
        ):
            return f"{part:g} of {whole:g}"
    return ""


def _changed_to(
    reading: Reading, values: Sequence[Numeral]
) -> Iterator[tuple[int, str]]:
    """A multiple of one figure, with the number of another behind it."""
    for one, other in pairwise(values):
        if not _CHANGED.match(one.text.lower()) or other.kind != "percent":
            continue
        if not _TO(reading.lower, one.end, other.start):
            continue
        figures = _shares(reading, other)
        mine = [it.figure for it in traces(reading, one) if relative(one, it)]
        if figures and not any(figure in mine for figure in figures):
            yield one.start, _not_so_many(one, figures[0])


def _of_other_pair(
    reading: Reading, values: Sequence[Numeral]
) -> Iterator[tuple[int, str]]:
    """What two shares make, told in the words of two others: "prolonged grief was halved"."""
    said = stems_of(reading.sentence)
    for one in values:
        found = [it for it in traces(reading, one) if it.figure is not None]
        if not found or not all(it.how == "pair" for it in found):
            continue
        told = [it.figure for it in found if it.figure is not None]
        for figure in reading.statistic.figures:
            pair = figure.measure == "percent" and figure.reference_value is not None
            if pair and all(_is_told_for(said, reading, figure, it) for it in told):
                yield one.start, _not_so_many(one, figure)
                break


def _is_told_for(
    said: frozenset[str], reading: Reading, one: Figure, other: Figure
) -> bool:
    """Whether a sentence names what one figure measures, and nothing of the other."""
    mine, theirs = (
        stems_of(it.outcome or reading.statistic.outcome) for it in (one, other)
    )
    own = (mine & stems_of(one.label)) - theirs
    named = len(own & said) >= _MOST * len(own)
    return bool(own) and named and said.isdisjoint(theirs - mine)


def _shares(reading: Reading, numeral: Numeral) -> list[Figure]:
    """The figures of two groups of which a number is one."""
    return [
        one.figure
        for one in traces(reading, numeral)
        if one.figure is not None
        and one.how in _AS_PRINTED
        and one.figure.measure == "percent"
        and value(one.figure.reference_value)
    ]


def _not_so_many(numeral: Numeral, figure: Figure) -> str:
    return f"You wrote {numeral.text}; the record has {two_shares(figure)}."


def two_shares(figure: Figure) -> str:
    """Two shares with their difference in per cent: "15% against 21%, which is 29% less"."""
    both = f"{shown(figure)} against {of_reference(figure)}"
    mine, theirs = value(figure.estimate), value(figure.reference_value)
    if mine is None or not theirs:
        return both
    change = 100 * (mine / theirs - 1)
    return f"{both}, which is {abs(change):.0f}% {'more' if change > 0 else 'less'}"


def _at_other_time(
    reading: Reading, values: Sequence[Numeral]
) -> Iterator[tuple[int, str]]:
    """A share of one time, told of the time at which the record has another."""
    spans = [one for one in reading.numerals if one.kind == "span"]
    if len(spans) != 1 or not _is_when(reading, spans[0]):
        return
    for one in values:
        figures = {
            id(it.figure): it.figure
            for it in (traces(reading, one) if one.kind == "percent" else ())
            if it.figure is not None and it.how in _AS_PRINTED
        }
        if len(figures) != 1:
            continue
        (figure,) = figures.values()
        own = _times(figure)
        for other in reading.statistic.figures:
            other_time = _times(other) if other.measure == figure.measure else []
            if own and _has(other_time, spans[0]) and not _has(own, spans[0]):
                yield one.start, _of_times(one, figure, other)
                break


def _is_when(reading: Reading, span: Numeral) -> bool:
    before = _AT.search(reading.lower, 0, span.hedge_start)
    return before is not None or _LATER.match(reading.lower, span.end) is not None


def _times(figure: Figure) -> list[Numeral]:
    """The times that the name of a figure gives."""
    return [one for one in numerals(figure.label) if one.kind == "span"]


def _has(times: Sequence[Numeral], span: Numeral) -> bool:
    return any(
        one.low <= span.value <= one.high or one.value == span.value for one in times
    )


def _of_times(numeral: Numeral, told: Figure, meant: Figure) -> str:
    return (
        f"“{numeral.text}” is of another time: the record has {shown(told)} for {told.label}, "
        f"and {shown(meant)} for {meant.label}."
    )
