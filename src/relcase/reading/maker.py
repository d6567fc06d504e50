"""Who made a file that stands where another is to be written."""

import re
from pathlib import Path
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

_START = 8
_OFFICE, _OLD_OFFICE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
_PROPERTIES = ("docProps/core.xml", "meta.xml")
_LARGEST = 1024 * 1024
"""Bytes of properties above which they are not read: ours have a few hundred."""
_OURS = re.compile(
    rb"<(?:dc:creator|cp:lastModifiedBy|meta:initial-creator)>relcase\b"
    rb"|/Author ?\(relcase\b"
)


def is_somebody_elses(path: Path) -> bool:
    """Whether an office file or a PDF stands there that relcase did not make.

    What is in no such format, or cannot be read at all, is not: writing says why.
    """
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            start = file.read(_START)
        if start.startswith(_PDF):
            return not _OURS.search(path.read_bytes())
        if start.startswith(_OFFICE):
            return not _OURS.search(_properties(path))
    except OSError:
        return False
    return start.startswith(_OLD_OFFICE)


def _properties(path: Path) -> bytes:
    """The properties of an office file; nothing of a damaged one, which is not ours."""
    try:
        with ZipFile(path) as archive:
            found = [
                archive.read(one)
                for one in archive.infolist()
                if one.filename in _PROPERTIES and one.file_size <= _LARGEST
            ]
    except (BadZipFile, ZlibError, ValueError, RuntimeError, EOFError):
        return b""
    return b"".join(found)
