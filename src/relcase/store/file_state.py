"""The files of the stores as they are on disk: what an index is kept fresh by."""

import os
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from relcase import __version__
from relcase.store.locate import StoreFiles

FORMAT = f"15 {__version__}"
"""Changes whenever an index made by other code would be read wrongly."""


class FileState(NamedTuple):
    """One file of the stores as it is on disk now; size -1 when it is not there."""

    rank: int
    store: str
    path: Path
    kind: str
    mtime: int
    size: int


def states(stores: Sequence[StoreFiles]) -> Iterator[FileState]:
    """The files of the stores, in the order they are laid over each other."""
    for rank, store in enumerate(stores):
        for kind, paths in (("bib", (store.bibliography,)), ("yaml", store.evidence)):
            for path in paths:
                try:
                    found = os.stat(path)
                    yield FileState(
                        rank, store.name, path, kind, found.st_mtime_ns, found.st_size
                    )
                except OSError:
                    yield FileState(rank, store.name, path, kind, 0, -1)


def fingerprint(files: Sequence[FileState]) -> int:
    """A number for the set of files, whatever they hold."""
    names = "\n".join(f"{file.store}\t{os.path.abspath(file.path)}" for file in files)
    return zlib.crc32(names.encode("utf-8", "surrogatepass"))


def content_hash(path: Path) -> str:
    """SHA-256 of a file's bytes; empty for a file that is not there."""
    from hashlib import sha256

    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
