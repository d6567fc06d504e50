"""The verbs: what a front end may rely on."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from relcase import api
from relcase.domain.query import Query
from relcase.errors import UnknownName, Unreadable

STORY = """
stories:
  - id: street
    headline: A street that looked after itself
    text: Neighbours shared a garden.
    sectors: [housing]
    source: {key: mine2020}
    verification: {level: full_text, on: 2026-01-15, url: "https://example.org/read"}
"""
BIBLIOGRAPHY = """
@report{mine2020, author = {{The Street}}, title = {Our garden}, year = {2020},
  institution = {The Street}, url = {https://example.org/garden}}
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A store of one's own, with no sectors of its own."""
    (tmp_path / "evidence.yaml").write_text(STORY)
    (tmp_path / "references.bib").write_text(BIBLIOGRAPHY)
    return tmp_path


def test_our_own_store() -> None:
    library = api.open_library()
    (entry,) = library.find(Query(ids=(library.names("ids")[0],)))
    assert entry.store == "relcase"
    assert library.left_out == ()
    assert library.count(Query()) == len(library.find(Query())) > 100
    assert {one["id"] for one in library.csl()} == set(library.names("keys"))
    assert "health" in library.names("sectors")
    assert "mortality" in library.names("outcomes")
    assert "loneliness" in library.names("words")


def test_a_store_of_ones_own_over_ours(mine: Path) -> None:
    """It may use our sectors; its entries say where they are from."""
    ours, both = api.open_library(), api.open_library([mine])
    assert both.count(Query()) == ours.count(Query()) + 1
    assert both.store_hash != ours.store_hash
    (street,) = both.find(Query(ids=("street",)))
    assert (street.store, street.author_date) == (str(mine), "The Street, 2020")
    assert street in both.find(Query(kinds=("story",), sectors=("housing",)))
    assert both.has("street")
    assert not ours.has("street")
    assert both.entry("street").text == "Neighbours shared a garden."  # type: ignore[attr-defined]
    assert both.csl(["mine2020"])[0]["title"] == "Our garden"
    (record,) = map(json.loads, both.records(["street"]))
    assert record["store"] == str(mine)


def test_our_sectors_hold_without_our_entries(mine: Path) -> None:
    library = api.open_library([mine], builtin=False)
    assert [entry.id for entry in library.find(Query())] == ["street"]
    assert [row.id for row in library.sectors()] == ["housing"]
    assert library.left_out == ()


def test_without_a_cache(
    mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELCASE_CACHE_DIR", str(tmp_path / "cache"))
    library = api.open_library([mine], cache=False)
    assert library.folder is None
    assert library.has("street")
    assert not (tmp_path / "cache").exists()


def test_sectors_and_outcomes_with_their_counts(mine: Path) -> None:
    library = api.open_library([mine])
    health = next(one for one in library.sectors() if one.id == "health")
    assert (health.name, "nhs" in health.aliases) == ("Health", True)
    statistics = library.find(Query(kinds=("statistic",), sectors=("health",)))
    assert health.statistics == len(statistics)
    for outcome in library.outcomes():
        query = Query(kinds=("statistic",), outcomes=(outcome.id,))
        assert outcome.statistics == library.count(query)


def test_an_entry_that_is_not_there() -> None:
    with pytest.raises(UnknownName, match="There is no entry 'nothing-at-all'"):
        api.open_library().entry("nothing-at-all")


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="there is no such file or folder"):
        api.open_library([tmp_path / "missing"])


def test_a_limit(mine: Path) -> None:
    with pytest.raises(Unreadable, match="the limit is"):
        api.open_library([mine], builtin=False, limit=10)
    with pytest.raises(Unreadable, match="the limit is"):
        api.check_stores([mine], limit=10)


def problems(store: Path) -> list[str]:
    return [
        f"{Path(one.path).name}:{one.line}:{one.column}: {one.severity} {one.rule}"
        for one in api.check_stores([store], today=date(2026, 2, 1))
    ]


def test_problems_of_a_store(mine: Path) -> None:
    """In the order of its files, each with its place."""
    more = "  - id: other\n    headline: a: b\n    text: x\n  - id: third\n"
    (mine / "evidence.yaml").write_text(STORY.replace("housing", "housng") + more)
    with (mine / "references.bib").open("a") as file:
        file.write("@misc{other, title = {T}, year = {2020}}\n")
    assert problems(mine) == [
        "references.bib:4:7: warning S07",
        "evidence.yaml:6:15: error S10",
        "evidence.yaml:10:16: error Y01",
        *["evidence.yaml:12:5: error S03"] * 5,
    ]


EVERYTHING_WRONG = """\
statistics:
  - id: Bad Id
    headline: A headline without a stop
    claim: Exact words.
    claim_typ: effect
    stance: suports
    use: lead
    sectors: [helth]
    outcome: deaths
    outcomes: [mortalty]
    comparator: {text: others, kind: none, geography: none}
    population: adults
    period: "2010"
    follow_up: not_reported
    design: rct
    figures:
      - label: odds of dying
        measure: od_ratio
        estimate: 1.5
        low: "2.0"
        high: "1.0"
        level: "96"
    source: {key: nope2020}
    verification: {level: abstract, on: 2030-01-01}
    caveats: []
"""


def test_every_mistake_of_an_entry_in_one_run(mine: Path) -> None:
    """A field that cannot be read does not hide what is wrong with the others."""
    (mine / "evidence.yaml").write_text(EVERYTHING_WRONG)
    assert [one for one in problems(mine) if "references" not in one] == [
        "evidence.yaml:2:5: error S03",  # claim_type is missing
        "evidence.yaml:2:9: error S06",
        "evidence.yaml:3:15: error S09",
        "evidence.yaml:5:5: error S01",
        "evidence.yaml:6:13: error S03",
        "evidence.yaml:8:15: error S10",
        "evidence.yaml:10:16: error S11",
        "evidence.yaml:18:18: error S03",
        "evidence.yaml:19:19: error S05",
        "evidence.yaml:20:14: error I01",
        "evidence.yaml:22:16: error B05",
        "evidence.yaml:23:19: error S02",
        "evidence.yaml:24:27: warning P03",
        "evidence.yaml:24:41: error T01",
        "evidence.yaml:25:14: error S13",
    ]


def test_a_source_that_takes_the_key_of_one_of_ours(mine: Path) -> None:
    with (mine / "references.bib").open("a") as file:
        file.write(
            "@misc{abel2018,\n  title = {T}, author = {Doe, J}, year = {1999}}\n"
        )
    assert "references.bib:4:7: warning S16" in problems(mine)


def test_a_store_without_problems(mine: Path) -> None:
    assert api.check_stores([mine], today=date(2026, 2, 1)) == []


RUN = """
import sys
from relcase.__main__ import main
try:
    main()
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""

IMPORTED = """
relcase relcase.__main__ relcase.api relcase.api.library relcase.api.formatting relcase.api.telling
relcase.cli relcase.cli.ask relcase.cli.choices relcase.cli.complete relcase.cli.listing
relcase.cli.options relcase.cli.output relcase.cli.say relcase.cli.session
relcase.compose relcase.compose.listing
relcase.domain relcase.domain.answer relcase.domain.content relcase.domain.formatted
relcase.domain.inert relcase.domain.listed
relcase.domain.query relcase.domain.vocabulary
relcase.errors
relcase.render relcase.render.markdown
relcase.store relcase.store.file_state relcase.store.filters relcase.store.index
relcase.store.locate relcase.store.reference_cache relcase.store.search
relcase.store.settings relcase.store.textfile
"""


def test_what_a_question_to_a_fresh_index_imports(mine: Path) -> None:
    """Speed comes from what is not imported: each line more is a cost for every query."""
    sectors = "sectors:\n  - {id: housing, name: Housing, description: Homes}"
    (mine / "evidence.yaml").write_text(sectors + STORY)
    for path in mine.iterdir():
        os.utime(path, (10**9, 10**9))
    command = [sys.executable, "-c", RUN, "stories", "--sector", "housing"]
    command += ["--no-builtin", "--store", str(mine)]
    subprocess.run(command, capture_output=True, check=True)
    again = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    assert again.stdout.startswith("- **A street that looked after itself")
    imported = again.stderr.split()
    heavy = "pydantic yaml bibtexparser pylatexenc pypandoc rich hashlib pycountry"
    heavy += " rapidfuzz tomllib relcase.domain.evidence relcase.checks"
    assert set(imported) & set(heavy.split()) == set()
    assert [one for one in imported if one.startswith("relcase")] == sorted(
        IMPORTED.split()
    )
