"""Imprecision: what the interval, or its absence, takes off.

The lead figure is judged. Where it is the level of one group (28% of those invited), the
first other result on the same outcome that compares the groups stands in for it.
"""

from collections.abc import Iterator

from relcase.domain.amounts import number
from relcase.domain.certainty.rating import Move
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.measures import MEASURES
from relcase.domain.printed import value
from relcase.domain.significance import interval_from_error
from relcase.domain.vocabulary import Measure

_RATIOS: tuple[Measure, ...] = tuple(
    measure for measure, about in MEASURES.items() if about.kind == "ratio"
)

LITTLE: dict[Measure, tuple[float, float]] = {
    **dict.fromkeys(_RATIOS, (0.75, 1.25)),
    "percent_change": (-25.0, 25.0),
    "standardised_mean_difference": (-0.2, 0.2),
    "correlation": (-0.1, 0.1),
}
"""Within these, a difference is small.

Ratios: GRADE's default thresholds, and the same as per cent. A correlation of 0.1 is
about a standardised difference of 0.2: r = d / √(d² + 4). On other scales nothing says
what is small, unless the record gives the standard deviation.
"""
WIDE = 3.0
"""A ratio's interval whose ends are further apart than this factor is wide."""

_NO_RANGE = Move(
    1,
    "One down: the source gives no interval, standard error or p-value for it.",
    "The interval of this figure, from the full report or its authors.",
)
_NO_COMPARISON = Move(
    1,
    "One down: the interval or standard error given does not say whether no difference "
    "is ruled out.",
    "The interval of the comparison, from the full report or its authors.",
)
_NULL_BY_P_VALUE = Move(
    1,
    "One down: the source gives a p-value but no interval of the difference, so it is "
    "not known how large a difference is left open.",
    "The interval of the comparison, from the full report or its authors.",
)
_LARGER = "A larger study, or more studies pooled, with a narrower interval."


def imprecision(statistic: Statistic) -> Move | None:
    """What is taken off because chance could have moved the number; effects and links."""
    if statistic.claim_type not in ("effect", "association"):
        return None
    figure = compared(statistic)
    if figure is None:
        return _NO_RANGE
    ends = interval(figure)
    if ends is None:
        return _without_ends(figure, null=statistic.stance == "no_clear_difference")
    if statistic.stance == "no_clear_difference":
        return _not_excluded(figure, *ends)
    return _by_interval(figure, *ends)


def null_of_unknown_size(statistic: Statistic) -> bool:
    """Whether it found no clear difference and nothing says which one would be small.

    However narrow its interval, nobody can then tell what it leaves out.
    """
    if statistic.claim_type not in ("effect", "association"):
        return False
    if statistic.stance != "no_clear_difference":
        return False
    figure = compared(statistic)
    return figure is not None and bool(interval(figure)) and _small(figure) is None


def compared(statistic: Statistic) -> Figure | None:
    """The figure by which the comparison is judged."""
    results = [one for one in statistic.figures if one.role == "result"]
    lead = statistic.lead or (results[0] if results else None)
    if lead is None or _compares(lead):
        return lead
    return next(_others(lead, results), lead)


def _others(lead: Figure, results: list[Figure]) -> Iterator[Figure]:
    """Other results on the lead's outcome that say how sure the comparison is."""
    for one in results:
        same = one is not lead and one.outcome == lead.outcome
        if same and _compares(one) and (one.low or one.p or one.se):
            yield one


def _compares(figure: Figure) -> bool:
    return MEASURES[figure.measure].null is not None or figure.p is not None


def interval(figure: Figure) -> tuple[float, float] | None:
    """The ends of the interval, else those of 95% that a standard error gives."""
    if MEASURES[figure.measure].null is None:
        return None
    low, high = value(figure.low), value(figure.high)
    if low is not None and high is not None:
        return low, high
    estimate, error = value(figure.estimate), value(figure.se)
    ratio = figure.measure in _RATIOS
    if estimate is None or error is None or error < 0 or (ratio and estimate <= 0):
        return None
    return interval_from_error(estimate, error, ratio=ratio)


def _by_interval(figure: Figure, low: float, high: float) -> Move | None:
    nothing = MEASURES[figure.measure].null
    if nothing is None:
        return None
    if low <= nothing <= high:
        if _relative(figure) and _both_ways(figure, low, high):
            reason = (
                f"Two down: the interval ({_ends(figure)}) reaches from a sizeable "
                "difference one way to a sizeable one the other way."
            )
            return Move(2, reason, _LARGER)
        reason = f"One down: the interval ({_ends(figure)}) includes no difference."
        return Move(1, reason, _LARGER)
    if figure.measure in _RATIOS and low > 0 and high > WIDE * low:
        times = f"{high / low:.1f}"
        reason = (
            f"One down: the interval ({_ends(figure)}) is wide, its upper end "
            f"{times} times the lower."
        )
        return Move(1, reason, _LARGER)
    return None


def _relative(figure: Figure) -> bool:
    return figure.measure in _RATIOS or figure.measure == "percent_change"


def _both_ways(figure: Figure, low: float, high: float) -> bool:
    below, above = LITTLE[figure.measure]
    return low < below and high > above


def _not_excluded(figure: Figure, low: float, high: float) -> Move | None:
    """A finding of no clear difference is as sure as what its interval leaves out."""
    small = _small(figure)
    if small is None:
        return None
    below, above = low <= small[0], high >= small[1]
    if not below and not above:
        return None
    either = " either way" if below and above else ""
    reason = (
        f"{'Two' if either else 'One'} down: the interval ({_ends(figure)}) leaves "
        f"room for a sizeable difference{either}."
    )
    return Move(2 if either else 1, reason, _LARGER)


def _small(figure: Figure) -> tuple[float, float] | None:
    """Between which values a difference is small; unknown on most scales."""
    deviation = value(figure.sd)
    if figure.measure == "mean_difference" and deviation is not None and deviation > 0:
        return -0.2 * deviation, 0.2 * deviation
    return LITTLE.get(figure.measure)


def _without_ends(figure: Figure, *, null: bool) -> Move | None:
    """By its p-value, which does not say how large a difference may yet be."""
    found = value(figure.p.lstrip("<>")) if figure.p else None
    if figure.p is None or found is None:
        given = figure.se or (figure.low and figure.high)
        return _NO_COMPARISON if given else _NO_RANGE
    return _NULL_BY_P_VALUE if null else _by_p_value(figure.p, found)


def _by_p_value(text: str, found: float) -> Move | None:
    above = found > 0.05 or (found == 0.05 and not text.startswith("<"))
    if text.startswith(">") and found >= 0.05:
        above = True
    if not above:
        return None
    reason = f"One down: with p {_p_value(text)}, no difference is not ruled out."
    return Move(1, reason, _LARGER)


def _p_value(text: str) -> str:
    if text[0] in "<>":
        return f"{'below' if text[0] == '<' else 'above'} {text[1:]}"
    return f"of {text}"


def _ends(figure: Figure) -> str:
    if figure.low is not None and figure.high is not None:
        low, high = (number(one, figure.measure) for one in (figure.low, figure.high))
        return f"{low} to {high}"
    return (
        f"{number(figure.estimate or '', figure.measure)}, standard error {figure.se}"
    )
