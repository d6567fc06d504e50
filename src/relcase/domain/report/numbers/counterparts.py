"""What the record has in the place of a number that is not in it."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from relcase.domain.amounts import large, shown
from relcase.domain.evidence import Figure
from relcase.domain.measures import MEASURES
from relcase.domain.printed import value
from relcase.domain.report.figures.as_record import as_printed, instead
from relcase.domain.report.figures.counted import COUNTS, counted, miscounted
from relcase.domain.report.figures.named import measures_beside
from relcase.domain.report.figures.pooled import studies_beside
from relcase.domain.report.numbers.hearing import Hearing
from relcase.domain.report.numbers.partners import partner
from relcase.domain.report.words.splitting import stems_of
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.tracing import within

_SLIP = 2.0
"""What it weighs that a number is another with digits exchanged."""
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
    """What the record has in the place of a number, if it has anything.

    It could stand there only where nothing else of the record could.
    """
    if pair := partner(hearing, numeral):
        return Counterpart(pair.told, instead(numeral, pair.alone))
    if numeral.kind == "number":
        return _of_bare(hearing, numeral)
    miscopied, free = _miscopied(hearing, numeral), _free(hearing, numeral)
    of_whole = _of_the_whole(miscopied, hearing) or _of_the_whole(free, hearing)
    figures = of_whole or miscopied or free
    if not figures:
        return None
    best = _likeliest(figures, hearing, numeral)
    sure = _is_alone(best, hearing, numeral) and _names_outcome(best, hearing, numeral)
    return Counterpart(as_printed(best), instead(numeral, best) if sure else None)


def _is_alone(best: Figure, hearing: Hearing, numeral: Numeral) -> bool:
    """Whether the record has no other number that could be meant."""
    told = hearing.others(numeral)
    every = {
        printed
        for one in hearing.statistic.figures
        if _comparable(numeral, one)
        for printed in (one.estimate, one.reference_value)
        if printed and not any(within(it, abs(value(printed) or 0)) for it in told)
    }
    return every <= {best.estimate}


def _names_outcome(best: Figure, hearing: Hearing, numeral: Numeral) -> bool:
    """Whether the clause of a number names what the figure measures."""
    outcome = stems_of(best.outcome or hearing.statistic.outcome)
    return not outcome.isdisjoint(hearing.clause(numeral))


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
    told = [one for one in hearing.others(numeral) if one.kind == numeral.kind]
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


def _of_the_whole(figures: Sequence[Figure], hearing: Hearing) -> list[Figure]:
    """The figures but for those of a part of the outcome that the sentence does not name."""
    outcome = stems_of(hearing.statistic.outcome)
    said = stems_of(hearing.text)
    return [
        one
        for one in figures
        if not (parts := stems_of(one.outcome or "") - outcome) or parts & said
    ]


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
    shared = sum(weights.get(one, 0) for one in clause & stems_of(told))
    estimate = abs(value(figure.estimate) or 0)
    far = abs(estimate - abs(numeral.value)) / max(estimate, abs(numeral.value), 1e-9)
    slip = _SLIP if _is_slip(figure.estimate or "", numeral.digits) else 0.0
    return shared - 2 * far + slip, -far


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
    if studies := studies_beside(hearing.text, numeral, hearing.facts):
        return Counterpart(f"{studies:,} studies with so many people", f"{studies:,}")
    if figure := hearing.in_unit(numeral):
        alone = sum(one.unit == figure.unit for one in hearing.statistic.figures) == 1
        other = (figure.estimate or "").lstrip("-")
        is_same = numeral.is_decimal or _is_slip(other, numeral.digits)
        sure = alone and not figure.reference_value and is_same
        sure = sure or _digits(other) == _digits(numeral.digits)
        return Counterpart(large(figure), other if sure else None)
    if named := _of_measure(hearing, numeral):
        return named
    if numeral.is_decimal and not numeral.digits[-1].isalpha():  # "4.5 million"
        return _decimal(hearing.statistic.figures, numeral)
    sample = hearing.statistic.sample
    found = counted(hearing.text, numeral, sample) if sample else None
    if found:
        number, noun = found
        sure = _is_slip(f"{number}", numeral.digits)
        return Counterpart(f"{number:,} {noun}", f"{number:,}" if sure else None)
    things = miscounted(hearing.text, numeral, hearing.things)
    return things and Counterpart(things.told, None)


def _is_slip(printed: str, written: str) -> bool:
    """Whether digits were exchanged, or one of them is another: 148 for 184 or for 149.

    Another number of people may be that of a part of them.
    """
    one, other = _digits(printed), _digits(written)
    if sorted(one) == sorted(other):
        return True
    wrong = sum(a != b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) and wrong == 1


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
    """The decimal number of the record that was miscopied, or that is nearest."""
    size = abs(numeral.value)
    printed = [one.estimate for one in figures if one.estimate]
    digits = _digits(numeral.digits)
    moved = [one for one in printed if len(_digits(one)) > 1 and _digits(one) == digits]
    exchanged = [
        one for one in printed if "." in one and sorted(_digits(one)) == sorted(digits)
    ]
    for same in (moved, exchanged):
        if same:
            return Counterpart(same[0], same[0].lstrip("-") if len(same) == 1 else None)
    near = [
        (abs(size - abs(float(one))), one)
        for figure in figures
        for one in (figure.estimate, figure.low, figure.high)
        if one is not None and "." in one and value(one) is not None
    ]
    far, nearest = min(near, default=(0.0, ""))
    if not nearest or far > max(size, abs(float(nearest))) * _NEAR_VALUE:
        return None
    return Counterpart(nearest, nearest if len(near) == 1 else None)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text).strip("0")
