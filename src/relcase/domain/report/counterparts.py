"""What the record has in the place of a number that is not in it."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from relcase.domain.amounts import large, shown
from relcase.domain.evidence import Figure
from relcase.domain.measures import MEASURES
from relcase.domain.printed import value
from relcase.domain.report.as_record import as_printed, instead
from relcase.domain.report.counted import COUNTS, counted, miscounted
from relcase.domain.report.hearing import Hearing
from relcase.domain.report.named import measures_beside
from relcase.domain.report.splitting import stems
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.tracing import within

_NEAR_VALUE = 0.5
"""What part of a decimal another may be away, to be meant for it."""
_LEAST_DIGITS = 2
"""The digits of a number that can stand in another order."""
_KINDS: dict[str, frozenset[str]] = {
    "percent": frozenset({"share", "change", "ratio"}),
    "share": frozenset({"share"}),
    "times": frozenset({"ratio"}),
}


class Counterpart(NamedTuple):
    """What the record has, and what could stand there in the number's own form."""

    printed: str
    instead: str | None


def counterpart(hearing: Hearing, numeral: Numeral) -> Counterpart | None:
    """What the record has in the place of a number, if it has anything."""
    if numeral.kind == "number":
        return _of_bare(hearing, numeral)
    figures = _miscopied(hearing, numeral) or _free(hearing, numeral)
    if not figures:
        return None
    best = _likeliest(figures, hearing, numeral)
    alone = len({one.estimate for one in figures}) == 1
    return Counterpart(as_printed(best), instead(numeral, best) if alone else None)


def is_slip(hearing: Hearing, numeral: Numeral) -> bool:
    """Whether a number is one of the record with its digits in another order."""
    return bool(_miscopied(hearing, numeral))


def _miscopied(hearing: Hearing, numeral: Numeral) -> list[Figure]:
    """The figures with the digits of a number in another order, told nowhere else."""
    mine = _digits(numeral.text.partition(" ")[0])
    if len(mine) < _LEAST_DIGITS:
        return []
    told = hearing.others(numeral)
    return [
        one
        for one in hearing.statistic.figures
        if one.estimate is not None
        and _comparable(numeral, one)
        and sorted(_digits(one.estimate)) == sorted(mine)
        and _digits(one.estimate) != mine
        and not any(within(it, abs(value(one.estimate) or 0)) for it in told)
    ]


def _free(hearing: Hearing, numeral: Numeral) -> list[Figure]:
    """The figures of a number's kind and direction that no other number tells.

    All of the kind where the others tell every one of them.
    """
    side = hearing.reading.side(numeral)
    told = hearing.others(numeral)
    figures = [
        one
        for one in hearing.statistic.figures
        if one.estimate is not None
        and one.role == "result"
        and _comparable(numeral, one)
    ]
    free = [
        one
        for one in figures
        if not (
            MEASURES[one.measure].kind == "change"
            and side * float(value(one.estimate) or 0) < 0
        )
        and not any(within(it, abs(value(one.estimate) or 0)) for it in told)
    ]
    return free or figures


def _likeliest(figures: Sequence[Figure], hearing: Hearing, numeral: Numeral) -> Figure:
    """The figure that fits the clause of a number best, by its words and its value."""
    clause = hearing.clause(numeral)
    weights = hearing.known.weights
    return max(figures, key=lambda one: _likeness(one, clause, numeral, weights))


def _likeness(
    figure: Figure,
    clause: frozenset[str],
    numeral: Numeral,
    weights: Mapping[str, float],
) -> tuple[float, float]:
    """How well a figure fits a clause, then how near its value is."""
    told = " ".join(one or "" for one in (figure.label, figure.group, figure.outcome))
    shared = sum(weights.get(one, 0) for one in clause & set(stems(told)))
    estimate = abs(value(figure.estimate) or 0)
    far = abs(estimate - abs(numeral.value)) / max(estimate, abs(numeral.value), 1e-9)
    return shared - 2 * far, -far


def _comparable(numeral: Numeral, figure: Figure) -> bool:
    """Whether a figure is of the kind that a number tells."""
    if numeral.kind == "money":
        return MEASURES[figure.measure].kind == "money"
    if numeral.kind == "points":
        return figure.measure in ("percentage_points", "risk_difference", "percent")
    if numeral.kind == "share" and figure.measure in COUNTS:
        return figure.denominator is not None
    return MEASURES[figure.measure].kind in _KINDS.get(numeral.kind, ())


def _of_bare(hearing: Hearing, numeral: Numeral) -> Counterpart | None:
    """What the record has for a number without a sign: in its unit, measure or count."""
    if figure := hearing.in_unit(numeral):
        return Counterpart(large(figure), (figure.estimate or "").lstrip("-"))
    if named := _of_measure(hearing, numeral):
        return named
    if "." in numeral.text and not numeral.text[-1].isalpha():  # "4.5 million"
        return _decimal(hearing.statistic.figures, numeral)
    sample = hearing.statistic.sample
    found = counted(hearing.text, numeral, sample) if sample else None
    if found:
        return Counterpart(f"{found[0]:,} {found[1]}", f"{found[0]:,}")
    other = miscounted(hearing.text, numeral, hearing.things)
    return other and Counterpart(other.told, None)


def _of_measure(hearing: Hearing, numeral: Numeral) -> Counterpart | None:
    """The figure of the measure that is named beside the number."""
    measures = measures_beside(hearing.text, numeral)
    figures = [
        one
        for one in hearing.statistic.figures
        if one.measure in measures and one.estimate
    ]
    if not figures:
        return None
    best = _likeliest(figures, hearing, numeral)
    alone = best.estimate if len(figures) == 1 else None
    return Counterpart(shown(best), alone and alone.lstrip("-"))


def _decimal(figures: Sequence[Figure], numeral: Numeral) -> Counterpart | None:
    """The decimal number of the record that is nearest, if any is near."""
    size = abs(numeral.value)
    printed = [one.estimate for one in figures if one.estimate]
    for one in printed:
        if len(_digits(one)) > 1 and _digits(one) == _digits(
            numeral.text
        ):  # with the point elsewhere
            return Counterpart(one, one.lstrip("-"))
    near = [
        (abs(size - abs(float(one))), one)
        for figure in figures
        for one in (figure.estimate, figure.low, figure.high)
        if one is not None and "." in one and value(one) is not None
    ]
    far, nearest = min(near, default=(0.0, ""))
    if not nearest or far > max(size, abs(float(nearest))) * _NEAR_VALUE:
        return None
    return Counterpart(nearest, nearest)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text).strip("0")
