"""Altman and Bland's worked examples, the sign test, and their limits."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relcase.domain.significance import (
    Z,
    interval_from_error,
    interval_from_p,
    p_from_interval,
    p_from_z,
    sign_test,
    standard_error,
    z_from_p,
)


def test_p_of_a_ratio_and_its_interval() -> None:
    p = p_from_interval(0.81, 0.70, 0.94, ratio=True)
    assert p == pytest.approx(0.005, abs=0.0005)


def test_p_of_a_difference_and_its_interval() -> None:
    assert p_from_interval(-7.9, -13.1, -2.8) == pytest.approx(0.0027, abs=0.0001)


def test_interval_of_a_difference_and_its_p() -> None:
    made = interval_from_p(17, 0.032)
    assert made.z == pytest.approx(2.141, abs=0.0005)
    assert made.se == pytest.approx(7.940, abs=0.0005)
    assert (made.low, made.high) == pytest.approx((1.4, 32.6), abs=0.05)


def test_interval_of_a_ratio_and_its_p() -> None:
    made = interval_from_p(0.30, 0.034, ratio=True)
    assert (made.low, made.high) == pytest.approx((0.10, 0.90), abs=0.02)


def test_interval_from_a_standard_error() -> None:
    assert interval_from_error(2.5, 0.87) == pytest.approx((0.8, 4.2), abs=0.01)
    assert interval_from_error(2.5, 1, 90) == pytest.approx((0.855, 4.145), abs=0.001)
    made = interval_from_error(0.81, 0.0753, ratio=True)
    assert made == pytest.approx((0.70, 0.94), abs=0.005)


def test_a_ratio_with_an_absurd_standard_error_is_endless() -> None:
    assert interval_from_error(1.5, 1e15, ratio=True) == (0, inf)
    with pytest.raises(ValueError):  # noqa: PT011 - the words are Python's
        interval_from_error(0, 1, ratio=True)


@pytest.mark.parametrize("p", [0, -0.1, 1.1])
def test_what_is_no_p_value_is_refused(p: float) -> None:
    with pytest.raises(ValueError, match="not a P value"):
        z_from_p(p)


def test_no_difference_has_no_width() -> None:
    with pytest.raises(ValueError, match="width"):
        interval_from_p(0, 0.03)
    with pytest.raises(ValueError, match="width"):
        interval_from_p(3, 1)
    with pytest.raises(ValueError, match="width"):
        p_from_interval(1, 2, 2)


@pytest.mark.parametrize(
    ("one_way", "studies", "expected"),
    [
        (8, 10, 0.109),
        (2, 10, 0.109),
        (8, 9, 0.039),
        (5, 10, 1),
        (0, 0, 1),
        (7, 7, 0.016),
    ],
)
def test_sign_test(one_way: int, studies: int, expected: float) -> None:
    assert sign_test(one_way, studies) == pytest.approx(expected, abs=0.0005)


def test_sign_test_of_very_many_studies_is_quick_and_close() -> None:
    assert sign_test(540, 1001) == pytest.approx(sign_test(540, 1000), abs=0.002)
    assert sign_test(500_000, 1_000_000) == 1


@given(st.integers(0, 300), st.integers(0, 300))
def test_a_more_even_split_is_more_likely_chance(one: int, other: int) -> None:
    studies = one + other
    assert 0 < sign_test(one, studies) <= 1
    assert sign_test(one, studies) == sign_test(other, studies)
    if one < other:
        assert sign_test(one, studies) <= sign_test(one + 1, studies)


@given(st.floats(-100, 100), st.floats(0.0001, 0.5), st.sampled_from(sorted(Z)))
def test_interval_there_and_p_back(estimate: float, p: float, level: int) -> None:
    if abs(estimate) > 0.01:
        made = interval_from_p(estimate, p, level)
        assert made.low < estimate < made.high
        assert standard_error(made.low, made.high, level) == pytest.approx(made.se)
        back = p_from_interval(estimate, made.low, made.high, level)
        assert back == pytest.approx(p, rel=0.1)


@given(st.floats(0, 20), st.floats(0, 20))
def test_farther_from_nothing_is_less_likely_chance(one: float, two: float) -> None:
    small, large = sorted((one, two))
    assert 0 <= p_from_z(large) <= p_from_z(small) <= 1
