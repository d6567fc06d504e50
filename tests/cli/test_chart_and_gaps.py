"""chart: statistics as pictures. gaps: where there is evidence, and where none yet."""

import csv
import io
import json
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from relcase.domain.gap_map import NOT_INEFFECTIVE

Run = Callable[..., Any]

SECOND = """
statistics:
  - id: {id}
    headline: {headline}
    claim: Among 900 adults, ties went with being alive.
    claim_type: association
    stance: {stance}
    use: support
    sectors: [health]
    outcome: being alive after five years
    outcomes: [mortality]
    comparator: {{text: weaker ties, kind: low_v_high, geography: Norway}}
    population: Adults
    period: the years from 2001
    follow_up: five years
    design: cohort_adjusted
    figures:
      - {{label: odds of being alive, measure: {measure}, estimate: "1.10", low: "0.93", high: "1.30", level: "95",
         polarity: good, group: people with ties, reference_group: people without}}
    source: {{key: aster2015}}
    verification: {{level: abstract, on: 2026-01-15, note: Read.}}
    caveats: [Nobody was randomly assigned ties.]
"""


@pytest.fixture
def second(desk: Path) -> Callable[..., None]:
    """Lays a second statistic on deaths into a store of its own, ``second``."""

    def lay(**fields: str) -> None:
        usual = {
            "id": "ties-again",
            "headline": "Ties were followed again.",
            "stance": "no_clear_difference",
            "measure": "odds_ratio",
        }
        folder = desk / "second"
        folder.mkdir()
        (folder / "evidence.yaml").write_text(SECOND.format(**(usual | fields)))
        sources = (desk / "small" / "references.bib").read_text()
        (folder / "references.bib").write_text(sources)

    return lay


