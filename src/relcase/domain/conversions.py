"""From ratios to risks, to standardised differences, to E-values, and back.

Risks are shares between 0 and 1. A ratio applies to the risk of the reference group, the
baseline; without one no ratio says how many people in a hundred are meant.
"""

from math import ceil, log, pi, sqrt
from typing import Literal, NamedTuple

from relcase.domain.evidence import Figure
from relcase.domain.listed import Lead
from relcase.domain.printed import value

Ratio = Literal["risk", "odds", "hazard"]
"""What a ratio is a ratio of; rates over time count as hazards."""

RATIOS: dict[str, Ratio] = {
    "odds_ratio": "odds",
    "relative_risk": "risk",
    "prevalence_ratio": "risk",
    "hazard_ratio": "hazard",
    "rate_ratio": "hazard",
}
"""The measures that compare the risks of two groups, and what each is a ratio of."""

COMMON = 0.15
"""Above this risk an outcome is common, and odds and hazards part from risks."""

_SPOKEN_WITHIN = 0.10
_SMD_PER_LOG_ODDS = sqrt(3) / pi
_PLACES = 9
"""Decimals kept before a comparison or a step up, to be rid of binary fractions."""


def risk_ratio_from_odds_ratio(odds_ratio: float, baseline: float) -> float:
    """OR / (1 - p0 + p0·OR): Zhang and Yu, JAMA 1998, 280:1690–1.

    Biased for an adjusted odds ratio (McNutt and others 2003; Grant, BMJ 2014, f7450):
    then show it for several baselines.
    """
    return odds_ratio / odds_divergence(odds_ratio, baseline)


def odds_ratio_from_risk_ratio(risk_ratio: float, baseline: float) -> float:
    """RR·(1 - p0) / (1 - p0·RR): Zhang and Yu's formula the other way round.

    Raises ``ValueError`` where the ratio would need a risk of 1 or more.
    """
    if risk_ratio * baseline >= 1:
        raise ValueError(f"{risk_ratio} times a risk of {baseline} is no risk below 1")
    return risk_ratio * (1 - baseline) / (1 - baseline * risk_ratio)


def risk_from_odds_ratio(odds_ratio: float, baseline: float) -> float:
    """p1 = OR·p0 / (1 - p0 + OR·p0): Cochrane Handbook 5.1, section 12.5.4.3."""
    return odds_ratio * baseline / odds_divergence(odds_ratio, baseline)


def risk_from_risk_ratio(risk_ratio: float, baseline: float) -> float:
    """p1 = RR·p0: Cochrane Handbook 5.1, section 12.5.4.2.

    Raises ``ValueError`` when that is above 1: the ratio does not fit the baseline.
    """
    risk = risk_ratio * baseline
    if risk > 1:
        raise ValueError(f"{risk_ratio} times a risk of {baseline} is above 1")
    return risk


def risk_from_hazard_ratio(hazard_ratio: float, baseline: float) -> float:
    """p1 = 1 - (1 - p0)^HR at the time that the baseline is for.

    Follows from S1(t) = S0(t)^HR, the definition of proportional hazards (Cox 1972).
    """
    return float(1 - (1 - baseline) ** hazard_ratio)


def risk(ratio: float, baseline: float, of: Ratio) -> float:
    """The risk that a ratio makes of a baseline; raises ``ValueError`` if above 1."""
    if of == "odds":
        return risk_from_odds_ratio(ratio, baseline)
    if of == "hazard":
        return risk_from_hazard_ratio(ratio, baseline)
    return risk_from_risk_ratio(ratio, baseline)


def possible_risk(ratio: float, baseline: float, of: Ratio) -> float | None:
    """The risk that a ratio makes of a baseline; ``None`` where it does not fit."""
    try:
        return risk(ratio, baseline, of)
    except ValueError:
        return None


