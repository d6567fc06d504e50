"""The files that relcase writes check clean, and what is changed in them by hand is found."""

import json
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
IDS = (
    *("frome-emergency-admissions", "peer-support-crisis-readmission"),
    *("empathic-communication-rcts", "gp-continuity-norway"),
)
Run = Callable[..., Any]
CLEAN = {"matches", "not_ours"}


def verdicts(run: Run, path: str) -> Counter[str]:
    """How many numbers of a file have each verdict; fails at any other problem."""
    done = run("check", path, "--format", "json", "--all")
    told = json.loads(done.stdout)
    rules = {one["rule"] for one in told["problems"] if one["severity"] != "info"}
    assert (done.status, rules) == (0, set())
    return Counter(one["verdict"] for one in told["numbers"])


SLOW = pytest.mark.system
"""A picture a slide takes its time: the whole store is drawn in the build alone."""


@pytest.mark.parametrize(
    "form",
    ["md", pytest.param("pptx", marks=SLOW), pytest.param("html", marks=SLOW)],
)
def test_a_deck_of_the_whole_store(run: Run, desk: Path, form: str) -> None:
    made = run("slides", "--kind", "all", "--all", "--out", f"deck.{form}")
    assert made.status == 0
    found = verdicts(run, f"deck.{form}")
    assert set(found) <= CLEAN
    assert found["matches"] > 1500


@pytest.mark.parametrize(
    ("form", "more"), [("pptx", ()), ("html", ()), ("pptx", ("--marked",))]
)
def test_a_deck_of_a_sector(
    run: Run, desk: Path, form: str, more: tuple[str, ...]
) -> None:
    made = run("slides", "--sector", "housing", "--out", f"deck.{form}", *more)
    assert made.status == 0
    assert set(verdicts(run, f"deck.{form}")) <= CLEAN


@pytest.mark.parametrize("form", ["docx", "html", "tex"])
def test_a_document_of_all_statistics(run: Run, desk: Path, form: str) -> None:
    assert run("stats", "--all", "--out", f"all.{form}").status == 0
    found = verdicts(run, f"all.{form}")
    assert set(found) <= CLEAN
    assert found["matches"] > 600


@pytest.mark.parametrize("form", ["docx", "pptx", "html", "md"])
@pytest.mark.parametrize("case", ["gp-continuity", "through-the-gate"])
def test_the_finished_cases(run: Run, desk: Path, case: str, form: str) -> None:
    plan = str(EXAMPLES / f"{case}.yaml")
    assert run("case", "build", plan, "--out", f"case.{form}").status == 0
    assert set(verdicts(run, f"case.{form}")) <= CLEAN


@pytest.mark.system
def test_pdf_files(run: Run, desk: Path) -> None:
    assert run("stats", "--all", "--out", "all.pdf").status == 0
    found = verdicts(run, "all.pdf")
    assert set(found) <= CLEAN
    assert found["matches"] > 600
    for case in ("gp-continuity", "through-the-gate"):
        plan = str(EXAMPLES / f"{case}.yaml")
        assert run("case", "build", plan, "--out", f"{case}.pdf").status == 0
        assert set(verdicts(run, f"{case}.pdf")) <= CLEAN


def edited(data: bytes, *changes: tuple[str, str]) -> bytes:
    """An office file with each text replaced where it first stands."""
    made, left = BytesIO(), list(changes)
    with ZipFile(BytesIO(data)) as source, ZipFile(made, "w") as target:
        for item in source.infolist():
            content = source.read(item)
            for before, after in list(left):
                if item.filename.endswith(".xml") and before.encode() in content:
                    content = content.replace(before.encode(), after.encode(), 1)
                    left.remove((before, after))
            target.writestr(item, content)
    assert left == []
    return made.getvalue()


CHANGES = (
    ("29% of people offered", "19% of people offered"),
    ("empathic consultations improved", "empathic consultations improve"),
    ("across Somerset", "across England"),
)


