"""Bytes of a text file as letters, and letters as the same bytes again."""

import codecs
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


class Decoded(NamedTuple):
    """The text of a file, and what is needed to write it back as it was."""

    text: str
    encoding: str
    mark: bytes

    def encode(self, text: str, path: str) -> bytes:
        """Another text in the same encoding. Raises ``Unreadable`` where it has no such letter."""
        try:
            return self.mark + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            letter = text[error.start]
            name = _NAMES.get(self.encoding, self.encoding.upper())
            why = f"it is in {name}, which has no “{letter}”; save it as UTF-8"
            raise Unreadable(path, why) from None


def decode(data: bytes, path: str) -> Decoded:
    """Text in UTF-8, with a mark in UTF-16 or UTF-32, or else in Windows-1252.

    Raises ``Unreadable`` when the file is empty or no text.
    """
    if not data:
        raise Unreadable(path, "it is empty; perhaps it is not the right file")
    not_text = Unreadable(path, "it is not text; save it as UTF-8")
    mark, encoding = next(
        (pair for pair in _MARKS if data.startswith(pair[0])), (b"", "")
    )
    for name in (encoding,) if encoding else ("utf-8", "cp1252"):
        try:
            text = data[len(mark) :].decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise not_text
        return Decoded(text, name, mark)
    raise not_text
