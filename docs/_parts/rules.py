"""The pages of the rules."""

from collections.abc import Iterable

from _parts.markdown import anchor, table
from relcase.checks import RULES, Explanation, explain
from relcase.checks.plans import RULES as PLAN_RULES
from relcase.checks.reports import PAGES as REPORT_RULES
from relcase.domain.wording.meanings import WORDING_RULES
from relcase.domain.wording.rules import RULES as WORDING


def rules() -> str:
    """Every rule of a store: a table, then its page from the docstring of its module."""
    return _pages(map(explain, RULES), "##")


def plan_rules() -> str:
    """The same of the rules of a plan."""
    return _pages(map(explain, PLAN_RULES), "###")


def report_rules() -> str:
    """The same of the rules of finished reports."""
    return _pages(REPORT_RULES, "###")


_LANGUAGES = {"K": "bibtex", "D": "markdown", "F": "markdown"}
"""Of the examples of a rule, by the first letter of its id."""


def _pages(explained: Iterable[Explanation], level: str) -> str:
    pages = list(explained)
    rows = ((_linked(one), one.severity, one.title) for one in pages)
    parts = [table(("rule", "severity", "what it finds"), rows)]
    for one in pages:
        language = _LANGUAGES.get(one.id[0], "yaml")
        parts.append(f"{level} {one.id} {one.title}\n\n*{one.severity}* · {one.text}\n")
        for name, example in (("Bad", one.bad), ("Good", one.good)):
            if example:
                parts.append(f"{name}:\n\n```{language}\n{example}\n```\n")
    return "\n".join(parts)


def wording() -> str:
    """The rules of wording: a table, then the pages of those that judge sentences."""
    pages = {module.RULE.id: explain(module) for module in WORDING}
    rows = (
        (_linked(pages[name]) if name in pages else name, meaning)
        for name, meaning in WORDING_RULES.items()
    )
    parts = [table(("rule", "what is wrong"), rows)]
    for one in pages.values():
        parts.append(f"### {one.id} {one.title}\n\n*{one.severity}* · {one.text}\n")
        for name, example in (("Bad", one.bad), ("Good", one.good)):
            parts.append(f"{name}:\n\n```yaml\n{example}\n```\n")
    return "\n".join(parts)


def _linked(page: Explanation) -> str:
    return f"[{page.id}](#{anchor(f'{page.id} {page.title}')})"
