"""What the manual shows by hand is what relcase does."""

import json
import re
import shlex
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from relcase import api
from relcase.api.reports import check_reports
from relcase.cli import app
from relcase.domain.evidence import Statistic
from relcase.domain.query import Query
from relcase.domain.report.silences import Silence
from relcase.domain.vocabulary import KINDS
from relcase.store import settings

ROOT = Path(__file__).resolve().parents[2]
DATA_FORMAT = (ROOT / "docs" / "data-format.md").read_text(encoding="utf-8")
TODAY = date(2026, 11, 22)


def _block(page: str, language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The complete example of the manual, in a folder."""
    monkeypatch.setenv("RELCASE_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "example"
    folder.mkdir()
    for name, language in (("evidence.yaml", "yaml"), ("references.bib", "bibtex")):
        text = _block(DATA_FORMAT, language)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_complete_example_has_no_problem(example: Path) -> None:
    assert api.check_stores([example], today=TODAY) == []


def test_the_complete_example_has_every_kind(example: Path) -> None:
    library = api.open_library([example], builtin=False)
    assert {one.kind for one in library.find(Query())} == set(KINDS)
    assert library.left_out == ()


def test_the_complete_example_shows_nearly_every_field(example: Path) -> None:
    library = api.open_library([example], builtin=False)
    entry = library.entry("shared-watch-lamps-lit")
    assert isinstance(entry, Statistic)
    empty = {name for name in entry.__slots__ if not getattr(entry, name)}
    rare = {"heterogeneity", "i2", "prediction_interval", "risk_of_bias"}
    rare |= {"publication_bias", "grade", "dose_response", "evaluator"}
    rare |= {"peer_reviewed", "preregistered", "subgroup", "benefit_kind"}
    rare |= {"effect_record", "certainty_override", "no_figure"}
    assert empty == rare


def test_the_json_is_as_the_manual_says(example: Path) -> None:
    shown = json.loads(_block(DATA_FORMAT, "json"))
    library = api.open_library([example], builtin=False)
    query = Query(kinds=("statistic",), sectors=("lighthouses",))
    made = json.loads("".join(api.envelope(library, library.answer(query))))

    assert made.keys() == shown.keys()
    assert made["relcase"].keys() == shown["relcase"].keys()
    assert made["query"].keys() == shown["query"].keys()
    (entry,) = made["entries"]
    section = DATA_FORMAT.partition("\n## The JSON\n")[2].partition("\n## ")[0]
    added = set(re.findall(r"^\| `([a-z]+)` \|", section, re.MULTILINE))
    assert set(entry) - set(Statistic.__slots__) - _inherited() == added
    assert entry["certainty"]["word"] == "low"
    row = next(one for one in section.splitlines() if one.startswith("| `certainty`"))
    assert [name for name in entry["certainty"] if f"`{name}`" not in row] == []
    assert set(entry["sentence"]) == {"short", "long"}
    assert set(entry["source"]) == {"key", "locator", "citation", "doi", "url"}
    assert entry["source"]["doi"] is None
    assert "no_figure" not in entry


def _inherited() -> set[str]:
    return {
        name for base in Statistic.__mro__ for name in getattr(base, "__slots__", ())
    }


def test_the_relcase_toml_of_the_manual_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "relcase.toml").write_text(_block(DATA_FORMAT, "toml"), "utf-8")

    chosen = settings.load({}, tmp_path, {})

    assert chosen.style.value == "apa"
    assert [path.name for path in chosen.stores.value] == [
        "my-evidence",
        "evidence.yaml",
    ]
    assert {one.origin for one in chosen} == {str(tmp_path / "relcase.toml")}


def test_the_problem_on_the_page_of_rules_is_printed_like_that(example: Path) -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    shown = _block(page, "text").splitlines()
    path = example / "evidence.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("stance: supports", "stance: positive"), "utf-8")

    printed = CliRunner().invoke(app, ["store", "check", str(example)]).stdout

    without_places = re.compile(r"^.*?:\d+:\d+: ")
    first, second = printed.splitlines()[:2]
    assert without_places.sub("", first) == without_places.sub("", shown[0])
    assert second == shown[1]


def _to_try() -> Iterator[str]:
    """Commands of the guide that ask something and write nothing."""
    guide = (ROOT / "docs" / "how-to-make-your-case.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```bash\n(.*?)^```$", guide, re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.splitlines()]
    for line in [*lines, *re.findall(r"`(relcase [^`\n]+)`", guide)]:
        leaves_something = re.search(r"--copy|--out|WORDS|\.md|case\.yaml|show$", line)
        if line.startswith("relcase ") and not leaves_something:
            yield line


@pytest.mark.parametrize("line", sorted(set(_to_try())))
def test_every_question_of_the_guide_has_an_answer(
    line: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path_factory.getbasetemp() / "guide"
    monkeypatch.setenv("RELCASE_CACHE_DIR", str(cache))
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))
    line = line.replace(" ID ", " frome-emergency-admissions ").replace(
        " … ", " trust "
    )
    done: Any = CliRunner().invoke(app, shlex.split(line)[1:])
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout


def test_what_the_manual_lets_stand_is_let_stand(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "how-to-check-a-report.md").read_text(encoding="utf-8")
    example = _block(page, "markdown")
    comment, sentence = example.strip().split("\n\n")
    (tmp_path / settings.FILE).write_text(_block(page, "toml"), encoding="utf-8")
    file = tmp_path / "speech.docx"
    library = api.open_library()

    def verdicts(text: str, silences: Sequence[Silence] = ()) -> list[Any]:
        file.write_text(f"# A speech\n\n{text}\n", encoding="utf-8")
        how: dict[str, Any] = {"form": "markdown", "today": TODAY}
        (done,) = check_reports(library, [file], silences=silences, **how)
        assert not done.others
        return [(one.verdict, one.rules) for one in done.findings.numbers]

    assert verdicts(sentence) == [("misworded", ("M02",))]
    assert verdicts(example) == [("silenced", ("M02",))]
    assert verdicts(sentence, settings.silences(tmp_path)) == verdicts(example)
    makes = sentence.replace("People with good friends are", "Having friends makes you")
    assert verdicts(makes) == [("misworded", ("M06", "M02"))]
    assert verdicts(f"{comment}\n\n{makes}") == [("misworded", ("M06",))]
    both = comment.replace("M02", "M06, M02")
    assert verdicts(f"{both}\n\n{makes}") == [("silenced", ("M06", "M02"))]
