"""The text of a paragraph of Word in pieces, for finding places in it."""

from collections.abc import Iterable, Iterator, Sequence

from relcase.domain.marker import told
from relcase.reading.docx import RUN, T, W
from relcase.reading.xml_spans import Node

_SDT, _PR, _TAG, _VAL = f"{W}sdt", f"{W}sdtPr", f"{W}tag", f"{W}val"
_RPR = f"{W}rPr"
_FIELD, _FIELD_TYPE = f"{W}fldChar", f"{W}fldCharType"
_AROUND = frozenset(f"{W}{name}" for name in ("ins", "moveTo", "hyperlink", "smartTag"))
_GONE = frozenset((f"{W}del", f"{W}moveFrom"))
BOOKMARKS = frozenset((f"{W}bookmarkStart", f"{W}bookmarkEnd"))
_BETWEEN = BOOKMARKS | {f"{W}proofErr"}
WALL = "\n"
"""Stands for what is between runs of text and is no text, as a picture or a tab."""
Piece = tuple[Node, str]
"""A text element, or what stands between two of them, with its words."""


def pieces(parent: Node) -> Iterator[Piece]:
    """The text of a paragraph outside of controls, piece by piece."""
    for child in parent.children:
        if child.tag == RUN:
            for one in child.children:
                if one.tag == T:
                    yield one, one.text
                elif one.tag != _RPR:
                    yield one, WALL
        elif child.tag in _AROUND:
            yield from pieces(child)
        elif child.tag not in _BETWEEN:
            yield child, WALL


def foreign(parent: Node) -> str:
    """The text of a paragraph in what others keep: their controls and fields."""
    own = {RUN, _SDT, *_BETWEEN, *_GONE}
    found = []
    for child in parent.children:
        if child.tag in _AROUND:
            found.append(foreign(child))
        elif child.tag not in own or (child.tag == _SDT and not is_ours(child)):
            found.append(words_of(child))
    return WALL.join(found)


def fields(found: Iterable[Piece]) -> list[tuple[int, int]]:
    """Where in the text of a paragraph there are fields, from their beginning to their end."""
    spans, offset = [], 0
    begins: list[int] = []
    for node, words in found:
        kind = node.get(_FIELD_TYPE) if node.tag == _FIELD else ""
        if kind == "begin":
            begins.append(offset)
        elif kind == "end" and begins:
            spans.append((begins.pop(), offset))
        offset += len(words)
    return spans


def piece_at(found: Sequence[Piece], offset: int) -> tuple[Node, int]:
    """The piece that an offset falls into, and how far."""
    for node, words in found:
        if offset < len(words):
            return node, offset
        offset -= len(words)
    raise IndexError(offset)


def is_ours(node: Node) -> bool:
    """Whether a content control is a marked place."""
    tag = node.child(_PR, _TAG)
    return tag is not None and told(tag.get(_VAL)) is not None


def words_of(node: Node) -> str:
    """The text inside an element."""
    return "".join(one.text for one in node.each(T))
