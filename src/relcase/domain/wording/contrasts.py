"""What tells the two groups of a figure apart: a denial, a degree, or words of their own.

``visited`` and ``never visited`` differ by a denial, ``more contact`` and ``less contact``
by a degree, ``a mentor`` and ``the waiting list`` by their words.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from relcase.domain.wording.phrases import plain


class Contrast(NamedTuple):
    """What to look for in a sentence; 1 is a figure's group, -1 the one it is compared with."""

    words: re.Pattern[str] | None
    """Words of one group alone: ``mine`` and ``theirs`` name whose they are."""
    denied: re.Pattern[str] | None
    """Words that one group is denied: "visits" where the other had none."""
    denied_side: int
    """The group that has not what ``denied`` names; 0 without a denial."""
    degree: re.Pattern[str] | None
    """A degree (``up`` or ``down``) of what both groups have more or less of."""
    up_side: int
    """The group that has more of it; 0 without a degree."""


_TOKEN = re.compile(r"[a-z]+|\d+")
_NEGATORS = frozenset({"no", "not", "never", "without", "none", "nobody", "neither"})
_UN = re.compile(r"un(?!it|der|iv|iq|io|if)([a-z]{3,}ed)$")
_SCOPE = 4
"""How many words a denial within the name of a group reaches."""
_IDLE = frozenset(
    {
        "a", "about", "after", "all", "also", "among", "an", "and", "any", "are", "as", "at",
        "be", "been", "being", "both", "by", "can", "centre", "centres", "did", "do",
        "during", "each", "every", "for", "from", "get", "given", "gave", "got", "group",
        "groups", "had", "has", "have", "having", "he", "her", "his", "if", "in", "into",
        "is", "it", "its", "just", "later", "left", "made", "many", "men", "much", "named",
        "of", "offered", "on", "one", "or", "other", "others", "out", "over", "participants",
        "patients", "people", "per", "person", "persons", "received", "same", "sent", "she",
        "so", "social", "socially", "some", "study", "such", "than", "that", "the", "their",
        "them", "they", "this", "those", "time", "times", "to", "two", "under", "until", "up",
        "very", "was", "were", "what", "when", "which", "while", "who", "whose", "women",
        "with", "within", "year", "years", "young", "adults", "adult", "children", "child",
        "old", "older", "level", "point", "points", "care",
    }
)  # fmt: skip
_HEAD_ENDS = frozenset(
    {
        "who", "with", "without", "in", "of", "given", "offered", "whose", "that", "from",
        "at", "on", "for", "to", "sent", "by", "after", "not", "never", "no", "receiving",
    }
)  # fmt: skip
_UP = frozenset(
    {
        "more", "higher", "high", "highest", "stronger", "strong", "strongest", "better",
        "good", "best", "greater", "larger", "fuller", "longer", "warmer", "most", "top",
        "frequent", "richer", "wider", "closer",
    }
)  # fmt: skip
_DOWN = frozenset(
    {
        "less", "fewer", "lower", "low", "lowest", "weaker", "weak", "weakest", "poorer",
        "poor", "worse", "worst", "smaller", "thinner", "shorter", "cooler", "least",
        "bottom", "infrequent", "little",
    }
)  # fmt: skip
_CONTROL = frozenset(
    {
        "comparison", "control", "controls", "usual", "standard", "waiting", "ordinary",
    }
)  # fmt: skip
_USUAL = frozenset({"usual", "standard", "ordinary"})
_CONTROL_SAID = (
    r"(?:comparison|control)\s+(?:group|area|school|arm|patient|people|cohort|site|home)s?\b"
    r"|controls\b|usual\b|ordinary\b|standard\b(?!\s+dev)|waiting[ -]list|kept\s+waiting"
)
"""How sentences name the group that got nothing new."""
_STEM = 5
_NONE = frozenset[str]()


class _Name(NamedTuple):
    """The words of the name of a group that may tell it from another."""

    said: frozenset[str]
    denied: frozenset[str]
    degree: int
    of_control: bool
    as_usual: bool
    """Whether it got what everybody gets: "the usual breath test"."""
    other: frozenset[str]
    """What it is told to be another of: "other models of care"."""

    @property
    def nameless(self) -> bool:
        """Whether it has no words of its own: "other women"."""
        return not (self.said or self.denied or self.degree or self.of_control)


@lru_cache(maxsize=4096)
def contrast(group: str, reference: str, idle: str = "", shared: str = "") -> Contrast:
    """What tells two groups apart.

    ``idle`` are words that say nothing of either, ``shared`` those that say little.
    """
    mine, other = _name(group), _name(reference)
    known = [
        frozenset(map(_stem, _TOKEN.findall(plain(one)))) for one in (idle, shared)
    ]
    if bool(mine.denied) != bool(other.denied):
        return _by_denial(mine, other)
    if mine.nameless != other.nameless:
        return _by_lack(mine, other, known[0])
    if mine.degree != other.degree and (mine.degree or other.degree):
        return _by_degree(mine, other)
    return Contrast(_own(mine, other, *known), None, 0, None, 0)


