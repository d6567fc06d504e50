"""What the record has in the place of a number that is not in it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from relcase.domain.amounts import large, shown
from relcase.domain.evidence import Figure
from relcase.domain.measures import MEASURES
from relcase.domain.printed import value
from relcase.domain.report.figures.as_record import as_printed, instead
from relcase.domain.report.figures.counted import COUNTS, counted, miscounted
from relcase.domain.report.figures.named import measures_beside
from relcase.domain.report.figures.pooled import studies_beside
from relcase.domain.report.figures.together import two_shares
from relcase.domain.report.numbers.hearing import Hearing
from relcase.domain.report.numbers.likeliest import (
    digits_of,
    is_other_digits,
    likeliest,
)
from relcase.domain.report.numbers.partners import partner
from relcase.domain.report.words.splitting import stems_of
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
    """What the record has in the place of a number, if it has anything.

    It could stand there only where nothing else of the record could.
    """
    is_change = _tells_change(hearing, numeral)
    if not is_change and (pair := partner(hearing, numeral)):
        return Counterpart(pair.told, instead(numeral, pair.alone))
    if numeral.kind == "number":
        return _of_bare(hearing, numeral)
    miscopied, free = _miscopied(hearing, numeral), _free(hearing, numeral)
    of_whole = _of_the_whole(miscopied, hearing) or _of_the_whole(free, hearing)
    figures = of_whole or miscopied or free
    if not figures:
        return None
    if is_change:
        every = hearing.statistic.figures
        beside = [one for one in every if _has_told(hearing, one, numeral)]
        figures = beside or figures
    best = likeliest(figures, hearing, numeral)
    if is_change and MEASURES[best.measure].kind == "share":
        has_both = best.reference_value is not None
        return Counterpart(two_shares(best) if has_both else as_printed(best), None)
    sure = _is_alone(best, hearing, numeral) and _names_outcome(best, hearing, numeral)
    return Counterpart(as_printed(best), instead(numeral, best) if sure else None)


_CHANGE = re.compile(
    r"\s+(?:less|fewer|more|lower|higher|smaller|greater|rarer|reduction|increase|rise|fall"
    r"|drop|cut|decrease)\b"
)
_BY = re.compile(r"\bby\s+(?:an?\s+|about\s+|around\s+|some\s+|over\s+|nearly\s+)?$")


def _tells_change(hearing: Hearing, numeral: Numeral) -> bool:
    """Whether a number is a difference in per cent, and not the share of a group."""
    if numeral.kind != "percent" or not hearing.reading.side(numeral):
        return False
    lower = hearing.reading.lower
    behind = _CHANGE.match(lower, numeral.end)
    return bool(behind or _BY.search(lower, 0, numeral.hedge_start))


def _has_told(hearing: Hearing, figure: Figure, numeral: Numeral) -> bool:
    """Whether another number of the sentence is one of its two shares."""
    given = (figure.estimate, figure.reference_value)
    if MEASURES[figure.measure].kind != "share" or not all(given):
        return False
    return any(
        within(one, abs(value(printed) or 0))
        for one in hearing.others(numeral)
        for printed in given
        if printed and one.kind == numeral.kind
    )


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
    mine = digits_of(numeral.text.partition(" ")[0])
    if len(mine) < _LEAST_DIGITS:
        return []
    told = hearing.others(numeral)
    return [
        one
        for one in hearing.statistic.figures
        if one.estimate is not None
        and _comparable(numeral, one)
        and sorted(digits_of(one.estimate)) == sorted(mine)
        and digits_of(one.estimate) != mine
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
        if one is hearing.facts.lead
        or not (parts := stems_of(one.outcome or "") - outcome)
        or parts & said
    ]


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
        is_same = numeral.is_decimal or is_other_digits(other, numeral.digits)
        sure = alone and not figure.reference_value and is_same
        sure = sure or digits_of(other) == digits_of(numeral.digits)
        return Counterpart(large(figure), other if sure else None)
    if named := _of_measure(hearing, numeral):
        return named
    if numeral.is_decimal and not numeral.digits[-1].isalpha():  # "4.5 million"
        return _decimal(hearing.statistic.figures, numeral)
    sample = hearing.statistic.sample
    found = counted(hearing.text, numeral, sample) if sample else None
    if found:
        number, noun = found
        sure = is_other_digits(f"{number}", numeral.digits)
        return Counterpart(f"{number:,} {noun}", f"{number:,}" if sure else None)
    things = miscounted(hearing.text, numeral, hearing.things)
    return things and Counterpart(things.told, None)


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
    best = likeliest(figures, hearing, numeral)
    alone = best.estimate if len(figures) == 1 else None
    return Counterpart(shown(best), alone and alone.lstrip("-"))


def _decimal(figures: Sequence[Figure], numeral: Numeral) -> Counterpart | None:
    """The decimal number of the record that was miscopied, or that is nearest."""
    size = abs(numeral.value)
    printed = [one.estimate for one in figures if one.estimate]
    digits = digits_of(numeral.digits)
    moved = [
        one for one in printed if len(digits_of(one)) > 1 and digits_of(one) == digits
    ]
    exchanged = [
        one
        for one in printed
        if "." in one and sorted(digits_of(one)) == sorted(digits)
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
