"""Which number of the record a wrong one is answered with, and numbers wrong together."""

from collections.abc import Callable

import pytest

from relcase.domain.report import Findings

Judged = Callable[..., list[tuple[str, str]]]
Found = Callable[..., Findings]


def advice(found: Found, text: str) -> list[str]:
    return [
        one.advice.partition(" Say: ")[0]
        for one in found(text).numbers
        if one.verdict == "differs"
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Women with one-to-one support in labour had 35% fewer caesareans "
            "(Bohren et al., 2017).",
            "You wrote 35%; the record has −25%.",
        ),
        (
            "Women supported by a doula had 35% fewer caesareans (Bohren et al., 2017).",
            "You wrote 35%; the record has −39%.",
        ),
        (
            "Two more of every ten contacts with the usual doctor went with 16% fewer "
            "admissions (Barker et al., 2017).",
            "You wrote 16%; the record has −6%.",
        ),
        (
            "High continuity went with 16% fewer admissions (Barker et al., 2017).",
            "You wrote 16%; the record has −12.49%.",
        ),
        (
            "In the trial homeless people were stably housed for 62.7% of days, against "
            "27.9% with usual services (Stergiopoulos et al., 2015).",
            "You wrote 27.9%; the record has 29.7% for usual services.",
        ),
        (
            "Three meetings left 33% fewer relatives with prolonged grief "
            "(Kentish-Barnes et al., 2022).",
            "You wrote 33%; the record has 15% against 21%, which is 29% less.",
        ),
        (
            "With three meetings 15% had prolonged grief, 33% less than with usual support "
            "(Kentish-Barnes et al., 2022).",
            "You wrote 33%; the record has 15% against 21%, which is 29% less.",
        ),
    ],
)
def test_a_wrong_number_is_answered_with_the_one_that_is_meant(
    found: Found, text: str, meant: str
) -> None:
    assert advice(found, text) == [meant]


def test_the_number_of_the_other_group_has_its_sign(found: Found) -> None:
    text = (
        "With three meetings 21% of relatives had prolonged grief, and with usual support 15% "
        "(Kentish-Barnes et al., 2022)."
    )
    assert all(
        one.endswith("and 21% for usual support.") for one in advice(found, text)
    )
    assert len(advice(found, text)) == 2


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "22 of 18 studies found lower death rates with continuity of care "
            "(Pereira Gray et al., 2018).",
            ["22", "18"],
        ),
        (
            "Prolonged grief was halved, to 15%, among French relatives "
            "(Kentish-Barnes et al., 2022).",
            ["halved"],
        ),
        (
            "Prolonged grief was halved among relatives given three meetings "
            "(Kentish-Barnes et al., 2022).",
            ["halved"],
        ),
        (
            "Readmission halved, from 38% to 29% with peer support (Johnson et al., 2018).",
            ["halved"],
        ),
        ("92% were still housed after three years (MHCLG, 2024).", ["92%"]),
        (
            "92% of Housing First tenants were still in their homes after three years "
            "(MHCLG, 2024).",
            ["92%"],
        ),
    ],
)
def test_numbers_that_cannot_stand_together_differ(
    judged: Judged, text: str, wrong: list[str]
) -> None:
    differing = [number for number, verdict in judged(text) if verdict == "differs"]
    assert differing == wrong


@pytest.mark.parametrize(
    "text",
    [
        "18 of 22 studies found lower death rates with continuity of care "
        "(Pereira Gray et al., 2018).",
        "Relatives with depressive symptoms were halved in the earlier trial, to 29% from 56% "
        "(Kentish-Barnes et al., 2022).",
        "Depressive symptoms were nearly halved among relatives in the earlier trial "
        "(Kentish-Barnes et al., 2022).",
        "84% of tenancies were still going after three years (MHCLG, 2024).",
        "92% of those interviewed were in long-term housing after 12 months (MHCLG, 2024).",
    ],
)
def test_numbers_that_belong_together_do_not(judged: Judged, text: str) -> None:
    assert "differs" not in [verdict for _, verdict in judged(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Prolonged grief fell from 21% to 15% among relatives given three meetings "
        "(Kentish-Barnes et al., 2022).",
        "Prolonged grief was reduced from 21% to 15% (Kentish-Barnes et al., 2022).",
    ],
)
def test_two_groups_are_not_told_as_one_that_changed(
    found: Found, judged: Judged, text: str
) -> None:
    assert judged(text) == [("21%", "misworded"), ("15%", "misworded")]
    assert {one.rule for one in found(text).numbers} == {"M09"}


@pytest.mark.parametrize(
    "text",
    [
        "Readmission fell from 38% with the workbook alone to 29% with peer support "
        "(Johnson et al., 2018).",
        "Readmission fell from 38% to 29% compared with people sent the workbook "
        "(Johnson et al., 2018).",
    ],
)
def test_a_fall_from_the_one_group_to_the_other_may_be_told(
    judged: Judged, text: str
) -> None:
    assert {verdict for _, verdict in judged(text)} == {"matches"}


def test_a_popular_version_may_be_retold_with_another_word(found: Found) -> None:
    text = "“Loneliness is as deadly as smoking 15 cigarettes a day.”"
    assert [one.rule for one in found(text).claims] == ["M07"]


def test_the_limit_that_the_source_gives_is_no_fault(found: Found) -> None:
    text = "Loneliness is as bad for you as smoking up to 15 cigarettes a day."
    (claim,) = found(text).claims
    assert claim.rule == "M09"
    assert "up to" not in claim.message
