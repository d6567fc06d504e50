"""The forms of an English verb, from its plain form: reduce, reduces, reducing, reduced."""

from typing import NamedTuple


class Forms(NamedTuple):
    """What a verb becomes; ``past`` and ``participle`` are mostly the same word."""

    plain: str
    third: str
    ing: str
    past: str
    participle: str


_PASTS = {
    "bring": "brought",
    "build": "built",
    "cost": "cost",
    "cut": "cut",
    "drive": "drove driven",
    "fall": "fell fallen",
    "find": "found",
    "get": "got",
    "give": "gave given",
    "go": "went gone",
    "grow": "grew grown",
    "keep": "kept",
    "lead": "led",
    "make": "made",
    "mean": "meant",
    "pay": "paid",
    "prove": "proved proven",
    "rise": "rose risen",
    "see": "saw seen",
    "show": "showed shown",
    "shrink": "shrank shrunk",
    "speed": "sped",
    "take": "took taken",
    "tell": "told",
    "wear": "wore worn",
    "win": "won",
}
"""Past and participle of the irregular verbs; one word where they are the same."""
_DOUBLED = frozenset({"cut", "deter", "drop", "get", "rob", "stop", "win"})
"""Verbs that double their last letter before ``-ing`` and ``-ed``."""
_VOWELS = "aeiou"


def forms(verb: str) -> Forms:
    """All forms of a verb, by rule where ``_PASTS`` does not have it."""
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    to_y = verb.endswith("y") and verb[-2] not in _VOWELS
    if verb.endswith("e"):
        ing, past = f"{verb[:-1]}ing", f"{verb}d"
    else:
        ing, past = f"{stem}ing", f"{verb[:-1]}ied" if to_y else f"{stem}ed"
    if to_y:
        third = f"{verb[:-1]}ies"
    else:
        third = (
            f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "o")) else f"{verb}s"
        )
    irregular = _PASTS.get(verb, past).split()
    return Forms(verb, third, ing, irregular[0], irregular[-1])


_IRREGULAR = frozenset(word for words in _PASTS.values() for word in words.split())


def is_past(word: str) -> bool:
    """Whether a verb is in the past: ``reduced``, ``led``; ``cut`` may be."""
    return word.endswith("ed") or word in _IRREGULAR
