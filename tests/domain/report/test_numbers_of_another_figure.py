"""Numbers that the record has, told of something else than what it has them of."""

from collections.abc import Callable

import pytest

from relcase.domain.report import Findings

Judged = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "number", "verdict"),
    [
        (
            "Low participation went with a 41% higher risk of dementia "
            "(Kuiper et al., 2015).",
            "41%",
            "matches",
        ),
        (
            "Loneliness went with a 41% higher risk of dementia (Kuiper et al., 2015).",
            "41%",
            "differs",
        ),
        (
            "Seeing people less often went with a 41% higher risk of dementia "
            "(Kuiper et al., 2015).",
            "41%",
            "differs",
        ),
        (
            "Seeing people less often went with a 57% higher risk of dementia "
            "(Kuiper et al., 2015).",
            "57%",
            "matches",
        ),
        (
            "Seeing people more often went with a 57% higher risk of dementia "
            "(Kuiper et al., 2015).",
            "57%",
            "misworded",
        ),
        (
            "Worldwide, 16% of people are lonely, but in poorer countries 24% "
            "(WHO Commission on Social Connection, 2025).",
            "24%",
            "matches",
        ),
        (
            "One in four people worldwide is lonely "
            "(WHO Commission on Social Connection, 2025).",
            "One in four",
            "differs",
        ),
        (
            "Patients given positive messages did better on psychological outcomes, by "
            "0.43 standard deviations (Howick et al., 2018).",
            "0.43",
            "matches",
        ),
        (
            "Patients in more empathic consultations had slightly less pain and anxiety "
            "(standardised difference −0.43) (Howick et al., 2018).",
            "−0.43",
            "differs",
        ),
        (
            "A better relationship with the leader correlated 0.34 with task performance "
            "(Martin et al., 2016).",
            "0.34",
            "differs",
        ),
    ],
)
def test_a_number_is_of_the_figure_that_the_words_name(
    judged: Judged, text: str, number: str, verdict: str
) -> None:
    assert (number, verdict) in judged(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Toddlers whose parents had video feedback scored {} points lower for "
            "behaviour problems (O'Farrelly et al., 2021).",
            {"2.03": "matches", "about 2": "matches", "6": "differs"},
        ),
        (
            "Residents' quality of life was {} points higher in homes with the training "
            "(Ballard et al., 2018).",
            {"2.54": "matches", "about 2.5": "matches", "9": "differs"},
        ),
        (
            "Pupils in the programme schools scored {} points lower for bullying "
            "(Bonell et al., 2018).",
            {"0.03": "matches", "0.3": "differs"},
        ),
    ],
)
def test_points_are_those_of_a_difference(
    judged: Judged, text: str, expected: dict[str, str]
) -> None:
    for told, verdict in expected.items():
        assert judged(text.format(told)) == [(told.removeprefix("about "), verdict)]


@pytest.mark.parametrize(
    ("studies", "people", "verdict"),
    [(15, "17,864", "matches"), (17, "18,533", "matches"), (17, "17,864", "differs")],
)
def test_studies_and_people_told_together_are_of_one_pooling(
    judged: Judged, studies: int, people: str, verdict: str
) -> None:
    found = judged(
        f"Across {studies} studies with {people} women, those with the same midwife were "
        "likelier to have a spontaneous birth (Sandall et al., 2024)."
    )
    assert found == [(f"{studies}", verdict), (people, "matches")]


@pytest.mark.parametrize(
    "text",
    [
        "Befriended adults had 27% less depression (Mead et al., 2010).",
        "Mentored young people did 21% better (Raposa et al., 2019).",
        "Drivers given the fairness-based test were 18% more satisfied with the police "
        "(Mazerolle et al., 2012).",
    ],
)
def test_a_part_of_a_standard_deviation_is_no_per_cent(
    judged: Judged, text: str
) -> None:
    assert [one for _, one in judged(text)] == ["differs"]


@pytest.mark.parametrize(
    "text",
    [
        "Our befriending scheme costs 27% less than the council's (Mead et al., 2010).",
        "Half of the adults we asked had read of it (Holt-Lunstad et al., 2010).",
    ],
)
def test_shares_of_those_who_write_are_theirs(judged: Judged, text: str) -> None:
    assert judged(text) == []


def test_so_many_of_the_studies_of_a_cited_review(judged: Judged) -> None:
    said = "{} of ten studies (Wilkinson et al., 2017)."
    assert judged(said.format("Eight")) == [("Eight of ten", "matches")]
    assert judged(said.format("Nine")) == [("Nine of ten", "differs")]


@pytest.mark.parametrize("few", [("1", "3", "6"), ("1", "three", "six")])
def test_small_numbers_that_the_record_has_as_a_range_are_seen(
    judged: Judged, few: tuple[str, str, str]
) -> None:
    least, most, many = few
    found = judged(
        f"Volunteers with {least} to {most} types of social tie had 4.2 times the risk "
        f"of a cold of those with {many} or more (Cohen et al., 1997)."
    )
    assert [one for one, _ in found] == [least, most, "4.2 times", many]
    assert {verdict for _, verdict in found} == {"matches"}


def test_a_review_of_few_studies_is_that_cited_beside(judged: Judged) -> None:
    housed = (
        "Homeless people offered Housing First were about two and a half times as likely "
        "to be housed 18 to 24 months later (Baxter et al., 2019)."
    )
    assert judged(f"The review pooled four trials. {housed}")[0] == ("four", "matches")
    assert judged(f"We ran four trials. {housed}")[0][0] != "four"


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("1.23 times the risk of death", "1.32"),
        ("1.42 times the risk of dying", "1.32"),
        ("1.26 times the risk of death from cancer", "1.24"),
    ],
)
def test_the_outcome_as_a_whole_is_meant_where_no_part_is_named(
    found: Callable[..., Findings], told: str, meant: str
) -> None:
    one = found(f"Socially isolated people had {told} (Wang et al., 2023).").numbers[0]
    assert one.verdict == "differs"
    assert f"the record has relative risk {meant}" in one.advice
