"""How large a figure is among 100 people, and what is only an illustration."""

from collections.abc import Callable
from typing import Any

import pytest

from relcase.compose import numbers
from relcase.domain.evidence import Baseline, Statistic

Make = Callable[..., Statistic]
Plainly = Callable[..., str]
NOT_CHANCES = (
    "An odds ratio is not a ratio of chances: the chance itself differs by less, and by"
    " how much depends on how common the outcome is.\n\n"
)


@pytest.fixture
def shown(make: Make, plainly: Plainly) -> Callable[..., str]:
    return lambda certainty="moderate", **more: plainly(
        list(numbers.blocks(make(**more), certainty))
    )


def test_odds_without_a_baseline_are_illustrated(shown: Callable[..., str]) -> None:
    assert shown() == (
        "In plain numbers\n\n"
        f"{NOT_CHANCES}"
        "Not from the study: how common the outcome was is not in the record. If the"
        " number were the same everywhere, it would mean:\n\n"
        "If, of people without,\tthen, of people with ties,\tlikely between\n"
        "20 in 100\tabout 27 in 100\t26 and 28\n"
        "50 in 100\tabout 60 in 100\t59 and 61\n"
        "80 in 100\tabout 86 in 100\t85 and 86\n\n"
        "Something that was not measured could explain it away only if it were linked"
        " with both sides, with each by a factor of about 1.7 or more (the E-value).\n"
    )


def test_odds_with_a_baseline_are_people(shown: Callable[..., str]) -> None:
    made = shown(figure={"baseline": Baseline(risk="0.50")}, claim_type="effect")
    assert made == (
        "In plain numbers\n\n"
        f"{NOT_CHANCES}"
        "Applied to the stated baseline, about 60 in 100 (likely between 59 and 61)"
        " compared with 50 in 100 (people with ties; people without).\n\n"
        "To have one more with this outcome (living), it would take about 10"
        " people.\n"
    )


def test_an_assumed_baseline_is_marked(shown: Callable[..., str]) -> None:
    baseline = Baseline(risk="0.50", assumed=True)
    assert "\n\nApplied to an assumed baseline, about 60 in 100 " in shown(
        figure={"baseline": baseline}
    )


def test_only_what_was_done_takes_people(shown: Callable[..., str]) -> None:
    made = shown(figure={"baseline": Baseline(risk="0.50")}, claim_type="association")
    assert "it would take" not in made


def test_no_number_needed_where_the_cause_is_not_known(
    shown: Callable[..., str],
) -> None:
    figure = {"baseline": Baseline(risk="0.50")}
    made = shown("very_low", figure=figure, claim_type="effect")
    assert "compared with 50 in 100" in made
    assert "it would take" not in made


SHARES = {
    **{"measure": "percent", "estimate": "29", "reference_value": "38"},
    **{"low": None, "high": None},
}


def test_a_case_study_is_not_compared_with_what_it_sets_itself_against(
    shown: Callable[..., str],
) -> None:
    assert "29 in 100 compared" in shown(figure=SHARES, design="cohort_adjusted")
    assert shown(figure=SHARES, design="case_study").strip() == ""


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (
            {
                **{"measure": "percent", "estimate": "29", "reference_value": "38"},
                **{"low": None, "high": None, "group": None},
            },
            "29 in 100 compared with 38 in 100.\n\nTo have one fewer with this outcome"
            " (living), it would take 12 people.",
        ),
        (
            {"measure": "hazard_ratio", "low": None, "high": None},
            "20 in 100\tabout 28 in 100\tnot known",
        ),
    ],
)
def test_other_measures(
    shown: Callable[..., str], figure: dict[str, Any], said: str
) -> None:
    made = shown(figure=figure, claim_type="effect")
    assert said in made
    assert "odds" not in made


@pytest.mark.parametrize(
    "more",
    [
        {"figures": ()},
        {"figure": {"measure": "correlation", "estimate": "0.3"}},
        {"figure": {"measure": "percent", "estimate": "29"}},
    ],
)
def test_what_is_no_number_of_people_is_left_out(
    shown: Callable[..., str], more: dict[str, Any]
) -> None:
    assert shown(**more).strip() == ""
