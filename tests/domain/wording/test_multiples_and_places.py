"""Multiples that are no verbs, numbers to compare with, and where people are."""

import pytest

from relcase.domain.evidence import Statistic
from relcase.domain.wording.rules import problems

SUICIDE = "living-alone-loneliness-suicide-uk-2021"
DEPRESSION = "loneliness-new-depression"
CARE = "family-group-conferences-trial-2024"
PEER = "peer-support-crisis-readmission"
TRAINED = "probation-officer-skills-labrecque-2023"
SURVIVAL = "social-relationships-survival"
LONELY = "who-commission-social-connection-2025"
FROME = "frome-emergency-admissions"


def rules(entry: str, sentence: str, statistics: dict[str, Statistic]) -> list[str]:
    found = problems(sentence, statistics[entry], "moderate")
    return [one.rule for one in found if one.severity == "error"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Men living alone had more than double the rate of suicide (hazard ratio 2.16).",
        "Men living alone died by suicide at double the rate (hazard ratio 2.16).",
        "Men living alone carried about double the rate of suicide of married men.",
        "More than double the rate of suicide was seen in men living alone.",
    ],
)
def test_double_the_rate_is_no_verb(
    sentence: str, statistics: dict[str, Statistic]
) -> None:
    assert "M06" not in rules(SUICIDE, sentence, statistics)


@pytest.mark.parametrize(
    "sentence",
    [
        "Loneliness more than doubles the odds of depression.",
        "Loneliness can double the odds of depression.",
        "Poor ties double the odds of depression.",
    ],
)
def test_what_doubles_the_odds_claims_a_cause(
    sentence: str, statistics: dict[str, Statistic]
) -> None:
    assert "M06" in rules(DEPRESSION, sentence, statistics)


@pytest.mark.parametrize(
    ("sentence", "warned"),
    [
        ("Lonely adults had more than double the odds of depression.", True),
        ("Lonely adults had more than double the odds (2.33) of depression.", False),
    ],
)
def test_a_threshold_beside_its_estimate_misleads_nobody(
    sentence: str, warned: bool, statistics: dict[str, Statistic]
) -> None:
    found = problems(sentence, statistics[DEPRESSION])

    assert ("M11" in [one.rule for one in found]) is warned


@pytest.mark.parametrize(
    ("words", "warned"), [("fewer than 44.8%", True), ("fewer than the 44.8%", False)]
)
def test_the_number_is_one_to_compare_with(
    words: str, warned: bool, statistics: dict[str, Statistic]
) -> None:
    sentence = (
        f"Of those referred 36.2% were in care, {words} of children not referred."
    )
    found = problems(sentence, statistics[CARE])

    assert ("M11" in [one.rule for one in found]) is warned


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Peer support reduced readmissions by 9 percentage points.", []),
        ("Peer support cut readmissions within a year from 38% to 29%.", []),
        ("Peer support reduces readmissions by 9 percentage points.", ["M06"]),
        ("Peer support reduced readmissions.", ["M06"]),
    ],
)
def test_what_a_trial_found_is_told_in_the_past_with_its_number(
    sentence: str, expected: list[str], statistics: dict[str, Statistic]
) -> None:
    assert rules(PEER, sentence, statistics) == expected


@pytest.mark.parametrize(
    ("entry", "sentence", "expected"),
    [
        (
            TRAINED,
            "A pooling with 8,335 people gives 1.48 times the odds of not reoffending.",
            [],
        ),
        (
            SURVIVAL,
            "Pooling 148 studies gives 1.50 times the odds of being alive.",
            [],
        ),
        (SURVIVAL, "Friendship gives 1.50 times the odds of being alive.", ["M06"]),
        (
            SURVIVAL,
            "Studies show that friendship gives 1.50 times the odds of being alive.",
            ["M06"],
        ),
    ],
)
def test_a_study_gives_a_result_and_friendship_would_be_a_cause(
    entry: str, sentence: str, expected: list[str], statistics: dict[str, Statistic]
) -> None:
    assert rules(entry, sentence, statistics) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("About 16% of people in the UK have experienced loneliness.", ["M09"]),
        ("In Britain, 16% of people have experienced loneliness.", ["M09"]),
        ("Some 16% of British adults have experienced loneliness.", ["M09"]),
        ("Worldwide 16% have experienced loneliness, says a UK charity.", []),
        ("A UK charity repeats that 16% have experienced loneliness.", []),
        ("In high-income countries like the UK 11% have experienced loneliness.", []),
    ],
)
def test_a_number_for_the_world_is_not_that_of_one_country(
    sentence: str, expected: list[str], statistics: dict[str, Statistic]
) -> None:
    assert rules(LONELY, sentence, statistics) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("On trend, there were 7.9 fewer admissions a quarter in Frome.", []),
        ("In Frome admissions fell by 14.0%.", ["M09"]),
        ("In Frome admissions fell by 14.0%, or 7.9 a quarter.", ["M09"]),
    ],
)
def test_a_broad_word_may_be_the_records_own(
    sentence: str, expected: list[str], statistics: dict[str, Statistic]
) -> None:
    found = rules(FROME, sentence, statistics)

    assert [one for one in found if one == "M09"] == expected


def test_who_was_studied_has_no_capital_within_a_sentence(
    statistics: dict[str, Statistic],
) -> None:
    (one,) = problems(
        "Children with closer ties had higher odds of being alive.",
        statistics[SURVIVAL],
    )

    assert "it was made with adults in" in one.message


@pytest.mark.parametrize(
    ("who", "expected"),
    [("Holt-Lunstad and colleagues found that people", []), ("Colleagues", ["M09"])],
)
def test_the_colleagues_of_an_author_are_not_those_studied(
    who: str, expected: list[str], statistics: dict[str, Statistic]
) -> None:
    sentence = f"{who} with stronger ties had 1.50 times the odds of being alive."

    assert rules(SURVIVAL, sentence, statistics) == expected
