"""I01 interval out of order: ends the wrong way round, or an estimate outside.

The estimate lies inside its interval, and the lower end below the upper one; each
number is taken as all that rounds to it. Most often a sign is missing: of a fall by
14% (7 to 20) all three numbers get a minus, and the ends change places. One end without
the other is a warning: give both, or put what the source prints into `note`. The ends of
a `prediction_interval` stand in the same order.

Bad:
    figures:
      - label: admissions
        measure: percent_change
        estimate: "-14"
        low: "7"
        high: "20"
        level: "95"
Good:
    figures:
      - label: admissions
        measure: percent_change
        estimate: "-14"
        low: "-20"
        high: "-7"
        level: "95"
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Figure, Interval, Statistic
from relcase.domain.printed import rounded_from, span_or_none, value
from relcase.domain.problem import Finding, Rule

RULE = Rule("I01", "interval out of order", "error")

_BACK_TO_FRONT = "`low` is the smaller number; with minus signs, the larger fall."


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Intervals that are back to front, miss their estimate, or have one end."""
    if not isinstance(placed.entry, Statistic):
        return
    if placed.entry.prediction_interval is not None:
        yield from _prediction(placed, placed.entry.prediction_interval)
    for number, figure in enumerate(placed.entry.figures):
        if figure.low is None and figure.high is None:
            continue
        low, estimate, high = (
            value(figure.low),
            value(figure.estimate),
            value(figure.high),
        )
        if figure.low is None or figure.high is None:
            yield _half(placed, number, figure)
        elif low is None or high is None or (figure.estimate and estimate is None):
            continue
        elif not low < high or not (estimate is None or low <= estimate <= high):
            yield from _disorder(placed, number, figure)


def _prediction(placed: Placed, ends: Interval) -> Iterator[Finding]:
    low, high = span_or_none(ends.low), span_or_none(ends.high)
    if low is not None and high is not None and low.low >= high.high:
        message = f"the prediction interval {ends.low} to {ends.high} is back to front"
        at = ("prediction_interval", "low")
        yield placed.finding("I01", "error", message, *at, hint=_BACK_TO_FRONT)


def _half(placed: Placed, number: int, figure: Figure) -> Finding:
    given, missing = ("low", "high") if figure.high is None else ("high", "low")
    message = f"the interval has '{given}' but not '{missing}'"
    hint = "Give both ends, or put what the source prints into `note`."
    return placed.finding(
        "I01", "warning", message, "figures", number, given, hint=hint
    )


def _disorder(placed: Placed, number: int, figure: Figure) -> Iterator[Finding]:
    """A finding unless the rounding of the printed numbers explains it."""
    low, high = rounded_from(figure.low or ""), rounded_from(figure.high or "")
    if low[0] >= high[1]:
        message = f"the interval {figure.low} to {figure.high} is back to front"
        yield placed.finding(
            "I01", "error", message, "figures", number, "low", hint=_BACK_TO_FRONT
        )
        return
    if figure.estimate is None:
        return
    estimate = rounded_from(figure.estimate)
    if estimate[1] < low[0] or estimate[0] > high[1]:
        message = (
            f"{figure.estimate} is outside its interval {figure.low} to {figure.high}"
        )
        mirrored = low[0] <= -estimate[0] and -estimate[1] <= high[1]
        hint = (
            "Give all three the same sign." if mirrored else "Check all three numbers."
        )
        yield placed.finding(
            "I01", "error", message, "figures", number, "estimate", hint=hint
        )
