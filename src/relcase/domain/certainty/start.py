"""Where a rating starts: by what is claimed, and by how the study was made.

The table is total over claim types and designs. Its core is GRADE's: trials start high
for effects, following people over time starts low for effects and high for showing that
two things go together. What GRADE does not place is placed here by one question: what
could the design show at best?

- ``natural_experiment`` starts moderate for effects, where GRADE would start low.
- ``umbrella_review`` and ``narrative_review`` mix designs that the record does not
  hold; they start low, unless the review gives its own GRADE judgement.
- ``meta_correlation`` pools mostly single surveys, so it starts where those start.
- ``modelling`` and ``expert_statement`` observe nothing: very low for any claim.
- A trial shows at least as well as a cohort that two things go together.
- Counting people (``description``) asks whom the count covers and nothing else: a random
  sample or complete records start high, people followed for a study moderate, people who
  happened to be asked low.
- ``case_study`` is never rated: an illustration is not evidence of a size.
"""

from relcase.domain.certainty.rating import LEVELS, Step
from relcase.domain.evidence import Statistic
from relcase.domain.vocabulary import Certainty, ClaimType, Design, spoken

HIGH, MODERATE, LOW, VERY_LOW = 3, 2, 1, 0
NOT_RATED = None

TRIALS: frozenset[Design] = frozenset(("meta_rct", "rct", "cluster_rct"))
SYNTHESES: frozenset[Design] = frozenset(
    (
        *("meta_rct", "meta_cohort", "meta_correlation", "review_cross_sectional"),
        *("umbrella_review", "narrative_review", "qualitative_synthesis"),
    )
)
"""Designs that put several studies together."""
POOLED: frozenset[Design] = frozenset(("meta_rct", "meta_cohort", "meta_correlation"))
"""Those of them that make one number of many."""

_COLUMNS: tuple[ClaimType, ...] = (
    "effect",
    "association",
    "description",
    "qualitative",
)
_ROWS: dict[Design, tuple[int | None, int | None, int | None, int | None]] = {
    # design                 effect     association  description  qualitative
    "meta_rct":                (HIGH,     HIGH,     MODERATE, LOW),
    "rct":                     (HIGH,     HIGH,     LOW,      LOW),
    "cluster_rct":             (HIGH,     HIGH,     LOW,      LOW),
    "natural_experiment":      (MODERATE, HIGH,     MODERATE, LOW),
    "did":                     (LOW,      HIGH,     MODERATE, LOW),
    "matched":                 (LOW,      HIGH,     LOW,      LOW),
    "its":                     (LOW,      MODERATE, MODERATE, LOW),
    "controlled_before_after": (VERY_LOW, MODERATE, LOW,      LOW),
    "before_after":            (VERY_LOW, LOW,      LOW,      LOW),
    "meta_cohort":             (LOW,      HIGH,     MODERATE, LOW),
    "meta_correlation":        (VERY_LOW, LOW,      LOW,      LOW),
    "cohort_adjusted":         (LOW,      HIGH,     MODERATE, LOW),
    "cohort_unadjusted":       (VERY_LOW, MODERATE, MODERATE, LOW),
    "case_control":            (VERY_LOW, MODERATE, LOW,      LOW),
    "cross_sectional":         (VERY_LOW, LOW,      LOW,      LOW),
    "review_cross_sectional":  (VERY_LOW, LOW,      LOW,      LOW),
    "ecological":              (VERY_LOW, VERY_LOW, MODERATE, LOW),
    "survey_probability":      (VERY_LOW, LOW,      HIGH,     LOW),
    "survey_nonprobability":   (VERY_LOW, LOW,      LOW,      LOW),
    "admin_data":              (VERY_LOW, LOW,      HIGH,     LOW),
    "modelling":               (VERY_LOW, VERY_LOW, VERY_LOW, VERY_LOW),
    "umbrella_review":         (LOW,      LOW,      LOW,      LOW),
    "narrative_review":        (LOW,      LOW,      LOW,      LOW),
    "qualitative_synthesis":   (VERY_LOW, VERY_LOW, VERY_LOW, MODERATE),
    "qualitative_study":       (VERY_LOW, VERY_LOW, VERY_LOW, LOW),
    "case_study":              (NOT_RATED,) * 4,
    "expert_statement":        (VERY_LOW,) * 4,
}  # fmt: skip

