"""What a case is about, in the words of whoever asks, and how much of it an entry is about.

Words are compared by their stems. A word that few of the entries have tells more than
one that many have, and what was done tells more than whom it was done for.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from relcase.domain.evidence import Entry, Statistic
from relcase.domain.fit import of_another_age

STRONG = 0.4
"""The share from which an entry is about the very thing that is asked for."""
RELATED = 0.25
"""The share from which an entry has to do with it."""

_HEAVIEST = 2
"""How many of the words that tell most are the whole of what is asked; others are detail."""
_BESIDE = 0.5
"""What a word counts that names only the people or what was measured."""
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
"""Letters that a stem has at least, so that `peer` stays itself."""
_ENDINGS = (
    *("liness", "iness", "ness", "ings", "ing", "ions", "ion", "ers", "er"),
    *("ement", "ment", "ive", "ed", "es", "ly", "s", "e"),
)
_WHOLE = {"children": "child", "family": "family", "gps": "gp", "women": "woman"}
"""Words whose stem no ending shows."""
_SAME = (
    {"choir", "sing", "singer"},
    {"older", "elder", "elderly", "pension"},
    {"gp", "doctor"},
    {"carer", "caregiv"},
    {"midwif", "midwiv", "midwifery"},
    {"prescrib", "linkwork"},
)
"""Stems of different words for the same thing."""
_PHRASES = (
    (re.compile(r"\blink[\s-]+workers?\b", re.I), "linkworkers"),
    (re.compile(r"\bfamily[\s-]+group[\s-]+conferenc(?:es?|ing)\b", re.I), "famconf"),
    (re.compile(r"\b(?:care|nursing)[\s-]+homes?\b", re.I), "carehomes"),
    (re.compile(r"\bgeneral[\s-]+pract(?:ice|itioners?)\b", re.I), "GP"),
)
"""Words that mean something only together, each with one word for them."""
_AGES = {"older", "elder", "young", "youth", "child", "adult", "woman", "men"}
"""Stems of words that say only of what age or sex the people are; they count half."""
_SHOWN = {
    "linkworkers": "link workers",
    "famconf": "family group conferences",
    "carehomes": "care homes",
}
"""What stands for a phrase, as it is told."""
_EMPTY = frozenset(
    _WORD.findall(
        """
        a about across after against all also an and any are area areas as at back be
        because been being between borough both bring build building but by can care
        case cases change city commission commissioned commissioning communities
        community continue could council county cover create decide deliver develop do
        down each employ establish ever every expand extend extra first for found from
        fund funded funding funds get give given go grant has have health help helping
        her here him his how if improve in increase into introduce invest investing
        investment is it its job just keep keeping key launch leave leaving less let
        life like local long made maintain make making money month months more most my
        need needs network new next no not now of on one open or other our out over
        part patient patients pay paying people per person pilot place plan please
        post posts programme programmes project projects protect provide provided put
        renew right risk roll run running same save scheme schemes see service
        services set should so some start stay still stop support system take takes
        team teams than that the their them then there these they this those three
        through to town train trial try two under until up us use want was way we were
        what when where which who whole will with within work worker workers working
        would year years you your
        """
    )
)
"""Words that say nothing of what a case is about."""


class Topic(NamedTuple):
    """The words of a case: by stem, as typed, and how much each tells that tells something."""

    typed: Mapping[str, str]
    weights: Mapping[str, float]

    @property
    def whole(self) -> float:
        """What an entry would weigh that is about all of it."""
        return sum(sorted(self.weights.values(), reverse=True)[:_HEAVIEST])


class Touch(NamedTuple):
    """How much of a topic an entry is about, from 0 to 1, and by which words."""

    share: float
    words: tuple[str, ...]
    """As they were typed, those first that tell most."""
    stems: frozenset[str] = frozenset()


NOTHING = Touch(0.0, ())


def told(words: Iterable[str], place: str | None = None) -> dict[str, str]:
    """By stem, the words that may tell something, in their order; no names of the place."""
    found: dict[str, str] = {}
    not_told = {_stem(one) for one in _WORD.findall((place or "").casefold())}
    for one in _split(" ".join(words).replace("-", " ")):
        stem = _stem(one)
        if one.casefold() not in _EMPTY and stem not in not_told and len(one) > 1:
            found.setdefault(stem, _SHOWN.get(one, one))
    return found


def topic(typed: Mapping[str, str], entries: Sequence[Entry]) -> Topic:
    """The topic of these words among these entries; a word that none has tells nothing."""
    held = [frozenset().union(*_parts(one)) for one in entries]
    weights: dict[str, float] = {}
    for stem in typed:
        count = sum(bool(_alike(stem) & one) for one in held)
        if count:
            telling = math.log((len(held) + 1) / count)
            weights[stem] = telling * (_BESIDE if stem in _AGES else 1)
    return Topic(typed, weights)


def touch(asked: Topic, entry: Entry) -> Touch:
    """How much of the topic an entry is about; nothing, where it is of another age."""
    thing, beside = _parts(entry)
    found = {
        stem: weight * (1 if _alike(stem) & thing else _BESIDE)
        for stem, weight in asked.weights.items()
        if _alike(stem) & (thing | beside)
    }
    if not found or _of_another_age(asked, entry):
        return NOTHING
    words = sorted(found, key=lambda stem: -asked.weights[stem])
    share = min(1.0, sum(found.values()) / asked.whole)
    typed = tuple(asked.typed[stem] for stem in words)
    return Touch(share, typed, frozenset(found))


def _of_another_age(asked: Topic, entry: Entry) -> bool:
    if not isinstance(entry, Statistic):
        return False
    return any(of_another_age(one, entry.population) for one in asked.typed.values())


def _parts(entry: Entry) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of what an entry is about, and of whom it was found in and what was measured;
    for another kind than a statistic, of its headline and of what it says.

    The people and the outcome stand in the headline too, which makes them no more.
    """
    headline = _stems(entry.headline)
    if not isinstance(entry, Statistic):
        return headline, _stems(getattr(entry, "text", None) or "")
    beside = _stems(f"{entry.population} {entry.outcome}")
    return (headline - beside) | _stems(entry.exposure or ""), beside


def _split(words: str) -> list[str]:
    for phrase, one in _PHRASES:
        words = phrase.sub(one, words)
    return _WORD.findall(words)


def _stems(words: str) -> frozenset[str]:
    return frozenset(_stem(one) for one in _split(words.replace("-", " ")))


def _alike(stem: str) -> frozenset[str]:
    """The stem and those of other words for the same."""
    return frozenset({stem}.union(*(group for group in _SAME if stem in group)))


def _stem(word: str) -> str:
    """What the forms of a word share: ``lonely`` and ``loneliness`` give ``lone``."""
    low = word.casefold()
    if low in _WHOLE:
        return _WHOLE[low]
    if low.endswith("ies") and len(low) > _SHORTEST + 1:
        return f"{low[:-3]}y"
    for ending in _ENDINGS:
        kept = low.removesuffix(ending)
        if (
            kept != low
            and len(kept) >= _SHORTEST
            and (ending.endswith("ness") or low[-2:] != "ss")
        ):
            return kept
    return low
