"""The marked places of a Word file: its content controls of ours, and the {{relcase:ID}}
that wait to become one.

Only the part that holds the text is rewritten, and in it only these places.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from relcase.domain.marker import (
    BEGINS,
    CONTRARY,
    REFERENCES,
    Marker,
    Misspelt,
    parse,
    told,
)
from relcase.domain.marker import written as in_words
from relcase.domain.passage import Place
from relcase.domain.region import Fault, Region, misplaced, misspelt
from relcase.errors import BadValue
from relcase.reading.docx import W, main_part
from relcase.reading.docx_pieces import (
    BOOKMARKS,
    WALL,
    fields,
    foreign,
    is_ours,
    piece_at,
    pieces,
    words_of,
)
from relcase.reading.package import Package
from relcase.reading.repack import repack
from relcase.reading.waiting import WAITING, is_waiting, words_in
from relcase.reading.xml_spans import Node, replaced, tree

_P, _SDT = f"{W}p", f"{W}sdt"
_PR, _CONTENT = f"{W}sdtPr", f"{W}sdtContent"
_TAG, _ALIAS, _VAL = f"{W}tag", f"{W}alias", f"{W}val"
_TABLE, _RPR = f"{W}tbl", f"{W}rPr"
_IN_A_CONTROL = (
    "in a content control or field of another program",
    "Move it out of that, into the text beside it.",
)
_IN_A_FIELD = (
    "in a field, which Word writes anew",
    "Move it out of the field, into the text beside it.",
)
_LETTER = re.compile(r"\r\n|&[^;]*;|.", re.S)
_NAMESPACE = W.strip("{}")
_LONGEST_TITLE = 64
"""Letters above which Word refuses the title of a content control."""
_BIBLIOGRAPHY = (
    b'<w:docPartObj><w:docPartGallery w:val="Bibliographies"/><w:docPartUnique/>'
    b"</w:docPartObj>"
)
"""How Word marks a bibliography of its own; LibreOffice needs it for several paragraphs."""
Paragraphs = Sequence[bytes]
"""The runs of each paragraph, as XML with the prefix ``w``."""
Write = Callable[[bytes], Paragraphs]
"""Makes the paragraphs of a place, given the formatting of the text around it."""


class _Spot(NamedTuple):
    """Where a region stands in the XML."""

    kind: str
    """``control``, or what becomes one: ``words`` in a line, or a whole ``paragraph``."""
    node: Node
    first: tuple[Node, int] | None = None
    """The text element a waiting place begins in, and how far into it."""
    last: tuple[Node, int] | None = None
    """The text element it ends in, and how far into it."""


Edit = tuple[int, int, bytes]
"""A stretch of the XML, and what stands there instead."""


class MarkedDocx:
    """A Word file with its marked places. ``faults`` are marks that cannot be used."""

    def __init__(self, data: bytes, path: str) -> None:
        self.data, self.path = data, path
        package = Package(data, path)
        self.part = main_part(package)
        self.xml = package.part(self.part) or b""
        self.root = tree(self.xml, path)
        self.regions: list[Region] = []
        self.faults: list[Fault] = []
        self._spots: list[_Spot] = []
        self.number = 0
        self._walk(self.root)
        self._look_elsewhere(package)

    def rewritten(self, new: Mapping[int, tuple[Marker, Write | None]]) -> bytes:
        """The file with some places, by number, under another marker and written anew."""
        edits: set[Edit] = set()
        for number, (marker, write) in new.items():
            spot = self._spots[number]
            if spot.kind == "control":
                edits |= set(self._control(spot.node, marker, write))
            elif write:
                edits |= set(self._filled(spot, marker, write))
        apart = _apart(edits)
        return repack(self.data, self.path, {self.part: replaced(self.xml, apart)})

    # Finding

    def _walk(self, root: Node) -> None:
        stack = [root]
        while stack:
            node = stack.pop()
            if node.tag == _P:
                if not _is_within(node, _TABLE):
                    self.number += bool(words_of(node).strip())
                self._waiting(node)
            elif node.tag == _SDT and is_ours(node):
                self._add_control(node)
                continue
            stack += reversed(node.children)

    def _add_control(self, node: Node) -> None:
        tag, alias = node.child(_PR, _TAG), node.child(_PR, _ALIAS)
        content = node.child(_CONTENT)
        inside = list(content.each(_P)) if content else []
        in_body = not _is_within(node, _TABLE)
        self.number += in_body and not _is_within(node, _P)
        place = self._place(node)
        words = f"{(told(tag.get(_VAL)) if tag else '') or ''} "
        words += alias.get(_VAL) if alias else ""
        try:
            marker = parse(words)
        except Misspelt as why:
            self.faults.append(misspelt(place, str(why)))
            return
        rows = [words_of(one) for one in inside] or [
            words_of(content) if content else ""
        ]
        self.number += max(len(inside) - 1, 0) if in_body else 0
        shown = "\n".join(" ".join(row.split()) for row in rows)
        self._add(marker, place, shown, _Spot("control", node), inline=not inside)

    def _place(self, node: Node) -> Place:
        words = f"paragraph {max(self.number, 1)}"
        return Place(
            words=f"table after {words}" if _is_within(node, _TABLE) else words
        )

    def _look_elsewhere(self, package: Package) -> None:
        """Says which places wait in parts that are not rewritten."""
        for one in package.relations(self.part).values():
            if is_waiting(package, one):
                where = "outside of the text (in a header, a note, a chart)"
                cure = "Move it into a paragraph of the text."
                self.faults.append(misplaced(Place(words=one.kind), where, cure))

    def _waiting(self, paragraph: Node) -> None:
        found = list(pieces(paragraph))
        text = "".join(words for _, words in found)
        place = self._place(paragraph)
        for _ in WAITING.finditer(foreign(paragraph)):
            self.faults.append(misplaced(place, *_IN_A_CONTROL))
        in_fields = fields(found)
        for match in WAITING.finditer(text):
            if any(
                start < match.end() and match.start() < end for start, end in in_fields
            ):
                self.faults.append(misplaced(place, *_IN_A_FIELD))
                continue
            try:
                marker = parse(words_in(match))
            except Misspelt as error:
                self.faults.append(misspelt(place, str(error)))
                continue
            first, last = (
                piece_at(found, match.start()),
                piece_at(found, match.end() - 1),
            )
            spot = _Spot("words", paragraph, first, (last[0], last[1] + 1))
            whole = not (text[: match.start()] + text[match.end() :]).strip()
            if marker.what in (REFERENCES, CONTRARY) and not whole:
                why = "give it a paragraph of its own."
                self.faults.append(misspelt(place, why))
            elif marker.what == REFERENCES:
                self._add(marker, place, "", spot._replace(kind="paragraph"))
            elif not self._is_whole(match[0], first[0], last[0]):
                self.faults.append(misspelt(place, "type it anew, in one go."))
            else:
                self._add(marker, place, "", spot, inline=True)

    def _is_whole(self, told: str, first: Node, last: Node) -> bool:
        """Whether a place is text and nothing else, so that nothing goes with it."""
        plain = all(b"<" not in self.xml[slice(*one.inside)] for one in (first, last))
        return plain and WALL not in told and _same_line(first, last)

    def _add(
        self,
        marker: Marker,
        place: Place,
        shown: str,
        spot: _Spot,
        *,
        inline: bool = False,
    ) -> None:
        self.regions.append(Region(marker, place, shown, inline, len(self.regions)))
        self._spots.append(spot)

    # Writing

    def _filled(self, spot: _Spot, marker: Marker, write: Write) -> Iterator[Edit]:
        """Edits that make a content control of a place that waits."""
        if spot.first is None or spot.last is None or spot.first[0].parent is None:
            return
        style = self._bytes_of(spot.first[0].parent.child(_RPR))
        if spot.kind == "paragraph":
            shape = self._bytes_of(spot.node.child(f"{W}pPr"))
            control = _control(marker, style, _paragraphs(shape, write(style)))
            yield spot.node.start, spot.node.end, control
        else:
            control = _control(marker, style, b"".join(write(style)))
            yield from self._in_a_line(spot.first, spot.last, control)

    def _in_a_line(
        self, first: tuple[Node, int], last: tuple[Node, int], control: bytes
    ) -> Iterator[Edit]:
        """A control in the place of some words: the run ends before it and goes on after."""
        (begin, start), (end, stop) = first, last
        run, ending = begin.parent, end.parent
        if run is None or ending is None:
            return
        closes = (
            self.xml[begin.inside[1] : begin.end] + self.xml[run.inside[1] : run.end]
        )
        opens = self._bookmarks(run, ending)
        opens += self.xml[ending.start : ending.inside[0]]
        opens += self._bytes_of(ending.child(_RPR)) + _with_blanks(self._tag(end))
        yield self._raw(begin, start), self._raw(end, stop), closes + control + opens
        yield begin.start, begin.inside[0], _with_blanks(self._tag(begin))

    def _bookmarks(self, run: Node, ending: Node) -> bytes:
        """What stands between two runs of a line and may have its other half elsewhere."""
        beside = run.parent.children if run.parent else []
        between = (one for one in beside if run.end <= one.start < ending.start)
        return b"".join(self._bytes_of(one) for one in between if one.tag in BOOKMARKS)

    def _tag(self, node: Node) -> bytes:
        return self.xml[node.start : node.inside[0]]

    def _raw(self, node: Node, offset: int) -> int:
        """Where the letter at an offset of an element's text stands in the XML."""
        raw = self.xml[slice(*node.inside)].decode()
        for letter in islice(_LETTER.finditer(raw), offset, offset + 1):
            return node.inside[0] + len(raw[: letter.start()].encode())
        return node.inside[1]

    def _control(
        self, node: Node, marker: Marker, write: Write | None
    ) -> Iterator[Edit]:
        """Edits to a content control: what it is told by, and what stands in it."""
        alias, about = node.child(_PR, _ALIAS), node.child(_PR)
        if alias:
            yield alias.start, alias.end, _alias(marker)
        elif about:
            yield about.inside[0], about.inside[0], _alias(marker)
        content = node.child(_CONTENT)
        if write is None or content is None:
            return
        style = self._bytes_of(node.child(_PR, _RPR))
        first = next(content.each(_P), None)
        if first is None:
            new = b"".join(write(style))
        else:
            new = _paragraphs(self._bytes_of(first.child(f"{W}pPr")), write(style))
        opening = b'<w:sdtContent xmlns:w="%s">' % _NAMESPACE.encode()
        yield content.start, content.end, opening + new + b"</w:sdtContent>"

    def _bytes_of(self, node: Node | None) -> bytes:
        return self.xml[node.start : node.end] if node else b""


