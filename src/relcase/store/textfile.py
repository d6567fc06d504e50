"""Files in and files out: whole, with limits, and never half written."""

import os
import stat
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from relcase.errors import Unreadable, Unwritable

LIMIT = 64 * 1024 * 1024
"""Bytes above which a file is refused, unless a person raises it."""
STORE_ADVICE = (
    "; split it into several files in a folder evidence/, "
    "or raise the limit with --max-file-size"
)
_MEGA = 1024 * 1024
_LONGEST_NAME = 50
"""Letters that the name of a new file takes from that of the old one."""


def read_bytes(
    path: Path, limit: int | None = None, advice: str = STORE_ADVICE
) -> bytes:
    """The bytes of a file.

    Raises ``Unreadable`` when it is missing, a folder, not permitted, or larger than
    ``limit`` bytes; ``advice`` says what to do then. What is no file but can be read,
    such as a pipe, is read to ``limit`` or ``LIMIT``, because it may never end. The path
    ``-`` is standard input.
    """
    if str(path) == "-":
        most = limit or LIMIT
        piped: bytes = sys.stdin.buffer.read(most + 1)
        return _within(piped, path, most)
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise Unreadable(path, "it is a folder, not a file")
        if not stat.S_ISREG(found.st_mode):
            return _read_to(path, limit or LIMIT)
        if limit is not None and found.st_size > limit:
            sizes = f"{found.st_size / _MEGA:.0f} MB and the limit is {limit / _MEGA:.0f} MB"
            raise Unreadable(path, f"it has {sizes}{advice}")
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(path, reason(error)) from None


def _read_to(path: Path, limit: int) -> bytes:
    """All of what has no size beforehand, unless it goes on beyond the limit."""
    with path.open("rb") as file:
        return _within(file.read(limit + 1), path, limit)


def _within(content: bytes, path: Path, limit: int) -> bytes:
    if len(content) > limit:
        raise Unreadable(path, f"it goes on beyond the limit of {limit / _MEGA:.0f} MB")
    return content


def write_whole(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Replaces or makes a file in one step, so that nobody ever sees half of it.

    ``content`` may come in pieces, each made when it is written. The new file keeps the
    permissions of the old one; a symbolic link stays a link. What is no file but can be
    written, such as /dev/stdout or a pipe, is written to. Raises ``Unwritable`` when the
    file or its folder may not be changed.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name[:_LONGEST_NAME]}.{os.getpid()}.new")
    try:
        mode = path.stat().st_mode if path.exists() else None
        if mode is not None and not stat.S_ISREG(mode):
            _write(path, content)
            return
        if mode is not None:
            target.open("r+b").close()  # what may not be written is not replaced either
        try:
            _write(beside, content)
            if mode is not None:
                beside.chmod(mode)
            os.replace(beside, target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise Unwritable(path, reason(error)) from None


def _write(path: Path, content: bytes | Iterable[bytes]) -> None:
    with path.open("wb") as file:
        file.writelines((content,) if isinstance(content, bytes) else content)


def write_together(files: Mapping[Path, bytes]) -> None:
    """Writes several files that belong together: all of them or none.

    When one cannot be written, those before it are put back as they were.
    """
    before: dict[Path, bytes | None] = {}
    try:
        for path, content in files.items():
            old = path.read_bytes() if path.is_file() else None
            write_whole(path, content)
            before[path] = old
    except Unwritable:
        for path, was in before.items():
            if was is None:
                path.unlink(missing_ok=True)
            else:
                write_whole(path, was)
        raise


def reason(error: OSError) -> str:
    """Why the operating system refused, in words a person knows."""
    known = {
        FileNotFoundError: "there is no such file or folder",
        IsADirectoryError: "it is a folder, not a file",
        NotADirectoryError: "part of its path is a file, not a folder",
        PermissionError: "permission is refused",
    }
    for kind, words in known.items():
        if isinstance(error, kind):
            return words
    return (error.strerror or str(error)).lower()


def keep_newest(folder: Path, pattern: str, most: int) -> None:
    """Removes the oldest of the files in a folder that match, until ``most`` are left."""
    files = sorted(folder.glob(pattern), key=lambda path: path.stat().st_mtime)
    for path in files[:-most]:
        path.unlink(missing_ok=True)
