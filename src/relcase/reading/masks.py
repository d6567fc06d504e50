"""The parts of a text file that are no prose: comments, code, what stands before a text.

Each function reads its format once from beginning to end, in time linear in its size.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from relcase.reading.letters import GONE


class Mask(NamedTuple):
    """A stretch that is no prose; ``code`` ends a paragraph, a comment does not."""

    kind: Literal["comment", "code"]
    start: int
    end: int


_FRONT = re.compile(r"---[ \t]*(?:\r\n|\n|\r).*?^(?:---|\.\.\.)[ \t]*$", re.S | re.M)
_MARKDOWN = re.compile(
    r"\\[^\r\n]|^[ \t>]*(?P<fence>`{3,}|~{3,})(?=[^`\r\n]*$)|(?P<ticks>`+)|(?P<open><!--)"
    r"|<(?P<raw>script|style|pre)\b",
    re.M | re.I,
)
_HTML = re.compile(r"(?P<open><!--)|<(?P<raw>script|style|template)\b", re.I)
_TEX_COMMENT = re.compile(
    r"\\begin\{(?P<raw>verbatim\*?|Verbatim|lstlisting|minted|comment|tikzpicture)\}"
    r"|\\verb\*?(?P<bar>[^\sA-Za-z*])"
    r"|\\."
    r"|%[^\r\n]*(?:(?:\r\n|\r|\n)[ \t]*(?=[^\s%]))?",
    re.S,
)
_LONGEST_SPAN = 2000
"""Letters between two backticks above which they are taken for words."""


def markdown(text: str) -> Iterator[Mask]:
    """Front matter, fenced code, comments; of code in a line the backticks alone."""
    at = 0
    if front := _FRONT.match(text):
        yield Mask("code", 0, front.end())
        at = front.end()
    ends = _Ends(text)
    while match := _MARKDOWN.search(text, at):
        at = match.end()
        if match["fence"]:
            at = _fence_end(text, match)
            yield Mask("code", match.start(), at)
        elif match["ticks"]:
            closing = _closing_ticks(text, match)
            if closing:
                yield Mask("comment", match.start(), match.end())
                yield Mask("comment", *closing)
                at = closing[1]
        elif mask := ends.mask(match):
            yield mask
            at = mask.end


def html(text: str) -> Iterator[Mask]:
    """Comments, scripts and style sheets."""
    ends, at = _Ends(text), 0
    while match := _HTML.search(text, at):
        at = match.end()
        if mask := ends.mask(match):
            yield mask
            at = mask.end


def latex(text: str) -> Iterator[Mask]:
    """Comments, and what is printed as it is typed."""
    at = 0
    ends = _Ends(text)
    while match := _TEX_COMMENT.search(text, at):
        at = match.end()
        if match["raw"]:
            end = ends.find(f"\\end{{{match['raw']}}}", at)
            if end >= 0:
                at = end + len(f"\\end{{{match['raw']}}}")
                yield Mask("code", match.start(), at)
        elif match["bar"]:
            end = text.find(match["bar"], at, at + _LONGEST_SPAN)
            if end >= 0:
                at = end + 1
                yield Mask("comment", match.start(), at)
        elif match[0].startswith("%"):
            yield Mask("comment", match.start(), at)


MASKS: dict[str, Callable[[str], Iterator[Mask]]] = {
    "markdown": markdown,
    "html": html,
    "latex": latex,
}


def without(text: str, masks: Sequence[Mask]) -> str:
    """The text with comments gone and line ends for code; every letter in its place."""
    parts, at = [], 0
    for mask in masks:
        stands = "\n" if mask.kind == "code" else GONE
        parts += [text[at : mask.start], stands * (mask.end - mask.start)]
        at = mask.end
    return "".join((*parts, text[at:]))


class _Ends:
    """Finds where things end, and does not look again for what is not there."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.absent: set[str] = set()

    def find(self, closing: str, at: int) -> int:
        if closing in self.absent:
            return -1
        end = self.text.find(closing, at)
        if end < 0:
            self.absent.add(closing)
        return end

    def mask(self, match: re.Match[str]) -> Mask | None:
        """The comment or raw element that begins here, if it ends."""
        if match["open"]:
            end = self.find("-->", match.end())
            return Mask("comment", match.start(), end + 3) if end >= 0 else None
        if not match["raw"]:
            return None
        closing = f"</{match['raw'].lower()}"
        if closing in self.absent:
            return None
        found = re.compile(closing, re.I | re.A).search(self.text, match.end())
        if not found:
            self.absent.add(closing)
            return None
        stop = self.text.find(">", found.start())
        return Mask("code", match.start(), stop + 1 if stop >= 0 else len(self.text))


def _fence_end(text: str, match: re.Match[str]) -> int:
    """Where fenced code ends: after a line with as many marks, or with the text."""
    mark = match["fence"]
    closing = re.compile(rf"^[ \t>]*{mark[0]}{{{len(mark)},}}[ \t]*$", re.M)
    found = closing.search(text, match.end())
    return found.end() if found else len(text)


def _closing_ticks(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """The backticks that close these, in the same paragraph."""
    closing = re.compile(rf"(?<!`)`{{{len(match['ticks'])}}}(?!`)")
    end = min(len(text), match.end() + _LONGEST_SPAN)
    found = closing.search(text, match.end(), end)
    if not found or re.search(r"\n[ \t]*\n", text[match.end() : found.start()]):
        return None
    return found.span()
