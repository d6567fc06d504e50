"""The numbers that a figure gives: as printed, and those that follow by arithmetic.

From percentages follow their complement, their difference in points and their ratio;
from a ratio the per cent more or fewer, and the ratio read from the other group.
"""

from collections.abc import Iterator
from typing import NamedTuple

from relcase.domain.conversions import RATIOS, baseline_of, possible_risk
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.measures import MEASURES
from relcase.domain.printed import value

POINTS = frozenset({"percentage_points", "risk_difference"})


class Derived(NamedTuple):
    """A number that the record gives.

    ``kind`` is that of the numerals it can stand for: ``percent``, ``points``,
    ``times``, ``number``. ``how`` is ``printed``, ``complement``, ``relative`` (per cent
    more or fewer), ``without`` (the same of those without the outcome), ``ratio``,
    ``turned`` (seen from the other group), ``pair`` (of two shares), ``difference``,
    ``baseline`` or ``change``. ``side`` is 1 for more, -1 for fewer and 0 for neither.
    ``of_end`` where it follows from an end of the interval and not from the estimate.
    """

    value: float
    kind: str
    how: str
    side: int
    figure: Figure | None
    of_end: bool = False


def of_statistic(statistic: Statistic) -> Iterator[Derived]:
    """Every number that the figures and the sample give."""
    for figure in statistic.figures:
        yield from of_figure(figure)
    yield from _between(statistic)
    sample = statistic.sample
    if sample is not None and sample.studies and sample.studies_positive is not None:
        share = 100 * sample.studies_positive / sample.studies
        yield Derived(share, "percent", "printed", 0, None)


def of_figure(figure: Figure) -> Iterator[Derived]:
    """The numbers that one figure gives by itself."""
    kind = MEASURES[figure.measure].kind
    if kind == "ratio":
        for text in (figure.estimate, figure.low, figure.high):
            number = value(text)
            if number:
                yield from _of_ratio(number, figure, of_end=text != figure.estimate)
        yield from _of_baseline(figure)
    elif kind == "share":
        yield from _of_share(figure)
    elif kind == "change" or figure.measure in POINTS:
        yield from _of_change(figure)
    else:
        yield from _of_level(figure)
    yield from _of_counts(figure)


def _of_ratio(ratio: float, figure: Figure, *, of_end: bool) -> Iterator[Derived]:
    """A ratio and the per cent more or fewer, seen from both groups."""
    more, turned = 100 * (ratio - 1), 100 * (1 / ratio - 1)
    for number, kind, how, side in (
        (ratio, "times", "ratio", _side(more)),
        (1 / ratio, "times", "turned", _side(turned)),
        (abs(more), "percent", "relative", _side(more)),
        (abs(turned), "percent", "turned", _side(turned)),
    ):
        yield Derived(number, kind, how, side, figure, of_end)


def _of_baseline(figure: Figure) -> Iterator[Derived]:
    """The shares of both groups, where the risk in one of them is stated."""
    risk, of = baseline_of(figure), RATIOS.get(figure.measure)
    if risk is None or of is None:
        return
    yield Derived(100 * risk, "percent", "baseline", 0, figure)
    for ratio in map(value, (figure.estimate, figure.low, figure.high)):
        other = possible_risk(ratio, risk, of) if ratio is not None else None
        if other is not None:
            yield Derived(100 * other, "percent", "baseline", 0, figure)
            yield from _two(100 * other, 100 * risk, figure)


def _of_share(figure: Figure) -> Iterator[Derived]:
    printed = (figure.estimate, figure.low, figure.high, figure.reference_value)
    for number in map(value, printed):
        if number is not None:
            yield Derived(number, "percent", "printed", 0, figure)
            yield Derived(100 - number, "percent", "complement", 0, figure)
    one, other = value(figure.estimate), value(figure.reference_value)
    if one is not None and other is not None:
        yield from _two(one, other, figure)
        yield from _without(one, other, figure)


def _without(one: float, other: float, figure: Figure) -> Iterator[Derived]:
    """What follows from two shares for those who had not the outcome."""
    for first, second in ((100 - one, 100 - other), (100 - other, 100 - one)):
        if first > 0 and second > 0:
            yield Derived(first / second, "times", "without", 0, figure)
            more = 100 * abs(first / second - 1)
            yield Derived(more, "percent", "without", 0, figure)


