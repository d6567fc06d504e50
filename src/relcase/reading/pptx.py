"""PowerPoint: what stands on each slide, shape by shape, and its speaker's notes."""

from collections.abc import Iterator
from contextlib import suppress
from xml.etree.ElementTree import Element

from relcase.domain.marker import (
    REFERENCES,
    Marker,
    Misspelt,
    parse,
    shown_part,
    told,
)
from relcase.domain.passage import Cell, Link, Passage, PassageKind, Places
from relcase.reading.letters import RAISED
from relcase.reading.package import DEEPEST, Package, Relation

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TITLES = frozenset(("title", "ctrTitle"))
_SMALL_PRINT = frozenset(("sldNum", "dt"))
"""Placeholders for the number of the slide and the date."""


def passages(data: bytes, path: str) -> Iterator[Passage]:
    """What the slides say, in their order, the notes of each after it."""
    package = Package(data, path)
    tables = [0]
    for number, name in enumerate(slides(package), 1):
        root = package.xml(name)
        if root is None:
            raise package.damaged()
        relations = package.relations(name)
        slide = _Slide(package, relations, f"slide {number}", tables)
        yield from slide.read(root, 0)
        for one in relations.values():
            if (
                one.kind == "notesSlide"
                and (notes := package.xml(one.target)) is not None
            ):
                yield from _notes(package, notes, f"slide {number}, notes")


def slides(package: Package) -> list[str]:
    """The names of the parts that hold the slides, in the order they are shown."""
    main = next(
        (
            r.target
            for r in package.relations("").values()
            if r.kind == "officeDocument"
        ),
        "ppt/presentation.xml",
    )
    root = package.xml(main)
    if root is None:
        raise package.damaged()
    relations = package.relations(main)
    ids = (one.get(f"{_R}id", "") for one in root.iterfind(f"{P}sldIdLst/{P}sldId"))
    return [relations[one].target for one in ids if one in relations]


class _Slide:
    """Goes through the shapes of one slide, also those in groups."""

    def __init__(
        self,
        package: Package,
        relations: dict[str, Relation],
        where: str,
        tables: list[int],
    ) -> None:
        self.package, self.relations, self.where = package, relations, where
        self.tables = tables
        """How many tables there were so far, on all slides."""

    def read(self, parent: Element, depth: int) -> Iterator[Passage]:
        if depth > DEEPEST:
            raise self.package.too_large()
        for child in parent:
            if child.tag == f"{P}sp":
                yield from self._shape(child)
            elif child.tag == f"{P}graphicFrame":
                yield from self._frame(child)
            elif child.tag != f"{_MC}Fallback" and len(child):
                yield from self.read(child, depth + 1)

    def _shape(self, shape: Element) -> Iterator[Passage]:
        held = _placeholder(shape)
        if held in _SMALL_PRINT:
            return
        kind: PassageKind = "heading" if held in _TITLES else "text"
        body = shape.find(f"{P}txBody")
        if body is not None:
            place = f"{self.where}, “{_name(shape)}”"
            if marker := _marker(shape):  # a place that is kept current
                place = f"{self.where}, {shown_part(marker)}"
                kind = "reference" if marker.what == REFERENCES else kind
            yield from self._paragraphs(body, kind, place)

    def _frame(self, frame: Element) -> Iterator[Passage]:
        for table in frame.iter(f"{A}tbl"):
            self.tables[0] += 1
            name = f"{self.where}, “{_name(frame)}”"
            for row, cells in enumerate(table.iterfind(f"{A}tr"), 1):
                for column, cell in enumerate(cells.iterfind(f"{A}tc"), 1):
                    place = f"{name}, row {row}, column {column}"
                    body = cell.find(f"{A}txBody")
                    if body is not None:
                        at = Cell(self.tables[0], row, column)
                        for one in self._paragraphs(body, "cell", place):
                            yield one._replace(cell=at)

    def _paragraphs(
        self, body: Element, kind: PassageKind, where: str
    ) -> Iterator[Passage]:
        for paragraph in body.iterfind(f"{A}p"):
            text, links = _line(paragraph, self.relations)
            if text.strip():
                yield Passage(text, kind, Places(where), (), (), "", links)


def _notes(package: Package, root: Element, where: str) -> Iterator[Passage]:
    for shape in root.iter(f"{P}sp"):
        body = shape.find(f"{P}txBody")
        if _placeholder(shape) == "body" and body is not None:
            for paragraph in body.iterfind(f"{A}p"):
                text, _ = _line(paragraph, {})
                if text.strip():
                    yield Passage(text, "notes", Places(where))


def _line(
    paragraph: Element, relations: dict[str, Relation]
) -> tuple[str, tuple[Link, ...]]:
    """The words of a paragraph, and the addresses they lead to."""
    parts: list[str] = []
    links: list[Link] = []
    for child in paragraph:
        if child.tag == f"{A}br":
            parts.append(" ")
            continue
        text = child.findtext(f"{A}t")
        if text is None:
            continue
        style = child.find(f"{A}rPr")
        if style is not None:
            click = style.find(f"{A}hlinkClick")
            target = (
                relations.get(click.get(f"{_R}id", "")) if click is not None else None
            )
            if target and target.outside:
                links.append(Link(sum(map(len, parts)), target.target))
            if style.get("baseline", "0").lstrip("0").startswith(tuple("123456789")):
                text = text.translate(RAISED)
        parts.append(text)
    words = "".join(parts).replace("\t", " ").replace("\v", " ")
    return words, tuple(links)


def _placeholder(shape: Element) -> str | None:
    """The kind of placeholder a shape is; ``None`` for a shape of its own."""
    held = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return None if held is None else held.get("type", "obj")


def _marker(shape: Element) -> Marker | None:
    """What the name of a box says that it keeps current."""
    words = told(_name(shape))
    if words is None:
        return None
    with suppress(Misspelt):
        return parse(words)
    return None


def _name(shape: Element) -> str:
    for one in shape.iter(f"{P}cNvPr"):
        return one.get("name", "")
    return ""
