"""L06 own source as another: a work that contradicts or repeats itself.

A `contrary` source takes certainty off and one that `replicates` adds some, because
another study looked at the same question. The source of the entry itself is no other
study. Name the other work; what the same work found besides belongs in `caveats`, or in a
statistic of its own.

Bad:
    source: {key: abel2018}
    see_also:
      - {key: abel2018, relation: contrary}
Good:
    source: {key: abel2018}
    see_also:
      - {key: wang2023, relation: contrary}
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.problem import Finding, Rule

RULE = Rule("L06", "own source as another", "error")

_CANNOT = {"contrary": "contradict", "replicates": "repeat"}


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Links of an entry to its own source that speak of another study."""
    own = placed.entry.source.key
    for number, other in enumerate(placed.entry.see_also):
        if other.key == own and other.relation in _CANNOT:
            cannot = _CANNOT[other.relation]
            message = f"'{own}' is the entry's own source and cannot {cannot} it"
            hint = "Name the other source; what this one found besides is a caveat."
            at = ("see_also", number, "key")
            yield placed.finding("L06", "error", message, *at, hint=hint)
