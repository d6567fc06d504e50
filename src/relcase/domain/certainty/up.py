"""What takes a rating up: a large effect, or more with every step (GRADE 9).

Only where nobody was assigned by chance, nothing was taken off, and little unmeasured
could explain the result away: an E-value of the nearer limit under 1.25 blocks it
(VanderWeele and Ding 2017).
"""

from relcase.domain.certainty.precision import compared, interval
from relcase.domain.certainty.rating import Move
from relcase.domain.certainty.start import TRIALS
from relcase.domain.conversions import (
    RATIOS,
    approximate_risk_ratio,
    baseline_of,
    e_value,
    risk_ratio_from_odds_ratio,
)
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.printed import value

LARGE, VERY_LARGE = 2.0, 5.0
FRAGILE = 1.25
"""E-value under which a weak unmeasured difference would explain the result."""
MOST = 2
"""Levels up, at most."""


def up(statistic: Statistic) -> Move | None:
    """What is added to a rating from which nothing was taken; 0 levels when blocked."""
    if statistic.claim_type not in ("effect", "association"):
        return None
    if statistic.design in TRIALS:
        return None
    figure = compared(statistic)
    size = _large(figure) if figure else 0
    if not size and not statistic.dose_response:
        return None
    if figure and figure.measure in RATIOS and _fragile(figure):
        return Move(
            0,
            "Not raised: an unmeasured difference of little strength could explain "
            "the nearer end of the interval.",
        )
    by = min(MOST, size + statistic.dose_response)
    return Move(by, _because(figure, size, by, dose=statistic.dose_response))


def _because(figure: Figure | None, size: int, by: int, *, dose: bool) -> str:
    why = []
    if size and figure:
        why.append(f"the {'very ' * (size - 1)}large difference{_converted(figure)}")
    if dose:
        why.append("more of the one went with more of the other, step by step")
    return f"{'One' if by == 1 else 'Two'} up: {', and '.join(why)}."


def _converted(figure: Figure) -> str:
    if figure.measure != "odds_ratio":
        return ""
    if baseline_of(figure) is not None:
        return ", the odds ratio read as a ratio of risks at the stated baseline"
    return ", even if the outcome is common (the square root of the odds ratio)"


def _large(figure: Figure) -> int:
    """2 for a risk multiplied or divided by five, 1 by two, else 0."""
    risk = _risk_ratio(figure, value(figure.estimate))
    if figure.measure not in RATIOS or risk is None:
        return 0
    away = max(risk, 1 / risk)
    return (away >= LARGE) + (away >= VERY_LARGE)


def _risk_ratio(figure: Figure, ratio: float | None) -> float | None:
    """A ratio as a ratio of risks.

    Odds ratios: OR / (1 - p + p·OR) at a stated baseline risk p (Zhang and Yu 1998),
    else √OR, as for a common outcome (VanderWeele and Ding 2017).
    """
    if ratio is None or ratio <= 0:
        return None
    if figure.measure != "odds_ratio":
        return ratio
    risk = baseline_of(figure)
    if risk is None:
        return approximate_risk_ratio(ratio, "odds", common=True)
    return risk_ratio_from_odds_ratio(ratio, risk)


def _fragile(figure: Figure) -> bool:
    """Whether the E-value of the limit nearer to 1 is small, or not to be known."""
    ends = interval(figure)
    if ends is None or ends[0] <= 1 <= ends[1]:
        return True
    near = _risk_ratio(figure, ends[0] if ends[0] > 1 else ends[1])
    return near is None or e_value(near) < FRAGILE
