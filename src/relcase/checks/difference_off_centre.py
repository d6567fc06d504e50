"""I03 difference off the middle of its interval: not half-way between the limits.

The interval of a difference is as wide to the left as to the right. Where even rounding
does not explain the distance, one of the three numbers is often mistyped, or a sign is
missing. Not judged is an interval that the figure's `note` calls credible, bootstrap or
exact.

Bad:
    figures:
      - label: difference in points
        measure: mean_difference
        estimate: "2.5"
        low: "0.8"
        high: "3.2"
        level: "95"
Good:
    figures:
      - label: difference in points
        measure: mean_difference
        estimate: "2.5"
        low: "0.8"
        high: "4.2"
        level: "95"
"""

from collections.abc import Iterator
from decimal import Decimal

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Statistic
from relcase.domain.intervals import is_difference, is_symmetric, printed
from relcase.domain.printed import exactly
from relcase.domain.problem import Finding, Rule

RULE = Rule("I03", "difference off the middle of its interval", "warning")

_HALF = exactly(Decimal("0.5"))


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Differences that are not half-way between their limits, within rounding."""
    if not isinstance(placed.entry, Statistic):
        return
    for number, figure in enumerate(placed.entry.figures):
        if figure.low is None or not is_difference(figure) or not is_symmetric(figure):
            continue
        ends = printed(figure)
        if ends is None or not ends.in_order:
            continue
        middle = (ends.low + ends.high) * _HALF
        if not middle.overlaps(ends.estimate):
            message = (
                f"{figure.estimate} is off the middle of {figure.low} to {figure.high}, "
                f"which is {middle}"
            )
            hint = "Check all three; say in `note` if the interval is of another kind."
            yield placed.finding(
                "I03", "warning", message, "figures", number, "estimate", hint=hint
            )
