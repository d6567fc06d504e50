"""One place told as a country, some as all, a forecast as done, a rate as a matched group."""

import pytest

from relcase.domain.evidence import Statistic
from relcase.domain.wording.rules import problems

SWITCHBACK = "switchback-self-reported-reoffending"
PEERS = "peer-support-crisis-readmission"
GATESHEAD = "gateshead-process-steps"
LETTINGS = "great-yarmouth-housing-list-95-percent"
GRIEF = "covid-bereavement-isolation-2023"
COORDINATION = "local-area-coordination-sroi-2016"
WIGAN = "wigan-deal-kings-fund-2019"
FLEETWOOD = "fleetwood-emergency-care"


@pytest.mark.parametrize(
    ("entry", "sentence", "rule"),
    [
        (
            SWITCHBACK,
            "8% reoffended within a year, compared with 49% of similar young men.",
            "M09",
        ),
        (
            SWITCHBACK,
            "8% of the men reoffended, whether or not they had completed the programme.",
            "M09",
        ),
        (
            PEERS,
            "29% of people with a peer supporter were readmitted within a year, against "
            "38% of those who had nothing at all.",
            "M09",
        ),
        (
            GATESHEAD,
            "Nine in ten steps taken by Britain's public services are process.",
            "M09",
        ),
        (LETTINGS, "Councils that work this way have 95% fewer people waiting.", "M09"),
        (GRIEF, "Some 34.6% of all people bereaved in Britain have long grief.", "M09"),
        (GRIEF, "34.6% of Britain's bereaved met the cut-off for grief.", "M09"),
        (
            COORDINATION,
            "The approach is forecast to be worth £4.8 million a year in Thurrock.",
            "M10",
        ),
        (COORDINATION, "Thurrock gained £4.8 million in social value.", "M17"),
        (WIGAN, "Wigan reports annual savings of £140 million.", "M10"),
    ],
)
def test_what_goes_wider_than_the_study(
    entry: str, sentence: str, rule: str, statistics: dict[str, Statistic]
) -> None:
    assert rule in [one.rule for one in problems(sentence, statistics[entry])]


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (
            SWITCHBACK,
            "Switchback in London reports that 8% of completers reoffended within a year, "
            "beside a national rate of 49% for all prison-leavers.",
        ),
        (GATESHEAD, "In Gateshead, nine in ten steps were process."),
        (GATESHEAD, "One English council's own look found that 90% were process."),
        (
            GRIEF,
            "In a UK survey, 34.6% of those who answered at about 13 months met the cut-off "
            "for prolonged grief.",
        ),
        (
            COORDINATION,
            "A forecast for Thurrock puts social value at £4.8 million over three years.",
        ),
        (WIGAN, "Wigan council reported savings of £140 million from 2011 to 2018."),
        (
            FLEETWOOD,
            "Fleetwood's team reported 16.7% fewer A&E attendances than in an earlier period.",
        ),
    ],
)
def test_what_stays_within_it(
    entry: str, sentence: str, statistics: dict[str, Statistic]
) -> None:
    assert problems(sentence, statistics[entry]) == ()
