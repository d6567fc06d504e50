"""Word: the paragraphs of the body, of tables, notes, text boxes, headers and footers.

Tracked changes count as accepted, hidden text and the codes of fields are not read.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from relcase.domain.marker import BEGINS, REFERENCES
from relcase.domain.passage import (
    Cell,
    Link,
    NoteMark,
    Passage,
    PassageKind,
    Places,
)
from relcase.reading.letters import RAISED
from relcase.reading.package import DEEPEST, Package, Relation, parse

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VAL, _ID = f"{W}val", f"{W}id"
P, T, RUN, TABLE = f"{W}p", f"{W}t", f"{W}r", f"{W}tbl"
_ROW, _CELL, _RUN_STYLE = f"{W}tr", f"{W}tc", f"{W}rPr"
_ABOUT, _STYLE, _LINK, _FIELD = f"{W}pPr", f"{W}pStyle", f"{W}hyperlink", f"{W}fldChar"
_HIDDEN, _HEIGHT = f"{W}vanish", f"{W}vertAlign"
_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText"))
_PRINTED = {
    f"{W}tab": " ",
    f"{W}br": " ",
    f"{W}cr": " ",
    f"{W}ptab": " ",
    f"{W}noBreakHyphen": "‑",
}
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_BOX, _CHOICE, _FALLBACK = f"{W}txbxContent", f"{_MC}Choice", f"{_MC}Fallback"
_LONGEST_SPAN = 4
_STYLE_BEGINS = re.compile(rb"<(?:\w+:)?style\s")
_NAMED_STYLE = re.compile(
    rb"<(?:\w+:)?style\s[^<>]*\bstyleId=[\"']([ !#-%(-;=-~]*)[\"'][^<>]*>\s*"
    rb"<(?:\w+:)?name\s[^<>]*\bval=[\"']([ !#-%(-;=-~]*)[\"']"
)
"""A style with its name, as all programs write it: a tenth of a report may be styles, and
to parse all of them takes as long as its text."""
_OFF = frozenset(("0", "false", "off"))


def passages(data: bytes, path: str) -> Iterator[Passage]:
    """What a Word file says: headers and footers, the text, the notes under it."""
    package = Package(data, path)
    main = main_part(package)
    root = package.xml(main)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise package.damaged()
    relations = package.relations(main)
    reader = _Reader(package, relations)
    for kind in ("header", "footer"):
        for one in relations.values():
            if one.kind == kind and (part := package.xml(one.target)) is not None:
                yield from reader.blocks(part, kind, 0)
    yield from reader.blocks(body, "", 0)
    yield from reader.notes()


def main_part(package: Package) -> str:
    """The name of the part that holds the text."""
    for one in package.relations("").values():
        if one.kind == "officeDocument" and one.target in package.names:
            return one.target
    return "word/document.xml"


class _Line:
    """One paragraph while it is put together."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.notes: list[NoteMark] = []
        self.links: list[Link] = []

    @property
    def size(self) -> int:
        """How many letters there are so far."""
        return sum(map(len, self.parts))

    def add(self, text: str) -> None:
        if not self.parts:
            text = text.lstrip()
        if text:
            self.parts.append(text)


