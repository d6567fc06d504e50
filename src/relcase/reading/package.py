"""Office files as the zip archives they are, opened with limits, and their XML.

Such files come from strangers: how much a member may unpack to is limited, and XML that
declares entities is refused, which no office program writes.
"""

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import NamedTuple
from xml.etree import ElementTree

from relcase.errors import Unreadable

MEMBERS = 20_000
"""Members above which an archive is refused."""
PART = 64 * 1024 * 1024
"""Bytes above which one part is not unpacked."""
WHOLE = 256 * 1024 * 1024
"""Bytes that all parts together may unpack to."""
DEEPEST = 200
"""Levels of elements inside each other above which nothing more is read."""

_RELATIONS = (
    "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
)
_STRICT = tuple(
    (
        f"http://purl.oclc.org/ooxml/{name}".encode(),
        f"http://schemas.openxmlformats.org/{name[:-5]}/2006/main".encode(),
    )
    for name in ("wordprocessingml/main", "drawingml/main", "presentationml/main")
)
"""The names that the strict form of the formats has, and those of the usual one."""
DOCTYPES = tuple(
    "<!DOCTYPE".encode(name) for name in ("ascii", "utf-16-le", "utf-16-be")
)


class Relation(NamedTuple):
    """What a part refers to: a part of the archive, or an address outside it."""

    kind: str
    """The last word of its type, as ``footnotes`` or ``hyperlink``."""
    target: str
    outside: bool


class Package:
    """An office file, its parts by name."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path, self.unpacked = path, 0
        try:
            self.archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise self.damaged() from None
        infos = self.archive.infolist()
        if len(infos) > MEMBERS:
            raise self.too_large()
        self.names: Mapping[str, zipfile.ZipInfo] = {one.filename: one for one in infos}

    def damaged(self) -> Unreadable:
        """The file is cut short or damaged."""
        why = "it is damaged or cut short; open it in its program and save it again"
        return Unreadable(self.path, why)

    def too_large(self) -> Unreadable:
        """The file unpacks to more than a report has."""
        why = "it unpacks to more than a report has; save its text in a new file"
        return Unreadable(self.path, why)

    def part(self, name: str) -> bytes | None:
        """The bytes of a part; ``None`` when there is none of this name.

        Raises ``Unreadable`` when it is protected, damaged or too large.
        """
        info = self.names.get(name)
        if info is None:
            return None
        if info.flag_bits & 1:
            why = "it is protected by a password; save a copy without one"
            raise Unreadable(self.path, why)
        try:
            with self.archive.open(info) as member:
                content = member.read(PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
            raise self.damaged() from None
        except (NotImplementedError, RuntimeError):
            raise self.damaged() from None
        self.unpacked += len(content)
        if len(content) > PART or self.unpacked > WHOLE:
            raise self.too_large()
        return content

    def xml(self, name: str) -> ElementTree.Element | None:
        """The root element of a part; ``None`` when there is none of this name."""
        content = self.part(name)
        return None if content is None else parse(content, self.path)

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part refers to, by id."""
        folder = dirname(name)
        root = self.xml(
            join(folder, "_rels", name[len(folder) :].lstrip("/") + ".rels")
        )
        found = {}
        for one in root.iter(_RELATIONS) if root is not None else ():
            target = one.get("Target", "")
            outside = one.get("TargetMode") == "External"
            if not outside:
                target = normpath(join("/", folder, target)).lstrip("/")
            kind = one.get("Type", "").rpartition("/")[2]
            found[one.get("Id", "")] = Relation(kind, target, outside)
        return found


def parse(content: bytes, path: str) -> ElementTree.Element:
    """The root element of an XML text.

    Raises ``Unreadable`` when it is not well formed or declares entities.
    """
    if any(sign in content for sign in DOCTYPES):
        why = "its XML declares entities, which no office program does"
        raise Unreadable(path, why)
    damaged = "its XML is damaged; open it in its program and save it again"
    for strict, usual in _STRICT:
        content = content.replace(strict, usual)
    try:
        return ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError, LookupError):
        raise Unreadable(path, damaged) from None
