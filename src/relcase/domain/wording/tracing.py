"""Where a number of a sentence comes from in the record."""

import re
from math import isclose
from typing import NamedTuple

from relcase.domain.evidence import Figure
from relcase.domain.measures import MEASURES
from relcase.domain.printed import is_number, value
from relcase.domain.wording.derived import Derived
from relcase.domain.wording.facts import Facts
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.phrases import ending, starting
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.times import A_YEAR, DAYS, YEAR

_ROOM_OVER = 1.15
_ROOM_WORDS = 1.25
_DAY_ROOM = 0.03
_HUNDRED = 100
_ABSOLUTE = frozenset({"printed", "complement", "baseline", "change"})
_STEPS = frozenset({"change", "difference"})
_RELATIVE = frozenset({"relative", "turned", "pair", "without", "ratio", "change"})


class Trace(NamedTuple):
    """How a number is explained: by which figure and which arithmetic, if any."""

    how: str
    figure: Figure | None = None
    side: int = 0
    of_end: bool = False
    """Whether an end of the interval gives it, and not the estimate."""


def traces(reading: Reading, numeral: Numeral) -> tuple[Trace, ...]:
    """Every way in which the record gives a number; empty when it does not."""
    known = reading.traced.get(numeral.start)
    if known is None:
        known = reading.traced[numeral.start] = _traces(reading, numeral)
    return known


def _traces(reading: Reading, numeral: Numeral) -> tuple[Trace, ...]:
    facts = reading.facts
    if numeral.value < 0 and numeral.kind in ("percent", "points"):
        return _traces(reading, _unsigned(numeral))
    if numeral.kind == "year":
        known = numeral.value in facts.years or numeral.value in facts.printed
        return (Trace("printed"),) if known else ()
    if numeral.kind == "span":
        return (Trace("printed"),) if _span_known(facts, numeral) else ()
    of_100 = numeral.kind == "number" and any(
        one.out_of == _HUNDRED for one in reading.numerals
    )
    found = [
        Trace(one.how, one.figure, one.side, one.of_end)
        for one in facts.derived
        if _fits(numeral, one)
        or (of_100 and one.kind == "percent" and within(numeral, one.value))
    ]
    if numeral.text.lower().startswith("halv"):
        found = [one for one in found if one.how in _RELATIVE]
    times = numeral.kind == "times"
    agreeing = [
        one
        for one in found
        if (times or one.side * _side(reading, numeral, one) >= 0)
        and (one.how != "without" or reading.turned)
        and not (one.how in _RELATIVE and of_people(reading, numeral))
    ]
    if numeral.kind == "number":
        agreeing += _estimates(facts, numeral)
    if _printed(facts, numeral):
        agreeing.append(Trace("printed"))
    return tuple(agreeing)


def _unsigned(numeral: Numeral) -> Numeral:
    """The size of a fall; that it is one, the sentence says by its minus sign."""
    return numeral._replace(value=-numeral.value, low=-numeral.high, high=-numeral.low)


def contradicted(reading: Reading, numeral: Numeral) -> Derived | None:
    """The number of the record that has the size but the opposite direction."""
    if numeral.kind not in ("percent", "share", "points"):
        return None
    if numeral not in reading.contradicted:
        reading.contradicted[numeral] = _contradicted(reading, numeral)
    return reading.contradicted[numeral]


def _contradicted(reading: Reading, numeral: Numeral) -> Derived | None:
    if not reading.side(numeral) or any(one.figure for one in traces(reading, numeral)):
        return None
    for one in reading.facts.derived:
        told_as_is = one.how != "turned" or not _changed(one)
        opposite = one.side * _side(reading, numeral, one) < 0
        if told_as_is and opposite and _fits(numeral, one):
            return one
    return None


_OF = re.compile(r"\s+of\b").match
_OF_RISK = starting("""
    of (the/that/those/their/his/her) (_) odds/risk/risks/rate/rates/chance/chances/likelihood
    of that, of those of
""")


def of_people(reading: Reading, numeral: Numeral) -> bool:
    """Whether it says how many of some people: "a third of those without friends"."""
    if numeral.kind not in ("percent", "share") or reading.side(numeral):
        return False
    behind = reading.lower[numeral.end :]
    front = reading.lower[max(0, numeral.hedge_start - _FRONT) : numeral.hedge_start]
    if _KEPT_AWAY.search(front):
        return False
    return bool(_OF(behind)) and not _OF_RISK.match(behind)


_FRONT = 40
_KEPT_AWAY = ending("prevent*/avert*/avoid*/eliminat* (about/around/nearly/some)")
"""What is said of a change, and not of a share: "prevented 88% of arrests"."""
_LESS = starting("less, fewer, lower, smaller, rarer")


def compared(reading: Reading, numeral: Numeral) -> int:
    """Whether a number says that one group has more (1) or less (-1); 0 where it does not."""
    if numeral.kind == "times":
        less = numeral.value < 1 or _LESS.match(reading.lower, numeral.end)
        return -1 if less else 1
    if numeral.kind not in ("percent", "share", "points"):
        return 0
    return reading.side(numeral)


def _changed(one: Derived) -> bool:
    """Whether the number follows from a change in per cent."""
    return one.figure is not None and MEASURES[one.figure.measure].kind == "change"


def turns(figure: Figure | None) -> bool:
    """Whether its number, read from the other group, is that of the opposite outcome.

    That is so of odds alone: 1.5 times the odds of living are 1/1.5 times those of dying.
    """
    return figure is not None and figure.measure == "odds_ratio"


