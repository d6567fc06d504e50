"""How near a statistic is to what was asked."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from relcase.domain.certainty.rating import LEVELS
from relcase.domain.fit import Fit
from relcase.domain.listed import Listed
from relcase.domain.persuade.wishes import Wishes
from relcase.domain.topic import NOTHING, RELATED, STRONG, Touch


class Seen(NamedTuple):
    """What is known of the statistics for this case in particular, by id."""

    fits: Mapping[str, Fit] = MappingProxyType({})
    touches: Mapping[str, Touch] = MappingProxyType({})
    """How much each is about what is asked."""
    hit: bool = False
    """Whether any of them is about the very thing that is asked for."""

    def touch(self, one: Listed) -> Touch:
        """How much one statistic is about what is asked."""
        return self.touches.get(one.id, NOTHING)


def near(one: Listed, seen: Seen, wishes: Wishes) -> int:
    """How near a statistic is to what was asked: 3 about the thing and the outcomes that
    somebody named, 2 about one of them, 1 has to do with it, 0 not at all.

    Where no sector was named and the store knows the thing itself, an outcome that is
    shared by every field brings nothing nearer.
    """
    share = seen.touch(one).share
    cared = bool(set(wishes.cares) & outcomes(one))
    cared = cared and bool(wishes.sectors or share or not seen.hit)
    if cared or share >= STRONG:
        return 2 + (cared and share >= RELATED)
    return int(share >= RELATED)


def belongs(
    one: Listed, seen: Seen, wishes: Wishes, narrow: Collection[str] = ()
) -> bool:
    """Whether a statistic of another sector may speak: if it is about the very thing that
    is asked for, or has to do with it and is about an outcome that somebody named.

    ``narrow`` are stems of which it must have one, where part of a sector was named.
    """
    touch = seen.touch(one)
    if touch.share and set(wishes.cares) & outcomes(one):
        return True
    return touch.share >= STRONG and (not narrow or not touch.stems.isdisjoint(narrow))


def level(one: Listed) -> int:
    """Its certainty as a number; less than any where it is not rated."""
    return LEVELS.index(one.certainty) if one.certainty in LEVELS else -1


def outcomes(one: Listed) -> set[str]:
    """The tags of what it measured."""
    return set(one.outcome_tags)


def in_words(words: Sequence[str]) -> str:
    """Words one after the other, as in a sentence."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
