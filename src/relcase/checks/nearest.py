"""The word a person most likely meant, for the hints of the rules."""

import difflib
from collections.abc import Collection

_MANY = 500
_SAME_START = 2


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known word most like ``word``, if any is.

    Among very many words only those with the same beginning are compared.
    """
    if len(known) > _MANY:
        start = word[:_SAME_START]
        known = [one for one in known if one.startswith(start)]
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return close[0] if close else None


def did_you_mean(word: str, known: Collection[str], otherwise: str) -> str:
    """A hint with the nearest known word, or else the other hint."""
    close = nearest(word, known)
    return f"Did you mean '{close}'?" if close else otherwise
