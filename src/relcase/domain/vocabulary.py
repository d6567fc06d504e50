"""The closed lists of words an entry may use, and how they read on screen.

Each list is a ``Literal`` for the types and a tuple (``get_args``) for messages,
completion and documentation. Sectors and outcomes are not here: they live in the store.
"""

from typing import Literal, get_args

Kind = Literal["statistic", "story", "quote", "definition", "barrier", "action"]
ClaimType = Literal["effect", "association", "description", "economic", "qualitative"]
Stance = Literal["supports", "mixed", "no_clear_difference", "against"]
Use = Literal["lead", "support", "caution", "counter"]
Verified = Literal["full_text", "abstract", "secondary", "none"]
Certainty = Literal["high", "moderate", "low", "very_low", "not_rated"]
Status = Literal["active", "superseded", "withdrawn"]
Polarity = Literal["good", "bad"]
Role = Literal["result", "context"]
Direction = Literal["higher", "lower", "none", "unknown"]
Relation = Literal["contrary", "replicates", "background", "lineage"]
RiskOfBias = Literal["low", "some", "serious", "critical", "not_assessed"]
PublicationBias = Literal["undetected", "suspected", "not_assessed"]
Evaluator = Literal["independent", "developer", "deliverer", "mixed", "unknown"]
BenefitKind = Literal["cashable", "capacity", "social_value"]
ComparatorKind = Literal[
    "none",
    "usual_care",
    "before",
    "other_area",
    "low_v_high",
    "attention_control",
    "other_group",
]
Design = Literal[
    "meta_rct",
    "rct",
    "cluster_rct",
    "natural_experiment",
    "did",
    "matched",
    "its",
    "controlled_before_after",
    "before_after",
    "meta_cohort",
    "meta_correlation",
    "cohort_adjusted",
    "cohort_unadjusted",
    "case_control",
    "cross_sectional",
    "review_cross_sectional",
    "ecological",
    "survey_probability",
    "survey_nonprobability",
    "admin_data",
    "modelling",
    "umbrella_review",
    "narrative_review",
    "qualitative_synthesis",
    "qualitative_study",
    "case_study",
    "expert_statement",
]
Measure = Literal[
    "odds_ratio",
    "relative_risk",
    "hazard_ratio",
    "rate_ratio",
    "prevalence_ratio",
    "ratio",
    "risk_difference",
    "percent",
    "percent_change",
    "percentage_points",
    "attributable_fraction",
    "count",
    "rate",
    "mean",
    "median",
    "mean_difference",
    "standardised_mean_difference",
    "correlation",
    "regression_coefficient",
    "score",
    "duration",
    "months_progress",
    "money",
    "benefit_cost_ratio",
    "number_needed_to_treat",
    "vote_count",
    "other",
]

KINDS: tuple[Kind, ...] = get_args(Kind)
USES: tuple[Use, ...] = get_args(Use)
STANCES: tuple[Stance, ...] = get_args(Stance)
AGAINST: tuple[Stance, ...] = ("no_clear_difference", "against")
"""What does not speak for "relationships help"."""
VERIFIED: tuple[Verified, ...] = get_args(Verified)
Length = Literal["short", "long"]
LENGTHS: tuple[Length, ...] = get_args(Length)
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)

PLURALS: dict[Kind, str] = {
    "statistic": "statistics",
    "story": "stories",
    "quote": "quotes",
    "definition": "definitions",
    "barrier": "barriers",
    "action": "actions",
}

_SPOKEN = {
    "full_text": "the passage was read in the source itself",
    "abstract": "the abstract or summary was read",
    "secondary": "read through another source",
    "none": "not checked",
    "meta_rct": "meta-analysis of randomised trials",
    "rct": "randomised controlled trial",
    "cluster_rct": "cluster-randomised trial",
    "did": "difference in differences",
    "matched": "matched comparison",
    "its": "interrupted time series",
    "controlled_before_after": "before and after, with a comparison",
    "before_after": "before and after, no comparison",
    "meta_cohort": "meta-analysis of cohort studies",
    "meta_correlation": "meta-analysis of correlations",
    "cohort_adjusted": "cohort study, adjusted",
    "cohort_unadjusted": "cohort study, unadjusted",
    "case_control": "case-control study",
    "cross_sectional": "cross-sectional study",
    "review_cross_sectional": "review of cross-sectional studies",
    "survey_probability": "probability survey",
    "survey_nonprobability": "non-probability survey",
    "admin_data": "administrative data",
    "percentage_points": "percentage points",
    "low_v_high": "low against high",
}


_GLYPHS: dict[Certainty, str] = {
    "high": "●●●●",
    "moderate": "●●●○",
    "low": "●●○○",
    "very_low": "●○○○",
    "not_rated": "○○○○",
}


def rated(certainty: Certainty) -> str:
    """A certainty as bars and as a word: ``●●●○ moderate``; never the bars alone."""
    return f"{_GLYPHS[certainty]} {spoken(certainty)}"


def spoken(value: str) -> str:
    """The words a person reads for a stored value: ``very_low`` → ``very low``."""
    return _SPOKEN.get(value) or value.replace("_", " ")
