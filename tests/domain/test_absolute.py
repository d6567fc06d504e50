"""Plain numbers of people: from what the study states, and marked where it does not."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relcase.domain.absolute import (
    Pair,
    e_value_in_words,
    illustrative,
    in_words,
    number_needed,
    number_needed_in_words,
    pair,
)
from relcase.domain.conversions import RATIOS, EValues
from relcase.domain.evidence import Baseline, Figure
from relcase.domain.listed import Lead


def figure(
    measure: Any, estimate: str | None, *ends: str, baseline: str = "", **more: Any
) -> Figure:
    low, high = ends or (None, None)
    known = Baseline(risk=baseline) if baseline else None
    return Figure(
        label="x",
        measure=measure,
        estimate=estimate,
        low=low,
        high=high,
        baseline=known,
        **more,
    )


def words(given: Figure | Lead) -> str | None:
    found = pair(given)
    return in_words(found, interval=True) if found else None


@pytest.mark.parametrize(
    ("estimate", "reference", "expected"),
    [
        ("29", "38", "29 in 100 compared with 38 in 100"),
        ("29.4", "38.2", "29 in 100 compared with 38 in 100"),
        ("28.5", "38.4", "29 in 100 compared with 38 in 100"),
        ("0.5", "0.8", "5 in 1,000 compared with 8 in 1,000"),
        ("0.2", "2.2", "2 in 1,000 compared with 22 in 1,000"),
        ("0.02", "0.08", "2 in 10,000 compared with 8 in 10,000"),
        ("7.4", "7.1", "74 in 1,000 compared with 71 in 1,000"),
        ("28.5", "28.4", "285 in 1,000 compared with 284 in 1,000"),
        ("28.50", "28.49", "2,850 in 10,000 compared with 2,849 in 10,000"),
        ("66", "66", "66 in 100 compared with 66 in 100"),
        ("28.4", "29.6", "284 in 1,000 compared with 296 in 1,000"),
        ("36.2", "44.8", "36 in 100 compared with 45 in 100"),
        ("36.4", "44.6", "36 in 100 compared with 45 in 100"),
        ("36.4", "39.6", "364 in 1,000 compared with 396 in 1,000"),
        ("0", "5", "0 in 100 compared with 5 in 100"),
        ("100", "95", "100 in 100 compared with 95 in 100"),
        ("101", "95", None),
        ("50.00001", "50", None),
    ],
)
def test_two_stated_percentages(
    estimate: str, reference: str, expected: str | None
) -> None:
    assert words(figure("percent", estimate, reference_value=reference)) == expected


def test_a_percentage_alone_is_no_pair() -> None:
    assert pair(figure("percent", "29")) is None
    assert pair(figure("percent", None, direction="higher")) is None


def test_the_interval_of_a_stated_percentage() -> None:
    given = figure("percent", "29", "23.1", "35.5", reference_value="38")
    assert (
        words(given) == "29 in 100 (likely between 23 and 36) compared with 38 in 100"
    )


def test_events_in_both_groups() -> None:
    given = figure(
        "odds_ratio",
        "0.66",
        events="64",
        denominator="218",
        reference_events="83",
        reference_denominator="216",
    )
    found = pair(given)
    assert found is not None
    assert (found.source, found.approximate) == ("reported", False)
    assert in_words(found) == "29 in 100 compared with 38 in 100"
    assert found.shares == (64 / 218, 83 / 216)


@pytest.mark.parametrize("measure", ["percent", "percentage_points", "percent_change"])
def test_before_and_after_is_no_pair_of_groups(measure: str) -> None:
    assert pair(figure(measure, "25", before="40", after="50")) is None


def test_a_difference_in_points_is_no_pair_of_shares() -> None:
    assert pair(figure("percentage_points", "-8.6", reference_value="44.8")) is None


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            figure("odds_ratio", "0.66", "0.43", "0.99", baseline="0.384"),
            "about 29 in 100 (likely between 21 and 38) compared with 38 in 100",
        ),
        (
            figure("relative_risk", "1.05", "1.03", "1.07", baseline="0.66"),
            "69 in 100 (likely between 68 and 71) compared with 66 in 100",
        ),
        (
            figure("hazard_ratio", "0.69", "0.59", "0.80", baseline="0.475"),
            "about 36 in 100 (likely between 32 and 40) compared with 48 in 100",
        ),
        (
            figure("relative_risk", "0.92", baseline="0.30"),
            "28 in 100 compared with 30 in 100",
        ),
        (
            figure("odds_ratio", "0.73", baseline="0.30", adjusted=False),
            "24 in 100 compared with 30 in 100",
        ),
        (figure("relative_risk", "4", baseline="0.3"), None),
        (figure("odds_ratio", "1.50"), None),
        (figure("mean_difference", "1.50", baseline="0.3"), None),
        (figure("ratio", "1.50", baseline="0.3"), None),
    ],
)
def test_a_ratio_and_a_stated_baseline(given: Figure, expected: str | None) -> None:
    assert words(given) == expected


def test_an_assumed_baseline_is_said_to_be_about() -> None:
    given = Figure(
        label="x",
        measure="relative_risk",
        estimate="0.5",
        baseline=Baseline(risk="0.3", assumed=True),
    )
    assert words(given) == "about 15 in 100 compared with 30 in 100"


def test_an_interval_is_cut_at_everybody() -> None:
    given = figure("relative_risk", "2", "1", "4", baseline="0.4")
    assert (
        words(given) == "80 in 100 (likely between 40 and 100) compared with 40 in 100"
    )


def test_illustrative_pairs_are_marked_as_such() -> None:
    table = illustrative(figure("odds_ratio", "1.50", "1.42", "1.59"))
    assert [in_words(one) for one in table] == [
        "about 27 in 100 compared with 20 in 100",
        "about 60 in 100 compared with 50 in 100",
        "about 86 in 100 compared with 80 in 100",
    ]
    assert {one.source for one in table} == {"illustrative"}
    assert [(one.low, one.high) for one in table] == [(26, 28), (59, 61), (85, 86)]


def test_an_impossible_row_is_left_out() -> None:
    table = illustrative(figure("relative_risk", "1.5"))
    assert [one.second for one in table] == [20, 50]
    assert illustrative(figure("relative_risk", "6")) == ()


def test_nothing_is_illustrated_where_the_study_says_it_or_nothing_fits() -> None:
    assert illustrative(figure("odds_ratio", "0.66", baseline="0.384")) == ()
    assert illustrative(figure("mean_difference", "1.5")) == ()
    assert illustrative(figure("rate_ratio", "1.5")) == ()
    assert illustrative(figure("odds_ratio", None, direction="higher")) == ()


def test_the_columns_of_a_listing_are_enough() -> None:
    ratio = Lead("x", "odds_ratio", "1.50", "1.42", "1.59", *[None] * 6)
    assert pair(ratio) is None
    assert illustrative(ratio) == illustrative(
        figure("odds_ratio", "1.50", "1.42", "1.59")
    )
    share = ratio._replace(
        measure="percent", estimate="29", low=None, high=None, reference_value="38"
    )
    assert words(share) == "29 in 100 compared with 38 in 100"


def test_number_needed_is_of_the_unrounded_shares() -> None:
    found = pair(figure("percent", "29.4", reference_value="38.4"))
    assert found is not None
    assert number_needed(found) == 12
    needed = (
        "To have one fewer with this outcome (readmission), it would take 12 people."
    )
    assert number_needed_in_words(found, "readmission") == needed
    supposed = illustrative(figure("odds_ratio", "1.50"))[0]
    assert number_needed_in_words(supposed, "dying") is None
    equal = pair(figure("percent", "66", reference_value="66"))
    assert equal is not None
    assert number_needed_in_words(equal, "dying") is None


def test_number_needed_after_a_ratio_is_about() -> None:
    found = pair(figure("odds_ratio", "1.5", baseline="0.5"))
    assert found is not None
    needed = (
        "To have one more with this outcome (survival), it would take about 10 people."
    )
    assert number_needed_in_words(found, "survival") == needed


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (EValues(7.58, 2.148), "by a factor of about 2.1 or more (the E-value)."),
        (EValues(1.749, None), "by a factor of about 1.7 or more (the E-value)."),
        (EValues(2, 1), "The interval already allows for no difference."),
    ],
)
def test_e_value_in_words(values: EValues, sentence: str) -> None:
    assert e_value_in_words(values).endswith(sentence)


shares = st.decimals(0, 100, places=2).map(str)
ratios = st.decimals("0.05", 20, places=2).map(str)
baselines = st.decimals("0.001", "0.999", places=3).map(str)


@given(shares, shares)
def test_rounding_neither_makes_nor_unmakes_a_difference(one: str, other: str) -> None:
    found = pair(figure("percent", one, reference_value=other))
    assert found is not None
    _check(found)
    assert (float(one) > float(other)) == (found.first > found.second)
    assert (float(one) < float(other)) == (found.first < found.second)


@given(st.sampled_from(sorted(RATIOS)), ratios, ratios, ratios, baselines)
def test_nobody_is_counted_below_none_or_above_all(
    measure: str, one: str, two: str, three: str, baseline: str
) -> None:
    low, estimate, high = sorted((one, two, three), key=float)
    given = figure(measure, estimate, low, high, baseline=baseline)
    for found in (pair(given), *illustrative(figure(measure, estimate, low, high))):
        if found is not None:
            _check(found)
            assert found.low is not None
            assert found.high is not None
            assert 0 <= found.low <= found.first <= found.high <= found.denominator
            if float(low) > 1:
                assert found.low >= found.second
            if float(high) < 1:
                assert found.high <= found.second


def _check(found: Pair) -> None:
    assert 0 <= found.first <= found.denominator
    assert 0 <= found.second <= found.denominator
    if any(0 < share < 0.01 for share in found.shares):
        assert found.denominator > 100