class _Reader:
    """Reads the parts of one file and counts what a person would count."""

    def __init__(self, package: Package, relations: dict[str, Relation]) -> None:
        self.package, self.relations = package, relations
        self.styles = _styles(package, relations)
        self.paragraphs = self.tables = self.box_count = 0
        self.fields: list[bool] = []
        """For each open field, whether its result has begun."""
        self.waiting: list[Element] = []
        """Text boxes that are read after the paragraph they float beside."""
        self.numbers: dict[str, dict[str, int]] = {"footnote": {}, "endnote": {}}
        """By its id the number of each note that is referred to."""

    def blocks(self, parent: Element, where: str, depth: int) -> Iterator[Passage]:
        """The paragraphs and tables in an element; ``where`` names what is no body."""
        if depth > DEEPEST:
            raise self.package.too_large()
        for child in parent:
            tag = child.tag
            if tag == P:
                if made := self._paragraph(child, where):
                    yield made
                if self.waiting:
                    yield from self._boxes(depth)
            elif tag == TABLE:
                yield from self._table(child, where, depth)
            elif tag not in _GONE and tag != _FALLBACK and len(child):
                inside = self.blocks(child, where, depth + 1)
                if _is_reference_list(child):
                    inside = (one._replace(kind="reference") for one in inside)
                yield from inside

    def _boxes(self, depth: int) -> Iterator[Passage]:
        """The text boxes that float beside the last paragraph."""
        boxes, self.waiting = self.waiting, []
        for box in boxes:
            self.box_count += 1
            yield from self.blocks(box, f"text box {self.box_count}", depth + 1)

    def notes(self) -> Iterator[Passage]:
        """The notes that the text refers to."""
        for kind, numbered in self.numbers.items():
            numbers = dict(numbered)  # a note may refer to another
            part = next(
                (r for r in self.relations.values() if r.kind == f"{kind}s"), None
            )
            root = self.package.xml(part.target) if part else None
            for note in root if root is not None else ():
                number = numbers.get(note.get(_ID, ""))
                if number is None:
                    continue
                words = f"{kind} {number}"
                for one in self.blocks(note, words, 0):
                    yield one._replace(kind="footnote", label=words)

    def _table(self, table: Element, where: str, depth: int) -> Iterator[Passage]:
        self.tables += 1
        name = f"{where}, table" if where else f"table {self.tables}"
        rows = (row for row in _through(table, _ROW) if not _is_deleted_row(row))
        count = self.tables
        for number, row in enumerate(rows, 1):
            wider = 0
            for column, cell in enumerate(_through(row, _CELL), 1):
                place = f"{name}, row {number}, column {column}"
                at = Cell(count, number, column + wider)
                wider += _span(cell) - 1
                for one in self.blocks(cell, place, depth + 1):
                    yield one if one.cell else one._replace(cell=at)

    def _paragraph(self, element: Element, where: str) -> Passage | None:
        if self.fields:
            self.fields = [begun for begun in self.fields if begun]
        kind, is_contents = self._kind(element, where)
        line = _Line()
        self._runs(element, line, 0)
        text = "".join(line.parts).rstrip().replace("\n", " ")
        if not where and text:
            self.paragraphs += 1
        if not text or is_contents:
            return None
        places = Places(where or f"paragraph {self.paragraphs}")
        return Passage(text, kind, places, (), tuple(line.notes), "", tuple(line.links))

    def _kind(self, element: Element, where: str) -> tuple[PassageKind, bool]:
        """What a paragraph is by its style, and whether it belongs to a table of contents."""
        usual: PassageKind = "cell" if "table" in where else "text"
        about = element.find(_ABOUT)
        style = about.find(_STYLE) if about is not None else None
        if style is None:
            return usual, False
        name = self.styles.get(style.get(_VAL, ""), "")
        if name.startswith("toc ") or name == "table of figures":
            return usual, True
        if name.startswith(("heading", "title", "toc heading")):
            return "heading", False
        if name == "bibliography":
            return "reference", False
        return ("caption" if "caption" in name else usual), False

    def _runs(self, parent: Element, line: _Line, depth: int) -> None:
        if depth > DEEPEST:
            raise self.package.too_large()
        for child in parent:
            tag = child.tag
            if tag == RUN:
                self._run(child, line, depth)
            elif tag in _GONE or tag == _ABOUT:
                continue
            elif tag == _LINK:
                target = self.relations.get(child.get(f"{_R}id", ""))
                if target and target.outside:
                    line.links.append(Link(line.size, target.target))
                self._runs(child, line, depth + 1)
            elif tag == f"{_M}t":
                line.add(child.text or "")
            elif len(child):
                self._runs(child, line, depth + 1)

    def _run(self, run: Element, line: _Line, depth: int) -> None:
        raised = False
        for child in run:
            tag = child.tag
            if tag == T:
                if all(self.fields):
                    text = child.text or ""
                    line.add(text.translate(RAISED) if raised else text)
            elif tag == _RUN_STYLE:
                if _is_on(child.find(_HIDDEN)):
                    return
                high = child.find(_HEIGHT)
                raised = high is not None and high.get(_VAL) == "superscript"
            elif tag in _PRINTED:
                line.add(_PRINTED[tag])
            elif tag in _NOTES:
                self._note(_NOTES[tag], child.get(_ID, ""), line)
            elif tag == _FIELD:
                self._field(child.get(f"{W}fldCharType"))
            elif tag not in _GONE and len(child):
                self._drawn(child, depth + 1)

    def _note(self, kind: str, note_id: str, line: _Line) -> None:
        numbers = self.numbers[kind]
        number = numbers.setdefault(note_id, len(numbers) + 1)
        line.notes.append(NoteMark(line.size, f"{kind} {number}"))

    def _field(self, what: str | None) -> None:
        if what == "begin":
            self.fields.append(False)
        elif what == "separate" and self.fields:
            self.fields[-1] = True
        elif what == "end" and self.fields:
            self.fields.pop()

    def _drawn(self, parent: Element, depth: int) -> None:
        """Keeps the text boxes of a drawing; of two forms of one drawing, the newer."""
        if depth > DEEPEST:
            raise self.package.too_large()
        for child in parent:
            if child.tag == _BOX:
                self.waiting.append(child)
            elif child.tag != _FALLBACK and len(child):
                self._drawn(child, depth + 1)


def _styles(package: Package, relations: dict[str, Relation]) -> dict[str, str]:
    """The names of styles, which are English in every language, by id."""
    part = next((one for one in relations.values() if one.kind == "styles"), None)
    content = package.part(part.target) if part else None
    if content is None:
        return {}
    listed = _NAMED_STYLE.findall(content)
    if listed and len(listed) == len(_STYLE_BEGINS.findall(content)):
        names = [(key.decode(), name.decode().lower()) for key, name in listed]
        return dict(names)
    root = parse(content, package.path)
    found = {}
    for style in root.findall(f"{W}style"):
        name = style.find(f"{W}name")
        words = name.get(_VAL, "") if name is not None else ""
        found[style.get(f"{W}styleId", "")] = words.lower()
    return found


def _through(parent: Element, tag: str, depth: int = 0) -> Iterator[Element]:
    """Rows or cells, also those inside a content control."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in (_ROW, _CELL, *_GONE) and len(child) and depth < DEEPEST:
            yield from _through(child, tag, depth + 1)


def _span(cell: Element) -> int:
    """How many columns a cell is wide."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    told = span.get(_VAL, "") if span is not None else ""
    return int(told) if told.isdecimal() and 0 < len(told) < _LONGEST_SPAN else 1


def _is_reference_list(element: Element) -> bool:
    """Whether this is the list that we keep current."""
    tag = element.find(f"{W}sdtPr/{W}tag") if element.tag == f"{W}sdt" else None
    return tag is not None and tag.get(_VAL) == BEGINS + REFERENCES


def _is_on(switch: Element | None) -> bool:
    return switch is not None and switch.get(_VAL, "1") not in _OFF


def _is_deleted_row(row: Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None
