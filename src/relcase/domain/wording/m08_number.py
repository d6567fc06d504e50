"""M08 number not in the record: a number that no field gives and no arithmetic yields.

Every number of a sentence, in digits or in words, has to come from the record: printed
in one of its fields, or following from them (two percentages give their difference in
points, their ratio and their complements; a ratio the per cent more or fewer). A number
from elsewhere may be right, but nobody can trace it.

Bad:
    entry: uk-spcr-family-visits-2013
    sentence: In England and Wales, 42% of prisoners with family visits reoffended.
Good:
    entry: uk-spcr-family-visits-2013
    sentence: In England and Wales, 47% of prisoners with family visits reoffended.
"""

from collections.abc import Iterator

from relcase.domain.conversions import RATIOS, e_values, possible_risk
from relcase.domain.evidence import Figure
from relcase.domain.printed import value
from relcase.domain.problem import Rule
from relcase.domain.wording.a07_points import confused
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.phrases import pattern
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import contradicted, traces, within
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M08", "number not in the record", "error")

ILLUSTRATION = pattern("not from the study, illustrat*, for example, if # in #")
_ALL = 100
_ROUNDED = 0.75
_ABSOLUTE = ("share", "percent", "points")


def check(reading: Reading) -> Iterator[Wrong]:
    """Every number that the record does not give; spans of time are those of M10."""
    for numeral in reading.numerals:
        if numeral.kind != "span" and not _known(reading, numeral):
            message = (
                f"“{numeral.text}” is in no field of the record, nor does it follow."
            )
            yield Wrong("M08", "error", numeral.start, numeral.end, message)


def _known(reading: Reading, numeral: Numeral) -> bool:
    if traces(reading, numeral) or contradicted(reading, numeral) is not None:
        return True
    if is_absolute(reading, numeral) or confused(reading, numeral):
        return True
    if ILLUSTRATION.search(reading.lower):
        return _illustrates(reading, numeral)
    return "unmeasured" in reading.lower and _explains_away(reading, numeral)


def _illustrates(reading: Reading, numeral: Numeral) -> bool:
    """Whether the main ratio turns the number into another of the sentence, or that into it."""
    lead = reading.facts.lead
    ratio, of = value(lead.estimate if lead else None), RATIOS.get(_measure(lead))
    if ratio is None or of is None:
        return False
    shares = [one.value for one in reading.numerals if 0 < one.value < _ALL]
    made = ((one, possible_risk(ratio, one / _ALL, of)) for one in shares)
    return any(
        numeral.value in (one, other) and abs(_ALL * risk - other) <= _ROUNDED
        for one, risk in made
        if risk is not None
        for other in shares
        if other != one
    )


def _measure(figure: Figure | None) -> str:
    return figure.measure if figure else ""


def _explains_away(reading: Reading, numeral: Numeral) -> bool:
    """Whether it is an E-value of a figure, or of its interval."""
    known = (e_values(figure) for figure in reading.statistic.figures)
    return any(
        within(numeral, one)
        for both in known
        if both
        for one in both
        if one is not None
    )


def is_absolute(reading: Reading, numeral: Numeral) -> bool:
    """Whether the number is an absolute one where the record has ratios alone (M03)."""
    if not reading.facts.only_ratios or numeral.kind not in _ABSOLUTE:
        return False
    return numeral.kind == "points" or reading.side(numeral) == 0
