"""M11 threshold for estimate: words like "more than" before what is the estimate itself.

"More than 50%" says that the truth is above 50; the estimate is 50, and its interval
reaches to both sides. Give the number as it is, with "about" where it is rounded.
"More than double" may stand where the sentence gives the estimate as well: "(hazard
ratio 2.16)".

Bad:
    entry: uk-spcr-family-visits-2013
    sentence: More than 68% of prisoners without family visits reoffended within a year.
Good:
    entry: uk-spcr-family-visits-2013
    sentence: Of prisoners without family visits, 68% reoffended within a year.
"""

from collections.abc import Iterator
from math import isclose

from relcase.domain.evidence import Figure
from relcase.domain.printed import value
from relcase.domain.problem import Rule
from relcase.domain.wording.derived import of_figure
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import limit_stated
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M11", "threshold for estimate", "warning")

_CLOSE = 0.1
_HEDGES = frozenset({"over", "under"})


def check(reading: Reading) -> Iterator[Wrong]:
    """Every "more than" or "less than" before an estimate or inside its interval."""
    for numeral in reading.numerals:
        if numeral.hedge not in _HEDGES or limit_stated(reading, numeral):
            continue
        figure = _estimate(reading, numeral) or _reached(reading, numeral)
        if figure is not None:
            yield _wrong(reading, numeral, figure)


def _estimate(reading: Reading, numeral: Numeral) -> Figure | None:
    """The figure whose estimate prints as the number."""
    kinds = ("share", "percent") if numeral.kind == "share" else (numeral.kind,)
    for one in reading.facts.derived:
        if (
            one.kind in kinds
            and one.figure is not None
            and isclose(one.value, numeral.value)
        ):
            return one.figure
    results = (one for one in reading.statistic.figures if one.role == "result")
    counted = numeral.kind in ("number", "money")
    return next(
        (one for one in results if counted and value(one.estimate) == numeral.value),
        None,
    )


def _reached(reading: Reading, numeral: Numeral) -> Figure | None:
    """The figure whose interval reaches to the other side of the number."""
    for figure in reading.statistic.figures:
        low, high, middle = map(value, (figure.low, figure.high, figure.estimate))
        if low is None or high is None or middle is None or figure.role != "result":
            continue
        if numeral.kind == "times" and low < numeral.value < middle:
            if _printed_beside(reading, numeral, middle):
                continue
            return figure
        if numeral.kind == "percent" and _just_beyond(numeral, figure):
            return figure
    return None


def _printed_beside(reading: Reading, numeral: Numeral, estimate: float) -> bool:
    """Whether the sentence gives the estimate as well, and so misleads nobody."""
    others = (one for one in reading.numerals if one is not numeral)
    return any(one.value == estimate and one.hedge not in _HEDGES for one in others)


def _just_beyond(numeral: Numeral, figure: Figure) -> bool:
    """Whether the figure gives a number a little past the threshold: 41% for "over 40%"."""
    past = 1 if numeral.hedge == "over" else -1
    return any(
        one.how in ("relative", "printed", "change")
        and 0 < past * (one.value - numeral.value) < _CLOSE * numeral.value
        for one in of_figure(figure)
    )


def _wrong(reading: Reading, numeral: Numeral, figure: Figure) -> Wrong:
    words = reading.sentence[numeral.hedge_start : numeral.end]
    message = f"“{words}” sets a threshold, and {_about(figure)}."
    start = numeral.hedge_start
    return Wrong("M11", "warning", start, numeral.end, message, f"about {numeral.text}")


def _about(figure: Figure) -> str:
    if not figure.low:
        return "the number is the estimate itself"
    return f"the study is no surer than an interval from {figure.low} to {figure.high}"
