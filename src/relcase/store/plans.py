"""Plans of cases as YAML: read with places, written so that a person can edit them."""

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from relcase.domain.draft import Draft, DraftSection
from relcase.domain.plan import Plan
from relcase.domain.problem import Finding, Problem
from relcase.store import textfile, yaml_text
from relcase.store.decoding import decode
from relcase.store.validate import validate

LIMIT = 4 * 1024 * 1024
"""Bytes above which a file is no plan that a person wrote."""
WIDTH = 88
"""Columns that a plan is written in."""


class LoadedPlan(NamedTuple):
    """A plan file: what it holds, if it could be read, and what is wrong with it."""

    path: str
    plan: Plan | None
    problems: tuple[Problem, ...]
    text: str

    def located(self, findings: Iterable[Finding]) -> list[Problem]:
        """Findings about this plan with their line and column, in the order of the file."""
        listed = list(findings)
        where = yaml_text.places(self.text, (one.steps for one in listed))
        problems = [
            Problem(
                self.path,
                *where[one.steps],
                one.severity,
                one.rule,
                one.message,
                one.hint,
            )
            for one in listed
        ]
        return sorted(problems, key=lambda one: (one.line or 0, one.column or 0))


def load_plan(path: Path) -> LoadedPlan:
    """The plan of a file. Raises ``Unreadable``; what is wrong in it is a problem."""
    name = str(path)
    text, problems = decode(textfile.read_bytes(path, LIMIT), name)
    content = yaml_text.read(text, name)
    problems = [*problems, *content.problems]
    if problems:
        return LoadedPlan(name, None, tuple(problems), content.text)
    if not isinstance(content.data, dict):
        message = "a plan is a map of fields, such as `title:` and `ask:`"
        hint = "relcase case new writes one to start from."
        wrong = Problem(name, 1, 1, "error", "S03", message, hint)
        return LoadedPlan(name, None, (wrong,), content.text)
    plan, findings = validate(Plan, _given(content.data), name, ())
    unlocated = LoadedPlan(name, plan, (), content.text)
    return unlocated._replace(problems=tuple(unlocated.located(findings)))


def _given(data: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that say something: in a plan, an empty one is one left out, and one
    sector need not be written as a list."""
    given = {name: value for name, value in data.items() if value is not None}
    if isinstance(given.get("sector"), str):
        given["sector"] = [given["sector"]]
    if isinstance(given.get("sections"), list):
        given["sections"] = [
            {name: value for name, value in one.items() if value is not None}
            if isinstance(one, dict)
            else one
            for one in given["sections"]
        ]
    return given


def written(draft: Draft) -> str:
    """A proposed plan as YAML, the reason for each entry as a comment above it."""
    return "\n".join(_lines(draft)) + "\n"


def _lines(draft: Draft) -> Iterator[str]:
    wishes = draft.wishes
    yield from _comment(
        "The plan of a case. Edit anything: the words, the order, the entries. Lines "
        "that begin with # are for you and are never printed.",
        "",
    )
    yield f"title: {_quoted(draft.title)}"
    yield f"audience: {wishes.audience}"
    yield f"ask: {_quoted(wishes.ask)}"
    if len(wishes.sectors) == 1:
        yield f"sector: {wishes.sectors[0]}"
    elif wishes.sectors:
        yield f"sector: [{', '.join(wishes.sectors)}]"
    if wishes.cares:
        yield f"cares: [{', '.join(wishes.cares)}]"
    if draft.place:
        yield f"place: {_quoted(draft.place)}"
    yield f"length: {wishes.length}"
    yield ""
    yield "sections:"
    for section in draft.sections:
        yield from _section(section)


def _section(section: DraftSection) -> Iterator[str]:
    yield f"  - part: {section.part}"
    yield f"    title: {_quoted(section.title)}"
    yield from _comment(section.prompt, "    ")
    yield "    text: |" if section.text else "    text:"
    for paragraph in filter(None, section.text.split("\n\n")):
        yield from textwrap.wrap(
            paragraph, WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 6
        )
        yield ""
    if section.choices:
        yield "    entries:"
    for choice in section.choices:
        yield from _comment(choice.headline, "      ")
        yield from _comment(f"Why: {choice.reason}.", "      ")
        yield f"      - {choice.id}"
    if section.choices or not section.text:
        yield ""


def _comment(words: str, indent: str) -> list[str]:
    """Words as lines of comment; nothing in them can end the comment."""
    mark = f"{indent}# "
    return textwrap.wrap(
        _printable(words), WIDTH, initial_indent=mark, subsequent_indent=mark
    )


def _quoted(words: str) -> str:
    return json.dumps(_printable(words), ensure_ascii=False)


def _printable(words: str) -> str:
    """The words on one line, without what YAML does not allow in a text."""
    return "".join(one if one.isprintable() else " " for one in words).strip()
