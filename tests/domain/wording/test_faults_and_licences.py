"""Sentences about our statistics, with the words that are at fault."""

import pytest

from relcase.domain.evidence import Statistic
from relcase.domain.vocabulary import Certainty
from relcase.domain.wording.rules import problems

SURVIVAL = "social-relationships-survival"
MIDWIVES = "midwife-continuity-cochrane"


def test_the_column_and_the_better_words(statistics: dict[str, Statistic]) -> None:
    sentence = "People with stronger ties were 50% more likely to be alive than others."
    (one,) = problems(sentence, statistics[SURVIVAL])

    assert (one.rule, one.severity) == ("M02", "error")
    assert sentence[one.start : one.end] == "50% more likely"
    assert one.better == "50% higher odds"


def test_a_causal_verb_has_its_replacement(statistics: dict[str, Statistic]) -> None:
    sentence = "Strong ties led to higher odds of being alive."
    (one,) = problems(sentence, statistics[SURVIVAL])

    assert (one.rule, one.better) == ("M06", "went with")


@pytest.mark.parametrize(
    ("certainty", "says", "rules"),
    [
        ("high", "increase", []),
        ("moderate", "increase", ["M06"]),
        ("moderate", "probably increase", []),
        ("low", "probably increase", ["M06"]),
        ("low", "may increase", []),
        ("very_low", "may increase", ["M06"]),
        (None, "increase", []),
    ],
)
def test_the_certainty_of_an_effect_licenses_the_verb(
    certainty: Certainty | None,
    says: str,
    rules: list[str],
    statistics: dict[str, Statistic],
) -> None:
    sentence = f"Midwife continuity models {says} spontaneous vaginal births."
    wrong = problems(sentence, statistics[MIDWIVES], certainty)

    assert [one.rule for one in wrong] == rules


@pytest.mark.parametrize("certainty", ["low", "moderate", "high"])
def test_a_trial_may_always_be_told_in_the_past_tense(
    certainty: Certainty, statistics: dict[str, Statistic]
) -> None:
    sentence = "In randomised trials, midwife continuity raised spontaneous births."

    assert problems(sentence, statistics[MIDWIVES], certainty) == ()


@pytest.mark.parametrize("certainty", ["low", "moderate", "high", None])
def test_no_certainty_makes_an_association_a_cause(
    certainty: Certainty | None, statistics: dict[str, Statistic]
) -> None:
    sentence = "Strong ties protect people from dying."
    wrong = problems(sentence, statistics[SURVIVAL], certainty)

    assert [one.rule for one in wrong] == ["M06"]


def test_a_certainty_word_is_held_to_the_computed_one(
    statistics: dict[str, Statistic],
) -> None:
    sentence = "There is strong evidence that ties and survival go together."
    statistic = statistics[SURVIVAL]

    assert [one.rule for one in problems(sentence, statistic, "moderate")] == ["R02"]
    assert problems(sentence, statistic, "high") == ()
    assert problems(sentence, statistic) == ()


@pytest.mark.parametrize(
    ("entry", "sentence", "rules"),
    [
        (
            "probation-officer-skills-labrecque-2023",
            "People supervised by trained officers had 32% lower odds of reoffending.",
            ["M16"],
        ),
        (
            "probation-officer-skills-labrecque-2023",
            "People supervised by trained officers had 48% lower odds of reoffending than others.",
            ["M01"],
        ),
        (
            "trust-in-government-voice-oecd-2023",
            "Of all adults surveyed, 45% trusted their local government.",
            [],
        ),
        (
            "social-prescribing-link-workers",
            "Nobody can say yet that link workers raise quality of life.",
            [],
        ),
        (
            "breast-cancer-social-ties-2006",
            "Isolated women with breast cancer had 2.65 times the death rate of others.",
            ["M12"],
        ),
        (
            "social-relationships-heart-disease-stroke",
            "Worldwide, adults with poor relationships had 1.29 times the heart risk of others.",
            ["M09"],
        ),
    ],
)
def test_what_a_sentence_may_say(
    entry: str, sentence: str, rules: list[str], statistics: dict[str, Statistic]
) -> None:
    """Odds turned round, all who were asked, denials, ends of intervals, the world."""
    assert [one.rule for one in problems(sentence, statistics[entry])] == rules


@pytest.mark.parametrize(
    ("sentence", "rules"),
    [
        ("Kindness was reported twice as often at the GP as on public transport.", []),
        ("Kindness was reported 5 times as often at the GP as on the bus.", ["M08"]),
    ],
)
def test_answers_of_the_same_people_may_be_set_side_by_side(
    sentence: str, rules: list[str], statistics: dict[str, Statistic]
) -> None:
    wrong = problems(sentence, statistics["kindness-in-public-services-2018"])

    assert [one.rule for one in wrong if one.rule == "M08"] == rules
