"""The text of a passage while it is collected, each letter with where it came from."""

import re
from collections.abc import Sequence

from relcase.domain.passage import (
    Citation,
    Link,
    NoteMark,
    Passage,
    PassageKind,
    Places,
    Run,
)

GONE = "\0"
"""Stands for a letter of the file that is no part of any text, as of a comment."""
RAISED = str.maketrans("0123456789-–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_UNEVEN = re.compile(r"\0+|[ \t\r\n\f\v]{2,}|[\t\r\n\f\v]")
_LINE_END = re.compile(r"\r\n|\r|\n")


def line_starts(text: str) -> list[int]:
    """The offsets at which the lines of a text begin."""
    return [0, *(end.end() for end in _LINE_END.finditer(text))]


def names(listed: str) -> frozenset[str]:
    """The words of a text: the names of elements or macros."""
    return frozenset(listed.split())


class Letters:
    """Collects one passage from stretches of a file's text.

    ``source`` is what is copied from, and ``base`` the offset of its beginning in the
    file; every other offset counts from the beginning of ``source``.
    """

    def __init__(self, source: str, lines: Sequence[int], base: int = 0) -> None:
        self.source, self.lines, self.base = source, lines, base
        self.parts: list[str] = []
        self.size = 0
        self.runs: list[Run] = []
        self.citations: list[Citation] = []
        self.notes: list[NoteMark] = []
        self.links: list[Link] = []
        self.key: tuple[int, int] | None = None
        """Where the first key that is cited stands."""

    def copy(self, start: int, end: int) -> None:
        """Takes a stretch as it stands; blanks and line ends become one space."""
        for uneven in _UNEVEN.finditer(self.source, start, end):
            self._take(start, uneven.start())
            start = uneven.end()
            if uneven[0][0] != GONE:
                self.blank(uneven.start(), start - uneven.start())
        self._take(start, end)

    def put(self, text: str, start: int, length: int) -> None:
        """Adds what a stretch of the source stands for."""
        if text == " ":
            self.blank(start, length)
        elif text:
            self._add(text, start, length)

    def blank(self, start: int, length: int) -> None:
        """Adds a space, unless the text begins here or has one already."""
        if self.parts and not self.parts[-1].endswith(" "):
            self._add(" ", start, length)

    def cite(self, key: str, locator: str = "", at: int = -1) -> None:
        """A citation stands here, its key at an offset; the space before goes with it."""
        self._drop_blank()
        if not self.citations and at >= 0:
            self.key = at, at + len(key)
        self.citations.append(Citation(self.size, key, locator))

    def note(self, label: str) -> None:
        """The mark of a footnote stands here."""
        self.notes.append(NoteMark(self.size, label))

    def link(self, url: str) -> None:
        """The words that follow lead to an address."""
        self.links.append(Link(self.size, url))

    def passage(self, kind: PassageKind, label: str = "") -> Passage | None:
        """The passage that was collected; ``None`` when it has no words.

        One that cites and says nothing, as a cell may, has its first key for words.
        """
        self._drop_blank()
        if not self.size and self.key:
            self.copy(*self.key)
        if not self.size:
            return None
        return Passage(
            "".join(self.parts),
            kind,
            Places("", tuple(self.runs), self.size, self.lines),
            tuple(self.citations),
            tuple(self.notes),
            label,
            tuple(self.links),
        )

    def _take(self, start: int, end: int) -> None:
        starts = not self.parts or self.parts[-1].endswith(" ")
        if starts and start < end and self.source[start] == " ":
            start += 1
        if start < end:
            self._add(self.source[start:end], start, end - start)

    def _add(self, text: str, start: int, length: int) -> None:
        start += self.base
        if self.runs and length == len(text):
            last = self.runs[-1]
            if (
                last.length == self.size - last.start
                and last.source + last.length == start
            ):
                self.runs[-1] = Run(last.start, last.source, last.length + length)
                self.parts.append(text)
                self.size += length
                return
        self.runs.append(Run(self.size, start, length))
        self.parts.append(text)
        self.size += len(text)

    def _drop_blank(self) -> None:
        if not self.parts or not self.parts[-1].endswith(" "):
            return
        last = self.runs[-1]
        if last.start == self.size - 1:
            self.runs.pop()
        elif last.length == self.size - last.start:
            self.runs[-1] = last._replace(length=last.length - 1)
        self.size -= 1
        self.parts[-1] = self.parts[-1][:-1]
        if not self.parts[-1]:
            self.parts.pop()
