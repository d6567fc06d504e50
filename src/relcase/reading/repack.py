"""An office file with a few parts exchanged; every other member keeps its bytes."""

import struct
import zlib
from collections.abc import Mapping

from relcase.errors import Unreadable

_END, _ENTRY, _LOCAL = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_ENTRY_SIZE, _LOCAL_SIZE, _END_SIZE = 46, 30, 22
_DEFLATED = 8
_SIZES_AFTER = 1 << 3
"""The flag that says that sizes come after the content."""


def repack(data: bytes, path: str, new: Mapping[str, bytes]) -> bytes:
    """The archive with these parts as given, in their old places.

    Raises ``Unreadable`` when the archive is of a kind that cannot be taken apart.
    """
    try:
        return _repacked(data, new)
    except (struct.error, ValueError, IndexError):
        why = "its archive is of an unusual kind; open it in its program and save it again"
        raise Unreadable(path, why) from None


def _repacked(data: bytes, new: Mapping[str, bytes]) -> bytes:
    end = data.rindex(_END)
    count, size, offset = struct.unpack_from("<HII", data, end + 10)
    if offset + size > end or 0xFFFFFFFF in (size, offset) or count == 0xFFFF:
        raise ValueError("a directory elsewhere")
    entries = _entries(data, offset, count)
    starts = sorted(struct.unpack_from("<I", one, 42)[0] for one in entries)
    if len(set(starts)) != len(starts):
        raise ValueError("members that overlap")
    after = dict(zip(starts, [*starts[1:], offset], strict=True))
    moved: dict[int, tuple[int, bytes]] = {}
    parts, at = [data[: starts[0]]] if starts else [], starts[0] if starts else 0
    by_start = {struct.unpack_from("<I", one, 42)[0]: one for one in entries}
    for start in starts:
        entry = by_start[start]
        content = new.get(_name(entry))
        member = data[start : after[start]]
        if content is not None:
            member, entry = _member(data, start, entry, content)
        moved[start] = at, entry
        parts.append(member)
        at += len(member)
    directory = b"".join(
        _at(moved[struct.unpack_from("<I", one, 42)[0]]) for one in entries
    )
    ending = bytearray(data[end:])
    struct.pack_into("<II", ending, 12, len(directory), at)
    return b"".join((*parts, directory, bytes(ending)))


def _entries(data: bytes, offset: int, count: int) -> list[bytes]:
    """The records of the directory, one a member."""
    found = []
    for _ in range(count):
        if data[offset : offset + 4] != _ENTRY:
            raise ValueError("no record")
        lengths = struct.unpack_from("<HHH", data, offset + 28)
        after = offset + _ENTRY_SIZE + sum(lengths)
        found.append(data[offset:after])
        offset = after
    return found


def _name(entry: bytes) -> str:
    (length,) = struct.unpack_from("<H", entry, 28)
    return entry[_ENTRY_SIZE : _ENTRY_SIZE + length].decode("utf-8", "replace")


def _member(
    data: bytes, start: int, entry: bytes, content: bytes
) -> tuple[bytes, bytes]:
    """A member with another content, and its record in the directory."""
    if data[start : start + 4] != _LOCAL:
        raise ValueError("no member")
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = squeezer.compress(content) + squeezer.flush()
    sizes = zlib.crc32(content), len(packed), len(content)
    lengths = struct.unpack_from("<HH", data, start + 26)
    header = bytearray(data[start : start + _LOCAL_SIZE + sum(lengths)])
    record = bytearray(entry)
    for part, at in ((header, 6), (record, 8)):
        (flags,) = struct.unpack_from("<H", part, at)
        struct.pack_into("<HH", part, at, flags & ~_SIZES_AFTER, _DEFLATED)
        struct.pack_into("<III", part, at + 8, *sizes)
    return bytes(header) + packed, bytes(record)


def _at(moved: tuple[int, bytes]) -> bytes:
    """A record of the directory, of a member that begins elsewhere now."""
    start, entry = moved
    record = bytearray(entry)
    struct.pack_into("<I", record, 42, start)
    return bytes(record)
