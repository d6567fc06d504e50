"""How a figure of the record is put where a number of a report differs from it."""

import re

from relcase.domain.amounts import large, shown
from relcase.domain.evidence import Figure
from relcase.domain.measures import MEASURES
from relcase.domain.printed import value
from relcase.domain.wording.numerals import Numeral

_FAR = 10
"""How many times as much money is told of something else."""


def as_printed(figure: Figure) -> str:
    """A figure with what it is: "odds ratio 1.50 (50% more)"."""
    told = shown(figure)
    if figure.reference_value and MEASURES[figure.measure].kind == "share":
        return f"{told} against {figure.reference_value}%"
    if MEASURES[figure.measure].kind == "ratio":
        ratio = value(figure.estimate)
        if ratio:
            change = 100 * (ratio - 1)
            way = "higher" if change > 0 else "lower"
            odds = "odds " if figure.measure == "odds_ratio" else ""
            return f"{told} ({odds}{abs(change):.0f}% {way})"
    return told


def instead(numeral: Numeral, figure: Figure) -> str | None:
    """The figure in the form of the number it may replace; ``None`` for another form."""
    printed = figure.estimate or ""
    if numeral.kind == "percent" and MEASURES[figure.measure].kind in (
        "share",
        "change",
    ):
        digits = re.match(r"([−-]?)\d[\d.,]*", numeral.text)
        if digits and digits[1] and not printed.startswith("-"):
            return None  # the sign would have to change as well
        if digits and digits.end() < len(numeral.text):
            return digits[1] + printed.lstrip("-") + numeral.text[digits.end() :]
    size = abs(value(printed) or 0)
    is_near = size <= _FAR * numeral.value and numeral.value <= _FAR * size
    if numeral.kind == "money" and numeral.text[:1] in "£$€" and is_near:
        return large(figure)
    return None
