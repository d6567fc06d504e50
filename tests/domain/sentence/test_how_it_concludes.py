"""What a sentence goes on to say: no clear difference, whose doing, how sure."""

from collections.abc import Callable
from typing import Any

import pytest

from relcase.domain.evidence import Baseline, Figure
from relcase.domain.vocabulary import Certainty

Told = Callable[..., str]
UNCLEAR = (
    "There was no clear difference in sleeping well between adults with company and"
    " adults living alone."
)


@pytest.mark.parametrize(
    "figure",
    [
        {"low": "0.90", "high": "1.80"},
        {"low": "1.00", "high": "1.80"},
        {"estimate": "1.00"},
        {"p": "0.06"},
        {"direction": "none"},
        {"measure": "mean_difference", "estimate": "0.4", "low": "-1", "high": "2"},
        {"measure": "percent", "estimate": "56", "reference_value": "56"},
        {"measure": "percent_change", "estimate": "5", "low": "-4", "high": "16"},
        {"measure": "other", "direction": "none"},
    ],
)
def test_no_clear_difference(short: Told, figure: dict[str, Any]) -> None:
    assert short("low", figure=figure) == f"{UNCLEAR} Certainty: low."


@pytest.mark.parametrize(
    ("figure", "unclear"),
    [
        ({}, True),
        ({"p": "0.04"}, False),
        ({"p": "<0.001"}, True),
        ({"low": "1.20", "high": "1.80"}, False),
        ({"measure": "vote_count", "estimate": "3", "denominator": "9"}, False),
        ({"measure": "money", "estimate": "3"}, False),
    ],
)
def test_a_stance_speaks_where_the_number_does_not(
    short: Told, figure: dict[str, Any], unclear: bool
) -> None:
    said = short(figure=figure, stance="no_clear_difference")
    assert (said == UNCLEAR) == unclear


def test_a_number_beside_the_point_does_not_hide_the_null_result(short: Told) -> None:
    skill = Figure(
        label="x",
        measure="mean",
        estimate="2.9",
        p="0.049",
        group="trained workers",
        reference_group="other workers",
        reference_value="2.5",
        outcome="skill",
    )
    families = Figure(
        label="x",
        measure="other",
        estimate=None,
        direction="none",
        outcome="what families got",
    )
    said = short(
        "moderate",
        claim_type="effect",
        stance="no_clear_difference",
        figures=(skill, families),
    )

    assert said == (
        "Skill averaged 2.9 for trained workers, against 2.5 for other workers. There was"
        " no clear difference in what families got. Certainty: moderate."
    )


@pytest.mark.parametrize(
    ("group", "against", "expected"),
    [
        (
            "adults offered art",
            "usual care",
            "adults offered art and those with usual care",
        ),
        ("art", "usual care", "art and usual care"),
        (
            "adults offered art",
            "a waiting-list group",
            "adults offered art and a waiting-list group",
        ),
    ],
)
def test_between_whom(short: Told, group: str, against: str, expected: str) -> None:
    figure = {"direction": "none", "group": group, "reference_group": against}
    said = f"There was no clear difference in sleeping well between {expected}."
    assert short(figure=figure) == said


@pytest.mark.parametrize(
    ("certainty", "expected"),
    [
        ("high", "The difference is due to {cause} (high certainty)."),
        (
            "moderate",
            "The difference is probably due to {cause} (moderate certainty).",
        ),
        ("low", "The difference may be due to {cause} (low certainty)."),
        (
            "very_low",
            "What made the difference is not known (very low certainty).",
        ),
        (
            "not_rated",
            "This is an illustration; it does not show what made the difference.",
        ),
        (None, ""),
    ],
)
def test_an_effect(
    short: Told, long: Told, certainty: Certainty | None, expected: str
) -> None:
    """A long sentence names the cause; a short one has just said it."""
    begins = short(claim_type="description")
    said = short(certainty, claim_type="effect")
    assert said == f"{begins} {expected.format(cause='what was done')}".rstrip()
    printed = long(certainty, claim_type="effect")
    assert printed.endswith(expected.format(cause="company"))
    unnamed = long(certainty, claim_type="effect", exposure=None)
    assert unnamed.endswith(expected.format(cause="what was done"))


ASSOCIATED = "The two go together; this does not show that one causes the other"


