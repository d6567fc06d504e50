"""From intervals to P values and back, and the sign test.

Ratios are taken by their logarithms, on which their intervals are symmetric.
"""

from math import comb, erfc, exp, inf, log, sqrt
from typing import NamedTuple

Z = {80: 1.2816, 90: 1.6449, 95: 1.9600, 99: 2.5758}
"""How many standard errors the end of an interval is from its middle, by level."""

_EXACT_UP_TO = 1000
_MOST = 700
"""Logarithm above which a ratio counts as endless."""


def standard_error(low: float, high: float, level: int = 95) -> float:
    """SE = (upper - lower) / (2·z): Altman and Bland, BMJ 2011, 343:d2090."""
    return (high - low) / (2 * Z[level])


def interval_from_error(
    estimate: float, error: float, level: int = 95, *, ratio: bool = False
) -> tuple[float, float]:
    """estimate ± z(level)·SE: Altman and Bland, BMJ 2011, 343:d2090.

    For a ratio ``error`` is that of its logarithm, and both are taken so. Raises
    ``ValueError`` for a ratio of 0 or less.
    """
    away = Z[level] * error
    if not ratio:
        return estimate - away, estimate + away
    centre = log(estimate)
    return exp(centre - away), exp(centre + away) if centre + away < _MOST else inf


def p_from_z(z: float) -> float:
    """P = exp(-0.717·z - 0.416·z²): Altman and Bland, BMJ 2011, 343:d2304."""
    return exp(-0.717 * abs(z) - 0.416 * z * z)


def p_from_interval(
    estimate: float, low: float, high: float, level: int = 95, *, ratio: bool = False
) -> float:
    """The two-sided P value that belongs to an interval: Altman and Bland, d2304.

    SE from the interval, z = estimate / SE, P from z; logarithms throughout for a
    ratio. Raises ``ValueError`` for a ratio of 0 or less and an interval of no width.
    """
    if ratio:
        estimate, low, high = log(estimate), log(low), log(high)
    if low >= high:
        raise ValueError("the interval has no width")
    return p_from_z(estimate / standard_error(low, high, level))


def z_from_p(p: float) -> float:
    """z = -0.862 + √(0.743 - 2.404·ln P): Altman and Bland, BMJ 2011, 343:d2090.

    Raises ``ValueError`` unless P is above 0 and at most 1.
    """
    if not 0 < p <= 1:
        raise ValueError(f"{p} is not a P value")
    return -0.862 + sqrt(0.743 - 2.404 * log(p))


class Reconstructed(NamedTuple):
    """An interval made from an estimate and its P value, and what led to it."""

    z: float
    se: float
    low: float
    high: float


def interval_from_p(
    estimate: float, p: float, level: int = 95, *, ratio: bool = False
) -> Reconstructed:
    """estimate ± z(level)·SE with SE = estimate / z: Altman and Bland, d2090.

    Approximate with fewer than about 60 people. For a ratio ``se`` is that of its
    logarithm. Raises ``ValueError`` at no difference, where P says nothing of width.
    """
    centre = log(estimate) if ratio else estimate
    z = z_from_p(p)
    if z <= 0 or not centre:
        raise ValueError("no difference, so no width")
    se = abs(centre) / z
    low, high = centre - Z[level] * se, centre + Z[level] * se
    return Reconstructed(z, se, *((exp(low), exp(high)) if ratio else (low, high)))


def sign_test(one_way: int, studies: int) -> float:
    """Two-sided P of so uneven a split, were both ways as likely: exact binomial.

    Twice the smaller tail of B(n, ½), at most 1 (Cochrane Handbook, chapter 12, on
    counting directions); the normal approximation with Yates' correction above 1,000.
    """
    fewer = min(one_way, studies - one_way)
    if studies > _EXACT_UP_TO:
        z = (studies / 2 - fewer - 0.5) / (sqrt(studies) / 2)
        return min(1.0, erfc(z / sqrt(2)))
    tail: int = sum(comb(studies, count) for count in range(fewer + 1))
    return float(min(1.0, 2 * tail / 2**studies))
