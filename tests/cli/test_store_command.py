"""store check and store rules: problems for people and for machines."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
Snapshot = Callable[[str, str], None]


@pytest.fixture
def faulty(desk: Path) -> Path:
    """The small store with an error, a warning and an information."""
    evidence = desk / "small" / "evidence.yaml"
    text = evidence.read_text(encoding="utf-8")
    text = text.replace("1.42", "1.52")
    text = text.replace("note: The page was read.", "", 1).replace("15, }", "15}")
    text = text.replace(
        "    see_also: [{key: aster2015, relation: lineage,",
        "    see_also: [{key: aster2015, relation: background,",
    )
    evidence.write_text(text, encoding="utf-8")
    return evidence


def test_a_sound_store(run: Run, desk: Path) -> None:
    assert run("store", "check", "small") == (0, "", "No problems.\n")
    assert run("store", "check", "small/evidence.yaml", "--strict").status == 0
    empty = run("store", "check", "small", "-f", "json")
    assert json.loads(empty.stdout) == {
        "problems": [],
        "summary": {"error": 0, "warning": 0, "info": 0},
    }


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_problems(run: Run, faulty: Path, snapshot: Snapshot, form: str) -> None:
    done = run("store", "check", "small", "-f", form)
    assert (done.status, done.stderr) == (1, "1 error, 1 warning, 1 info\n")
    version = done.stdout.replace("0.1.0", "VERSION")
    snapshot(f"problems.{form}.txt", version)


def test_problems_in_json(run: Run, faulty: Path) -> None:
    found = json.loads(run("store", "check", "small", "-f", "json").stdout)
    assert found["summary"] == {"error": 1, "warning": 1, "info": 1}
    assert [list(one) for one in found["problems"]] == [
        ["path", "line", "column", "severity", "rule", "message", "hint"]
    ] * 3
    assert all(one["path"] == "small/evidence.yaml" for one in found["problems"])


def test_strict_takes_warnings_for_errors(run: Run, faulty: Path) -> None:
    text = faulty.read_text(encoding="utf-8").replace("1.52", "1.42")
    faulty.write_text(text, encoding="utf-8")
    assert run("store", "check", "small").status == 0
    assert run("store", "check", "small", "--strict").status == 1


def test_faulty_entries_are_left_out_and_said(small: Run, faulty: Path) -> None:
    done = small("stats", "--no-refs", "-f", "plain")
    assert done.status == 0
    assert "stronger ties" not in done.stdout
    assert done.stderr == (
        "small/evidence.yaml: 1 entry left out because of errors;"
        " see: relcase store check small/evidence.yaml\n"
        "    small/evidence.yaml:31:85: ties-survival: 1.50 is outside its interval "
        "1.52 to 1.59 [I01]\n"
    )


def test_a_faulty_entry_is_not_told_to_be_unknown(small: Run, faulty: Path) -> None:
    done = small("show", "ties-survival")
    assert done.status == 2
    assert "is left out because it has errors" in done.stderr
    assert "Did you mean" not in done.stderr


def test_without_a_path_the_stores_in_force(run: Run, faulty: Path, desk: Path) -> None:
    (desk / "relcase.toml").write_text('store = "small"')
    assert run("store", "check").status == 1


def test_a_file_above_the_limit(run: Run, desk: Path) -> None:
    (desk / "small" / "evidence.yaml").write_bytes(b"#" * 1024 * 1024 * 2)
    done = run("store", "check", "small", "--max-file-size", "1")
    assert done.status == 3
    assert "it has 2 MB and the limit is 1 MB" in done.stderr
    assert run("stats", "--store", "small", "--max-file-size", "1").status == 3


def test_rules(run: Run) -> None:
    done = run("store", "rules")
    rules, _, wording = done.stdout.partition("\n\n")
    lines = rules.splitlines()
    assert done.status == 0
    assert "I01  error    interval out of order" in lines
    assert lines == sorted(lines)
    assert "M02  Odds are spoken as a chance, a risk or a likelihood." in wording


def test_a_rule_explained(run: Run, snapshot: Snapshot) -> None:
    done = run("store", "rules", "I01", "k01")
    assert done.status == 0
    snapshot("rules.txt", done.stdout)


def test_an_unknown_rule(run: Run) -> None:
    done = run("store", "rules", "Z99")
    assert (done.status, done.stdout) == (2, "")
    assert done.stderr.startswith("There is no rule 'Z99'.")
