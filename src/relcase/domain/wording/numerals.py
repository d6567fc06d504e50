"""Every number of a sentence, in digits and in words, as an interval of rounding.

"£1.2m", "1 in 6", "half", "three times", "40 to 50%": each becomes one ``Numeral``
with its kind. Ordinals are no numbers, nor are digits within a name (``SF-12``).
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from relcase.domain.wording.number_words import SCALES, begins_ordinal
from relcase.domain.wording.phrases import ending, starting
from relcase.domain.wording.shapes import ANY, RANGE
from relcase.domain.wording.spelling import (
    FOLDS,
    PARTS,
    half_step,
    hedge_after,
    hedge_before,
    value_of,
)
from relcase.domain.wording.times import DAYS
from relcase.domain.wording.years import YEAR, is_year, spoken_year


class Numeral(NamedTuple):
    """A number as a sentence writes it.

    ``kind`` is one of ``percent``, ``points``, ``share`` (``1 in 6`` as 16.7),
    ``times``, ``money``, ``year``, ``span`` (a length of time, in days), ``level`` (of
    an interval) and ``number``. ``low`` and ``high`` are the least and greatest value
    that the words stand for; ``hedge`` is ``about``, ``nearly``, ``over``, ``under``,
    ``up_to``, ``at_least`` or ``at_most``.
    """

    start: int
    end: int
    text: str
    kind: str
    value: float
    low: float
    high: float
    hedge: str | None = None
    hedge_start: int = 0
    out_of: float | None = None
    """The whole of a share: 100 in "8 in 100"."""

    @property
    def digits(self) -> str:
        """As it is written; "one point five" in digits."""
        return f"{self.value:.10g}" if " point " in self.text else self.text

    @property
    def is_decimal(self) -> bool:
        """Whether it has decimal places: "0.71", "nought point seven one"."""
        return "." in self.digits


_AS_MUCH = starting("""
    as likely/many/much/often/high/common/large, (of) (the) odds/risk/risks/rate/rates/chance
    (of) (the) chances/death/likelihood
""")
_AGAIN = starting("as _ again, again as")
_OFTEN = starting("a/per/each/every day/week/month/year")
_TWOFOLD = re.compile(
    r"[\s‑-]+(?:act|bass|bed|bill|blind|bond|check|click|count|cream|deck|digit|door|edge|entry"
    r"|fault|figures|glaz|helix|jeopardy|negative|page|precision|quot|room|session|spac|spread"
    r"|standard|star|take|type|vision|whammy|yellow)"
)
"""Beginnings of what is double by nature, and not twice as much of anything."""
_QUARTERLY = re.compile(
    r"\d(?:\s+(?!(?:a|about|almost|and|are|around|at|by|did|for|from|had|in|is|just|nearly|not|of"
    r"|only|or|over|said|some|than|to|under|was|were|with)\b)[a-z]+){0,3}\s+a\s+$"
)
"""What stands before a quarter of a year: a number, and what it counts."""
_RATE_ENDS = re.compile(r"\s*(?:[.,;:)]|\Z|in\b|than\b)")
_LABEL = ending("""
    slide/figure/fig/fig./table/page/section/appendix/chapter/para/paragraph/item/option
    recommendation/question/step/phase/wave/level/year/grade/stage/type, key stage
