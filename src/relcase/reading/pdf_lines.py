"""The lines of a PDF file with their places, as pdftotext measures them.

What stands at the edge of every page is left out; marks that a program set apart from
their line, as the bullet of an item, are put before it.
"""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from relcase.domain.passage import Cell
from relcase.reading.letters import RAISED

_TAG = re.compile(
    r"<page\b|<block\b"
    r"|<line\b[^>]*>"
    r'|<word xMin="(?P<left>[-\d.]+)" yMin="(?P<top>[-\d.]+)"'
    r' xMax="(?P<right>[-\d.]+)" yMax="(?P<bottom>[-\d.]+)">(?P<text>[^<]*)</word>'
)
_JOINED, _SMALL, _HIGH = 0.1, 0.8, 0.1
"""Of the height of a line: the gap between words without a space, the height of a raised
word, and how far it ends above the others."""
_RAISED_WORD = re.compile(r"[\d,–-]+")
_MARK = re.compile(r"[•▪◦‣●■–*]|\[?\d{1,3}[\].)]*")
_BULLETS = frozenset("•▪◦‣●■–*")
_MARK_REACH = 80
"""How far before its line a mark may stand, in points."""
_EDGE = 0.12
"""The part of a page, above and below, in which its head and foot stand."""
_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?", re.I)
_OWN_SIGN = re.compile("[\ue000-\uf8ff]")
_NO_LETTERS = dict.fromkeys(map(ord, "\0\u200b\ufeff"))
_DIGITS = re.compile(r"\d+")
_SAME = 4
"""Points by which lines at the same height may differ."""


class Line(NamedTuple):
    """A line of a page, in points from its left and its top."""

    page: int
    block: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    """The usual height of its words."""
    first: float
    """The width of its first word."""
    text: str
    starts: bool = False
    """Whether a mark stands before it, so that something begins here."""
    cell: Cell | None = None
    """Its place in a table, if it is a cell."""


class _Word(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    text: str


def lines(measured: str) -> list[Line]:
    """The lines of all pages in the order of reading, heads and feet left out."""
    found = [one for one in _read(measured) if one.text]
    pages = found[-1].page if found else 0
    heads = _heads(found, pages)
    kept = [one for one in found if (one.page, one.block, one.top) not in heads]
    return list(_with_marks(kept))


def _read(measured: str) -> Iterator[Line]:
    page = block = 0
    words: list[_Word] = []
    for match in _TAG.finditer(measured):
        if match["text"] is not None:
            words.append(
                _Word(
                    float(match["left"]),
                    float(match["top"]),
                    float(match["right"]),
                    float(match["bottom"]),
                    _plain(match["text"]),
                )
            )
            continue
        if words:
            yield _line(page, block, words)
            words = []
        page += match[0].startswith("<page")
        block += match[0].startswith("<block")
    if words:
        yield _line(page, block, words)


def _plain(text: str) -> str:
    """The letters of a word; a sign that a font has of its own is a bullet."""
    return _OWN_SIGN.sub("•", html.unescape(text).translate(_NO_LETTERS)).strip()


def _line(page: int, block: int, words: Sequence[_Word]) -> Line:
    heights = Counter[float]()
    for one in words:
        heights[round(one.bottom - one.top, 1)] += len(one.text)
    size = max(heights, key=lambda height: (heights[height], height))
    base = max(one.bottom for one in words if one.bottom - one.top >= _SMALL * size)
    parts: list[str] = []
    last: _Word | None = None
    for one in words:
        if last and one.left - last.right > _JOINED * size:
            parts.append(" ")
        small = one.bottom - one.top < _SMALL * size
        high = small and one.bottom < base - _HIGH * size
        raised = high and _RAISED_WORD.fullmatch(one.text)
        parts.append(one.text.translate(RAISED) if raised else one.text)
        last = one
    return Line(
        page,
        block,
        min(one.left for one in words),
        max(one.right for one in words),
        base - size,
        base,
        size,
        words[0].right - words[0].left,
        " ".join("".join(parts).split()),
    )


def _heads(found: Sequence[Line], pages: int) -> set[tuple[int, int, float]]:
    """The numbers of pages, and what stands at the same height of several."""
    last = max((one.bottom for one in found), default=0.0)
    edge = _EDGE * last
    ends = _ends(found)
    at_edge = [one for one in found if one.top < edge or one.bottom > last - edge]
    there: dict[tuple[int, str], set[int]] = {}
    for one in at_edge:
        for height in _heights(one):
            there.setdefault((height, _DIGITS.sub("#", one.text)), set()).add(one.page)
    least = max(2, pages // 4)
    return {
        (one.page, one.block, one.top)
        for one in at_edge
        if _is_page_number(one, ends[one.page])
        or (
            not _MARK.fullmatch(one.text)
            and max(
                len(there[height, _DIGITS.sub("#", one.text)])
                for height in _heights(one)
            )
            >= least
        )
    }


def _heights(line: Line) -> tuple[int, int]:
    """The bands of a page that a line stands in, of which equal ones share one."""
    return int(line.top // _SAME), int(line.top // _SAME) + 1


def _is_page_number(line: Line, ends: set[float]) -> bool:
    return line.top in ends and _PAGE_NUMBER.fullmatch(line.text) is not None


def _ends(found: Sequence[Line]) -> dict[int, set[float]]:
    """The heights of the first and the last line of each page."""
    tops: dict[int, list[float]] = {}
    for one in found:
        tops.setdefault(one.page, []).append(one.top)
    return {page: {min(held), max(held)} for page, held in tops.items()}


def _with_marks(kept: Sequence[Line]) -> Iterator[Line]:
    """The lines, with the bullets and numbers that stand apart from them."""
    marks = {one for one in kept if _MARK.fullmatch(one.text)}
    by_page: dict[int, list[Line]] = {}
    for one in marks:
        by_page.setdefault(one.page, []).append(one)
    used: set[Line] = set()
    made: list[Line] = []
    for one in kept:
        mark = _mark_of(one, by_page.get(one.page, ())) if one not in marks else None
        if mark is None or mark in used:
            made.append(one)
            continue
        used.add(mark)
        made.append(_marked(one, mark))
    return (one for one in made if one not in used and one.text not in _BULLETS)


def _marked(line: Line, mark: Line) -> Line:
    """A line with the mark that stands before it."""
    if mark.text in _BULLETS:
        return line._replace(starts=True)
    if mark.size < _SMALL * line.size:
        return line._replace(text=mark.text.translate(RAISED) + line.text, starts=True)
    return line._replace(text=f"{mark.text} {line.text}", starts=True)


def _mark_of(line: Line, marks: Iterable[Line]) -> Line | None:
    for one in marks:
        apart = line.left - one.right
        if one.text.isdecimal() and one.size >= _SMALL * line.size:
            continue  # a cell of a table
        level = abs(one.bottom - line.bottom) < _SAME or abs(one.top - line.top) < _SAME
        if level and -1 <= apart < _MARK_REACH:
            return one
    return None
