"""B07 spread below zero: a standard deviation or standard error with a minus.

Both say how far numbers lie apart, and nothing lies less than nothing apart. Mostly it is
an end of the interval, or the minus of the estimate beside it.

Bad:
    figures:
      - {label: change in points, measure: mean_difference, estimate: "-2.5", se: "-0.9"}
Good:
    figures:
      - {label: change in points, measure: mean_difference, estimate: "-2.5", se: "0.9"}
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Statistic
from relcase.domain.printed import value
from relcase.domain.problem import Finding, Rule

RULE = Rule("B07", "spread below zero", "error")

_NAMES = {"sd": "standard deviation", "se": "standard error"}


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Negative standard deviations and standard errors."""
    if not isinstance(placed.entry, Statistic):
        return
    for number, figure in enumerate(placed.entry.figures):
        for name, text in (("sd", figure.sd), ("se", figure.se)):
            given = value(text)
            if given is not None and given < 0:
                message = f"a {_NAMES[name]} cannot be {text}"
                hint = "It is never below zero; check the number in the source."
                at = ("figures", number, name)
                yield placed.finding("B07", "error", message, *at, hint=hint)
