"""What an interval and a P value say of each other, with the room that rounding leaves.

Everything is a range, from the least to the greatest that the printed numbers allow.
Ratios are taken by their logarithms, on which their intervals are symmetric.
"""

from math import log
from typing import NamedTuple

from relcase.domain.evidence import Figure
from relcase.domain.measures import MEASURES
from relcase.domain.printed import (
    Span,
    is_number,
    is_p_value,
    span,
    span_or_none,
    whole,
)
from relcase.domain.significance import Z, p_from_z

_NOT_SYMMETRIC = ("credible", "bootstrap", "exact", "bayes")
_DIFFERENCES = {
    "mean_difference",
    "standardised_mean_difference",
    "risk_difference",
    "percentage_points",
    "regression_coefficient",
}


class Range(NamedTuple):
    """From the least to the greatest, both included."""

    low: float
    high: float


class Printed(NamedTuple):
    """An estimate with its interval, each as all that rounds to it."""

    estimate: Span
    low: Span
    high: Span

    @property
    def in_order(self) -> bool:
        """Whether the estimate may lie between the ends; I01 speaks of what does not."""
        estimate, low, high = self
        return low.low <= min(estimate.high, high.high) and estimate.low <= high.high


def is_ratio(figure: Figure) -> bool:
    """Whether its interval is symmetric by logarithms."""
    return MEASURES[figure.measure].kind == "ratio"


def is_difference(figure: Figure) -> bool:
    """Whether its interval is symmetric as it stands."""
    return figure.measure in _DIFFERENCES


def is_symmetric(figure: Figure) -> bool:
    """Whether its interval is of the usual kind, made of a standard error.

    One that the figure's note calls credible, Bayesian, bootstrap or exact is not.
    """
    if not is_ratio(figure) and not is_difference(figure):
        return False
    note = (figure.note or "").casefold()
    return not any(word in note for word in _NOT_SYMMETRIC)


def printed(figure: Figure) -> Printed | None:
    """Its estimate and both ends; ``None`` unless all three are numbers."""
    estimate, low, high = map(span_or_none, (figure.estimate, figure.low, figure.high))
    if estimate is None or low is None or high is None:
        return None
    return Printed(estimate, low, high)


def level_of(figure: Figure) -> int | None:
    """The level of its interval, one of those in use."""
    known = whole(figure.level)
    return known if known in Z else None


def reported_p(figure: Figure) -> Range | None:
    """Its P value as a two-sided one: ``<0.001`` is all from 0 to 0.001."""
    if figure.p is None or not is_p_value(figure.p):
        return None
    sign, digits = figure.p[:1], figure.p.lstrip("<>")
    if not is_number(digits):
        return None
    around = span(digits)
    low, high = float(around.low), float(around.high)
    if sign in ("<", ">"):
        low, high = (0, float(digits)) if sign == "<" else (float(digits), 1)
    sides = 2 if figure.one_sided else 1
    return Range(max(low * sides, 0), min(high * sides, 1))


def standard_errors(figure: Figure) -> Range | None:
    """The standard errors that its interval allows; of a ratio's logarithm.

    SE = (upper - lower) / (2·z): Altman and Bland, BMJ 2011, 343:d2090.
    """
    level, ends = level_of(figure), _ends(figure)
    if level is None or ends is None:
        return None
    low, high = ends
    widths = max(high.low - low.high, 0), high.high - low.low
    return Range(*(width / (2 * Z[level]) for width in widths))


def recomputed_p(figure: Figure) -> Range | None:
    """The P values that estimate and interval allow: Altman and Bland 2011, d2304."""
    errors = standard_errors(figure)
    estimate = _scaled(span_or_none(figure.estimate), figure)
    if errors is None or estimate is None or errors.high <= 0:
        return None
    far = max(abs(estimate.low), abs(estimate.high))
    near = 0.0 if estimate.low <= 0 <= estimate.high else _nearer(estimate)
    least = p_from_z(far / errors.low) if errors.low > 0 else 0.0
    return Range(least, p_from_z(near / errors.high))


def _nearer(estimate: Range) -> float:
    return min(abs(estimate.low), abs(estimate.high))


def _ends(figure: Figure) -> tuple[Range, Range] | None:
    """Both ends of a symmetric interval, on the scale on which it is so."""
    if not is_symmetric(figure):
        return None
    low = _scaled(span_or_none(figure.low), figure)
    high = _scaled(span_or_none(figure.high), figure)
    return None if low is None or high is None else (low, high)


def _scaled(number: Span | None, figure: Figure) -> Range | None:
    """The range of a printed number; of its logarithm for a ratio."""
    if number is None:
        return None
    low, high = float(number.low), float(number.high)
    if not is_ratio(figure):
        return Range(low, high)
    return Range(log(low), log(high)) if low > 0 else None
