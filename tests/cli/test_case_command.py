"""case new, check and build, as a person or a script calls them."""

import json
import re
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from typer.testing import CliRunner

from relcase.cli import app
from relcase.domain.plan import AUDIENCES
from relcase.reading import read

Run = Callable[..., Any]
ROOT = Path(__file__).resolve().parents[2]
SECTORS = (
    "health",
    "social-care",
    "children-and-families",
    "education",
    "criminal-justice",
    "housing",
)


OWN = """\
title: Ties first
audience: team
ask: Fund two link workers.
place: "Leeds, England"
length: long
sections:
  - part: ask
    title: What we ask
    text: Two posts.
  - part: evidence
    title: The evidence
    text: What was found.
    entries: [ties-survival, lonely-pupils]
"""


@pytest.fixture
def case(run: Run, desk: Path) -> Path:
    """A plan made by options alone."""
    done = run("case", "new", "case.yaml", "--ask", "Fund two link workers.")
    assert done.status == 0
    return desk / "case.yaml"


def test_only_the_ask_is_required_and_the_rest_is_said(run: Run, desk: Path) -> None:
    done = run("case", "new", "case.yaml", "--ask", "Fund two link workers.")
    assert done.status == 0
    assert done.stdout == ""
    assert done.stderr.startswith(
        "Taken as usual: audience commissioner; sector any; cares service-demand,"
        "hospital-use,reoffending,children-in-care,housing-stability,cost; place "
        "United Kingdom; length long.\nWritten: case.yaml\n"
    )
    assert "2. relcase case check case.yaml\n" in done.stderr
    assert "3. relcase case build case.yaml --out case.docx\n" in done.stderr
    none = run("case", "new", "none.yaml")
    assert none.status == 2
    assert "--ask" in none.stderr
    assert not (desk / "none.yaml").exists()


def test_the_ask_the_sector_as_typed_and_the_cares_decide_what_is_proposed(
    run: Run, desk: Path
) -> None:
    asked = ("--ask", "Fund our befriending service for lonely older people")
    more = ("-s", "older people", "--cares", "loneliness", "--place", "Leeds, England")
    done = run("case", "new", "case.yaml", *asked, *more)
    assert done.status == 0
    assert "'older people' is part of Social care" in done.stderr
    plan = (desk / "case.yaml").read_text(encoding="utf-8")
    evidence = plan.partition("part: evidence")[2].partition("part: story")[0]
    assert "- befriending-depression-2010" in evidence
    assert "- befriending-trials-2017" in evidence
    assert "# Why: found otherwise about befriending" in evidence
    for unrelated in ("family-group", "housing-first", "placement-", "readmission"):
        assert f"- {unrelated}" not in plan


def test_several_sectors_are_all_kept(run: Run, desk: Path) -> None:
    asked = ("--ask", "Do it.", "-s", "loneliness", "-s", "older-people", "-s", "arts")
    done = run("case", "new", "case.yaml", *asked)
    assert done.status == 0
    assert "'loneliness' is part of Public health" in done.stderr
    assert "'older-people' is part of Social care" in done.stderr
    assert "'arts' is part" not in done.stderr
    plan = (desk / "case.yaml").read_text(encoding="utf-8")
    assert "\nsector: [public-health, social-care, arts]\n" in plan
    assert "in public health, social care, arts and culture" in plan
    page = run("case", "build", "case.yaml").stdout
    assert "Public health, Social care, Arts and culture, United Kingdom" in page
    (desk / "case.yaml").write_text(plan.replace("arts]", "artz]"), encoding="utf-8")
    wrong = run("case", "check", "case.yaml")
    assert "there is no sector 'artz' [N08]" in wrong.stdout


def test_what_nothing_in_the_plan_is_about_is_said(run: Run, desk: Path) -> None:
    asked = ("--ask", "Buy zeppelins", "-s", "housing", "--cares", "birth")
    done = run("case", "new", "case.yaml", *asked)
    assert done.status == 0
    assert "No statistic is about the words of the ask" in done.stderr
    assert "None of the statistics chosen is about birth, which you named" in (
        done.stderr
    )


