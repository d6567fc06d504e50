"""What a sentence says to its readers, or of other work, and claims of no study."""

import pytest

from relcase.domain.evidence import Statistic
from relcase.domain.wording.rules import problems

FRIENDS = "gallup-best-friend-at-work"
NORWAY = "gp-continuity-remeasured-norway"
SCHOOLS = "social-workers-in-schools-null-2023"
CONTACT = "intergroup-contact-pettigrew-2006"
VOLUNTEERS = "volunteering-health-jenkinson-2013"
TRAINING = "motivational-interviewing-child-protection-null-2018"

TENANTS = "tenant-satisfaction-measures-2024-25"
BOYS = "cambridge-somerville-harm"
LONELY = "loneliness-new-depression"


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
        (TENANTS, "Most tenants, 78%, said their landlord treats them with respect."),
        (TENANTS, "For 78% of tenants the landlord treats tenants fairly."),
        (BOYS, "Boys assigned at random to friendly help found worse outcomes."),
        (BOYS, "Those who were given help fared worse than those given none."),
        (LONELY, "Among lonely people the odds were higher, and they want help now."),
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
        (LONELY, "Company treats depression as well as tablets do.", "M06"),
        (LONELY, "A friend treats people with depression.", "M06"),
        (LONELY, "More friends help lonely people out of depression.", "M06"),
    ],
)
def test_it_is_one(
    entry: str, sentence: str, rule: str, statistics: dict[str, Statistic]
) -> None:
    assert rule in {one.rule for one in problems(sentence, statistics[entry])}
