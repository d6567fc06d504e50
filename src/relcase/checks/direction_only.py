"""S12 direction only: a figure without an estimate that gives no direction, or both.

Some sources say only that something rose or fell. Then `estimate` is `null` and
`direction` says higher, lower, none or unknown. Where there is an estimate, the number
itself has the direction, and a second one could only contradict it; but `none` may
stand beside numbers that the source calls no clear difference without an interval.

Bad:
    figures:
      - {label: complaints, measure: count, estimate: null}
Good:
    figures:
      - {label: complaints, measure: count, estimate: null, direction: lower}
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Statistic
from relcase.domain.problem import Finding, Rule

RULE = Rule("S12", "direction only", "error")


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Figures that have neither estimate nor direction, or both."""
    if not isinstance(placed.entry, Statistic):
        return
    for number, figure in enumerate(placed.entry.figures):
        if figure.estimate is None and figure.direction is None:
            message = "the figure has neither an estimate nor a direction"
            hint = "Add `direction: higher`, `lower`, `none` or `unknown`."
            yield placed.finding("S12", "error", message, "figures", number, hint=hint)
        elif figure.estimate is not None and figure.direction not in (None, "none"):
            message = (
                f"the figure has the estimate {figure.estimate} and a direction too"
            )
            at = ("figures", number, "direction")
            hint = "Delete `direction`: the estimate has it."
            yield placed.finding("S12", "error", message, *at, hint=hint)
