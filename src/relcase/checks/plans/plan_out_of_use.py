"""N02 entry no longer in use: a plan that rests on what was superseded or withdrawn.

An entry is superseded when a newer finding has taken its place, and withdrawn when it
should not have been there. Neither can carry a case. Take it out, or put the newer one
in its place; `relcase show ID` names it under see also.

Bad:
    entries: [withdrawn-example]
Good:
    entries: [frome-emergency-admissions]
"""

from collections.abc import Iterator

from relcase.checks.plans.shelf import Shelf, named
from relcase.domain.plan import Plan
from relcase.domain.problem import Finding, Rule

RULE = Rule("N02", "entry no longer in use", "error")


def check_plan(plan: Plan, shelf: Shelf) -> Iterator[Finding]:
    """Every entry of the plan that is not active."""
    for one in named(plan):
        entry = shelf.entries.get(one.id)
        if entry is not None and entry.status != "active":
            message = f"'{one.id}' is {entry.status}"
            hint = f"Take it out, or use what took its place: relcase show {one.id}"
            yield shelf.finding("N02", "error", message, *one.at, hint=hint)
