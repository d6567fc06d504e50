"""Which numbers of a report can be replaced without anybody looking.

A number is left where more than it would have to change: in a range or beside a bound, in
words that are somebody else's, in code, and where the record's figure has another form.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from relcase.domain.passage import Passage, Report
from relcase.domain.report.findings import Number

_FORM = re.compile(r"(?P<before>\D*)(?P<digits>\d(?:[\d.,\s]*\d)?)(?P<behind>\D*)")
_MINUS = str.maketrans("−–", "--")
_BEFORE = re.compile(
    r"(?:[\d.,:/–—−-]|\d\s?%?\s*[–—-]\s*|\d\s?(?:%|per\s?cent)?\s+(?:to|and|or)\s+[£$€]?"
    r"|\b(?:than|over|above|below|under|exceed\w*|at\s+(?:least|most)|up\s+to|nearly"
    r"|almost)\s+[£$€]?)\Z",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s?(?:%|per\s?cent)?(?:\d|[.,:/]\d|\s*[–—-]\s*[£$€]?\d|\s+(?:to|and|or)\s+[£$€]?\d)",
    re.IGNORECASE,
)
"""What stands beside a number that is one end of a range, a bound, or cut in two."""
_REACH = 20
"""Letters that are looked at beside a number."""


class Replacement(NamedTuple):
    """A stretch of a file, and what is to stand there."""

    start: int
    end: int
    new: str


def replacements(
    report: Report,
    numbers: Iterable[Number],
    text: str,
    verbatim: Iterable[tuple[int, int]],
) -> list[Replacement]:
    """What can be put right in a text, in its order.

    ``verbatim`` are the stretches that have to stay as they are, as code.
    """
    wrong = [one for one in numbers if one.verdict == "differs" and one.instead]
    told = Counter((one.sentence, one.instead) for one in wrong)
    fixed = _Stretches(verbatim)
    found = {
        made
        for one in wrong
        if told[one.sentence, one.instead] == 1
        and (made := _replacement(report.passages[one.words.passage], one, text))
        and made.start not in fixed
    }
    return sorted(found)


class _Stretches:
    """Parts of a text, any of which may be inside another."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(stretches):
            self.starts.append(start)
            self.ends.append(max([end, *self.ends[-1:]]))

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self.starts, offset) - 1
        return at >= 0 and offset < self.ends[at]


def _replacement(passage: Passage, one: Number, text: str) -> Replacement | None:
    start, end = one.words.start, one.words.end
    if not _is_alone(passage.text, start, end) or _is_quoted(passage.text, start):
        return None
    for begin, stop, new in _forms(passage.text[start:end], one.instead or ""):
        span = passage.places.span(start + begin, start + stop)
        if span and text[slice(*span)] == passage.text[start + begin : start + stop]:
            return Replacement(*span, new)
    return None


def _forms(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """The part of a number that is another in the same form: its digits, or all of it."""
    was, now = _FORM.fullmatch(old), _FORM.fullmatch(new)
    if not was or not now:
        return
    if was["before"].translate(_MINUS) != now["before"].translate(_MINUS):
        return
    if was["behind"] == now["behind"]:
        yield *was.span("digits"), _printed_like(was["digits"], now["digits"])
    elif was["before"] in ("£", "$", "€"):
        yield 0, len(old), new


def _printed_like(old: str, new: str) -> str:
    """Digits with a decimal comma where those before had one."""
    has_comma = re.search(r"\d,\d{1,2}\Z", old)
    return new.replace(",", "").replace(".", ",") if has_comma else new


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether a number stands for itself, and is no bound and no end of a range."""
    before = text[max(start - _REACH, 0) : start]
    return not (_BEFORE.search(before) or _BEHIND.match(text, end))


def _is_quoted(text: str, start: int) -> bool:
    """Whether words stand between quotation marks."""
    before, behind = text[:start], text[start:]
    if before.count("“") > before.count("”") and "”" in behind:
        return True
    return before.count('"') % 2 == 1 and '"' in behind
