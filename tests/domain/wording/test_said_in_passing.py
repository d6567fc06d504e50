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
    ],
)
def test_it_is_one(
    entry: str, sentence: str, rule: str, statistics: dict[str, Statistic]
) -> None:
    assert rule in {one.rule for one in problems(sentence, statistics[entry])}
