"""The marked places of a deck: text boxes that our name says, and those that hold
{{relcase:ID}} and nothing else.

Only the slides with such a box are rewritten, and in them only these boxes.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from relcase.domain.marker import BEGINS, CONTRARY, REFERENCES, Marker, Misspelt, parse
from relcase.domain.marker import written as in_words
from relcase.domain.passage import Place
from relcase.domain.region import Fault, Region, misspelt
from relcase.reading.marked_docx import WAITING
from relcase.reading.package import Package
from relcase.reading.pptx import A, P, slides
from relcase.reading.repack import repack
from relcase.reading.xml_spans import Node, replaced, tree

_NAME = re.compile(rb'(\sname=)("[^"]*"|\'[^\']*\')')
_BODY, _PARAGRAPH = f"{P}txBody", f"{A}p"
_NAMESPACE = A.strip("{}").encode()

Write = Callable[[bytes], Sequence[bytes]]
"""Makes the runs of each paragraph, given the formatting of the text before."""


class _Box(NamedTuple):
    """A text box with a marked place."""

    part: str
    shape: Node
    body: Node


class MarkedPptx:
    """A deck with its marked places. ``faults`` are marks that cannot be used."""

    def __init__(self, data: bytes, path: str) -> None:
        self.data, self.path = data, path
        self.regions: list[Region] = []
        self.faults: list[Fault] = []
        self.xml: dict[str, bytes] = {}
        self._boxes: list[_Box] = []
        package = Package(data, path)
        for number, name in enumerate(slides(package), 1):
            content = package.part(name)
            if content and BEGINS.encode() in content:
                self.xml[name] = content
                self._slide(name, tree(content, path), number)

    def rewritten(self, new: Mapping[int, tuple[Marker, Write | None]]) -> bytes:
        """The deck with some boxes, by number, under another marker and written anew."""
        edits: dict[str, list[tuple[int, int, bytes]]] = {}
        for number, (marker, write) in new.items():
            box = self._boxes[number]
            edits.setdefault(box.part, []).extend(self._edits(box, marker, write))
        parts = {name: replaced(self.xml[name], some) for name, some in edits.items()}
        return repack(self.data, self.path, parts)

    def _slide(self, part: str, root: Node, number: int) -> None:
        for shape in root.each(f"{P}sp"):
            about = next(shape.each(f"{P}cNvPr"), None)
            body = shape.child(_BODY)
            if about is None or body is None:
                continue
            name = about.get("name")
            place = Place(words=f"slide {number}, “{name}”")
            if name.startswith(BEGINS):
                place = Place(words=f"slide {number}")
                self._add(
                    name[len(BEGINS) :], place, _Box(part, shape, body), _text(body)
                )
            elif match := WAITING.search(text := _text(body)):
                if text.strip() == match[0]:
                    self._add(match[1], place, _Box(part, shape, body), "")
                else:
                    self.faults.append(misspelt(place, _ALONE))
        for frame in root.each(f"{P}graphicFrame"):
            if any(WAITING.search(_text(cell)) for cell in frame.each(f"{A}tc")):
                self.faults.append(
                    misspelt(Place(words=f"slide {number}, table"), _ALONE)
                )

    def _add(self, words: str, place: Place, box: _Box, shown: str) -> None:
        try:
            marker = parse(words)
        except Misspelt as why:
            self.faults.append(misspelt(place, str(why)))
            return
        if marker.what not in (REFERENCES, CONTRARY) and not marker.say:
            marker = marker._replace(say="short")  # a slide has no room for more
        inline = marker.what != REFERENCES
        at = len(self.regions)
        self.regions.append(Region(marker, place, shown, inline, at))
        self._boxes.append(box)

    def _edits(
        self, box: _Box, marker: Marker, write: Write | None
    ) -> Iterator[tuple[int, int, bytes]]:
        xml = self.xml[box.part]
        about = next(box.shape.each(f"{P}cNvPr"))
        name = quoteattr(f"{BEGINS} {in_words(marker)}").encode()
        tag = xml[about.start : about.inside[0]]
        yield (
            about.start,
            about.inside[0],
            _NAME.sub(lambda m: m[1] + name, tag, count=1),
        )
        paragraphs = [one for one in box.body.children if one.tag == _PARAGRAPH]
        if write is None or not paragraphs:
            return
        first = paragraphs[0]
        style = _bytes_of(xml, first.child(f"{A}r", f"{A}rPr"))
        shape = _bytes_of(xml, first.child(f"{A}pPr"))
        rows = (
            b'<a:p xmlns:a="%s">%s%s</a:p>' % (_NAMESPACE, shape, row)
            for row in write(style)
        )
        yield first.start, paragraphs[-1].end, b"".join(rows)


_ALONE = "give it a text box of its own, with nothing else in it."


def _text(body: Node) -> str:
    """The words of a box, a row for each paragraph."""
    rows = (
        "".join(one.text for one in row.each(f"{A}t")) for row in body.each(_PARAGRAPH)
    )
    return "\n".join(rows)


def _bytes_of(xml: bytes, node: Node | None) -> bytes:
    return xml[node.start : node.end] if node else b""
