"""A person's own word in place of the computed one: freely down, by two people up.

What is not rated stays so: no judgement makes a size of a withdrawn statistic or of an
illustration.
"""

from relcase.domain.certainty.rating import LEVELS, Step
from relcase.domain.evidence import CertaintyOverride
from relcase.domain.vocabulary import Certainty, spoken

_RANK: dict[Certainty, int] = {
    "not_rated": -1,
    **{word: level for level, word in enumerate(LEVELS)},
}


def raises(wish: CertaintyOverride, word: Certainty) -> bool:
    """Whether a person's certainty is higher than the word it stands against."""
    return _RANK[wish.value] > _RANK[word]


def lacking(wish: CertaintyOverride) -> tuple[str, ...]:
    """What a raise still needs, in words; empty when it has all.

    Names are the same person's whatever their capitals and spaces.
    """
    by, second = _name(wish.by), _name(wish.second_checker)
    needs = (
        ("a reason", _name(wish.reason)),
        ("the name of who decided", by),
        ("a second checker", second and second != by),
    )
    return tuple(words for words, given in needs if not given)


def overridden(wish: CertaintyOverride, word: Certainty) -> list[Step]:
    """The step of a person's own judgement; none when it may not be, or changes nothing."""
    if wish.value == word:
        return []
    up = raises(wish, word)
    if up and (word == "not_rated" or lacking(wish)):
        return []
    done = "Raised" if up else "Lowered"
    who = f" by {wish.by}" if _name(wish.by) else ""
    second = f", checked by {wish.second_checker}" if _name(wish.second_checker) else ""
    why = f": {(wish.reason or '').strip().rstrip('.')}" if _name(wish.reason) else ""
    reason = f"{done} to {spoken(wish.value)}{who}{second}{why}."
    return [Step("override", word, wish.value, reason, None)]


def _name(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()
