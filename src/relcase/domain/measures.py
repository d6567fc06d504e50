"""What each measure is: its kind, the value that means no difference, its bounds.

Certainty and wording ask here which way a figure points, whether its interval includes
no difference, and whether that is for better or worse.
"""

from typing import Literal, NamedTuple

from relcase.domain.evidence import Figure
from relcase.domain.listed import Lead
from relcase.domain.printed import value
from relcase.domain.vocabulary import Measure, Polarity

Kind = Literal[
    "ratio", "difference", "share", "change", "level", "count", "money", "other"
]
Side = Literal["above", "below", "at"]
Meaning = Literal["better", "worse", "no_difference"]


class About(NamedTuple):
    """What holds of every figure of a measure."""

    kind: Kind
    null: float | None = None
    """The value that means no difference; none where a number compares nothing."""
    least: float | None = None
    """The smallest value there can be."""
    most: float | None = None
    """The greatest value there can be."""
    of_groups: bool = False
    """Whether the value compares the risk of one group with that of another."""


MEASURES: dict[Measure, About] = {
    "odds_ratio": About("ratio", 1, 0, of_groups=True),
    "relative_risk": About("ratio", 1, 0, of_groups=True),
    "hazard_ratio": About("ratio", 1, 0, of_groups=True),
    "rate_ratio": About("ratio", 1, 0, of_groups=True),
    "prevalence_ratio": About("ratio", 1, 0, of_groups=True),
    "ratio": About("ratio", 1, 0),
    "risk_difference": About("difference", 0, -100, 100, of_groups=True),
    "percent": About("share", None, 0, 100),
    "percent_change": About("change", 0, -100),
    "percentage_points": About("difference", 0, -100, 100),
    "attributable_fraction": About("share", 0, None, 100),
    "count": About("count", None, 0),
    "rate": About("level", None, 0),
    "mean": About("level"),
    "median": About("level"),
    "mean_difference": About("difference", 0),
    "standardised_mean_difference": About("difference", 0),
    "correlation": About("other", 0, -1, 1),
    "regression_coefficient": About("other", 0),
    "score": About("level"),
    "duration": About("level", None, 0),
    "months_progress": About("difference", 0),
    "money": About("money"),
    "benefit_cost_ratio": About("money", 1),
    "number_needed_to_treat": About("other"),
    "vote_count": About("count", None, 0),
    "other": About("other"),
}
"""Every measure of the record. A ratio of benefits to costs counts as money: its limits
may lie below zero, and it is not symmetric as the others are."""

_BY_DIRECTION: dict[str, Side] = {"higher": "above", "lower": "below", "none": "at"}


def null_of(figure: Figure | Lead) -> float | None:
    """The value that means no difference: the measure's, or that of the reference group.

    A share, a mean or a sum of money is compared with ``reference_value``; a count of
    votes with nothing.
    """
    null = MEASURES[figure.measure].null
    if null is not None or figure.measure in ("vote_count", "other"):
        return null
    return value(figure.reference_value)


def includes_null(figure: Figure | Lead) -> bool | None:
    """Whether the interval, as printed, reaches the value that means no difference.

    An end printed at that value reaches it. ``None`` without an interval, and for
    measures that have no such value: the interval of one share is not that of a
    difference between two.
    """
    null = MEASURES[figure.measure].null
    low, high = value(figure.low), value(figure.high)
    if null is None or low is None or high is None:
        return None
    return low <= null <= high


def side(figure: Figure | Lead) -> Side | None:
    """Which side of no difference the estimate is on; ``None`` when nothing says it."""
    if figure.estimate is None:
        return _BY_DIRECTION.get(getattr(figure, "direction", None) or "")
    estimate, null = value(figure.estimate), null_of(figure)
    if estimate is None or null is None:
        return None
    if estimate == null:
        return "at"
    return "above" if estimate > null else "below"


def meaning(figure: Figure | Lead, polarity: Polarity | None) -> Meaning | None:
    """Whether the estimate is for better or worse, by its side of no difference.

    ``polarity`` is that of the outcome, good or bad to have more of; the figure's own
    wins. A ratio of benefits to costs is good above 1 whatever the outcome.
    """
    where = side(figure)
    if where is None or where == "at":
        return "no_difference" if where else None
    own = getattr(figure, "polarity", None)
    known = "good" if figure.measure == "benefit_cost_ratio" else own or polarity
    if known is None:
        return None
    return "better" if (where == "above") == (known == "good") else "worse"
