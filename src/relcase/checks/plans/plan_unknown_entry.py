"""N01 unknown entry of a plan: an id that no store in force has.

A case can only be built of entries that are there. Correct the id; `relcase search`
finds it by its words. An entry of a store of your own is known where that store is laid
over ours, with `--store` or in relcase.toml.

Bad:
    entries: [frome-emergency-admission]
Good:
    entries: [frome-emergency-admissions]
"""

from collections.abc import Iterator

from relcase.checks.nearest import did_you_mean
from relcase.checks.plans.shelf import Shelf, named
from relcase.domain.plan import Plan
from relcase.domain.problem import Finding, Rule

RULE = Rule("N01", "unknown entry of a plan", "error")


def check_plan(plan: Plan, shelf: Shelf) -> Iterator[Finding]:
    """Every id of the plan that is not among the entries."""
    for one in named(plan):
        if one.id not in shelf.entries:
            message = f"there is no entry '{one.id}'"
            hint = did_you_mean(
                one.id, shelf.ids, "To find it by its words: relcase search WORDS"
            )
            yield shelf.finding("N01", "error", message, *one.at, hint=hint)
