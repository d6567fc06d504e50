"""What takes a rating down, besides imprecision: GRADE's other domains, and who judged.

Each reason counts once, however many facts speak for it.
"""

from collections.abc import Iterator

from relcase.domain.certainty.precision import imprecision
from relcase.domain.certainty.rating import Contrary, Move, Standing
from relcase.domain.certainty.start import POOLED, START
from relcase.domain.evidence import Statistic
from relcase.domain.measures import MEASURES
from relcase.domain.printed import value
from relcase.domain.vocabulary import ClaimType, Design

DISAGREE = 75.0
"""I² in per cent from which the pooled studies disagree considerably."""
HOME = "GB"
"""The country whose unit costs count as local."""

_BIAS = {
    "serious": Move(
        1,
        "One down: the risk of bias was judged serious.",
        "Studies at low risk of bias.",
    ),
    "critical": Move(
        2,
        "Two down: the risk of bias was judged critical.",
        "Studies at low risk of bias.",
    ),
}
_INTERESTED = Move(
    1,
    "One down: it was evaluated by those who made or deliver it, and neither reviewed "
    "by other researchers nor set down beforehand.",
    "An independent evaluation.",
)
_UNPUBLISHED = Move(
    1,
    "One down: studies with other results were probably not published.",
    "A search that includes unpublished studies.",
)
_MODELLED = Move(
    1,
    "One down: the money is modelled, not counted.",
    "Costs counted where the work was done.",
)
_ELSEWHERE = Move(
    1,
    "One down: the unit costs are not British.",
    "The same sum with British unit costs.",
)


def downs(statistic: Statistic, standing: Standing) -> Iterator[Move]:
    """Everything that takes the rating down, in the order it is told."""
    for move in (
        imprecision(statistic),
        inconsistency(statistic, standing.contrary),
        _BIAS.get(statistic.risk_of_bias or ""),
        _interest(statistic, standing.source_type),
        _UNPUBLISHED if statistic.publication_bias == "suspected" else None,
        _money(statistic),
    ):
        if move is not None:
            yield move


def inconsistency(statistic: Statistic, contrary: tuple[Contrary, ...]) -> Move | None:
    """Studies that disagree: inside the pooled result, or with another source."""
    i2 = value(statistic.i2)
    if i2 is not None and i2 >= DISAGREE:
        return Move(
            1,
            f"One down: the pooled studies disagree (I² {statistic.i2}%).",
            "Knowing what makes the studies differ.",
        )
    if _next_study_may_show_none(statistic):
        return Move(
            1,
            "One down: a further study may well show no difference, by the prediction "
            "interval.",
            "Knowing what makes the studies differ.",
        )
    return next(_contradicted(statistic, contrary), None)


def _next_study_may_show_none(statistic: Statistic) -> bool:
    expected, lead = statistic.prediction_interval, statistic.lead
    nothing = MEASURES[lead.measure].null if lead else None
    if expected is None or nothing is None:
        return False
    low, high = value(expected.low), value(expected.high)
    return low is not None and high is not None and low <= nothing <= high


def _contradicted(
    statistic: Statistic, contrary: tuple[Contrary, ...]
) -> Iterator[Move]:
    settled = "A study that settles why the two differ."
    for other in contrary:
        if not other.designs:
            yield Move(
                1,
                f"One down: {other.name} found otherwise; its design is not "
                "recorded, so it is taken to be as good.",
                settled,
            )
        elif _as_good(statistic, other):
            reason = f"One down: {other.name} found otherwise, by a design as good."
            yield Move(1, reason, settled)


def _as_good(statistic: Statistic, other: Contrary) -> bool:
    """Whether any of the other's designs would start as high for the same claim.

    One study is not as good as several of its kind pooled.
    """
    claim = "effect" if statistic.claim_type == "economic" else statistic.claim_type
    own = _strength(claim, statistic.design)
    return any(_strength(claim, design) >= own for design in other.designs)


def _strength(claim: ClaimType, design: Design) -> tuple[int, bool]:
    level = START[claim, design]
    return (-1 if level is None else level, design in POOLED)


def _interest(statistic: Statistic, source_type: str) -> Move | None:
    """Evaluated by those who made or deliver it; a journal counts as a review."""
    if statistic.evaluator not in ("developer", "deliverer"):
        return None
    reviewed = statistic.peer_reviewed
    if reviewed is None:
        reviewed = source_type == "article-journal"
    return None if reviewed or statistic.preregistered else _INTERESTED


def _money(statistic: Statistic) -> Move | None:
    """A sum is a level less sure than its effect if modelled, or in foreign prices."""
    if statistic.claim_type != "economic":
        return None
    if statistic.design == "modelling":
        return _MODELLED
    return None if HOME in statistic.countries else _ELSEWHERE
