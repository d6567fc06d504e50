"""What is known of a case before its entries are chosen, and what a choice is."""

from typing import NamedTuple

from relcase.domain.audience import NEEDS
from relcase.domain.plan import Audience
from relcase.domain.vocabulary import Length


class Wishes(NamedTuple):
    """What is known of a case before its entries are chosen."""

    ask: str
    audience: Audience
    sectors: tuple[str, ...]
    """Any of these; empty means all."""
    cares: tuple[str, ...]
    """Outcome tags, as the person named them; empty means those of the audience."""
    length: Length
    words: tuple[str, ...] = ()
    """Words typed besides the ask that say what it is about, as the alias of a sector."""


class Choice(NamedTuple):
    """An entry that was chosen, and why, as a phrase."""

    id: str
    headline: str
    reason: str


def concerns(wishes: Wishes) -> tuple[str, ...]:
    """The outcomes that the audience answers for: as named, else its usual ones."""
    return wishes.cares or NEEDS[wishes.audience].cares
