"""Means and spreads that whole answers can have, and those they cannot."""

from fractions import Fraction
from statistics import mean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relcase.domain.granularity import debit, grim, grimmer, is_testable, nearest_means


@pytest.mark.parametrize(
    ("printed", "people", "expected"),
    [("5.27", 43, False), ("5.19", 28, False), ("5.19", 32, True)],
)
def test_grim(printed: str, people: int, expected: bool) -> None:
    assert grim(printed, people) is expected


@pytest.mark.parametrize(
    ("printed", "people", "expected"), [("71", 43, False), ("80", 10, True)]
)
def test_grim_of_a_percentage(printed: str, people: int, expected: bool) -> None:
    assert grim(printed, people, percent=True) is expected


def test_grim_cannot_fail_with_many_answers() -> None:
    assert not is_testable("5.27", 100)
    assert is_testable("5.27", 99)
    assert is_testable("71", 99, percent=True)
    assert not is_testable("5.27", 0)
    assert grim("5.27", 430)


def test_a_five_may_have_been_rounded_either_way() -> None:
    assert grim("0.12", 8)
    assert grim("0.13", 8)


def test_nearest_means_that_there_can_be() -> None:
    assert nearest_means("71", 43, percent=True) == (
        Fraction(3000, 43),
        Fraction(3100, 43),
    )


@pytest.mark.parametrize(
    ("average", "sd", "people", "expected"),
    [
        ("5.21", "1.60", 28, True),
        ("3.44", "2.47", 18, False),
        ("3.44", "2.48", 18, True),
        ("5.19", "1.60", 28, False),
        ("5.27", "1.60", 430, True),
    ],
)
def test_grimmer(average: str, sd: str, people: int, expected: bool) -> None:
    assert grimmer(average, sd, people) is expected


@pytest.mark.parametrize(
    ("share", "sd", "people", "expected"),
    [
        ("0.36", "0.11", 20, False),
        ("0.36", "0.49", 20, True),
        ("0.50", "0.51", 30, True),
        ("0.50", "0.50", 30, False),
        ("0.50", "0.9", 1, True),
    ],
)
def test_debit(share: str, sd: str, people: int, expected: bool) -> None:
    assert debit(share, sd, people) is expected


@given(st.lists(st.integers(1, 7), min_size=2, max_size=60))
def test_true_means_and_spreads_always_pass(answers: list[int]) -> None:
    average, sd = f"{mean(answers):.2f}", f"{stdev(answers):.2f}"
    assert grim(average, len(answers))
    assert grimmer(average, sd, len(answers))


@given(st.lists(st.booleans(), min_size=2, max_size=60))
def test_true_shares_always_pass(answers: list[bool]) -> None:
    share = Fraction(sum(answers), len(answers))
    assert grim(f"{float(share * 100):.0f}", len(answers), percent=True)
    sd = stdev(int(answer) for answer in answers)
    assert debit(f"{float(share):.2f}", f"{sd:.2f}", len(answers))


@given(
    st.lists(
        st.lists(st.integers(1, 5), min_size=3, max_size=3), min_size=2, max_size=20
    )
)
def test_true_scores_of_several_items_always_pass(people: list[list[int]]) -> None:
    scores = [Fraction(sum(items), 3) for items in people]
    average, sd = f"{float(mean(scores)):.2f}", f"{stdev(map(float, scores)):.2f}"
    assert grim(average, len(people) * 3)
    assert grimmer(average, sd, len(people), items=3)
