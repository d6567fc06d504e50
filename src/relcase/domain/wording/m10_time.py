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

from relcase.domain.problem import Rule
from relcase.domain.wording.numerals import numerals
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import traces
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M10", "time not the study's", "error")

_YEARLY = re.compile(
    r"\b(?:in\s+any\s+(?:given\s+|one\s+|single\s+)?year|(?:per|each|every)\s+year|per\s+annum"
    r"|annual(?:ly)?|yearly|year\s+(?:after|on)\s+year|(?<!a )(?<!in )(?<!half )(?<!of )"
    r"a\s+year(?!\s+(?:later|after|on|earlier|before|ago|of|follow|old|in)\b)(?=[.,;:)]|\s|$))",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:every\s+few\s+(?:days|weeks|months)|(?:per|each|every)\s+(?:day|week|month)"
    r"|(?:a|one)\s+(?:week|month)(?=\s+(?:was|were|is|are)\b|[.,;]|$)|overnight|immediate(?:ly)?"
    r"|within\s+(?:days|weeks|months)|in\s+(?:days|weeks))\b",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:over\s+(?:a|their|the)\s+(?:whole\s+)?life(?:time)?|lifetime|lifelong(?!\s+links)"
    r"|for\s+(?:life|good|ever)|forever|permanent(?:ly)?|lasting(?!\s+behaviour)|for\s+the\s+"
    r"rest\s+of\s+(?:their|your|our)\s+li(?:ves|fe)|in\s+the\s+long\s+(?:run|term)|years\s+later"
    r"|once\s+and\s+for\s+all|for\s+(?:decades|years)(?=[.,;]|$|\s+to\s+come)|throughout\s+(?:their\s+)?life)\b",
    re.IGNORECASE,
)
_A_YEAR = re.compile(
    r"\b(?:(?:a|per|each|every|one|1|any|calendar|over\s+a)[- ]year|yearly|annual(?:ly)?"
    r"|12[- ]months?|twelve\s+months|during\s+the\s+year|first\s+year|academic\s+year"
    r"|in\s+(?:19|20)\d\d(?!\s+to))\b",
    re.IGNORECASE,
)
_YEAR = 365.25


def check(reading: Reading) -> Iterator[Wrong]:
    """Every time that the record does not state."""
    yield from _spans(reading)
    yield from _rates(reading)


def _spans(reading: Reading) -> Iterator[Wrong]:
    for numeral in reading.numerals:
        if numeral.kind == "span" and not traces(reading, numeral):
            message = (
                f"“{numeral.text}” is not a length of time that the record states."
            )
            yield Wrong("M10", "error", numeral.start, numeral.end, message)
            return


def _rates(reading: Reading) -> Iterator[Wrong]:
    record = reading.facts.lower
    spans = [one for one in reading.numerals if one.kind == "span"]
    for pattern in (_YEARLY, _OTHER, _LASTING):
        match = pattern.search(reading.sentence)
        if match is None or match[0].lower() in record:
            continue
        if any(one.start <= match.end() and match.start() <= one.end for one in spans):
            continue
        if pattern is _YEARLY and _of_a_year(reading):
            continue
        if pattern is _LASTING and _long(reading, match[0]):
            continue
        yield _wrong(reading, match)
        return


def _of_a_year(reading: Reading) -> bool:
    """Whether the record has figures for a year and no longer follow-up."""
    follow_up = reading.statistic.follow_up
    figures = " ".join(
        f"{one.unit or ''} {one.label} {one.outcome or ''}"
        for one in reading.statistic.figures
    )
    spans = [one.value for one in numerals(follow_up) if one.kind == "span"]
    units = " ".join(one.unit or "" for one in reading.statistic.figures)
    if max(spans, default=0) > _YEAR + 1 and not _A_YEAR.search(units):
        return False
    stated = f"{follow_up} {reading.statistic.outcome} {figures}"
    return _A_YEAR.search(stated) is not None


def _long(reading: Reading, words: str) -> bool:
    """Whether people were followed for decades, so that "years later" holds."""
    days = [one.value for one in reading.facts.numerals if one.kind == "span"]
    least = 2 if "years later" in words.lower() else 10
    return max(days, default=0) >= least * _YEAR


def _wrong(reading: Reading, match: re.Match[str]) -> Wrong:
    known = reading.statistic.follow_up
    stated = "" if known == "not_reported" else f" (follow-up: {known})"
    message = f"“{match[0]}” is not the time of the study{stated}."
    return Wrong("M10", "error", match.start(), match.end(), message, None)
