"""A07 per cent for percentage points: or the reverse, one change told as the other.

From 40% to 50% is a rise by 10 percentage points and by 25 per cent. When `before` and
`after` are given, both are computed, and a number that is the one may not be labelled
as the other.

Bad:
    figures:
      - label: share who felt heard
        measure: percent_change
        estimate: "10"
        before: "40"
        after: "50"
Good:
    figures:
      - label: share who felt heard
        measure: percentage_points
        estimate: "10"
        before: "40"
        after: "50"
"""

from collections.abc import Iterator
from typing import NamedTuple

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.printed import Span, exactly, span_or_none
from relcase.domain.problem import Finding, Rule

RULE = Rule("A07", "per cent for percentage points", "error")

_WHOLE = 100


class Change(NamedTuple):
    """A stated change, and what its two ends make of it, in per cent and in points."""

    given: str | None
    before: str | None
    after: str | None
    in_points: bool
    percent: Span
    points: Span
    holds: bool
    exchanged: bool
    """Whether the number is right for the other of the two."""


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Changes whose number is that of points and whose label per cent, or the reverse."""
    if not isinstance(placed.entry, Statistic):
        return
    for number, figure in enumerate(placed.entry.figures):
        change = change_of(figure)
        if change is None or not change.exchanged:
            continue
        message = (
            f"from {change.before} to {change.after} is {change.points} percentage "
            f"points and {change.percent} per cent; {change.given} is labelled "
            + ("as points" if change.in_points else "as per cent")
        )
        other = "percent_change" if change.in_points else "percentage_points"
        hint = f"Set `measure: {other}`, or correct the number."
        at = ("figures", number, "measure")
        yield placed.finding("A07", "error", message, *at, hint=hint)


def change_of(figure: Figure) -> Change | None:
    """The change that a figure states and its ends; ``None`` without all three.

    (after - before) / before for per cent; after - before for points, which only two
    percentages can differ by.
    """
    if figure.measure not in ("percent_change", "percentage_points"):
        return None
    given, before, after = map(
        span_or_none, (figure.estimate, figure.before, figure.after)
    )
    if given is None or before is None or after is None or 0 in before:
        return None
    points = after - before
    percent = exactly(_WHOLE) * (after / before - exactly(1))
    in_points = figure.measure == "percentage_points"
    fits = given.overlaps(percent), given.overlaps(points)
    shares = all(one.high >= 0 and one.low <= _WHOLE for one in (before, after))
    holds = fits[in_points]
    exchanged = not holds and fits[not in_points] and shares
    ends = (figure.estimate, figure.before, figure.after)
    return Change(*ends, in_points, percent, points, holds, exchanged)
