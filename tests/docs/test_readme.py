"""The README's promises: two commands of one line each, and an example that runs."""

import re
import runpy
import tomllib
from pathlib import Path

import pytest

from relcase import __version__
from relcase.api import open_library
from relcase.domain.query import Query

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)\n```$", README, re.DOTALL | re.MULTILINE)


TESTS = (
    "bash",
    "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]'"
    " && .venv/bin/pytest -n auto",
)


def test_it_opens_with_one_sentence_and_one_line_that_installs_everything() -> None:
    title, sentence, *_ = README.split("\n\n")
    assert title == "# relcase"
    assert re.fullmatch(r"[^.]+\.", sentence)
    assert [(name, text) for name, text in BLOCKS[:2]] == [
        (
            "bash",
            "python3 -m venv .venv && .venv/bin/pip install -q '.[all]'"
            " && .venv/bin/relcase stats --sector health",
        ),
        (
            "powershell",
            r"py -m venv .venv; .venv\Scripts\pip install -q '.[all]';"
            r" .venv\Scripts\relcase stats --sector health",
        ),
    ]
    assert BLOCKS[-1] == TESTS


def test_one_spelling_installs_the_parts_and_works_from_a_checkout() -> None:
    pages = [README, *(one.read_text("utf-8") for one in (ROOT / "docs").glob("*.md"))]
    spelt = set(
        re.findall(r"""pip\S* install [^\n`;&]*\[\w+\]['"]?""", "\n".join(pages))
    )
    assert {re.sub(r"pip\S* install |-\w |'", "", one) for one in spelt} == {
        ".[all]",
        ".[dev]",
    }


def test_the_numbers_of_entries_are_those_that_the_program_lists() -> None:
    library = open_library()
    found = re.search(r"^(\d+) entries from (\d+) sources: (\d+) stat", README, re.M)
    assert found is not None
    assert [int(one) for one in found.groups()] == [
        library.count(Query()),
        len(library.names("keys")),
        library.count(Query(kinds=("statistic",))),
    ]


def test_what_it_says_of_ratings_is_so() -> None:
    library = open_library()
    high = library.count(Query(certainty="high"))
    assert ("None is high today." in README) is (high == 0)


def test_the_build_finds_the_test_command() -> None:
    """.ci/run takes the first line of this form out of the README."""
    pattern = "^python3 -m venv .*pytest"
    assert pattern in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    found = re.findall(rf"{pattern}.*$", README, re.MULTILINE)
    assert found == [TESTS[1]]


def test_the_extra_and_the_script_of_the_commands_exist() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "relcase" in project["project"]["scripts"]
    extra = " ".join(project["project"]["optional-dependencies"]["dev"])
    assert "pytest>" in extra
    assert "pytest-xdist" in extra


@pytest.mark.parametrize("page", ["README.md", "docs/python.md"])
def test_the_example_in_python_runs(
    page: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("RELCASE_CACHE_DIR", str(tmp_path / "cache"))
    text = (ROOT / page).read_text(encoding="utf-8")
    (example,) = re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    (tmp_path / "example.py").write_text(example, encoding="utf-8")

    runpy.run_path(str(tmp_path / "example.py"))

    printed = capsys.readouterr().out
    assert "## References" in printed or "References" in printed.splitlines()


def test_the_version_is_the_same_everywhere() -> None:
    cff = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^version: (.*)$", cff, re.MULTILINE) == [__version__]
    assert re.findall(r"^## ([\d.]+)", changelog, re.MULTILINE)[0] == __version__
    assert re.findall(r"evidence store\*, version ([\d.]+)\.", README) == [__version__]
