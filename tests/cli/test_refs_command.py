"""refs: the list of a selection, of documents, of any bibliography."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

Run = Callable[..., Any]
Snapshot = Callable[[str, str], None]

ASTER = "Áster, Z. and Birch, T. (2015)"
CEDAR = "Cedar Trust (2021)"
DOGWOOD = "Dogwood, A., Elm, B. and Fir, C. (2008)"
GORSE = "Gorse Network (no date)"


def listed(done: Any) -> list[str]:
    """The beginnings of the references."""
    lines = done.stdout.split("\n\n")[1:]
    known = (ASTER, CEDAR, DOGWOOD, GORSE)
    return [next(one for one in known if line.startswith(one)) for line in lines]


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ((), [ASTER, CEDAR, DOGWOOD, GORSE]),
        (("-s", "health"), [ASTER, DOGWOOD]),
        (("-s", "health", "--kind", "all"), [ASTER, DOGWOOD, GORSE]),
        (("--kind", "quote"), [GORSE]),
        (("--kind", "stories"), [GORSE]),
        (("lonely-pupils", "aster2015"), [ASTER, CEDAR]),
        (("kindness-first", "relational-work"), [GORSE]),
        (("-s", "education", "gorse"), [CEDAR, DOGWOOD, GORSE]),
        (("--since", "2010"), [ASTER, CEDAR]),
    ],
)
def test_selections(small: Run, args: tuple[str, ...], expected: list[str]) -> None:
    done = small("refs", *args, "-f", "plain")
    assert (done.status, done.stderr) == (0, "")
    assert listed(done) == expected


def test_a_markdown_file(small: Run, desk: Path) -> None:
    (desk / "report.md").write_text(
        "# R\n\nAs [@cedar2021, p. 3; @nobody1999] and @gorse say.\n"
    )
    done = small("refs", "report.md", "-f", "plain")
    assert listed(done) == [CEDAR, GORSE]
    assert done.status == 1
    assert (
        done.stderr == "report.md:3:23: no bibliography has the source 'nobody1999'.\n"
    )


PLAN = """title: T
audience: team
ask: Do it.
sections:
  - title: Evidence
    entries: [lonely-pupils, kindness-first]
  - title: More
    entries: [kindness-first%s]
