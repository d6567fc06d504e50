"""What was once written at marked places, by checksum, for showing beside an edit."""

from contextlib import suppress
from pathlib import Path

from relcase.domain.marker import checksum
from relcase.errors import Unwritable
from relcase.store.textfile import write_whole


def keep(folder: Path, content: str) -> None:
    """Keeps a text. A folder that cannot be written is no reason to fail."""
    path = folder / "written" / f"{checksum(content)}.txt"
    with suppress(OSError, Unwritable):
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, content.encode())


def kept(folder: Path, known_by: str) -> str | None:
    """The text with a checksum, if it was written on this machine."""
    try:
        text = (folder / "written" / f"{known_by}.txt").read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None
    return text if checksum(text) == known_by else None