def _name(text: str) -> _Name:
    tokens = _TOKEN.findall(plain(text))
    head = _head(tokens)
    said: list[str] = []
    denied: list[str] = []
    degree, reach = 0, 0
    for place, token in enumerate(tokens):
        un = _UN.match(token)
        if token in _NEGATORS:
            reach = _SCOPE
        elif un:
            denied.append(un[1])
        elif token in _UP or token in _DOWN:
            degree = degree or (1 if token in _UP else -1)
        elif place != head and token not in _IDLE and token not in _CONTROL:
            (denied if reach else said).append(token)
            reach = max(0, reach - 1)
    if not said and not denied and head is not None and tokens[head] not in _IDLE:
        said.append(tokens[head])
    return _Name(
        frozenset(map(_stem, said)),
        frozenset(map(_stem, denied)),
        degree,
        not _CONTROL.isdisjoint(tokens),
        not _USUAL.isdisjoint(tokens),
        frozenset(re.findall(r"\b(?:other \w+|with others)", " ".join(tokens))),
    )


def _head(tokens: list[str]) -> int | None:
    """Where the noun of a name stands, which says nothing of its group: "prisoners who"."""
    for place, token in enumerate(tokens):
        if token in _HEAD_ENDS or (place and token.endswith(("ed", "ing"))):
            before = place - 1
            return before if before >= 0 and tokens[before] not in _UP | _DOWN else None
    return len(tokens) - 1 if tokens else None


def _by_denial(mine: _Name, other: _Name) -> Contrast:
    side = 1 if mine.denied else -1
    having, without = (other, mine) if mine.denied else (mine, other)
    shared = having.said & without.denied
    key = shared or without.denied
    own = None if shared else _either_own(having.said - without.said - key, -side)
    return Contrast(own, _found(key, "(?:un)?"), side, None, 0)


def _by_lack(mine: _Name, other: _Name, idle: frozenset[str]) -> Contrast:
    """The others are those without what the named group has."""
    side = 1 if mine.nameless else -1
    having = other if mine.nameless else mine
    key = having.said - idle
    if not key:
        return Contrast(None, None, 0, None, 0)
    others = re.compile(rf"\bother\s+(?P<{'mine' if side > 0 else 'theirs'}>\w+)")
    return Contrast(others, _found(key), side, None, 0)


def _by_degree(mine: _Name, other: _Name) -> Contrast:
    up = mine.degree - other.degree
    of = (mine.said | other.said) or frozenset({"ones"})
    numbers = frozenset(one for one in mine.said ^ other.said if one.isdigit())
    words = None
    if numbers:
        words = _both(numbers & mine.said, numbers & other.said)
    shared = _alternatives(of - numbers) or "ones"
    degree = re.compile(
        rf"\b(?:(?P<up>{'|'.join(sorted(_UP))})|(?P<down>{'|'.join(sorted(_DOWN))}))\b"
        rf"(?:(?:\W+(?!(?:than|or|for|among|in|with|when|where)\b)\w+){{0,2}}?\W+(?:{shared}|ones\b)"
        rf"|(?<=(?:ith|ing|had) (?:more|less))(?=\s*(?:$|[.,;:()]|than\b|against\b|and\b)))"
    )
    return Contrast(words, None, 0, degree, 1 if up > 0 else -1)


def _own(
    mine: _Name, other: _Name, idle: frozenset[str], shared: frozenset[str]
) -> re.Pattern[str] | None:
    first, second = mine.said - other.said, other.said - mine.said
    if mine.as_usual != other.as_usual:
        first, second = (_NONE, second) if mine.as_usual else (first, _NONE)
    first, second = first - idle, second - idle
    first, second = (first - shared) or first, (second - shared) or second
    first, second = first | mine.other, second | other.other
    return _both(first, second, mine.of_control, other.of_control)


def _both(
    mine: frozenset[str],
    theirs: frozenset[str],
    my_control: bool = False,
    their_control: bool = False,
) -> re.Pattern[str] | None:
    parts = []
    for name, stems, control in (
        ("mine", mine, my_control and not their_control),
        ("theirs", theirs, their_control and not my_control),
    ):
        found = [
            one
            for one in (_alternatives(stems), _CONTROL_SAID if control else "")
            if one
        ]
        if found:
            parts.append(f"(?P<{name}>{'|'.join(found)})")
    return re.compile(rf"\b(?:{'|'.join(parts)})") if parts else None


def _either_own(stems: frozenset[str], side: int) -> re.Pattern[str] | None:
    return _both(stems, _NONE) if side > 0 else _both(_NONE, stems)


def _found(stems: Iterable[str], before: str = "") -> re.Pattern[str]:
    return re.compile(rf"\b{before}(?:{_alternatives(stems)})")


def _alternatives(stems: Iterable[str]) -> str:
    return "|".join(_literals(stems))


def _literals(stems: Iterable[str]) -> Iterator[str]:
    """Each beginning of a word; a short word or a number by itself alone."""
    for one in sorted(stems, key=len, reverse=True):
        if one.isdigit():
            yield rf"{one}(?![\d.,]*\d|\s?%|\s?per\s?cent|\s+(?:in|out of)\s|\s+times)\b"
        elif one == "went":
            yield r"(?:went|gone|goes?|going)\b(?!\s+with)"
        else:
            yield one if len(one) >= _STEM else rf"{one}(?:s|ed|ing)?\b"


def _stem(word: str) -> str:
    return word[:_STEM]
