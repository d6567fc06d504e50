"""Numbers and directions put to the group and the outcome they belong to, or not."""

from dataclasses import replace

import pytest

from relcase.domain.evidence import Statistic
from relcase.domain.wording.rules import problems

VISITS = "uk-spcr-family-visits-2013"
PEERS = "peer-support-crisis-readmission"
ISOLATION = "isolation-loneliness-mortality-2023"
SURVIVAL = "social-relationships-survival"
MIDWIVES = "midwife-continuity-cochrane"
TRAINING = "probation-officer-skills-labrecque-2023"
PAROLE = "prison-family-contact-friedmann-2014"
HOUSING = "housing-first-review-baxter-2019"


@pytest.mark.parametrize(
    ("entry", "sentence", "rules"),
    [
        (
            VISITS,
            "68% of prisoners with family visits reoffended within a year, against 47% without.",
            ["M01"],
        ),
        (
            VISITS,
            "47% of prisoners with family visits did not reoffend within a year, "
            "against 68% without.",
            ["M05"],
        ),
        (
            PEERS,
            "29% of people offered a peer support worker died within a year, "
            "against 38% of those sent the workbook.",
            ["M09"],
        ),
        (
            PEERS,
            "38% of people with peer support were readmitted within a year, against 29%.",
            ["M01"],
        ),
        (
            ISOLATION,
            "People who were not isolated had 1.32 times the risk of death of socially "
            "isolated people.",
            ["M01"],
        ),
        (
            SURVIVAL,
            "People with weaker relationships had 1.50 times the odds of survival of people "
            "with stronger ones.",
            ["M01"],
        ),
        (
            MIDWIVES,
            "Women in midwife continuity models had fewer spontaneous vaginal births than "
            "women in other models of care.",
            ["M01"],
        ),
        (
            TRAINING,
            "People supervised by officers with the training had 1.48 times the odds of "
            "reoffending of people supervised as usual.",
            ["M01"],
        ),
        (
            VISITS,
            "Reoffending within a year was 21 percentage points higher among prisoners with "
            "family visits.",
            ["M01"],
        ),
        (ISOLATION, "Isolation takes years off your life.", ["M06"]),
    ],
)
def test_the_wrong_group_or_outcome_is_found(
    entry: str, sentence: str, rules: list[str], statistics: dict[str, Statistic]
) -> None:
    assert [one.rule for one in problems(sentence, statistics[entry])] == rules


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (
            VISITS,
            "68% of prisoners without family visits reoffended, against 47% with them.",
        ),
        (
            VISITS,
            "47% of visited and 68% of unvisited prisoners reoffended within a year.",
        ),
        (
            VISITS,
            "53% of visited prisoners did not reoffend within a year, 32% of the others.",
        ),
        (
            VISITS,
            "Reoffending within a year was 21 percentage points higher among prisoners without "
            "family visits.",
        ),
        (
            PEERS,
            "Of those posted the workbook 62% were not readmitted, of the others 71%.",
        ),
        (
            ISOLATION,
            "Compared with people who were not isolated, the isolated had 1.32 times the risk "
            "of death.",
        ),
        (
            ISOLATION,
            "People who were not isolated had 0.76 times the risk of death of the isolated.",
        ),
        (
            SURVIVAL,
            "People with weaker relationships had 1.50 times the odds of dying of people with "
            "stronger ones.",
        ),
        (
            TRAINING,
            "People supervised by officers with the training had 1.48 times the odds of not "
            "reoffending of people supervised as usual.",
        ),
        (PAROLE, "Prisoners with family contact had lower recidivism rates."),
        (
            PAROLE,
            "In the first year on parole, 30% of people with 3 visitors were arrested, against "
            "50% of people with no contact.",
        ),
    ],
)
def test_the_right_group_and_outcome_are_let_stand(
    entry: str, sentence: str, statistics: dict[str, Statistic]
) -> None:
    """Also where the sentence tells of the opposite outcome: "not reoffending"."""
    assert problems(sentence, statistics[entry]) == ()


@pytest.mark.parametrize(
    ("sentence", "rules"),
    [
        ("87.0% of carers who shared the watch slept well, against 54.0% without.", []),
        (
            "54.0% of carers who shared the watch slept well, against 87.0% without.",
            ["M01"],
        ),
        ("Carers who did not share the watch slept well less often.", []),
        ("46.0% of carers who did not share the watch slept badly.", []),
        ("54.0% of carers shared the watch and slept well.", ["M01"]),
    ],
)
def test_the_groups_of_any_record_are_told_apart(
    sentence: str, rules: list[str], statistics: dict[str, Statistic]
) -> None:
    ours = statistics[VISITS]
    figure = replace(
        ours.figures[0],
        label="carers who slept well, per cent",
        estimate="87.0",
        reference_value="54.0",
        group="carers who shared the watch",
        reference_group="carers who did not share the watch",
    )
    carers = replace(
        ours,
        figures=(figure,),
        outcome="sleeping well",
        population="Carers of people with dementia",
        place=None,
    )

    assert [one.rule for one in problems(sentence, carers)] == rules


@pytest.mark.parametrize(
    ("sentence", "rules"),
    [
        ("A third of people with weak relationships died.", ["M03"]),
        ("Friends cut your risk of death in half.", ["M02", "M06", "M16"]),
    ],
)
def test_no_other_number_is_suggested(
    sentence: str, rules: list[str], statistics: dict[str, Statistic]
) -> None:
    """A share of people is no ratio, and another figure's ratio is no better."""
    found = problems(sentence, statistics[SURVIVAL])

    assert sorted(one.rule for one in found) == rules
    assert [one.better for one in found] == [None] * len(found)


@pytest.mark.parametrize("many", ["146% more likely", "two and a half times as likely"])
def test_a_ratio_alone_is_one_in_every_spelling(
    many: str, statistics: dict[str, Statistic]
) -> None:
    alone = f"Homeless people offered Housing First were {many} to be housed."
    compared = f"{alone[:-1]} {'than' if 'more' in many else 'as'} control groups."

    assert [one.rule for one in problems(alone, statistics[HOUSING])] == ["M16"]
    assert problems(compared, statistics[HOUSING]) == ()
