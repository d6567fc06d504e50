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


@pytest.mark.parametrize(
    "entry",
    [
        "Johnson, S. et al. (2018) Peer-supported self-management. The Lancet, 392.",
        "Johnson S, Lamb D, Marston L. Lancet 2018;392:409–418.",
        "Johnson, S. and others (2018).",
    ],
)
def test_a_shortened_entry_of_the_list_is_our_source(
    judged: Judged, entry: str
) -> None:
    text = f"{_PEER[:-1]} (Johnson et al., 2018).\n\n# References\n\n{entry}\n"
    found = judged(text.replace("38%", "48%"))
    assert ("29%", "matches") in found
    assert ("48%", "differs") in found


def test_another_work_of_the_author_and_year_is_not(judged: Judged) -> None:
    entry = "Johnson, S. (2018) Rowing across the Channel. Dover: Harbour Press."
    text = f"29% of us rowed (Johnson et al., 2018).\n\n# References\n\n{entry}\n"
    assert judged(text) == []


def test_a_sentence_goes_on_about_the_source_before_it(judged: Judged) -> None:
    first = "Isolated people had a 32% higher risk of death (Wang et al., 2023). "
    assert judged(first + "For lonely adults the risk was 14% higher.") == [
        ("32%", "matches"),
        ("14%", "matches"),
    ]
    assert judged(first + "For lonely adults the risk was 27% higher.") == [
        ("32%", "matches"),
        ("27%", "differs"),
    ]


def test_a_short_line_over_its_source_is_judged(judged: Judged) -> None:
    text = "Friends make you 50% more likely to survive.\n\nSource: {}.\n"
    assert judged(text.format("Holt-Lunstad et al., 2010")) == [("50%", "misworded")]
    assert judged(text.format("Anybody, 2010")) == []


def test_a_cited_share_in_the_words_of_the_entry_is_of_it(judged: Judged) -> None:
    text = "About {} of people worldwide were lonely (WHO Commission on Social Connection, 2025)."
    assert judged(text.format("26%")) == [("26%", "differs")]


def test_the_writers_own_numbers_before_a_source_are_theirs(judged: Judged) -> None:
    text = (
        "Two continuity teams booked 412 women between April and March, or 31% of all "
        "bookings. The Cochrane review by Sandall and colleagues (2024) found that "
        "spontaneous vaginal birth was more likely with midwife continuity: 70% of women "
        "against 66%."
    )
    assert {verdict for _, verdict in judged(text)} == {"matches"}


def test_a_citation_that_begins_a_sentence_in_latex_does_not_join_two(
    judged: Judged,
) -> None:
    text = (
        "In the Canadian trial \\citep{stergiopoulos2015} people at one site were stably "
        "housed for 62.7\\% of days over 24 months, against 29.7\\% under usual services. "
        "\\citet{baxter2019} give a risk ratio of 2.46 for being housed."
    )
    found = judged(text, "report.tex")
    assert ("62.7%", "matches") in found
    assert ("2.46", "matches") in found
