"""A person's own words in a plan: the small part of Markdown that every format has.

Paragraphs with empty lines between them, ``### `` sub-headings, lists with ``- `` or
``* ``, numbered lines, ``> `` quotations, ``*emphasis*``, ``**strong**``,
``[words](address)`` and ``<address>``; a backslash takes the meaning from a mark.
Everything else is words, HTML too.
"""

import re
from collections.abc import Iterator, Sequence

from relcase.domain.content import (
    Heading,
    Inline,
    Items,
    Line,
    Paragraph,
    Quotation,
    Text,
    line,
)

Block = Heading | Paragraph | Quotation | Items
"""What a text of one's own can hold."""

_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_HEADING = re.compile(r"#{1,6}[ \t]+(.*?)[ \t#]*")
_ITEM = re.compile(r"[ \t]*[-*+][ \t]+(.*)")
_NUMBERED = re.compile(r"[ \t]*\d{1,3}[.)][ \t]+.*")
_QUOTED = re.compile(r"[ \t]*>[ \t]?(.*)")
_MARK = re.compile(
    r"\\(?P<plain>[!-/:-@\[-`{-~])"
    r"|\*\*(?P<strong>[^\s*](?:[^*]*[^\s*])?)\*\*"
    r"|(?<!\w)__(?P<strong_>[^\s_](?:[^_]*[^\s_])?)__(?!\w)"
    r"|\*(?P<emphasis>[^\s*](?:[^*]*[^\s*])?)\*"
    r"|(?<!\w)_(?P<emphasis_>[^\s_](?:[^_]*[^\s_])?)_(?!\w)"
    r"|\[(?P<words>[^\[\]\n]+)\]\((?P<to>[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\)"
    r"|<(?P<address>https?://[^\s<>]+)>"
)
_LEVEL = 3
"""Level of a sub-heading, whatever the number of its marks: sections have level 2."""


def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs, lists, quotations and sub-headings of a text."""
    parts = _BLANK.split(text.replace("\r\n", "\n").strip("\n"))
    return tuple(block for part in parts if part.strip() for block in _part(part))


def inlines(text: str) -> Line:
    """The words of a paragraph with their emphasis and links."""
    return line(*_inlines(text, ""))


def _part(part: str) -> Iterator[Block]:
    """The blocks between two empty lines; what begins a block ends the one before."""
    kept: list[str] = []
    kind = ""
    for row in part.split("\n"):
        now = _kind(row)
        begins = now == "numbered" or now != kind if now else kind == "heading"
        if kept and begins:
            yield _block(kind, kept)
            kept = []
        if not kept:
            kind = now
        kept.append(row)
    yield _block(kind, kept)


def _kind(row: str) -> str:
    """What a line begins; of the lines that only go on, nothing."""
    known = {
        "heading": _HEADING,
        "item": _ITEM,
        "numbered": _NUMBERED,
        "quote": _QUOTED,
    }
    return next((name for name, mark in known.items() if mark.fullmatch(row)), "")


def _block(kind: str, rows: Sequence[str]) -> Block:
    if kind == "heading":
        found = _HEADING.fullmatch(rows[0])
        return Heading(inlines(found[1] if found else rows[0]), _LEVEL)
    if kind == "item":
        return Items(tuple(map(inlines, _items(rows))))
    if kind == "quote":
        rows = [found[1] if (found := _QUOTED.fullmatch(row)) else row for row in rows]
        return Quotation(inlines(" ".join(row.strip() for row in rows)))
    return Paragraph(inlines(" ".join(row.strip() for row in rows)))


def _items(rows: Sequence[str]) -> list[str]:
    """The items of a list, each with the lines that go on with it."""
    items: list[str] = []
    for row in rows:
        if found := _ITEM.fullmatch(row):
            items.append(found[1])
        else:
            items[-1] += f" {row.strip()}"
    return items


def _inlines(text: str, style: str) -> Iterator[Inline]:
    end = 0
    for found in _MARK.finditer(text):
        yield from _words(text[end : found.start()], style)
        end = found.end()
        if found["plain"]:
            yield Text(found["plain"], style)
        elif strong := found["strong"] or found["strong_"]:
            yield from _inlines(strong, f"{style}b")
        elif emphasis := found["emphasis"] or found["emphasis_"]:
            yield from _inlines(emphasis, f"{style}i")
        else:
            shown = found["words"] or found["address"]
            yield Text(shown, style, found["to"] or found["address"])
    yield from _words(text[end:], style)


def _words(text: str, style: str) -> Iterator[Text]:
    if text:
        yield Text(text, style)
