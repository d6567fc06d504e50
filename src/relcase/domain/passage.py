"""A report as it is read: stretches of plain text, each letter with its place.

A report is a document of the user's that may quote the store. What reads it takes the
markup away; a passage remembers where each letter came from, so that what is said about
the text can point into the file, and a replacement can be made there.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

PassageKind = Literal[
    "text", "heading", "cell", "reference", "footnote", "notes", "caption"
]
"""``reference`` is an entry of the reference list, ``notes`` what a speaker says."""
Form = Literal["markdown", "text", "html", "latex", "docx", "pptx", "pdf"]


class Place(NamedTuple):
    """Where something stands: line and column from 1, or words in an office file."""

    line: int | None = None
    column: int | None = None
    words: str = ""
    """As ``paragraph 12``, ``table 2, row 3, column 1``, ``slide 4, “Content 2”``."""


class Run(NamedTuple):
    """A part of a passage that came from one stretch of the file.

    Where ``length`` is that of the part, letter stands for letter. Otherwise the part
    came from the stretch as a whole, as ``£`` from ``&pound;``.
    """

    start: int
    """The offset in the passage where the part begins."""
    source: int
    """The offset in the file's text where the stretch begins."""
    length: int
    """How many letters of the file's text the stretch has."""


class Places(NamedTuple):
    """Where the letters of a passage stand in its file."""

    words: str = ""
    runs: Sequence[Run] = ()
    """In order, the first beginning at 0; empty in files that have no lines."""
    size: int = 0
    """How many letters the passage has."""
    lines: Sequence[int] = (0,)
    """The offsets in the file's text where its lines begin."""

    def at(self, offset: int) -> Place:
        """Where the letter at an offset of the passage stands."""
        if not self.runs:
            return Place(words=self.words)
        run, exact = self._run(offset)
        source = run.source + (offset - run.start if exact else 0)
        line = bisect_right(self.lines, source)
        return Place(line, source - self.lines[line - 1] + 1, self.words)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The stretch of the file's text that ``passage.text[start:end]`` came from.

        ``None`` where the file has no such stretch, or where it holds markup, which a
        replacement would destroy. ``start`` must be less than ``end``.
        """
        if not self.runs:
            return None
        first, exact = self._run(start)
        begin = first.source + (start - first.start if exact else 0)
        last, exact = self._run(end - 1)
        stop = last.source + (end - last.start if exact else last.length)
        if stop - begin == end - start or first == last:
            return begin, stop
        parts = self.runs[self.runs.index(first) : self.runs.index(last) + 1]
        whole = all(a.source + a.length == b.source for a, b in pairwise(parts))
        return (begin, stop) if whole else None

    def _run(self, offset: int) -> tuple[Run, bool]:
        """The part that an offset falls into, and whether its letters match one by one."""
        index = max(bisect_right(self.runs, offset, key=lambda run: run.start) - 1, 0)
        run = self.runs[index]
        after = self.runs[index + 1].start if index + 1 < len(self.runs) else self.size
        return run, run.length == after - run.start


class Citation(NamedTuple):
    """A citation that the format itself marks, as ``[@key, p. 3]`` or ``\\cite{key}``."""

    offset: int
    """Where in the passage it stands; its own markup is no part of the text."""
    key: str
    locator: str = ""


class NoteMark(NamedTuple):
    """The mark of a footnote in a text."""

    offset: int
    label: str
    """The label of the passage that holds the note."""


class Link(NamedTuple):
    """An address that words of a text lead to."""

    offset: int
    url: str


class Cell(NamedTuple):
    """Where in a table a passage stands; all from 1."""

    table: int
    row: int
    column: int


class Passage(NamedTuple):
    """A stretch of a report that is read as one: a paragraph, heading, cell, note."""

    text: str
    """As a reader sees it: markup away, entities decoded, line ends as one space."""
    kind: PassageKind
    places: Places
    citations: tuple[Citation, ...] = ()
    notes: tuple[NoteMark, ...] = ()
    """The footnotes hung on this text."""
    label: str = ""
    """Of a footnote: what its mark in the text is called; of a numbered item: its number."""
    links: tuple[Link, ...] = ()
    cell: Cell | None = None
    """Its place in a table; ``None`` for what stands in no table."""


class Report(NamedTuple):
    """A document as its passages, in the order in which they are read."""

    path: str
    form: Form
    passages: tuple[Passage, ...]
