"""R01 and R03: a person's own certainty against the computed one."""

from collections.abc import Callable


def test_raised_by_one_person(problems: list[str], hints: list[str | None]) -> None:
    """
    statistics:
      - certainty_override:
          value: high
          by: ann
      - certainty_override: {value: high, reason: Read since., by: ann}
      - certainty_override:
          {value: high, reason: " ", by: Ann Lee, second_checker: " ann  LEE "}
    """
    raised = "error: certainty is raised from moderate to high without"
    assert problems == [
        f"3:14: {raised} a reason and a second checker [R01]",
        f"5:33: {raised} a second checker [R01]",
        f"7:15: {raised} a reason and a second checker [R01]",
    ]
    assert set(hints) == {
        "Give `reason`, `by` and `second_checker`, who is somebody else, or leave it as "
        "computed."
    }


def test_what_is_not_rated_cannot_be_raised(
    problems: list[str], hints: list[str | None]
) -> None:
    """
    statistics:
      - design: case_study
        certainty_override:
          {value: low, reason: Read since., by: ann, second_checker: bo}
      - status: withdrawn
        certainty_override:
          {value: high, reason: Read since., by: ann, second_checker: bo}
    """
    rest = "but a case study or a withdrawn statistic is not rated [R01]"
    assert problems == [
        f"4:15: error: certainty is raised to low, {rest}",
        f"7:15: error: certainty is raised to high, {rest}",
    ]
    assert set(hints) == {
        "Take `certainty_override` out, or mend `status` or `design`."
    }


def test_a_grade_is_of_several_studies(
    problems: list[str], hints: list[str | None]
) -> None:
    """
    statistics:
      - design: rct
        grade: high
      - design: umbrella_review
        grade: high
      - design: rct
        risk_of_bias: low
    """
    assert problems == [
        "3:12: error: `grade` is a review's judgement; randomised controlled trial is "
        "no review [R03]"
    ]
    assert hints[0] is not None
    assert "`risk_of_bias`" in hints[0]


def test_raised_by_two_or_lowered_by_one(problems: list[str]) -> None:
    """
    statistics:
      - certainty_override:
          {value: high, reason: Read since., by: ann, second_checker: bo}
      - certainty_override: {value: low}
      - certainty_override: {value: moderate}
      - certainty_override: {value: not_rated}
    """
    assert problems == []


def test_an_override_is_judged_with_what_else_the_store_holds(
    judge: Callable[[str], list[str]],
) -> None:
    """Moderate by itself, low once another source contradicts it."""
    contradicted = """
statistics:
  - heterogeneity: little
    verification: {level: full_text, on: 2026-01-15, note: the paper}
    certainty_override: {value: high}
    see_also:
      - {key: wang2023, relation: contrary}
  - source: {key: wang2023}
    design: %s
    see_also:
      - {key: holtlunstad2010, relation: contrary}
"""
    assert judge(contradicted % "ecological") == []
    assert judge(contradicted % "meta_cohort") == [
        "5:33: error: certainty is raised from moderate to high without a reason, the "
        "name of who decided and a second checker [R01]"
    ]
