"""The other half of a pair of which a sentence tells one: "29% against 38%"."""

from collections.abc import Iterator
from typing import NamedTuple

from relcase.domain.evidence import Figure
from relcase.domain.measures import MEASURES
from relcase.domain.printed import value
from relcase.domain.report.counted import COUNTS
from relcase.domain.report.hearing import Hearing
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.tracing import within

_SHARES = frozenset({"percent", "share"})


class Partner(NamedTuple):
    """A number of a group as it is printed, and the figure that has it."""

    printed: str
    figure: Figure
    group: str
    """Of whom it is; empty where the record does not say."""


def partner(hearing: Hearing, numeral: Numeral) -> Partner | None:
    """What the record has beside the other number of a sentence, if that is one thing.

    Where 36.2% stands beside a number that is not in the record, that number is in the
    place of the one which the record compares with 36.2%, and of no other.
    """
    found = {one.printed: one for one in _partners(hearing, numeral)}
    return next(iter(found.values())) if len(found) == 1 else None


def _partners(hearing: Hearing, numeral: Numeral) -> Iterator[Partner]:
    others = [one for one in hearing.others(numeral) if _is_alike(one, numeral)]
    for figure in hearing.statistic.figures:
        if figure.measure in COUNTS or (
            MEASURES[figure.measure].kind in ("share", "change")
        ) != (numeral.kind in _SHARES):
            continue
        mine, theirs = figure.estimate or "", figure.reference_value or ""
        told = [_is_told(printed, others) for printed in (mine, theirs)]
        if told == [True, False] and value(theirs) is not None:
            yield Partner(theirs, figure, figure.reference_group or "")
        if told == [False, True] and value(mine) is not None:
            yield Partner(mine, figure, figure.group or "")


def _is_alike(one: Numeral, other: Numeral) -> bool:
    return one.kind == other.kind or {one.kind, other.kind} == _SHARES


def _is_told(printed: str, others: list[Numeral]) -> bool:
    number = value(printed or None)
    return number is not None and any(within(one, abs(number)) for one in others)
