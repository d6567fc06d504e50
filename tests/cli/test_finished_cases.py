"""The finished cases in examples/: sound, built in every form, opened by an office."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from relcase.api import check_plan, load_plan, open_library
from relcase.cli.case import SUFFIXES
from relcase.domain.audience import NEEDS
from relcase.domain.plan import AUDIENCES

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PLANS = sorted(EXAMPLES.glob("*.yaml"))
SECTORS = (
    *("health", "social-care", "children-and-families"),
    *("education", "criminal-justice", "housing"),
)
KINDS = {"statistic", "story", "definition", "barrier", "action"}
Run = Callable[..., Any]

each = pytest.mark.parametrize("plan", PLANS, ids=[one.stem for one in PLANS])


@each
def test_an_example_has_no_problem_but_what_falls_due_with_time(plan: Path) -> None:
    problems = check_plan(open_library(), load_plan(plan))
    assert [one for one in problems if one.rule != "N03"] == []


@each
def test_an_example_has_every_part_of_a_case_and_all_that_persuades(plan: Path) -> None:
    made = load_plan(plan).plan
    assert made is not None
    assert [one.part for one in made.sections] == list(NEEDS[made.audience].order)
    library = open_library()
    entries = [library.entry(one) for one in made.ids]
    assert {one.kind for one in entries} >= KINDS
    assert all(section.text.strip() for section in made.sections)


def test_countries_are_named(run: Run) -> None:
    told = run("case", "build", str(PLANS[0])).stdout
    assert "Country: not England, but Norway." in told


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_example_in_every_format(run: Run, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"case{suffix}"
    done = run("case", "build", str(PLANS[0]), "--out", str(out))
    assert done.status == 0
    assert done.stderr.endswith(f"Written: {out}\n")
    content = out.read_bytes()
    if suffix in (".docx", ".odt", ".pptx"):
        names = ZipFile(out).namelist()
        told = b"".join(ZipFile(out).read(one) for one in names if one.endswith(".xml"))
        assert b"protected time for continuity" in told
    elif suffix == ".pdf":
        assert content.startswith(b"%PDF-")
    else:
        assert "protected time for continuity" in content.decode()


def test_the_deck_says_what_is_asked_and_keeps_what_is_said_for_the_notes(
    run: Run, tmp_path: Path
) -> None:
    from pptx import Presentation

    out = tmp_path / "case.pptx"
    run("case", "build", str(PLANS[0]), "--out", str(out))
    slides = list(Presentation(str(out)).slides)
    titles = [one.shapes.title.text_frame.text for one in slides if one.shapes.title]
    assert titles[0].startswith("The doctor who knows you")
    assert titles[1].startswith("Fund protected appointments")
    assert "What we do not know" in titles
    assert "What we should do" in titles
    assert titles[-1].startswith("References")
    asked = slides[1].notes_slide.notes_text_frame.text
    assert "how often these patients see somebody from their own team" in asked


@pytest.mark.system
@pytest.mark.parametrize("suffix", [".docx", ".odt", ".pptx", ".pdf"])
@each
def test_an_office_opens_it(run: Run, tmp_path: Path, plan: Path, suffix: str) -> None:
    out = tmp_path / f"case{suffix}"
    assert run("case", "build", str(plan), "--out", str(out)).status == 0
    page = _as_pdf(out)
    text = _words(page)
    made = load_plan(plan).plan
    assert made is not None
    assert made.title in text
    for section in made.sections:
        assert section.title in text or (suffix == ".pptx" and section.part == "ask")
    assert "References" in text


@pytest.mark.system
@pytest.mark.parametrize("sector", SECTORS)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_case_for_everybody_in_the_forms_of_an_office(
    run: Run, tmp_path: Path, audience: str, sector: str
) -> None:
    plan = str(tmp_path / "case.yaml")
    asked = ("--ask", "Fund it for two years.", "--audience", audience, "-s", sector)
    assert run("case", "new", plan, *asked).status == 0
    for suffix in (".docx", ".pdf", ".pptx"):
        out = tmp_path / f"case{suffix}"
        assert run("case", "build", plan, "--out", str(out)).status == 0
        assert out.stat().st_size > 5000


def _as_pdf(path: Path) -> Path:
    if path.suffix == ".pdf":
        return path
    folder = path.parent / "pdf"
    office = shutil.which("soffice")
    assert office, "LibreOffice is not installed; see .ci/run"
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(folder), str(path)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return folder / f"{path.stem}.pdf"


def _words(page: Path) -> str:
    reader = shutil.which("pdftotext")
    assert reader, "poppler is not installed; see .ci/run"
    done = subprocess.run(
        [reader, str(page), "-"], check=True, capture_output=True, timeout=60
    )
    return " ".join(done.stdout.decode().split())
