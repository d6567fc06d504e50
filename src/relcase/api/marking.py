"""Answers written out with the markers that ``refresh`` keeps current."""

from relcase.api.library import Library
from relcase.api.refreshing import DEFAULT_LANG, refresh
from relcase.api.telling import written
from relcase.compose.listing import REFERENCES as HEADING
from relcase.domain.answer import Answer
from relcase.domain.content import Document
from relcase.domain.marker import BEGINS, CONTRARY, REFERENCES, Marker, Shape
from relcase.domain.marker import written as in_marker
from relcase.domain.passage import Form
from relcase.domain.vocabulary import Length
from relcase.errors import AskedWrongly

_FORMS: dict[Shape, Form] = {
    "markdown": "markdown",
    "slide": "markdown",
    "html": "html",
    "latex": "latex",
}


def marked_snippet(
    library: Library,
    answer: Answer,
    form: Shape,
    style: str,
    lang: str,
    *,
    references: bool = True,
    say: Length | None = None,
) -> str:
    """An answer written out to paste, each entry with the marker that keeps it current.

    ``form`` is ``markdown``, ``slide``, ``html`` or ``latex``.
    """
    native = _FORMS[form]
    named = Marker("", (), None, say, style, lang if lang != DEFAULT_LANG else "")
    markers = [
        named._replace(what=entry.kind, ids=(entry.id,), shape=form)
        for entry in answer.entries
    ]
    if answer.otherwise and form != "slide":
        markers.append(named._replace(what=CONTRARY, ids=_ids(answer), say=None))
    rows = [_comment(one, native) for one in markers]
    if references and answer.entries:
        level = HEADING._replace(level=1) if form == "slide" else HEADING
        heading = written(Document((level,)), native).rstrip("\n")
        row = _comment(named._replace(what=REFERENCES, say=None), native)
        rows += [f"{heading}\n\n{row}"]
    text = ("\n\n---\n\n" if form == "slide" else "\n\n").join(rows) + "\n"
    made = refresh(library, text.encode(), "the selection", style, lang, form=native)
    for one in made.problems:
        raise AskedWrongly(one.message)
    return made.data.decode()


def _ids(answer: Answer) -> tuple[str, ...]:
    return tuple(entry.id for entry in answer.entries)


def _comment(marker: Marker, form: Form) -> str:
    words = f"{BEGINS} {in_marker(marker)}"
    return f"% {words}" if form == "latex" else f"<!-- {words} -->"
