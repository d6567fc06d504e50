"""Fills the generated parts of the manual: ``python docs/_generate.py [--check]``.

The parts stand between cog's marks in README.md and docs/*.md; each calls a function of
this module. ``--check`` writes nothing and fails when a part is out of date.
"""

import ast
import inspect
import os
import re
import subprocess
import sys
import tempfile
import textwrap
import typing
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import MISSING, fields
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union

from relcase import api
from relcase.api.refreshing import refresh
from relcase.api.telling import written
from relcase.checks import RULES, Explanation, explain
from relcase.checks.plans import RULES as PLAN_RULES
from relcase.checks.reports import PAGES as REPORT_RULES
from relcase.citations import styles as catalogue
from relcase.cli import COMMANDS
from relcase.domain import evidence, vocabulary
from relcase.domain import plan as plans
from relcase.domain.certainty.crosswalk import MAY_SAY
from relcase.domain.certainty.holdings import Holdings
from relcase.domain.certainty.rating import LEVELS, Rating
from relcase.domain.certainty.start import START
from relcase.domain.content import Document, Footnote, Line, Paragraph
from relcase.domain.query import Query
from relcase.domain.vocabulary import (
    CERTAINTIES,
    KINDS,
    PLURALS,
    STANCES,
    VERIFIED,
    spoken,
)
from relcase.domain.wording.meanings import WORDING_RULES
from relcase.domain.wording.rules import RULES as WORDING
from relcase.store import load, locate

ROOT = Path(__file__).resolve().parent.parent
WIDTH = 76
"""Columns of a session, so that it fits a page."""

EXAMPLE_SOURCE = "holtlunstad2010"
LONG_LIST = 8
"""Values above which a list gets a table of its own."""

_ON_A_TERMINAL = """
import io, sys
class Terminal(io.StringIO):
    def isatty(self):
        return True
pipe, sys.stdout = sys.stdout, Terminal()
from relcase.cli import app
try:
    app(sys.argv[1:], prog_name="relcase")
finally:
    pipe.write(sys.stdout.getvalue())
"""


def main(arguments: Sequence[str]) -> int:
    """Runs cog over every page; its status is ours."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    names = [str(path.relative_to(ROOT)) for path in pages]
    how = ["--check", "--diff"] if "--check" in arguments else ["-r"]
    options = ["-c", "-U", "-n", "utf-8", "--verbosity=1", "-I", "docs"]
    cog = [sys.executable, "-m", "cogapp", *how, *options, *names]
    return subprocess.run(cog, cwd=ROOT, env=_environment(), check=False).returncode


# Sessions


def session(*lines: str) -> str:
    """Commands and what they print on a terminal of ``WIDTH`` columns."""
    shown = (f"$ {line}\n{on_terminal(line)}" for line in lines)
    return "```console\n" + "\n\n".join(shown) + "\n```\n"


def pasted(line: str) -> str:
    """What a command hands over as Markdown, as a page shows it."""
    output = _run([sys.executable, "-m", "relcase", *_words(line)])
    return "".join(f"> {row}".rstrip() + "\n" for row in output.splitlines())


def on_terminal(line: str) -> str:
    """What a command prints on a terminal, wrapped where the terminal would wrap."""
    output = _run([sys.executable, "-c", _ON_A_TERMINAL, *_words(line)])
    return "\n".join(_wrapped(output.rstrip().splitlines()))


def _wrapped(rows: Iterable[str]) -> Iterator[str]:
    for row in rows:
        yield from textwrap.wrap(
            row.rstrip(), WIDTH, break_long_words=False, break_on_hyphens=False
        ) or [""]


def _words(line: str) -> list[str]:
    program, *words = line.split()
    assert program == "relcase", line
    return words


def _run(command: list[str]) -> str:
    """Output of a command in an empty folder, away from anybody's settings."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            command,
            cwd=folder,
            env=_environment(),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    if done.returncode:
        raise SystemExit(f"{' '.join(command[3:])}\n{done.stdout}{done.stderr}")
    return done.stdout


