"""How people spell numbers: digits, words, scales, and the hedges around them."""

import re

UNITS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES = {
    "hundred": 100,
    "k": 1_000,
    "thousand": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "million": 1_000_000,
    "bn": 1_000_000_000,
    "billion": 1_000_000_000,
}
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

_ONES = "|".join(sorted(UNITS, key=len, reverse=True))
WORD = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{_ONES}))?|{_ONES})"
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
NUMBER = rf"(?:{DIGITS}|{WORD}(?![a-z]))"
SCALE = r"(?:hundred|thousand|million|billion)"

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
    return float(
        sum(UNITS.get(part, 0) or TENS.get(part, 0) for part in re.split("[- ]", lower))
    )


def _with_point(digits: str) -> str:
    """Digits with a point for their decimal comma; a comma before three stays."""
    whole, comma, rest = digits.rpartition(",")
    return f"{whole}.{rest}" if comma and len(rest) < len("000") else digits


def half_step(text: str) -> float:
    """Half of the last printed place: 0.05 for ``14.0``, 0.5 for ``14`` and words."""
    decimals = len(_with_point(text).partition(".")[2])
    return 0.5 * 10.0**-decimals
