"""One figure that stands large by itself: on a slide, in a picture of one number.

Nobody beside it says what kind of number it is. So a ratio says that it multiplies, and
what; any other number without a unit has the name of its measure before it.
"""

import re
from typing import TYPE_CHECKING, NamedTuple

from relcase.domain import amounts
from relcase.domain.measures import MEASURES

if TYPE_CHECKING:
    from relcase.domain.evidence import Figure
    from relcase.domain.listed import Lead

_MULTIPLIED = re.compile(
    r"(?:odds|risk|rate|hazard|chance|likelihood|probability|prevalence|incidence)s? of "
)
"""How a label begins that names what a ratio multiplies."""
_GOES_ON = ("of ", "between ", "with ")
_DEVIATIONS, _LIKELY = "standard deviations", "times as likely"


class Alone(NamedTuple):
    """A figure in three lines."""

    large: str
    """``1.50 times``, ``Correlation 0.278``, ``−14.0%``."""
    of: str
    """What it multiplies, or what is counted: ``the odds of being alive at follow-up``."""
    kind: str
    """What statisticians call it, where neither line does: ``odds ratio``."""


def alone(figure: "Figure | Lead") -> Alone:
    """The figure as it stands by itself; without a number the first line is empty."""
    value, label = amounts.large(figure), plain_label(figure)
    name = amounts.measure_name(figure)
    if not (value and name):
        return Alone(value, label, name)
    if MEASURES[figure.measure].kind == "ratio":
        of = f"the {label}" if _MULTIPLIED.match(label) else label
        times = _LIKELY if f", {_LIKELY}" in figure.label else "times"
        return Alone(f"{value} {times}", of, name)
    if figure.measure == "standardised_mean_difference":
        kind = "" if name in label else name
        return Alone(f"{value} {_DEVIATIONS}", label, kind)
    rest = label.removeprefix(f"{name} ")
    of = rest if rest.startswith(_GOES_ON) else label
    return Alone(f"{name[:1].upper()}{name[1:]} {value}", of, "")


def plain_label(figure: "Figure | Lead") -> str:
    """Its label without the unit that stands at its number: no ``, in per cent`` beside
    ``56%``."""
    units = set(_units(figure))
    parts = figure.label.split(", ")
    kept = [one for one in parts if one.removeprefix("in ") not in units]
    return ", ".join(kept) or figure.label


def _units(figure: "Figure | Lead") -> tuple[str, ...]:
    """What the unit that is shown with a number is called in words."""
    value = amounts.large(figure)
    if value.endswith("%"):
        return ("per cent", "percent")
    kind = MEASURES[figure.measure].kind
    if kind == "ratio":
        return ("times", _LIKELY)
    if figure.measure == "standardised_mean_difference":
        return (_DEVIATIONS,)
    if figure.measure == "percentage_points":
        return ("percentage points",)
    unit = figure.unit or ""
    if figure.measure == "money":
        return (amounts.currency_name(unit),) if amounts.currency(unit) else ()
    return (unit, unit.partition(" (")[0]) if unit and unit in value else ()
