"""N09 nothing asked: a plan whose ask, title or heading is blank, or without sections.

A case that asks for nothing gets nothing. Say in one sentence what is to be decided:
what, how much of it, from when. A heading may be your own, and has to be there.

Bad:
    ask: ""
Good:
    ask: Fund one link worker in each practice for two years, from April.
"""

from collections.abc import Iterator

from relcase.checks.plans.shelf import Shelf
from relcase.domain.plan import Plan
from relcase.domain.problem import Finding, Rule

RULE = Rule("N09", "nothing asked", "error")


def check_plan(plan: Plan, shelf: Shelf) -> Iterator[Finding]:
    """Texts that have to be there and are blank; a plan with no section."""
    for name, text in (("ask", plan.ask), ("title", plan.title)):
        if not text.strip():
            hint = _ASK if name == "ask" else "Write what the case is about."
            yield shelf.finding("N09", "error", f"'{name}' is empty", name, hint=hint)
    for number, section in enumerate(plan.sections):
        if not section.title.strip():
            at = ("sections", number, "title")
            hint = "Give the section a heading, or delete it."
            yield shelf.finding("N09", "error", "'title' is empty", *at, hint=hint)
    if not plan.sections:
        hint = "relcase case new writes a plan with sections to start from."
        yield shelf.finding(
            "N09", "error", "there are no sections", "sections", hint=hint
        )


_ASK = "Say in one sentence what is to be decided."
