"""Numbers of those studied, told beside the finding whose source stands near."""

from collections.abc import Callable

import pytest

Judged = Callable[..., list[tuple[str, str]]]
_VISITS = (
    "Social services were involved with 14% of the visited families' children "
    "(Robling et al., 2016)."
)
_CHOIR = "Loneliness improved more with a choir than among those waiting."


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("1,645 young women took part.", "matches"),
        ("The trial took in 1,465 young women.", "differs"),
        ("In all, 823 young women took part.", "differs"),
    ],
)
def test_how_many_took_part_is_of_the_study_cited_beside(
    judged: Judged, told: str, verdict: str
) -> None:
    assert [one for _, one in judged(f"{told} {_VISITS}")] == [verdict, "matches"]
    assert [one for _, one in judged(f"{_VISITS} {told}")] == ["matches", verdict]


@pytest.mark.parametrize(
    "told",
    [
        "Our own project has 823 women on its books.",
        "Last year 1,465 people came to the centre.",
        "The rest, 30%, did not answer.",
        "In the other wards it was 9%.",
    ],
)
def test_numbers_of_those_who_write_stay_theirs(judged: Judged, told: str) -> None:
    assert judged(f"{_VISITS} {told}") == [("14%", "matches")]


def test_a_line_of_sources_tells_who_was_studied(judged: Judged) -> None:
    line = "Source: Johnson et al., 2020 ({} people aged 60 and over at 12 centres)"
    assert judged(f"{_CHOIR}\n\n{line.format(390)}") == [
        ("390", "matches"),
        ("60", "matches"),
        ("12", "matches"),
    ]
    assert ("930", "differs") in judged(f"{_CHOIR}\n\n{line.format(930)}")
    other = "Source: Smith et al., 2020 (930 people aged 60 and over)"
    assert judged(f"{_CHOIR}\n\n{other}") == []


def test_authors_and_year_in_a_sentence_give_the_source(judged: Judged) -> None:
    told = "390 people aged 60 and over took part, at 12 senior centres in the US."
    found = judged(f"{told} The results came from Johnson and colleagues in 2020.")
    assert found == [("390", "matches"), ("60", "matches"), ("12", "matches")]


@pytest.mark.parametrize(
    ("visited", "others", "verdict"),
    [("14%", "8%", "matches"), ("8%", "14%", "differs"), ("14%", "6%", "differs")],
)
def test_the_other_group_may_have_a_sentence_of_its_own(
    judged: Judged, visited: str, others: str, verdict: str
) -> None:
    found = judged(
        f"Social services were involved with {visited} of the visited families' "
        f"children. In the other families it was {others} (Robling et al., 2016)."
    )
    assert found[1] == (others, verdict)


def test_digits_in_another_order_are_a_slip(judged: Judged) -> None:
    assert judged(
        "In nine English councils the share of children in care placed with relatives "
        "fell by 31 percentage points against similar councils (Baginsky et al., 2020)."
    ) == [("nine", "matches"), ("31 percentage points", "differs")]


def test_a_large_count_may_be_rounded_and_not_be_double(judged: Judged) -> None:
    told = (
        "Some {} million people are listed with a GP in Norway. Those listed for more "
    )
    told += "than 15 years had 25% lower odds of dying than those listed for 1 year "
    told += "(Sandvik et al., 2022)."
    assert judged(told.format("4.55"))[0] == ("4.55 million", "matches")
    assert judged(told.format("9.1"))[0] == ("9.1 million", "differs")


def test_a_last_line_of_plain_text_gives_the_source_of_all_before(
    judged: Judged,
) -> None:
    told = f"390 people took part.\n\n{_CHOIR}\n\nSource: Johnson et al., 2020"
    assert judged(told, "report.txt") == [("390", "matches")]


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("300,000 participants", "matches"),
        ("some 310,000 people", "matches"),
        ("more than 300,000 people", "matches"),
        ("nearly 310,000 people", "matches"),
        ("more than 400,000 people", "differs"),
        ("380,000 participants", "differs"),
    ],
)
def test_people_may_be_told_in_round_numbers(
    judged: Judged, told: str, verdict: str
) -> None:
    text = (
        f"Across 148 studies with {told}, people with stronger relationships had 50% "
        "greater odds of survival than people with weaker ones (Holt-Lunstad et al., 2010)."
    )
    assert [one for _, one in judged(text)] == ["matches", verdict, "matches"]
