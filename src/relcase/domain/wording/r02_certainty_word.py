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
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.wrong import Wrong

RULE = Rule("R02", "other certainty", "error")

_WORD = re.compile(
    r"\b(?:(?P<word>very\s+low|low|moderate|high)[- ](?:certainty|confidence)"
    r"|(?P<strong>strong|robust|compelling|rigorous|high-quality|solid)\s+evidence"
    r"|(?P<weak>weak|thin|poor|low-quality)\s+evidence)\b",
    re.IGNORECASE,
)
_STRONG: frozenset[Certainty] = frozenset({"high"})
_WEAK: frozenset[Certainty] = frozenset({"low", "very_low"})
_NOT = re.compile(
    r"\b(?:no|not|nor|without|moderate\s+or|moderately|little)\s+(?:\w+\s+)?$", re.I
)


def check(reading: Reading) -> Iterator[Wrong]:
    """The first certainty that the sentence gives and the record has not."""
    if reading.certainty is None:
        return
    for match in _WORD.finditer(reading.sentence):
        if _NOT.search(reading.sentence[: match.start()]):
            continue
        if reading.certainty not in _meant(match):
            known = spoken(reading.certainty)
            message = f"“{match[0]}” is said, but the certainty computed is {known}."
            start, end = match.span()
            yield Wrong("R02", "error", start, end, message, f"{known} certainty")
            return


def _meant(match: re.Match[str]) -> frozenset[str]:
    if match["word"]:
        return frozenset({"_".join(match["word"].lower().split())})
    return _STRONG if match["strong"] else _WEAK