def _two(one: float, other: float, figure: Figure) -> Iterator[Derived]:
    """What follows from two shares of the same thing, in per cent."""
    side = _side(one - other)
    yield Derived(abs(one - other), "points", "difference", side, figure)
    yield Derived(abs(one - other), "points", "turned", -side, figure)
    if one > 0 and other > 0:
        yield Derived(one / other, "times", "pair", side, figure)
        yield Derived(other / one, "times", "pair", -side, figure)
        yield Derived(100 * abs(one / other - 1), "percent", "pair", side, figure)
        yield Derived(100 * abs(other / one - 1), "percent", "pair", -side, figure)


def _of_change(figure: Figure) -> Iterator[Derived]:
    kind = "points" if figure.measure in POINTS else "percent"
    for text in (figure.estimate, figure.low, figure.high):
        number = value(text)
        if number is not None:
            end = text != figure.estimate
            yield Derived(abs(number), kind, "change", _side(number), figure, end)
            if kind == "percent" and text == figure.estimate:
                yield from _of_changed(1 + number / 100, figure)
            elif kind == "points":
                yield Derived(abs(number), kind, "turned", -_side(number), figure, end)
    one, other = value(figure.after), value(figure.before)
    if one is not None and other is not None and kind == "points":
        yield from _two(one, other, figure)
    other = value(figure.reference_value)
    if other is not None and figure.measure == "percentage_points":
        yield Derived(abs(other), kind, "printed", 0, figure)
    if other is not None and kind == "percent":
        yield Derived(abs(other), "percent", "printed", _side(other), figure)


def _of_changed(factor: float, figure: Figure) -> Iterator[Derived]:
    """What follows from one group having so many times as much as the other."""
    yield Derived(factor, "times", "change", 0, figure)
    if factor > 0:
        more = 100 * (1 / factor - 1)
        yield Derived(abs(more), "percent", "turned", _side(more), figure)


def _of_level(figure: Figure) -> Iterator[Derived]:
    one, other = value(figure.estimate), value(figure.reference_value)
    if one is None or other is None or figure.measure in ("vote_count", "count"):
        return
    yield Derived(abs(one - other), "number", "difference", _side(one - other), figure)
    if figure.measure in ("money", "mean", "median", "rate") and one > 0 and other > 0:
        side = _side(one - other)
        yield Derived(one / other, "times", "pair", side, figure)
        yield Derived(other / one, "times", "pair", -side, figure)
        yield Derived(100 * abs(one / other - 1), "percent", "pair", side, figure)
        yield Derived(100 * abs(other / one - 1), "percent", "pair", -side, figure)


def _of_counts(figure: Figure) -> Iterator[Derived]:
    """The shares that counts make of their wholes."""
    events = figure.events
    if events is None and figure.measure in ("count", "vote_count"):
        events = figure.estimate
    pairs = (
        (events, figure.denominator),
        (figure.reference_events, figure.reference_denominator),
    )
    for part, whole in ((value(one), value(other)) for one, other in pairs):
        if part is not None and whole:
            yield Derived(100 * part / whole, "percent", "printed", 0, figure)
            yield Derived(100 - 100 * part / whole, "percent", "complement", 0, figure)


def _between(statistic: Statistic) -> Iterator[Derived]:
    """What follows from two shares: of one outcome, or of one group of people.

    Of the answers of the same people to two questions, one may be so many times as common
    as the other; neither is per cent more of the other.
    """
    shares = [one for one in statistic.figures if one.measure == "percent"]
    for number, one in enumerate(shares):
        for other in shares[number + 1 :]:
            first, second = value(one.estimate), value(other.estimate)
            if first is None or second is None:
                continue
            if one.outcome == other.outcome:
                yield from _two(first, second, one)
            elif one.group and one.group == other.group and first > 0 and second > 0:
                side = _side(first - second)
                yield Derived(first / second, "times", "pair", side, one)
                yield Derived(second / first, "times", "pair", -side, one)


def _side(number: float) -> int:
    return (number > 0) - (number < 0)
