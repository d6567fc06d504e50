"""Labelled passages as files: Word, PowerPoint and PDF, made as people make them.

A text is blocks divided by empty lines: ``# Heading`` or the title of a slide, rows of
``| cells |``, ``Notes: what the speaker says``, items of a list, and paragraphs.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from json import dumps
from typing import Any, Protocol

_BULLET = re.compile(r"[-*•]\s")
_ITEM = re.compile(r"(?:[-*•]|\d+\.)\s")
_EMPHASIS = re.compile(r"(?<![*\w])\*{1,2}([^*\s][^*]*)\*{1,2}")
SUFFIXES = {
    **{"markdown": "md", "text": "txt", "html": "html", "latex": "tex"},
    **{"docx": "docx", "pptx": "pptx", "pdf": "pdf"},
}


def file_of(form: str, text: str) -> bytes:
    """The passage as a file of its form."""
    makers = {"docx": _word, "pptx": _powerpoint, "pdf": _pdf}
    return makers[form](text) if form in makers else text.encode()


def _blocks(text: str) -> Iterator[list[str]]:
    """Each block as its lines; an item of a list is a block of its own."""
    for block in _EMPHASIS.sub(r"\1", text).split("\n\n"):
        lines = block.split("\n")
        if _ITEM.match(lines[-1]):
            yield from ([_BULLET.sub("", one)] for one in lines)
        else:
            yield lines


def _cells(row: str) -> list[str]:
    return [one.strip() for one in row.strip().strip("|").split("|")]


def _rows(lines: list[str]) -> list[list[str]]:
    """The rows of a table, without the line that Markdown has below the head."""
    return [_cells(one) for one in lines if one.strip("|-: ")]


def _word(text: str) -> bytes:
    from docx import Document

    document: Any = Document()
    for lines in _blocks(text):
        if lines[0].startswith("# "):
            document.add_heading(lines[0][2:], 1)
        elif lines[0].startswith("|"):
            rows = _rows(lines)
            table = document.add_table(len(rows), len(rows[0]))
            for row, held in zip(table.rows, rows, strict=True):
                for cell, told in zip(row.cells, held, strict=True):
                    cell.text = told
        else:
            document.add_paragraph(" ".join(lines))
    return _saved(document)


def _powerpoint(text: str) -> bytes:
    from pptx import Presentation
    from pptx.util import Inches

    deck = Presentation()
    slide: Any = None
    for lines in _blocks(text):
        if lines[0].startswith("# ") or slide is None:
            slide = deck.slides.add_slide(deck.slide_layouts[1])
        body = slide.placeholders[1].text_frame
        if lines[0].startswith("# "):
            slide.shapes.title.text = lines[0][2:]
        elif lines[0].startswith("Notes: "):
            slide.notes_slide.notes_text_frame.text = lines[0].removeprefix("Notes: ")
        elif lines[0].startswith("|"):
            rows = _rows(lines)
            room = (Inches(1), Inches(2), Inches(8), Inches(3))
            table = slide.shapes.add_table(len(rows), len(rows[0]), *room).table
            for number, row in enumerate(rows):
                for column, told in enumerate(row):
                    table.cell(number, column).text = told
        elif not body.text:
            body.text = " ".join(lines)
        else:
            body.add_paragraph().text = " ".join(lines)
    return _saved(deck)


def _pdf(text: str) -> bytes:
    import typst

    parts = ["#set page(width: 12cm, height: 16cm)"]
    for lines in _blocks(text):
        heading = lines[0].startswith("# ")
        told = dumps(" ".join(lines).removeprefix("# "), ensure_ascii=False)
        parts.append(f"#heading({told})" if heading else f"#par({told})")
    made: bytes = typst.compile("\n\n".join(parts).encode())
    return made


class Saveable(Protocol):
    """What python-docx and python-pptx make."""

    def save(self, target: BytesIO) -> None:
        """Writes the file."""


def _saved(made: Saveable) -> bytes:
    target = BytesIO()
    made.save(target)
    return target.getvalue()
