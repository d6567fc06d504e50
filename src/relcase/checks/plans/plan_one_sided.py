"""N04 one-sided selection: every statistic of a plan speaks for the case.

Whoever decides will ask what was found otherwise, and a case that hides it is lost
then. Add what found no clear difference, or the contrary; the hint names what the
stores hold on the same outcomes.

Bad:
    entries: [social-relationships-survival, gp-continuity-norway]
Good:
    entries: [social-relationships-survival, named-gp-policy-no-effect]
"""

from collections.abc import Iterator

from relcase.checks.plans.shelf import Shelf, named
from relcase.domain.evidence import Statistic
from relcase.domain.plan import Plan
from relcase.domain.problem import Finding, Rule

RULE = Rule("N04", "one-sided selection", "warning")
_NAMED = 3


def check_plan(plan: Plan, shelf: Shelf) -> Iterator[Finding]:
    """A plan with statistics that all support; at the first of them."""
    statistics = shelf.statistics(plan)
    if not statistics or any(one.stance != "supports" for one in statistics):
        return
    known = (one.entry.id for one in shelf.otherwise if one.entry is not None)
    found = list(dict.fromkeys(known))[:_NAMED]
    hint = (
        f"Found otherwise: {', '.join(found)}."
        if found
        else "See: relcase stats --stance against --stance no-clear-difference"
    )
    message = "every statistic of this plan speaks for the case"
    at = next(
        one.at
        for one in named(plan)
        if isinstance(shelf.entries.get(one.id), Statistic)
    )
    yield shelf.finding("N04", "warning", message, *at, hint=hint)
