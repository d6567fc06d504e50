"""Of whom, since when and of which outcome a sentence tells, and whether the study did."""

import pytest

from relcase.domain.evidence import Statistic
from relcase.domain.wording.rules import problems

SWITCHBACK = "switchback-self-reported-reoffending"
ROUNDS = "schwartz-rounds-distress-dawson-2021"
FROME = "frome-emergency-admissions"
PITTSBURGH = "restorative-practices-pittsburgh-2018"
HOUSING = "supported-housing-social-integration-2012"
SCRIPT = "procedural-justice-scotland-backfire-2015"
KINSHIP = "kinship-care-mixed-sakai-2011"
CONSULTATIONS = "empathic-communication-rcts"
CHICAGO = "collective-efficacy-sampson-1997"
TSUNAMI = "tsunami-mortality-aldrich-sawada-2015"
ARTS = "arts-engagement-mortality-fancourt-2019"
ISOLATION = "elsa-isolation-not-loneliness-mortality"


@pytest.mark.parametrize(
    ("entry", "sentence", "rule"),
    [
        (
            SWITCHBACK,
            "Of all the young men who ever started on Switchback's programme, 8% reoffended.",
            "M09",
        ),
        (
            SWITCHBACK,
            "8% of the men in Switchback's programme, including those who dropped out, "
            "reoffended within a year.",
            "M09",
        ),
        (
            ROUNDS,
            "Staff who came to Rounds had 80% lower odds of distress than they had had before.",
            "M09",
        ),
        (ROUNDS, "Staff had 80% lower odds of distress than at the start.", "M09"),
        (
            PITTSBURGH,
            "Restorative practices raised pupils' trust in Pittsburgh.",
            "M01",
        ),
        (PITTSBURGH, "Pupils' trust rose in Pittsburgh's restorative schools.", "M01"),
        (CONSULTATIONS, "Empathic consultations increased adverse effects.", "M01"),
        (KINSHIP, "In the US, kinship care reduced substance use.", "M01"),
        (HOUSING, "Supported housing ended the isolation of homeless people.", "M01"),
        (HOUSING, "Once housed, homeless people were no longer isolated.", "M01"),
        (SCRIPT, "In Scotland, drivers' trust in the officers rose.", "M01"),
        (CHICAGO, "If you trust your neighbours you will meet less violence.", "M14"),
    ],
)
def test_others_than_those_who_were_studied(
    entry: str, sentence: str, rule: str, statistics: dict[str, Statistic]
) -> None:
    wrong = problems(sentence, statistics[entry])

    assert rule in {one.rule for one in wrong if one.severity == "error"}


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (
            SWITCHBACK,
            "Of the men who started and completed Switchback's programme in London, 8% "
            "reoffended within a year, it reported.",
        ),
        (
            ROUNDS,
            "Staff who came to Rounds had 80% lower odds of distress than those who did not.",
        ),
        (FROME, "In Frome, unplanned admissions were 14.0% lower than before."),
        (PITTSBURGH, "In Pittsburgh, pupils' trust did not rise, a trial found."),
        (
            PITTSBURGH,
            "In Pittsburgh's restorative schools suspensions fell more than in others.",
        ),
        (HOUSING, "Supported housing did not end the isolation of homeless people."),
        (
            SCRIPT,
            "In Scotland, trust in the officers who made the stop fell at the trial sites "
            "relative to stops carried on as usual.",
        ),
        (CHICAGO, "You can read the whole paper; it is about neighbourhoods."),
        (
            TSUNAMI,
            "Related to wave height and social capital; no relation to sea walls",
        ),
        (
            ARTS,
            "In adults in England aged at least 50, going to arts events every few months or "
            "more went with a 31% lower death rate over 14 years than never going.",
        ),
        (
            ISOLATION,
            "Among people of 52 years or more in England, the most isolated fifth died at a "
            "rate 26% higher than less isolated people.",
        ),
    ],
)
def test_those_who_were_studied(
    entry: str, sentence: str, statistics: dict[str, Statistic]
) -> None:
    wrong = problems(sentence, statistics[entry])

    assert [one.rule for one in wrong if one.severity == "error"] == []
