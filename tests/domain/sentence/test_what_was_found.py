"""Every kind of number as a whole sentence, from the fields of its figure."""

from collections.abc import Callable
from typing import Any

import pytest

from relcase.domain.evidence import Baseline, Figure

Told = Callable[..., str]
ADULTS = "adults with company"
NO_GROUPS: dict[str, Any] = {"group": None, "reference_group": None}


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (
            {},
            "Adults with company had 1.50 times the odds of sleeping well compared with"
            " adults living alone.",
        ),
        (
            {"label": "chance of sleeping well"},
            "Adults with company had 1.50 times the odds of sleeping well compared with"
            " adults living alone.",
        ),
        (
            {"measure": "relative_risk"},
            "Adults with company had 1.50 times the likelihood of sleeping well compared"
            " with adults living alone.",
        ),
        (
            {
                "measure": "relative_risk",
                "label": "risk of a fall",
                "outcome": "a fall",
            },
            "Adults with company had 1.50 times the risk of a fall compared with adults"
            " living alone.",
        ),
        (
            {"measure": "relative_risk", "baseline": Baseline(risk="0.40")},
            "Adults with company had 1.50 times the likelihood of sleeping well compared"
            " with adults living alone.",
        ),
        (
            {"baseline": Baseline(risk="0.40", assumed=True)},
            "Adults with company had 1.50 times the odds of sleeping well compared with"
            " adults living alone.",
        ),
        (
            {"measure": "hazard_ratio", "label": "hazard of death", "outcome": "death"},
            "Adults with company had 1.50 times the rate of death compared with adults"
            " living alone.",
        ),
        (
            {"measure": "prevalence_ratio", "reference_group": "loners"},
            "Adults with company had 1.50 times the likelihood of sleeping well compared"
            " with loners.",
        ),
        (
            {"measure": "rate_ratio", "group": "company", "outcome": "falls"},
            "With company, the rate of falls was 1.50 times that for adults living alone.",
        ),
        (
            {"group": "company", "reference_group": ""},
            "With company, the odds of sleeping well were 1.50 times as high.",
        ),
    ],
)
def test_a_ratio(found: Told, figure: dict[str, Any], expected: str) -> None:
    assert found(figure, outcome="sleeping well") == expected


def test_shares_of_a_trial_come_before_its_ratio(found: Told) -> None:
    shares = Figure(
        label="x",
        measure="percent",
        estimate="60",
        group=ADULTS,
        reference_group="adults living alone",
        reference_value="40",
    )
    ratio = Figure(
        label="x",
        measure="odds_ratio",
        estimate="2.25",
        group=ADULTS,
        reference_group="adults living alone",
    )
    said = found({}, design="rct", figures=(ratio, shares))

    assert said == (
        "Among adults with company, 60 in 100 slept well, compared with 40 in 100 among"
        " adults living alone."
    )