"""


def test_the_plan_of_a_case(small: Run, desk: Path) -> None:
    (desk / "case.yaml").write_text(PLAN % "")
    done = small("refs", "case.yaml", "-f", "plain")
    assert (done.status, done.stderr) == (0, "")
    assert listed(done) == [CEDAR, GORSE]
    (desk / "case.yaml").write_text(PLAN % ", nothing-there")
    more = small("refs", "case.yaml", "-f", "plain")
    assert (more.status, listed(more)) == (1, [CEDAR, GORSE])
    assert more.stderr == "case.yaml: there is no entry 'nothing-there'.\n"
    (desk / "case.yaml").write_text("- no plan")
    none = small("refs", "case.yaml")
    assert (none.status, none.stdout) == (1, "")
    assert "relcase case check case.yaml" in none.stderr


def test_a_finished_document_has_no_keys_and_what_to_do_is_said(
    small: Run, desk: Path
) -> None:
    (desk / "case.docx").write_bytes(b"PK\x03\x04\x80")
    done = small("refs", "case.docx")
    assert (done.status, done.stdout) == (3, "")
    assert done.stderr.startswith("Cannot read case.docx: a finished document holds no")
    assert "the plan of a case (case.yaml)" in done.stderr


def test_a_latex_file(small: Run, desk: Path) -> None:
    (desk / "report.tex").write_text(
        "\\cite{cedar2021} % \\cite{aster2015}\n\\textcite{gone}\n"
    )
    done = small("refs", "report.tex", "-f", "plain")
    assert listed(done) == [CEDAR]
    assert (done.status, done.stderr) == (
        1,
        "report.tex:2:11: no bibliography has the source 'gone'.\n",
    )


def test_files_without_anything_known(small: Run, desk: Path) -> None:
    (desk / "a.md").write_text("[@x2000]\n")
    (desk / "b.md").write_text("No source.\n")
    assert small("refs", "b.md") == (1, "", "No source is cited there.\n")
    assert small("refs", "a.md") == (
        1,
        "",
        "a.md:1:2: no bibliography has the source 'x2000'.\n",
    )


def test_any_bibliography(run: Run, desk: Path) -> None:
    (desk / "report.md").write_text("[@gorse; @missing]\n")
    whole = run("refs", "--bib", "small/references.bib", "-f", "plain")
    assert listed(whole) == [ASTER, CEDAR, DOGWOOD, GORSE]
    some = run("refs", "--bib", "small/references.bib", "cedar2021", "-f", "plain")
    assert listed(some) == [CEDAR]
    cited = run("refs", "--bib", "small/references.bib", "report.md", "-f", "plain")
    assert (cited.status, listed(cited)) == (1, [GORSE])
    wrong = run("refs", "--bib", "small/references.bib", "cedar2020")
    assert wrong.stderr == (
        "There is no entry, source or file 'cedar2020'. Did you mean 'cedar2021'?\n"
    )
    both = run("refs", "--bib", "small/references.bib", "-s", "health")
    assert (both.status, both.stdout) == (2, "")


def test_what_is_wrong_with_a_bibliography_is_said(run: Run, desk: Path) -> None:
    (desk / "mine.bib").write_text(
        "@article{a, title={T}, year=2001}\n@book{b, title={U\n"
    )
    done = run("refs", "--bib", "mine.bib", "-f", "plain")
    assert done.status == 0
    assert done.stdout == "References\n\n(2001) ‘T’.\n"
    assert [line.split(": ")[0] for line in done.stderr.splitlines()] == [
        "mine.bib:1:10",
        "mine.bib:2:1",
    ]


TEXTS = {
    "markdown": "md",
    "plain": "txt",
    "html": "html",
    "latex": "tex",
    "bibtex": "bib",
    "csl-json": "json",
    "ris": "ris",
}


@pytest.mark.parametrize("form", TEXTS)
def test_formats(small: Run, desk: Path, snapshot: Snapshot, form: str) -> None:
    done = small("refs", "-f", form)
    snapshot(f"refs.{TEXTS[form]}", done.stdout)
    assert small("refs", "-o", f"out.{TEXTS[form]}").stdout == ""
    written = (desk / f"out.{TEXTS[form]}").read_bytes().decode()
    if form in ("html", "latex"):  # a file stands by itself
        assert done.stdout.split("\n", 2)[-1].strip() in written
    else:
        assert written == done.stdout


def test_bibtex_read_again_is_the_same(small: Run, run: Run, desk: Path) -> None:
    small("refs", "-o", "out.bib")
    again = run("refs", "--bib", "out.bib", "-f", "csl-json")
    assert json.loads(again.stdout) == json.loads(
        small("refs", "-f", "csl-json").stdout
    )


def test_a_word_file(small: Run, desk: Path) -> None:
    done = small("refs", "-o", "refs.docx")
    assert done == (0, "", "Written: refs.docx\n")
    with zipfile.ZipFile(desk / "refs.docx") as made:
        text = made.read("word/document.xml")
        styles = made.read("word/styles.xml").decode()
    words = "".join(ElementTree.fromstring(text).itertext())
    for one in (ASTER, CEDAR, DOGWOOD, GORSE):
        assert one in words
    assert 'w:hanging="567"' in styles


@pytest.mark.parametrize(
    ("style", "first"),
    [
        ("apa", "Áster, Z., & Birch, T. (2015). "),
        ("vancouver", "1. Áster Z, Birch T. "),
        ("chicago-notes", "Zoë Áster and Tom Birch, "),
        ("ieee", "[1] Z. Áster and T. Birch, "),
    ],
)
def test_styles(small: Run, style: str, first: str) -> None:
    done = small("refs", "ties-survival", "--style", style, "-f", "plain")
    assert done.stdout.startswith(f"References\n\n{first}")


def test_a_language(small: Run) -> None:
    assert "ohne Datum" in small("refs", "gorse", "--lang", "de-DE").stdout
