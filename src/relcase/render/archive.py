"""Office files and slides as the archives that they are: members read and exchanged."""

import io
import zipfile
from collections.abc import Mapping


def members(content: bytes) -> list[zipfile.ZipInfo] | None:
    """What a file holds; ``None`` for what is no archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            return opened.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return None


def parts(archive: bytes, *names: str) -> dict[str, bytes]:
    """Some members by name."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in names}


def with_parts(archive: bytes, changed: Mapping[str, str | bytes]) -> bytes:
    """The file with members replaced, or added after the others; the rest keeps its bytes."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for item in old.infolist():
            new.writestr(item, changed.get(item.filename) or old.read(item))
        there = set(old.namelist())
        for name, content in changed.items():
            if name not in there:
                new.writestr(_member(name), content)
    return out.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    """A member without a time of its own, so that equal files have equal bytes."""
    made = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    made.compress_type = zipfile.ZIP_DEFLATED
    return made
