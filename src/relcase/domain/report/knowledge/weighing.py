"""Sets of entries, and the weights of words beside them, each in one large number.

What is looked up for every sentence of a report costs one step for all entries at once.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import ceil

_FINE = 4
"""Parts of a weight that are told apart."""
_KEPT = 50_000
"""How many stems are remembered; a report may have any number of others."""


class Masks(dict[str, int]):
    """Sets of entries as numbers, a bit for each entry; made when first asked for."""

    def __init__(self, held: Mapping[str, Sequence[int]]) -> None:
        super().__init__()
        self.held = held

    def __missing__(self, stem: str) -> int:
        made = sum(1 << one for one in self.held.get(stem, ()))
        if len(self) < _KEPT:
            self[stem] = made
        return made


class Lanes(dict[str, int]):
    """For each stem, its weight beside every entry that has it, in one number.

    An entry has sixteen bits of it. To add such numbers is to add up the weights of
    some stems for all entries at once.
    """

    def __init__(
        self,
        held: Mapping[str, Sequence[int]],
        weights: Mapping[str, float],
        entries: int,
        most: float,
    ) -> None:
        """``most`` is the weight that no stem has more of."""
        super().__init__()
        self.held, self.weights, self.most = held, weights, most
        self.entries = entries
        self._ones = sum(1 << (16 * one) for one in range(entries))
        self._high = self._ones << 15
        self._rooms: dict[int, int] = {}

    def __missing__(self, stem: str) -> int:
        made = self._made(stem) if stem in self.held else 0
        if len(self) < _KEPT:
            self[stem] = made
        return made

    def _made(self, stem: str) -> int:
        lanes = bytearray(2 * self.entries)
        weight = ceil(_FINE * self.weights[stem])
        for one in self.held[stem]:
            lanes[2 * one] = weight
        return int.from_bytes(lanes, "little")

    def weigh(self, stems: Collection[str]) -> int | None:
        """The weights of some stems for every entry; ``None`` of more than lanes can hold."""
        if len(stems) * _FINE * (self.most + 1) >= 0x4000:
            return None
        return sum(map(self.__getitem__, stems))

    def any_reaches(
        self, weighed: int | None, least: float, of: Iterable[int] | None = None
    ) -> bool:
        """Whether any entry, or one of these, can have so much of what was weighed."""
        if weighed is None:
            return True
        asked = self._high
        if of is not None:
            asked = sum(0x8000 << (16 * one) for one in of)
        return bool((weighed + self._room(int(_FINE * least))) & asked)

    def _room(self, least: int) -> int:
        """What every entry lacks of the highest bit of its lane, if it has so much."""
        made = self._rooms.get(least)
        if made is None:
            made = self._rooms[least] = self._ones * (0x8000 - least)
        return made