def test_a_plan_is_never_written_over_unasked(run: Run, case: Path) -> None:
    case.write_text("mine", encoding="utf-8")
    done = run("case", "new", "case.yaml", "--ask", "Do it.")
    assert done.status == 2
    assert done.stderr == (
        "case.yaml is there already; choose another name, or write over it with "
        "--force.\n"
    )
    assert case.read_text(encoding="utf-8") == "mine"
    assert run("case", "new", "case.yaml", "--ask", "Do it.", "--force").status == 0
    assert "Do it." in case.read_text(encoding="utf-8")


def test_a_plan_needs_a_name(run: Run, desk: Path) -> None:
    done = run("case", "new", "-", "--ask", "Do it.")
    assert (done.status, done.stdout) == (2, "")
    assert "name it, as case.yaml" in done.stderr
    assert not (desk / "-").exists()


@pytest.mark.parametrize("sector", SECTORS)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_plan_by_options_alone_is_sound_and_builds(
    run: Run, desk: Path, audience: str, sector: str
) -> None:
    asked = ("--ask", "Fund it for two years.", "--audience", audience, "-s", sector)
    assert run("case", "new", "case.yaml", *asked).status == 0
    checked = json.loads(run("case", "check", "case.yaml", "-f", "json").stdout)
    falls_due_with_time = "N03"
    assert {one["rule"] for one in checked["problems"]} <= {falls_due_with_time}
    page = run("case", "build", "case.yaml")
    assert page.status == 0
    headings = [row[3:] for row in page.stdout.splitlines() if row.startswith("## ")]
    assert {
        "What we ask",
        "Why relationships matter here",
        "The evidence",
        "What it looks like",
        "What stands in the way",
        "What we should do",
        "What we do not know",
        "References",
        "Annex: questions you may be asked",
    } == set(headings)


