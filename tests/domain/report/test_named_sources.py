"""Sources that running text names, where no style of citation has them so."""

from collections.abc import Callable

import pytest

Judged = Callable[..., list[tuple[str, str]]]

_PEER = (
    "29% of people offered a peer support worker with a recovery workbook were back in "
    "acute care within a year, against 38% of those who were sent the workbook."
)


@pytest.mark.parametrize(
    "source",
    [
        "In the trial led by Sonia Johnson (Lancet, 2018), {}",
        "Sonia Johnson's team looked at this. {}",
        "Johnson and colleagues looked at this. {}",
        "Johnson 2018, on the train. {}",
        "{} So wrote Johnson in 2018.",
        "{}\n\nJohnson et al., Lancet, 2018",
        "### Johnson 2018, The Lancet\n\n* {}",
    ],
)
def test_a_figure_has_a_source_where_its_author_is_named(
    judged: Judged, source: str
) -> None:
    found = judged(source.format(_PEER))
    assert ("29%", "matches") in found
    assert ("38%", "matches") in found
    assert not {verdict for _, verdict in found} - {"matches"}


@pytest.mark.parametrize(
    "source",
    [
        "{}",
        "Alan Jackson opened the centre. {}",
        "We asked the University of Johnstown. {}",
    ],
)
def test_it_has_none_where_others_are(judged: Judged, source: str) -> None:
    assert ("29%", "unsourced") in judged(source.format(_PEER))


@pytest.mark.parametrize(
    "maker",
    [
        "The ONS asked.",
        "The Office for National Statistics asked.",
        "The figures of 2020 are from the Office for National Statistics.",
    ],
)
def test_an_organisation_is_named(judged: Judged, maker: str) -> None:
    told = (
        "50.6% of adults in Great Britain said in March 2020 that someone had offered to "
        "bring them food and essentials if needed."
    )
    assert ("50.6%", "matches") in judged(f"{maker} {told}")
    assert ("50.6%", "unsourced") in judged(told)


def test_the_journal_and_the_year_in_brackets_are_those_of_our_source(
    judged: Judged,
) -> None:
    text = (
        "Valtorta and colleagues (Heart, 2016) brought together findings on 181,006 "
        "adults. Lonely or isolated adults had 1.29 times the risk of heart disease."
    )
    assert ("181,006", "matches") in judged(text)


def test_figures_tell_an_entry_whose_source_stands_near(judged: Judged) -> None:
    text = (
        "Please look at Surr et al. (2021). At 16 months it was 2.11 points lower in the "
        "homes that used it, but the range goes from 4.66 lower to 0.44 higher."
    )
    assert {"2.11", "4.66", "0.44"} <= {
        number for number, verdict in judged(text) if verdict == "matches"
    }


def test_a_short_sentence_with_a_citation_is_no_line_of_sources(judged: Judged) -> None:
    assert judged("Eight of ten studies (Wilkinson et al., 2017).") == [
        ("Eight of ten", "matches")
    ]
