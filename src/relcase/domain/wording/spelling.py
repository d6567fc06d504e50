"""How people write numbers: digits or words, and the hedges around them."""

import re

from relcase.domain.wording.number_words import SPELT, step_of_words, value_of_words

PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
FOLDS = {
    "twice": 2,
    "double": 2,
    "doubl": 2,
    "thrice": 3,
    "tripl": 3,
    "treble": 3,
    "trebl": 3,
    "quadrupl": 4,
}
"""Beginnings of words that mean a multiple."""

_OF_A_UNIT = (
    r"(?:\s?%|\s?per\s?cent\b|[ -](?:percentage[ -])?points?\b|[ -]?(?:times|fold)\b|x\b"
    r"|[ -](?:hundred|thousand|[mb]illion|hour|day|week|month|year|decade)s?\b)"
)
_COMMA = (
    r",(?<!\d{4},)(?<!,\d,)(?<!,\d\d,)(?<!,\d{3},)\d{1,2}"
    rf"(?={_OF_A_UNIT}|\s?(?:to|and|or|[-–])\s?\d{{1,3}},\d{{1,2}}{_OF_A_UNIT})"
)
"""A decimal comma: of "24,0%", and of both in "2,5 to 4,5%", but none in "10,15,20%"."""
DIGITS = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+|{_COMMA})?|\.\d+)"
NUMBER = rf"(?:{DIGITS}|{SPELT})"

_HEDGES = (
    ("up_to", r"up to|as (?:much|many|high|low|little|few|great|large) as|at most"),
    ("at_least", r"at least|no (?:less|fewer) than|a minimum of"),
    ("nearly", r"nearly|almost|just under|not quite|close to|approaching"),
    ("just_over", r"(?:just|slightly|a little|marginally) (?:more than|over|above)"),
    ("over", r"(?:well |far )?(?:more than|over|above|upwards of)"),
    ("under", r"(?:well )?(?:less than|fewer than|under|below)"),
    ("about", r"about|around|roughly|approximately|some|circa|broadly|an estimated"),
)
_BETWEEN = (
    r"(?:by\s+)?(?:an?\s+|the\s+|one\s+in\s+)?(?:massive\s+|whopping\s+|full\s+)?"
)
_BEFORE = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _HEDGES)
    + rf")\s+{_BETWEEN}[£$€]?$",
    re.IGNORECASE,
)
_LAST_WORDS = tuple(
    {*re.findall("[a-z]{2,}|a", " ".join((_BETWEEN, *(words for _, words in _HEDGES))))}
)
"""What a hedge ends with, and more; soon told, where the whole of one takes time."""
_AFTER = re.compile(
    r"\s+(?:of\s+\w+\s+)?or\s+(?:(?P<at_least>more|over|above|older)"
    r"|(?P<at_most>less|fewer|under|below|so))\b"
)
_LIMITS = frozenset({"over", "just_over", "under"})
_THE = re.compile(r"\sthe\s", re.IGNORECASE)
"""What makes a number one to compare with, and no limit: "fewer than the 44.8% of"."""
_REACH = 32


def hedge_before(text: str, start: int) -> tuple[str | None, int]:
    """The hedge that ends where a number starts, and where the hedge starts."""
    front = text[max(0, start - _REACH) : start].rstrip("£$€").rstrip()
    if not front.lower().endswith(_LAST_WORDS):
        return None, start
    found = _BEFORE.search(text, max(0, start - _REACH), start)
    if found and found.lastgroup in _LIMITS and _THE.search(found[0]):
        return None, start
    return (found.lastgroup, found.start()) if found else (None, start)


def hedge_after(text: str, end: int) -> str | None:
    """The hedge behind a number: ``at_least`` for "or more"."""
    found = _AFTER.match(text, end)
    return found.lastgroup if found else None


def value_of(text: str) -> float:
    """The value of digits or number words: ``1,297``, ``24,0`` and ``twenty-six``."""
    lower = _with_point(text.lower()).replace(",", "")
    if lower[-1].isdigit():
        return float(lower)
    return value_of_words(lower)


def _with_point(digits: str) -> str:
    """Digits with a point for their decimal comma; a comma before three stays."""
    whole, comma, rest = digits.rpartition(",")
    return f"{whole}.{rest}" if comma and len(rest) < len("000") else digits


def half_step(text: str) -> float:
    """Half of the last place told: 0.05 for ``14.0``, 0.5 for ``14``, 50 in words for 200."""
    if not text[-1].isdigit():
        return 0.5 * step_of_words(text.lower())
    decimals = len(_with_point(text).partition(".")[2])
    return 0.5 * 10.0**-decimals
