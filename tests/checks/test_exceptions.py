"""Exceptions with a reason: what they hide, what they may not, and when they are idle."""

from collections.abc import Callable

import pytest

from relcase.checks.acknowledged_rule import may_stand

Judge = Callable[[str], list[str]]

FIGURE = '{label: x, measure: percent, estimate: "71", denominator: "43"}'


def test_an_acknowledged_rule_finds_nothing(problems: list[str]) -> None:
    """
    acknowledged: {A04: The source weights its shares.}
    figures:
      - {label: x, measure: percent, estimate: "71", denominator: "43"}
    """
    assert problems == []


def test_an_acknowledged_error_keeps_nothing_out(problems: list[str]) -> None:
    """
    acknowledged: {A02: The source prints both numbers so.}
    figures:
      - {label: x, measure: percent, estimate: "31", events: "64", denominator: "218"}
    """
    assert problems == []


def test_other_rules_and_other_entries_are_judged_all_the_same(
    problems: list[str],
) -> None:
    """
    statistics:
      - acknowledged: {A04: The source weights its shares.}
        figures:
          - {label: x, measure: percent, estimate: "71", denominator: "43"}
          - {label: x, measure: percent, estimate: "171"}
      - figures:
          - {label: x, measure: percent, estimate: "71", denominator: "43"}
    """
    assert [line.split()[-1] for line in problems] == ["[B01]", "[A04]"]


def test_exceptions_that_cannot_be_made(
    problems: list[str], hints: list[str | None]
) -> None:
    """
    acknowledged:
      S09: The headline is well known.
      A99: The source prints it so.
      A04: ""
    figures:
      - {label: x, measure: percent, estimate: "71", denominator: "43"}
    """
    assert problems == [
        "2:3: error: S09 cannot be let stand [S17]",
        "3:3: error: there is no rule 'A99' [S17]",
        "4:8: error: A04 is acknowledged without a reason [S17]",
        "6:44: warning: 71 cannot come from 43 whole answers; "
        "the nearest are 69.8 and 72.1 [A04]",
    ]
    assert hints[1] is not None
    assert hints[1].startswith("Did you mean 'A0")


def test_an_idle_exception_is_told(problems: list[str]) -> None:
    """
    acknowledged:
      A04: The source weights its shares.
      C03: The source gives two numbers.
    """
    assert problems == [
        "2:3: info: nothing to acknowledge: A04 finds nothing here [S17]",
        "3:3: info: nothing to acknowledge: C03 finds nothing here [S17]",
    ]


def test_a_finding_between_entries_is_let_stand_by_its_own_entry(judge: Judge) -> None:
    figure = 'figures: [{label: x, measure: odds_ratio, estimate: "%s"}]'
    reason = "acknowledged: {C03: The source gives two numbers.}"
    two = "statistics:\n  - %s\n  - %s\n    %s"
    first, second = figure % "1.50", figure % "1.05"
    assert [line.split()[-1] for line in judge(two % (first, second, ""))] == ["[C03]"]
    assert judge(two % (first, second, reason)) == []
    elsewhere = f"statistics:\n  - {first}\n    {reason}\n  - {second}"
    assert sorted(line.split()[-1] for line in judge(elsewhere)) == ["[C03]", "[S17]"]


@pytest.mark.parametrize(
    "rule", ["I01", "A02", "M06", "C03", "L04", "P03", "T02", "B05", "B06"]
)
def test_rules_on_what_is_printed_or_worded_may_stand(rule: str) -> None:
    assert may_stand(rule)


@pytest.mark.parametrize(
    "rule",
    [
        "S01",
        "K01",
        "Y01",
        "V01",
        "Q01",
        "B01",
        "B04",
        "T01",
        "T03",
        "L01",
        "L05",
        "L06",
        "",
    ],
)
def test_structural_rules_may_not(rule: str) -> None:
    assert not may_stand(rule)
