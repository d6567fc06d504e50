"""Lines of pages into paragraphs: by gaps, indents, and what would have had room."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from relcase.domain.passage import Cell, PassageKind
from relcase.reading.pdf_lines import Line
from relcase.reading.references import begins_reference, is_title

_BULLET = re.compile(r"[ \t]*[•▪◦‣●■][ \t]+")
_STOPPED = re.compile(r"[.!?:;)”’\"'/][⁰¹²³⁴-⁹,]*\s*$|https?://\S+$")
_OPEN = re.compile(r"[,(&–]$|\([^()]{0,200}$|\b(?:and|of|the|in|to|for|with|by|or)$")
"""How a line ends that must go on."""
_HYPHEN = re.compile(r"([^\W\d_]+)[-\u00ad‐]$")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ADDRESS = re.compile(r"(?:https?://|doi:\s?|www\.|10\.\d{4,9}/)\S*$", re.I)
_GOES_ON = re.compile(r"[^\s,;]*[\d/._-][^\s,;]*(?=$|[\s,;])")
_NUMBERED = re.compile(r"\[?\d{1,3}[\].)]\s")
_NOTE = re.compile(
    r"(?P<raised>[¹²³⁰⁴-⁹]{1,3})\s*(?=\S)|(?P<plain>\d{1,3})(?=[^\W\d_]|[‘“—–])(?!st|nd|rd|th)"
)
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LARGER, _SMALLER, _OTHER = 1.08, 0.95, 0.08
"""Heights of headings and of notes, by that of the text; and how far lines of one
paragraph may differ."""
_GAP = 1.3
"""The distance between two paragraphs, by that of the lines."""
_INDENT = 5
"""Points by which an indented line begins further in."""
_FURTHEST = 60
"""Points by which a line may be indented."""
_LINE = 60
"""Letters below which a paragraph without a stop is taken for a heading."""
_LONGEST_HEADING = 200


class Paragraph(NamedTuple):
    """Some lines that are read as one."""

    first: int
    """The page on which it begins."""
    last: int
    text: str
    kind: PassageKind = "text"
    """``heading``, ``footnote``, ``cell`` or ``text``."""
    label: str = ""
    """Of a footnote: its number."""
    cell: Cell | None = None


def paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """The paragraphs, headings and footnotes of a document, in the order of its pages."""
    return _Setting(lines).paragraphs()


class _Setting:
    """How one document is set: the size of its text, the distance of its lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.body = _usual((one.size, len(one.text)) for one in lines)
        notes = _notes(lines, self.body)
        self.notes = [one for one in lines if one in notes]
        self.lines = [one for one in lines if one not in notes]
        self.pitch = self._pitches(lines)
        self.hanging = False
        """Whether the entries of the reference list were seen to begin further out."""
        self.lefts: dict[int, set[float]] = {}
        for one in lines:
            self.lefts.setdefault(one.page, set()).add(one.left)
        self.right: dict[tuple[int, int], float] = {}
        for one in lines:
            column = (one.page, one.block)
            self.right[column] = max(self.right.get(column, 0.0), one.right)
        words = " ".join(one.text.lower() for one in lines)
        self.words = frozenset(_WORDS.findall(words))
        self.hyphenates = self._hyphenates(lines)

    def _pitches(self, lines: Sequence[Line]) -> dict[float, float]:
        """The usual distance of lines, by their size."""
        found: dict[float, Counter[float]] = {}
        for before, after in pairwise(lines):
            down = round(after.bottom - before.bottom, 1)
            same = abs(after.size - before.size) < _OTHER * before.size
            if before.page == after.page and same and 0 < down < 2 * after.size:
                found.setdefault(round(after.size), Counter())[down] += 1
        return {size: _usual(held.items()) for size, held in found.items()}

    def _hyphenates(self, lines: Sequence[Line]) -> bool:
        """Whether words are divided that have no hyphen of their own."""
        for before, after in pairwise(lines):
            cut, rest = _HYPHEN.search(before.text), _WORDS.match(after.text)
            if not (cut and rest and rest[0][0].islower()):
                continue
            if f"{cut[1]}{rest[0]}".lower() in self.words:
                return True
        return False

    def paragraphs(self) -> Iterator[Paragraph]:
        notes = list(self._made(self.notes))
        for one in self._made(self.lines):
            while notes and notes[0].first < one.first:
                yield notes.pop(0)
            yield one
        yield from notes

    def _made(self, lines: Sequence[Line]) -> Iterator[Paragraph]:
        in_list = False
        held: list[Line] = []
        for line in lines:
            if held and self._breaks(held, line, in_list):
                in_list = in_list or is_title(held[0].text)
                yield self._paragraph(held)
                held = []
            held.append(line)
        if held:
            yield self._paragraph(held)

    def _breaks(self, held: Sequence[Line], line: Line, in_list: bool) -> bool:
        """Whether another paragraph begins with a line."""
        before = held[-1]
        if _begins(line, self.body) or before.cell:
            return True
        if abs(line.size - before.size) > _OTHER * before.size:
            return True
        if is_title(held[0].text) or is_title(line.text):
            return True
        moved = line.page != before.page or line.bottom <= before.bottom
        if moved:
            return self._breaks_over(held, line, in_list)
        pitch = self.pitch.get(round(line.size), 1.2 * line.size)
        if line.bottom - before.bottom > _GAP * pitch:
            return True
        if len(held) > 1 and line.left < before.left - _INDENT:
            return True
        if len(held) > 1 and line.left > before.left + _INDENT:
            return bool(_STOPPED.search(before.text))
        if (in_list or begins_reference(held[0].text)) and begins_reference(line.text):
            return bool(_STOPPED.search(before.text)) and self._had_room(before, line)
        return self._had_room(before, line) and _may_part(before.text, line.text)

    def _breaks_over(self, held: Sequence[Line], line: Line, in_list: bool) -> bool:
        """Whether another paragraph begins at the top of a page or a column."""
        text, begun = held[-1].text, held[0].text
        is_item = in_list or begins_reference(begun) or bool(_NUMBERED.match(begun))
        self.hanging = self.hanging or (is_item and _hangs(held))
        if is_item and self.hanging:
            return not self._is_indented(line)
        if line.text[0].islower() or _OPEN.search(text):
            return False
        if is_item and self._had_room(held[-1], line):
            return True
        if is_item and (begins_reference(line.text) or _NUMBERED.match(line.text)):
            return bool(_STOPPED.search(text))
        long = sum(len(one.text) for one in held) > _LINE
        return bool(_STOPPED.search(text)) or not long

    def _is_indented(self, line: Line) -> bool:
        """Whether other lines of its column begin further out."""
        near = (at for at in self.lefts[line.page] if at > line.left - _FURTHEST)
        return min(near) < line.left - _INDENT

    def _had_room(self, before: Line, after: Line) -> bool:
        """Whether the first word of a line would have had room in the one before."""
        right = self.right[before.page, before.block]
        if (before.page, before.block) == (after.page, after.block):
            right = max(right, after.right)
        return right - before.right > after.first + 0.6 * before.size

    def _paragraph(self, held: Sequence[Line]) -> Paragraph:
        text = held[0].text
        for line in held[1:]:
            text = self._joined(text, line.text)
        text = _BULLET.sub("", text)
        first, last = held[0].page, held[-1].page
        size = held[0].size
        if held[0].cell:
            return Paragraph(first, last, text, "cell", "", held[0].cell)
        if _is_note(held[0], self.body):
            mark = _NOTE.match(text)
            assert mark is not None
            return Paragraph(
                first,
                last,
                text[mark.end() :],
                "footnote",
                mark[0].strip().translate(_PLAIN),
            )
        plain = not _STOPPED.search(text) or text.endswith(")")
        if size > _LARGER * self.body and len(text) < _LONGEST_HEADING and plain:
            return Paragraph(first, last, text, "heading")
        return Paragraph(first, last, text)

    def _joined(self, before: str, after: str) -> str:
        """Two lines as one, a word that was divided put together."""
        cut, rest = _HYPHEN.search(before), _WORDS.match(after)
        if _ADDRESS.search(before) and _GOES_ON.match(after):
            return before + after
        if cut and rest:
            return before[:-1] + self._hyphen(cut[1], rest[0]) + after
        if before.endswith(("-", "‐")) and before[-2:-1].isalnum():
            return before + after
        return f"{before} {after}"

    def _hyphen(self, before: str, after: str) -> str:
        """What stands between the parts of a word: a hyphen that is its own, or nothing."""
        if after[0].isupper():
            return "-"
        hyphened = f"{before}-{after}".lower() in self.words
        known = f"{before}{after}".lower() in self.words
        if known or hyphened:
            return "" if known and not hyphened else "-"
        return "" if self.hyphenates else "-"


