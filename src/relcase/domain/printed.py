"""Numbers as sources print them: text to value, and the room that rounding leaves.

A printed number stands for every number that rounds to it. What is computed from several
printed numbers is therefore a range as well: a ``Span``.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from functools import lru_cache

_DIGITS = r"(?:[0-9]{1,15}(?:\.[0-9]{1,15})?|\.[0-9]{1,15})"

is_number = re.compile(f"-?{_DIGITS}").fullmatch
"""Whether a text is a number as the record writes it: digits, ``-`` and ``.``."""

is_p_value = re.compile(f"[<>]?-?{_DIGITS}").fullmatch
"""Whether a text is a number that ``<`` or ``>`` may stand before."""

_is_whole = re.compile("[0-9]{1,15}").fullmatch

_DOWN = Context(prec=40, rounding=ROUND_FLOOR)
_UP = Context(prec=40, rounding=ROUND_CEILING)
_WIDE = Context(prec=60)
_MOST_DECIMALS = 6
_ONE_NUMBER = Decimal("1e-12")


@lru_cache(maxsize=1024)
def value(text: str | None) -> float | None:
    """The value of a printed number; ``None`` without one (S05 speaks of bad ones).

    Kept, because the rules, the rating and the sentences of an entry all ask for it.
    """
    return float(text) if text is not None and is_number(text) else None


def rounded_from(text: str) -> tuple[Decimal, Decimal]:
    """The least and the greatest number that print as ``text``: 1.5 is 1.45 to 1.55."""
    printed = Decimal(text)
    half = Decimal((0, (5,), -len(text.partition(".")[2]) - 1))
    return _WIDE.subtract(printed, half), _WIDE.add(printed, half)


@dataclass(frozen=True, slots=True)
class Span:
    """All numbers from ``low`` to ``high``, both included.

    Arithmetic is exact as long as 40 digits hold the result, and otherwise rounds the
    lower end down and the upper end up: what can be true is never left out.
    """

    low: Decimal
    high: Decimal

    def __add__(self, other: "Span") -> "Span":
        """Every sum of a number of each."""
        return Span(_DOWN.add(self.low, other.low), _UP.add(self.high, other.high))

    def __sub__(self, other: "Span") -> "Span":
        """Every difference of a number of each."""
        low = _DOWN.subtract(self.low, other.high)
        return Span(low, _UP.subtract(self.high, other.low))

    def __mul__(self, other: "Span") -> "Span":
        """Every product of a number of each."""
        ends = [(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        low = min(_DOWN.multiply(a, b) for a, b in ends)
        return Span(low, max(_UP.multiply(a, b) for a, b in ends))

    def __truediv__(self, other: "Span") -> "Span":
        """Every quotient. Raises ``ZeroDivisionError`` when ``other`` holds zero."""
        if 0 in other:
            raise ZeroDivisionError("the divisor may be zero")
        ends = [(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        low = min(_DOWN.divide(a, b) for a, b in ends)
        return Span(low, max(_UP.divide(a, b) for a, b in ends))

    def __neg__(self) -> "Span":
        """Every number with its sign turned."""
        return Span(self.high.copy_negate(), self.low.copy_negate())

    def __abs__(self) -> "Span":
        """Every number without its sign."""
        if 0 in self:
            return Span(Decimal(0), max(self.low.copy_abs(), self.high))
        return self if self.low > 0 else -self

    def __contains__(self, number: "Decimal | int") -> bool:
        """Whether a number lies within, the ends included."""
        return self.low <= number <= self.high

    def overlaps(self, other: "Span") -> bool:
        """Whether some number is in both."""
        return self.low <= other.high and other.low <= self.high

    def at_least(self, least: int) -> "Span":
        """What is left of it at and above ``least``, which it has to reach."""
        return Span(max(self.low, Decimal(least)), max(self.high, Decimal(least)))

    def sqrt(self) -> "Span":
        """Every square root; numbers below zero count as zero."""
        low, high = self.at_least(0).low, self.at_least(0).high
        return Span(
            _DOWN.next_minus(_DOWN.sqrt(low)) if low else low,
            _UP.next_plus(_UP.sqrt(high)),
        )

    def ln(self) -> "Span":
        """Every natural logarithm. Raises ``ValueError`` unless all are above zero."""
        if self.low <= 0:
            raise ValueError("only numbers above zero have a logarithm")
        return Span(
            _DOWN.next_minus(_DOWN.ln(self.low)), _UP.next_plus(_UP.ln(self.high))
        )

    def __str__(self) -> str:
        """The range as a reader takes it in: ``1.45 to 1.55``, or a single number."""
        width = _DOWN.subtract(self.high, self.low)
        decimals = _decimals_to_show(width)
        step = Decimal((0, (1,), -decimals))
        low = self.low.quantize(step, ROUND_FLOOR, _WIDE)
        high = self.high.quantize(step, ROUND_CEILING, _WIDE)
        if width < _ONE_NUMBER:
            low = high = self.low.quantize(step, context=_WIDE)
        ends = [_plain(low, decimals), _plain(high, decimals)]
        return ends[0] if ends[0] == ends[1] else " to ".join(ends)


def span(text: str) -> Span:
    """What a printed number stands for: ``1.5`` is 1.45 to 1.55."""
    return Span(*rounded_from(text))


def exactly(number: Decimal | int | str) -> Span:
    """A number that was counted and not rounded."""
    return Span(Decimal(number), Decimal(number))


def span_or_none(text: str | None) -> Span | None:
    """The span of a printed number; ``None`` without one (S05 speaks of bad ones)."""
    return span(text) if text is not None and is_number(text) else None


def whole(text: str | None) -> int | None:
    """A printed whole number, not negative; ``None`` for anything else."""
    return int(text) if text is not None and _is_whole(text) else None


def decimals(text: str) -> int:
    """How many digits a printed number has after its point."""
    return len(text.partition(".")[2])


def _decimals_to_show(width: Decimal) -> int:
    """Decimals that show two digits of a width; a single number shows four."""
    if width < _ONE_NUMBER:
        return 4
    return min(max(1 - width.adjusted(), 0), _MOST_DECIMALS)


def _plain(number: Decimal, places: int) -> str:
    """Digits without an exponent, without idle zeros and without a minus before zero."""
    text = f"{number:.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