def test_a_picture_in_each_format(small: Run, desk: Path) -> None:
    begins = {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF", "json": b"{"}
    for form, first in begins.items():
        done = small("chart", "ties-survival", "-o", f"ties.{form}")
        assert (done.status, done.stdout) == (0, "")
        assert done.stderr.startswith(f"Written: ties.{form}\n")
        assert (desk / f"ties.{form}").read_bytes().startswith(first)
    spec = json.loads((desk / "ties.json").read_text())
    assert spec["$schema"].startswith("https://vega.github.io/schema/vega-lite/")
    assert (
        small("chart", "ties-survival", "-f", "json").stdout
        == (desk / "ties.json").read_text()
    )


def test_the_text_alternative_is_handed_over_with_the_picture(small: Run) -> None:
    said = small("chart", "lonely-pupils", "-k", "number", "-o", "lonely.svg").stderr
    assert "Text alternative: One number, 11%: pupils who said" in said


def test_the_numbers_of_a_chart(small: Run) -> None:
    done = small("chart", "ties-survival", "--kind", "icons", "--table")
    assert done == (
        0,
        "People with stronger ties were more likely to be alive ten years later.\n\n"
        "| Group | Out of 100 | Likely range |\n"
        "| --- | --- | --- |\n"
        "| People studied | 60 | 59 to 61 in 100 |\n"
        "| People with weaker ties | 50 |  |\n\n"
        "Illustration, not from the study: what its odds ratio 1.50 (95% CI 1.42 to "
        "1.59) would mean if it happened to 50 in 100 of the second group.\n\n"
        "Certainty: moderate.\n\n"
        "This shows that the two go together, not that one causes the other.\n\n"
        "Source: Áster and Birch, 2015. https://doi.org/10.1234/ties.2015.003\n",
        "",
    )
    table = json.loads(
        small("chart", "ties-survival", "-k", "icons", "--table", "-f", "json").stdout
    )
    assert table["chart"]["rows"][1]["Out of 100"] == "50"


def test_several_by_filters_with_what_was_found_to_the_contrary(
    small: Run, second: Callable[..., None]
) -> None:
    second()
    told = small("chart", "ties-survival", "--table", "--store", "second")
    assert "Ties" not in told.stdout, "one entry is drawn alone"
    both = ("chart", "--outcome", "mortality", "--store", "second", "--table")
    assert "(no clear difference)" in small(*both).stdout


def test_the_contrary_is_drawn_unless_it_is_declined(
    small: Run, second: Callable[..., None], desk: Path
) -> None:
    second()
    third = (desk / "second" / "evidence.yaml").read_text()
    more = third.replace("ties-again", "ties-third").replace(
        "no_clear_difference", "supports"
    )
    (desk / "second" / "evidence.yaml").write_text(
        third + more.replace("\nstatistics:\n", "")
    )
    named = ("chart", "ties-survival", "ties-third", "--store", "second", "--table")
    assert small(*named).stdout.count("no clear difference") == 1
    assert "no clear difference" not in small(*named, "--no-balance").stdout


def test_measures_are_not_mixed(small: Run, second: Callable[..., None]) -> None:
    second(measure="hazard_ratio")
    mixed = ("chart", "--outcome", "mortality", "--store", "second", "--table")
    done = small(*mixed)
    assert done.status == 2
    assert "odds ratio (1), hazard ratio (1). Choose" in done.stderr
    one = small(*mixed, "--measure", "hazard-ratio")
    assert (one.status, "Ties were followed again." in one.stdout) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["chart"], 2, "A chart is a picture; name a file with --out FILE.svg"),
        (["chart", "--table"], 2, "Name what to draw: an id"),
        (["chart", "ties-survival", "-o", "a.gif"], 2, "must be one of .svg, .png"),
        (["chart", "ties-surviva1", "--table"], 2, "Did you mean 'ties-survival'?"),
        (["chart", "ties-survival", "-k", "pie", "--table"], 2, "auto, icons, bars"),
        (["chart", "ties-survival", "--theme", "blue", "--table"], 2, "light, dark"),
        (["chart", "befriending-trials", "--table"], 2, "'befriending-trials' has no"),
        (["chart", "--outcome", "loneliness", "--since", "2999", "--table"], 1, "No"),
        (
            ["chart", "ties-survival", "--title", "Ties save lives", "--table"],
            2,
            "--title is for several entries; one keeps its own sentence.",
        ),
        (["gaps", "--since", "2999"], 1, "No statistic matches."),
        (["gaps", "--rows", "place"], 2, "sector, exposure"),
        (["gaps", "-o", "gaps.doc"], 2, "its ending must be one of"),
        (["gaps", "-o", "small/evidence.yaml", "-f", "svg"], 2, "is read from this"),
        (["chart", "ties-survival", "-o", "no/a.svg"], 3, "there is no such file"),
    ],
)
def test_what_is_asked_wrongly(
    small: Run, arguments: list[str], status: int, said: str
) -> None:
    done = small(*arguments)
    assert (done.status, done.stdout) == (status, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


MAP = (
    "# What the evidence covers, by sector and outcome, and where there is no record yet\n\n"
    "| Sector | Deaths | Loneliness |\n"
    "| --- | --- | --- |\n"
    "| **Health** | 1 record; best: moderate | 1 record; best: low; 1 found otherwise |\n"
    "| **Education** | no record yet | 2 records; best: moderate; 1 found otherwise |\n\n"
    f"{NOT_INEFFECTIVE}\n"
)


def test_the_map(small: Run) -> None:
    assert small("gaps") == (0, MAP, "")


def test_the_map_as_rows(small: Run) -> None:
    rows = json.loads(small("gaps", "-f", "json").stdout)["gaps"]
    assert rows[2] == {
        "sector": "Education",
        "outcome": "Deaths",
        "records": 0,
        "best_certainty": "no record yet",
        "found_otherwise": [],
        "ids": [],
    }
    header, *cells = csv.reader(io.StringIO(small("gaps", "-f", "csv").stdout))
    assert header == list(rows[0])
    assert cells[3][2:] == [
        "2",
        "moderate",
        "befriending-trials",
        "lonely-pupils befriending-trials",
    ]


def test_rows_by_what_differed(small: Run) -> None:
    shown = small("gaps", "--rows", "exposure", "--outcome", "mortality").stdout
    assert "| **Stronger social ties** | 1 record; best: moderate |" in shown


def test_on_a_narrow_terminal_it_is_a_list(
    small: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = small("gaps", "-f", "table").stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert "• No record yet: Deaths" in lines


def test_many_outcomes_stand_under_their_broad_kinds(run: Run) -> None:
    header = run("gaps").stdout.splitlines()[2]
    assert "| Life and health | " in header
    assert run("gaps", "--columns", "outcome").stdout.splitlines()[2].count("|") > 20


class _Page(HTMLParser):
    """What a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.scopes: list[str | None] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "th":
            self.scopes.append(dict(attrs)["scope"])


def test_the_page_is_an_accessible_table_without_scripts(
    small: Run, desk: Path
) -> None:
    small("gaps", "-o", "gaps.html")
    text = (desk / "gaps.html").read_text()
    page = _Page(text)
    assert page.scopes == ["col"] * 3 + ["row"] * 2
    assert {"caption", "main", "h1", "title"} <= set(page.tags)
    assert "script" not in page.tags
    assert '<html lang="en">' in text
    assert "width=device-width" in text


def test_hostile_words_on_the_page(small: Run, second: Callable[..., None]) -> None:
    second(headline="'<script>alert(1)</script> {{ 7*7 }}.'")
    page = small("gaps", "-f", "html", "--store", "second").stdout
    assert "script" not in _Page(page).tags
    assert "{{" not in page
    assert "&lt;script&gt;" in page


def test_the_map_as_a_picture(small: Run, desk: Path) -> None:
    done = small("gaps", "-o", "gaps.svg", "--theme", "dark")
    assert (done.status, done.stderr) == (0, "Written: gaps.svg\n")
    assert b"<title>What the evidence covers" in (desk / "gaps.svg").read_bytes()
