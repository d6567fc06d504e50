"""Sentences of ours in which a few words were changed: what is reported, and what is not."""

from collections.abc import Callable

import pytest

from relcase.domain.report import Findings

Found = Callable[..., Findings]
KINSHIP = (
    "Children in kinship care had 0.59 times the risk of continuing behaviour problems "
    "compared with children in other foster care (Sakai et al., 2011)."
)
SUPPORT = (
    "In France, 15% of intensive-care relatives given three meetings had prolonged grief at "
    "six months, against 21% with usual support (Kentish-Barnes et al., 2022)."
)
HOUSED = (
    "Homeless people offered Housing First were more likely than control groups to be housed "
    "18 to 24 months later (Baxter et al., 2019)."
)
VISITS = (
    "In England and Wales, prisoners who got no visits had higher odds of reoffending within "
    "a year than visited prisoners (May et al., 2008)."
)
TRIALS = (
    "Six trials across Latin America, Africa and Asia found no clear difference in trust or "
    "crime from community policing (Blair et al., 2021)."
)


def faults(result: Findings) -> list[str]:
    """The rules that are broken, of numbers and of claims."""
    numbers = (one for one in result.numbers if one.verdict in ("differs", "misworded"))
    return [one.rule for one in numbers] + [
        one.rule for one in result.claims if one.rule[0] == "M"
    ]


@pytest.mark.parametrize("text", [KINSHIP, SUPPORT, HOUSED, VISITS, TRIALS])
def test_as_they_stand_they_are_true(found: Found, text: str) -> None:
    assert faults(found(text)) == []


@pytest.mark.parametrize(
    ("text", "before", "after", "rule"),
    [
        (KINSHIP, "Children in kinship", "All children in kinship", "M09"),
        (KINSHIP, "compared with children", "compared with all children", "M09"),
        (KINSHIP, "children in other foster care", "the national average", "M09"),
        (KINSHIP, "had 0.59 times", "multiplied by 0.59", "M06"),
        (SUPPORT, "usual support", "no support", "M09"),
        (SUPPORT, "In France", "In Europe", "M09"),
        (SUPPORT, "three meetings", "four meetings", "D01"),
        (HOUSED, "Homeless people", "People", "M09"),
        (HOUSED, "control groups", "doing nothing", "M09"),
        (HOUSED, "more likely", "less likely", "M01"),
        (HOUSED, "18 to 24", "18 to 36", "D01"),
        (TRIALS, "no clear difference", "a clear difference", "M01"),
    ],
)
def test_a_change_that_says_what_the_study_does_not_is_reported(
    found: Found, text: str, before: str, after: str, rule: str
) -> None:
    changed = text.replace(before, after, 1)
    assert changed != text
    assert rule in faults(found(changed))


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        (KINSHIP, "compared with", "against"),
        (KINSHIP, "Children", "Young people"),
        (KINSHIP, "continuing", "lasting"),
        (SUPPORT, "at six months", "after six months"),
        (SUPPORT, "In France, ", ""),
        (HOUSED, "people", "individuals"),
        (VISITS, "within a year", "within twelve months"),
        (HOUSED, "Homeless", "As we know, homeless"),
        (TRIALS, "found", "reported"),
    ],
)
def test_a_choice_of_words_is_not(
    found: Found, text: str, before: str, after: str
) -> None:
    changed = text.replace(before, after, 1)
    assert changed != text
    assert faults(found(changed)) == []


def test_what_was_done_by_somebody_is_a_cause(found: Found) -> None:
    text = "In Frome, unplanned hospital admissions {} by 14% (Abel et al., 2018)."
    assert faults(found(text.format("fell"))) == []
    assert faults(found(text.format("were cut"))) == ["M06"]
    assert faults(found(text.format("were brought down"))) == ["M06"]
