"""The other half of a pair of which a sentence tells one: "29% against 38%"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from relcase.domain.amounts import shown
from relcase.domain.evidence import Figure
from relcase.domain.measures import MEASURES
from relcase.domain.printed import value
from relcase.domain.report.figures.counted import COUNTS
from relcase.domain.report.numbers.hearing import Hearing
from relcase.domain.report.words.splitting import stems_of
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.tracing import traces, within

_SHARES = frozenset({"percent", "share"})
_ROUNDING = 0.15
"""How many points a difference may be away from that of two rounded shares."""
_AGAINST = re.compile(r"\b(?:against|compared\s+(?:with|to)|versus|vs?)\b")
_APART = re.compile(r"[;:.]\s")
"""What stands between numbers that are of two comparisons."""


class Partner(NamedTuple):
    """A number of a group as it is printed, and the figure that has it."""

    printed: str
    figure: Figure
    group: str
    """Of whom it is; empty where the record does not say."""

    @property
    def alone(self) -> Figure:
        """Its figure, of its group alone."""
        return replace(self.figure, estimate=self.printed, reference_value=None)

    @property
    def told(self) -> str:
        """The number, and of whom it is."""
        printed = shown(self.alone)
        return f"{printed} for {self.group}" if self.group else printed


def partner(hearing: Hearing, numeral: Numeral) -> Partner | None:
    """What the record has beside the other number of a sentence, if that is one thing.

    Where 36.2% stands beside a number that is not in the record, that number is in the
    place of the one which the record compares with 36.2%, and of no other.
    """
    found = _only(hearing, numeral, hearing.others(numeral))
    if found is None or _names_another(hearing, found.figure):
        return None
    return found


def _names_another(hearing: Hearing, figure: Figure) -> bool:
    """Whether a sentence names those of another figure than a pair's.

    "Worldwide 61%, in rich countries 11%": where the record compares these with others,
    and has a figure for the world besides.
    """
    pair = f"{figure.label} {figure.group or ''} {figure.reference_group or ''}"
    told = stems_of(hearing.text) - stems_of(pair)
    return any(
        told & stems_of(one.group or one.label)
        for one in hearing.statistic.figures
        if one.measure == figure.measure
        and one.estimate not in (figure.estimate, figure.reference_value)
    )


def instead_of(hearing: Hearing, numeral: Numeral) -> Partner | None:
    """What should stand where a number is compared with one that is not its own pair's.

    "5% against 17%" where the record compares 5% with 11%, and has 17% of something else.
    """
    before = [
        one for one in hearing.values if one.end <= numeral.start and one.kind != "span"
    ]
    if not before or not _is_alike(before[-1], numeral):
        return None
    between = hearing.text[before[-1].end : numeral.start]
    if not _AGAINST.search(between) or _APART.search(between):
        return None
    meant = _only(hearing, numeral, before[-1:])
    if meant is None or _is_told(meant.printed, [numeral]):
        return None
    of_figures = [one.figure for one in traces(hearing.reading, numeral)]
    return None if meant.figure in of_figures else meant


def _only(
    hearing: Hearing, numeral: Numeral, others: Sequence[Numeral]
) -> Partner | None:
    found = {one.printed: one for one in _partners(hearing, numeral, others)}
    return next(iter(found.values())) if len(found) == 1 else None


def _partners(
    hearing: Hearing, numeral: Numeral, beside: Sequence[Numeral]
) -> Iterator[Partner]:
    others = [one for one in beside if _is_alike(one, numeral)]
    for figure in hearing.statistic.figures:
        if figure.measure == "percentage_points" and numeral.kind in _SHARES:
            yield from _of_points(hearing, figure, others)
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


def _of_points(
    hearing: Hearing, figure: Figure, others: Sequence[Numeral]
) -> Iterator[Partner]:
    """The one of two shares whose difference is on record, where the other is told.

    Both are in the words of the record: "62.7% against 29.7%".
    """
    points, reference = value(figure.estimate), value(figure.reference_value)
    if points is None or reference is None:
        return
    for one in hearing.facts.numerals:
        if one.kind != "percent" or abs(one.value - reference - points) > _ROUNDING:
            continue
        mine, theirs = one.text.rstrip("% "), figure.reference_value or ""
        told = [_is_told(printed, others) for printed in (mine, theirs)]
        share = replace(figure, measure="percent")
        if told == [True, False]:
            yield Partner(theirs, share, figure.reference_group or "")
        if told == [False, True] and value(mine) is not None:
            yield Partner(mine, share, figure.group or "")


def _is_alike(one: Numeral, other: Numeral) -> bool:
    return one.kind == other.kind or {one.kind, other.kind} == _SHARES


def _is_told(printed: str, others: Sequence[Numeral]) -> bool:
    number = value(printed or None)
    return number is not None and any(within(one, abs(number)) for one in others)