""")
_POINTING = ending("the/these/those/between/all")
_NAMED = re.compile("[a-z][-–]")
_CLOCK = ending("at/on/to/in/from")
"""What stands before "one point" where it is no "one point five"."""
_EVERY = re.compile(r"\b(?:of|for|in|out\s+of)\s+every\s+$")
_AMONG = re.compile(r"(?:^|[.,;:]\s)(?:among|of|out\s+of)\s+$")
"""What stands before the whole in "among 100 adults", first in its clause."""
_AGAINST = re.compile(
    r"\b(?:against|compared\s+with|versus|instead\s+of)\s+(?:about\s+)?[\d.]+\b(?![%.]?\d)"
)
_COUNTS = frozenset({"number", "money"})
"""Kinds of which a round number in words may stand for many others."""
_ROUND = frozenset({10, 100, 1000})
_WHOLES = _ROUND | {2, 3, 4, 5, 6, 7, 8, 9, 12, 20, 25, 50, 200, 10000}
"""What shares are told of: so many in each of these."""
_WIDTH = {"half": 2.5, "third": 2.0, "quarter": 2.0, "fifth": 1.5}
"""How many points to each side a part leaves room for; other parts leave one."""
_LABELLED = 3
"""From so many digits on a number behind "page" or "level" is one all the same."""
_BEFORE = 16
_REACH, _FAR = 48, 600
"""How many letters before a number, and behind it, are looked at for what it is part of."""
_KEPT = 256
"""Texts whose numbers are remembered, for those who ask again about the same sentence."""


@lru_cache(maxsize=_KEPT)
def numerals(text: str) -> tuple[Numeral, ...]:
    """Every number of a text, in order."""
    lower = text.lower()
    return tuple(_found(lower if len(lower) == len(text) else text, text))


def _found(text: str, written: str) -> Iterator[Numeral]:
    """The numbers, those told "of every 100" made shares of it."""
    whole: float | None = None
    for one in _read(text):
        if one.kind == "number" and _is_whole(one, text):
            whole = one.value
            continue
        if whole and one.kind == "number" and one.value <= whole:
            read = _of_every(one, whole)
        else:
            read = one
        paired = read.out_of in _ROUND and _AGAINST.search(
            text, read.end, read.end + _FAR
        )
        whole = read.out_of if paired else None
        yield read._replace(text=written[one.start : one.end])


def _is_whole(one: Numeral, text: str) -> bool:
    """Whether what follows is told of so many people."""
    front = max(0, one.start - _REACH), one.start
    if one.value in _ROUND and _AMONG.search(text, *front):
        return True
    return one.value in _WHOLES and _EVERY.search(text, *front) is not None


def _of_every(part: Numeral, whole: float) -> Numeral:
    """The share of "for every 100 adults, 15"."""
    value, width = 100 * part.value / whole, 50 / whole
    low, high = value - width, value + width
    return part._replace(kind="share", value=value, low=low, high=high, out_of=whole)


def _read(text: str) -> Iterator[Numeral]:
    """The numbers by themselves; two that make no share are read one by one."""
    position = 0
    while match := ANY.search(text, position):
        position = match.end()
        one = _READERS[match.lastgroup or "plain"](text, match)
        if one is None and (first := _FIRST.get(match.lastgroup or "")):
            position = match.end(first)
            alone = ANY.fullmatch(text, match.start(), position)
            one = _plain(text, alone) if alone else None
        if one is not None:
            yield one


def _difference(text: str, match: re.Match[str]) -> Numeral | None:
    """Of "9 fewer in 100", in percentage points."""
    whole = value_of(match["more_of"])
    if not whole:
        return None
    value, width = 100 * value_of(match["more"]) / whole, 50 / whole
    return _hedged(text, match.span(), "points", value, width)


def _share(text: str, match: re.Match[str]) -> Numeral | None:
    """Of "1 in 6"; ``None`` when the two numbers do not belong together."""
    part, whole = value_of(match["first"]), value_of(match["whole"])
    link = match["link"].split() or ["/"]
    loose = link[0] == "of" or (link == ["in"] and whole not in _WHOLES)
    if not 0 < part <= whole or whole < 2 or YEAR.match(match["first"]):
        return None
    one_in = part == 1 and link == ["in"] and not YEAR.match(match["whole"])
    if loose and not one_in and (part == 1 or link == ["in"]):
        return None
    if link == ["/"] and whole - part == 1 and part > 10:  # 2024/25
        return None
    near = 100 * half_step(match["first"]) / whole
    width = min(near, 2.5) if link[0] != "of" else 0.5
    return _hedged(text, match.span(), "share", 100 * part / whole, width, whole)


def _fold(text: str, match: re.Match[str]) -> Numeral | None:
    """Of "twice" and "doubled", unless something is done twice a week, or a double bed."""
    word = match["fold"]
    value = next(factor for stem, factor in FOLDS.items() if word.startswith(stem))
    often = _OFTEN.match(text, match.end()) or (
        word == "double" and _TWOFOLD.match(text, match.end())
    )
    return None if often else _hedged(text, match.span(), "times", value, 0.15)


def _and_a_half(text: str, match: re.Match[str]) -> Numeral:
    """Of "two and a half years" or "one and a half times"."""
    unit = match["half_unit"] or match["one_unit"] or ""
    halved = match["halved"] or "one"
    value = value_of(halved) + half_step(halved)
    if match["half_scale"]:
        scale = SCALES[match["half_scale"]]
        return _hedged(text, match.span(), "number", value * scale, 0.25 * scale)
    if unit == "time":
        return _hedged(text, match.span(), "times", value, 0.1)
    days = DAYS.get(unit, 1)
    kind = "span" if unit and unit != "hour" else "number"
    width = half_step(halved) / 2
    return _hedged(text, match.span(), kind, value * days, width * days)


def _spoken_year(text: str, match: re.Match[str]) -> Numeral | None:
    """Of "in twenty eleven"; ``None`` where twenty of something may be meant."""
    value = spoken_year(text, match.start(), match["century"], match["in_century"])
    return None if value is None else _hedged(text, match.span(), "year", value, 0)


def _halving(text: str, match: re.Match[str]) -> Numeral:
    return _hedged(text, match.span(), "percent", 50, 5.0)


def _fraction(text: str, match: re.Match[str]) -> Numeral | None:
    """Of "half" and "two thirds": a share, or a multiple in "half as likely"."""
    part, count = match["part"].rstrip("s"), match["parts"]
    if not count and part != "half":
        return None
    lead = text[max(0, match.start() - _REACH) : match.start()].rstrip()
    if lead.endswith(("and a", "and", "the other")) and part == "half":
        return None
    if match[0] == "a quarter" and _of_a_year(text, match):
        return None
    many = 1.0 if count in (None, "a", "an") else value_of(count)
    value = 100 * many / PARTS[part]
    if match["of_scale"]:
        value *= SCALES[match["of_scale"]] / 100
        return _hedged(text, match.span(), "number", value, 0.1 * value)
    if _AGAIN.match(text, match.end()):
        return _hedged(text, match.span(), "times", 1 + value / 100, 0.05)
    if _AS_MUCH.match(text, match.end()):
        return _hedged(text, match.span(), "times", value / 100, 0.05)
    return _hedged(text, match.span(), "share", value, _WIDTH.get(part, 1.0))


def _of_a_year(text: str, match: re.Match[str]) -> bool:
    """Whether "a quarter" is three months: "7.9 fewer admissions a quarter"."""
    front = max(0, match.start() - _REACH), match.start("part")
    return bool(_QUARTERLY.search(text, *front) and _RATE_ENDS.match(text, match.end()))


def _within(text: str, match: re.Match[str]) -> Numeral:
    span = match.start("article"), match.end()
    return _hedged(text, span, "span", DAYS[match["within_unit"]], 0.5)


def _later(text: str, match: re.Match[str]) -> Numeral:
    return _hedged(text, match.span("span"), "span", DAYS[match["later_unit"]], 0.5)


def _plain(text: str, match: re.Match[str]) -> Numeral | None:
    """Of digits or a number word with its unit."""
    digits, start = match["number"], match.start()
    in_words = not digits[-1].isdigit()
    if (
        match["ordinal"]
        or (in_words and begins_ordinal(text, match.end("number")))
        or _NAMED.match(text, max(0, start - 2), start)
    ):
        return None
    scale = match["scale"] or match["short"]
    kind, unit = _kind(match), match["unit"]
    if kind == "number" and not scale and _no_count(text, match):
        return None
    other_end = RANGE.match(text, match.end())
    if kind == "number" and other_end and not in_words and digits[0] != "0":
        kind, unit = _kind_of_range(other_end), other_end["unit"]
    if kind == "number" and not scale and is_year(text, match.span(), digits):
        return _hedged(text, match.span(), "year", value_of(digits), 0)
    if kind == "times" and _OFTEN.match(text, match.end()):
        return None
    factor = DAYS[unit or "day"] if kind == "span" else SCALES.get(scale or "", 1)
    value = value_of(digits) * factor * (-1 if match["sign"] else 1)
    width = half_step(digits)
    if kind not in _COUNTS:
        width = min(width, 0.5)
    return _hedged(text, match.span(), kind, value, width * factor)


def _no_count(text: str, match: re.Match[str]) -> bool:
    """Whether a number word counts nothing: "one", "the two", "slide 4"."""
    digits, start = match["number"], match.start()
    if digits == "one":
        return True
    if digits.startswith("one point"):
        return bool(_CLOCK.search(text, max(0, start - _BEFORE), start))
    if digits == "two" and _POINTING.search(text, max(0, start - _BEFORE), start):
        return True
    labelled = len(digits) < _LABELLED and _LABEL.search(
        text, max(0, start - _BEFORE), start
    )
    return bool(labelled)


def _kind(match: re.Match[str]) -> str:
    if match["percent"]:
        return "level" if match["level"] else "percent"
    for name in ("points", "times"):
        if match[name]:
            return name
    if match["currency"] or match["pay"]:
        return "money"
    lasting = match["unit"] and match["unit"] != "hour"
    return "span" if lasting and not match["old"] else "number"


def _kind_of_range(other_end: re.Match[str]) -> str:
    if other_end["percent"]:
        return "percent"
    return "span" if other_end["unit"] and not other_end["old"] else "number"


def _hedged(
    text: str,
    span: tuple[int, int],
    kind: str,
    value: float,
    width: float,
    out_of: float | None = None,
) -> Numeral:
    """A numeral with the room that its rounding and its hedge leave."""
    start, end = span
    hedge, at = hedge_before(text, start)
    if kind == "span" and hedge == "over" and text.startswith("over", at):
        hedge, at = None, start
    if hedge is None:
        hedge = hedge_after(text, end)
    room = max(width, abs(value) * 0.05) if hedge in ("about", "nearly") else width
    low, high = value - room, value + room
    return Numeral(
        start, end, text[start:end], kind, value, low, high, hedge, at, out_of
    )


_READERS: dict[str, Callable[[str, re.Match[str]], Numeral | None]] = {
    "difference": _difference,
    "share": _share,
    "fold": _fold,
    "and_a_half": _and_a_half,
    "unit_and_a_half": _and_a_half,
    "halving": _halving,
    "fraction": _fraction,
    "spoken_year": _spoken_year,
    "plain": _plain,
    "within": _within,
    "later": _later,
}
"""How each shape is read; ``None`` where it turns out to be no number."""
_FIRST = {"share": "first", "spoken_year": "century"}
"""Of shapes that may be two numbers that do not belong together, the first one."""
