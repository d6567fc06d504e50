"""Statistics pasted without their source are known by their figures and their names."""

from collections.abc import Callable

import pytest

from relcase.domain.report import Findings

Judged = Callable[..., list[tuple[str, str]]]
Found = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "number", "verdict"),
    [
        (
            "Of tenants, 36% were satisfied with how complaints are handled.",
            "36%",
            "unsourced",
        ),
        ("One in six people in the world is lonely.", "One in six", "unsourced"),
        ("Frome cut emergency admissions by 14%.", "14%", "misworded"),
        ("In Frome, emergency admissions fell by 24%.", "24%", "differs"),
        ("Loneliness raises the risk of death by 26%.", "26%", "misworded"),
        ("Prisoners who get visits are 39% less likely to reoffend.", "39%", "differs"),
        (
            "The Frome model reduced admissions by 14%, while they went up nationally "
            "by 28.5%.",
            "28.5%",
            "misworded",
        ),
    ],
)
def test_a_figure_and_a_few_words_tell_the_statistic(
    judged: Judged, text: str, number: str, verdict: str
) -> None:
    assert (number, verdict) in judged(text)
    longer = (
        "We have met with partners three times since the spring, and we are grateful. "
    )
    assert (number, verdict) in judged(longer + text)


@pytest.mark.parametrize(
    "text",
    [
        "Opening hours have been halved since 2019, from 44 a week to 22.",
        "Our befriending project in Frome saw 140 people, and 62% felt less lonely.",
        "In our survey, 39% of visitors said they would come again.",
        "Emergency admissions in our borough rose by 28% over five years.",
        "Reoffending among our clients fell by 26% last year.",
        "Staff survey: 63% of staff are engaged, up from 58%.",
        "One in four of our residents is lonely.",
        "In Norway, 24% of people live alone.",
        "Hospital readmission rate was 29% last year and 38% the year before.",
        "Improve CAST5 (40% to 70% faster).",
        "The C Complex double type.",
        "20.2.2",
        "Change GB to “United Kingdom”.",
        "Added summary of changes to 2.5.0 release notes.",
    ],
)
def test_the_figures_of_others_are_let_alone(
    found: Found, judged: Judged, text: str
) -> None:
    assert judged(text) == []
    assert not found(text).faulty


def test_a_source_in_the_next_paragraph_is_near(judged: Judged) -> None:
    told = "In the Troubled Families Programme 1.7% of children were in care, against 2.5%."
    cited = "The groups were matched, not randomised (MHCLG, 2019)."
    assert ("1.7%", "unsourced") in judged(told)
    assert ("1.7%", "matches") in judged(f"{told}\n\n{cited}")
    assert ("1.7%", "unsourced") in judged(f"{told}\n\n# Of something else\n\n{cited}")


def test_what_can_be_said_instead_is_of_the_figure_that_was_told(found: Found) -> None:
    (one,) = found("Loneliness raises the risk of death by 26%.").numbers
    assert " Say: Across 70 studies, people who were isolated, lonely or " in one.advice
