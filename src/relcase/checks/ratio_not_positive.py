"""B02 ratio not above zero: an odds, risk, rate or other ratio of 0 or less.

A ratio compares two amounts; "no difference" is 1, and a halving 0.5. A minus sign
shows that a change or a difference is meant, or the logarithm of the ratio. A limit
that rounds to 0.0 or 0.00 is printed so and stands; limits of benefits to costs may lie
below zero.

Bad:
    figures:
      - {label: odds of readmission, measure: odds_ratio, estimate: "-0.36"}
Good:
    figures:
      - {label: odds of readmission, measure: odds_ratio, estimate: "0.64"}
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.printed import value
from relcase.domain.problem import Finding, Rule

RULE = Rule("B02", "ratio not above zero", "error")

_MEASURES = {
    "odds_ratio",
    "relative_risk",
    "hazard_ratio",
    "rate_ratio",
    "prevalence_ratio",
    "ratio",
    "benefit_cost_ratio",
}


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Ratios and their limits that are zero or less."""
    if not isinstance(placed.entry, Statistic):
        return
    for number, figure in enumerate(placed.entry.figures):
        if figure.measure in _MEASURES:
            for name in _not_positive(figure):
                text = getattr(figure, name)
                message = f"{text} is not a possible value of a ratio"
                hint = "Ratios are above zero; check the sign and the `measure`."
                at = ("figures", number, name)
                yield placed.finding("B02", "error", message, *at, hint=hint)


def _not_positive(figure: Figure) -> Iterator[str]:
    """The fields of a ratio that rounding cannot explain."""
    estimate = value(figure.estimate)
    if estimate is not None and estimate <= 0:
        yield "estimate"
    if figure.measure == "benefit_cost_ratio":
        return
    low, high = value(figure.low), value(figure.high)
    if low is not None and (low < 0 or (low == 0 and "." not in str(figure.low))):
        yield "low"
    if high is not None and high <= 0:
        yield "high"
