"""The shares of two groups, told as if one group had changed from the one to the other."""

import re
from collections.abc import Iterator
from itertools import pairwise

from relcase.domain.evidence import Figure
from relcase.domain.printed import value
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.owners import mentions
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.scopes import NOTHING, Found
from relcase.domain.wording.tracing import within

_CHANGED = re.compile(
    r"\b(?:fell|falls|fallen|falling|drops?|dropped|declines?|declined|decreases?|decreased"
    r"|rose|rises?|risen|grew|grows|increases?|increased|climbed|shrank|improved|went\s+(?:up|down)"
    r"|goes\s+(?:up|down)|(?:was|were|is|are)\s+(?:cut|reduced|lowered|raised|brought\s+down))"
    r"(?:\s+[a-z]+){0,2}?\s+from\s+(?:about\s+|around\s+|nearly\s+)?$"
)
_TO = re.compile(r"\s+to\s+(?:about\s+|around\s+|just\s+|only\s+)?").fullmatch
_SHARES = frozenset({"percent", "share"})
_OVER_TIME = frozenset({"before", "none"})
_COMPARED = re.compile(r"\b(?:against|compared|than|versus|relative\s+to)\b")


def told_as_change(reading: Reading) -> Found:
    """The words "fell from 21% to 15%", where 21% and 15% are of different people."""
    if reading.statistic.comparator.kind in _OVER_TIME or _COMPARED.search(
        reading.lower
    ):
        return NOTHING
    for verb, one, other in _changes(reading):
        figure = _of_groups(reading, one, other)
        if figure is not None:
            words = re.compile(re.escape(reading.lower[verb.start() : other.end]))
            why = (
                f"{one.text} and {other.text} are of two groups at the same time, "
                f"{figure.reference_group} and {figure.group}"
            )
            return words.search(reading.lower, verb.start()), why
    return NOTHING


def compares_change(reading: Reading) -> bool:
    """Whether a change from one share to another is told beside what it is compared with.

    "Rose from 66% to 70%, compared with other models": which group has which is plain.
    """
    if _COMPARED.search(reading.lower) is None:
        return False
    return next(_changes(reading), None) is not None


def _changes(
    reading: Reading,
) -> Iterator[tuple[re.Match[str], Numeral, Numeral]]:
    """The verbs that tell of a change, with the shares from which and to which it goes."""
    for one, other in pairwise(reading.numerals):
        if one.kind not in _SHARES or other.kind not in _SHARES:
            continue
        verb = _CHANGED.search(reading.lower, 0, one.hedge_start)
        if verb is not None and _TO(reading.lower, one.end, other.start):
            yield verb, one, other


def _of_groups(reading: Reading, one: Numeral, other: Numeral) -> Figure | None:
    """The figure of two groups that has both numbers, unless both are named."""
    both = {1, -1}
    for figure in reading.statistic.figures:
        mine, theirs = value(figure.estimate), value(figure.reference_value)
        if figure.measure != "percent" or mine is None or theirs is None:
            continue
        if figure.before or not figure.group or not figure.reference_group:
            continue
        if within(one, theirs) and within(other, mine):
            named = mentions(reading.lower, figure, reading.facts)
            return figure if {it.side for it in named} != both else None
    return None