def _begins(line: Line, body: float) -> bool:
    """Whether a line begins something by itself: a cell, an item of a list, a note."""
    is_item = line.starts or _BULLET.match(line.text) is not None
    return line.cell is not None or is_item or _is_note(line, body)


def _hangs(held: Sequence[Line]) -> bool:
    """Whether the first line begins further out than the second."""
    return len(held) > 1 and held[1].left > held[0].left + _INDENT


def _may_part(before: str, after: str) -> bool:
    """Whether one line can end a paragraph, and another begin one."""
    if before.endswith(("-", "‐")) or _OPEN.search(before):
        return False
    return bool(_STOPPED.search(before)) or not after[0].islower()


def _usual(counted: Iterable[tuple[float, int]]) -> float:
    """The value that stands for most."""
    held = Counter[float]()
    for value, count in counted:
        held[value] += count
    return max(held, key=lambda one: (held[one], one), default=0.0)


def _is_note(line: Line, body: float) -> bool:
    """Whether a line is how a footnote begins."""
    return line.size <= _SMALLER * body and _NOTE.match(line.text) is not None


def _notes(lines: Sequence[Line], body: float) -> set[Line]:
    """The lines of footnotes: small ones at the foot of a column, from the first mark on.

    Where the column before ended in a note, it may go on above the first mark.
    """
    found: set[Line] = set()
    for column in _columns(lines):
        start = len(column)
        while start and column[start - 1].size <= _SMALLER * body:
            start -= 1
        foot = column[start:]
        goes_on = bool(found)
        marks = (at for at, one in enumerate(foot) if _is_note(one, body))
        begin = next(marks, 0 if goes_on and start else len(foot))
        found.update(foot if goes_on and start else foot[begin:])
    return found


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines in stretches that go down the page without a break."""
    made: list[list[Line]] = []
    for one in lines:
        last = made[-1][-1] if made else None
        if last and last.page == one.page and one.bottom > last.bottom - 1:
            made[-1].append(one)
        else:
            made.append([one])
    return made
