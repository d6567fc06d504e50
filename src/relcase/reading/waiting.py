"""Places of an office file that wait to be filled: {{relcase:ID}}."""

import re

from relcase.domain.marker import NO_COLON, Misspelt
from relcase.reading.package import Package, Relation

WAITING = re.compile(r"\{\{\s*relcase\b([^{}]*)\}\}", re.I)
_IN_WORDS = re.compile(rb"\{\{\s*relcase\b", re.I)
_OURS = re.compile(rb"relcase\b", re.I)
_NOT_SHOWN = frozenset(("comments", "glossaryDocument", "styles", "theme", "settings"))
"""Parts that no reader of the file is shown."""
_ANY_TAG = re.compile(rb"<[^<>]*>")


def words_in(waiting: re.Match[str]) -> str:
    """What a place that waits says after ``relcase:``. Raises ``Misspelt``."""
    words = waiting[1].lstrip()
    if not words.startswith(":"):
        raise Misspelt(NO_COLON)
    return words[1:]


def is_told(part: bytes) -> bool:
    """Whether a mark of ours stands in a part, be it in several pieces."""
    return any(_OURS.search(one) for one in (part, _ANY_TAG.sub(b"", part)))


def is_waiting(package: Package, other: Relation) -> bool:
    """Whether a place waits in another part, where nothing is written."""
    if other.outside or not other.target.endswith(".xml") or other.kind in _NOT_SHOWN:
        return False
    words = _ANY_TAG.sub(b"", package.part(other.target) or b"")
    return _IN_WORDS.search(words) is not None
