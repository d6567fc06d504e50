"""The entries that the words of a sentence lead to, found for all entries at once."""

import re
from collections.abc import Iterable
from math import ceil
from typing import NamedTuple

from relcase.domain.report.knowledge import Known
from relcase.domain.wording.numerals import numerals

_MAY_COUNT = re.compile(
    r"\d[\d,]|\d(?:\.\d+)?[ -]?[kmbht]|teen|ty|hundred|thousand|illion", re.IGNORECASE
)
"""What may be a count of studies or people, which is never a small number."""


class Met(NamedTuple):
    """The entries that words of a sentence lead to, a bit for each."""

    heavy: int
    """Those that share so many words with it that they can weigh anything."""
    rare: int
    """Those that share at least two rare words with it."""
    strangers: int
    """How many of its words no entry has."""


def met(told: frozenset[str], known: Known, least_weight: float) -> Met:
    """The entries that words lead to, where no less than some weight is of use."""
    masks, shared = known.masks, known.shared
    once = twice = thrice = rare_once = rare_twice = strangers = 0
    for one in told:
        held = masks[one]
        if not held:
            strangers += 1
            continue
        thrice |= twice & held
        twice |= once & held
        once |= held
        if held.bit_count() <= shared:
            rare_twice |= rare_once & held
            rare_once |= held
    # No word weighs more than one that a single entry has.
    least = ceil(least_weight / known.strange) if known.strange else 1
    heavy = (thrice, twice, once)[max(0, 3 - least)]
    return Met(heavy, rare_twice, strangers)


def reached(met: Met, text: str, known: Known) -> Iterable[int]:
    """The entries that share at least two rare words, or a count, with a sentence.

    Those alone that share enough with it to weigh anything.
    """
    found = met.rare & met.heavy
    if met.heavy & ~met.rare and _MAY_COUNT.search(text):
        for count in counts(text):
            for number in known.by_count.get(count, ()):
                found |= met.heavy & (1 << number)
    return _bits(found)


def counts(text: str) -> set[float]:
    """The numbers of a sentence that count something."""
    return {one.value for one in numerals(text) if one.kind == "number"}


def _bits(mask: int) -> list[int]:
    """The numbers of the bits that are set."""
    found = []
    while mask:
        lowest = mask & -mask
        found.append(lowest.bit_length() - 1)
        mask ^= lowest
    return found
