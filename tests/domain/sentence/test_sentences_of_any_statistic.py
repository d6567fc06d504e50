"""Whatever a store may hold, there is a sentence, and it ends."""

from collections.abc import Callable
from typing import Any, get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relcase.domain.evidence import Baseline, Figure, Sample, Statistic
from relcase.domain.sentence import sentences
from relcase.domain.vocabulary import (
    CERTAINTIES,
    BenefitKind,
    ClaimType,
    Design,
    Direction,
    Measure,
    Stance,
)

PHRASES = st.sampled_from(
    [
        *("usual care", "people with ties", "being at home", "reading", "12 weeks on"),
        *("a control group", "before it", "health, as told", "(an aside)", "a. b", "é"),
    ]
)
NUMBERS = st.from_regex(r"-?[0-9]{1,7}(\.[0-9]{1,3})?", fullmatch=True)
COUNTS = st.integers(0, 10**9)
FIGURES = st.builds(
    Figure,
    label=PHRASES | st.just("studies finding ties"),
    measure=st.sampled_from(get_args(Measure)),
    estimate=st.none() | NUMBERS,
    low=st.none() | NUMBERS,
    high=st.none() | NUMBERS,
    level=st.none() | st.just("95"),
    p=st.none() | st.sampled_from(["0.006", "<0.001", "0.9", ">0.05"]),
    unit=st.none() | st.sampled_from(["points", "GBP", "pounds per pound"]),
    group=st.none() | PHRASES,
    reference_group=st.none() | PHRASES,
    reference_value=st.none() | NUMBERS,
    denominator=st.none() | COUNTS.map(str),
    baseline=st.none() | st.just(Baseline(risk="0.4")),
    outcome=st.none() | PHRASES,
    role=st.sampled_from(["result", "context"]),
    direction=st.none() | st.sampled_from(get_args(Direction)),
    is_extreme=st.booleans(),
)
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "claim_type": st.sampled_from(get_args(ClaimType)),
    "stance": st.sampled_from(get_args(Stance)),
    "design": st.sampled_from(get_args(Design)),
    "benefit_kind": st.none() | st.sampled_from(get_args(BenefitKind)),
    "outcome": PHRASES,
    "exposure": st.none() | PHRASES,
    "comparator": st.sampled_from(["other_group", "none", "before"]),
    "place": st.none() | PHRASES,
    "follow_up": PHRASES | st.just("not_reported"),
    "sample": st.none()
    | st.builds(Sample, participants=st.none() | COUNTS, studies=st.none() | COUNTS),
    "figures": st.lists(FIGURES, max_size=3).map(tuple),
}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.fixed_dictionaries(FIELDS), st.none() | st.sampled_from(CERTAINTIES))
def test_there_is_a_sentence_and_it_ends(
    make: Callable[..., Statistic],
    fields: dict[str, Any],
    certainty: Any,
) -> None:
    said = sentences(make(**fields), certainty)

    for one in said:
        assert one.endswith(".")
        assert "None" not in one
        assert "  " not in one
        assert not one[0].islower()
