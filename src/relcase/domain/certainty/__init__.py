"""How sure the evidence makes us: relcase certainty, informed by GRADE, computed.

Start by claim and design, then down, up, caps, and a person's own judgement; every step
is kept with its reason. It is not GRADE, which people judge over a body of evidence, and
it says nothing about whether a result fits another place: that is asked at query time.
"""

from collections.abc import Iterable

from relcase.domain.certainty.caps import caps
from relcase.domain.certainty.crosswalk import crosswalk
from relcase.domain.certainty.down import downs
from relcase.domain.certainty.rating import LEVELS, Move, Part, Rating, Standing, Step
from relcase.domain.certainty.start import first
from relcase.domain.certainty.up import up
from relcase.domain.evidence import CertaintyOverride, Statistic
from relcase.domain.vocabulary import Certainty, spoken

_RANK: dict[Certainty, int] = {
    "not_rated": -1,
    **{word: level for level, word in enumerate(LEVELS)},
}
_TOP = len(LEVELS) - 1


def rate(statistic: Statistic, standing: Standing) -> Rating:
    """How sure the evidence makes us of a statistic, with every step on the way.

    A review's own GRADE judgement (of qualitative evidence its CERQual judgement) takes
    the place of the start and of all that goes down or up.
    """
    steps = _computed(statistic, standing)
    wish = statistic.certainty_override
    if wish is not None:
        steps += _overridden(wish, steps[-1].after)
    word = steps[-1].after
    return Rating(word, tuple(steps), crosswalk(statistic, word))


def raises(wish: CertaintyOverride, word: Certainty) -> bool:
    """Whether a person's certainty is higher than the word it stands against."""
    return _RANK[wish.value] > _RANK[word]


def _computed(statistic: Statistic, standing: Standing) -> list[Step]:
    if statistic.status == "withdrawn":
        reason = "Not rated: the statistic was withdrawn."
        return [Step("start", None, "not_rated", reason, None)]
    start = first(statistic, standing.effect)
    if start.after == "not_rated":
        return [start]
    steps = [start]
    if statistic.grade is None or statistic.grade == "not_rated":
        _take_down(steps, downs(statistic, standing))
        if len(steps) == 1:
            _take_up(steps, up(statistic))
    _hold(steps, caps(statistic, standing))
    return steps


def _take_down(steps: list[Step], moves: Iterable[Move]) -> None:
    for move in moves:
        _add(steps, "down", max(0, _level(steps) - move.by), move)


def _take_up(steps: list[Step], move: Move | None) -> None:
    if move is not None and _level(steps) < _TOP:
        _add(steps, "up", min(_TOP, _level(steps) + move.by), move)


def _hold(steps: list[Step], moves: Iterable[Move]) -> None:
    """Caps at or under the level; one at the level would stop whatever raised it."""
    for move in moves:
        if move.by <= _level(steps):
            _add(steps, "cap", move.by, move)


def _add(steps: list[Step], part: Part, level: int, move: Move) -> None:
    before, after = steps[-1].after, LEVELS[level]
    steps.append(Step(part, before, after, move.reason, move.would_raise))


def _level(steps: list[Step]) -> int:
    return _RANK[steps[-1].after]


def _overridden(wish: CertaintyOverride, word: Certainty) -> list[Step]:
    """The step of a person's own judgement; none when it may not be, or changes nothing."""
    if wish.value == word:
        return []
    if raises(wish, word) and not (wish.reason and wish.second_checker):
        return []
    done = "Raised" if raises(wish, word) else "Lowered"
    who = f" by {wish.by}" if wish.by else ""
    second = f", checked by {wish.second_checker}" if wish.second_checker else ""
    why = f": {wish.reason.rstrip('.')}" if wish.reason else ""
    reason = f"{done} to {spoken(wish.value)}{who}{second}{why}."
    return [Step("override", word, wish.value, reason, None)]
