"""N08 unknown sector or outcome of a plan: a word that the stores do not have.

The sector and what the audience cares about decide how near each study is said to be. A
word that no store knows compares with nothing. `relcase sectors` lists the sectors,
`relcase sectors --outcomes` the outcomes.

Bad:
    sector: healthcare
Good:
    sector: health
"""

from collections.abc import Iterator

from relcase.checks.nearest import did_you_mean
from relcase.checks.plans.shelf import Shelf
from relcase.domain.plan import Plan
from relcase.domain.problem import Finding, Rule

RULE = Rule("N08", "unknown sector or outcome of a plan", "error")


def check_plan(plan: Plan, shelf: Shelf) -> Iterator[Finding]:
    """The sector and every outcome that no store defines."""
    for number, sector in enumerate(plan.sector):
        if sector not in shelf.sectors:
            message = f"there is no sector '{sector}'"
            hint = did_you_mean(sector, shelf.sectors, "See: relcase sectors")
            yield shelf.finding("N08", "error", message, "sector", number, hint=hint)
    for number, tag in enumerate(plan.cares):
        if tag not in shelf.outcomes:
            message = f"there is no outcome '{tag}'"
            hint = did_you_mean(tag, shelf.outcomes, "See: relcase sectors --outcomes")
            yield shelf.finding("N08", "error", message, "cares", number, hint=hint)