def test_the_six_questions_on_a_terminal(desk: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr("relcase.cli.ask_case._on_terminal", lambda: True)
    typed = "funders\nfunder\nprisons\nFund mentors.\nreoffending\nWales\nshort\nOurs\n"
    done = CliRunner().invoke(app, ["case", "new", "case.yaml"], input=typed)
    assert done.exit_code == 0
    assert "There is no audience 'funders'. Did you mean 'funder'?" in done.stderr
    plan = (desk / "case.yaml").read_text(encoding="utf-8")
    head = plan.partition("\nsections:")[0].splitlines()[2:]
    assert [row for row in head if row] == [
        'title: "Ours"',
        "audience: funder",
        'ask: "Fund mentors."',
        "sector: criminal-justice",
        "cares: [reoffending]",
        'place: "Wales"',
        "length: short",
    ]


@pytest.mark.parametrize(
    ("wrong", "status", "said"),
    [
        (("--audience", "board"), 2, "The audience cannot be 'board'"),
        (
            ("--sector", "helth"),
            2,
            "There is no sector 'helth'. Did you mean 'health'?",
        ),
        (("--cares", "mortalty"), 2, "There is no outcome 'mortalty'."),
        (("--length", "medium"), 2, "The length cannot be 'medium'"),
    ],
)
def test_a_wrong_answer_is_said_and_nothing_is_written(
    run: Run, desk: Path, wrong: tuple[str, str], status: int, said: str
) -> None:
    done = run("case", "new", "case.yaml", "--ask", "Do it.", *wrong)
    assert done.status == status
    assert said in done.stderr
    assert not (desk / "case.yaml").exists()


def test_a_place_without_a_country_is_said(run: Run, desk: Path) -> None:
    done = run("case", "new", "case.yaml", "--ask", "Do it.", "--place", "Leeds")
    assert done.status == 0
    assert (
        "No study is compared with 'Leeds': it does not end with a country."
        in done.stderr
    )


def test_a_place_without_a_country_is_asked_again_at_once(
    desk: Path, monkeypatch: Any
) -> None:
    monkeypatch.setattr("relcase.cli.ask_case._on_terminal", lambda: True)
    typed = "team\nany\nDo it.\n\nKettering\nKettering, England\nshort\n\n"
    done = CliRunner().invoke(app, ["case", "new", "case.yaml"], input=typed)
    assert done.exit_code == 0
    assert (
        "The place cannot be 'Kettering': the country comes last, as "
        "'Kettering, England'.\n" in done.stderr
    )
    plan = (desk / "case.yaml").read_text(encoding="utf-8")
    assert 'place: "Kettering, England"\nlength: short\n' in plan


@pytest.mark.parametrize("name", ["case.docx", "case.pptx", "case.md", "case.PDF"])
def test_a_plan_is_not_written_into_a_document(run: Run, desk: Path, name: str) -> None:
    done = run("case", "new", name, "--ask", "Do it.")
    assert (done.status, done.stdout) == (2, "")
    assert done.stderr == (
        f"The file of the plan cannot be '{name}': a plan is a text to be edited; name it "
        "case.yaml, and build it after that.\n"
    )
    assert not (desk / name).exists()


def test_a_sector_without_statistics(run: Run, desk: Path) -> None:
    small = ("--store", "small", "--no-builtin")
    empty = ("--sector", "justice", *small)
    done = run("case", "new", "case.yaml", "--ask", "Do it.", *empty)
    assert done.status in (1, 2)
    assert run("case", "new", "case.yaml", "--ask", "Do it.", *small).status == 0
    assert run("case", "check", "case.yaml", *small).status == 0
    assert run("case", "build", "case.yaml", *small).status == 0


def test_a_store_without_anything(run: Run, desk: Path) -> None:
    (desk / "empty").mkdir()
    (desk / "empty" / "evidence.yaml").touch()
    where = ("--store", "empty", "--no-builtin")
    done = run("case", "new", "case.yaml", "--ask", "Do it.", *where)
    assert done.status == 1
    assert done.stderr.endswith("The stores hold no statistic of any kind.\n")
    assert not (desk / "case.yaml").exists()


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_problems_of_a_plan_in_every_format(run: Run, case: Path, form: str) -> None:
    text = case.read_text(encoding="utf-8").replace("link workers.", "link workers")
    number = text.splitlines().index("audience: commissioner") + 1
    case.write_text(text.replace(": commissioner", ": board"), encoding="utf-8")
    done = run("case", "check", "case.yaml", "-f", form)
    assert (done.status, done.stderr) == (1, "1 error\n")
    assert "S03" in done.stdout
    if form == "json":
        (found,) = json.loads(done.stdout)["problems"]
        assert (found["line"], found["column"]) == (number, 11)


def test_nothing_is_built_of_a_faulty_plan(run: Run, case: Path, desk: Path) -> None:
    text = case.read_text(encoding="utf-8").replace("- funders-count-", "- founders-")
    case.write_text(text, encoding="utf-8")
    done = run("case", "build", "case.yaml", "--out", "case.html")
    assert done.status == 1
    assert "there is no entry 'founders-outputs' [N01]" in done.stderr
    assert not (desk / "case.html").exists()


def test_the_same_plan_for_somebody_else(run: Run, case: Path) -> None:
    long = run("case", "build", "case.yaml").stdout
    told = run("case", "build", "case.yaml", "--audience", "trustee").stdout
    assert "*For trustees. United Kingdom.*" in told
    assert told.index("## What we do not know") < told.index("## What it looks like")
    assert long.index("## What we do not know") > long.index("## What it looks like")
    assert len(told) < len(long)
    assert "**What is the evidence against it?**" in told
    assert "**What is the evidence against it?**" not in long
    again = run("case", "build", "case.yaml", "--length", "short").stdout
    assert again.index("## What we do not know") > again.index("## What it looks like")
    assert len(again) < len(long)


def test_the_file_of_the_plan_is_spared(run: Run, case: Path, desk: Path) -> None:
    (desk / "case.md").write_bytes(case.read_bytes())
    done = run("case", "build", "case.md", "--out", "case.md")
    assert done.status == 2
    assert "the answer is read from this file" in done.stderr
    wrong = run("case", "build", "case.yaml", "--out", "case.xyz")
    assert wrong.status == 2
    assert "its ending must be one of" in wrong.stderr


def test_own_words_are_printed_where_they_stand_and_can_do_nothing(
    run: Run, case: Path, desk: Path
) -> None:
    text = case.read_text(encoding="utf-8")
    own = "    text: '*Ours* <script>alert(1)</script> [x](javascript:y) {{ z }}'\n"
    first = text.index("    text:\n")
    text = text[:first] + own + text[first + len("    text:\n") :]
    case.write_text(text, encoding="utf-8")
    done = run("case", "build", "case.yaml", "--out", "case.html")
    assert done.status == 0
    page = (desk / "case.html").read_text(encoding="utf-8")
    assert "<em>Ours</em>" in page
    assert "<script" not in page
    assert 'href="javascript' not in page
    assert "{{" not in page


def test_without_what_draws_a_case_is_written_without_pictures(
    run: Run, case: Path, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = case.read_text(encoding="utf-8")
    ids = "    entries: [peer-support-crisis-readmission]\n"
    case.write_text(f"{text}  - title: More\n{ids}", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    done = run("case", "build", "case.yaml", "--out", "case.html")
    assert done.status == 0
    assert "Without pictures: A picture needs a part of relcase" in done.stderr
    assert "<img" not in (desk / "case.html").read_text(encoding="utf-8")


WILD = (
    "<img src=x onerror=alert(1)> {{ 7*7 }} \\input{x} $(y) =cmd|a [l](javascript:z) "
    "\u202etxt\u2066 ]]> -->"
)


@pytest.mark.parametrize("suffix", [".html", ".md", ".tex", ".docx", ".pptx"])
def test_wild_words_of_a_plan_are_words_in_every_format(
    run: Run, case: Path, desk: Path, suffix: str
) -> None:
    asked = ("--ask", WILD, "--title", WILD, "--place", f"{WILD}, Wales", "--force")
    assert run("case", "new", "case.yaml", *asked).status == 0
    text = case.read_text(encoding="utf-8")
    text = text.replace("    text:\n", f"    text: |\n      {WILD}\n", 1)
    case.write_text(text, encoding="utf-8")
    out = desk / f"case{suffix}"
    assert run("case", "build", "case.yaml", "--out", str(out)).status == 0
    made = out.read_bytes()
    if suffix in (".docx", ".pptx"):
        with ZipFile(out) as parts:
            made = b"".join(
                parts.read(one) for one in parts.namelist() if one.endswith(".xml")
            )
    told = made.decode()
    assert "\u202e" not in told
    assert "\u2066" not in told
    assert "<img src=x" not in told.replace("\\<img src=x", "")
    if suffix == ".html":
        assert "{{" not in told
        assert 'href="javascript' not in told
    if suffix == ".tex":
        assert "\\input{x}" not in told
    if suffix == ".md":
        assert "{{" not in told
        assert not re.search(r"(?<!\\)\]\(javascript", told)


def test_the_command_of_the_guide(run: Run, desk: Path) -> None:
    guide = (ROOT / "docs" / "how-to-make-your-case.md").read_text(encoding="utf-8")
    (line,) = [
        one
        for one in guide.splitlines()
        if one.startswith("relcase case new case.yaml -")
    ]
    done = run(*shlex.split(line)[1:])
    assert (done.status, "Taken as usual: length long." in done.stderr) == (0, True)
    assert run("case", "check", "case.yaml").status == 0


def test_a_case_in_a_deck_of_ones_own(run: Run, case: Path, desk: Path) -> None:
    def titles(name: str) -> list[str]:
        slides = Presentation(desk / name).slides
        return [one.shapes.title.text for one in slides]

    build = ("case", "build", "case.yaml", "--out")
    assert run(*build, "old.pptx", "--size", "4:3", "--theme", "dark").status == 0
    old = titles("old.pptx")
    made = Presentation(desk / "old.pptx")
    assert made.slide_width / made.slide_height == pytest.approx(4 / 3, rel=0.001)
    assert run(*build, "own.pptx", "--template", "old.pptx").status == 0
    assert titles("own.pptx") == old
    done = run(*build, "new.pptx", "--into", "old.pptx", "--after", "1")
    assert done.status == 0
    # with the old cover alone, so that what is asked has a slide of its own
    assert titles("new.pptx") == [old[0], "What we ask", *old[1:], *old[1:]]


def test_a_marked_deck_of_a_case_is_kept_current(
    small: Run, case: Path, desk: Path, run: Run
) -> None:
    build = ("case", "build", "case.yaml", "--marked", "--out", "case.pptx")
    assert run(*build).status == 0
    done = run("refresh", "--check", "case.pptx")
    assert (done.status, done.stderr) == (0, "Everything is up to date.\n")
    names = [
        shape.name
        for slide in Presentation(desk / "case.pptx").slides
        for shape in slide.shapes
    ]
    for kind in ("stat", "story", "definition", "barrier", "action"):
        assert any(one.startswith(f"relcase: {kind} ") for one in names)
    assert any(one.startswith("relcase: references ") for one in names)
    # What stands in the deck follows its store.
    plan = desk / "own.yaml"
    plan.write_text(OWN)
    own = ("case", "build", "own.yaml", "--marked", "--out", "own.pptx")
    assert small(*own).status == 0
    store = desk / "small" / "evidence.yaml"
    store.write_text(store.read_text().replace("1.50", "1.60"))
    told = small("refresh", "own.pptx")
    assert "number and label: info: ties-survival: “1.50” → “1.60”" in told.stderr
    assert small("refresh", "--check", "own.pptx").status == 0


def test_a_marked_document_of_a_case_is_kept_current(
    small: Run, case: Path, desk: Path, run: Run
) -> None:
    for more in ((), ("--length", "short", "--style", "vancouver")):
        build = ("case", "build", "case.yaml", "--marked", "--out", "case.docx")
        assert run(*build, *more).status == 0
        done = run("refresh", "--check", "case.docx")
        assert (done.status, done.stderr) == (0, "Everything is up to date.\n")
    (desk / "own.yaml").write_text(OWN)
    own = ("case", "build", "own.yaml", "--marked", "--out", "own.docx")
    assert small(*own).status == 0
    before = read((desk / "own.docx").read_bytes(), "own.docx").passages
    told = [one.text for one in before]
    for one in ("What we ask", "Fund two link workers.", "Two posts.", "References"):
        assert one in told
    assert "In England, 11% of pupils said that they were often lonely." in told
    store = desk / "small" / "evidence.yaml"
    store.write_text(store.read_text().replace("1.50", "1.60"))
    assert "“1.50” → “1.60”" in small("refresh", "own.docx").stderr
    after = read((desk / "own.docx").read_bytes(), "own.docx").passages
    assert [one.text for one in after] == [one.replace("1.50", "1.60") for one in told]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--out", "a.html", "--marked"), "A case is marked in Word and PowerPoint"),
        (("--out", "a.docx", "--marked", "--style", "chicago-notes"), "footnotes"),
        (("--out", "a.pptx", "--marked", "--style", "chicago-notes"), "footnotes"),
        (("--out", "a.docx", "--into", "b.pptx"), "are for PowerPoint"),
        (("--template", "b.pptx"), "are for PowerPoint"),
        (("--out", "a.pptx", "--after", "2"), "--after needs --into"),
        (("--out", "a.pptx", "--template", "b.pptx"), "b.pptx"),
        (("--out", "a.pptx", "--reference-doc", "b.pptx"), "Slides take --template."),
    ],
)
def test_a_deck_that_cannot_be_used_is_said(
    run: Run, case: Path, desk: Path, options: tuple[str, ...], said: str
) -> None:
    done = run("case", "build", "case.yaml", *options)
    assert done.status in (2, 3)
    assert said in done.stderr
    assert not (desk / options[1]).exists()