START: dict[tuple[ClaimType, Design], int | None] = {
    (claim, design): level
    for design, row in _ROWS.items()
    for claim, level in zip(_COLUMNS, row, strict=True)
}
"""The level a claim starts at; ``None`` is not rated.

Economic claims have no row of their own: they start where their effect ended.
"""

_CLAIMED: dict[ClaimType, str] = {
    "effect": "claimed as an effect",
    "association": "claimed as two things that go together",
    "description": "claimed as a description",
    "qualitative": "claimed as what people tell",
}
_BETTER: dict[ClaimType, str] = {
    "effect": "A randomised trial would start higher, or a comparison with people or "
    "places shown to be alike beforehand.",
    "association": "A study that follows people over time and allows for other "
    "differences between them would start higher.",
    "description": "A survey of a random sample, or complete records, would start "
    "higher.",
    "qualitative": "A synthesis of several studies, with its own judgement of "
    "confidence, would start higher.",
}


def _made(claim: ClaimType, design: Design, level: int | None) -> Step:
    study = spoken(design)
    if level is None:
        reason = f"Not rated: a {study} is an illustration, not evidence of a size."
        return Step("start", None, "not_rated", reason, _BETTER[claim])
    word = LEVELS[level]
    reason = f"Starts {spoken(word)}: {study}, {_CLAIMED[claim]}."
    return Step("start", None, word, reason, _BETTER[claim] if level < HIGH else None)


_STEPS = {
    (claim, design): _made(claim, design, level)
    for (claim, design), level in START.items()
}
_ARGUED = Step(
    "start",
    None,
    "low",
    "Starts low: before and after with a comparison whose choice the source argues, "
    "claimed as an effect.",
    _BETTER["effect"],
)
_ILLUSTRATION = Step(
    "start",
    None,
    "not_rated",
    "Not rated: a case study is an illustration, not evidence of a size.",
    "An economic evaluation of a measured effect could be rated.",
)
_NO_EFFECT = Step(
    "start",
    None,
    "very_low",
    "Starts very low: the record names no rated effect that the money rests on.",
    "Name the statistic of the effect it rests on in `effect_record`.",
)


def first(statistic: Statistic, effect: Certainty | None) -> Step:
    """The first step of a rating; ``effect`` is the word of the effect's own rating."""
    claim, design = statistic.claim_type, statistic.design
    judged = own_judgement(statistic)
    if judged is not None:
        return _judged(judged)
    if claim == "economic":
        return _of_effect(design, effect)
    if (
        claim == "effect"
        and design == "controlled_before_after"
        and statistic.comparator.argued
    ):
        return _ARGUED
    return _STEPS[claim, design]


def own_judgement(statistic: Statistic) -> Certainty | None:
    """The word of the review itself, of a design that puts studies together.

    A grade beside any other design is not a judgement of a body of evidence, and is
    ignored (R03 says so).
    """
    if statistic.grade == "not_rated" or statistic.design not in SYNTHESES:
        return None
    return statistic.grade


def _judged(word: Certainty) -> Step:
    reason = f"Starts {spoken(word)}: the review's own judgement of its main result."
    better = "Further studies that lead the review to a higher judgement."
    return Step("start", None, word, reason, better if word != "high" else None)


def _of_effect(design: Design, effect: Certainty | None) -> Step:
    if design == "case_study":
        return _ILLUSTRATION
    if effect is None or effect == "not_rated":
        return _NO_EFFECT
    reason = f"Starts {spoken(effect)}: no surer than the effect that it rests on."
    better = "Stronger evidence of the effect."
    return Step("start", None, effect, reason, better if effect != "high" else None)
