"""The rules of a plan: one module each, listed here, explained by their docstrings.

A rule judges the plan of a case beside the entries that it names (``check_plan``). What
no field or value of a plan can be is found where its text is read, under S01 and S03.
"""

from collections.abc import Callable, Iterator
from types import ModuleType

from relcase.checks.plans import (
    plan_certainty_unsaid,
    plan_entry_twice,
    plan_nothing_asked,
    plan_one_sided,
    plan_out_of_use,
    plan_overdue,
    plan_study_twice,
    plan_unknown_entry,
    plan_unknown_name,
)
from relcase.checks.plans.shelf import Shelf
from relcase.domain.plan import Plan
from relcase.domain.problem import Finding

RULES: tuple[ModuleType, ...] = (
    plan_unknown_entry,  # N01
    plan_out_of_use,
    plan_overdue,
    plan_one_sided,
    plan_study_twice,
    plan_entry_twice,
    plan_certainty_unsaid,
    plan_unknown_name,
    plan_nothing_asked,
)

_CHECKS: tuple[Callable[[Plan, Shelf], Iterator[Finding]], ...] = tuple(
    module.check_plan for module in RULES
)


def plan_findings(plan: Plan, shelf: Shelf) -> Iterator[Finding]:
    """What is wrong with a plan, rule by rule."""
    for check in _CHECKS:
        yield from check(plan, shelf)
