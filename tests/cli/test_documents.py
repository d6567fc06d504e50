"""Listings as files that stand by themselves, and citations for other programs."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

Run = Callable[..., Any]
BEGINNINGS = {
    "docx": b"PK",
    "odt": b"PK",
    "pdf": b"%PDF",
    "html": b"<!DOCTYPE html>",
    "tex": b"\\documentclass",
}
COMMANDS = (
    ("stats",),
    ("quotes",),
    ("search", "ties"),
    ("show", "ties-survival"),
    ("show", "ties-survival", "lonely-pupils", "--challenge"),
    ("show", "ties-survival", "--why"),
    ("refs",),
    ("cite", "aster2015"),
    ("audit",),
    ("sectors",),
    ("store", "due", "--by", "2030"),
)


@pytest.mark.parametrize("ending", BEGINNINGS)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_listing_as_a_file(
    small: Run, desk: Path, command: tuple[str, ...], ending: str
) -> None:
    done = small(*command, "--out", f"out.{ending}")
    assert done == (0, "", f"Written: out.{ending}\n")
    assert (desk / f"out.{ending}").read_bytes().startswith(BEGINNINGS[ending])


@pytest.mark.parametrize(
    ("command", "title"),
    [
        (("stats", "--sector", "health"), "Statistics: health"),
        (("quotes",), "Quotes"),
        (("search", "ties"), "Evidence: “ties”"),
        (("refs",), "References"),
        (
            ("show", "ties-survival"),
            "People with stronger ties were more likely to be alive ten years later.",
        ),
        (("show", "ties-survival", "lonely-pupils"), "Evidence"),
        (("audit",), "What is said of the evidence"),
        (("store", "due", "--by", "2030"), "Due for review by 2030-12-31"),
    ],
)
def test_titles(small: Run, desk: Path, command: tuple[str, ...], title: str) -> None:
    assert small(*command, "-o", "out.docx").status == 0
    opened = docx.Document(str(desk / "out.docx"))
    assert opened.core_properties.title == title
    first = opened.paragraphs[0]
    assert (first.style.name if first.style else "", first.text) == ("Title", title)


def test_citations_and_one_list(small: Run, desk: Path) -> None:
    small("stats", "-o", "out.docx", "--style", "apa")
    told = [one.text for one in docx.Document(str(desk / "out.docx")).paragraphs]
    assert sum("(Áster & Birch, 2015)" in one for one in told) == 1
    assert told.count("References") == 1
    assert told[told.index("References") + 1].startswith(
        "Áster, Z., & Birch, T. (2015)."
    )


def test_without_the_list(small: Run, desk: Path) -> None:
    small("stats", "-o", "out.docx", "--no-refs")
    told = [one.text for one in docx.Document(str(desk / "out.docx")).paragraphs]
    assert "References" not in told


def test_standard_output_is_to_be_pasted(small: Run) -> None:
    assert small("stats", "-f", "html").stdout.startswith("<ul>\n")
    assert small("stats", "-f", "latex").stdout.startswith("\\begin{itemize}\n")


def test_the_language_of_a_page(small: Run, desk: Path) -> None:
    small("stats", "-o", "out.html", "--lang", "de-DE")
    assert '<html lang="de-DE">' in (desk / "out.html").read_text(encoding="utf-8")


def test_keys_with_the_bibliography_beside(small: Run, run: Run, desk: Path) -> None:
    done = small("stats", "--citations", "keys", "-o", "report.md")
    assert done == (0, "", "Written: report.md and report.bib\n")
    text = (desk / "report.md").read_text(encoding="utf-8")
    assert text.startswith(
        '---\ntitle: "Statistics"\nlang: "en-GB"\nbibliography: "report.bib"\n'
    )
    assert "[@aster2015, p. 204, Table 2]" in text
    assert text.endswith("## References\n\n::: {#refs}\n:::\n")
    listed = run("refs", "report.md", "--bib", "report.bib", "-f", "plain")
    assert listed.status == 0
    assert "Ties and survival" in listed.stdout


def test_keys_are_written_anew(small: Run, desk: Path) -> None:
    small("stats", "--citations", "keys", "-o", "report.md")
    first = (desk / "report.bib").read_bytes()
    assert small("stats", "--citations", "keys", "-o", "report.md").status == 0
    assert (desk / "report.bib").read_bytes() == first


def test_nobody_elses_bibliography_is_written_over(small: Run, desk: Path) -> None:
    (desk / "report.bib").write_text("@book{mine, title = {Mine}}")
    done = small("stats", "--citations", "keys", "-o", "report.md")
    assert done.status == 3
    assert done.stderr == (
        "Cannot write report.bib: another bibliography stands there;"
        " choose another name for the document.\n"
    )
    assert (desk / "report.bib").read_text() == "@book{mine, title = {Mine}}"
    assert not (desk / "report.md").exists()


def test_both_files_or_none(small: Run, desk: Path) -> None:
    (desk / "report.md").mkdir()
    done = small("stats", "--citations", "keys", "-o", "report.md")
    assert done.status == 3
    assert not (desk / "report.bib").exists()


def test_keys_in_latex(small: Run, desk: Path) -> None:
    small("stats", "--citations", "keys", "-o", "report.tex")
    text = (desk / "report.tex").read_text(encoding="utf-8")
    assert "\\addbibresource{report.bib}" in text
    assert "\\parencite[{p. 204, Table 2}]{aster2015}" in text
    assert "@article{aster2015," in (desk / "report.bib").read_text(encoding="utf-8")


def test_keys_to_standard_output(small: Run) -> None:
    done = small("stats", "ties-survival", "--citations", "keys", "-f", "markdown")
    assert "[@aster2015, p. 204, Table 2]" in done.stdout
    assert not done.stdout.startswith("---")


def test_footnotes(small: Run, desk: Path) -> None:
    done = small("stats", "ties-survival", "--citations", "footnotes", "-f", "markdown")
    body, note = done.stdout.split("[^1]: ")
    assert "[^1]" in body
    assert note.startswith("Áster, Z. and Birch, T. (2015) ")
    small("stats", "ties-survival", "--citations", "footnotes", "-o", "out.docx")
    with zipfile.ZipFile(io.BytesIO((desk / "out.docx").read_bytes())) as made:
        assert "Áster, Z." in made.read("word/footnotes.xml").decode()


def test_a_style_of_notes_keeps_its_own(small: Run) -> None:
    args = ("stats", "ties-survival", "--style", "chicago-notes", "-f", "markdown")
    assert small(*args, "--citations", "footnotes") == small(*args)


def test_a_note_hugs_the_speaker(small: Run) -> None:
    done = small("quotes", "--citations", "footnotes", "-f", "plain", "--no-refs")
    assert "  [1]" not in done.stdout
    assert " [1]" in done.stdout


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (
            ("--citations", "keys", "-o", "out.docx"),
            "--citations cannot be 'keys': keys are for Markdown and LaTeX, as in --out report.md.",
        ),
        (
            ("--citations", "keys", "-f", "markdown", "--copy"),
            "--citations cannot be 'keys': keys are for Markdown and LaTeX, as in --out report.md.",
        ),
        (
            ("--citations", "footnotes", "-f", "csv"),
            "--citations cannot be 'footnotes': csv has no notes; choose another format.",
        ),
        (
            ("--citations", "footnotes", "-f", "plain", "--style", "vancouver"),
            "--citations cannot be 'footnotes': the style vancouver counts its sources;"
            " choose another, as harvard or chicago-notes.",
        ),
        (
            ("--citations", "note"),
            "There is no way to cite 'note'. Did you mean 'footnotes'?",
        ),
        (
            ("--reference-doc", "own.docx", "-o", "out.pdf"),
            "A reference document gives its styles to a Word or OpenDocument file:"
            " name one with --out FILE.docx or FILE.odt.",
        ),
        (
            ("--reference-doc", "own.docx", "-o", "own.docx"),
            "--out cannot be 'own.docx': the answer is read from this file.",
        ),
    ],
)
def test_asked_wrongly(
    small: Run, desk: Path, args: tuple[str, ...], sentence: str
) -> None:
    assert small("stats", *args) == (2, "", f"{sentence}\n")
    assert [one.name for one in desk.iterdir()] == ["small"]


def test_a_bibliography_of_the_store_is_spared(small: Run, desk: Path) -> None:
    before = (desk / "small" / "references.bib").read_bytes()
    done = small("stats", "--citations", "keys", "-o", "small/references.md")
    assert done.status in (2, 3)
    assert (desk / "small" / "references.bib").read_bytes() == before


def test_a_reference_document_that_is_none(small: Run, desk: Path) -> None:
    (desk / "own.docx").write_text("words")
    done = small("stats", "--reference-doc", "own.docx", "-o", "out.docx")
    assert done.status == 3
    assert done.stderr == (
        "Cannot read own.docx: it is not a .docx file,"
        " from which the document could take its styles.\n"
    )
    assert not (desk / "out.docx").exists()


def test_a_part_that_is_not_installed(
    small: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    done = small("stats", "-o", "out.pdf")
    assert done.status == 3
    assert done.stderr.endswith('pip install ".[all]"\n')
    assert done.stderr.count("\n") == 1
    assert not (desk / "out.pdf").exists()
