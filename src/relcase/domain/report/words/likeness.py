"""Sentences made plain, to see whether two of them are the same, or have words in common."""

import re
from collections.abc import Iterator, Sequence

from relcase.domain.report.words.splitting import folded, words
from relcase.domain.wording.numerals import Numeral

HEAD = 8
"""How many letters tell at a glance that a sentence cannot be one of ours."""
_BAD = frozenset(
    [
        "deadly",
        "harmful",
        "dangerous",
        "damaging",
        "lethal",
        "unhealthy",
        "toxic",
        "risky",
        "fatal",
    ]
)
"""What a popular version is retold with: "as deadly as smoking"."""
FEWEST = 4
"""How many runs of three words make a sentence like another that has no fewer."""


def skeleton(text: str, found: Sequence[Numeral]) -> str:
    """A sentence without its numbers and its punctuation, to see if two are the same."""
    parts, at = [], 0
    for one in found:
        parts.append(text[at : one.start])
        at = one.end
    parts.append(text[at:])
    return " # ".join(" ".join(words(part)) for part in parts).strip()


def shingles(text: str) -> list[tuple[str, ...]]:
    """Every three words in a row, numbers left out; words for "bad" are one word."""
    return list(runs(["bad" if one in _BAD else one for one in words(text)]))


def runs(told: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every three of some words in a row."""
    return zip(told, told[1:], told[2:], strict=False)


def meets(told: Sequence[str], wanted: frozenset[tuple[str, ...]]) -> bool:
    """Whether a text, which has these words, has any of some runs of them."""
    return not wanted.isdisjoint(runs(told))


def bare(text: str) -> str:
    """Letters and digits alone, to see if two sentences are the same."""
    return re.sub(r"[\W_]+", "", folded(text))
