"""Round numbers of people: 300,000 where 308,849 were studied."""

from relcase.domain.report.figures.counted import is_of_studied
from relcase.domain.wording.facts import Facts
from relcase.domain.wording.numerals import Numeral

_LEAST = 1000
"""The least number of people that is told as a round one."""
_DIGITS = 2
"""How many digits before its noughts a round number has at most."""
_ROOM = 0.05
"""How far it may be from the people studied, in parts of them."""
_ABOVE = frozenset({"over", "just_over", "at_least"})
_BELOW = frozenset({"under", "nearly", "up_to", "at_most"})


def rounds_people(text: str, numeral: Numeral, facts: Facts) -> bool:
    """Whether a number is the round one nearest to the people studied.

    After "more than" it is the next below, and after "nearly" none below.
    """
    digits = f"{numeral.value:.0f}"
    noughts = len(digits) - len(digits.rstrip("0"))
    if (
        numeral.kind != "number"
        or numeral.value < _LEAST
        or len(digits) - noughts > _DIGITS
        or not is_of_studied(text, numeral)
    ):
        return False
    statistic = facts.statistic
    return any(
        _is_rounded(numeral, one.participants, 10**noughts)
        for one in (statistic.sample, *statistic.figures)
        if one is not None and one.participants
    )


def _is_rounded(numeral: Numeral, people: int, step: int) -> bool:
    if numeral.hedge in _ABOVE:
        return numeral.value == people // step * step
    if numeral.hedge in _BELOW and numeral.value < people:
        return False
    nearest = (people + step // 2) // step * step
    return numeral.value == nearest and abs(nearest - people) <= _ROOM * people
