"""Numbers of the record that a sentence tells of something else."""

from collections.abc import Callable

import pytest

from relcase.domain.report import Findings

Judged = Callable[..., list[tuple[str, str]]]
Found = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "38% of patients with early palliative care had depressive symptoms, and 16% of "
            "those with standard care (Temel et al., 2010).",
            "38%",
            "16%",
        ),
        (
            "Poor social relationships went with a 32% higher risk of coronary heart disease "
            "and a 29% higher risk of stroke (Valtorta et al., 2016).",
            "32%",
            "29%",
        ),
        (
            "Socialising had risen among older people rehoused individually (0.053) and "
            "fallen among those rehoused as a group (-0.039) (Hikichi et al., 2017).",
            "0.053",
            "-0.039",
        ),
        (
            "The share of spontaneous births fell from 70% to 66% with midwife continuity "
            "(Sandall et al., 2024).",
            "70%",
            "66%",
        ),
    ],
)
def test_two_numbers_told_of_each_other_s_group_differ(
    found: Found, judged: Judged, text: str, first: str, second: str
) -> None:
    assert {(first, "differs"), (second, "differs")} <= set(judged(text))
    wrong = [one for one in found(text).numbers if one.verdict == "differs"]
    assert all("wrong" in one.advice for one in wrong)


@pytest.mark.parametrize(
    "text",
    [
        "Coronary heart disease and stroke were 29% and 32% more likely respectively with "
        "poor social relationships (Valtorta et al., 2016).",
        "Of relatives sent no letter, 37.1% had symptoms of post-traumatic stress at six "
        "months; of those sent one, 52.4% did (Kentish-Barnes et al., 2017).",
        "The rate of spontaneous births rose from 66% to 70% with midwife continuity "
        "(Sandall et al., 2024).",
        "4 of 22 studies did not find lower death rates with more continuity "
        "(Pereira Gray et al., 2018).",
        "Isolated adults had a 32% higher risk of death (95% confidence interval 26% to 39%) "
        "(Wang et al., 2023).",
    ],
)
def test_numbers_told_of_their_own_group_do_not(judged: Judged, text: str) -> None:
    assert {"differs"}.isdisjoint(verdict for _, verdict in judged(text))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Men in Sweden were followed for 9.7 months on average", "9.7 months"),
        (
            "Each standard deviation more of leadership went with a hazard ratio of 0.96",
            "0.96",
        ),
    ],
)
def test_another_unit_and_the_end_of_an_interval_differ(
    judged: Judged, text: str, number: str
) -> None:
    assert (number, "differs") in judged(f"{text} (Nyberg et al., 2009).")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            "Labours were 41 hours shorter with continuous support (Bohren et al., 2017).",
            "41 hours",
        ),
        (
            "Median charges were £948 a year where patients had more patient-centred care "
            "(Bertakis and Azari, 2011).",
            "£948",
        ),
        (
            "In 9 of 10 studies, nurses and doctors with higher empathy had lower burnout "
            "(Wilkinson et al., 2017).",
            "9 of 10",
        ),
        (
            "48.3% of those referred to the arts course completed it (Crone et al., 2018).",
            "48.3%",
        ),
        (
            "Isolated adults had a relative risk of death of 1.32 (95% CI 1.26 to 1.20) "
            "(Wang et al., 2023).",
            "1.20",
        ),
        (
            "Lonely adults had a 32% higher risk of death than others (Wang et al., 2023).",
            "32%",
        ),
    ],
)
def test_a_number_of_something_else_differs(
    judged: Judged, text: str, number: str
) -> None:
    assert (number, "differs") in judged(text)


@pytest.mark.parametrize(
    ("text", "number", "advice"),
    [
        (
            "Lowe et al. (2010) followed 836 low-income mothers from before Hurricane Katrina.",
            "836",
            "the record has 386 people.",
        ),
        (
            "In Maine the trial covered 31 middle schools and surveyed 2,771 students "
            "(Acosta et al., 2019).",
            "31",
            "the record has 13 middle schools.",
        ),
    ],
)
def test_a_wrong_count_of_who_was_studied_differs(
    found: Found, judged: Judged, text: str, number: str, advice: str
) -> None:
    assert (number, "differs") in judged(text)
    (one,) = [one for one in found(text).numbers if one.verdict == "differs"]
    assert advice in one.advice


def test_counts_of_one_s_own_beside_ours_are_left_alone(judged: Judged) -> None:
    text = (
        "In our own borough 14 middle schools and 320 pupils took part; in Maine it was "
        "13 middle schools (Acosta et al., 2019)."
    )
    assert judged(text) == [("13", "matches")]


def test_the_items_of_a_list_belong_to_the_sentence_above(judged: Judged) -> None:
    text = (
        "In care 19 to 24 months after joining (MHCLG, 2019):\n\n"
        "- children in the Troubled Families Programme: 1.7%\n"
        "- matched comparison group: 2.5%\n"
    )
    assert {("1.7%", "matches"), ("2.5%", "matches")} <= set(judged(text))


def test_a_reference_without_its_subtitle_is_known(judged: Judged) -> None:
    text = (
        "In ten randomised trials with 1,880 people, those offered a conference were "
        "convicted less often over the next two years [1].\n\n## References\n\n"
        "1. Sherman LW, Strang H, Ariel B. Are restorative justice conferences effective "
        "in reducing repeat offending? J Quant Criminol. 2014.\n"
    )
    assert ("1,880", "matches") in judged(text)
