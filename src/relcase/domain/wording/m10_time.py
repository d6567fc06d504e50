"""M10 time not the study's: a year for the whole of it, or a lifetime for a few months.

What happened over 7.5 years did not happen "in any given year", and what was seen after
six months is not known to last. A length of time has to be one that the record states,
and a rate "a year" needs figures for a year.

Bad:
    entry: social-relationships-survival
    sentence: In any given year, people with stronger relationships had higher odds of living.
Good:
    entry: social-relationships-survival
    sentence: People with stronger relationships had higher odds of being alive 7.5 years on.
"""

import re
from collections.abc import Iterator

from relcase.domain.evidence import Figure
from relcase.domain.printed import value
from relcase.domain.problem import Rule
from relcase.domain.wording.numerals import Numeral, numerals
from relcase.domain.wording.phrases import ending, kinds, pattern, starting
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.times import A_YEAR, YEAR
from relcase.domain.wording.tracing import traces, within
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M10", "time not the study's", "error")

_NOT_A_RATE = "!later/after/on/earlier/before/ago/of/follow/old/in"
_TIMES = kinds(
    yearly=f"""
        in any (given/one/single) year, per/each/every year, per annum, annual/annually/yearly
        year after/on year, a year {_NOT_A_RATE}
    """,
    other=f"""
        every few days/weeks/months, per/each/every day/week/month, within/in days/weeks
        a/one week/month {_NOT_A_RATE}, within months, overnight, immediate/immediately
    """,
    lasting="""
        over a/their/the (whole) life/lifetime, lifetime, lifelong !links, for life/good/ever
        forever, permanent/permanently, lasting !behaviour, in the long run/term, years later
        for the rest of their/your/our life/lives, once and for all, for decades/years
        throughout (their) life
    """,
)
_EACH_YEAR = r"(?P<each>(?:a|per|each|every)\s+year|per\s+annum|yearly|annually)\b"
_YEARLY_BEHIND = re.compile(
    rf"\s*,?\s*(?:[a-z-]+\s+){{0,3}}?{_EACH_YEAR}(?!\s+(?:later|after|on|ago))"
)
_YEARLY_IN_FRONT = re.compile(
    r"\b(?P<each>annual|yearly|(?:each|every)\s+year)\b(?:\s+[a-z-]+){0,3}\s+$"
)
_RETELLS = "tells?|told|reminds?|assures?|warns?|informs?"
_RETOLD = re.compile(
    rf"\s+(?!the\s+(?:study|trial|review|survey)\b)(?:[\w’'-]+\s+){{1,4}}?(?:(?:{_RETELLS})\s+(?:us|you|me"
    r"|them|people|readers)\b|(?:says?|said|claims?|claimed|announces?|declares?|repeats?)\s+(?:that|how)\b"
    r"|(?:hears?|heard|reads?|sees?|saw|am\s+told|are\s+told|is\s+told)\s+(?:that|how|of|about)\b)"
)
"""What follows where it is told how often somebody says so: "every week a headline tells us"."""
_HABIT = re.compile(r"\b(?:who|which|that|not|never|to)\s+(?:[\w'’-]+\s+){0,5}$")
"""What stands before "every day" where people do something so often, or do not."""
_LONG_TERM = pattern("long/longer term")
_HALF = ending("half")
_IN_ONE_YEAR = re.compile(r"\bin\s+(?:19|20)\d\d\b(?!\s+to)")
_AWHILE = 2 * YEAR
_LIFELONG = 10 * YEAR
"""How long people must have been followed for "years later" and for "for life"."""


def check(reading: Reading) -> Iterator[Wrong]:
    """Every time that the record does not state."""
    yield from _spans(reading)
    yield from _totals(reading) or _rates(reading)


def _totals(reading: Reading) -> list[Wrong]:
    """The first sum or count of other times that is told as one of each year."""
    for numeral in reading.numerals:
        if numeral.kind not in ("money", "number"):
            continue
        behind = _YEARLY_BEHIND.match(reading.lower, numeral.end)
        match = behind or _YEARLY_IN_FRONT.search(reading.lower, 0, numeral.hedge_start)
        figures = [
            one
            for one in reading.statistic.figures
            if within(numeral, abs(value(one.estimate) or 0))
        ]
        if match is None or not figures or any(map(_is_yearly, figures)):
            continue
        start, end = match.span("each")
        known = reading.statistic.follow_up
        stated = "" if known == "not_reported" else f" (follow-up: {known})"
        words = reading.sentence[start:end]
        message = f"“{words}” is not the time that “{numeral.text}” is for{stated}."
        return [Wrong("M10", "error", start, end, message)]
    return []


