"""The entries that the words of a sentence lead to, found for all entries at once."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Set
from math import ceil, log
from typing import NamedTuple

from relcase.domain.printed import value
from relcase.domain.report.knowledge.known import Known
from relcase.domain.report.knowledge.values import tells, tells_result
from relcase.domain.wording.numerals import Numeral, numerals

_MAY_COUNT = re.compile(
    r"\d[\d,]|\d(?:\.\d+)?[ -]?[kmbht]|teen|ty|hundred|thousand|illion", re.IGNORECASE
)
"""What may be a count of studies or people, which is never a small number."""
_RESULT_DIGITS = re.compile(
    r"[\d£$€](?:(?<=\D)|[.,/]\d|\d\d|\s?%|\s/|\s+(?:[Ii]n|of|out|per|for)\s"
    r"|\s?(?:[xXkKmM]|[bBmM][nN])\b)"
)
"""What is in every result that is written in digits, but for the words of its unit."""
_IN_WORDS = """
half halve halves halved halving third thirds quarter quarters fifth fifths sixth sixths
tenth tenths twice thrice double doubles doubled doubling treble trebles trebled trebling
triple triples tripled tripling quadruple quadruples quadrupled quadrupling
percent cent percentage times points pounds dollars euros
two three four five six seven eight nine ten eleven twelve
twos threes fours fives sixes sevens eights nines tens
twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
"""
_RESULT_WORDS = frozenset(_IN_WORDS.split())
_RESULT_ENDINGS = ("teen", "fold", "illion", "illions")
"""What a result in words has: a word of it or of its unit, or how one ends."""
FIGURED = 7.0
"""The least weight of the words that an entry shares with a sentence that has its figure."""
_RESULT = 2.0
"""The least weight of a figure that leads to the entries which have it."""


class Met(NamedTuple):
    """The entries that words of a sentence lead to, a bit for each."""

    heavy: int
    """Those that share so many words with it that they can weigh anything."""
    light: int
    """Those that share enough with it for their figure to tell."""
    rare: int
    """Those that share at least two rare words with it."""
    strangers: int
    """How many of its words no entry has."""


def met(told: Set[str], known: Known, least_weight: float) -> Met:
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
    by_words = (once, twice, thrice)
    heavy, light = (
        by_words[_words_of(weight, known) - 1] for weight in (least_weight, FIGURED)
    )
    return Met(heavy, light, rare_twice, strangers)


def _words_of(weight: float, known: Known) -> int:
    """How many words a weight takes at least, up to three.

    No word weighs more than one that a single entry has.
    """
    return min(3, ceil(weight / known.strange)) if known.strange else 1


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


def may_tell(text: str, told: Iterable[str]) -> bool:
    """Whether there may be a result in a text, which has these words.

    Soon told, where to read the numbers of a text takes time.
    """
    in_digits = _RESULT_DIGITS.search(text) is not None
    return in_digits or any(map(_TELLING.__getitem__, told))


def has_told(text: str, number: int, known: Known) -> bool:
    """Whether half of the numbers of a text that tell anything are of an entry.

    Of those without results; these are weighed.
    """
    found = [*filter(tells, numerals(text))]
    if any(map(tells_result, found)):
        return False
    held = sum(number in known.values.holding(one) for one in found)
    return 2 * held >= len(found)


def having_results(text: str, known: Known) -> set[int]:
    """The entries that have any result of a text."""
    results = filter(tells_result, numerals(text))
    return {number for one in results for number in known.values.holding(one)}


class _Telling(dict[str, bool]):
    """Whether a word may be of a result, of those met so far."""

    def __missing__(self, word: str) -> bool:
        parts = word.split("-")
        found = word.endswith(_RESULT_ENDINGS) or not _RESULT_WORDS.isdisjoint(parts)
        if len(self) < _KEPT:
            self[word] = found
        return found


_TELLING = _Telling()
_KEPT = 50_000
"""How many words are remembered."""


def figured(
    met: Met, text: str, said: Iterable[str], known: Known, hinted: Collection[int] = ()
) -> dict[int, float]:
    """The entries that have a figure of a sentence, with the weight of all that they have.

    A number weighs the more, the fewer entries have it. An entry that has less than half
    of what the sentence tells in results is not among them. Those that something else
    hints at need no words in common with it.
    """
    if not (met.light or hinted) or not may_tell(text, said):
        return {}
    weights: dict[int, float] = {}
    results: Counter[int] = Counter()
    asked = 0
    for one in filter(tells, numerals(text)):
        is_result = tells_result(one)
        asked += is_result
        holders = known.values.holding(one)
        weight = known.strange - log(len(holders) or 1)
        mine = [at for at in holders if met.light >> at & 1 or at in hinted]
        mine += [at for at in hinted if at not in holders and _has_end(known, at, one)]
        for number in mine:
            weights[number] = weights.get(number, 0.0) + weight
        if is_result and weight >= _RESULT:
            results.update(mine)
    return {one: weights[one] for one, count in results.items() if 2 * count >= asked}


def _has_end(known: Known, entry: int, numeral: Numeral) -> bool:
    """Whether a number is an end of an interval of an entry."""
    statistic = known.subjects[entry].statistic
    if statistic is None or "." not in numeral.text:
        return False
    ends = (end for one in statistic.figures for end in (one.low, one.high))
    return any(
        abs(end) == abs(numeral.value) for end in map(value, ends) if end is not None
    )


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
