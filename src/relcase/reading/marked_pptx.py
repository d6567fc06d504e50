"""The marked places of a deck: shapes that our name says, on slides and in their notes, and
text boxes that hold {{relcase:ID}} and nothing else.

Only the parts with such a box are rewritten, and in them only these boxes. A chart gets
other columns; a picture is compared alone, since it cannot be rewritten.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from relcase.domain.marker import (
    BEGINS,
    CONTRARY,
    REFERENCES,
    Marker,
    Misspelt,
    parse,
    shown_part,
    told,
)
from relcase.domain.marker import written as in_words
from relcase.domain.passage import Place
from relcase.domain.region import Fault, Region, misplaced, misspelt
from relcase.reading.package import Package, Relation
from relcase.reading.pptx import A, P, slides
from relcase.reading.repack import repack
from relcase.reading.slide_chart import Columns, redrawn
from relcase.reading.slide_links import Links
from relcase.reading.slide_rows import Write, rewritten, rows_of, text_of
from relcase.reading.waiting import WAITING, is_told, is_waiting, words_in
from relcase.reading.xml_spans import Node, replaced, tree

_SHARED = re.compile(r"ppt/((?:slide|notes|handout)(?:Layout|Master))s/[^/]*\.xml")
"""Parts that several slides show."""
_NAME = re.compile(rb'(\sname=)("[^"]*"|\'[^\']*\')')
_DESCRIPTION = re.compile(rb'(\sdescr=)("[^"]*"|\'[^\']*\')')
_BODY, _ABOUT = f"{P}txBody", f"{P}cNvPr"
_PICTURES = (f"{P}pic", f"{P}graphicFrame")


class _Box(NamedTuple):
    """A shape with a marked place."""

    part: str
    shape: Node
    body: Node | None
    """Its text; ``None`` of a picture."""


class Drawn(NamedTuple):
    """A chart drawn anew."""

    said: str
    """What stands for it."""
    parts: dict[str, bytes]


class MarkedPptx:
    """A deck with its marked places. ``faults`` are marks that cannot be used."""

    def __init__(self, data: bytes, path: str) -> None:
        self.data, self.path = data, path
        self.regions: list[Region] = []
        self.faults: list[Fault] = []
        self.xml: dict[str, bytes] = {}
        self._boxes: list[_Box] = []
        self.package = Package(data, path)
        for number, name in enumerate(slides(self.package), 1):
            where = f"slide {number}"
            self._read(name, where)
            for one in self.package.relations(name).values():
                if one.kind == "notesSlide":
                    self._read(one.target, f"{where}, notes")
                elif one.kind != "slideLayout" and is_waiting(self.package, one):
                    self._leave(f"{where}, {one.kind}", "a drawing or chart")
        for name in self.package.names:
            if found := _SHARED.match(name):
                shared = Relation("", name, False)
                if is_waiting(self.package, shared):
                    self._leave(found[1], "a layout or master")

    def chart(self, number: int, said: str, columns: Columns) -> Drawn | None:
        """A chart with other columns, and what is said of it then; ``None`` where it is a
        picture, or somebody edited it."""
        box, before = self._boxes[number], self.regions[number].content
        parts = redrawn(self.package, box.part, box.shape, before, columns)
        return Drawn(said, parts) if parts else None

    def rewritten(
        self, new: Mapping[int, tuple[Marker, Write | Drawn | None]]
    ) -> bytes:
        """The deck with some boxes, by number, under another marker and written anew."""
        edits: dict[str, list[tuple[int, int, bytes]]] = {}
        links: dict[str, Links] = {}
        for number, (marker, write) in new.items():
            part = self._boxes[number].part
            if part not in links:
                links[part] = Links(self.package, part)
            edits.setdefault(part, []).extend(
                self._edits(self._boxes[number], marker, write, links[part])
            )
        parts = {name: replaced(self.xml[name], some) for name, some in edits.items()}
        for one in links.values():
            parts |= one.changed()
        for _, made in new.values():
            parts |= made.parts if isinstance(made, Drawn) else {}
        return repack(self.data, self.path, parts)

    def _leave(self, place: str, what: str) -> None:
        """Says of a place that it waits where nothing is written."""
        where, cure = f"in {what}", "Move it to a text box of a slide."
        self.faults.append(misplaced(Place(words=place), where, cure))

    def _read(self, part: str, where: str) -> None:
        """Finds the places of a slide, or of a page of notes."""
        content = self.package.part(part)
        if not content or not is_told(content) or part in self.xml:
            return
        self.xml[part] = content
        root = tree(content, self.path)
        for shape in root.each(f"{P}sp"):
            self._shape(part, shape, where)
        for tag in _PICTURES:
            for frame in root.each(tag):
                self._frame(part, frame, where)

    def _shape(self, part: str, shape: Node, where: str) -> None:
        about, body = next(shape.each(_ABOUT), None), shape.child(_BODY)
        if about is None or body is None:
            return
        name, text = about.get("name"), text_of(body)
        box = _Box(part, shape, body)
        if (words := told(name)) is not None:
            self._add(words, Place(words=where), box, text)
        elif match := WAITING.search(text):
            place = Place(words=f"{where}, “{name}”")
            try:
                words = words_in(match)
            except Misspelt as why:
                self.faults.append(misspelt(place, str(why)))
                return
            if text.strip() == match[0]:
                self._add(words, place, box, "")
            else:
                self.faults.append(misspelt(place, _ALONE))

    def _frame(self, part: str, frame: Node, where: str) -> None:
        """A picture, a chart or a table: a place that is compared, or none."""
        about = next(frame.each(_ABOUT), None)
        words = told(about.get("name")) if about is not None else None
        if about is not None and words is not None:
            box = _Box(part, frame, None)
            self._add(words, Place(words=where), box, about.get("descr"))
        elif any(WAITING.search(text_of(one)) for one in frame.each(f"{A}txBody")):
            self.faults.append(misspelt(Place(words=f"{where}, table"), _ALONE))

    def _add(self, words: str, place: Place, box: _Box, shown: str) -> None:
        try:
            marker = parse(words)
        except Misspelt as why:
            self.faults.append(misspelt(place, str(why)))
            return
        if box.body is None and not marker.drawn:
            self.faults.append(misspelt(place, _NO_TEXT))
            return
        if box.body is not None and "picture" in marker.parts:
            self.faults.append(misplaced(place, *_NO_PICTURE))
            return
        is_sentence = marker.what not in (REFERENCES, CONTRARY) and not marker.parts
        if is_sentence and not marker.say:
            marker = marker._replace(say="short")  # a slide has no room for more
        if marker.parts and marker.parts != ("notes",):
            place = place._replace(words=f"{place.words}, {shown_part(marker)}")
        inline = marker.what != REFERENCES
        at = len(self.regions)
        self.regions.append(Region(marker, place, shown, inline, at))
        self._boxes.append(box)

    def _edits(
        self, box: _Box, marker: Marker, write: Write | Drawn | None, links: Links
    ) -> Iterator[tuple[int, int, bytes]]:
        xml = self.xml[box.part]
        about = next(box.shape.each(_ABOUT))
        name = quoteattr(f"{BEGINS} {in_words(marker)}").encode()
        tag = xml[about.start : about.inside[0]]
        tag = _NAME.sub(lambda found: found[1] + name, tag, count=1)
        if isinstance(write, Drawn):
            said = quoteattr(write.said).encode()
            tag = _DESCRIPTION.sub(lambda found: found[1] + said, tag, count=1)
        yield about.start, about.inside[0], tag
        old = rows_of(xml, box.body) if box.body else []
        if write is None or isinstance(write, Drawn) or not old:
            return
        yield old[0].start, old[-1].end, rewritten(old, write, links)


_ALONE = "give it a text box of its own, with nothing else in it."
_NO_PICTURE = (
    "in a text box, which holds no picture",
    "Make a slide with it: relcase slides ID --marked --into FILE --out NEW.",
)
_NO_TEXT = "a picture cannot be written anew; mark a text box."
