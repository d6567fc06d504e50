"""Which of the groups that a figure compares a sentence speaks of."""

import re

from relcase.domain.evidence import Figure

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
_NEVER = re.compile(r"\b(?:no|not|never|without|un(?!ited)\w+ed|nobody|none)\b")


def stems(text: str | None) -> frozenset[str]:
    """The words of a text that tell one group from another, cut to their beginnings."""
    words = _WORD.findall((text or "").lower())
    return frozenset(word[:_STEM] for word in words if word not in _IDLE)


def distinct(text: str | None, other: str | None) -> frozenset[str]:
    """The beginnings of words that the first text has and the second has not."""
    return stems(text) - stems(other)


def subject(sentence: str, at: int, figure: Figure) -> int:
    """Whose outcome is told before a place: 1 the figure's group, -1 the other one.

    0 where the words do not tell the two groups apart.
    """
    before, after = sentence[:at].lower(), sentence[at:].lower()
    mine = distinct(figure.group, figure.reference_group)
    other = distinct(figure.reference_group, figure.group)
    negated = [bool(_NEVER.search((one or "").lower())) for one in _names(figure)]
    if not mine and not other:
        return _by_negation(before, negated)
    heads = [_has(before, mine), _has(before, other)]
    if heads[0] == heads[1]:
        return 0
    told = 1 if heads[0] else -1
    if mine and other:
        tails = [_has(after, mine), _has(after, other)]
        behind = (
            (tails[0] and not tails[1]) if heads[0] else (tails[1] and not tails[0])
        )
        return -told if behind else told
    if negated[0] != negated[1]:
        return _by_negation(before, negated)
    if not all(_names(figure)):
        return 0
    return -told if _NEVER.search(before) else told


def _names(figure: Figure) -> tuple[str | None, str | None]:
    return figure.group, figure.reference_group


def _by_negation(before: str, negated: list[bool]) -> int:
    """Tells "visited" from "not visited" prisoners."""
    if negated[0] == negated[1]:
        return 0
    said = _NEVER.search(before) is not None
    return 1 if said == negated[0] else -1


def _has(text: str, beginnings: frozenset[str]) -> bool:
    return any(re.search(rf"\b{one}", text) for one in beginnings)
