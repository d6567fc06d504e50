"""Numbers as sources print them: text to value, and the room that rounding leaves."""

import re
from decimal import Decimal

_DIGITS = r"(?:[0-9]{1,15}(?:\.[0-9]{1,15})?|\.[0-9]{1,15})"

is_number = re.compile(f"-?{_DIGITS}").fullmatch
"""Whether a text is a number as the record writes it: digits, ``-`` and ``.``."""

is_p_value = re.compile(f"[<>]?-?{_DIGITS}").fullmatch
"""Whether a text is a number that ``<`` or ``>`` may stand before."""


def value(text: str | None) -> float | None:
    """The value of a printed number; ``None`` without one (S05 speaks of bad ones)."""
    return float(text) if text is not None and is_number(text) else None


def rounded_from(text: str) -> tuple[Decimal, Decimal]:
    """The least and the greatest number that print as ``text``: 1.5 is 1.45 to 1.55."""
    printed = Decimal(text)
    half = Decimal((0, (5,), -len(text.partition(".")[2]) - 1))
    return printed - half, printed + half
