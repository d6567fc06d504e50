"""Reports of each form as files with marked places."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from relcase.api.telling import written
from relcase.domain.content import Document
from relcase.domain.marker import Marker
from relcase.domain.passage import Form
from relcase.domain.region import Fault, Region
from relcase.errors import Unreadable

if TYPE_CHECKING:
    from relcase.reading.slide_chart import Columns


class MarkedFile(Protocol):
    """A report of one form, as its marked places."""

    @property
    def form(self) -> Form:
        """What kind of file it is."""

    @property
    def regions(self) -> Sequence[Region]:
        """The places, in the order of the file."""

    @property
    def faults(self) -> Sequence[Fault]:
        """Marks that cannot be used."""

    def cited(self) -> list[tuple[int, str]]:
        """The keys that the format itself cites, each with its place in the order."""

    def content(self, document: Document, region: Region) -> tuple[str, Any]:
        """A document as it would stand there: its words, and what is written."""

    def chart(self, number: int, said: str, columns: "Columns") -> Any:
        """What is written where a chart shows other columns; nothing if it cannot."""

    def rewritten(self, new: Mapping[int, tuple[Marker, Any]]) -> bytes:
        """The file with some places written anew; ``None`` leaves what stands there."""


def opened(data: bytes, path: str, form: Form | None) -> MarkedFile:
    """A report as its marked places. Raises ``Unreadable`` for a form without any."""
    from relcase.reading.form import form_of

    found = form or form_of(data, path)
    if found in ("markdown", "html", "latex"):
        return _Text(data, path, found)
    if found in ("docx", "pptx"):
        return _Office(data, path, found)
    raise Unreadable(path, _UNMARKED[found])


_UNMARKED: dict[str, str] = {
    "text": "plain text has no comments to mark a place with; save it as Markdown (.md)",
    "pdf": "a PDF file cannot be changed; refresh the file it was made from",
}


class _Text:
    """A Markdown, HTML or LaTeX file."""

    def __init__(self, data: bytes, path: str, form: Form) -> None:
        from relcase.reading.encoding import decode
        from relcase.reading.marked_text import MarkedText

        self.decoded, self.path, self.form = decode(data, path), path, form
        self.text = MarkedText(self.decoded.stored, form)
        self.regions, self.faults = self.text.regions, self.text.faults

    def cited(self) -> list[tuple[int, str]]:
        from relcase.reading import passages_of

        found = []
        for passage in passages_of(self.decoded.text, self.form):
            for one in passage.citations:
                at = passage.places.at(max(one.offset - 1, 0))
                if at.line and at.column:
                    found.append((self.text.lines[at.line - 1] + at.column, one.key))
        return found

    def content(self, document: Document, region: Region) -> tuple[str, Any]:
        text = written(document, self.form).strip("\n")
        text = _in_a_line(text) if region.inline else text
        return text, text

    def chart(self, number: int, said: str, columns: "Columns") -> None:
        return None

    def rewritten(self, new: Mapping[int, tuple[Marker, Any]]) -> bytes:
        return self.decoded.encode(self.text.rewritten(new), self.path)


def _in_a_line(text: str) -> str:
    """What stands within a line, and in a page within a paragraph already."""
    text = " ".join(text.split())
    alone = text.startswith("<p>") and text.endswith("</p>") and text.count("<p") == 1
    return text.removeprefix("<p>").removesuffix("</p>") if alone else text


class _Office:
    """A Word or PowerPoint file."""

    def __init__(self, data: bytes, path: str, form: Form) -> None:
        from relcase.reading.marked_docx import MarkedDocx
        from relcase.reading.marked_pptx import MarkedPptx

        made = MarkedDocx(data, path) if form == "docx" else MarkedPptx(data, path)
        self.file: MarkedDocx | MarkedPptx = made
        self.form = form
        self.regions, self.faults = self.file.regions, self.file.faults

    def cited(self) -> list[tuple[int, str]]:
        return []

    def content(self, document: Document, region: Region) -> tuple[str, Any]:
        from relcase.render import rows, runs

        write = runs.for_word if self.form == "docx" else runs.for_slide
        return rows.text(document), partial(write, document)

    def chart(self, number: int, said: str, columns: "Columns") -> Any:
        from relcase.reading.marked_pptx import MarkedPptx

        deck = self.file if isinstance(self.file, MarkedPptx) else None
        return deck.chart(number, said, columns) if deck else None

    def rewritten(self, new: Mapping[int, tuple[Marker, Any]]) -> bytes:
        return self.file.rewritten(new)
