"""Intervals of a sentence, and whether they belong to the estimate that they stand behind."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from relcase.domain.evidence import Figure
from relcase.domain.printed import value
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import traces, within

_BETWEEN_ENDS = re.compile(r"\s*(?:to|and|–|-|−|,|;)\s*").fullmatch
_OPENED = re.compile(r"(?:\b(?:ci|intervals?|confidence)\b)[^.;]{0,30}$").search
"""What stands before an interval: "(95% CI", "with a confidence interval of"."""
_SENTENCE = re.compile(r"[;:]|\.\s").search
_NAMED = re.compile(r"\b(?:ci|cis|intervals?|confidence)\b")


class _Interval(NamedTuple):
    """An estimate, and the ends of the interval behind it."""

    estimate: Numeral
    low: Numeral
    high: Numeral


def misplaced(reading: Reading, values: Sequence[Numeral]) -> dict[int, str]:
    """What is wrong with the ends of intervals that are another figure's."""
    found: dict[int, str] = {}
    for one in _intervals(reading, values):
        mine = [
            figure
            for figure in reading.statistic.figures
            if figure.low and figure.high and _tells(reading, one.estimate, figure)
        ]
        if not mine:
            continue
        best = max(mine, key=lambda figure: sum(_fits(reading, one, figure)))
        for end, fits in zip(
            (one.low, one.high), _fits(reading, one, best), strict=True
        ):
            if not fits:
                found[end.start] = (
                    f"“{end.text}” belongs to another figure: the record has "
                    f"{best.estimate} ({best.low} to {best.high}) for {best.label}."
                )
    return found


def _intervals(reading: Reading, values: Sequence[Numeral]) -> Iterator[_Interval]:
    if not _NAMED.search(reading.lower):
        return
    text = reading.lower
    for place, (low, high) in enumerate(pairwise(values)):
        if not place or not _BETWEEN_ENDS(text[low.end : high.start]):
            continue
        first = values[place - 1]
        between = text[first.end : low.start]
        if _OPENED(between) and not _SENTENCE(between):
            yield _Interval(first, low, high)


def _tells(reading: Reading, numeral: Numeral, figure: Figure) -> bool:
    """Whether a number is the estimate of a figure, as printed or in per cent."""
    return any(
        one.figure is figure and not one.of_end for one in traces(reading, numeral)
    ) or _is(numeral, figure.estimate)


def _fits(reading: Reading, one: _Interval, figure: Figure) -> tuple[bool, bool]:
    """Whether each end is one of a figure's."""
    first, second = (
        _is(end, figure.low)
        or _is(end, figure.high)
        or any(it.figure is figure and it.of_end for it in traces(reading, end))
        for end in (one.low, one.high)
    )
    return first, second


def _is(numeral: Numeral, printed: str | None) -> bool:
    known = value(printed)
    return known is not None and (
        within(numeral, known) or within(numeral, abs(known)) or within(numeral, -known)
    )