@pytest.mark.parametrize(
    ("figure", "comparator", "expected"),
    [
        (
            {"measure": "percent", "estimate": "60.5"},
            "other_group",
            "Among adults with company, 60.5% slept well.",
        ),
        (
            {"measure": "percent", "estimate": "60", "reference_value": "40"},
            "other_group",
            "Among adults with company, 60% slept well, compared with 40% among adults"
            " living alone.",
        ),
        (
            {
                **{"measure": "percent", "estimate": "60", "reference_value": "40"},
                "reference_group": "a control group",
            },
            "other_group",
            "Among adults with company, 60% slept well, compared with 40% in a control"
            " group.",
        ),
        (
            {
                **{"measure": "percent", "estimate": "60", "reference_value": "40"},
                "reference_group": "before the move",
            },
            "other_group",
            "Among adults with company, 60% slept well, compared with 40% before the"
            " move.",
        ),
        (
            {
                **{"measure": "percent", "estimate": "60", "reference_value": "40"},
                "reference_group": None,
            },
            "none",
            "Among adults with company, 60% slept well, compared with 40%.",
        ),
        (
            {"measure": "percent_change", "estimate": "-14.0", "outcome": "GP visits"},
            "before",
            "GP visits fell by 14.0% for adults with company.",
        ),
        (
            {
                **{"measure": "percent_change", "estimate": "5", "group": None},
                "outcome": "GP visits",
            },
            "before",
            "GP visits rose by 5% with company.",
        ),
        (
            {
                **{
                    "measure": "percent_change",
                    "estimate": "-14",
                    "group": "people in Leeds",
                },
                **{"outcome": "visits", "reference_change": "28.5"},
                "reference_group": "Leeds at the start",
            },
            "other_area",
            "Visits fell by 14% for people in Leeds, against a rise of 28.5% in York.",
        ),
        (
            {
                **{"measure": "percent_change", "estimate": "14", "outcome": "visits"},
                "reference_change": "-3",
            },
            "nowhere",
            "Visits rose by 14% for adults with company, against a fall of 3% for adults"
            " living alone.",
        ),
        (
            {
                **{"measure": "percent_change", "estimate": "14", "outcome": "visits"},
                "reference_value": "-3",
            },
            "other_group",
            "Visits came out 14% higher for adults with company than for adults living"
            " alone.",
        ),
        (
            {"measure": "percent_change", "estimate": "-14", "outcome": "visits"},
            "other_group",
            "Visits came out 14% lower for adults with company than for adults living"
            " alone.",
        ),
        (
            {"measure": "percent_change", "estimate": "20"},
            "other_group",
            "The rate of sleeping well came out 20% higher for adults with company than"
            " for adults living alone.",
        ),
        (
            {
                **{"measure": "percent_change", "estimate": "-20", "outcome": "death"},
                "label": "change in the risk of death",
            },
            "other_group",
            "The risk of death came out 20% lower for adults with company than for adults"
            " living alone.",
        ),
    ],
)
def test_a_share_or_a_change(
    found: Told, figure: dict[str, Any], comparator: str, expected: str
) -> None:
    assert found(figure, outcome="sleeping well", comparator=comparator) == expected


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (
            {"measure": "mean_difference", "estimate": "-0.8", "unit": "points"},
            "Distress came out 0.8 points lower for adults with company than for adults"
            " living alone.",
        ),
        (
            {
                **{"measure": "mean_difference", "estimate": "2", "unit": "points"},
                "reference_group": "usual care",
            },
            "Distress came out 2 points higher for adults with company than with usual"
            " care.",
        ),
        (
            {"measure": "standardised_mean_difference", "estimate": "0.18"},
            "Distress came out 0.18 standard deviations higher for adults with company"
            " than for adults living alone.",
        ),
        (
            {"measure": "percentage_points", "estimate": "3.5"},
            "Distress came out 3.5 percentage points higher for adults with company than"
            " for adults living alone.",
        ),
        (
            {"measure": "risk_difference", "estimate": "-3.5"},
            "Distress came out 3.5 percentage points lower for adults with company than"
            " for adults living alone.",
        ),
        (
            {
                **{"measure": "months_progress", "estimate": "2", "unit": "months"},
                "outcome": "progress",
            },
            "Progress came out 2 months greater for adults with company than for adults"
            " living alone.",
        ),
        (
            {
                **{"measure": "months_progress", "estimate": "-1", "unit": "months"},
                "outcome": "progress",
            },
            "Progress came out 1 month less for adults with company than for adults"
            " living alone.",
        ),
        (
            {"measure": "mean", "estimate": "2.91", "reference_value": "2.49"},
            "Distress averaged 2.91 for adults with company, against 2.49 for adults"
            " living alone.",
        ),
        (
            {"measure": "median", "estimate": "16", "unit": "points", **NO_GROUPS},
            "Distress had a median of 16 points with company.",
        ),
        (
            {"measure": "score", "estimate": "3", "outcome": "trust"},
            "Trust scored 3 for adults with company.",
        ),
        (
            {"measure": "rate", "estimate": "7", "unit": "in 1,000"},
            "Distress stood at 7 in 1,000 for adults with company.",
        ),
        (
            {
                "measure": "duration",
                "estimate": "7",
                "unit": "days",
                "outcome": "stays",
            },
            "Stays came to 7 days for adults with company.",
        ),
        (
            {
                **{"measure": "money", "estimate": "948", "reference_value": "1435"},
                **{"unit": "US dollars a year", "outcome": "charges"},
                "label": "median charges",
            },
            "Charges had a median of US$948 a year for adults with company, against"
            " US$1,435 a year for adults living alone.",
        ),
        (
            {
                **{"measure": "money", "estimate": "140000000", "unit": "pounds"},
                "outcome": "savings",
            },
            "Savings came to £140 million for adults with company.",
        ),
        (
            {
                **{"measure": "benefit_cost_ratio", "estimate": "4"},
                **{"unit": "pounds per pound", "outcome": "social value"},
            },
            "Social value came to £4 for each £1 spent for adults with company.",
        ),
    ],
)
def test_a_difference_or_a_level(
    found: Told, figure: dict[str, Any], expected: str
) -> None:
    assert found(figure, outcome="distress") == expected


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (
            {"measure": "correlation", "estimate": "0.30"},
            "Company went with higher engagement.",
        ),
        (
            {"measure": "correlation", "estimate": "-0.30"},
            "Company went with lower engagement.",
        ),
        (
            {"measure": "correlation", "estimate": "0.3", "outcome": "a better mood"},
            "Company went with a better mood.",
        ),
        (
            {"measure": "regression_coefficient", "estimate": "-0.53"},
            "Company went with lower engagement.",
        ),
        (
            {
                **{"measure": "vote_count", "estimate": "18", "denominator": "22"},
                "label": "studies finding lower mortality with company",
            },
            "Lower mortality with company was found in 18 of 22 studies.",
        ),
        (
            {
                **{"measure": "vote_count", "estimate": "8", "denominator": "10"},
                "label": "studies in which empathy went with less burnout",
            },
            "Empathy went with less burnout in 8 of 10 studies.",
        ),
        (
            {"measure": "attributable_fraction", "estimate": "5", "outcome": "falls"},
            "The share of falls put down to company was 5%, if the link is causal.",
        ),
    ],
)
def test_a_link_or_a_count_of_studies(
    found: Told, figure: dict[str, Any], expected: str
) -> None:
    assert found(figure, outcome="engagement") == expected


@pytest.mark.parametrize(
    "figure",
    [
        {"measure": "other"},
        {"measure": "count", "estimate": "3", "denominator": "3"},
        {"measure": "number_needed_to_treat", "estimate": "11"},
        {"measure": "vote_count", "estimate": "8", "denominator": "10"},
        {"measure": "vote_count", "estimate": "8", "label": "studies finding x"},
        {"measure": "percent", "estimate": "80", "is_extreme": True},
    ],
)
def test_where_no_sentence_fits_headline_and_claim_say_it(
    found: Told,
    figure: dict[str, Any],
) -> None:
    assert found(figure) == "Company went with sleep."


@pytest.mark.parametrize(
    "measure", ["odds_ratio", "percent", "correlation", "attributable_fraction"]
)
def test_a_number_that_is_about_nobody_is_left_to_the_claim(
    found: Told, measure: str
) -> None:
    figure = {"measure": measure, "estimate": "2", "group": None}
    assert found(figure, exposure=None) == "Company went with sleep."
