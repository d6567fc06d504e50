"""What is said of each number, in the order in which the verdicts apply."""

from collections.abc import Callable
from datetime import date

import pytest

from relcase.domain.report import Findings

Judged = Callable[..., list[tuple[str, str]]]
Found = Callable[..., Findings]


def test_a_number_of_the_record_matches_however_it_is_written(judged: Judged) -> None:
    text = (
        "About half as many again, one and a half times the odds: so much better were the "
        "odds of survival for people with stronger social relationships in 148 studies "
        "(Holt-Lunstad et al., 2010)."
    )
    assert ("148", "matches") in judged(text)
    assert ("one and a half times", "matches") in judged(text)


@pytest.mark.parametrize(
    ("text", "number", "advice"),
    [
        (
            "Across 156 studies, people with stronger social relationships had 50% higher "
            "odds of survival (Holt-Lunstad et al., 2010).",
            "156",
            "You wrote 156; the record has 148 studies.",
        ),
        (
            "In Frome, unplanned hospital admissions fell by 24% while they rose by 28.5% "
            "across Somerset (Abel et al., 2018).",
            "24%",
            "You wrote 24%; the record has −14.0%.",
        ),
        (
            "Prisoners with family visits had 39% lower odds of reoffending (May et al., 2008).",
            "39%",
            "“39%” points the other way: in the record odds ratio 1.39 (odds 39% higher) "
            "means more.",
        ),
        (
            "Admissions fell by 14 percentage points in Frome (Abel et al., 2018).",
            "14 percentage points",
            "“14 percentage points” is in per cent in the record, not in percentage points.",
        ),
    ],
)
def test_another_number_differs_and_it_is_said_how(
    found: Found, judged: Judged, text: str, number: str, advice: str
) -> None:
    assert (number, "differs") in judged(text)
    (one,) = [one for one in found(text).numbers if one.verdict == "differs"]
    assert one.advice.partition(" Say: ")[0] == advice
    assert " Say: " in one.advice


def test_odds_told_as_a_chance_are_misworded(found: Found) -> None:
    text = (
        "The well connected are 50% more likely to survive (Holt-Lunstad et al., 2010)."
    )
    (one,) = [one for one in found(text).numbers if one.verdict == "misworded"]
    assert one.rule == "M02"
    assert one.entry == "social-relationships-survival"


def test_a_popular_version_is_told_by_its_record(found: Found) -> None:
    text = "It resulted in a fall, resulting in a 21% reduction in costs (Abel et al., 2018)."
    (one,) = [one for one in found(text).numbers if one.verdict == "misworded"]
    assert "The abstract says only that costs fell" in one.advice
    assert "gives no figure for costs" in one.advice


def test_a_faulty_claim_without_a_number_is_found(found: Found) -> None:
    result = found("Isolation causes early death (Wang et al., 2023).")
    (claim,) = [one for one in result.claims if one.fault]
    assert (claim.rule, claim.severity) == ("M06", "error")
    assert result.faulty


def test_a_number_without_a_source_near_it_is_unsourced(judged: Judged) -> None:
    bare = "In Frome, unplanned hospital admissions fell by 14.0% and in Somerset rose by 28.5%."
    assert judged(bare) == [("14.0%", "unsourced"), ("28.5%", "unsourced")]
    assert judged(f"{bare} One town (Abel et al., 2018).")[0] == ("14.0%", "matches")
    assert judged(f"{bare}\n\nSource: Abel et al., 2018")[0] == ("14.0%", "matches")


def test_what_is_overdue_is_stale(judged: Judged) -> None:
    text = "In Frome, unplanned admissions fell by 14.0% (Abel et al., 2018)."
    assert judged(text, day=date(2028, 11, 30)) == [("14.0%", "matches")]
    assert judged(text, day=date(2028, 12, 1)) == [("14.0%", "stale")]


def test_a_sentence_of_ours_with_another_number_differs_only_there(
    judged: Judged,
) -> None:
    text = (
        "In England, 29% of people offered peer-supported self-management were readmitted "
        "within a year, against {}% posted the workbook alone (Johnson et al., 2018)."
    )
    assert {one for _, one in judged(text.format(38))} == {"matches"}
    assert [number for number, one in judged(text.format(48)) if one != "matches"] == [
        "48%"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The council's survey of 1,200 residents found that 31% felt lonely.",
        "See page 148, Table 3 and section 4.2; ring 01273 555 0148 on 14 May 2026.",
        "Admissions of patients to Frome hospital rose by 4.3% (Smith, 2020).",
        "Loneliness among students rose by 12% in the pandemic (Okafor and Lind, 2021).",
    ],
)
def test_what_is_not_ours_is_left_alone(found: Found, text: str) -> None:
    result = found(text)
    assert {one.verdict for one in result.numbers} <= {"not_ours"}
    assert not result.faulty


