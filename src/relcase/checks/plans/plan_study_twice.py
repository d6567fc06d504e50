"""N05 one study used twice: two statistics of a plan that rest on the same study.

Two numbers from one study look like two studies that agree. Keep the one that says it
best. The same holds for a full report and its summary, which the record links as of one
lineage.

Bad:
    entries: [family-visits-first, family-visits-second]
Good:
    entries: [family-visits-first]
"""

from collections.abc import Iterator

from relcase.checks.plans.shelf import Shelf, named
from relcase.domain.evidence import Statistic
from relcase.domain.plan import Plan
from relcase.domain.problem import Finding, Rule

RULE = Rule("N05", "one study used twice", "warning")


def check_plan(plan: Plan, shelf: Shelf) -> Iterator[Finding]:
    """Every statistic whose study an earlier one of the plan rests on."""
    earlier: list[Statistic] = []
    for one in named(plan):
        entry = shelf.entries.get(one.id)
        if not isinstance(entry, Statistic) or entry in earlier:
            continue
        for other in earlier:
            if told := _shared(entry, other):
                message = f"'{entry.id}' {told} '{other.id}'"
                hint = (
                    "Keep the one that says it best; two would look like two studies."
                )
                yield shelf.finding("N05", "warning", message, *one.at, hint=hint)
                break
        earlier.append(entry)


def _shared(one: Statistic, other: Statistic) -> str:
    """How two statistics come of one study; empty when they do not."""
    if one.source.key == other.source.key:
        return "rests on the same study as"
    lineage = {
        (entry.source.key, link.key)
        for entry in (one, other)
        for link in entry.see_also
        if link.relation == "lineage"
    }
    keys = (one.source.key, other.source.key)
    return "is of one lineage with" if lineage & {keys, keys[::-1]} else ""
