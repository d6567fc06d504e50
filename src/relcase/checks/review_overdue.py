"""T02 review overdue: an entry whose day of review has passed.

Figures age: a survey is repeated, a review updated, a paper corrected. Look whether
the source still says so, then set the day in `verification` and a new `review_by`, or
set `status: superseded`.

Bad:
    review_by: 2025-06-30
    verification: {level: abstract, on: 2024-06-30, note: read at the publisher}
Good:
    review_by: 2027-06-30
    verification: {level: abstract, on: 2025-06-30, note: read at the publisher}
"""

from collections.abc import Iterator

from relcase.checks.impossible_date import day
from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.problem import Finding, Rule

RULE = Rule("T02", "review overdue", "warning")


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """An active entry that should have been looked at again by now."""
    entry = placed.entry
    if entry.review_by is None or entry.status != "active":
        return
    due = day(entry.review_by)
    if due is not None and due < around.today:
        message = f"the review was due by {due}"
        hint = "Look at the source again and set a new day, or `status: superseded`."
        yield placed.finding("T02", "warning", message, "review_by", hint=hint)
