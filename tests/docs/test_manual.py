"""Whatever a person can type or write is in the manual, and what is there exists."""

import ast
import inspect
import re
import shlex
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
import typer

from relcase.checks import RULES
from relcase.citations import styles
from relcase.cli import COMMANDS, app, choices, complete, problems, refs
from relcase.domain import evidence
from relcase.store import settings

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    str(path.relative_to(ROOT).as_posix()): path.read_text(encoding="utf-8")
    for path in (
        *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
        *sorted((ROOT / "docs").glob("*.md")),
    )
}
MODELS: list[Any] = [
    one for _, one in inspect.getmembers(evidence, inspect.isclass) if is_dataclass(one)
]
GROUP: Any = typer.main.get_command(app)


def _leaves() -> Iterator[tuple[str, Any]]:
    for name in COMMANDS:
        command = GROUP.commands[name]
        yield name, command
        for inner, subcommand in getattr(command, "commands", {}).items():
            yield f"{name} {inner}", subcommand


def _options(command: Any) -> set[str]:
    names = {"-h", "--help"}
    for parameter in command.params:
        names |= {*parameter.opts, *parameter.secondary_opts}
    return {name for name in names if name.startswith("-")}


LEAVES = dict(_leaves())


@pytest.mark.parametrize("name", LEAVES)
def test_every_command_and_option_is_in_the_manual(name: str) -> None:
    page = PAGES["docs/cli.md"]
    section = page.partition(f"\n## relcase {name}\n")[2].partition("\n## ")[0]
    assert section
    assert {one for one in _options(LEAVES[name]) if one not in section} == set()


@pytest.mark.parametrize("name", LEAVES)
def test_every_command_says_what_it_does(name: str) -> None:
    assert LEAVES[name].help
    assert all(
        parameter.help for parameter in LEAVES[name].params if parameter.name != "help"
    )


def test_every_rule_is_in_the_manual() -> None:
    page = PAGES["docs/rules.md"]
    titles = [f"\n## {one.RULE.id} {one.RULE.title}\n" for one in RULES]
    assert [title for title in titles if title not in page] == []


@pytest.mark.parametrize("model", MODELS, ids=[one.__name__ for one in MODELS])
def test_every_field_is_in_the_manual_with_its_meaning(model: Any) -> None:
    page = PAGES["docs/data-format.md"]
    rows = {
        cells[1].strip(" `"): cells[-2].strip()
        for cells in (line.split("|") for line in page.splitlines())
        if len(cells) == 6
    }
    undocumented = [one.name for one in fields(model) if not rows.get(one.name)]
    assert undocumented == []


@pytest.mark.parametrize("model", MODELS, ids=[one.__name__ for one in MODELS])
def test_every_field_has_one_docstring(model: Any) -> None:
    """The meaning of a field stands under it, on one line."""
    (node,) = ast.parse(inspect.getsource(model)).body
    assert isinstance(node, ast.ClassDef)
    without = [
        one.target.id
        for one, after in zip(node.body, [*node.body[1:], None], strict=True)
        if isinstance(one, ast.AnnAssign)
        and isinstance(one.target, ast.Name)
        and not isinstance(after, ast.Expr)
        and "ClassVar" not in ast.unparse(one.annotation)
    ]
    assert without == []


@pytest.mark.parametrize("form", sorted({*complete.FORMATS, *refs.FORMATS}))
def test_every_format_is_in_the_manual(form: str) -> None:
    assert re.search(rf"\b{re.escape(form)}\b", PAGES["docs/cli.md"])


@pytest.mark.parametrize("suffix", choices.SUFFIXES)
def test_every_suffix_but_the_long_and_the_short_is_in_the_manual(suffix: str) -> None:
    other = {".markdown": ".md", ".htm": ".html"}.get(suffix, suffix)
    assert f"`{other}`" in PAGES["docs/cli.md"]


def test_every_format_of_problems_is_in_the_manual() -> None:
    named = [form for form in problems.FORMATS if form not in PAGES["docs/rules.md"]]
    assert named == []


def test_every_setting_is_in_the_manual() -> None:
    page = PAGES["docs/data-format.md"].partition("\n## relcase.toml\n")[2]
    names = [
        "store" if name == "stores" else name for name in settings.Settings._fields
    ]
    assert [name for name in names if f"| `{name}` |" not in page] == []


def test_every_variable_of_the_environment_is_in_the_manual() -> None:
    used = set()
    for path in (ROOT / "src").rglob("*.py"):
        used |= set(re.findall(r"\bRELCASE_[A-Z_]+", path.read_text(encoding="utf-8")))
    assert {name for name in used if f"`{name}`" not in PAGES["docs/cli.md"]} == set()


@pytest.mark.parametrize("name", styles.ALIASES)
def test_every_alias_of_a_style_is_in_the_manual(name: str) -> None:
    assert re.search(rf"(`{name}`|^## {name}$)", PAGES["docs/styles.md"], re.MULTILINE)


def _typed() -> Iterator[tuple[str, str]]:
    """Every relcase command that a page shows, and the page."""
    for page, text in PAGES.items():
        if page == "docs/cli.md":
            continue
        shown = re.sub(r"<!-- \[\[\[cog.*?\]\]\] -->", "", text, flags=re.DOTALL)
        for block in re.findall(r"```(?:bash|console)\n(.*?)```", shown, re.DOTALL):
            for line in block.splitlines():
                if match := re.match(r"(?:\$ )?(relcase .*)", line):
                    yield page, match[1]
        for inline in re.findall(r"`(relcase [^`\n]+)`", shown):
            yield page, inline


@pytest.mark.parametrize(("page", "line"), sorted(set(_typed())))
def test_every_command_that_a_page_shows_exists(page: str, line: str) -> None:
    words = shlex.split(line)[1:]
    name = words[0]
    if name.startswith("-"):
        known = _options(GROUP) | {"--install-completion", "--show-completion"}
        assert name in known
        return
    assert name in COMMANDS
    name = " ".join(words[:2]) if " ".join(words[:2]) in LEAVES else name
    options = [word for word in words if re.match(r"--?[a-z]", word)]
    assert [one for one in options if one not in _options(LEAVES[name])] == []


def test_every_link_to_a_file_leads_to_one() -> None:
    broken = []
    for page, text in PAGES.items():
        for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", text):
            if not ((ROOT / page).parent / target).exists():
                broken.append((page, target))
    assert broken == []


def test_every_link_to_a_heading_leads_to_one() -> None:
    broken = []
    for page, text in PAGES.items():
        for file, anchor in re.findall(r"\]\(([^)#:]*)#([^)]+)\)", text):
            target = ((ROOT / page).parent / file).resolve() if file else ROOT / page
            if anchor not in _anchors(target.read_text(encoding="utf-8")):
                broken.append((page, file, anchor))
    assert broken == []


def _anchors(text: str) -> set[str]:
    titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", title.lower()) for title in titles)
    return {title.replace(" ", "-") for title in plain}
