"""A figure that stands large by itself cannot be taken for one of another kind."""

from typing import Any

import pytest

from relcase.domain.alone import Alone, alone, plain_label
from relcase.domain.evidence import Figure


def figure(label: str, measure: Any, estimate: str | None, **more: Any) -> Figure:
    return Figure(label=label, measure=measure, estimate=estimate, **more)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (
            figure(
                "odds of being alive, more against fewer ties", "odds_ratio", "1.50"
            ),
            Alone(
                "1.50 times",
                "the odds of being alive, more against fewer ties",
                "odds ratio",
            ),
        ),
        (
            figure("drivers who changed, times as likely", "relative_risk", "1.24"),
            Alone("1.24 times as likely", "drivers who changed", "relative risk"),
        ),
        (
            figure("rate of death", "hazard_ratio", "0.69"),
            Alone("0.69 times", "the rate of death", "hazard ratio"),
        ),
        (
            figure("change in score", "ratio", "3", unit="times as likely"),
            Alone("3 times as likely", "change in score", ""),
        ),
        (
            figure(
                "difference in health, in standard deviations",
                "standardised_mean_difference",
                "0.11",
            ),
            Alone(
                "0.11 standard deviations",
                "difference in health",
                "standardised difference",
            ),
        ),
        (
            figure("standardised difference", "standardised_mean_difference", "0.2"),
            Alone("0.2 standard deviations", "standardised difference", ""),
        ),
        (
            figure("correlation of alliance with outcome", "correlation", "0.278"),
            Alone("Correlation 0.278", "of alliance with outcome", ""),
        ),
        (
            figure("corrected correlation of trust", "correlation", "-0.21"),
            Alone("Correlation −0.21", "corrected correlation of trust", ""),
        ),
        (
            figure("people to treat", "number_needed_to_treat", "12"),
            Alone("Number needed to treat 12", "people to treat", ""),
        ),
        (
            figure("change in admissions, in per cent", "percent_change", "-14.0"),
            Alone("−14.0%", "change in admissions", ""),
        ),
        (
            figure("odds of living", "odds_ratio", None),
            Alone("", "odds of living", "odds ratio"),
        ),
    ],
)
def test_a_figure_in_three_lines(made: Figure, expected: Alone) -> None:
    assert alone(made) == expected


@pytest.mark.parametrize(
    ("label", "measure", "unit", "expected"),
    [
        ("women smoking, per cent", "percent", None, "women smoking"),
        (
            "women smoking, in percent, visits against none",
            "percent",
            None,
            "women smoking, visits against none",
        ),
        (
            "women, per cent of those asked",
            "percent",
            None,
            "women, per cent of those asked",
        ),
        ("per cent", "percent", None, "per cent"),
        ("savings, in pounds", "money", "pounds", "savings"),
        ("savings, in pounds", "money", "US dollars", "savings, in pounds"),
        ("progress, in months, now", "months_progress", "months", "progress, now"),
        (
            "score after a month, points",
            "median",
            "points (HADS)",
            "score after a month",
        ),
        (
            "score, in points on the scale",
            "mean",
            "points",
            "score, in points on the scale",
        ),
        ("days housed, percentage points", "percentage_points", None, "days housed"),
    ],
)
def test_a_unit_is_said_once(
    label: str, measure: str, unit: str | None, expected: str
) -> None:
    assert plain_label(figure(label, measure, "12", unit=unit)) == expected