def _apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits without those inside another, as where a run ends one place and begins
    the next."""
    stop = -1
    for edit in sorted(edits, key=lambda one: (one[0], -one[1])):
        if edit[0] >= stop:
            stop = edit[1]
            yield edit


def _control(marker: Marker, style: bytes, content: bytes) -> bytes:
    name = quoteattr(f"{BEGINS}{' '.join(marker.ids) or marker.what}").encode()
    part = _BIBLIOGRAPHY if marker.what == REFERENCES else b""
    return (
        b'<w:sdt xmlns:w="%s"><w:sdtPr>%s%s<w:tag w:val=%s/>%s</w:sdtPr>'
        b"<w:sdtContent>%s</w:sdtContent></w:sdt>"
        % (_NAMESPACE.encode(), style, _alias(marker), name, part, content)
    )


def _alias(marker: Marker) -> bytes:
    """How a place is told, which Word shows as its title."""
    bare = marker._replace(what=REFERENCES, ids=())
    fits = [bare] if marker.what == REFERENCES else [bare, bare._replace(style="")]
    for one in fits:  # without a style, that of the reference list holds
        told = in_words(one).removeprefix(REFERENCES).strip()
        if len(told) <= _LONGEST_TITLE:
            words = quoteattr(told).encode()
            return b'<w:alias xmlns:w="%s" w:val=%s/>' % (_NAMESPACE.encode(), words)
    raise BadValue("The style", marker.style, "its name is too long for Word to keep")


def _paragraphs(shape: bytes, rows: Paragraphs) -> bytes:
    # A control without any paragraph is none that Word opens.
    return b"".join(b"<w:p>%s%s</w:p>" % (shape, row) for row in rows or [b""])


def _with_blanks(tag: bytes) -> bytes:
    """The tag of a text element whose outer blanks are printed."""
    if b"xml:space" in tag:
        return tag
    return re.sub(rb"\s*>\Z", b' xml:space="preserve">', tag)


def _same_line(first: Node, last: Node) -> bool:
    """Whether two texts stand in runs of the same paragraph."""
    runs = first.parent, last.parent
    return bool(runs[0] and runs[1] and runs[0].parent is runs[1].parent)


def _is_within(node: Node, tag: str) -> bool:
    above = node.parent
    while above and above.tag != tag:
        above = above.parent
    return above is not None
