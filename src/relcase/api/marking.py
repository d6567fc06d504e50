"""Answers written out with the markers that ``refresh`` keeps current."""

from pathlib import Path

from relcase.api.library import Library
from relcase.api.refreshing import refresh
from relcase.api.telling import written
from relcase.compose import titles
from relcase.compose.listing import REFERENCES as HEADING
from relcase.domain.answer import Answer
from relcase.domain.content import (
    Block,
    Document,
    Heading,
    Items,
    Paragraph,
    References,
    line,
)
from relcase.domain.marker import (
    BEGINS,
    CONTRARY,
    REFERENCES,
    Marker,
    Shape,
    named_lang,
    waiting,
)
from relcase.domain.marker import written as in_marker
from relcase.domain.passage import Form
from relcase.domain.vocabulary import Length
from relcase.errors import AskedWrongly

_TEXTS: dict[str, tuple[Shape, Form]] = {
    "markdown": ("markdown", "markdown"),
    "slide": ("slide", "markdown"),
    "html": ("html", "html"),
    "latex": ("latex", "latex"),
}
MARKED = (*_TEXTS, "docx")
"""The formats that marks can be kept in."""


def marked_snippet(
    library: Library,
    answer: Answer,
    form: str,
    style: str,
    lang: str,
    *,
    references: bool = True,
    say: Length | None = None,
    reference_doc: Path | None = None,
) -> str | bytes:
    """An answer written out, each entry with the marker that keeps it current.

    ``form`` is one of ``MARKED``: text to paste, or a Word file, whose styles are those
    of ``reference_doc``. What was found otherwise has a marker of its own.
    """
    of_word: tuple[None, Form] = (None, "docx")
    shape, native = _TEXTS.get(form, of_word)
    named = Marker("", say=say, style=style, lang=named_lang(lang))
    markers = [
        named._replace(what=entry.kind, ids=(entry.id,), shape=shape)
        for entry in answer.entries
    ]
    if answer.otherwise and shape != "slide":
        markers.append(named._replace(what=CONTRARY, say=None))
    listed = named._replace(what=REFERENCES, say=None) if references else None
    if shape is None:
        document = _document(titles.of_answer(answer.query), markers, listed)
        return marked_document(library, document, style, lang, reference_doc)
    data = _text(markers, listed, shape, native).encode()
    return _filled(library, data, native, style, lang).decode()


def marked_document(
    library: Library,
    document: Document,
    style: str,
    lang: str,
    reference_doc: Path | None = None,
) -> bytes:
    """A Word file of a document with places that wait, and are filled and kept current."""
    from relcase.api.documents import document_file

    data = document_file(document, "docx", lang, reference_doc)
    return _filled(library, data, "docx", style, lang)


def _filled(library: Library, data: bytes, form: Form, style: str, lang: str) -> bytes:
    made = refresh(library, data, "the selection", style, lang, form=form)
    for one in made.problems:
        if one.severity == "error":
            raise AskedWrongly(f"{one.message[0].upper()}{one.message[1:]}.")
    return made.data


def _text(
    markers: list[Marker], listed: Marker | None, shape: Shape, form: Form
) -> str:
    """A text of nothing but markers."""
    rows = [_comment(one, form) for one in markers]
    if listed:
        level = Heading(line(HEADING), 1 if shape == "slide" else 2)
        heading = written(Document((level,)), form).rstrip("\n")
        rows.append(f"{heading}\n\n{_comment(listed, form)}")
    return ("\n\n---\n\n" if shape == "slide" else "\n\n").join(rows) + "\n"


def _document(title: str, markers: list[Marker], listed: Marker | None) -> Document:
    """A document of nothing but places that wait to be filled."""
    blocks: list[Block] = [
        Paragraph(line(waiting(one)))
        if one.what == CONTRARY
        else Items((line(waiting(one)),))
        for one in markers
    ]
    if listed:
        blocks += [Heading(line(HEADING), 2), References((line(waiting(listed)),))]
    return Document(tuple(blocks), title)


def _comment(marker: Marker, form: Form) -> str:
    words = f"{BEGINS} {in_marker(marker)}"
    return f"% {words}" if form == "latex" else f"<!-- {words} -->"
