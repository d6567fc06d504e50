"""Which passage of a report a comment stands in, or before."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from relcase.domain.passage import Passage, PassageKind, Report

_BLOCK_TAG = re.compile(
    r"</?(?:address|article|aside|blockquote|body|caption|dd|div|dl|dt|fig\w+|footer|form"
    r"|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|t\w+|ul)\b",
    re.IGNORECASE,
)
_ROW_TAG = re.compile(r"</?(?:tr|table|thead|tbody|tfoot)\b", re.IGNORECASE)
_APART = re.compile(r"\n(?=[ \t>]*\r?\n)|\\end\s*\{")
"""What parts a comment from the words below it: an empty line, the end of a list."""

_LONE = re.compile(r"\r(?!\n)")
"""A line end of old."""
_LINE = re.compile("\n")
_GONE = "\1"
_FILLED_LINE = re.compile(rf"\n[ \t]*{_GONE}+[ \t\r]*(?=\n)")
"""A line with a comment and nothing else."""


class _Extent(NamedTuple):
    """Where in the file's text a passage begins and ends."""

    start: int
    end: int
    number: int


class Standing:
    """The passages of a report by their places in its text."""

    def __init__(
        self, report: Report, text: str, comments: Sequence[tuple[int, int]]
    ) -> None:
        self.passages_of, self.form = report.passages, report.form
        self.text = _LONE.sub("\n", _without(text, comments))
        self.extents = sorted(_extent(n, one) for n, one in enumerate(report.passages))
        self.starts = [one.start for one in self.extents]
        self.last = list(accumulate(self.extents, _later))
        """Of the passages up to each, the one that ends last."""
        self.gaps: dict[int, _Gap] = {}
        """What stands behind each extent that a comment follows."""
        self.rows: dict[tuple[int, int], list[int]] = {}
        for number, one in enumerate(report.passages):
            if one.cell:
                row = one.cell.table, one.cell.row
                self.rows.setdefault(row, []).append(number)

    def passages(self, start: int, end: int) -> tuple[int, ...]:
        """The passage, or the cells of the row, that a comment is about."""
        found = self._around(start)
        if found is None:
            found = self._beside(start, end)
        if found is None:
            return ()
        cell = self.passages_of[found].cell
        return tuple(self.rows[cell.table, cell.row]) if cell else (found,)

    def _around(self, at: int) -> int | None:
        """The innermost passage that goes on behind a comment in it."""
        index = bisect_right(self.starts, at) - 1
        while index >= 0 and self.last[index].end > at:
            if self.extents[index].end > at:
                return self.extents[index].number
            index -= 1
        return None

    def _beside(self, start: int, end: int) -> int | None:
        """The passage whose end or beginning a comment stands at."""
        index = bisect_right(self.starts, start) - 1
        before = self.last[index] if index >= 0 else None
        after = self.extents[index + 1] if index + 1 < len(self.extents) else None
        if before is None:
            return after.number if after else None
        if index not in self.gaps:
            stop = after.start if after else len(self.text)
            tags = _ROW_TAG if self.passages_of[before.number].cell else _BLOCK_TAG
            self.gaps[index] = _gap(self.text, before.end, stop, tags)
        gap, kind = self.gaps[index], self.passages_of[before.number].kind
        if self._is_above(kind, gap, start, None if after is None else end):
            return before.number
        return after.number if after else None

    def _is_above(
        self, before: PassageKind, gap: "_Gap", start: int, end: int | None
    ) -> bool:
        """Whether a comment still belongs to the passage above it; without an end,
        nothing is below."""
        if self.form == "html":
            return start < gap.tag
        lines = bisect_left(gap.lines, start) - bisect_left(gap.filled, start)
        is_last = end is not None and bisect_left(gap.lines, end) == len(gap.lines)
        if not lines or is_last:  # on a line with one of them
            return not lines
        if lines > 1 or before == "heading":
            return False
        is_indented = self.text[start - 1 : start] in (" ", "\t")
        return is_indented or end is None or end <= gap.apart


class _Gap(NamedTuple):
    """What there is between two passages, by its places in the text."""

    tag: int
    """Where the first tag of a block ends; behind the gap if there is none."""
    lines: list[int]
    filled: list[int]
    """Where the lines end that hold a comment and nothing else."""
    apart: int
    """Where what parts a comment from the words below it stands last."""


def _gap(text: str, start: int, stop: int, tags: re.Pattern[str]) -> _Gap:
    gap = max(start, stop)
    tag = tags.search(text, start, gap)
    apart = [one.start() for one in _APART.finditer(text, start, gap)]
    return _Gap(
        tag.end() if tag else gap + 1,
        [one.start() for one in _LINE.finditer(text, start, gap)],
        [one.end() for one in _FILLED_LINE.finditer(text, start, gap)],
        max(apart, default=-1),
    )


def _extent(number: int, one: Passage) -> _Extent:
    runs = one.places.runs
    return _Extent(runs[0].source, runs[-1].source + runs[-1].length, number)


def _later(one: _Extent, other: _Extent) -> _Extent:
    """Which of two ends last."""
    return one if one.end > other.end else other


def _without(text: str, comments: Sequence[tuple[int, int]]) -> str:
    """The text with a sign for each letter of the comments."""
    parts, at = [], 0
    for start, end in comments:
        parts += [text[at:start], _GONE * (end - start)]
        at = end
    return "".join((*parts, text[at:]))
