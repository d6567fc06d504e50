"""What a study allows to be said of causes."""

from typing import Literal

from relcase.domain.certainty.crosswalk import licence as verbs_of
from relcase.domain.certainty.start import TRIALS
from relcase.domain.vocabulary import Certainty
from relcase.domain.wording.facts import Facts

Licence = Literal["causal", "probably", "may", "none"]
"""What may be said: outright, with "probably", with "may" or in the past tense of this
study, or nothing that means a cause."""

_SPOKEN: dict[str, Licence] = {"C3": "causal", "C2": "probably", "C1": "may"}
_ASSIGNED = TRIALS | {"natural_experiment"}
"""Who got what was left to chance, or as good as."""
_UNCONTROLLED = frozenset(
    {"before_after", "controlled_before_after", "case_study", "expert_statement"}
)


def licence(facts: Facts, certainty: Certainty | None) -> Licence:
    """What a study allows, by its certainty; without one by its design, and leniently.

    A place that was not compared with a like one can be reported, and no more.
    """
    statistic = facts.statistic
    caused = statistic.claim_type in ("effect", "economic")
    if not caused or statistic.design in _UNCONTROLLED:
        return "none"
    if certainty is None or certainty == "not_rated":
        return "causal" if statistic.design in _ASSIGNED else "may"
    granted = verbs_of(statistic.claim_type, statistic.design, certainty)
    return _SPOKEN.get(granted, "none")
