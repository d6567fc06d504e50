"""The citations of one passage, and the sources of ours that stand in and beside its parts."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from relcase.domain.report.citations.citing import Cited


class Source(NamedTuple):
    """A citation, and the sources of ours that it is of."""

    cited: Cited
    keys: tuple[str, ...] = ()
    surely: bool = True
    """Whether it can be told what it is of; else the sentence must tell as well."""


class _Reach(NamedTuple):
    """Between which places a source is cited."""

    first: int
    last: int


class Beside:
    """The citations and the notes of a passage, in order, found by where they stand.

    A question about a part costs no more in a passage with many citations than in one
    with few: there are as many answers as the stores have sources, at most.
    """

    def __init__(
        self, sources: Sequence[Source] = (), notes: Iterable[tuple[int, str]] = ()
    ) -> None:
        self.sources = sources
        self.starts = [one.cited.start for one in sources]
        self.notes = sorted(notes)
        """Where the marks of notes hang that give a source of ours, and its key."""
        self._cited = _reaches(
            (key, one.cited.start) for one in sources for key in one.keys
        )
        self._may_be = {key for one in sources if not one.surely for key in one.keys}
        self._noted = _reaches((key, at) for at, key in self.notes)

    @property
    def gives_ours(self) -> bool:
        """Whether any source of ours is cited or noted."""
        return bool(self._cited or self._noted)

    def within(self, start: int, end: int) -> Sequence[Source]:
        """The citations in a stretch, or right behind it."""
        return self.sources[
            bisect_left(self.starts, start) : bisect_right(self.starts, end)
        ]

    def keys(self, start: int, end: int) -> frozenset[str]:
        """The sources of ours that are cited in a stretch."""
        found = {
            key for one in self.within(start, end) if one.surely for key in one.keys
        }
        if self.notes:
            found.update(key for at, key in self.notes if start <= at <= end + 1)
        return frozenset(found)

    def outside(self, start: int, end: int) -> Collection[str]:
        """The sources of ours that are cited before a stretch, or behind it."""
        found = [
            key
            for key, one in self._cited.items()
            if one.first <= start or one.last >= end or key in self._may_be
        ]
        found += [
            key
            for key, one in self._noted.items()
            if one.first <= start + 1 or one.last >= end
        ]
        return found


def _reaches(places: Iterable[tuple[str, int]]) -> dict[str, _Reach]:
    """For each source, where it is cited first and last."""
    found: dict[str, _Reach] = {}
    for key, at in places:
        known = found.get(key, _Reach(at, at))
        found[key] = _Reach(min(known.first, at), max(known.last, at))
    return found


NOTHING_CITED = Beside()
"""Of every passage without citations and notes."""
