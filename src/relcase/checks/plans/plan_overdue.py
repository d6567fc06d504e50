"""N03 entry overdue for review: a plan that rests on what should have been looked at again.

Surveys are repeated and reviews updated; a figure that was right when the plan was made
may have been overtaken since. Look at the source before you present it, and correct the
entry or its `review_by`.

Bad:
    entries: [overdue-example]
Good:
    entries: [frome-emergency-admissions]
"""

from collections.abc import Iterator

from relcase.checks.impossible_date import day
from relcase.checks.plans.shelf import Shelf, named
from relcase.domain.plan import Plan
from relcase.domain.problem import Finding, Rule

RULE = Rule("N03", "entry overdue for review", "warning")


def check_plan(plan: Plan, shelf: Shelf) -> Iterator[Finding]:
    """Every active entry of the plan whose day of review has passed."""
    for one in named(plan):
        entry = shelf.entries.get(one.id)
        if entry is None or entry.review_by is None or entry.status != "active":
            continue
        due = day(entry.review_by)
        if due is not None and due < shelf.today:
            message = f"'{one.id}' should have been looked at again by {due}"
            hint = f"See whether its source still says so: relcase show {one.id}"
            yield shelf.finding("N03", "warning", message, *one.at, hint=hint)
