"""R01: a person's own certainty against the computed one."""

from collections.abc import Callable


def test_raised_by_one_person(problems: list[str], hints: list[str | None]) -> None:
    """
    statistics:
      - certainty_override:
          value: high
          by: ann
      - certainty_override: {value: high, reason: Read since., by: ann}
    """
    assert problems == [
        "3:14: error: certainty is raised from moderate to high without a reason and "
        "a second checker [R01]",
        "5:33: error: certainty is raised from moderate to high without a second "
        "checker [R01]",
    ]
    assert hints == ["Give `reason` and `second_checker`, or leave it as computed."] * 2


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
        "5:33: error: certainty is raised from moderate to high without a reason and "
        "a second checker [R01]"
    ]