@pytest.mark.parametrize(
    ("command", "name", "places"),
    [
        ("stats", "report.docx", ("paragraph 2", "paragraph 3", "paragraph 4")),
        (
            "slides",
            "deck.pptx",
            tuple(f"slide {number}, “Title 1”" for number in (2, 3, 4)),
        ),
    ],
)
def test_a_number_a_verb_and_a_comparator_changed_by_hand(
    run: Run, desk: Path, command: str, name: str, places: tuple[str, ...]
) -> None:
    run(command, *IDS, "--out", name)
    path = desk / name
    clean = run("check", name, "--strict")
    assert (clean.status, clean.stdout) == (0, "")
    path.write_bytes(edited(path.read_bytes(), *CHANGES))
    done = run("check", name, "--format", "json")
    problems = [
        (one["place"], one["rule"], one["message"].split(" ")[0])
        for one in json.loads(done.stdout)["problems"]
    ]
    assert done.status == 1
    assert problems == [
        (places[0], "M09", "“28.5%”"),
        (places[1], "D01", "“19%”"),
        (places[2], "M06", "“improve”"),
    ]


def test_the_number_of_a_slide_changed_by_hand(run: Run, desk: Path) -> None:
    run("slides", *IDS, "--out", "deck.pptx")
    path = desk / "deck.pptx"
    path.write_bytes(edited(path.read_bytes(), (">29 in 100<", ">19 in 100<")))
    done = run("check", "deck.pptx", "--format", "json")
    (one,) = json.loads(done.stdout)["problems"]
    assert (one["rule"], one["message"].split(":")[0]) == (
        "D01",
        "“19 in 100” differs",
    )


STYLES = (
    *("apa", "harvard-cite-them-right", "vancouver", "nature", "chicago-author-date"),
    *("mla", "ieee"),
)
"""A style with names and years, with numbers, raised numbers, and without years."""
NO_LIST = {("D08", "info")}


def problems(run: Run, path: str) -> set[tuple[str, str]]:
    """The rules that a file breaks, with how grave that is."""
    told = json.loads(run("check", path, "--format", "json").stdout)
    assert told["numbers"]
    return {(one["rule"], one["severity"]) for one in told["problems"]}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "form",
    [
        *("md", "tex"),
        pytest.param("html", marks=SLOW),
        pytest.param("docx", marks=SLOW),
        pytest.param("pdf", marks=SLOW),
    ],
)
def test_every_style_is_clean_with_its_list_and_has_one_remark_at_most_without(
    run: Run, desk: Path, style: str, form: str
) -> None:
    asked = ("stats", "--sector", "health", "--style", style)
    assert run(*asked, "--out", f"with.{form}").status == 0
    assert run(*asked, "--no-refs", "--out", f"without.{form}").status == 0
    assert problems(run, f"with.{form}") == set()
    assert problems(run, f"without.{form}") <= NO_LIST


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "form",
    ["md", pytest.param("pptx", marks=SLOW), pytest.param("pdf", marks=SLOW)],
)
def test_a_case_of_every_style_has_no_remark(
    run: Run, desk: Path, style: str, form: str
) -> None:
    plan = str(EXAMPLES / "gp-continuity.yaml")
    built = run("case", "build", plan, "--style", style, "--out", f"case.{form}")
    assert built.status == 0
    assert problems(run, f"case.{form}") == set()


def test_a_cause_and_a_wider_population_changed_by_hand(run: Run, desk: Path) -> None:
    ids = ("frome-emergency-admissions", "social-worker-changes-stability-index-2019")
    run("stats", *ids, "--out", "report.docx")
    path = desk / "report.docx"
    changes = (
        (
            "unplanned hospital admissions fell by",
            "unplanned hospital admissions were cut by",
        ),
        ("60% of children in care", "60% of all children in care"),
    )
    path.write_bytes(edited(path.read_bytes(), *changes))
    told = json.loads(run("check", "report.docx", "--format", "json").stdout)
    assert [(one["place"], one["rule"]) for one in told["problems"]] == [
        ("paragraph 2", "M06"),
        ("paragraph 3", "M09"),
    ]
