"""How people spell numbers in words: "two hundred and thirteen", "one point five"."""

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
_ONES = "|".join(sorted(UNITS, key=len, reverse=True))
_TENS = "|".join(TENS)
_BELOW_TEN = "|".join(word for word, value in UNITS.items() if value < UNITS["ten"])
WORD = rf"(?:(?:{_TENS})(?:[- ](?:{_BELOW_TEN})(?![a-z]))?|{_ONES})"
"""A number under a hundred."""
SCALE = r"(?:hundred|thousand|million|billion)"

_GAP = r"[\s-]"
_LARGE = rf"{_GAP}(?:thousand|million|billion)(?![a-z])"
_ENDS = rf"(?![a-z]|{_GAP}hundred)"
"""What follows the tens and ones behind a hundred, but no "two hundred and three hundred"."""
_HUNDRED = rf"{_GAP}hundred(?![a-z])(?:\sand\s{WORD}{_ENDS}|\s{WORD}{_ENDS}(?!-))?"
_REST = (
    rf"(?:\sand\s{WORD}(?![a-z]|{_GAP}{SCALE})|,?\s{WORD}{_HUNDRED}(?!{_LARGE})"
    rf"|\s{WORD}(?![a-z-]|{_GAP}{SCALE}))"
)
"""What follows a thousand: "and eighteen", "four hundred and two", "eighteen"."""
YEAR_WORD = (
    rf"(?:oh[ -](?:{_BELOW_TEN})|(?:{_TENS})(?:[ -](?:{_BELOW_TEN}))?"
    r"|ten|eleven|twelve|[a-z]{3,5}teen)\b"
)
"""What follows the century of a year: "eleven" in "twenty eleven", "oh six"."""
_PLACE = rf"(?:{WORD}|zero|nought|oh)(?![a-z])"
SPELT = (
    rf"(?:(?:{WORD}|an?(?={_GAP}{SCALE}\b))(?![a-z])"
    rf"(?:\spoint(?:\s{_PLACE}){{1,3}}"
    rf"|(?:{_HUNDRED})?(?:{_LARGE}(?:,?\s{WORD}(?:{_HUNDRED})?{_LARGE})?{_REST}?)?)"
    rf"|(?:zero|nought)\spoint(?:\s{_PLACE}){{1,3}})"
)
"""A number in words of any size, with decimal places where it has a point."""
_POINT = re.compile(r"\spoint\s")
_JOINING = frozenset({"and", "a", "an"})

_ORDINAL = re.compile(
    r"(?:-|\s(?:and\s)?)(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf"
    r"|[a-z]+teen|[a-z]+tie|hundred|thousand|[mb]illion)th)\b"
)


def begins_ordinal(text: str, end: int) -> bool:
    """Whether a number word that ends there begins one: "the twenty-first century"."""
    return _ORDINAL.match(text, end) is not None


def value_of_words(words: str) -> float:
    """What a number in words says."""
    whole, *decimals = _POINT.split(words)
    return _counted(whole)[0] + float(f"0.{_places(decimals)}")


def step_of_words(words: str) -> float:
    """What one of the last word stands for: a thousand in "seventy thousand"."""
    whole, *decimals = _POINT.split(words)
    return float(_counted(whole)[1] * 10.0 ** -len(_places(decimals)))


def _counted(words: str) -> tuple[int, int]:
    """What whole numbers say, and what one of their last word stands for."""
    total, group, step = 0, 0, 1
    for word in re.findall("[a-z]+", words):
        scale = SCALES.get(word)
        if scale is None:
            group += UNITS.get(word, 0) or TENS.get(word, 0)
            step = step if word in _JOINING else 1
        elif scale == SCALES["hundred"]:
            group, step = (group or 1) * scale, scale
        else:
            total, group, step = total + (group or 1) * scale, 0, step * scale
    return total + group, step


def _places(decimals: list[str]) -> str:
    """Decimal places in digits: of "one six" and of "sixteen" both 16."""
    words = re.findall("[a-z]+(?:-[a-z]+)?", " ".join(decimals))
    return "".join(str(_counted(word)[0]) for word in words)
