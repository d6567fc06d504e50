"""Numbers of those who write: "our score was 29%", "38% of ours", a column "Ours"."""

import re
from collections.abc import Iterable

from relcase.domain.report.numbers.trials import Judged
from relcase.domain.wording.numerals import Numeral

_US = r"\b(?:[Oo]urs|[Uu]s|OURS)\b"
_OUR = r"\b(?:[Oo]ur|[Mm]y)\b(?!\s+[Ww]orld\s+in\s+[Dd]ata)"
_NAMED = re.compile(
    rf"^\W*(?:{_OUR}|[Ww]e\W*$|(?:At|In|For|With|Among)\s+(?:us|our)\b"
    rf"|[Tt]his\s+year\W*$|(?:[Ll]ocally|[Hh]ere)\W*$|{_US})|{_US}\W*$"
)
"""What heads the column or the row of those who write."""
_BEFORE = re.compile(
    rf"(?:{_US}|\b[Ww]e\b|{_OUR}(?:\s+[\w’'-]+){{1,4}}?)\s*(?:\b(?:is|was|are|were|had|has"
    r"|have|reached|scored|stood|stands|came|comes|got|saw|see|counted|at)\b(?!\s+that\b)"
    r"|[:–-]\s)[^;:.!?()]*$|\b(?:[Ff]or|[Ww]ith|[Aa]mong|[Aa]t|[Ii]n)\s+(?:us|ours)\b[^;:.!?()]*$"
)
"""What stands before a number of those who write, up to it."""
_BEHIND = re.compile(
    r"\s*(?:of|for|with|among|in|at)\s+(?:us|ours|our)\b(?!\s+[Ww]orld\s+in\s+[Dd]ata)"
)
_CLAUSE = re.compile(
    r"[;:.!?]\s|,\s+(?:and|but|while|whereas|against|compared)\b|\s[–—]\s"
    r"|\b(?:while|whereas|against|compared\s+(?:with|to)|than)\s",
    re.IGNORECASE,
)
"""Where another clause begins, of which the number can be somebody else's."""


def is_of_ourselves(words: str) -> bool:
    """Whether the head of a column, or the label of a row, is of those who write."""
    return _NAMED.search(words) is not None


def without_own(numbers: Iterable[Judged], text: str) -> tuple[Judged, ...]:
    """The numbers of a sentence; one of those who write does not differ from any record."""
    return tuple(
        Judged(one.numeral, "not_ours")
        if one.verdict == "differs" and _is_own(one.numeral, text)
        else one
        for one in numbers
    )


def _is_own(numeral: Numeral, text: str) -> bool:
    if _BEHIND.match(text, numeral.end):
        return True
    ends = [one.end() for one in _CLAUSE.finditer(text, 0, numeral.start)]
    clause = text[ends[-1] if ends else 0 : numeral.start]
    return _BEFORE.search(clause) is not None
