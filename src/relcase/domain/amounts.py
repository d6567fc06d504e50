"""Numbers as a person reads them: the printed digits, with sign, unit and range.

Nothing is rounded and nothing computed: a figure is shown to the precision at which
its source prints it.
"""

from typing import TYPE_CHECKING

from relcase.domain.listed import Lead

if TYPE_CHECKING:
    from relcase.domain.evidence import Figure

_PERCENT = {"percent", "percent_change", "attributable_fraction"}
_COUNTED = {"count", "vote_count", "money"}
_WORDED = {
    "odds_ratio": "odds ratio",
    "relative_risk": "relative risk",
    "hazard_ratio": "hazard ratio",
    "rate_ratio": "rate ratio",
    "prevalence_ratio": "prevalence ratio",
    "risk_difference": "risk difference",
    "standardised_mean_difference": "standardised difference",
    "correlation": "correlation",
    "regression_coefficient": "coefficient",
    "benefit_cost_ratio": "benefit–cost ratio",
    "number_needed_to_treat": "number needed to treat",
    "score": "score",
}
_DIRECTIONS = {
    "higher": "higher",
    "lower": "lower",
    "none": "no clear difference",
    "unknown": "direction not stated",
}


def number(digits: str, measure: str = "") -> str:
    """Printed digits with a true minus sign; counts and money with thousands commas."""
    sign, bare = ("−", digits[1:]) if digits.startswith("-") else ("", digits)
    whole, dot, rest = bare.partition(".")
    if measure in _COUNTED and len(whole) > len("999") and whole.isdecimal():
        whole = f"{int(whole):,}"
    return sign + whole + dot + rest


def large(figure: "Figure | Lead") -> str:
    """The figure at its shortest, to stand large: ``1.50``, ``−14.0%``, ``18 of 22``."""
    if figure.estimate is None:
        return ""
    value = number(figure.estimate, figure.measure)
    if figure.measure in _PERCENT:
        return f"{value}%"
    if figure.measure == "percentage_points":
        return f"{value} percentage points"
    if figure.denominator and figure.measure in _COUNTED:
        return f"{value} of {number(figure.denominator, 'count')}"
    if figure.measure == "money":
        return _money(figure.estimate, figure.unit or "")
    if figure.measure in _WORDED or not figure.unit:
        return value
    return f"{value} {figure.unit}"


def _money(digits: str, unit: str) -> str:
    """``£948 a year``: the unit's first words name the currency; whole millions in words."""
    minus, bare = ("−", digits[1:]) if digits.startswith("-") else ("", digits)
    words = currency_name(unit)
    if not words:
        return f"{number(digits, 'money')} {unit}".rstrip()
    millions = bare.removesuffix("000000")
    value = number(bare, "money")
    if millions != bare and millions:
        value = f"{number(millions, 'money')} million"
    return f"{minus}{_CURRENCIES[words]}{value}{unit.removeprefix(words)}"


def currency(unit: str) -> str:
    """The sign of a currency that a unit begins with: ``£``; empty without one."""
    return _CURRENCIES.get(currency_name(unit), "")


def currency_name(unit: str) -> str:
    """The words of a currency that a unit begins with: ``pounds``; empty without one."""
    return next((one for one in _CURRENCIES if unit.startswith(one)), "")


_CURRENCIES = {"US dollars": "US$", "pounds": "£", "euros": "€", "GBP": "£"}


def denominator(figure: "Figure") -> str:
    """How many a share is of, where the figure at its shortest does not say it."""
    if figure.denominator is None or figure.measure in _COUNTED:
        return ""
    return number(figure.denominator, "count")


def measure_name(figure: "Figure | Lead") -> str:
    """What a bare number is: ``odds ratio``; empty where the number says it itself."""
    if figure.measure == "ratio" and not figure.unit:
        return "ratio"
    return _WORDED.get(figure.measure, "")


def interval(figure: "Figure | Lead") -> str:
    """Its interval: ``95% CI 1.42 to 1.59``; empty where the source prints none."""
    if figure.low is None or figure.high is None:
        return ""
    low, high = number(figure.low, figure.measure), number(figure.high, figure.measure)
    level = f"{figure.level}% CI " if figure.level else ""
    return f"{level}{low} to {high}"


def named(figure: "Figure | Lead") -> str:
    """The figure with the name of its measure: ``odds ratio 1.50``; empty without one."""
    if figure.estimate is None:
        return ""
    return " ".join(part for part in (measure_name(figure), large(figure)) if part)


def shown(figure: "Figure") -> str:
    """The figure with the name of its measure, or which way it points in words."""
    return named(figure) or _DIRECTIONS[figure.direction or "unknown"]


def of_reference(figure: "Figure") -> str:
    """The number of the group it is compared with, in the same form: ``21%``."""
    printed = figure.reference_value or ""
    return number(printed, figure.measure) + "%" * (figure.measure in _PERCENT)


def worded(figure: "Figure | Lead") -> str:
    """The figure in a phrase: ``odds ratio 1.50 (95% CI 1.42 to 1.59)``."""
    around = interval(figure)
    return f"{named(figure)} ({around})" if around else named(figure)
