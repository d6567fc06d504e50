"""Bytes of a text file as letters, and letters as the same bytes again."""

import codecs
import re
from contextlib import suppress
from typing import NamedTuple

from relcase.errors import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Marks at the beginning of a file, and the encoding each stands for."""
_NAMES = {"cp1252": "Windows-1252", "utf-8": "UTF-8"}
_STRAY = re.compile("[\udc80-\udcff]")
"""A byte that is no UTF-8, as the letter that it is kept by."""


class Decoded(NamedTuple):
    """The text of a file, and what is needed to write it back as it was."""

    text: str
    """What a reader sees."""
    stored: str
    """The same, letter by letter, that can be changed and encoded: a byte that is no
    UTF-8 stays that byte."""
    encoding: str
    mark: bytes

    def encode(self, stored: str, path: str) -> bytes:
        """Another text in the same encoding. Raises ``Unreadable`` where it has no such letter."""
        errors = "surrogateescape" if self.encoding == "utf-8" else "strict"
        try:
            return self.mark + stored.encode(self.encoding, errors)
        except UnicodeEncodeError as error:
            letter = stored[error.start]
            name = _NAMES.get(self.encoding, self.encoding.upper())
            why = f"it is in {name}, which has no “{letter}”; save it as UTF-8"
            raise Unreadable(path, why) from None


def decode(data: bytes, path: str) -> Decoded:
    """Text in UTF-8, with a mark in UTF-16 or UTF-32, or else in Windows-1252.

    A few bytes that are no UTF-8 leave the rest what it plainly is. Raises ``Unreadable``
    when the file is empty or no text.
    """
    if not data:
        raise Unreadable(path, "it is empty; perhaps it is not the right file")
    mark, encoding = next(
        (pair for pair in _MARKS if data.startswith(pair[0])), (b"", "")
    )
    body = data[len(mark) :]
    stored = None
    if encoding in ("", "utf-8"):
        stored = _utf_8(body, is_marked=bool(mark))
        encoding = "utf-8" if stored is not None else "cp1252"
    if stored is None:
        with suppress(UnicodeDecodeError):
            stored = body.decode(encoding)
    if stored is None or "\0" in stored:
        raise Unreadable(path, "it is not text; save it as UTF-8")
    return Decoded(legible(stored), stored, encoding, mark)


def legible(stored: str) -> str:
    """A text with the bytes that are no UTF-8 as what they mostly are: Windows-1252."""
    return _STRAY.sub(_in_windows, stored)


def _in_windows(stray: re.Match[str]) -> str:
    return bytes((ord(stray[0]) & 0xFF,)).decode("cp1252", "replace")


def _utf_8(body: bytes, *, is_marked: bool) -> str | None:
    """UTF-8, if it is: with a mark, or with more letters in it than bytes that are none."""
    with suppress(UnicodeDecodeError):
        return body.decode()
    stored = body.decode("utf-8", "surrogateescape")
    valid = body.decode("utf-8", "ignore")
    letters = len(valid) - len(valid.encode("ascii", "ignore"))
    stray = len(stored) - len(valid)
    return stored if is_marked or letters > stray else None
