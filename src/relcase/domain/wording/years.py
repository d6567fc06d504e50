"""Years, in digits and as people say them: "2017", "in two thousand and eighteen"."""

import re

from relcase.domain.wording.phrases import ending
from relcase.domain.wording.spelling import value_of

YEAR = re.compile(r"(?:1[89]|20)\d\d\Z")
_SPOKEN = ending("""
    in/of/since/by/from/until/till/during/before/after/between/early/late/the/and/to/for
""")
"""What stands before a year in words, where nothing else tells it from a count."""
_IN = ending("in/of/since")
_YEAR_ENDS = re.compile(
    r"\s*(?:[.,;:!?)–—]|\Z)|\s+(?:a|about|an|and|at|but|by|did|for|found|had|has|he|in|is|it|on"
    r"|or|she|that|the|there|they|this|to|until|was|we|were|when|which|with)\b"
)
"""What stands behind a year in words, where a count has what it counts."""
_BEFORE = 16


def is_year(text: str, span: tuple[int, int], digits: str) -> bool:
    """Whether a bare number is a year, and in words no count of people."""
    if digits[-1].isdigit() or not 2000 < value_of(digits) < 2100:
        return YEAR.match(digits) is not None
    start, end = span
    front = _IN.search(text, max(0, start - _BEFORE), start)
    return bool(front and _YEAR_ENDS.match(text, end))


def spoken_year(text: str, start: int, century: str, low: str) -> float | None:
    """Of "twenty" and "eleven"; ``None`` where twenty of something may be meant."""
    if century == "twenty" and not _SPOKEN.search(text, max(0, start - _BEFORE), start):
        return None
    years = value_of(low.removeprefix("oh").strip(" -"))
    return years + (1900 if century == "nineteen" else 2000)
