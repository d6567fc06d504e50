"""I02 ratio off the centre of its interval: not where the two limits put it.

The interval of a ratio is symmetric by its logarithm, so that the estimate is the square
root of the limits multiplied. Where even rounding does not explain the distance, one of
the three numbers is often mistyped. Not judged is an interval that the figure's `note`
calls credible, bootstrap or exact.

Bad:
    figures:
      - label: odds of survival
        measure: odds_ratio
        estimate: "1.50"
        low: "1.42"
        high: "1.95"
        level: "95"
Good:
    figures:
      - label: odds of survival
        measure: odds_ratio
        estimate: "1.50"
        low: "1.42"
        high: "1.59"
        level: "95"
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Statistic
from relcase.domain.intervals import is_ratio, is_symmetric, printed
from relcase.domain.problem import Finding, Rule

RULE = Rule("I02", "ratio off the centre of its interval", "warning")


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Ratios that are not the root of their limits multiplied, within rounding."""
    if not isinstance(placed.entry, Statistic):
        return
    for number, figure in enumerate(placed.entry.figures):
        if figure.low is None or not is_ratio(figure) or not is_symmetric(figure):
            continue
        ends = printed(figure)
        if ends is None or ends.low.high <= 0 or not ends.in_order:
            continue
        middle = (ends.low.at_least(0) * ends.high).sqrt()
        if not middle.overlaps(ends.estimate):
            message = (
                f"{figure.estimate} is off the centre of {figure.low} to {figure.high}, "
                f"which is {middle}"
            )
            hint = "Check all three; say in `note` if the interval is of another kind."
            yield placed.finding(
                "I02", "warning", message, "figures", number, "estimate", hint=hint
            )
