"""Every rule of reports has its page, and its examples do what they say."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from relcase.checks import Explanation
from relcase.checks.reports import PAGES

IDS = [one.id for one in PAGES]
Run = Callable[..., Any]


def found(run: Run, command: str, text: str, folder: Path) -> dict[str, str]:
    """The rules that a Markdown text breaks, with how bad that is."""
    path = folder / "report.md"
    path.write_text(text + "\n", "utf-8")
    told = json.loads(run(*command.split(), str(path), "--format", "json").stdout)
    problems = told["problems"] if isinstance(told, dict) else told
    return {one["rule"]: one["severity"] for one in problems}


def test_all_are_there_in_order() -> None:
    assert [f"D{n:02}" for n in range(1, 12)] + [
        f"F{n:02}" for n in range(1, 10)
    ] == IDS


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_bad_example_breaks_the_rule_and_good_example_does_not(
    run: Run, page: Explanation, tmp_path: Path
) -> None:
    command = "check" if page.id.startswith("D") else "refresh --check"
    command = "refresh" if page.id == "F08" else command
    assert found(run, command, page.bad, tmp_path).get(page.id) == page.severity
    assert page.id not in found(run, command, page.good, tmp_path)


def test_a_page_is_shown(run: Run) -> None:
    shown = run("store", "rules", "d01")
    assert shown.status == 0
    assert shown.stdout.startswith("D01 number differs (error)")
    assert "D07  warning  years disagree" in run("store", "rules").stdout