def _is_yearly(figure: Figure) -> bool:
    """Whether a figure is one of a year, or not of a sum or a count at all."""
    if figure.measure not in ("money", "count"):
        return True
    told = (figure.label, figure.unit, figure.outcome)
    stated = " ".join(one for one in told if one).lower()
    return bool(A_YEAR.search(stated) or _IN_ONE_YEAR.search(stated))


def _spans(reading: Reading) -> Iterator[Wrong]:
    for numeral in reading.numerals:
        is_length = numeral.kind == "span" and not _is_age(reading, numeral)
        goes_on = _AFTER_THAT.match(reading.lower, numeral.end)
        if is_length and not goes_on and not traces(reading, numeral):
            message = (
                f"“{numeral.text}” is not a length of time that the record states."
            )
            yield Wrong("M10", "error", numeral.start, numeral.end, message)
            return


_AFTER_THAT = starting("after that/this/then, later/further still, further on")


def _is_age(reading: Reading, numeral: Numeral) -> bool:
    """Whether it says how old people are, and the record has the number."""
    told = _AGED.search(reading.lower, 0, numeral.hedge_start)
    if told is None and _OLD.match(reading.lower, numeral.end) is None:
        return False
    number = _DIGITS.match(numeral.text)
    known = reading.facts.numerals
    return number is not None and any(
        number[0] in _DIGITS.findall(one.text) for one in known
    )


_AGED = ending("""
    aged, age/ages of, aged/age at least, people/adults/patients/residents/women/men of/over
    people/adults/patients/residents/women/men of at least
""")
_OLD = starting("old, of age")
_DIGITS = re.compile(r"\d+")


def _rates(reading: Reading) -> Iterator[Wrong]:
    """The first rate or lasting time, where it is no length of time told in numbers."""
    spans = [one for one in reading.numerals if one.kind == "span"]
    for match in _TIMES.finditer(reading.lower):
        start, end = match.span()
        told = any(one.start <= end and start <= one.end for one in spans)
        if not told and not _known(reading, match):
            yield _wrong(reading, match)
            return


def _known(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the record has the words, or figures that bear them out."""
    if _RETOLD.match(reading.lower, match.end()):
        return True
    if match.lastgroup == "other" and _HABIT.search(reading.lower, 0, match.start()):
        return True
    if match[0] in reading.facts.lower or _HALF.search(reading.lower, 0, match.start()):
        return True
    if _LONG_TERM.search(match[0]) and _LONG_TERM.search(reading.facts.lower):
        return True
    if match.lastgroup == "yearly":
        return _of_a_year(reading)
    return match.lastgroup == "lasting" and _long(reading, match[0])


def _of_a_year(reading: Reading) -> bool:
    """Whether the record has figures for a year and no longer follow-up."""
    statistic = reading.statistic
    spans = [one.value for one in numerals(statistic.follow_up) if one.kind == "span"]
    units = " ".join(one.unit or "" for one in statistic.figures).lower()
    if max(spans, default=0) > YEAR + 1 and not A_YEAR.search(units):
        return False
    labels = (f"{one.label} {one.outcome or ''}" for one in statistic.figures)
    stated = f"{statistic.follow_up} {statistic.outcome} {units} {' '.join(labels)}"
    return bool(A_YEAR.search(stated.lower()) or _IN_ONE_YEAR.search(stated.lower()))


def _long(reading: Reading, words: str) -> bool:
    """Whether people were followed for so long that the words hold."""
    days = [one.value for one in reading.facts.numerals if one.kind == "span"]
    least = _AWHILE if words == "years later" else _LIFELONG
    return max(days, default=0) >= least


def _wrong(reading: Reading, match: re.Match[str]) -> Wrong:
    known = reading.statistic.follow_up
    stated = "" if known == "not_reported" else f" (follow-up: {known})"
    message = f"“{reading.words(match)}” is not the time of the study{stated}."
    return Wrong("M10", "error", *match.span(), message)
