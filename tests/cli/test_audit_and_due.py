"""audit: what publications say wrongly. store due: what is to be looked at again."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from relcase.compose.audit import INTRODUCTION, OTHERS

Run = Callable[..., Any]
BETTER = "People with stronger ties were more likely to be alive ten years later."


def test_a_publication_beside_what_the_study_says(small: Run) -> None:
    assert small("audit", "cedar2021") == (
        0,
        f"{INTRODUCTION}\n\n"
        "## Cedar Trust, 2021: Lonely at School\n\n"
        "| What is said | What the study does not say | What can be said |\n"
        "| --- | --- | --- |\n"
        "| “friends halve your risk of dying” ties-survival | Odds"
        f" are not risk. \\[M02\\] | {BETTER} |\n\n"
        f"{OTHERS}\n",
        "",
    )
    assert small("audit") == small("audit", "cedar2021")


@pytest.mark.parametrize("columns", ["60", "140"])
def test_on_a_terminal(
    small: Run, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    shown = small("audit", "-f", "table").stdout
    assert ("What is said" in shown) == (columns == "140")
    assert ("Say: " in shown) == (columns == "60")
    assert max(map(len, shown.splitlines())) <= int(columns)


def test_the_contract_in_json(small: Run) -> None:
    found = json.loads(small("audit", "-f", "json").stdout)
    assert found == {
        "audit": [
            {
                "id": "ties-survival",
                "source": "cedar2021",
                "words": "friends halve your risk of dying",
                "problems": [{"rule": "M02", "message": "Odds are not risk."}],
                "better": BETTER,
            }
        ]
    }


def test_into_a_file(small: Run, desk: Path) -> None:
    done = small("audit", "-o", "audit.json")
    assert done == (0, "", "Written: audit.json\n")
    written = json.loads((desk / "audit.json").read_text("utf-8"))
    assert written == json.loads(small("audit", "-f", "json").stdout)


def test_a_publication_that_is_not_there(small: Run) -> None:
    done = small("audit", "cedar2020")
    assert (done.status, done.stdout) == (2, "")
    assert done.stderr == (
        "There is no citation key 'cedar2020'. Did you mean 'cedar2021'? To see them all:"
        " relcase audit\n"
    )


def test_a_publication_with_nothing_on_record(small: Run) -> None:
    assert small("audit", "gorse") == (
        1,
        "",
        "Nothing that 'gorse' says is recorded. Recorded are: cedar2021.\n",
    )


def test_a_store_with_nothing_on_record(small: Run, desk: Path) -> None:
    evidence = desk / "small" / "evidence.yaml"
    text = evidence.read_text("utf-8").replace("source: cedar2021", "source: null")
    evidence.write_text(text, encoding="utf-8")
    done = small("audit")
    assert done == (1, "", "The stores hold no publication's version of a claim.\n")


def test_the_eight_sentences_of_the_case_maker(run: Run) -> None:
    found = json.loads(run("audit", "casemaker2024", "-f", "json").stdout)["audit"]
    assert {one["id"] for one in found} >= EIGHT
    assert {one["source"] for one in found} == {"casemaker2024"}
    assert all(one["problems"] and one["better"] for one in found)


EIGHT = {
    "social-relationships-survival",
    "breast-cancer-social-ties-2006",
    "frome-emergency-admissions",
    "burnout-empathy-review",
    "great-yarmouth-housing-list-95-percent",
    "compassionomics-adherence-spending",
    "tsunami-social-infrastructure-aldrich-2023",
    "prison-family-contact-friedmann-2014",
}
DUE = {
    "review_by": "2028-01-31",
    "id": "ties-survival",
    "kind": "statistic",
    "headline": BETTER,
    "checked_on": "2026-01-15",
    "source": "aster2015",
    "citation": "Áster and Birch, 2015",
    "url": "https://doi.org/10.1234/ties.2015.003",
}


def test_what_is_due(small: Run) -> None:
    done = small("store", "due", "--by", "2028-01-31")
    assert done == (
        0,
        "| Due | Entry | What it says | Source |\n| --- | --- | --- | --- |\n"
        f"| 2028-01-31 | **ties-survival** | {BETTER} | [Áster and Birch, 2015]"
        "(https://doi.org/10.1234/ties.2015.003), read 2026-01-15 |\n",
        "",
    )
    as_json = small("store", "due", "--by", "2030-12-31", "-f", "json")
    assert json.loads(as_json.stdout) == {"due": [DUE]}
    on_terminal = small("store", "due", "--by", "2028-02-01", "-f", "table").stdout
    assert "ties-survival" in on_terminal


def test_nothing_is_due(small: Run) -> None:
    nothing = "Nothing is due by 2028-01-30.\n"
    assert small("store", "due", "--by", "2028-01-30") == (1, "", nothing)
    done = small("store", "due", "--by", "2028-01-30", "-f", "json")
    assert (done.status, json.loads(done.stdout)) == (1, {"due": []})


def test_without_a_day_it_is_today(small: Run) -> None:
    done = small("store", "due")
    if date.today() < date(2028, 1, 31):
        assert done.stderr == f"Nothing is due by {date.today()}.\n"


@pytest.mark.parametrize(
    "day", ["31/13/2028", "31.02.2028", "2028-02-30", "soon", "28"]
)
def test_a_day_that_is_none(small: Run, day: str) -> None:
    done = small("store", "due", "--by", day)
    assert done == (2, "", f"--by cannot be '{day}': it is a day such as 2027-03-31.\n")


@pytest.mark.parametrize(
    ("day", "last"),
    [
        ("2028-01-31", None),
        ("31/01/2028", None),
        ("31.1.2028", None),
        ("2028", None),
        ("30/1/2028", "2028-01-30"),
        ("2027", "2027-12-31"),
    ],
)
def test_a_day_as_it_is_written(small: Run, day: str, last: str | None) -> None:
    done = small("store", "due", "--by", day)
    if last:
        assert done == (1, "", f"Nothing is due by {last}.\n")
    else:
        assert (done.status, done.stderr) == (0, "")


@pytest.fixture
def busy(small: Run, desk: Path) -> Run:
    """The small store with three more entries to be looked at again."""
    evidence = desk / "small" / "evidence.yaml"
    text = evidence.read_text("utf-8")
    for name, day in (
        ("side-by-side", "2027-06-30"),
        ("befriending-trials", "2027-03-31"),
        ("old-survival", "2027-01-31"),
    ):
        before, own, after = text.partition(f"- id: {name}\n")
        text = f"{before}{own}    review_by: {day}\n{after}"
    evidence.write_text(text, encoding="utf-8")
    return small


def due(run: Run, *asked: str) -> list[str]:
    done = run("store", "due", "--by", "2028", *asked, "-f", "json")
    return [one["id"] for one in json.loads(done.stdout)["due"]]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ((), ["befriending-trials", "side-by-side", "ties-survival"]),
        (
            ("--sector", "health"),
            ["befriending-trials", "side-by-side", "ties-survival"],
        ),
        (("--country", "NO"), ["ties-survival"]),
        (("--outcome", "mortality"), ["ties-survival"]),
        (("--stance", "no-clear-difference"), ["befriending-trials"]),
        (("--source", "gorse"), ["side-by-side"]),
        (("mentor",), ["side-by-side"]),
        (("ties-survival",), ["ties-survival"]),
        (("--limit", "1"), ["befriending-trials"]),
        (("--limit", "1", "--stance", "supports"), ["ties-survival"]),
        (("zebra",), []),
    ],
)
def test_what_is_due_of_what_is_asked(
    busy: Run, asked: tuple[str, ...], expected: list[str]
) -> None:
    """The first due first, whatever the filters; what is superseded is left alone."""
    assert due(busy, *asked) == expected


def test_the_work_list_in_a_file(busy: Run, desk: Path) -> None:
    done = busy("store", "due", "--by", "2028", "-o", "due.md")
    assert done == (0, "", "Written: due.md\n")
    written = (desk / "due.md").read_text("utf-8")
    assert written == busy("store", "due", "--by", "2028").stdout


@pytest.mark.parametrize("columns", ["60", "140"])
def test_the_work_list_on_a_terminal(
    busy: Run, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    shown = busy("store", "due", "--by", "2028", "-f", "table").stdout
    assert ("What it says" in shown) == (columns == "140")
    assert shown.index("2027-03-31") < shown.index("2028-01-31")
    assert max(map(len, shown.splitlines())) <= int(columns)
