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
    return lambda **more: plainly(list(numbers.blocks(make(**more))))


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
        "To explain this away, something that was not measured would have to be linked"
        " with both sides of it by a risk ratio of about 1.7 each.\n"
    )


def test_odds_with_a_baseline_are_people(shown: Callable[..., str]) -> None:
    made = shown(figure={"baseline": Baseline(risk="0.50")}, claim_type="effect")
    assert made == (
        "In plain numbers\n\n"
        f"{NOT_CHANCES}"
        "About 60 in 100 (likely between 59 and 61) compared with 50 in 100 (people with"
        " ties; people without).\n\n"
        "That is one more in about every 10 people.\n"
    )


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (
            {
                **{"measure": "percent", "estimate": "29", "reference_value": "38"},
                **{"low": None, "high": None, "group": None},
            },
            "29 in 100 compared with 38 in 100.\n\nThat is one fewer in every 12 people.",
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
