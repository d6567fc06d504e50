"""Every number of a sentence, in digits and in words, as an interval of rounding.

"£1.2m", "1 in 6", "half", "three times", "40 to 50%": each becomes one ``Numeral``
with its kind. Ordinals are no numbers, nor are digits within a name (``SF-12``).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from relcase.domain.wording.spelling import (
    FOLDS,
    NUMBER,
    PARTS,
    SCALE,
    SCALES,
    half_step,
    hedge_after,
    hedge_before,
    value_of,
)


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


_UNIT = r"(?P<unit>hour|day|week|month|year|decade)s?"
_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.44}
_DAYS |= {"year": 365.25, "decade": 3652.5}
_TAIL = (
    r"(?=\s*(?:of|more|less|fewer|lower|higher|greater|smaller|reduction|increase|fall"
    r"|drop|cut|rise|off|as|than|likelier|in|were|was|are|said|had|did|felt|say|agreed)"
    r"\b|\s*[.,;:)]|\s*$)"
)
_NUMERAL = re.compile(
    rf"""
    (?<![a-z])(?=[\d.£$€−\-]|[adefhinoqstwb])(?:
    (?<![\w.])(?P<diff>{NUMBER})\s+(?:more|fewer|less|extra)\s+(?:\w+\s+)?(?:in|per|of|for
        |out\s+of)\s+(?:every\s+|each\s+)?(?P<diff_whole>{NUMBER})(?![\w%]|[.,]?\d)
    |(?<![\w.])(?P<first>{NUMBER})(?P<link>\s+(?:in(?:\s+every)?|out\s+of(?:\s+every)?
        |per|for\s+every|of(?:\s+the|\s+every)?)\s+|/)(?P<whole>{NUMBER})
        (?![\w%]|[.,]?\d|\s*(?:%|per\s?cent|{SCALE}\b|times\b))
    |(?<![\w.])(?P<fold>twice|thrice|(?:doubl|tripl|trebl|quadrupl)(?:e[sd]?|ing))\b
    |(?<![\w.])(?P<and_half>{NUMBER})\s+and\s+a\s+half(?:\s+(?P<half_unit>times|years?
        |months?|weeks?|days?|hours?))?\b
    |\b(?P<unit_half>an?|one)\s+(?P<unit_and>year|month|week)\s+and\s+a\s+half\b
    |\b(?P<halve>halv(?:e[sd]?|ing))\b
    |\b(?P<parts>(?:an?|one|two|three|four|nine)[ -])?(?P<part>half|(?:third|quarter|fifth
        |sixth|tenth)s?)\b{_TAIL}
    |(?<![\w.])(?P<currency>[£$€])?(?P<sign>(?<![\w)])[-−])?(?P<number>{NUMBER})
        (?:\s?(?P<short>bn|mn|m|k)\b|[ -](?P<scale>{SCALE})\b)?
        (?:(?P<percent>\s?%|\s?per\s?cent\b)(?P<level>\s+(?:confidence|ci|interval))?
          |(?P<points>[ -]percentage[ -]points?)
          |(?P<times>[ -]?(?:times|fold)\b|x\b)
          |(?P<pay>\s+(?:pounds|dollars|euros)\b)
          |[ -]{_UNIT}(?P<old>[ -]olds?|\s+of\s+age)?\b
          |(?P<ordinal>st|nd|rd|th)\b)?
    |\b(?:within|after|in|over|for|first|of|by)\s+(?P<article>an?|one)\s+
        (?:whole\s+|single\s+|full\s+)?(?P<span>year|month|week|decade)\b(?!['’-])
    |\b(?P<later>an?|one)\s+(?P<later_unit>year|month|week|decade)\s+(?:later|after|on|earlier
        |before|of)\b)
    """,
    re.VERBOSE,
)
"""Read in small letters, in which a branch is soon ruled out by how it starts."""
_RANGE = re.compile(
    rf"\s?(?:to|–|-|or|and)\s?{NUMBER}(?P<percent>\s?%|\s?per\s?cent\b)?"
    rf"(?:[ -](?:to[ -])?{_UNIT}(?P<old>[ -]olds?)?\b)?",
    re.IGNORECASE,
)
_AS_MUCH = re.compile(
    r"\s+(?:as\s+(?:likely|many|much|often|high|common|large)|(?:of\s+)?the\s+(?:odds|risks?"
    r"|rates?|chances?|death|likelihood))\b"
)
_AGAIN = re.compile(r"\s+as\s+\w+\s+again\b|\s+again\s+as\b")
_LABEL = re.compile(
    r"\b(?:slide|figure|fig\.?|table|page|section|appendix|chapter|para(?:graph)?|item|option"
    r"|recommendation|question|step|phase|wave|level|key\s+stage|year|grade|stage|type)\s+$"
    r"|\b(?:the|these|those|between|all)\s+$"
)
_OFTEN = re.compile(r"\s+(?:a|per|each|every)\s+(?:day|week|month|year)\b")
_NAMED = re.compile(r"[a-z][-–]$")
_YEAR = re.compile(r"(?:1[89]|20)\d\d\Z")
_WIDTH = {"half": 2.5, "third": 2.0, "quarter": 2.0, "fifth": 1.5}
_IDLE = frozenset({"one"})
_LINKED_IN = ("in", "of", "per")


def numerals(text: str) -> tuple[Numeral, ...]:
    """Every number of a text, in order."""
    lower = text.lower()
    return tuple(_found(lower if len(lower) == len(text) else text, text))


def _found(text: str, written: str) -> Iterator[Numeral]:
    whole: float | None = None
    for one in _read(text):
        front = text[: one.start]
        if one.kind == "number" and one.value in _WHOLES and _EVERY.search(front):
            whole = one.value
            continue
        if whole and one.kind == "number" and one.value <= whole:
            read = _of_every(one, whole)
        else:
            read = one
        paired = read.out_of in _ROUND and _AGAINST.search(text, read.end)
        whole = read.out_of if paired else None
        yield read._replace(text=written[one.start : one.end])


_ROUND = frozenset({10, 100, 1000})
_AGAINST = re.compile(
    r"\b(?:against|compared\s+with|versus|instead\s+of)\s+(?:about\s+)?[\d.]+\b(?![%.]?\d)"
)
_EVERY = re.compile(r"\b(?:of|for|in|out\s+of)\s+every\s+$")


def _of_every(part: Numeral, whole: float) -> Numeral:
    """The share of "for every 100 adults, 15"."""
    value, width = 100 * part.value / whole, 50 / whole
    return part._replace(
        kind="share",
        value=value,
        low=value - width,
        high=value + width,
        out_of=whole,
    )


def _read(text: str) -> Iterator[Numeral]:
    position = 0
    while match := _NUMERAL.search(text, position):
        position = match.end()
        if match["first"]:
            share = _share(text, match)
            if share is None:
                position = match.end("first")
                match = _NUMERAL.fullmatch(text, match.start(), position)
                if match is None:
                    continue
            else:
                yield from share
                continue
        one = _one(text, match)
        if one is not None:
            yield one


def _share(text: str, match: re.Match[str]) -> tuple[Numeral, ...] | None:
    """The numeral of "1 in 6"; ``None`` when the two numbers do not belong together."""
    part, whole = value_of(match["first"]), value_of(match["whole"])
    link = match["link"].split() or ["/"]
    loose = link[0] == "of" or (link == ["in"] and whole not in _WHOLES)
    if not 0 < part <= whole or whole < 2 or _YEAR.match(match["first"]):
        return None
    one_in = part == 1 and link == ["in"] and not _YEAR.match(match["whole"])
    if loose and not one_in and (part == 1 or link == ["in"]):
        return None
    if link == ["/"] and whole - part == 1 and part > 10:
        return None
    near = 100 * half_step(match["first"]) / whole
    width = min(near, 2.5) if link[0] != "of" else 0.5
    value = 100 * part / whole
    return (_hedged(text, match.span(), "share", value, width, whole),)


_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 200, 1000, 10000})


def _one(text: str, match: re.Match[str]) -> Numeral | None:
    span = match.span()
    if match["diff"]:
        return _difference(text, match)
    if match["fold"]:
        word = match["fold"].lower()
        value = next(factor for stem, factor in FOLDS.items() if word.startswith(stem))
        if _OFTEN.match(text, match.end()):
            return None
        return _hedged(text, span, "times", value, 0.15)
    if match["and_half"] or match["unit_half"]:
        return _and_a_half(text, match)
    if match["halve"]:
        return _hedged(text, span, "percent", 50, 2.5)
    if match["part"]:
        return _fraction(text, match)
    if match["later"]:
        days = _DAYS[match["later_unit"].lower()]
        return _hedged(
            text, (match.start(), match.end("later_unit")), "span", days, 0.5
        )
    if match["article"]:
        days = _DAYS[match["span"].lower()]
        return _hedged(text, (match.start("article"), match.end()), "span", days, 0.5)
    return _plain(text, match)


def _difference(text: str, match: re.Match[str]) -> Numeral:
    """The numeral of "9 fewer in 100", in percentage points."""
    whole = value_of(match["diff_whole"])
    value, width = 100 * value_of(match["diff"]) / whole, 50 / whole
    return _hedged(text, match.span(), "points", value, width)


def _and_a_half(text: str, match: re.Match[str]) -> Numeral:
    """The numeral of "two and a half years" or "one and a half times"."""
    unit = (match["half_unit"] or match["unit_and"] or "").lower().rstrip("s")
    value = (value_of(match["and_half"]) if match["and_half"] else 1) + 0.5
    if unit == "time":
        return _hedged(text, match.span(), "times", value, 0.1)
    days = _DAYS.get(unit, 1)
    kind = "span" if unit and unit != "hour" else "number"
    return _hedged(text, match.span(), kind, value * days, 0.25 * days)


def _fraction(text: str, match: re.Match[str]) -> Numeral | None:
    part, count = match["part"].lower().rstrip("s"), (match["parts"] or "").strip(" -")
    if not count and part != "half":
        return None
    lead = text[: match.start()].rstrip().lower()
    if lead.endswith(("and a", "and", "the other")) and part == "half":
        return None
    many = 1.0 if count.lower() in ("", "a", "an") else value_of(count)
    value = 100 * many / PARTS[part]
    if _AGAIN.match(text, match.end()):
        return _hedged(text, match.span(), "times", 1 + value / 100, 0.05)
    if _AS_MUCH.match(text, match.end()):
        return _hedged(text, match.span(), "times", value / 100, 0.05)
    return _hedged(text, match.span(), "share", value, _WIDTH.get(part, 1.0))


def _plain(text: str, match: re.Match[str]) -> Numeral | None:
    """The numeral of digits or a number word with its unit."""
    digits = match["number"]
    word = not digits[-1].isdigit()
    if match["ordinal"] or _NAMED.search(
        text, max(0, match.start() - 8), match.start()
    ):
        return None
    kind, factor = _kind(match), 1.0
    if kind == "number" and not match["scale"] and _no_count(text, match):
        return None
    scale = (match["scale"] or match["short"] or "").lower()
    factor = SCALES.get(scale, 1)
    after = _RANGE.match(text, match.end())
    if kind == "number" and after and not word | (digits[0] == "0"):
        kind = _kind_of_range(after, kind)
        unit = after["unit"]
    else:
        unit = match["unit"]
    if kind == "number" and not scale and _YEAR.match(digits):
        return _hedged(text, match.span(), "year", float(digits), 0)
    if kind == "times" and _OFTEN.match(text, match.end()):
        return None
    if kind == "span":
        factor = _DAYS[(unit or "day").lower()]
    sign = -1 if match["sign"] else 1
    value = sign * value_of(digits) * factor
    width = half_step(digits) * factor
    return _hedged(text, match.span(), kind, value, width)


def _no_count(text: str, match: re.Match[str]) -> bool:
    """Whether a number word counts nothing: "one", "the two", "slide 4"."""
    digits = match["number"]
    if digits in _IDLE:
        return True
    label = _LABEL.search(text, max(0, match.start() - 16), match.start())
    if label is None:
        return False
    pointing = label[0].strip() in ("the", "these", "those", "between", "all")
    return digits == "two" if pointing else len(digits) < 3


def _kind(match: re.Match[str]) -> str:
    if match["percent"]:
        return "level" if match["level"] else "percent"
    for name in ("points", "times"):
        if match[name]:
            return name
    if match["currency"] or match["pay"]:
        return "money"
    lasting = match["unit"] and match["unit"].lower() != "hour"
    return "span" if lasting and not match["old"] else "number"


def _kind_of_range(after: re.Match[str], kind: str) -> str:
    if after["percent"]:
        return "percent"
    return "span" if after["unit"] and not after["old"] else kind


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
    if kind == "span" and hedge == "over" and text[at:start].lower().startswith("over"):
        hedge, at = None, start
    if hedge is None:
        hedge = hedge_after(text, end)
    room = max(width, abs(value) * 0.05) if hedge in ("about", "nearly") else width
    low, high = value - room, value + room
    return Numeral(
        start, end, text[start:end], kind, value, low, high, hedge, at, out_of
    )
