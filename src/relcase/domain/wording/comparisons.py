"""Where a sentence says that there is more or less of an outcome, and of whom."""

import re
from typing import NamedTuple

from relcase.domain.evidence import Figure
from relcase.domain.measures import Side, side
from relcase.domain.wording.outcomes import told, words_of
from relcase.domain.wording.owners import mentions, told_of
from relcase.domain.wording.phrases import kinds
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import traces


class Comparison(NamedTuple):
    """Words that say more (1) or less (-1) of an outcome, and where they stand."""

    start: int
    end: int
    said: int


_RISKS = "odds/risk/risks/rate/rates/chance/chances/mortality/likelihood/probability"
_COMPARED = kinds(
    up=f"""
    live/lives/lived (for) (a) longer, more likely/often/common, likelier
    higher/greater/increased/raised (_) {_RISKS}
    """,
    down=f"""
    live/lives/lived (for) (a) shorter, less likely/often/common
    lower/smaller/reduced/decreased (_) {_RISKS}
    """,
)
_MORE = re.compile(
    r"\b(?:(?P<up>more|higher|greater|longer|larger)|(?P<down>less|fewer|lower|shorter"
    r"|smaller))\b"
)
"""More or less of a thing: the outcome stands behind it."""
_THAN = re.compile(
    r"\b(?:(?P<up>higher|greater|longer|larger)|(?P<down>lower|shorter|smaller))\b"
    r"(?=\s+(?:for|among|in|with|than)\b)"
)
"""The outcome stands in front: "distress was lower with"."""
_PEOPLE = re.compile(
    r"(?:^|(?<=[;:,] ))(?:(?P<up>more)|(?P<down>fewer))\b(?=(?!\s+than)[^;:]*\bthan\b)"
)
"""More people who have the outcome: "more of the visited reoffended than of the others"."""
_NEXT = re.compile(r"(?:\s+(?!than\b)[\w-]+){1,2}")


def comparisons(reading: Reading) -> list[Comparison]:
    """Where the sentence says more or less of the outcome, and which of them."""
    found = [*_COMPARED.finditer(reading.lower), *_THAN.finditer(reading.lower)]
    for figure in reading.statistic.figures:
        outcome = words_of(figure, reading.statistic)
        if outcome is not None:
            every = _MORE.finditer(reading.lower)
            found += [one for one in every if _of_outcome(reading, one, outcome)]
    if not found and any(
        told(reading.lower, one, reading.statistic) is not None
        for one in reading.statistic.figures
    ):
        found += _PEOPLE.finditer(reading.lower)
    by_start = {one.start(): one for one in reversed(found)}
    return [
        Comparison(*one.span(), 1 if one.lastgroup == "up" else -1)
        for _, one in sorted(by_start.items())
    ]


def _of_outcome(
    reading: Reading, more: re.Match[str], outcome: re.Pattern[str]
) -> bool:
    """Whether what there is more or less of is the outcome, up to two words behind."""
    words = _NEXT.match(reading.lower, more.end())
    return (
        words is not None and outcome.search(reading.lower, *words.span()) is not None
    )


def takes_back(reading: Reading, start: int) -> bool:
    """Whether a denial of no group stands before: "was not followed by more"."""
    denial = _DENIAL.search(reading.lower, 0, start)
    if denial is None:
        return False
    lead = reading.facts.lead
    named = mentions(reading.lower, lead, reading.facts) if lead else ()
    return not any(denial.start() <= one.start < start for one in named)


_DENIAL = re.compile(
    r"(?:\b(?:not|never|no|neither|nor)|n't)\s+(?:(?!than\b)[\w-]+\s+){0,3}$"
)


def all_reversed(
    reading: Reading, found: list[Figure], said: int, start: int, end: int
) -> bool:
    """Whether every figure that tells the two groups apart has it the other way."""
    ways = [_way(reading, one, start, end) for one in found]
    known = [one for one in ways if one]
    return bool(known) and all(one == -said for one in known)


def _way(reading: Reading, figure: Figure, start: int, end: int) -> int:
    """Whether a figure has more (1) or less (-1) for the group that the sentence tells of."""
    clause = reading.clause(start)
    who = told_of(reading.lower, (start, end), clause, figure, reading.facts)
    expected = _SIGN[side(figure) or "at"] * who
    return -expected if told(reading.lower, figure, reading.statistic) else expected


_SIGN: dict[Side, int] = {"above": 1, "at": 0, "below": -1}


def figures(reading: Reading, start: int) -> list[Figure]:
    """The figures that a comparison may be about: those of its numbers, or of its outcome.

    Where all numbers stand in other clauses, its own clause tells of something else.
    """
    first, last = reading.clause(start)
    numbers = [one for one in reading.numerals if one.kind not in ("span", "year")]
    beside = [one for one in numbers if first <= one.start < last]
    if numbers and not beside:
        return []
    traced = [
        one.figure
        for numeral in beside
        for one in traces(reading, numeral)
        if one.figure is not None and one.figure.role == "result"
    ]
    results = [one for one in reading.statistic.figures if one.role == "result"]
    named = [
        one
        for one in results
        if told(reading.lower, one, reading.statistic) is not None
    ]
    main = main_figure(reading)
    return traced or named or ([main] if main is not None else [])


def main_figure(reading: Reading) -> Figure | None:
    """The figure that the sentence is about: that of its numbers, or the main one."""
    for numeral in reading.numerals:
        for trace in traces(reading, numeral):
            if trace.figure is not None and trace.figure.role == "result":
                return trace.figure
    results = (one for one in reading.statistic.figures if one.role == "result")
    return reading.facts.lead or next(results, None)
