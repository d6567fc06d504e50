"""The parts of a text file that are no prose: comments, code, what stands before a text.

Each function reads its format once from beginning to end, in time linear in its size.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from relcase.reading.letters import GONE


class Mask(NamedTuple):
    """A stretch that is no prose; ``code`` ends a paragraph, a comment does not.

    A ``value`` looks like a comment, and stands in an attribute.
    """

    kind: Literal["comment", "code", "value"]
    start: int
    end: int


_FRONT = re.compile(r"---[ \t]*(?:\r\n|\n|\r).*?^(?:---|\.\.\.)[ \t]*$", re.S | re.M)
_TAG = (
    r"|(?P<tag><[a-z][a-z0-9-]*(?:\s++[a-z_:][\w.:-]*"
    r"(?:\s*+=\s*+(?:[^\s\"'=<>`]+|'[^']{0,2000}'|\"[^\"]{0,2000}\"))?){1,100}\s*+/?>)"
)
_MARKDOWN = re.compile(
    r"\\[^\r\n]|^[ \t>]*(?P<fence>`{3,}|~{3,})(?=[^`\r\n]*$)|(?P<ticks>`+)|(?P<open><!--)"
    rf"|<(?P<raw>script|style|pre)\b{_TAG}",
    re.M | re.I,
)
_HTML = re.compile(rf"(?P<open><!--)|<(?P<raw>script|style|template)\b{_TAG}", re.I)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
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
        elif match["tag"]:
            yield from _values(match)
        elif mask := ends.mask(match):
            yield mask
            at = mask.end


def html(text: str) -> Iterator[Mask]:
    """Comments, scripts and style sheets."""
    ends, at = _Ends(text), 0
    while match := _HTML.search(text, at):
        at = match.end()
        if match["tag"]:
            yield from _values(match)
        elif mask := ends.mask(match):
            yield mask
            at = mask.end


def _values(tag: re.Match[str]) -> Iterator[Mask]:
    """What looks like comments in the attributes of a tag."""
    for found in _COMMENT.finditer(tag.string, *tag.span("tag")):
        yield Mask("value", *found.span())


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


_ELEMENTS = "blockquote|code|kbd|pre|q|samp|textarea"
_OPENING = re.compile(rf"<(?P<name>{_ELEMENTS})\b", re.I | re.A)
_TEX_QUOTE = re.compile(
    r"\\(?P<ends>begin|end)\{(?:quote|quotation|displayquote|verse)\}"
    r"|\\(?:texttt|enquote|lstinline|textcquote)\b|(?P<comment>(?<!\\)%[^\r\n]*)"
)
_TEX_ARGUMENT = re.compile(
    r"(?:\[[^\[\]{}]{0,200}\]|\{[^{}]{0,200}\})*\{[^{}]{0,2000}\}"
)
_QUOTED_LINE = re.compile(r"^[ \t]{0,3}>[^\r\n]*", re.M)


def verbatim(text: str, form: str) -> Iterator[tuple[int, int]]:
    """Code within lines, and quotations that are marked as such.

    What ``MASKS`` find is no prose at all, and left out here.
    """
    if form == "latex":
        yield from _verbatim_latex(text)
        return
    if form == "markdown":
        yield from (one.span() for one in _QUOTED_LINE.finditer(text))
        yield from _code_in_lines(text)
    ends = _Ends(text)
    for match in _OPENING.finditer(text):
        end = ends.closing(match["name"].lower(), match.end())
        if end:
            yield match.start(), end.start()


def _code_in_lines(text: str) -> Iterator[tuple[int, int]]:
    ticks = (one for one in markdown(text) if text[one.start] == "`")
    spans = [one for one in ticks if one.kind == "comment"]
    for before, after in zip(spans[::2], spans[1::2], strict=False):
        yield before.end, after.start


def _verbatim_latex(text: str) -> Iterator[tuple[int, int]]:
    begins: list[int] = []
    for match in _TEX_QUOTE.finditer(text):
        if match["comment"]:
            continue
        if match["ends"] == "begin":
            begins.append(match.end())
        elif match["ends"] and begins:
            yield begins.pop(), match.start()
        elif not match["ends"] and (told := _TEX_ARGUMENT.match(text, match.end())):
            yield told.span()


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
        self.last: dict[str, re.Match[str]] = {}
        """The tag that was found last to end an element, by its name."""

    def find(self, closing: str, at: int) -> int:
        if closing in self.absent:
            return -1
        end = self.text.find(closing, at)
        if end < 0:
            self.absent.add(closing)
        return end

    def closing(self, name: str, at: int) -> re.Match[str] | None:
        """The next tag that ends an element of a name in small letters."""
        if name in self.absent:
            return None
        last = self.last.get(name)
        if last and last.start() >= at:
            return last
        found = re.compile(rf"</{name}", re.I | re.A).search(self.text, at)
        if found:
            self.last[name] = found
        else:
            self.absent.add(name)
        return found

    def mask(self, match: re.Match[str]) -> Mask | None:
        """The comment or raw element that begins here, if it ends."""
        if match["open"]:
            end = self.find("-->", match.end())
            return Mask("comment", match.start(), end + 3) if end >= 0 else None
        if not match["raw"]:
            return None
        found = self.closing(match["raw"].lower(), match.end())
        if not found:
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
