"""Numbers as a person reads them: a table of figures and what is shown of them."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relcase.domain import amounts
from relcase.domain.evidence import Figure
from relcase.domain.vocabulary import Measure


def figure(measure: Measure, estimate: str | None, **more: Any) -> Figure:
    return Figure(label="x", measure=measure, estimate=estimate, **more)


@pytest.mark.parametrize(
    ("measure", "estimate", "more", "large", "named"),
    [
        ("odds_ratio", "1.50", {}, "1.50", "odds ratio 1.50"),
        ("relative_risk", "0.9", {}, "0.9", "relative risk 0.9"),
        ("hazard_ratio", "1", {}, "1", "hazard ratio 1"),
        ("rate_ratio", "0.63", {}, "0.63", "rate ratio 0.63"),
        ("prevalence_ratio", "4.3", {}, "4.3", "prevalence ratio 4.3"),
        (
            "ratio",
            "3",
            {"unit": "times as likely"},
            "3 times as likely",
            "3 times as likely",
        ),
        ("ratio", "2", {}, "2", "ratio 2"),
        ("risk_difference", "-0.05", {}, "−0.05", "risk difference −0.05"),
        ("percent", "11", {}, "11%", "11%"),
        ("percent", "11", {"denominator": "2000"}, "11%", "11%"),
        ("percent_change", "-14.0", {}, "−14.0%", "−14.0%"),
        ("percent_change", "1000", {}, "1000%", "1000%"),
        (
            "percentage_points",
            "-8.6",
            {},
            "−8.6 percentage points",
            "−8.6 percentage points",
        ),
        ("attributable_fraction", "5", {"unit": "per cent of cases"}, "5%", "5%"),
        ("count", "999", {}, "999", "999"),
        ("count", "1000", {"unit": "people"}, "1,000 people", "1,000 people"),
        ("count", "21000000000", {}, "21,000,000,000", "21,000,000,000"),
        ("count", "1521", {"denominator": "9267"}, "1,521 of 9,267", "1,521 of 9,267"),
        ("vote_count", "18", {"denominator": "22"}, "18 of 22", "18 of 22"),
        (
            "money",
            "4800000",
            {"unit": "pounds"},
            "£4,800,000",
            "£4,800,000",
        ),
        (
            "money",
            "-1234.50",
            {"unit": "pounds"},
            "−£1,234.50",
            "−£1,234.50",
        ),
        ("rate", "12.5", {"unit": "per 1,000"}, "12.5 per 1,000", "12.5 per 1,000"),
        ("mean", "22.4", {"unit": "hours"}, "22.4 hours", "22.4 hours"),
        ("median", "6", {}, "6", "6"),
        (
            "mean_difference",
            "-0.03",
            {"unit": "points"},
            "−0.03 points",
            "−0.03 points",
        ),
        (
            "standardised_mean_difference",
            "0.21",
            {"unit": "SD"},
            "0.21",
            "standardised difference 0.21",
        ),
        ("correlation", "-0.278", {}, "−0.278", "correlation −0.278"),
        (
            "regression_coefficient",
            "0.053",
            {"unit": "per point"},
            "0.053",
            "coefficient 0.053",
        ),
        ("score", "3", {"unit": "grade (1 to 4)"}, "3", "score 3"),
        ("duration", "7.5", {"unit": "years"}, "7.5 years", "7.5 years"),
        ("months_progress", "2", {"unit": "months"}, "2 months", "2 months"),
        (
            "benefit_cost_ratio",
            "3.73",
            {"unit": "US dollars"},
            "3.73",
            "benefit–cost ratio 3.73",
        ),
        ("number_needed_to_treat", "12", {}, "12", "number needed to treat 12"),
        (
            "other",
            "2.74",
            {"unit": "F statistic"},
            "2.74 F statistic",
            "2.74 F statistic",
        ),
        ("odds_ratio", None, {"direction": "higher"}, "", ""),
    ],
)
def test_a_figure(
    measure: Measure, estimate: str | None, more: dict[str, str], large: str, named: str
) -> None:
    one = figure(measure, estimate, **more)
    assert (amounts.large(one), amounts.named(one)) == (large, named)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"low": "1.42", "high": "1.59", "level": "95"}, "95% CI 1.42 to 1.59"),
        ({"low": "-20", "high": "-7.0", "level": "90"}, "90% CI −20 to −7.0"),
        ({"low": "1.42", "high": "1.59"}, "1.42 to 1.59"),
        ({"low": "1.42", "level": "95"}, ""),
        ({}, ""),
    ],
)
def test_an_interval(more: dict[str, str], expected: str) -> None:
    one = figure("odds_ratio", "1.50", **more)
    assert amounts.interval(one) == expected
    whole = f"odds ratio 1.50 ({expected})" if expected else "odds ratio 1.50"
    assert amounts.worded(one) == whole


def test_an_interval_of_counts() -> None:
    one = figure("count", "5000", low="4500", high="12000")
    assert amounts.interval(one) == "4,500 to 12,000"


@pytest.mark.parametrize(
    ("direction", "expected"),
    [
        ("higher", "higher"),
        ("lower", "lower"),
        ("none", "no clear difference"),
        ("unknown", "direction not stated"),
        (None, "direction not stated"),
    ],
)
def test_a_figure_with_a_direction_only(direction: Any, expected: str) -> None:
    one = figure("odds_ratio", None, direction=direction)
    assert amounts.shown(one) == expected
    assert amounts.shown(replace(one, estimate="2")) == "odds ratio 2"


@pytest.mark.parametrize(
    ("measure", "denominator", "expected"),
    [("percent", "2000", "2,000"), ("percent", None, ""), ("count", "22", "")],
)
def test_what_a_share_is_of(
    measure: Measure, denominator: str | None, expected: str
) -> None:
    assert (
        amounts.denominator(figure(measure, "1", denominator=denominator)) == expected
    )


@given(st.text(max_size=12), st.sampled_from(["count", "percent", "money", "other"]))
def test_any_digits_are_shown(digits: str, measure: Measure) -> None:
    """A number is never rounded, and one that is no number is shown as it is."""
    shown = amounts.number(digits, measure)
    assert shown.replace(",", "").replace("−", "-") == digits.replace(",", "").replace(
        "−", "-"
    )
