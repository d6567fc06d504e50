"""BibTeX text → entries as they are written, each value with its place.

bibtexparser finds the blocks; what is inside a value stays as it is, but for
abbreviations (``@string``, ``jan``) and ``#``, which are resolved here.
"""

import bisect
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bibtexparser import model
from bibtexparser.splitter import Splitter

LONGEST_VALUE = 100_000
"""Abbreviations may not grow a value beyond this many characters."""

_MONTHS = {
    "jan": "January",
    "feb": "February",
    "mar": "March",
    "apr": "April",
    "may": "May",
    "jun": "June",
    "jul": "July",
    "aug": "August",
    "sep": "September",
    "oct": "October",
    "nov": "November",
    "dec": "December",
}
_BRACE = re.compile(r"(?<!\\)[{}]")
_QUOTE_OR_BRACE = re.compile(r'(?<!\\)[{}"]')
_BARE_WORD = re.compile(r'[^\s#{}"]+')
_OPENING = re.compile(r"@\w*[ \t]*[{(]\s*")
_COMMENT_LINES = re.compile(r"(?:\s*%[^\n]*\n)+\s*")


@dataclass(frozen=True, slots=True)
class Value:
    """What a field says, still with its macros, and where each part of it stands."""

    name: str
    raw: str
    start: int
    pieces: tuple[tuple[int, int], ...] = ()
    """Pairs of an offset in ``raw`` and the offset in the file it comes from."""
    undefined: tuple[tuple[str, int], ...] = ()
    """Abbreviations that nobody defined, with their places."""

    def place(self, offset: int) -> int:
        """Where in the file the character ``offset`` of ``raw`` stands."""
        number = (
            bisect.bisect_right(self.pieces, offset, key=lambda piece: piece[0]) - 1
        )
        if number < 0:
            return self.start
        inside, outside = self.pieces[number]
        return outside + offset - inside


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry with its fields in the order of the file, repeated ones included."""

    type: str
    key: str
    start: int
    key_start: int
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """A piece of the file that is no entry, and what the parser says of it."""

    start: int
    end: int
    key: str
    reason: str


@dataclass(slots=True)
class _Cursor:
    text: str
    at: int = 0
    strings: dict[str, str] = field(default_factory=lambda: dict(_MONTHS))

    def find(self, raw: str, step: int | None = None) -> int:
        """Where ``raw`` comes next; the search goes on behind it, or after ``step``."""
        found = self.text.find(raw, self.at)
        start = found if found >= 0 else min(self.at, len(self.text))
        self.at = start + (len(raw) if step is None else step)
        return start


def read(text: str) -> Iterator[Entry | Broken]:
    """The entries of a file, and the places that could not be read, in order."""
    # The parser reports each broken block on a logger, and as a value; once is enough.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    cursor = _Cursor(text)
    for block in Splitter(text).split().blocks:
        inner = getattr(block, "ignore_error_block", None) or block
        raw = inner.raw or ""
        if isinstance(inner, model.Entry):
            yield _entry(inner, cursor.find(raw), raw, cursor.strings)
        elif isinstance(inner, model.String):
            pieces = _pieces(inner.value, cursor.find(raw), cursor.strings)
            cursor.strings[inner.key.lower()] = "".join(piece[0] for piece in pieces)
        elif isinstance(inner, model.ParsingFailedBlock):
            # What a broken entry swallowed may hold the start of the next.
            yield _broken(inner, cursor.find(raw, step=1), raw)
        elif isinstance(inner, model.ImplicitComment):
            yield from _stray(raw, cursor.find(raw))
        else:
            cursor.find(raw)


def _entry(entry: model.Entry, start: int, raw: str, strings: dict[str, str]) -> Entry:
    opening = _OPENING.match(raw)
    at = opening.end() if opening else 0
    key_start = start + at
    at += len(entry.key)
    values = []
    for written in entry.fields:
        name_at = max(raw.find(written.key, at), at)
        equals = raw.find("=", name_at + len(written.key))
        value_at = max(raw.find(written.value, equals + 1), equals + 1)
        at = value_at + len(written.value)
        name = _COMMENT_LINES.sub("", written.key).strip().lower()
        values.append(_value(name, written.value, start + value_at, strings))
    return Entry(entry.entry_type, entry.key, start, key_start, tuple(values))


def _value(name: str, written: str, start: int, strings: dict[str, str]) -> Value:
    raw, pieces, undefined = "", [], []
    for text, place, is_defined in _pieces(written, start, strings):
        if not is_defined:
            undefined.append((text, place))
        pieces.append((len(raw), place))
        raw += text
    first = pieces[0][1] if pieces else start
    return Value(name, raw, first, tuple(pieces), tuple(undefined))


def _pieces(
    written: str, start: int, strings: dict[str, str]
) -> list[tuple[str, int, bool]]:
    """The parts around each ``#``: text, place, and whether its name is defined."""
    out: list[tuple[str, int, bool]] = []
    at, length = 0, 0
    while at < len(written):
        if written[at] in '{"':
            end = _end(written, at)
            out.append((written[at + 1 : end], start + at + 1, True))
            at = end + 1
        elif bare := _BARE_WORD.match(written, at):
            meant = strings.get(bare[0].lower(), "")
            if length + len(meant) > LONGEST_VALUE:
                meant = ""
            defined = bool(meant) or bare[0].isdigit()
            out.append((meant or bare[0], start + at, defined))
            at = bare.end()
        else:
            at += 1
            continue
        length += len(out[-1][0])
    return out


def _end(written: str, start: int) -> int:
    """Where the brace or quotation mark at ``start`` is closed."""
    quoted, depth = written[start] == '"', 0
    marks = (_QUOTE_OR_BRACE if quoted else _BRACE).finditer(written, start)
    for mark in marks:
        if mark[0] == '"':
            if depth == 0 and mark.start() > start:
                return mark.start()
        else:
            depth += 1 if mark[0] == "{" else -1
            if depth == 0 and not quoted:
                return mark.start()
    return len(written)


def _broken(block: model.ParsingFailedBlock, start: int, raw: str) -> Broken:
    reason = str(getattr(block.error, "abort_reason", "") or block.error)
    opening = _OPENING.match(raw)
    rest = raw[opening.end() :] if opening else ""
    key = re.match(r"[^\s,={}()]*", rest)
    end = start + len(raw.rstrip())
    return Broken(start, end, key[0] if key else "", reason)


def _stray(raw: str, start: int) -> Iterator[Broken]:
    """Lines between entries that look as if they were meant to be one."""
    for match in re.finditer(r"(?m)^[ \t]*(@[A-Za-z]+)\b(?!.*@)", raw):
        yield Broken(start + match.start(1), start + match.end(), match[1], "stray")
