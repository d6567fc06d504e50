"""What a sentence says to its readers, or of other work, and claims of no study."""

import pytest

from relcase.domain.evidence import Statistic
from relcase.domain.wording.rules import problems

FRIENDS = "gallup-best-friend-at-work"
NORWAY = "gp-continuity-remeasured-norway"
SCHOOLS = "social-workers-in-schools-null-2023"
CONTACT = "intergroup-contact-pettigrew-2006"
VOLUNTEERS = "volunteering-health-jenkinson-2013"
HEAT = "heat-wave-social-contact-2007"
NURSING = "home-nursing-continuity-dementia-ma-2021"
HAPPINESS = "no-one-to-count-on-whr-2025"
HOMELESS = "critical-time-intervention-herman-2011"
TRAINING = "motivational-interviewing-child-protection-null-2018"

TENANTS = "tenant-satisfaction-measures-2024-25"
BOYS = "cambridge-somerville-harm"
LONELY = "loneliness-new-depression"
DOCTORS = "gp-continuity-admissions-england"
PEERS = "peer-support-crisis-readmission"
ADVISORY = "us-surgeon-general-advisory-2023"
GRIEF = "icu-family-support-prolonged-grief-2022"


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (
            FRIENDS,
            "Before anyone puts this in a plan: 63% of US women who strongly agreed that "
            "they had a best friend at work were engaged, compared with 29% of other women.",
        ),
        (NORWAY, "Before we all get carried away, look at the Norwegian patients."),
        (SCHOOLS, "The national trial ran in schools with a social worker."),
        (
            CONTACT,
            "In later randomised work the effects on ethnic prejudice were much weaker.",
        ),
        (
            VOLUNTEERS,
            "Healthier people may be likelier to volunteer in the first place.",
        ),
        (TRAINING, "The training was for workers in child protection."),
        (
            HEAT,
            "The odds of dying in a heat wave were 3.35 times as high among people who did "
            "not leave home every day as among those who did.",
        ),
        (NURSING, "Cause cannot be read off this cohort of people with dementia."),
        (
            HAPPINESS,
            "The World Happiness Report 2025 found 19% of young adults worldwide with no "
            "one they could count on.",
        ),
        (
            HOMELESS,
            "The odds of being homeless in the last 18 weeks of follow-up were 0.22 times "
            "those with usual care.",
        ),
        (TENANTS, "Most tenants, 78%, said their landlord treats them with respect."),
        (TENANTS, "For 78% of tenants the landlord treats tenants fairly."),
        (BOYS, "Boys assigned at random to friendly help found worse outcomes."),
        (BOYS, "Those who were given help fared worse than those given none."),
        (LONELY, "Among lonely people the odds were higher, and they want help now."),
        (
            PEERS,
            "29% were readmitted, three quarters as many as the 38% who were sent the "
            "workbook.",
        ),
        (
            ADVISORY,
            "It likened lacking social connection to smoking up to 15 cigarettes a day.",
        ),
    ],
)
def test_it_is_no_fault(
    entry: str, sentence: str, statistics: dict[str, Statistic]
) -> None:
    wrong = problems(sentence, statistics[entry])
    assert [one.rule for one in wrong if one.severity == "error"] == []


@pytest.mark.parametrize(
    ("entry", "sentence", "rule"),
    [
        (
            FRIENDS,
            "63% of everyone who had a best friend at work was engaged, in any country.",
            "M09",
        ),
        (CONTACT, "Contact reduces prejudice, and nothing later changes that.", "M06"),
        (
            VOLUNTEERS,
            "People who volunteered were likelier to die during follow-up.",
            "M01",
        ),
        (TRAINING, "The training protected children.", "M01"),
        (PEERS, "With peer support as many as 29% were readmitted.", "M07"),
        (ADVISORY, "It is like smoking at least 15 cigarettes a day.", "M07"),
        (GRIEF, "Those given meetings more often had prolonged grief.", "M01"),
        (LONELY, "Company treats depression as well as tablets do.", "M06"),
        (LONELY, "A friend treats people with depression.", "M06"),
        (LONELY, "More friends help lonely people out of depression.", "M06"),
    ],
)
def test_it_is_one(
    entry: str, sentence: str, rule: str, statistics: dict[str, Statistic]
) -> None:
    assert rule in {one.rule for one in problems(sentence, statistics[entry])}


def test_what_is_done_more_often_is_no_more_of_the_outcome(
    statistics: dict[str, Statistic],
) -> None:
    sentence = "Seeing the usual GP more often reduces hospital admissions by 6%."
    wrong = problems(sentence, statistics[DOCTORS])
    assert {one.rule for one in wrong if one.severity == "error"} == {"M06"}


@pytest.mark.parametrize(
    ("entry", "sentence", "said"),
    [
        (PEERS, "Peer support cut readmission by 24%.", "it was: 29% against 38%."),
        (LONELY, "Lonely adults had 2.33 times the odds.", "is not in the record."),
    ],
)
def test_a_relative_number_is_asked_for_what_the_record_has(
    entry: str, sentence: str, said: str, statistics: dict[str, Statistic]
) -> None:
    (wrong,) = (
        one for one in problems(sentence, statistics[entry]) if one.rule == "M16"
    )
    assert wrong.message.endswith(said)


def test_who_was_studied_is_told_in_one_phrase(
    statistics: dict[str, Statistic],
) -> None:
    sentence = "Everyone who joined a pilot was housed."
    (wrong,) = problems(sentence, statistics["housing-first-england-pilots-2024"])
    assert wrong.message.endswith("repeat homelessness and multiple needs.")
