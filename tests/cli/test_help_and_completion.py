"""Help that shows how, and a shell that knows the names."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from relcase import __version__
from relcase.cli import COMMANDS, app

Run = Callable[..., Any]
GROUPED = [("store", "check"), ("store", "rules"), ("store", "due")]
ALL = [*((name,) for name in COMMANDS), *GROUPED]


def test_the_table_of_commands(run: Run, snapshot: Callable[[str, str], None]) -> None:
    done = run("--help")
    assert done.status == 0
    snapshot("help.txt", done.stdout)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_of_itself_what_the_table_says(run: Run, name: str) -> None:
    """The table is written out beforehand, so that --help imports no command."""
    first = run(name, "--help").stdout.split("\n\n")[1]
    assert " ".join(first.split()) == COMMANDS[name][1]


@pytest.mark.parametrize("names", ALL)
def test_every_command_shows_an_example_that_is_sound(
    run: Run, names: tuple[str, ...]
) -> None:
    text = run(*names, "--help").stdout
    examples = re.findall(r"^  Example: relcase (.+)$", text, re.MULTILINE)
    assert examples
    for example in examples:
        assert example.split()[: len(names)] == list(names)
        asked = [one for one in example.split() if one.startswith("-")]
        assert all(re.search(rf"(^|\s){one}\b", text) for one in asked)


@pytest.mark.parametrize("names", ALL)
def test_help_is_as_short_as_its_letter(run: Run, names: tuple[str, ...]) -> None:
    assert run(*names, "-h") == run(*names, "--help")


@pytest.mark.parametrize("names", [(), *ALL])
def test_help_is_a_word_too(run: Run, names: tuple[str, ...]) -> None:
    assert run("help", *names) == run(*names, "--help")


def test_without_a_command(run: Run) -> None:
    assert run().status == 2
    assert "Commands:" in run().stdout + run().stderr


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"relcase {__version__}\n", "")


def complete(line: str) -> list[str]:
    """What bash offers at the end of a line."""
    words = line.split(" ")
    environment = {
        "_RELCASE_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
    }
    done = CliRunner().invoke(app, [], prog_name="relcase", env=environment)
    assert done.exit_code == 0
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "relcase s",
            [
                "stats",
                "stories",
                "search",
                "show",
                "slides",
                "sectors",
                "styles",
                "store",
            ],
        ),
        ("relcase store ch", ["check"]),
        ("relcase stats --sector men", ["mental-health"]),
        ("relcase stats -s men", ["mental-health"]),
        ("relcase stats --outcome mort", ["mortality"]),
        ("relcase stats --stance no", ["no-clear-difference"]),
        ("relcase stats --certainty very", ["very-low"]),
        ("relcase stats --verified ab", ["abstract"]),
        ("relcase stats --sort re", ["relevance"]),
        ("relcase stats --source abel", ["abel2018"]),
        ("relcase stats --format ht", ["html"]),
        ("relcase stats -f s", ["slide"]),
        ("relcase show frome-em", ["frome-emergency-admissions"]),
        ("relcase cite frome-em", ["frome-emergency-admissions"]),
        ("relcase cite x -f la", ["latex"]),
        ("relcase refs -f d", ["docx"]),
        ("relcase refs --kind st", ["statistic", "story"]),
        ("relcase sectors -f j", ["json"]),
        ("relcase store check -f sa", ["sarif"]),
        ("relcase stats --style british-journal-of-pa", ["british-journal-of-pain"]),
        ("relcase stats --style harvard", ["harvard"]),
        ("relcase stats --style lance", ["lancet"]),
        ("relcase stats --sector zzz", []),
    ],
)
def test_bash_completes(line: str, expected: list[str]) -> None:
    offered = complete(line)
    if expected:
        assert offered[: len(expected)] == expected
    else:
        assert offered == []


def test_completion_never_fails(desk: Path) -> None:
    """A store that cannot be read is no reason to disturb somebody who is typing."""
    (desk / "relcase.toml").write_text("store = 'nowhere'")
    for option in ("stats --sector ", "stats --outcome ", "stats --source ", "show "):
        assert complete(f"relcase {option}he") == []
    (desk / "relcase.toml").write_text("not toml")
    assert complete("relcase show he") == []


def test_completion_knows_the_store_of_the_folder(desk: Path) -> None:
    (desk / "relcase.toml").write_text('store = "small"\nbuiltin = false')
    assert complete("relcase show ties") == ["ties-survival"]
    assert complete("relcase stats -s ") == ["health", "education", "any"]
