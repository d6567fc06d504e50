"""Sentences made plain, to see whether two of them are the same, or have words in common."""

import re
from collections.abc import Sequence

from relcase.domain.report.splitting import folded, words
from relcase.domain.wording.numerals import Numeral

HEAD = 8
"""How many letters tell at a glance that a sentence cannot be one of ours."""
_SHINGLE = 3
"""How many words in a row are looked for when a sentence is compared with another."""


def skeleton(text: str, found: Sequence[Numeral]) -> str:
    """A sentence without its numbers and its punctuation, to see if two are the same."""
    parts, at = [], 0
    for one in found:
        parts.append(text[at : one.start])
        at = one.end
    parts.append(text[at:])
    return " # ".join(" ".join(words(part)) for part in parts).strip()


def shingles(text: str) -> list[tuple[str, ...]]:
    """Every three words in a row, numbers left out."""
    found = words(text)
    return list(zip(*(found[at:] for at in range(_SHINGLE)), strict=False))


def meets(text: str, runs: frozenset[tuple[str, ...]]) -> bool:
    """Whether a text has any of some runs of words."""
    found = words(text)
    return not runs.isdisjoint(zip(found, found[1:], found[2:], strict=False))


def bare(text: str) -> str:
    """Letters and digits alone, to see if two sentences are the same."""
    return re.sub(r"[\W_]+", "", folded(text))
