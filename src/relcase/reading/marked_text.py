"""The marked places of a Markdown, HTML or LaTeX text, and the text with them rewritten.

A marker alone on its line keeps the lines after it, up to the closing mark; in Markdown
and HTML a marker inside a line keeps the words after it.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from relcase.domain.marker import (
    BEGINS,
    ENDS,
    NO_COLON,
    REFERENCES,
    Marker,
    Misspelt,
    ends,
    lacks_colon,
    parse,
    told,
    written,
)
from relcase.domain.passage import Form, Place, Places, Run
from relcase.domain.region import (
    Fault,
    Region,
    closes_nothing,
    holds_another,
    misplaced,
    misspelt,
    not_closed,
)
from relcase.reading import comments
from relcase.reading.encoding import legible
from relcase.reading.html import in_lines
from relcase.reading.letters import line_starts

_LINE_END = re.compile(r"\r\n|\r|\n")
_REST = re.compile(r"[ \t]*(?:\r\n|\r|\n|\Z)")
_MARGIN = re.compile(r"[ \t>]*+")


class _Mark(NamedTuple):
    """One comment of ours."""

    start: int
    end: int
    words: str | None
    """What it says; ``None`` for a closing mark."""


class _Span(NamedTuple):
    """Where a region stands in the text."""

    start: int
    end: int
    inside: tuple[int, int]
    """What stands between its marks."""
    margin: str
    """What stands before every line of it: indentation, the marks of a quotation."""


class MarkedText:
    """A text with its marked places. ``faults`` are marks that cannot be used."""

    def __init__(self, text: str, form: Form) -> None:
        self.text, self.form = text, form
        self.lines = line_starts(text)
        ending = _LINE_END.search(text)
        self.newline = ending[0] if ending else "\n"
        self.regions: list[Region] = []
        self.faults: list[Fault] = []
        self._spans: list[_Span] = []
        self._in_line: Collection[int] = ()
        """Of a page, the marks that stand where no paragraph may begin."""
        self._pair(list(self._marks()))

    def rewritten(self, new: Mapping[int, tuple[Marker, str | None]]) -> str:
        """The text with some regions, by number, as another marker and content.

        Where the content is ``None``, it stays as it is to the last letter.
        """
        parts, at = [], 0
        for number, (marker, content) in sorted(new.items()):
            span = self._spans[number]
            parts += [self.text[at : span.start], self._region(number, marker, content)]
            at = span.end
        return "".join((*parts, self.text[at:]))

    def _region(self, number: int, marker: Marker, content: str | None) -> str:
        opening = self._comment(f"{BEGINS} {written(marker)}")
        closing = self._comment(ENDS)
        if content is None:
            return opening + self.text[slice(*self._spans[number].inside)] + closing
        if self.regions[number].inline:
            return f"{opening}{' '.join(content.split())}{closing}"
        gap = [""] if self.form == "markdown" else []
        rows = [opening, *gap, *content.strip("\n").split("\n"), *gap, closing]
        margin = self._spans[number].margin
        first, *others = rows
        # The margin of the first line stands before the region.
        told = (f"{margin}{row}".rstrip() for row in others)
        return self.newline.join((first, *told))

    def _comment(self, words: str) -> str:
        return f"% {words}" if self.form == "latex" else f"<!-- {words} -->"

    # Finding

    def _marks(self) -> Iterator[_Mark]:
        for start, stop in comments(self.text, self.form):
            comment = legible(self.text[start:stop])
            if self.form == "latex":
                row = re.match(r"%+[ \t]*([^\r\n]*)", comment)
                end = start + row.end() if row else stop
                said = row[1].strip() if row else ""
            else:
                end, said = stop, comment[4:-3].strip()
            if ends(said):
                yield _Mark(start, end, None)
            elif (words := told(said)) is not None:
                yield _Mark(start, end, words)
            elif lacks_colon(said):
                place = self._place(_Mark(start, end, said))
                self.faults.append(misspelt(place, NO_COLON))

    def _pair(self, marks: list[_Mark]) -> None:
        if self.form == "html":
            self._in_line = in_lines(self.text, [one.start for one in marks])
        opened: tuple[_Mark, Marker] | None = None
        for mark in marks:
            if mark.words is None:
                if opened:
                    self._add(*opened, mark)
                else:
                    self.faults.append(closes_nothing(self._place(mark)))
                opened = None
                continue
            if opened:
                self._leave(*opened, mark)
            try:
                opened = mark, parse(mark.words)
            except Misspelt as why:
                opened = None
                self.faults.append(misspelt(self._place(mark), str(why)))
        if opened:
            self._leave(*opened, None)

    def _leave(self, mark: _Mark, marker: Marker, after: _Mark | None) -> None:
        """A marker without an end: a place to fill, or one that lost its end."""
        if not marker.sum:
            self._add(mark, marker, None)
        elif after:
            self.faults.append(holds_another(self._place(mark), self._place(after)))
        else:
            self.faults.append(not_closed(self._place(mark)))

    def _add(self, mark: _Mark, marker: Marker, closing: _Mark | None) -> None:
        begins = self.lines[(self._place(mark).line or 1) - 1]
        before = _MARGIN.match(self.text, begins, mark.start)
        in_line = mark.start in self._in_line
        margin, alone = "", False
        if before and before.end() == mark.start and not in_line:
            alone = _REST.match(self.text, mark.end) is not None
            margin = before[0] if alone else ""
        end = closing.end if closing else mark.end
        span = (mark.end, closing.start if closing else mark.end)
        inside = legible(self.text[slice(*span)])
        content = "\n".join(
            row.removeprefix(margin) if row.startswith(margin) else row.lstrip(" \t>")
            for row in _LINE_END.split(inside)
        )
        inline = not alone and self.form != "latex"
        rows = marker.what == REFERENCES or marker.shape == "slide"
        if inline and rows and self.form == "markdown":
            why = "give it a line of its own."
            self.faults.append(misspelt(self._place(mark), why))
            return
        if in_line and (rows or marker.shape == "html"):
            where = "within a paragraph, and would make others"
            cure = "Put it outside of that, as after the </p>."
            self.faults.append(misplaced(self._place(mark), where, cure))
            return
        self.regions.append(
            Region(marker, self._place(mark), content.strip(), inline, mark.start)
        )
        self._spans.append(_Span(mark.start, end, span, margin))

    def _place(self, mark: _Mark) -> Place:
        return Places("", (Run(0, mark.start, 1),), 1, self.lines).at(0)
