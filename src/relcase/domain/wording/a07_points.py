"""Per cent for percentage points, and the reverse: from 40% to 50% is 10 points or 25%.

The rule A07 judges the figures of a record; here it judges a sentence about them.
"""

from collections.abc import Iterator

from relcase.domain.printed import value
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import traces, within
from relcase.domain.wording.wrong import Wrong

_DIFFERENCES = frozenset({"difference", "change", "pair", "relative"})


def check(reading: Reading) -> Iterator[Wrong]:
    """Every difference in points that is told in per cent, and the reverse."""
    for numeral in reading.numerals:
        if confused(reading, numeral):
            told = "percentage points" if numeral.kind == "points" else "per cent"
            meant = "per cent" if numeral.kind == "points" else "points"
            message = (
                f"“{numeral.text}” is in {told}, but in the record it is in {meant}."
            )
            yield Wrong("A07", "error", numeral.start, numeral.end, message)


def confused(reading: Reading, numeral: Numeral) -> bool:
    """Whether a number stands in the record in points and here in per cent, or so."""
    if numeral.kind not in ("percent", "points") or _explained(reading, numeral):
        return False
    if numeral.kind == "percent" and not reading.side(numeral):
        return False
    other = "points" if numeral.kind == "percent" else "percent"
    known = (one for one in reading.facts.derived if one.kind == other)
    if any(one.how in _DIFFERENCES and within(numeral, one.value) for one in known):
        return True
    return numeral.kind == "percent" and _in_points(reading, numeral)


def _explained(reading: Reading, numeral: Numeral) -> bool:
    """Whether the main result or the record's own words give the number as it is."""
    lead = reading.facts.lead
    found = traces(reading, numeral)
    differs = lead is not None and lead.measure == "percent" and lead.reference_value
    if not differs:
        return bool(found)
    return any(one.figure is None or one.figure is lead for one in found)


def _in_points(reading: Reading, numeral: Numeral) -> bool:
    """Whether a figure in percentile or other points has the same number."""
    return any(
        "point" in f"{figure.unit or ''} {figure.label}".lower()
        and abs(value(figure.estimate) or 0) == numeral.value
        for figure in reading.statistic.figures
    )
