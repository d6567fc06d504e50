"""N06 entry given twice: a plan that names the same entry in two places.

It would be printed twice, and a number that is repeated looks like two. Name it where
it does most, and speak of it in your own words elsewhere.

Bad:
    entries: [frome-emergency-admissions, frome-emergency-admissions]
Good:
    entries: [frome-emergency-admissions]
"""

from collections.abc import Iterator

from relcase.checks.plans.shelf import Shelf, named
from relcase.domain.plan import Plan
from relcase.domain.problem import Finding, Rule

RULE = Rule("N06", "entry given twice", "warning")


def check_plan(plan: Plan, shelf: Shelf) -> Iterator[Finding]:
    """Every naming of an entry but the first."""
    first: dict[str, str] = {}
    for one in named(plan):
        if one.id in first:
            message = f"'{one.id}' is named already under '{first[one.id]}'"
            hint = "Keep it where it does most."
            yield shelf.finding("N06", "warning", message, *one.at, hint=hint)
        first.setdefault(one.id, one.section.title)