def _side(reading: Reading, numeral: Numeral, one: Derived | Trace) -> int:
    """Whether the number says more or fewer, of the outcome that the figure measures."""
    side = reading.side(numeral)
    return -side if reading.turned and not turns(one.figure) else side


def _estimates(facts: Facts, numeral: Numeral) -> list[Trace]:
    """The figures whose estimate is the number."""
    return [
        Trace("printed", one)
        for one in facts.statistic.figures
        if is_number(one.estimate or "")
        and within(numeral, abs(float(one.estimate or 0)))
    ]


def relative(numeral: Numeral, trace: Trace) -> bool:
    """Whether the number compares two groups by a factor or a percentage."""
    return numeral.kind in ("percent", "share", "times") and trace.how in _RELATIVE


def within(numeral: Numeral, value: float) -> bool:
    """Whether a value of the record prints as the number, its hedge allowed for."""
    slack = 1e-9 * max(1.0, abs(value))
    if numeral.low - slack <= value <= numeral.high + slack:
        return True
    size, stated = abs(value), abs(numeral.value)
    room = _ROOM_WORDS if numeral.kind in ("times", "share") else _ROOM_OVER
    if numeral.hedge in ("over", "just_over", "at_least"):
        return stated <= size <= stated * room
    if numeral.hedge in ("under", "up_to", "at_most", "nearly"):
        return stated / room <= size <= stated
    return False


_BELOW = frozenset({"up_to", "at_most", "under", "nearly"})
_ABOVE = frozenset({"at_least", "over"})


def limit_stated(reading: Reading, numeral: Numeral) -> bool:
    """Whether the record's own words put the same limit to the same number."""
    same = _BELOW if numeral.hedge in _BELOW else _ABOVE
    return any(
        one.hedge in same and isclose(one.value, numeral.value)
        for one in reading.facts.numerals
    )


def _fits(numeral: Numeral, one: Derived) -> bool:
    if numeral.out_of is not None and one.how not in _ABSOLUTE:
        return one.kind == "points" and within(numeral, one.value)
    if numeral.kind != one.kind and (numeral.kind, one.kind) != ("share", "percent"):
        counts = numeral.kind == "number" and one.how in _STEPS
        return counts and within(numeral, one.value)
    if numeral.kind == "times" and numeral.value >= 1 > one.value and one.side < 0:
        return False
    return within(numeral, one.value)


_SAME = {
    "percent": ("percent", "share"),
    "share": ("share", "percent"),
    "points": ("points",),
    "times": ("times",),
    "money": ("money",),
    "level": ("level",),
}


def _printed(facts: Facts, numeral: Numeral) -> bool:
    """Whether the record prints the number as such, in a field or in words."""
    if numeral.kind == "level":
        value = numeral.value
        return any(float(one.level or -1) == value for one in facts.statistic.figures)
    if numeral.kind == "money" and numeral.value == 1:
        return True
    if numeral.kind in ("number", "money") and _among(facts, numeral):
        return True
    if numeral.kind == "number" and numeral.value in facts.listed:
        return True
    kinds = _SAME.get(numeral.kind, ("number", "money", "times"))
    for one in facts.numerals:
        if one.kind in kinds and within(numeral, one.value):
            return True
        if numeral.kind == "number" and _same_digits(numeral, one):
            return True
    return numeral.kind == "share" and _counts_known(facts, numeral)


def _among(facts: Facts, numeral: Numeral) -> bool:
    return any(within(numeral, one) or within(numeral, -one) for one in facts.printed)


_DIGITS = re.compile(r"\d[\d,.]*\d|\d")


def _same_digits(numeral: Numeral, one: Numeral) -> bool:
    """Whether both print the same digits, or one is a number of the other's share."""
    if one.kind == "year":
        return False
    if one.out_of is not None:
        return numeral.value in (one.out_of, round(one.value * one.out_of / 100, 2))
    mine, other = _DIGITS.search(numeral.text), _DIGITS.search(one.text)
    return bool(mine and other and mine[0] == other[0])


def _counts_known(facts: Facts, numeral: Numeral) -> bool:
    """Whether both numbers of "18 of 22" are counts of the record."""
    if numeral.out_of is None or numeral.out_of in (10, 100, 1000):
        return False
    part = round(numeral.value * numeral.out_of / 100)
    known = set(facts.printed) | {
        one.value for one in facts.numerals if one.kind == "number"
    }
    return part in known and numeral.out_of in known


def _span_known(facts: Facts, numeral: Numeral) -> bool:
    room = max(numeral.high - numeral.value, numeral.value * _DAY_ROOM)
    if any(_same_length(numeral, one) for one in facts.statistic.figures):
        return True
    if abs(numeral.value - YEAR) < 1 and A_YEAR.search(facts.lower):
        return True
    return any(
        abs(one.value - numeral.value) <= room
        or (one.hedge in ("nearly", "about") and within(one, numeral.value))
        for one in facts.numerals
        if one.kind == "span"
    )


def _same_length(numeral: Numeral, figure: Figure) -> bool:
    """Whether a figure is a length of time and the number is one of its values."""
    if not lasts(figure):
        return False
    printed = (figure.estimate, figure.reference_value, figure.low, figure.high)
    return any(
        abs(numeral.value - known * unit) < unit / 20
        for known in map(value, printed)
        if known is not None
        for unit in DAYS.values()
    )


def lasts(figure: Figure) -> bool:
    """Whether a figure is a length of time."""
    if figure.measure in ("duration", "months_progress"):
        return True
    return bool(figure.unit) and bool(_TIME.search(figure.unit or ""))


_TIME = re.compile(r"\b(?:days?|weeks?|months?|years?)\b")
