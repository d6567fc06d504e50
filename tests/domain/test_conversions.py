"""Published worked examples, and what holds of every conversion."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relcase.domain.conversions import (
    RATIOS,
    Ratio,
    approximate_risk_ratio,
    e_value,
    e_values,
    nearer_e_value,
    number_needed_to_treat,
    odds_divergence,
    odds_may_be_spoken_as_risk,
    odds_ratio_from_risk_ratio,
    odds_ratio_from_smd,
    risk,
    risk_from_hazard_ratio,
    risk_from_odds_ratio,
    risk_from_risk_ratio,
    risk_ratio_from_odds_ratio,
    smd_from_odds_ratio,
)
from relcase.domain.evidence import Baseline, Figure
from relcase.domain.measures import MEASURES

ratios = st.floats(0.05, 20)
risks = st.floats(0.001, 0.999)
kinds = st.sampled_from(["risk", "odds", "hazard"])


def figure(measure: Any, estimate: str, *ends: str, baseline: str = "") -> Figure:
    low, high = ends or (None, None)
    known = Baseline(risk=baseline) if baseline else None
    return Figure(
        label="x",
        measure=measure,
        estimate=estimate,
        low=low,
        high=high,
        baseline=known,
    )


@pytest.mark.parametrize(("baseline", "expected"), [(0.5, 1.20), (0.71, 1.107)])
def test_risk_ratio_of_odds_ratio_1_5(baseline: float, expected: float) -> None:
    assert risk_ratio_from_odds_ratio(1.5, baseline) == pytest.approx(
        expected, abs=0.0005
    )


def test_cochrane_example_of_an_odds_ratio() -> None:
    fewer = 0.30 - risk_from_odds_ratio(0.73, 0.30)
    assert round(fewer * 1000) == 62
    assert number_needed_to_treat(fewer) == 17


def test_cochrane_example_of_a_risk_ratio() -> None:
    fewer = 0.30 - risk_from_risk_ratio(0.92, 0.30)
    assert round(fewer * 1000) == 24
    assert number_needed_to_treat(fewer) == 42


def test_hazard_ratio_follows_the_survival_curve() -> None:
    assert risk_from_hazard_ratio(2, 0.5) == pytest.approx(0.75)
    assert risk_from_hazard_ratio(4.06, 0.038) == pytest.approx(0.146, abs=0.001)


def test_a_ratio_that_does_not_fit_its_baseline_is_refused() -> None:
    with pytest.raises(ValueError, match="above 1"):
        risk_from_risk_ratio(4, 0.3)
    with pytest.raises(ValueError, match="below 1"):
        odds_ratio_from_risk_ratio(4, 0.25)


def test_standardised_difference_of_odds_ratio_1_5() -> None:
    assert smd_from_odds_ratio(1.5) == pytest.approx(0.224, abs=0.0005)


@pytest.mark.parametrize(("ratio", "expected"), [(3.8, 7.06), (4.06, 7.585), (1, 1)])
def test_e_value(ratio: float, expected: float) -> None:
    assert e_value(ratio) == pytest.approx(expected, abs=0.005)
    assert e_value(1 / ratio) == pytest.approx(expected, abs=0.005)


def test_e_value_of_the_end_nearer_to_no_difference() -> None:
    assert nearer_e_value(1.40, 11.75) == pytest.approx(2.15, abs=0.005)
    assert nearer_e_value(1 / 11.75, 1 / 1.40) == pytest.approx(2.15, abs=0.005)
    assert nearer_e_value(0.99, 1.44) == 1


def test_a_common_outcome_makes_the_e_value_smaller() -> None:
    rare = e_values(figure("hazard_ratio", "4.06", "1.40", "11.75", baseline="0.038"))
    assert rare == pytest.approx((7.585, 2.148), abs=0.001)
    common = e_values(figure("odds_ratio", "1.50", "1.42", "1.59"))
    assert common == pytest.approx((e_value(1.5**0.5), e_value(1.42**0.5)))
    assert approximate_risk_ratio(2, "hazard", common=True) == pytest.approx(
        1.612, abs=0.001
    )
    assert approximate_risk_ratio(2, "risk", common=True) == 2


def test_only_ratios_of_risks_have_an_e_value() -> None:
    assert e_values(figure("mean_difference", "1.5", "1", "2")) is None
    assert e_values(figure("odds_ratio", "-1.5")) is None
    alone = e_values(figure("relative_risk", "2"))
    assert alone is not None
    assert alone.nearer is None


def test_ratios_of_risks_are_those_of_the_table() -> None:
    compared = {
        name
        for name, about in MEASURES.items()
        if about.of_groups and about.kind == "ratio"
    }
    assert set(RATIOS) == compared


@pytest.mark.parametrize(
    ("ratio", "baseline", "expected"),
    [
        (1.5, 0.2, True),
        (1.5, 0.21, False),
        (3, 0.05, True),
        (3, 0.06, False),
        (0.5, 0.2, True),
        (0.5, 0.21, False),
    ],
)
def test_when_odds_may_be_spoken_as_risk(
    ratio: float, baseline: float, expected: bool
) -> None:
    assert odds_may_be_spoken_as_risk(ratio, baseline) is expected


def test_number_needed_rounds_up_and_is_not_misled_by_binary_fractions() -> None:
    assert number_needed_to_treat(0.3 - 0.28) == 50
    assert number_needed_to_treat(-0.07) == 15
    with pytest.raises(ValueError, match="difference"):
        number_needed_to_treat(0)


@given(ratios, risks)
def test_odds_ratio_to_risk_ratio_and_back(ratio: float, baseline: float) -> None:
    there = risk_ratio_from_odds_ratio(ratio, baseline)
    back = odds_ratio_from_risk_ratio(there, baseline)
    assert back == pytest.approx(ratio, rel=1e-6)
    assert ratio / there == pytest.approx(odds_divergence(ratio, baseline))
    assert risk_from_odds_ratio(ratio, baseline) == pytest.approx(there * baseline)


@given(ratios)
def test_odds_ratio_to_standardised_difference_and_back(ratio: float) -> None:
    assert odds_ratio_from_smd(smd_from_odds_ratio(ratio)) == pytest.approx(ratio)


@given(ratios, risks, risks, kinds)
def test_risk_grows_with_the_baseline_and_stays_a_risk(
    ratio: float, one: float, two: float, of: Ratio
) -> None:
    small, large = sorted((one, two))
    try:
        lower, upper = risk(ratio, small, of), risk(ratio, large, of)
    except ValueError:
        assert of == "risk"
        assert ratio * large > 1
        return
    assert 0 <= lower <= upper + 1e-12 <= 1 + 1e-12


@given(risks, kinds)
def test_a_ratio_of_one_changes_no_risk(baseline: float, of: Ratio) -> None:
    assert risk(1, baseline, of) == pytest.approx(baseline)


@given(ratios, risks, kinds)
def test_a_ratio_and_its_risk_are_on_one_side(
    ratio: float, baseline: float, of: Ratio
) -> None:
    try:
        found = risk(ratio, baseline, of)
    except ValueError:
        return
    assert (found - baseline) * (ratio - 1) >= -1e-9


@given(st.floats(0.1, 10), kinds, st.booleans())
def test_e_value_is_at_least_the_ratio_and_the_same_upside_down(
    ratio: float, of: Ratio, common: bool
) -> None:
    there = e_value(approximate_risk_ratio(ratio, of, common=common))
    assert there >= 1
    upside_down = e_value(approximate_risk_ratio(1 / ratio, of, common=common))
    assert there == pytest.approx(upside_down, rel=1e-6)
    assert there <= e_value(ratio) + 1e-9
