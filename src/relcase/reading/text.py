"""Plain text: paragraphs between blank lines, and the items of a list each by itself."""

import re
from collections.abc import Iterator

from relcase.domain.passage import Passage, PassageKind
from relcase.reading.letters import Letters, line_starts
from relcase.reading.references import begins_reference, is_title

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_ITEM = re.compile(r"\s*(?:[-*•–·]|(?P<number>\(?\d{1,3})[.)])[ \t]+(?=\S)")
_RULE = re.compile(r"\s*[-=_*~#]{3,}\s*")
_NO_HEADING = re.compile(r"[.!?:;,][\"'”’)\]]*\s*$|https?://|[\r\n]")
_LONGEST_HEADING = 80


def passages(text: str) -> Iterator[Passage]:
    """The paragraphs, headings and items of a plain text."""
    lines = line_starts(text)
    for start, end, label in _blocks(text):
        letters = Letters(text, lines)
        letters.copy(start, end)
        alone = text[max(start - 1, 0) : start] in ("", "\r", "\n") and not label
        heading = alone and _is_heading(text[start:end])
        kind: PassageKind = "heading" if heading else "text"
        if made := letters.passage(kind, label):
            yield made


def _blocks(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each paragraph stands, without the mark of its list, and its number."""
    begin, end, label = -1, 0, ""
    in_references = False
    for match in _LINE.finditer(text):
        line = match[0]
        item = _ITEM.match(line)
        ends = not line.strip() or _RULE.fullmatch(line)
        if begin >= 0 and (ends or item or (in_references and begins_reference(line))):
            in_references = in_references or is_title(text[begin:end])
            yield begin, end, label
            begin, label = -1, ""
        if ends:
            continue
        if begin < 0:
            begin = match.start() + (item.end() if item else 0)
            label = (item["number"] or "").strip("(") if item else ""
            in_references = in_references or is_title(line)
        end = match.end()
    if begin >= 0:
        yield begin, end, label


def _is_heading(block: str) -> bool:
    words = block.strip()
    return len(words) <= _LONGEST_HEADING and not _NO_HEADING.search(words)
