"""What reports are checked by, kept from one check to the next.

One file for each set of stores, replaced whole. It is used only if it was made of the
same records by the same code, and if it is as it was written: its first line says both.
Anything else is no file of ours, and what was in it is made again.
"""

import json
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from relcase.errors import Unwritable
from relcase.store.file_state import FORMAT, fingerprint, states
from relcase.store.locate import StoreFiles
from relcase.store.textfile import write_whole

LARGEST = 64 * 1024 * 1024
"""Bytes above which nothing is kept: the cache is to stay small."""


def made_of(records: Iterable[str], code: Iterable[str]) -> str:
    """A name for what is made of some records by some modules, given by their files."""
    digest = sha256(FORMAT.encode())
    for path in code:
        digest.update(f"\n{path} {_state(path)}".encode("utf-8", "surrogatepass"))
    for text in records:
        digest.update(b"\n")
        digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def get(folder: Path, stores: Sequence[StoreFiles], name: str) -> Any:
    """What was kept of these stores under this name; ``None`` without it."""
    with suppress(OSError, ValueError, RecursionError):
        first, _, rest = _path(folder, stores).read_bytes().partition(b"\n")
        if first == _first_line(name, rest):
            return json.loads(rest)
    return None


def put(folder: Path, stores: Sequence[StoreFiles], name: str, kept: Any) -> None:
    """Keeps plain data. A folder that cannot be written is no reason to fail."""
    rest = json.dumps(kept, separators=(",", ":")).encode()
    if len(rest) > LARGEST:
        return
    with suppress(OSError, Unwritable):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(_path(folder, stores), b"\n".join((_first_line(name, rest), rest)))


def _first_line(name: str, rest: bytes) -> bytes:
    return f"{name} {sha256(rest).hexdigest()}".encode()


def _path(folder: Path, stores: Sequence[StoreFiles]) -> Path:
    return folder / f"knowledge-{fingerprint(list(states(stores))):08x}.json"


def _state(path: str) -> list[int]:
    """Time and size of a file; a file that is not there has none."""
    try:
        found = os.stat(path)
    except OSError:
        return []
    return [found.st_mtime_ns, found.st_size]
