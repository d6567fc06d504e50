"""N07 very low certainty unsaid: weak evidence in a section that does not say so.

A statistic of very low certainty may be true, and carries nothing by itself. A section
that puts it forward as evidence should say in its own words that it is weak, or leave
it out. "Very low", "uncertain", "not know" or "cannot tell" in the text is enough.

Bad:
    sections:
      - part: evidence
        title: The evidence
        text: These findings speak for themselves.
        entries: [frome-emergency-admissions]
Good:
    sections:
      - part: evidence
        title: The evidence
        text: One town's account, of very low certainty, shows what may be possible.
        entries: [frome-emergency-admissions]
"""

import re
from collections.abc import Iterator

from relcase.checks.plans.shelf import Shelf, named
from relcase.domain.plan import Plan
from relcase.domain.problem import Finding, Rule

RULE = Rule("N07", "very low certainty unsaid", "warning")

_SAID = re.compile(
    r"\bvery low\b|\buncertain|\bnot (?:yet )?know|\bcannot tell\b|\bcan't tell\b"
    r"|\bnot (?:be )?(?:sure|certain)\b|\bweak",
    re.IGNORECASE,
)
_PUT_FORWARD = ("why", "evidence")


def check_plan(plan: Plan, shelf: Shelf) -> Iterator[Finding]:
    """Every statistic of very low certainty in a section that is silent about it."""
    for one in named(plan):
        section = one.section
        if section.part not in _PUT_FORWARD or _SAID.search(section.text):
            continue
        if shelf.certainties.get(one.id) == "very_low":
            message = (
                f"'{one.id}' is of very low certainty, and the text does not say so"
            )
            hint = "Say it in the text of the section, or leave the entry out."
            yield shelf.finding("N07", "warning", message, *one.at, hint=hint)
