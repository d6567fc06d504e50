"""What was asked of a store, and what answers it."""

from collections.abc import Mapping, Sequence, Set
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from relcase.domain.listed import Listed
from relcase.domain.query import Query

if TYPE_CHECKING:
    from relcase.domain.fit import Fit

NAMED = 5
"""Findings on the same kind of outcome that are named before it is "and others"."""
NOT_IN_LIST, NOT_IN_CASE = "Not in this list", "Not in this case"
"""How the sentence begins that names findings left out."""


class Otherwise(NamedTuple):
    """A source that found something else, and is left out of an answer."""

    source: str
    author_date: str
    recorded: bool
    """Whether the records name it as contrary; if not, it is on the same kind of outcome."""
    bears_on: Set[str]
    """Ids of the entries of the answer that it concerns."""
    entry: Listed | None = None
    """The statistic of the stores that says so, if they hold one."""
    about: str = ""
    """What it studied, in a few words, where that is not plain from the answer."""


class Answer(NamedTuple):
    """Entries in the order asked for, and what a fair reader should know beside them."""

    query: Query
    entries: Sequence[Listed]
    otherwise: Sequence[Otherwise] = ()
    """What was found otherwise and is left out: all that is recorded as contrary, then
    ``NAMED`` at most on the same kind of outcome, and one more when there are more."""
    fits: "Mapping[str, Fit]" = MappingProxyType({})
    """By id, how near each statistic is to the case that was described."""

    @property
    def by_id(self) -> dict[str, Listed]:
        """The entries by their ids."""
        return {one.id: one for one in self.entries}

    @property
    def cites(self) -> tuple[str, ...]:
        """The key of every source that is cited, each once, in order of first use."""
        own = (one.source for one in self.entries)
        others = (one.source for one in named(self.otherwise))
        return tuple(dict.fromkeys(chain(own, others)))


def named(otherwise: Sequence[Otherwise]) -> list[Otherwise]:
    """Those that are named: all that is recorded as contrary, and the first others."""
    others = [one for one in otherwise if not one.recorded]
    return [one for one in otherwise if one.recorded] + others[:NAMED]
