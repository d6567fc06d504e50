"""How sure the evidence makes us: relcase certainty, informed by GRADE, computed.

Start by claim and design, then down, up, caps, and a person's own judgement; every step
is kept with its reason. It is not GRADE, which people judge over a body of evidence, and
it says nothing about whether a result fits another place: that is asked at query time.
"""

from collections.abc import Iterable

from relcase.domain.certainty.caps import caps
from relcase.domain.certainty.crosswalk import crosswalk
from relcase.domain.certainty.down import downs
from relcase.domain.certainty.override import overridden
from relcase.domain.certainty.rating import LEVELS, Move, Part, Rating, Standing, Step
from relcase.domain.certainty.start import first, own_judgement
from relcase.domain.certainty.up import up
from relcase.domain.evidence import Statistic

_TOP = len(LEVELS) - 1


def rate(statistic: Statistic, standing: Standing) -> Rating:
    """How sure the evidence makes us of a statistic, with every step on the way.

    A review's own GRADE judgement (of qualitative evidence its CERQual judgement) takes
    the place of the start and of all that goes down or up.
    """
    steps = _computed(statistic, standing)
    wish = statistic.certainty_override
    if wish is not None:
        steps += overridden(wish, steps[-1].after)
    word = steps[-1].after
    return Rating(word, tuple(steps), crosswalk(statistic, word))


def _computed(statistic: Statistic, standing: Standing) -> list[Step]:
    if statistic.status == "withdrawn":
        reason = "Not rated: the statistic was withdrawn."
        return [Step("start", None, "not_rated", reason, None)]
    start = first(statistic, standing.effect)
    if start.after == "not_rated":
        return [start]
    steps = [start]
    if own_judgement(statistic) is None:
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
    return LEVELS.index(steps[-1].after)
