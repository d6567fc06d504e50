"""The entries that have a number: what tells of whom a figure without its source is.

Most statistics are pasted without any source. A sentence that shares some words with an
entry, and has its very figure, mostly tells that entry; the fewer entries have the
figure, the more surely.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain

from relcase.domain import printed
from relcase.domain.wording.facts import Facts
from relcase.domain.wording.numerals import Numeral, numerals
from relcase.domain.wording.tracing import within

Value = tuple[str, float]
"""What a number counts, as numerals have it (``percent``, ``times``, ``span`` …), and
its size; shares are percentages."""

_RESULTS = frozenset({"percent", "points", "times", "money"})
_KINDS = _RESULTS | {"number", "span"}
_TOLD = frozenset({"printed", "relative", "ratio", "difference", "change"})
"""The ways in which a number follows from a figure that people tell it by."""
_LEAST, _MANY = 10, 100
"""Whole numbers below the first tell nothing, those below the second little."""
_SLACK = 1e-6
"""How far a size may be off, being rounded to so much."""
_ROOM = 1.3
"""How far from a number, as a factor, its hedge reaches at most."""


def values_of(facts: Facts) -> frozenset[Value]:
    """The numbers that tell a statistic from others, and those of its popular versions."""
    return frozenset((kind, round(abs(size), 6)) for kind, size in _values(facts))


def _values(facts: Facts) -> Iterator[Value]:
    statistic = facts.statistic
    said = (numerals(one.words) for one in statistic.said)
    for numeral in chain(facts.numerals, *said):
        if tells(numeral):
            yield kind_of(numeral), numeral.value
    for one in facts.derived:
        of_result = one.figure is None or one.figure.role == "result"
        if one.how in _TOLD and of_result and not one.of_end:
            yield one.kind, one.value
    for figure in (one for one in statistic.figures if one.role == "result"):
        for text in (figure.estimate, figure.reference_value):
            number = printed.value(text)
            if number is not None and (abs(number) >= _LEAST or "." in (text or "")):
                yield "number", number


def tells(numeral: Numeral) -> bool:
    """Whether a number can tell one finding from another: no years, and no "two towns"."""
    if numeral.kind == "number":
        return numeral.value >= _LEAST or "." in numeral.text
    return kind_of(numeral) in _KINDS


def tells_result(numeral: Numeral) -> bool:
    """Whether a number can be a finding: how long it took, or a small count, is none."""
    if numeral.kind == "number":
        return numeral.value >= _MANY or "." in numeral.text
    return kind_of(numeral) in _RESULTS


def kind_of(numeral: Numeral) -> str:
    """What a number counts; a share is told in per cent as well."""
    return "percent" if numeral.kind == "share" else numeral.kind


class Values:
    """Every number of the entries, found by its size."""

    def __init__(self, placed: Iterable[tuple[str, float, int]] = ()) -> None:
        """What each number counts, its size, and the place of its entry."""
        self.placed = sorted(placed)
        self._sizes = [(kind, size) for kind, size, _ in self.placed]

    def holding(self, numeral: Numeral) -> frozenset[int]:
        """The entries that have a number, as far as its rounding and its hedge reach."""
        kind, size = kind_of(numeral), abs(numeral.value)
        least, most = sorted((abs(numeral.low), abs(numeral.high)))
        if numeral.hedge is None:
            near = self._between(kind, least - _SLACK, most + _SLACK)
            return frozenset(entry for _, _, entry in near)
        near = self._between(kind, min(least, size / _ROOM), max(most, size * _ROOM))
        return frozenset(entry for _, held, entry in near if _has(numeral, held))

    def _between(
        self, kind: str, least: float, most: float
    ) -> list[tuple[str, float, int]]:
        first = bisect_left(self._sizes, (kind, least))
        return self.placed[first : bisect_right(self._sizes, (kind, most))]


def _has(numeral: Numeral, size: float) -> bool:
    return within(numeral, size) or (numeral.value < 0 and within(numeral, -size))
