"""A word of a closed list: a format, a stance, an order."""

from collections.abc import Sequence
from typing import TypeVar

from relcase.errors import BadValue, UnknownName
from relcase.store.filters import nearest

Word = TypeVar("Word", bound=str)


def choose(kind: str, typed: str, known: Sequence[Word]) -> Word:
    """The word that was typed, with hyphens, spaces or underscores.

    Raises ``UnknownName`` with the nearest words, ``BadValue`` with all of them when
    none is near.
    """
    spoken = {one.replace("_", "-"): one for one in known}
    name = "-".join(typed.casefold().replace("_", " ").replace("-", " ").split())
    if name in spoken:
        return spoken[name]
    if near := nearest(name, list(spoken)):
        raise UnknownName(kind, typed, near)
    raise BadValue(f"The {kind}", typed, f"it is one of {', '.join(spoken)}")
