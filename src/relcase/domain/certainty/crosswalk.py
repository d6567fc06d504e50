"""A rating on the scales that others use, and the verbs that it allows.

Maryland gives a level to a method; a rating that ended low for other reasons lowers it,
as the scale's users do. Nesta's fifth level needs manuals and costs of repeating a
programme, which no record holds, so ours ends at four.
"""

from relcase.domain.certainty.caps import single
from relcase.domain.certainty.rating import Crosswalk, Licence
from relcase.domain.evidence import Statistic
from relcase.domain.vocabulary import Certainty, ClaimType, Design

_GRADE = {
    "high": "High",
    "moderate": "Moderate",
    "low": "Low",
    "very_low": "Very low",
}
_MARYLAND: dict[Design, int | None] = {
    **dict.fromkeys(("meta_rct", "rct", "cluster_rct"), 5),
    "natural_experiment": 4,
    **dict.fromkeys(("did", "matched", "its"), 3),
    **dict.fromkeys(("controlled_before_after", "meta_cohort", "cohort_adjusted"), 2),
    **dict.fromkeys(("before_after", "cohort_unadjusted", "case_control"), 1),
    **dict.fromkeys(("cross_sectional", "review_cross_sectional"), 1),
    **dict.fromkeys(("meta_correlation", "ecological"), 1),
    **dict.fromkeys(("umbrella_review", "narrative_review"), None),
}
_CEILING = {"high": 5, "moderate": 5, "low": 3, "very_low": 2, "not_rated": 0}
_ACCOUNTS: frozenset[Design] = frozenset(
    (
        *("modelling", "qualitative_synthesis", "qualitative_study"),
        *("expert_statement", "case_study"),
    )
)
"""Designs that give an account of what happened and no measured comparison."""
_BY_WORD: dict[Certainty, Licence] = {
    "high": "C3",
    "moderate": "C2",
    "low": "C1",
    "very_low": "X",
    "not_rated": "X",
}
MAY_SAY: dict[Licence, str] = {
    "C3": "reduces, increases, improves",
    "C2": "probably reduces, probably increases",
    "C1": "may reduce, may increase; in the study it fell",
    "A": "were more likely to, is associated with, go together",
    "D": "is, was, rose, fell",
    "X": "one place reports; we do not know whether",
}
"""Verbs by licence, from cause told plainly to a report of one place."""


def crosswalk(statistic: Statistic, word: Certainty) -> Crosswalk:
    """A word of ours on the other scales; ``None`` where a scale does not apply."""
    granted = licence(statistic.claim_type, statistic.design, word)
    return Crosswalk(
        _grade(statistic.claim_type, word),
        _maryland(statistic, word),
        _nesta(statistic, word),
        granted,
        MAY_SAY[granted],
    )


def licence(claim: ClaimType, design: Design, word: Certainty) -> Licence:
    """Which verbs may carry a claim, by what it is and how sure it is."""
    if word == "not_rated" or design == "case_study":
        return "X"
    if claim in ("effect", "economic"):
        return _BY_WORD[word]
    return "A" if claim == "association" else "D"


def _grade(claim: ClaimType, word: Certainty) -> str | None:
    return _GRADE.get(word) if claim in ("effect", "association") else None


def _maryland(statistic: Statistic, word: Certainty) -> int | None:
    if statistic.claim_type != "effect":
        return None
    level = _MARYLAND.get(statistic.design, 0)
    if level is None:
        return None
    if statistic.design == "controlled_before_after" and statistic.comparator.argued:
        level = 3
    return min(level, _CEILING[word])


def _nesta(statistic: Statistic, word: Certainty) -> int | None:
    if statistic.claim_type != "effect":
        return None
    if statistic.design in _ACCOUNTS or word == "not_rated":
        return 1
    if word == "very_low":
        return 2
    if word == "low":
        return 3
    interested = statistic.evaluator in ("developer", "deliverer")
    return 3 if single(statistic) or interested else 4
