"""The words that tell one group of people from another, cut to their beginnings."""

import re

_WORD = re.compile(r"[a-z]{3,}")
_IDLE = frozenset(
    {
        "people", "those", "with", "that", "were", "who", "had", "the", "and", "from",
        "their", "than", "group", "groups", "comparison", "control", "usual", "women",
        "adults", "patients", "children", "same", "whose", "other", "into", "have",
        "participants", "over", "year", "years", "one", "two", "others", "study", "not",
        "social", "socially", "given", "offered", "are", "was", "for", "all", "men",
        "young", "older", "schools", "areas", "care", "level", "point", "each", "families", "did",
    }
)  # fmt: skip
_STEM = 5


def stems(text: str | None) -> frozenset[str]:
    """The words of a text that tell one group from another, cut to their beginnings."""
    words = _WORD.findall((text or "").lower())
    return frozenset(word[:_STEM] for word in words if word not in _IDLE)


def distinct(text: str | None, other: str | None) -> frozenset[str]:
    """The beginnings of words that the first text has and the second has not."""
    return stems(text) - stems(other)