def _environment() -> dict[str, str]:
    ours = {"RELCASE_STORE", "RELCASE_STYLE", "FORCE_COLOR"}
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    plain_terminal = {"TERM": "dumb", "NO_COLOR": "1", "COLUMNS": str(WIDTH)}
    return kept | plain_terminal | {"LINES": "50", "PYTHONUTF8": "1"}


def refreshed() -> str:
    """A report with marked places, before and after it is refreshed."""
    before = (
        "Frome shows what can change:\n\n"
        "<!-- relcase: stat frome-emergency-admissions short -->\n\n"
        "## References\n\n<!-- relcase: references apa -->\n"
    )
    done = refresh(_library(), before.encode(), "report.md", "apa")
    fenced = (f"```markdown\n{text}```\n" for text in (before, done.data.decode()))
    return "\nbecomes\n\n".join(fenced)


def audit() -> str:
    """What publications say of our evidence, and what can be said instead."""
    output = _run([sys.executable, "-m", "relcase", "audit", "-f", "markdown"])
    return "\n\n".join(output.split("\n\n")[1:-1]) + "\n"


# The store


def contents() -> str:
    """How much the store holds, of what, and how far it was checked."""
    library = _library()
    entries = library.find(Query())
    apart = library.count(Query(hidden=True)) - len(entries)
    statistics = [one for one in entries if one.kind == "statistic"]
    kinds = Counter(one.kind for one in entries)
    figures = sum(len(_statistic(one.id).figures) for one in statistics)
    listed = ", ".join(f"{kinds[one]} {PLURALS[one]}" for one in KINDS)
    sources = len(library.names("keys"))
    return "\n".join(
        (
            f"{len(entries)} entries from {sources} sources: {listed}. "
            f"The statistics hold {figures} figures."
            + (f" Kept apart, and shown by `--all`: {apart}." if apart else ""),
            "",
            _table(
                ("sector", "statistics", "other entries"),
                (
                    (f"`{one.id}`", one.statistics, one.other_entries)
                    for one in library.sectors()
                ),
            ),
            "An entry may belong to several sectors; `any` holds the general ones.",
            "",
            _shares("What they say of “relationships help”", statistics, "stance"),
            _shares("How far their sources were read", statistics, "verified"),
        )
    )


def _shares(title: str, statistics: Sequence[Any], name: str) -> str:
    counts = Counter(getattr(one, name) for one in statistics)
    order = STANCES if name == "stance" else VERIFIED
    rows = ((spoken(value), counts[value]) for value in order)
    return _table((title, "statistics"), rows)


@cache
def _library() -> api.Library:
    return api.open_library()


def _statistic(entry_id: str) -> evidence.Statistic:
    entry = _library().entry(entry_id)
    assert isinstance(entry, evidence.Statistic)
    return entry


# How sure the evidence makes us


def starts() -> str:
    """Where each design starts, claim by claim."""
    claims: tuple[vocabulary.ClaimType, ...]
    claims = ("effect", "association", "description", "qualitative")
    designs: tuple[vocabulary.Design, ...] = typing.get_args(vocabulary.Design)
    rows = []
    for design in designs:
        levels = (START[claim, design] for claim in claims)
        words = ("–" if one is None else spoken(LEVELS[one]) for one in levels)
        rows.append((spoken(design), *words))
    return _table(("design", *claims), rows)


def licences() -> str:
    """The verbs that each licence allows."""
    rows = ((one, _GRANTED[one], words) for one, words in MAY_SAY.items())
    return _table(("licence", "granted to", "you may say"), rows)


_GRANTED = {
    "C3": "effect, high",
    "C2": "effect, moderate",
    "C1": "effect, low",
    "A": "association, at any certainty",
    "D": "description and what people tell, at any certainty",
    "X": "effect, very low; anything not rated",
}


