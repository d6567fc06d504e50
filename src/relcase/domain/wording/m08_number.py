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

from relcase.domain.printed import value
from relcase.domain.problem import Rule
from relcase.domain.wording.a07_points import confused
from relcase.domain.wording.derived import RATIOS, e_values, risk_from
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.phrases import pattern
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import contradicted, traces, within
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M08", "number not in the record", "error")

ILLUSTRATION = pattern("not from the study, illustrat*, for example, if # in #")
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
    ratio = value(lead.estimate) if lead and lead.measure in RATIOS else None
    if lead is None or ratio is None:
        return False
    risks = [one.value for one in reading.numerals if 0 < one.value < 100]
    return any(
        abs(100 * risk_from(lead.measure, ratio, one / 100) - other) <= _ROUNDED
        for one in risks
        for other in risks
        if numeral.value in (one, other) and one != other
    )


def _explains_away(reading: Reading, numeral: Numeral) -> bool:
    figures = reading.statistic.figures
    return any(within(numeral, one) for figure in figures for one in e_values(figure))


def is_absolute(reading: Reading, numeral: Numeral) -> bool:
    """Whether the number is an absolute one where the record has ratios alone (M03)."""
    if not reading.facts.only_ratios or numeral.kind not in _ABSOLUTE:
        return False
    return numeral.kind == "points" or reading.side(numeral) == 0