def test_what_stands_against_one_half_of_a_pair_is_the_other(found: Found) -> None:
    text = (
        "Of young people with a mentor 5% were arrested within 18 months, against 17% on "
        "the waiting list (DuBois et al., 2025)."
    )
    (one,) = [one for one in found(text).numbers if one.verdict == "differs"]
    assert one.advice.startswith("You wrote 17%; the record has 11% for ")


def test_the_end_of_an_interval_is_not_the_result_in_words_either(
    judged: Judged,
) -> None:
    text = "People offered Housing First were four times as likely to be housed (Baxter et al., 2019)."
    assert judged(text) == [("four times", "differs")]


def test_a_time_that_is_not_the_studys_is_that_of_neither_group(judged: Judged) -> None:
    text = (
        "Each year 1.7% of the programme's children in England go into care, against 2.5% of "
        "matched children (MHCLG, 2019)."
    )
    assert judged(text) == [("1.7%", "misworded"), ("2.5%", "misworded")]


def test_a_number_is_of_the_work_that_is_cited_for_it(
    judged: Judged, found: Found
) -> None:
    text = "Prison visits reduce reoffending by up to 53% (Mitchell et al., 2016)."

    assert judged(text) == [("53%", "misworded")]
    (one,) = [one for one in found(text).numbers if one.verdict == "misworded"]
    assert one.entry == "prison-visitation-meta-analysis-2016"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "has found more than 3,000 studies which prove that the arts heal",
            "misworded",
        ),
        ("has mapped more than 3,000 studies of the arts and health", "matches"),
    ],
)
def test_a_count_of_studies_carries_what_they_are_said_to_prove(
    text: str, verdict: str, judged: Judged
) -> None:
    sentence = f"The World Health Organization {text} (Fancourt and Finn, 2019)."

    assert judged(sentence) == [("3,000", verdict)]


def test_whether_or_not_is_no_denial_of_a_group(judged: Judged) -> None:
    text = (
        "8% of the young men reoffended within a year, whether or not they had completed "
        "the programme (Switchback, 2018)."
    )
    assert judged(text) == [("8%", "misworded"), ("a year", "matches")]


@pytest.mark.parametrize(
    "told",
    [
        "Treating low mood after a heart attack saved lives (Berkman et al., 2003: ENRICHD).",
        "Patients given therapy after a heart attack lived longer (Berkman et al., 2003).",
        "Women supported at the centre in Brighton stopped reoffending (Ministry of Justice, "
        "2024).",
        "Women supported at the centre in Brighton gave up crime (Ministry of Justice, 2024).",
        "Women's centres put an end to reoffending (Ministry of Justice, 2024).",
        "Mothers visited by a nurse gave up smoking (Robling et al., 2016).",
        "Housing First cut the time people spent in hospital (Baxter et al., 2019).",
        "Housing First got people out of hospital sooner (Baxter et al., 2019).",
        "Housing First meant shorter stays in hospital (Baxter et al., 2019).",
    ],
)
def test_a_gain_that_was_not_clear_is_found_in_any_words(
    found: Found, told: str
) -> None:
    assert [one.rule for one in found(told).claims if one.fault]


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("In the UK we often quote that people", "matches"),
        ("In the UK it is often said that people", "matches"),
        ("In the UK people", "misworded"),
    ],
)
def test_where_a_figure_is_quoted_is_not_where_it_was_found(
    judged: Judged, told: str, verdict: str
) -> None:
    text = (
        f"{told} with stronger relationships had 50% greater odds of being alive than "
        "people with weaker ones (Holt-Lunstad et al., 2010)."
    )
    assert judged(text) == [("50%", verdict)]


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("long term befriending was followed by depressive symptoms 0.18", "matches"),
        ("longer term befriending was followed by depressive symptoms 0.18", "matches"),
        ("longer term befriending was followed by depressive symptoms 0.27", "differs"),
    ],
)
def test_the_longer_term_is_a_time_of_the_record(
    judged: Judged, told: str, verdict: str
) -> None:
    text = f"In the {told} of a standard deviation lower (Mead et al., 2010)."
    assert [one for _, one in judged(text)] == [verdict]