def certainties() -> str:
    """How sure the evidence of the store makes us, claim by claim, and why not surer."""
    rated = _ratings()
    claims = typing.get_args(vocabulary.ClaimType)
    counts = Counter((one.claim_type, rating.word) for one, rating in rated)
    rows = [
        (spoken(word), *cells, sum(cells))
        for word in CERTAINTIES
        for cells in [[counts[claim, word] for claim in claims]]
    ]
    reasons = Counter(
        _PARTICULARS.sub("…", step.reason)
        for _, rating in rated
        for step in rating.steps
        if step.part in ("down", "up", "cap")
    )
    return "\n".join(
        (
            _table(("certainty", *claims, "all"), rows),
            "The reasons met most often:",
            "",
            _table(("reason", "statistics"), reasons.most_common(MOST_REASONS)),
        )
    )


MOST_REASONS = 10
_PARTICULARS = re.compile(r"'[^']+'|\([^)]+\)|[0-9][0-9.]*")
"""Keys and numbers, by which one and the same reason differs from entry to entry."""


@cache
def _ratings() -> list[tuple[evidence.Statistic, Rating]]:
    corpus = load.corpus([load.load_store(locate.builtin())])
    statistics = [one for _, one in corpus.statistics]
    holdings = Holdings.of(statistics, corpus.references)
    return [(one, holdings.rating(one)) for one in statistics]


# Reference pages


