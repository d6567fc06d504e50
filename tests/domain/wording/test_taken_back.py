"""Words that a sentence denies, warns of or quotes as wrong are no claim of it."""

import pytest

from relcase.domain.evidence import Statistic
from relcase.domain.wording.corrections import by_what_follows, warns
from relcase.domain.wording.rules import problems

SURVIVAL = "social-relationships-survival"
NURSING = "home-nursing-continuity-dementia-ma-2021"
PILOTS = "housing-first-england-pilots-2024"
WIGAN = "wigan-deal-kings-fund-2019"
ISOLATION = "isolation-loneliness-mortality-2023"
ARRESTS = "big-brothers-big-sisters-trial"


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (
            NURSING,
            "Odds are not chances: this does not mean that people were 33% more likely to "
            "be readmitted.",
        ),
        (PILOTS, "That is not 92% of everyone who joined."),
        (PILOTS, "The 92% are of those interviewed, not of everyone who joined."),
        (WIGAN, "It would be wrong to claim that the Deal saved £140m."),
        (ISOLATION, "“Isolation and loneliness are deadly” goes too far."),
        (ISOLATION, "No study has shown that isolation kills."),
        (ISOLATION, "Isolation may, or may not, shorten lives."),
        (
            ISOLATION,
            "The reason isolated people die earlier may well not be isolation.",
        ),
        (ISOLATION, "The cause of those deaths need not be loneliness."),
        (ISOLATION, "Please leave out the words “isolation kills”."),
        (ISOLATION, "The claim that isolation kills has not been borne out."),
        (ARRESTS, "This should not be read as “mentoring halves crime”."),
    ],
)
def test_what_is_taken_back_is_no_fault(
    entry: str, sentence: str, statistics: dict[str, Statistic]
) -> None:
    assert problems(sentence, statistics[entry]) == ()


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (ISOLATION, "Isolation is not a lifestyle choice, it kills."),
        (ISOLATION, "It is not surprising that isolation kills."),
        (ISOLATION, "We cannot afford to ignore that isolation kills."),
        (ISOLATION, "“Isolation kills,” said the mayor, who could not attend."),
        (ISOLATION, "Despite what cynics say, isolation kills."),
        (SURVIVAL, "Nobody asked for it, but friends protect people from early death."),
    ],
)
def test_a_denial_of_something_else_excuses_nothing(
    entry: str, sentence: str, statistics: dict[str, Statistic]
) -> None:
    assert "M06" in [one.rule for one in problems(sentence, statistics[entry])]


@pytest.mark.parametrize(
    ("sentence", "following", "expected"),
    [
        ("You may read that friends save lives.", "That is not what was found.", True),
        ("Friends save lives.", "That is wrong.", True),
        ("Do friends save lives?", "The study cannot say.", True),
        ("Friends save lives.", "That is why we pay for the café.", False),
        ("Friends save lives.", "But money is short.", False),
        ("Did you know that friends save lives?", "We do.", False),
        ("Is it any wonder that friends save lives?", "", False),
    ],
)
def test_the_next_sentence_may_take_it_back(
    sentence: str, following: str, expected: bool
) -> None:
    assert by_what_follows(sentence, following) is expected


def test_a_heading_may_warn_of_what_stands_under_it() -> None:
    assert warns("What not to say")
    assert warns("Common mistakes")
    assert not warns("What to say to members")
