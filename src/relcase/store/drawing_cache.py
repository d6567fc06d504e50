"""Drawings kept from earlier runs: starting the library that draws takes longer than all
else that is done for a deck.

One file a drawing, named by the hash of everything it depends on. It begins with a hash
of itself, so that one that was damaged is drawn anew.
"""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from relcase.errors import Unwritable
from relcase.store.textfile import keep_newest, write_whole

KEPT = 300
"""Drawings kept; the least lately used go when there are more."""
_HASH = sha256().digest_size


def get(folder: Path, depends_on: bytes) -> bytes | None:
    """The kept drawing, if there is one and it is whole."""
    path = _path(folder, depends_on)
    try:
        kept = path.read_bytes()
    except OSError:
        return None
    drawing = kept[_HASH:]
    if sha256(drawing).digest() != kept[:_HASH]:
        return None
    with suppress(OSError):
        os.utime(path)
    return drawing


def put(folder: Path, depends_on: bytes, drawing: bytes) -> None:
    """Keeps a drawing. A folder that cannot be written is no reason to fail."""
    path = _path(folder, depends_on)
    with suppress(OSError, Unwritable):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, sha256(drawing).digest() + drawing)
        keep_newest(path.parent, "*.drawing", KEPT)


def _path(folder: Path, depends_on: bytes) -> Path:
    return folder / "drawings" / f"{sha256(depends_on).hexdigest()}.drawing"
