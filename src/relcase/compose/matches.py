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
    ("claim",): "claim",
    ("text",): "text",
    ("said", "words"): "said wrongly",
    ("said", "better"): "say instead",
    ("said", "problems", "message"): "what is wrong",
    ("do_not_say",): "do not say",
    ("caveats",): "caveat",
    ("figures", "label"): "figure",
    ("population",): "people",
    ("exposure",): "what differed",
    ("comparator", "text"): "compared with",
    ("outcome",): "outcome",
    ("place",): "place",
}
"""Where the words of a record stand, and what that place is called."""


def compose(
    entries: Sequence[Listed],
    records: Sequence[Mapping[str, Any]],
    words: Sequence[str],
) -> Document:
    """Headline, kind and id of each entry, with an excerpt for words not in the headline."""
    parts = [part for word in words for part in word.split()]  # a claim in quotes
    rows = (_row(*pair, parts) for pair in zip(entries, records, strict=True))
    return Document((Items(tuple(rows)),))


def pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Matches any of the words at the beginning of a word, whatever its accents."""
    parts = {_bare(part.replace('"', "")) for word in words for part in word.split()}
    listed = sorted(parts - {""}, key=len, reverse=True)
    either = "|".join(map(re.escape, listed)) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{either})\w*", re.IGNORECASE)


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


def _row(entry: Listed, record: Mapping[str, Any], words: Sequence[str]) -> Line:
    wanted, headline = pattern(words), _bare(entry.headline)
    missing = [word for word in words if not pattern((word,)).search(headline)]
    about = f" ({entry.kind} {entry.id}; {entry.author_date})"
    row = line(highlighted(entry.headline, wanted), Text(about, "q"))
    if missing and (best := _best_passage(record, pattern(missing))):
        name, text = best
        return line(row, f" – {name}: ", _excerpt(text, pattern(missing), wanted))
    return row


def _best_passage(
    record: Mapping[str, Any], missing: re.Pattern[str]
) -> tuple[str, str] | None:
    """The passage that holds most of the missing words; of several, the first."""
    found = [
        (len(_matches(text, missing)), name, text) for name, text in _passages(record)
    ]
    most = max((count for count, _, _ in found), default=0)
    return next(
        ((name, text) for count, name, text in found if count == most > 0), None
    )


def _matches(text: str, wanted: re.Pattern[str]) -> set[str]:
    return {match[0].lower() for match in wanted.finditer(_bare(text))}


def _excerpt(text: str, missing: re.Pattern[str], wanted: re.Pattern[str]) -> Line:
    """The first missing word with whole words around it."""
    match = missing.search(_bare(text))
    assert match is not None
    start = end = 0
    if match.start() > AROUND:
        start = text.find(" ", match.start() - AROUND, match.start()) + 1
    if len(text) - match.end() > AROUND:
        end = text.rfind(" ", match.end(), match.end() + AROUND)
    shown = highlighted(text[start : end if end > 0 else len(text)], wanted)
    return line("… " if start else "", shown, " …" if end > 0 else "")


def _passages(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for path, name in _FIELDS.items():
        for text in _at(record, path):
            yield name, text


def _at(value: Any, path: Sequence[str]) -> Iterator[str]:
    """The texts that a path leads to, through every item of a list on its way."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _at(value.get(path[0]), path[1:])
    else:
        for inner in value or ():
            yield from _at(inner, path)


def _bare(text: str) -> str:
    """Without accents, letter for letter, so that places in the text stay the same."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text)