def commands() -> str:
    """The help of every command, as it prints it."""
    calls = [[], *([name] for name in COMMANDS)]
    at = calls.index(["store"]) + 1
    calls[at:at] = [["store", "check"], ["store", "rules"], ["store", "due"]]
    at = calls.index(["case"]) + 1
    calls[at:at] = [["case", "new"], ["case", "build"], ["case", "check"]]
    parts = []
    for call in calls:
        told = _run([sys.executable, "-m", "relcase", *call, "--help"])
        title = " ".join(["relcase", *call])
        text = "\n".join(row.rstrip() for row in told.strip().splitlines())
        parts.append(f"## {title}\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


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
    parts = [_table(("rule", "severity", "what it finds"), rows)]
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
    parts = [_table(("rule", "what is wrong"), rows)]
    for one in pages.values():
        parts.append(f"### {one.id} {one.title}\n\n*{one.severity}* · {one.text}\n")
        for name, example in (("Bad", one.bad), ("Good", one.good)):
            parts.append(f"{name}:\n\n```yaml\n{example}\n```\n")
    return "\n".join(parts)


def _linked(page: Explanation) -> str:
    return f"[{page.id}](#{_anchor(f'{page.id} {page.title}')})"


def styles() -> str:
    """Common styles: what to type, the title, a citation and a reference."""
    parts = []
    for name in catalogue.USUAL:
        style = api.resolve_style(name, None)
        made = _library().references([EXAMPLE_SOURCE], name, "en-GB")
        cited = _in_text(made.citations[EXAMPLE_SOURCE].parenthetical)
        reference = _markdown(made.references[0][1])
        own = "" if style.id == name else f" (`{style.id}`)"
        parts.append(
            f"## {name}\n\n{style.title}{own}; {_KINDS[style.kind]}\n\n"
            f"> {cited}\n>\n> {reference}\n"
        )
    return "\n".join(parts)


_KINDS = {
    "author-date": "author and year in the text.",
    "author": "author in the text.",
    "numeric": "numbers in the text.",
    "note": "footnotes.",
    "label": "labels in the text.",
}


def _in_text(cited: Line) -> str:
    for part in cited:
        if isinstance(part, Footnote):
            return f"In the footnote: {_markdown(part.content)}"
    return f"In the text: {_markdown(cited)}"


def _markdown(content: Line) -> str:
    text = written(Document((Paragraph(content),)), "markdown").strip()
    return re.sub(r"\^(\d+)\^", r"<sup>\1</sup>", text)


def aliases() -> str:
    """Short names for styles, and what they stand for."""
    found = ((name, api.resolve_style(name, None).id) for name in catalogue.ALIASES)
    return _table(
        ("you may type", "for"),
        ((f"`{name}`", f"`{stands}`") for name, stands in found if name != stands),
    )


# The record


def record() -> str:
    """A table of fields for each part of an entry."""
    return "\n".join(_fields_of(name, getattr(evidence, name)) for name in _PARTS)


def _fields_of(name: str, model: Any) -> str:
    says = " ".join((inspect.getdoc(model) or "").split())
    own = [one for one in fields(model) if one.name in model.__annotations__]
    rows = ((*_field(model, one), _meaning(name, one.name)) for one in own)
    title = _TITLES.get(name, name)
    table = _table(("field", "required", "holds", "meaning"), rows)
    return f"### {title}\n\n{says}\n\n{table}"


def plan() -> str:
    """A table of fields for a plan and for its sections."""
    return "\n".join(
        _fields_of(name, getattr(plans, name)) for name in ("Plan", "Section")
    )


_PARTS = (
    *("Entry", "Source", "Verification", "SeeAlso", "Statistic", "Figure", "Baseline"),
    *("Scale", "Comparator", "Sample", "Group", "Interval", "CertaintyOverride"),
    *("Said", "SaidProblem", "Story", "Quote", "Definition", "Barrier", "Action"),
    *("Sector", "Outcome"),
)
_TITLES = {
    "Plan": "A plan",
    "Section": "A section of a plan",
    "Entry": "Every entry",
    "SeeAlso": "See also",
    "SaidProblem": "Said problem",
    "CertaintyOverride": "Certainty override",
}


def values() -> str:
    """The longer lists of values, with the words a reader sees."""
    parts = []
    for name in ("Design", "Measure"):
        listed = typing.get_args(getattr(vocabulary, name))
        rows = ((f"`{value}`", spoken(value)) for value in listed)
        parts.append(f"### {name}\n\n{_table(('value', 'in words'), rows)}")
    return "\n".join(parts)


def _field(model: Any, field: Any) -> tuple[str, str, str]:
    """A field's name, whether it is required, and what it holds."""
    required = field.default is MISSING and field.default_factory is MISSING
    hint = typing.get_type_hints(model)[field.name]
    return f"`{field.name}`", "yes" if required else "", _holds(hint, field.default)


def _holds(hint: Any, default: object) -> str:
    if typing.get_origin(hint) in (Union, UnionType):
        inner = next(one for one in typing.get_args(hint) if one is not NoneType)
        nullable = " or `null`" if default is MISSING else ""
        return _holds(inner, default) + nullable
    if typing.get_origin(hint) is dict:
        return "map of text to text"
    if typing.get_origin(hint) is tuple:
        inner = _holds(typing.get_args(hint)[0], default)
        return f"list of {inner}"
    if typing.get_origin(hint) is Literal:
        return _choices(typing.get_args(hint), default)
    if inspect.isclass(hint) and issubclass(hint, evidence.Closed):
        title = _TITLES.get(hint.__name__, hint.__name__)
        return f"[{title.lower()}](#{_anchor(title)})"
    return {str: "text", int: "whole number", bool: "`true` or `false`"}[hint]


def _choices(listed: Sequence[str], default: object) -> str:
    if len(listed) > LONG_LIST:
        name = "measure" if "odds_ratio" in listed else "design"
        return f"[one of these](#{name})"
    text = ", ".join(f"`{value}`" for value in listed)
    return f"{text} (else `{default}`)" if default in listed else text


def _meaning(part: str, field: str) -> str:
    """The docstring under the field; the empty text when there is none."""
    return _field_docs().get((part, field), "")


@cache
def _field_docs() -> dict[tuple[str, str], str]:
    found = {}
    sources = (inspect.getsource(module) for module in (evidence, plans))
    for node in (node for text in sources for node in ast.parse(text).body):
        if not isinstance(node, ast.ClassDef):
            continue
        for one, after in zip(node.body, node.body[1:], strict=False):
            if (
                isinstance(one, ast.AnnAssign)
                and isinstance(one.target, ast.Name)
                and isinstance(after, ast.Expr)
                and isinstance(after.value, ast.Constant)
            ):
                text = " ".join(str(after.value.value).split())
                found[node.name, one.target.id] = text
    return found


# Markdown


def _table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|")


def _anchor(title: str) -> str:
    """The name by which a page can point at a heading."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