def odds_divergence(odds_ratio: float, baseline: float) -> float:
    """How far the odds ratio is from the risk ratio: OR/RR = 1 - p0 + p0·OR.

    Zhang and Yu's formula, divided through.
    """
    return 1 - baseline + baseline * odds_ratio


def odds_may_be_spoken_as_risk(odds_ratio: float, baseline: float) -> bool:
    """Whether the two differ by at most a tenth (a limit of our own)."""
    apart = abs(odds_divergence(odds_ratio, baseline) - 1)
    return round(apart, _PLACES) <= _SPOKEN_WITHIN


def smd_from_odds_ratio(odds_ratio: float) -> float:
    """d = ln(OR)·√3/π, that is ln(OR)/1.81: Chinn, Statistics in Medicine 2000, 19:3127.

    Only where the outcome is a continuous one that was cut in two.
    """
    return log(odds_ratio) * _SMD_PER_LOG_ODDS


def odds_ratio_from_smd(difference: float) -> float:
    """OR = e^(d·π/√3): Chinn 2000, solved for the odds ratio."""
    return float(2.718281828459045 ** (difference / _SMD_PER_LOG_ODDS))


def approximate_risk_ratio(ratio: float, of: Ratio, *, common: bool) -> float:
    """A ratio as a risk ratio without a baseline: VanderWeele and Ding 2017.

    For a common outcome √OR, and (1 - 0.5^√HR) / (1 - 0.5^√(1/HR)); for a rare one the
    ratio itself.
    """
    if of == "risk" or not common:
        return ratio
    if of == "odds":
        return sqrt(ratio)
    return float((1 - 0.5 ** sqrt(ratio)) / (1 - 0.5 ** sqrt(1 / ratio)))


def e_value(risk_ratio: float) -> float:
    """E = RR + √(RR·(RR - 1)), of 1/RR below 1: VanderWeele and Ding 2017.

    How strongly something unmeasured would have to go with both the exposure and the
    outcome, as a risk ratio, to explain the whole of the link.
    """
    above = max(risk_ratio, 1 / risk_ratio)
    return above + sqrt(above * (above - 1))


def nearer_e_value(low: float, high: float) -> float:
    """The E-value of the end of the interval that is nearer 1; 1 when 1 is included."""
    if low <= 1 <= high:
        return 1.0
    return e_value(low if low > 1 else high)


class EValues(NamedTuple):
    """E-values of an estimate and of the end of its interval that is nearer 1."""

    estimate: float
    nearer: float | None
    """``None`` without an interval."""


def e_values(figure: Figure | Lead) -> EValues | None:
    """The E-values of a ratio of risks; ``None`` for other measures.

    The outcome counts as common unless a baseline of at most 15% is stated: the rule of
    the EValue package, used on the cautious side, for it makes the E-value smaller.
    """
    of = RATIOS.get(figure.measure)
    ends = [value(one) for one in (figure.estimate, figure.low, figure.high)]
    if of is None or ends[0] is None or ends[0] <= 0:
        return None
    common = baseline_of(figure) is None or (baseline_of(figure) or 0) > COMMON
    near = None
    if ends[1] and ends[2] and ends[1] > 0:
        low, high = (
            approximate_risk_ratio(one, of, common=common) for one in ends[1:] if one
        )
        near = nearer_e_value(low, high)
    whole = approximate_risk_ratio(ends[0], of, common=common)
    return EValues(e_value(whole), near)


def baseline_of(figure: Figure | Lead) -> float | None:
    """The risk that a ratio may be applied to, where the record states a possible one."""
    stated = getattr(figure, "baseline", None)
    known = value(stated.risk) if stated is not None else None
    return known if known is not None and 0 < known < 1 else None


def number_needed_to_treat(risk_difference: float) -> int:
    """1/\\|RD\\|, rounded up as Cochrane does; raises ``ValueError`` at no difference."""
    if not risk_difference:
        raise ValueError("without a difference nobody can be treated for it")
    return ceil(round(1 / abs(risk_difference), _PLACES))
