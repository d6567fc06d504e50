"""Numbers of both groups: whose each is in a sentence, and whose it is in the record.

Of "47% of visited prisoners reoffended, 68% of the others" each number is read as the
share of a group with the outcome, or without it. A reading has to agree with the group
that the words around the number name, and with the outcome that the sentence names.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from relcase.domain.evidence import Figure
from relcase.domain.printed import value
from relcase.domain.wording.before_after import compares_change
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.outcomes import told
from relcase.domain.wording.owners import Mention, mentions, owner
from relcase.domain.wording.phrases import ending
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.times import DAYS
from relcase.domain.wording.tracing import within

Fault = Literal["group", "outcome"]
_LEVELS = frozenset({"percent", "mean", "median", "money", "score", "rate"})
_KINDS = {"percent": ("percent", "share"), "money": ("money", "number")}
_OTHER_KINDS = ("number", "span")
_COMPARED = re.compile(r"\s*(?:more|less|fewer|higher|lower|greater|smaller)\b").match
"""What stands behind a number that compares and is no share: "26% less"."""
_FROM = ending("from, starting point of, to, than")
"""What stands before a number that another one is told from."""
_ALL = 100.0
_PLACES = 20
_HALVES = 0.75
"""How near to all of it two shares may add up before one reads as the rest of the other."""


class Misread(NamedTuple):
    """A number that the sentence gives to the wrong group, or to the opposite outcome."""

    numeral: Numeral
    figure: Figure
    fault: Fault
    other: Numeral | None = None
    """The number of the other group, where the sentence has both."""


class _Side(NamedTuple):
    """What a number may be: that of a group, of those with the outcome or without it."""

    numeral: Numeral
    group: int
    turned: bool


def misread(reading: Reading) -> Misread | None:
    """The first number that no figure of the record gives as the sentence tells it."""
    if compares_change(reading):
        return None
    found = [
        one
        for figure in reading.statistic.figures
        for one in _of_figure(reading, figure)
    ]
    for kind in (_PAIR, _ALONE, _UNCLEAR):
        wrong = [one.misread for one in found if one.kind == kind]
        if wrong:
            faults = [one for one in wrong if one is not None]
            return _worst(faults) if len(faults) == len(wrong) else None
    return None


def _worst(faults: list[Misread]) -> Misread:
    """One that only names the wrong outcome, where there is one: the group is right then."""
    return next((one for one in faults if one.fault == "outcome"), faults[0])


_PAIR, _ALONE, _UNCLEAR = range(3)
"""Two numbers whose groups are told, one number, and two that may be either group's."""


class _Verdict(NamedTuple):
    """What is wrong with one way to read numbers of the sentence, if anything."""

    kind: int
    misread: Misread | None


def _of_figure(reading: Reading, figure: Figure) -> Iterator[_Verdict]:
    """Every way in which numbers of the sentence are those of a figure, judged."""
    one, other = value(figure.estimate), value(figure.reference_value)
    if figure.measure not in _LEVELS or one is None or other is None or one == other:
        return
    named = mentions(reading.lower, figure, reading.facts)
    mine, theirs = (
        list(_sides(reading, figure, *each)) for each in ((one, 1), (other, -1))
    )
    paired = [
        (first, second)
        for first in mine
        for second in theirs
        if first.numeral != second.numeral and first.turned == second.turned
    ]
    for first, second in paired:
        whose = _owner(reading, first, second, named)
        kind = _PAIR if whose else _UNCLEAR
        wrong = _judged(reading, figure, first, whose)
        yield _Verdict(kind, wrong and wrong._replace(other=second.numeral))
    sides = {mention.side for mention in named}
    if not paired and len(sides) == 1 and not _add_up(figure, one, other):
        for single in (*mine, *theirs):
            if single.numeral.kind != "span" and not _FROM.search(
                reading.lower, 0, single.numeral.hedge_start
            ):
                yield _Verdict(_ALONE, _judged(reading, figure, single, *sides))


def _sides(
    reading: Reading, figure: Figure, number: float, group: int
) -> Iterator[_Side]:
    kinds = _KINDS.get(figure.measure, _OTHER_KINDS)
    for numeral in reading.numerals:
        if numeral.kind not in kinds or _COMPARED(reading.lower, numeral.end):
            continue
        if (
            within(numeral, number)
            or within(numeral, -number)
            or _lasts_so(numeral, number)
        ):
            yield _Side(numeral, group, turned=False)
        elif figure.measure == "percent" and _is_rest(reading, numeral, number):
            yield _Side(numeral, group, turned=True)


def _is_rest(reading: Reading, numeral: Numeral, number: float) -> bool:
    """Whether it is those left over, and no share that the record gives as it is."""
    given = (one.estimate for one in reading.statistic.figures)
    stated = any(within(numeral, abs(value(one) or 0)) for one in given)
    return not stated and within(numeral, _ALL - number)


def _lasts_so(numeral: Numeral, number: float) -> bool:
    """Whether it is so many months, or whichever unit it is told in."""
    return numeral.kind == "span" and any(
        abs(numeral.value - number * unit) < unit / _PLACES for unit in DAYS.values()
    )


def _owner(
    reading: Reading, first: _Side, second: _Side, named: tuple[Mention, ...]
) -> int:
    """Whose the first of two numbers is, whichever of them comes first."""
    spans = [(one.numeral.start, one.numeral.end) for one in (first, second)]
    if spans[0] < spans[1]:
        return owner(reading.lower, spans[0], spans[1], named)
    return -owner(reading.lower, spans[1], spans[0], named)


def _judged(reading: Reading, figure: Figure, one: _Side, whose: int) -> Misread | None:
    opposite = told(reading.lower, figure, reading.statistic)
    if whose and whose != one.group:
        return Misread(one.numeral, figure, "group")
    if opposite is not None and opposite != one.turned:
        return Misread(one.numeral, figure, "outcome")
    return None


def _add_up(figure: Figure, one: float, other: float) -> bool:
    """Whether the share of one group is the rest of the other's."""
    return figure.measure == "percent" and abs(one + other - _ALL) < _HALVES
