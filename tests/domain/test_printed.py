"""A printed number is every number that rounds to it, and so is what follows from it."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relcase.domain.printed import Span, decimals, exactly, span, span_or_none

numbers = st.decimals(-1000, 1000, allow_nan=False, places=3)
spans = st.tuples(numbers, numbers).map(lambda two: Span(min(two), max(two)))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1.5", "1.45", "1.55"),
        ("1.50", "1.495", "1.505"),
        ("-14", "-14.5", "-13.5"),
        (".10", ".095", ".105"),
        ("0", "-0.5", "0.5"),
    ],
)
def test_a_printed_number_is_an_interval_of_rounding(
    text: str, low: str, high: str
) -> None:
    assert span(text) == Span(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("range_", "text"),
    [
        (Span(Decimal("1.45"), Decimal("1.55")), "1.45 to 1.55"),
        (Span(Decimal("0.0012"), Decimal("0.0031")), "0.0012 to 0.0031"),
        (Span(Decimal("4.0421"), Decimal("4.0699")), "4.042 to 4.07"),
        (Span(Decimal("-0.0001"), Decimal(3)), "-0.1 to 3"),
        (Span(Decimal(120), Decimal(4100)), "120 to 4100"),
        (exactly(5), "5"),
        (exactly("0.25"), "0.25"),
    ],
)
def test_a_range_is_printed_in_few_digits_and_never_too_narrow(
    range_: Span, text: str
) -> None:
    assert str(range_) == text


def test_sums_differences_products_and_quotients_are_exact() -> None:
    assert span("1.5") + span("2.5") == Span(Decimal("3.90"), Decimal("4.10"))
    assert span("1.5") - span("2.5") == Span(Decimal("-1.10"), Decimal("-0.90"))
    assert exactly(3) * Span(Decimal(-1), Decimal(2)) == Span(Decimal(-3), Decimal(6))
    assert exactly(1) / Span(Decimal(2), Decimal(4)) == Span(
        Decimal("0.25"), Decimal("0.5")
    )
    assert abs(Span(Decimal(-3), Decimal(2))) == Span(Decimal(0), Decimal(3))
    assert abs(Span(Decimal(-3), Decimal(-2))) == Span(Decimal(2), Decimal(3))


def test_nothing_is_divided_by_what_may_be_zero() -> None:
    with pytest.raises(ZeroDivisionError):
        exactly(1) / span("0")


def test_only_numbers_above_zero_have_a_logarithm() -> None:
    with pytest.raises(ValueError, match="above zero"):
        span("0").ln()


def test_the_root_of_the_limits_of_a_ratio_is_its_estimate() -> None:
    middle = (span("1.40") * span("11.75")).sqrt()
    assert middle.overlaps(span("4.06"))
    assert str(middle) == "4.047 to 4.064"


def test_what_is_no_number_has_no_span() -> None:
    assert span_or_none(None) is None
    assert span_or_none("140%") is None
    assert span_or_none("140") == span("140")


def test_decimals_are_those_printed() -> None:
    assert [decimals(text) for text in ("5", "5.0", ".10", "-1.234")] == [0, 1, 2, 3]


@given(spans, spans, st.floats(0, 1), st.floats(0, 1))
def test_arithmetic_leaves_out_nothing_that_can_be_true(
    a: Span, b: Span, at_a: float, at_b: float
) -> None:
    one, two = _inside(a, at_a), _inside(b, at_b)
    assert _holds(a + b, one + two)
    assert _holds(a - b, one - two)
    assert _holds(a * b, one * two)
    if 0 not in b:
        assert _holds(a / b, one / two)


@given(spans)
def test_roots_and_logarithms_hold_those_of_both_ends(a: Span) -> None:
    if a.low > 0:
        root = a.sqrt()
        assert root.low**2 <= a.low <= a.high <= root.high**2
        assert a.ln().low.exp() <= a.low * Decimal("1.0000001")
        assert a.ln().high.exp() >= a.high * Decimal("0.9999999")


@given(spans)
def test_a_printed_range_holds_the_range(a: Span) -> None:
    ends = str(a).split(" to ")
    assert Decimal(ends[0]) <= a.low
    assert Decimal(ends[-1]) >= a.high


def _inside(range_: Span, share: float) -> Fraction:
    low, high = Fraction(range_.low), Fraction(range_.high)
    return low + Fraction(share) * (high - low)


def _holds(range_: Span, number: Fraction) -> bool:
    return Fraction(range_.low) <= number <= Fraction(range_.high)
