"""M07 extreme for typical: words like "up to", "as much as" or "at least" before a number.

"Up to 80%" is true of any set of numbers whose largest is 80, and says nothing about
the usual one. Give the average, or the extreme together with the typical value. Where
the source itself gives a limit ("3 or more", "over 30,000 people"), it may be said.

Bad:
    entry: uk-spcr-family-visits-2013
    sentence: Up to 68% of prisoners without family visits reoffended within a year.
Good:
    entry: uk-spcr-family-visits-2013
    sentence: Of prisoners without family visits, 68% reoffended within a year.
"""

from collections.abc import Iterator

from relcase.domain.printed import value
from relcase.domain.problem import Rule
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.phrases import ending, starting
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import lasts, limit_stated, traces, within
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M07", "extreme for typical", "error")

_LIMITS = frozenset({"up_to", "at_least", "at_most"})


def check(reading: Reading) -> Iterator[Wrong]:
    """Every number given as a limit that the record does not give as one."""
    for numeral in reading.numerals:
        limit = numeral.hedge in _LIMITS and not (
            _time(reading, numeral)
            or _of_people(reading, numeral)
            or _compares(reading, numeral)
        )
        if limit and not (limit_stated(reading, numeral) or _extreme(reading, numeral)):
            yield _wrong(reading, numeral)


def _compares(reading: Reading, numeral: Numeral) -> bool:
    """Whether something is so many times the number: "half as many as the 38%"."""
    if not _AS.match(reading.lower, numeral.hedge_start):
        return False
    hedge = reading.lower[numeral.hedge_start : numeral.start]
    times = _TIMES.search(reading.lower, 0, numeral.hedge_start)
    return times is not None or _THE.search(hedge) is not None


_AS = starting("as")
_THE = ending("the")
_TIMES = ending("half/twice/thrice/third/thirds/quarter/quarters/times")


def _time(reading: Reading, numeral: Numeral) -> bool:
    """Whether the number is a date or a length of time that is not the result."""
    lead = reading.facts.lead
    result = lead is not None and lasts(lead)
    return numeral.kind == "year" or (numeral.kind == "span" and not result)


def _of_people(reading: Reading, numeral: Numeral) -> bool:
    """Whether the number says how old people are, or of whom or what a study was made."""
    if numeral.kind not in ("number", "span"):
        return False
    if _AGED.search(reading.lower, 0, numeral.hedge_start):
        return True
    if _OLD.match(reading.lower, numeral.end) or numeral.text.endswith("old"):
        return True
    if numeral.kind == "span":
        return False
    roles = {one.figure.role for one in traces(reading, numeral) if one.figure}
    return roles == {"context"}


_AGED = ending(
    "aged, age (of), ages, people/adults/patients/residents/women/men of/over"
)
_OLD = starting("years old/or/and/of, year-olds, years-old, or/and more/over years")


def _extreme(reading: Reading, numeral: Numeral) -> bool:
    """Whether the number is an extreme of the record and its typical value is said."""
    for figure in reading.statistic.figures:
        estimate, typical = value(figure.estimate), value(figure.typical)
        if (
            figure.is_extreme
            and estimate is not None
            and within(numeral, abs(estimate))
        ):
            if typical is None:
                return numeral.hedge == "at_most"
            said = [one.value for one in reading.numerals if one is not numeral]
            return abs(typical) in said
    return False


def _wrong(reading: Reading, numeral: Numeral) -> Wrong:
    words = reading.sentence[numeral.hedge_start : numeral.end]
    message = (
        f"“{words}” gives a limit in place of what was usual; give the number that was "
        "found on average."
    )
    start, end = numeral.hedge_start, numeral.end
    better = numeral.text if numeral.hedge_start < numeral.start else None
    return Wrong("M07", "error", start, end, message, better)
