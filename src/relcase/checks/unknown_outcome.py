"""S11 unknown outcome: an outcome tag that the store does not have.

The tags under `outcomes` are how statistics on one thing find each other; the exact
wording of the source goes into `outcome`. Use a tag of the store's `outcomes` section,
or add one there with its name and its polarity.

Bad:
    outcomes: [mortalty]
Good:
    outcomes: [mortality]
"""

from collections.abc import Iterator

from relcase.checks.nearest import did_you_mean
from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Statistic
from relcase.domain.problem import Finding, Rule

RULE = Rule("S11", "unknown outcome", "error")


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Every outcome tag of a statistic that no store in force has."""
    if not isinstance(placed.entry, Statistic):
        return
    known = around.outcomes
    for number, tag in enumerate(placed.entry.outcomes):
        if tag not in known:
            everything = "The tags are: " + ", ".join(known) + "."
            yield placed.finding(
                "S11",
                "error",
                f"there is no outcome tag '{tag}'",
                "outcomes",
                number,
                hint=did_you_mean(tag, known, everything),
            )
