"""True sentences whose words are those of a fault elsewhere."""

import pytest

from relcase.domain.evidence import Statistic
from relcase.domain.wording.rules import problems


def _errors(sentence: str, statistic: Statistic) -> list[str]:
    wrong = problems(sentence, statistic)
    return [one.rule for one in wrong if one.severity == "error"]


@pytest.mark.parametrize(
    "authors",
    [
        "Andrew Steptoe and three colleagues",
        "Steptoe and his colleagues",
        "Steptoe with several colleagues",
        "Steptoe and some other colleagues",
    ],
)
def test_colleagues_of_an_author_were_not_studied(
    authors: str, statistics: dict[str, Statistic]
) -> None:
    steptoe = statistics["elsa-isolation-not-loneliness-mortality"]

    sentence = f"{authors} followed men and women aged 52 and over."
    assert "M09" not in _errors(sentence, steptoe)
    assert _errors("Isolated colleagues had a higher death rate.", steptoe) == ["M09"]


@pytest.mark.parametrize(
    "told",
    [
        "Every few months a headline tells us",
        "Every week some newspaper says",
        "Every day we are told",
        "Every few days the minister reminds us",
    ],
)
def test_how_often_it_is_said_is_no_time_of_the_study(
    told: str, statistics: dict[str, Statistic]
) -> None:
    dementia = statistics["dementia-lancet-commission-2024"]

    assert _errors(f"{told} that dementia has risk factors.", dementia) == []
    assert _errors("Every few months dementia has more risk factors.", dementia) == [
        "M10"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "They were far better housed 12 months later and still socially isolated.",
        "A year on they were much better housed.",
        "They were better housed, and they remained lonely.",
    ],
)
def test_a_gain_on_record_may_be_told_where_another_was_not_clear(
    sentence: str, statistics: dict[str, Statistic]
) -> None:
    housed = statistics["supported-housing-social-integration-2012"]

    assert _errors(sentence, housed) == []


def test_another_gain_is_none_of_the_record(statistics: dict[str, Statistic]) -> None:
    housed = statistics["supported-housing-social-integration-2012"]
    sentence = "Once they had a home they had better social support."

    assert _errors(sentence, housed) == ["M01"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thirty years later the helped men had done worse on several counts.",
        "Of the helped boys more came before a court as men.",
    ],
)
def test_who_was_helped_is_no_claim_that_it_helped(
    sentence: str, statistics: dict[str, Statistic]
) -> None:
    assert _errors(sentence, statistics["cambridge-somerville-harm"]) == []


def test_that_it_helped_men_is_one(statistics: dict[str, Statistic]) -> None:
    sentence = "A friendly counsellor helped men to stay out of trouble."

    assert _errors(sentence, statistics["cambridge-somerville-harm"]) == ["M01"]
