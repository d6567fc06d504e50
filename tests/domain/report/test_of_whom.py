"""Of whom a number holds, and what of several entries of a source is told."""

from collections.abc import Callable

import pytest

from relcase.domain.report import Findings

Judged = Callable[..., list[tuple[str, str]]]
Found = Callable[..., Findings]
_RATE = "died by suicide at 2.16 times the rate of those living with a partner"
_SHAW = "(Shaw et al. 2021)"


@pytest.mark.parametrize(
    ("who", "verdict"),
    [
        ("Men living alone", "matches"),
        ("In UK Biobank, which took in men and women, men living alone", "matches"),
        ("Unlike women, men living alone", "matches"),
        ("Women living alone", "misworded"),
        ("Women and men living alone", "misworded"),
        ("Both men and women who lived alone", "misworded"),
        ("People living alone", "misworded"),
        ("Adults who lived alone", "misworded"),
    ],
)
def test_a_number_of_men_is_none_of_women_or_of_everybody(
    judged: Judged, who: str, verdict: str
) -> None:
    assert judged(f"{who} {_RATE} {_SHAW}.") == [("2.16 times", verdict)]


def test_a_number_of_women_is_none_of_everybody(judged: Judged) -> None:
    told = "were admitted to hospital for self-harm at 1.89 times the rate of others"

    assert judged(f"Lonely women {told} {_SHAW}.") == [("1.89 times", "matches")]
    assert judged(f"Lonely people {told} {_SHAW}.") == [("1.89 times", "misworded")]


@pytest.mark.parametrize(
    ("claim", "rules"),
    [
        (
            "Harvard has proved that close relationships make us live longer",
            ["M13", "M06"],
        ),
        ("Close relationships make us live longer", ["M06"]),
        ("The speaker said that the better connected had lived longer", []),
    ],
)
def test_a_claim_is_held_against_the_finding_and_not_a_quotation_beside_it(
    found: Found, claim: str, rules: list[str]
) -> None:
    claims = found(f"{claim} (Waldinger, 2015).").claims

    assert [one.rule for one in claims if one.fault] == rules


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            "The correlation between a warm relationship with the teacher and how well "
            "pupils do is {} (Roorda et al. 2017).",
            "0.71",
        ),
        (
            "The correlation between a warm relationship with the teacher and how well "
            "pupils do is {} (Roorda et al. 2017).",
            "nought point seven one",
        ),
        ("On average the help went on for {} (McCord 1978).", "three and a half years"),
        ("On average the help went on for {} (McCord 1978).", "3.5 years"),
    ],
)
def test_another_number_differs_in_digits_and_in_words(
    judged: Judged, text: str, number: str
) -> None:
    assert judged(text.format(number)) == [(number, "differs")]


@pytest.mark.parametrize(
    ("number", "verdict"),
    [
        ("Two hundred and thirteen", "matches"),
        ("Two hundred and thirty-one", "differs"),
    ],
)
def test_a_count_in_words_is_held_against_the_record(
    judged: Judged, number: str, verdict: str
) -> None:
    text = f"{number} studies of social and emotional learning were pooled"

    assert judged(f"{text} (Durlak et al. 2011).") == [(number, verdict)]


@pytest.mark.parametrize(
    "step",
    ["per 0.2 rise in continuity", "for every 0.2 increase", "per 0.2-point gain"],
)
def test_the_step_of_what_was_compared_is_no_rise_of_the_result(
    judged: Judged, step: str
) -> None:
    text = (
        f"Across each list admissions for manageable conditions were 1.9% fewer {step}, "
        "against 8.1% the usual way (Hetlevik et al. 2021)."
    )

    assert ("8.1%", "matches") in judged(text)
