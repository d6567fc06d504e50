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
        title = titles.of_answer(answer.query)
        data = _word_file(title, markers, listed, lang, reference_doc)
    else:
        data = _text(markers, listed, shape, native).encode()
    made = refresh(library, data, "the selection", style, lang, form=native)
    for one in made.problems:
        raise AskedWrongly(f"{one.message[0].upper()}{one.message[1:]}.")
    return made.data.decode() if shape else made.data


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


def _word_file(
    title: str,
    markers: list[Marker],
    listed: Marker | None,
    lang: str,
    reference_doc: Path | None,
) -> bytes:
    """A Word file of nothing but places that wait to be filled."""
    from relcase.api.documents import document_file

    blocks: list[Block] = [
        Paragraph(line(_waiting(one)))
        if one.what == CONTRARY
        else Items((line(_waiting(one)),))
        for one in markers
    ]
    if listed:
        blocks += [Heading(line(HEADING), 2), References((line(_waiting(listed)),))]
    return document_file(Document(tuple(blocks), title), "docx", lang, reference_doc)


def _comment(marker: Marker, form: Form) -> str:
    words = f"{BEGINS} {in_marker(marker)}"
    return f"% {words}" if form == "latex" else f"<!-- {words} -->"


def _waiting(marker: Marker) -> str:
    return f"{{{{{BEGINS}{in_marker(marker)}}}}}"