@pytest.mark.parametrize(
    ("certainty", "more", "expected"),
    [
        ("low", {}, f"{ASSOCIATED} (low certainty)."),
        (None, {}, f"{ASSOCIATED}."),
        ("not_rated", {}, f"{ASSOCIATED}."),
        (
            "very_low",
            {"design": "ecological"},
            "This compares places, not people, and does not show a cause (very low"
            " certainty).",
        ),
        (
            "very_low",
            {"design": "ecological", "figures": (), "stance": "mixed"},
            "This compares places, not people, and does not show a cause (very low"
            " certainty).",
        ),
        ("high", {"claim_type": "description"}, "Certainty: high."),
        (
            "high",
            {"figure": {"measure": "percent", "estimate": "60"}},
            "Certainty: high.",
        ),
        (
            "very_low",
            {"claim_type": "qualitative", "design": "expert_statement"},
            "This is an account, not a measured result.",
        ),
        (
            "moderate",
            {"claim_type": "qualitative", "design": "qualitative_study"},
            "This is what people said, not a measured result.",
        ),
        (
            "low",
            {"claim_type": "economic", "benefit_kind": "cashable"},
            "The saving can be taken out of a budget. Certainty: low.",
        ),
        (
            "low",
            {"claim_type": "economic", "benefit_kind": "capacity"},
            "This is capacity, not money that a budget gets back. Certainty: low.",
        ),
        (
            "not_rated",
            {"claim_type": "economic", "benefit_kind": "social_value"},
            "This is social value, not money that a budget gets back.",
        ),
        (
            None,
            {"claim_type": "economic"},
            "Whether a budget gets any of it back is not known.",
        ),
    ],
)
def test_what_else_may_be_concluded(
    short: Told, certainty: Certainty | None, more: dict[str, Any], expected: str
) -> None:
    assert short(certainty, **more).endswith(f". {expected}")


@pytest.mark.parametrize(
    ("stance", "concludes"),
    [
        ("supports", f" {ASSOCIATED} (low certainty)."),
        ("against", f" {ASSOCIATED} (low certainty)."),
        (
            "mixed",
            " This does not show that one causes the other. Certainty: low.",
        ),
        ("no_clear_difference", " Certainty: low."),
    ],
)
def test_without_a_figure_the_record_speaks(
    short: Told, long: Told, stance: str, concludes: str
) -> None:
    bare: dict[str, Any] = {"figures": (), "stance": stance}
    assert short("low", **bare) == f"Company went with sleep.{concludes}"
    assert long("low", **bare) == (
        f"Among 500 adults, company went with sleep.{concludes}"
    )


def test_brackets_do_not_follow_brackets(short: Told, long: Told) -> None:
    aside = long("low", claim_type="effect", exposure="fair treatment (justice)")
    assert aside.endswith("may be due to fair treatment (justice; low certainty).")
    figure = {"reference_group": "adults alone (lowest third)", "low": "1", "high": "2"}
    assert "adults alone (lowest third; 1.10 to 2)." in long(
        figure=figure | {"low": "1.10"}
    )


STUDY = "In a study that followed people over time"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            {"figure": {"low": "1.42", "high": "1.59", "level": "95"}},
            f"{STUDY} (500 people; follow-up: two years), adults with company had 1.50"
            " times the odds of sleeping well compared with adults living alone (95% CI"
            " 1.42 to 1.59). These are odds; the chance itself differs by less.",
        ),
        (
            {"figure": {"baseline": Baseline(risk="0.40"), "p": "<0.001"}},
            f"{STUDY} (500 people; follow-up: two years), adults with company had 1.50"
            " times the odds of sleeping well compared with adults living alone (p"
            " < 0.001). These are odds; the chance itself differs by less.",
        ),
        (
            {
                **{"sample": None, "place": None, "follow_up": "not_reported"},
                "figure": {"measure": "correlation", "estimate": "0.30", "p": "0.02"},
            },
            f"{STUDY}, company went with higher sleeping well (correlation 0.30, p ="
            " 0.02).",
        ),
        (
            {
                "place": "Leeds (two wards)",
                "follow_up": "a year (read elsewhere); two years for some",
                "figure": {"direction": "none"},
            },
            f"{STUDY} (500 people; follow-up: a year, two years for some), there was no"
            " clear difference in sleeping well between adults with company and adults"
            " living alone (odds ratio 1.50).",
        ),
        (
            {
                "figure": {
                    **{"measure": "percent", "estimate": "56"},
                    **{"reference_value": "57", "p": "0.9"},
                }
            },
            f"{STUDY} (follow-up: two years), there was no clear difference in sleeping"
            " well between adults with company and adults living alone"
            " (56%, against 57%, p = 0.9).",
        ),
        (
            {
                "claim_type": "description",
                "period": "2019 (spring); 2020",
                "figure": {
                    "measure": "percent",
                    "estimate": "5",
                    "denominator": "1500",
                },
            },
            f"{STUDY} (1,500 people; 2019, 2020; follow-up: two years), among adults with"
            " company, 5% slept well.",
        ),
        (
            {"place": "Leeds", "figure": {"group": "adults in Leeds"}},
            f"{STUDY} (500 people; follow-up: two years), adults in Leeds had 1.50 times"
            " the odds of sleeping well compared with adults living alone. These are odds;"
            " the chance itself differs by less.",
        ),
    ],
)
def test_the_long_sentence(long: Told, more: dict[str, Any], expected: str) -> None:
    assert long(**more).startswith(expected)
