"""Sources that running text names without citing them, and names that are of no source."""

from collections.abc import Callable

import pytest

Judged = Callable[..., list[tuple[str, str]]]
CRISIS = (
    "Of people leaving crisis teams who were offered a peer support worker, 29% were"
    " readmitted to acute care within a year, against 38% of those sent the workbook."
)


@pytest.mark.parametrize(
    "text",
    [
        f"{CRISIS}\n\nData: Sonia Johnson's group, 2018",
        f"{CRISIS}\n\n— Johnson et al.",
        f"## The trial of Johnson and others\n\n{CRISIS}",
        f"Sonia Johnson's team ran the trial. {CRISIS}",
        f"A trial led by Sonia Johnson had this result. {CRISIS}",
        f"Johnson and her colleagues asked 441 people. {CRISIS}",
    ],
)
def test_an_author_who_is_named_is_the_source(text: str, judged: Judged) -> None:
    told = judged(text)
    assert ("29%", "matches") in told
    assert ("38%", "matches") in told


@pytest.mark.parametrize(
    "text",
    [
        "In Frome, as the study (BJGP, 2018) found, unplanned admissions fell by 14.0%.",
        "In the trial led by Sonia Johnson (Lancet, 2018), 29% of people offered a peer"
        " support worker were readmitted to acute care within a year, against 38%.",
        "The WHO's commission puts loneliness at about 16% of people worldwide, 24% in low-"
        " and middle-income countries and 11% in high-income countries.",
        "The EEF's toolkit puts the average effect of mentoring at 2 months of progress.",
        "The US Surgeon General warned that poor connection goes with a 29% higher risk of"
        " heart disease and a 32% higher risk of stroke.",
        "As Holt Lunstad and colleagues reported, across 148 studies the odds of being alive"
        " at the end were 1.50 times as high for people with stronger social relationships"
        " as for people with weaker ones.",
    ],
)
def test_other_names_of_a_source_give_it_too(text: str, judged: Judged) -> None:
    told = judged(text)
    assert told
    assert {verdict for _, verdict in told} == {"matches"}


@pytest.mark.parametrize(
    "text",
    [
        "According to the ONS, food prices rose 14%. People aged 70 and over spent 29% of"
        " their income on food and essentials.",
        "Bohren's study of mistreatment during childbirth: 42% of women in four countries"
        " had a caesarean without consent.",
        "Holt-Lunstad's later work on the workplace counts 148 employers; 50% of staff had"
        " a friend at work.",
        "*Photo: Kate Holt-Lunstad's team, 2010. 148 runners took part, 50% of them for the"
        " first time.*",
        "Sandall's review of 2016 had 15 trials with 17,674 women in midwife continuity"
        " models; regional analgesia was 15% less likely.",
        "Temel's later trial, in 2017, had 350 patients; at 24 weeks quality of life was"
        " better with early palliative care, by 5.36 points.",
        "Sampson's 2012 study of Chicago had 80 neighbourhoods and 6,000 children.",
        "The EEF says metacognition brings 7 months of extra progress, and homework 5 in"
        " secondary schools.",
        "The EEF toolkit puts feedback at 6 months of extra progress, reading comprehension"
        " at 6, and one to one tuition at 5.",
        "The Regulator of Social Housing gave C3 grades to 14 landlords in 2025; complaints"
        " rose by 29%.",
        "Mr Wang's survey, 2023, went to 90 homes. 1.32 people live in each; 14% of lonely"
        " people had no visitor in a year.",
        "In May 2008 the number of visits to our prison rose by 39%.",
        "Cohen's work on kappa, 1968, gives 0.42 for 276 volunteers; 29% of ratings of"
        " colds differ.",
    ],
)
def test_other_people_and_other_works_are_no_source(text: str, judged: Judged) -> None:
    assert not {"differs", "misworded"} & {verdict for _, verdict in judged(text)}


def test_a_later_work_of_ours_is_not_taken_for_another(judged: Judged) -> None:
    text = (
        "Roorda's later review, of 2017, has 189 studies and 249,198 pupils; those with"
        " warmer relationships with their teachers had somewhat better results (0.71)."
    )
    assert ("0.71", "differs") in judged(text)


def test_a_table_may_cite_a_source_that_no_entry_has(judged: Judged) -> None:
    text = "| Author | Works | Sold |\n|---|---|---|\n| Smith, 2023 | 148 | 38% |"
    assert judged(text) == []
