"""What a record said when it was used: a short hash of its content, and a line to find it by.

Slides and documents carry the line in their notes, so that it can be told later whether
the record has changed since. The hash is of the entry alone, in canonical JSON: fields
by name, what the record leaves out left out. When somebody last looked at a source, and
which rules were let stand, is no part of what an entry says, and none of the hash.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Any, NamedTuple

from relcase.domain.evidence import Entry, Verification

DIGITS = 16
"""How many hexadecimal digits of the SHA-256 are kept."""

_HOUSEKEEPING = {(Entry, "review_by"), (Entry, "acknowledged"), (Verification, "on")}
_OPENING = "relcase record "
_LINE = re.compile(
    rf"\b{_OPENING}(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*) "
    r"version (?P<version>[0-9][0-9A-Za-z.+]*) "
    rf"content (?P<content>[0-9a-f]{{{DIGITS}}})\b"
)


class Stamp(NamedTuple):
    """Which record was used, by which version of relcase, and the hash of its content."""

    id: str
    version: str
    content: str

    def line(self) -> str:
        """The machine-readable line: ``relcase record ID version 0.1.0 content 5f3a…``.

        Letters, digits, single hyphens, full stops and spaces alone, so that no format
        has to escape any of it.
        """
        return f"relcase record {self.id} version {self.version} content {self.content}"


def stamps(text: str) -> Iterator[Stamp]:
    """Every machine-readable line in a text, in its order."""
    if _OPENING not in text:
        return
    for found in _LINE.finditer(text):
        yield Stamp(**found.groupdict())


def unstamped(text: str) -> str:
    """A text without its machine-readable lines."""
    return _LINE.sub("", text) if _OPENING in text else text


def fingerprint(entry: Entry) -> str:
    """The hash of what an entry says: ``DIGITS`` hexadecimal digits."""
    return sha256(canonical(entry).encode()).hexdigest()[:DIGITS]


def canonical(value: Any) -> str:
    """A value of an entry as JSON that is always written the same way."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return f'"{_ESCAPED.sub(_escape, value)}"'
    if isinstance(value, Mapping):
        return _object(value)
    if isinstance(value, tuple | list):
        return f"[{','.join(map(canonical, value))}]"
    if is_dataclass(value):
        return _object(_said(value))
    raise TypeError(f"{type(value).__name__} is no value of a record")


_ESCAPED = re.compile(r'[\\"\x00-\x1f]')


def _escape(found: re.Match[str]) -> str:
    return f"\\{found[0]}" if found[0] in '\\"' else f"\\u{ord(found[0]):04x}"


def _object(named: Mapping[str, Any]) -> str:
    parts = (f"{canonical(name)}:{canonical(named[name])}" for name in sorted(named))
    return f"{{{','.join(parts)}}}"


def _said(value: Any) -> dict[str, Any]:
    """The fields that are filled in, without those that only say when we looked.

    A field that holds what it would hold if it were left out counts as left out, so
    that a new field of the format changes no hash.
    """
    kept = {"kind": value.kind} if isinstance(value, Entry) else {}
    for one in fields(value):
        held = getattr(value, one.name)
        empty = held is None or held in ((), {}) or held == one.default
        ours = any(
            isinstance(value, of) and one.name == name for of, name in _HOUSEKEEPING
        )
        if not (empty or ours):
            kept[one.name] = held
    return kept
