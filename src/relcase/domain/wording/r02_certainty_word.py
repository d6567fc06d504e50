"""R02 other certainty: a sentence gives a certainty that is not the computed one.

"Strong evidence" and "high certainty" are words with a meaning here: the certainty is
computed from the record, and a sentence that names another one contradicts the word
printed beside it.

Bad:
    entry: social-relationships-survival
    certainty: moderate
    sentence: With high certainty, people with stronger relationships had higher odds.
Good:
    entry: social-relationships-survival
    certainty: moderate
    sentence: With moderate certainty, people with stronger relationships had higher odds.
"""

import re
from collections.abc import Iterator

from relcase.domain.problem import Rule
from relcase.domain.vocabulary import Certainty, spoken
from relcase.domain.wording.phrases import ending, kinds
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.wrong import Wrong

RULE = Rule("R02", "other certainty", "error")

_WORD = kinds(
    word="(very) low certainty/confidence, moderate/high certainty/confidence",
    strong="strong/robust/compelling/rigorous/high-quality/solid evidence",
    weak="weak/thin/poor/low-quality evidence",
)
_STRONG: frozenset[Certainty] = frozenset({"high"})
_WEAK: frozenset[Certainty] = frozenset({"low", "very_low"})
_NOT = ending("no/not/nor/without/moderately/little (_), moderate or (_)")


def check(reading: Reading) -> Iterator[Wrong]:
    """The first certainty that the sentence gives and the record has not."""
    if reading.certainty is None:
        return
    for match in _WORD.finditer(reading.lower):
        if _NOT.search(reading.lower[: match.start()]):
            continue
        if reading.certainty not in _meant(match):
            known = spoken(reading.certainty)
            words = reading.words(match)
            message = f"“{words}” is said, but the certainty computed is {known}."
            start, end = match.span()
            yield Wrong("R02", "error", start, end, message, f"{known} certainty")
            return


def _meant(match: re.Match[str]) -> frozenset[str]:
    if match.lastgroup == "word":
        return frozenset({"_".join(match[0].split()[:-1])})
    return _STRONG if match.lastgroup == "strong" else _WEAK
