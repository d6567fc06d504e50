"""Files that stand where another is to be written: ours are replaced, others are kept."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from pptx import Presentation

Run = Callable[..., Any]
MADE = [
    ("stats", "a.docx"),
    ("stats", "a.odt"),
    ("stats", "a.pdf"),
    ("stats", "a.html"),
    ("slides", "a.pptx"),
    ("gaps", "a.svg"),
]


@pytest.mark.parametrize(("command", "name"), MADE)
def test_what_relcase_made_is_replaced_and_it_says_so(
    small: Run, desk: Path, command: str, name: str
) -> None:
    assert small(command, "--out", name).stderr == f"Written: {name}\n"
    (desk / name).touch()
    assert small(command, "--out", name).stderr == f"Replaced: {name}\n"


def test_a_chart_as_pdf_is_known_as_ours(small: Run, desk: Path) -> None:
    for verb in ("Written", "Replaced"):
        done = small("chart", "ties-survival", "--out", "a.pdf")
        assert done.stderr.startswith(f"{verb}: a.pdf\n")


def board_deck() -> bytes:
    made = Presentation()
    made.core_properties.author = "The board of relcase readers"
    made.slides.add_slide(made.slide_layouts[0])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def minutes() -> bytes:
    made = docx.Document()
    made.core_properties.author = "Ann Example"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


FOREIGN = [
    ("slides", "board.pptx", board_deck()),
    ("stats", "minutes.docx", minutes()),
    ("stats", "annual.pdf", b"%PDF-1.7\n<</Author (Ann Example) /Title (relcase)>>\n"),
    ("stats", "cut.docx", minutes()[:200]),
    ("stats", "old.docx", bytes.fromhex("d0cf11e0a1b11ae1") + b"relcase"),
]


@pytest.mark.parametrize(("command", "name", "content"), FOREIGN)
def test_a_document_of_somebody_else_stays(
    small: Run, desk: Path, command: str, name: str, content: bytes
) -> None:
    (desk / name).write_bytes(content)
    done = small(command, "--out", name)
    assert done == (
        2,
        "",
        f"{name} is there already, and relcase did not make it: it stays as it is. "
        "Choose another name to write to.\n",
    )
    assert (desk / name).read_bytes() == content


def test_a_deck_that_slides_were_put_into_can_be_made_again(
    small: Run, desk: Path
) -> None:
    (desk / "board.pptx").write_bytes(board_deck())
    asked = ("slides", "ties-survival", "--into", "board.pptx", "--out", "new.pptx")
    assert small(*asked).stderr == "Written: new.pptx\n"
    assert small(*asked).stderr == "Replaced: new.pptx\n"


def test_an_empty_file_is_nobodys(small: Run, desk: Path) -> None:
    (desk / "a.docx").touch()
    assert small("stats", "--out", "a.docx").stderr == "Replaced: a.docx\n"
