"""So many studies with so many people: both are of one pooling, or one of them is wrong."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from relcase.domain.report.figures.counted import counts_people, counts_studies
from relcase.domain.wording.facts import Facts
from relcase.domain.wording.numerals import Numeral, numerals

_BESIDE = 30
"""Letters between two counts that stand beside each other."""
_STOP = re.compile(r"[.;:]\s")


def studies_beside(text: str, numeral: Numeral, facts: Facts) -> int | None:
    """How many studies the record has with the people told beside those of another pooling.

    "25 studies with 8,335 people" where 10 studies had so many, and a later review had 25.
    """
    found = numerals(text)
    people = {
        other.value for one, other in _beside(text, found) if one.start == numeral.start
    }
    pairs = set(_pairs(facts))
    sample = facts.statistic.sample
    poolings = {studies for studies, _ in pairs} | {sample.studies if sample else None}
    meant = {studies for studies, of in pairs if of in people}
    if numeral.value in meant or numeral.value not in poolings or len(meant) != 1:
        return None
    return int(meant.pop())


def _pairs(facts: Facts) -> Iterator[tuple[float, float]]:
    """The numbers of studies of the record, each with its number of people."""
    sample = facts.statistic.sample
    for one in (sample, *facts.statistic.figures):
        if one is not None and one.studies and one.participants:
            yield one.studies, one.participants
    for studies, people in _beside(facts.text, facts.numerals):
        yield studies.value, people.value


def _beside(text: str, found: Iterable[Numeral]) -> Iterator[tuple[Numeral, Numeral]]:
    """The numbers of studies in a text with the numbers of people right behind them."""
    for one, other in pairwise(it for it in found if it.kind == "number"):
        between = text[one.end : other.start]
        if len(between) > _BESIDE or _STOP.search(between):
            continue
        if counts_studies(text, one) and counts_people(text, other):
            yield one, other
