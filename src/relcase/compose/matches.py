"""Search results: what was found, and the words that were looked for, in their place."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from relcase.domain.content import Document, Items, Line, Text, line
from relcase.domain.listed import Listed

AROUND = 70
"""Letters of context kept on each side of a match."""

_FIELDS = {
    "claim": "claim",
    "text": "text",
    "said": "said wrongly",
    "do_not_say": "do not say",
    "caveats": "caveat",
    "figures": "figure",
    "population": "people",
    "exposure": "what differed",
    "comparator": "compared with",
    "outcome": "outcome",
    "place": "place",
}


def compose(
    entries: Sequence[Listed],
    records: Sequence[Mapping[str, Any]],
    words: Sequence[str],
) -> Document:
    """Headline, kind and id of each entry, with an excerpt for words not in the headline."""
    wanted = pattern(words)
    rows = (_row(*pair, wanted) for pair in zip(entries, records, strict=True))
    return Document((Items(tuple(rows)),))


def pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Matches any of the words at the beginning of a word, whatever its accents."""
    parts = sorted(
        {_bare(part) for word in words for part in word.split()}, key=len, reverse=True
    )
    return re.compile(
        r"(?<!\w)(?:" + "|".join(map(re.escape, parts)) + r")\w*", re.IGNORECASE
    )


def highlighted(text: str, wanted: re.Pattern[str], style: str = "") -> Line:
    """The text with every match in bold."""
    parts: list[Text] = []
    end = 0
    for match in wanted.finditer(_bare(text)):
        parts.append(Text(text[end : match.start()], style))
        parts.append(Text(text[match.start() : match.end()], f"{style}b"))
        end = match.end()
    parts.append(Text(text[end:], style))
    return tuple(part for part in parts if part.text)


def _row(entry: Listed, record: Mapping[str, Any], wanted: re.Pattern[str]) -> Line:
    about = f" ({entry.kind} {entry.id}; {entry.author_date})"
    row = line(highlighted(entry.headline, wanted), Text(about, "q"))
    if excerpt := _excerpt(record, wanted):
        where, found = excerpt
        return line(row, f" {where}: ", found)
    return row


def _excerpt(
    record: Mapping[str, Any], wanted: re.Pattern[str]
) -> tuple[str, Line] | None:
    """The passage outside the headline that holds most of the words."""
    best: tuple[int, str, str] | None = None
    for name, text in _passages(record):
        found = {match[0].lower() for match in wanted.finditer(_bare(text))}
        if found and (best is None or len(found) > best[0]):
            best = (len(found), name, text)
    if best is None:
        return None
    _, name, text = best
    match = wanted.search(_bare(text))
    assert match is not None
    start, end = max(0, match.start() - AROUND), min(len(text), match.end() + AROUND)
    start = 0 if start == 0 else text.find(" ", start) + 1
    end = len(text) if end == len(text) else text.rfind(" ", start, end)
    shown = highlighted(text[start:end], wanted)
    return name, line("… " if start else "", shown, " …" if end < len(text) else "")


def _passages(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for field, name in _FIELDS.items():
        for text in _strings(record.get(field)):
            yield name, text


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, Sequence):
        for inner in value:
            yield from _strings(inner)


def _bare(text: str) -> str:
    """Without accents, letter for letter, so that places in the text stay the same."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text)
