"""M15 word for a number: words like "significant", "no effect" and an unclear difference.

"Significant" alone says neither how large nor how sure. "No effect" says that there is
none, where the study could not tell: say "no clear difference", with the interval. And
a difference whose interval includes none is not to be told as one.

Bad:
    entry: group-art-therapy-schizophrenia-null-2012
    sentence: Group art therapy had no effect on functioning.
Good:
    entry: group-art-therapy-schizophrenia-null-2012
    sentence: Group art therapy made no clear difference to functioning.
"""

import re
from collections.abc import Iterator

from relcase.domain.measures import includes_null
from relcase.domain.problem import Rule
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import relative, traces
from relcase.domain.wording.verbs import says_unclear
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M15", "word for a number", "warning")

_NOT_SIGNIFICANT = re.compile(
    r"\b(?:non-?\s?significant(?:ly)?|insignificant(?:ly)?|(?:not|n[’']t)\s+(?:be\s+|been\s+)?"
    r"(?:statistically\s+)?significant(?:ly)?|no\s+(?:statistically\s+)?significant)\b",
    re.IGNORECASE,
)
_SIGNIFICANT = re.compile(r"\b(?:statistically\s+)?significant(?:ly)?\b", re.IGNORECASE)
_NONE = re.compile(
    r"\b(?:(?:had|has|have|with|found|shows?|showed|is|was|made|makes?|is|saw|there\s+(?:is|was))"
    r"\s+(?:absolutely\s+|simply\s+)?)?(?:no|zero)\s+(?:effects?|impact|benefits?|difference"
    r"s?)\b(?!\s+(?:that\s+)?(?:was|were|is)\s+clear)(?!\s+(?:between\s+\w+\s+)?clear)"
    r"|\b(?:did|does|do)(?:\s+not|n[’']t)\s+(?:work|make\s+(?:a|any)\s+difference|have\s+(?:an|"
    r"any)\s+(?:effect|impact)|help(?:\s+at\s+all)?|affect)\b|\bmake\s+no\s+difference\b"
    r"|\b(?:ineffective|useless|(?:was|were|is|are)\s+not\s+effective|a\s+waste\s+of)\b",
    re.IGNORECASE,
)
_EXCUSED = re.compile(
    r"(?:little\s+or|includ\w+|or|interval\s+of|compatible\s+with)\s+$", re.IGNORECASE
)
_EFFECTS = re.compile(r"\bclear(?:ly)?\b|\bsaid\b|\bknown\b", re.IGNORECASE)


def check(reading: Reading) -> Iterator[Wrong]:
    """Words of significance without a number, and words of nothing without an interval."""
    match = _NOT_SIGNIFICANT.search(reading.sentence)
    if match is not None:
        message = f"“{match[0]}” says what a test said; say what was found, with its interval."
        yield Wrong("M15", "warning", *match.span(), message, "no clear")
        return
    match = _SIGNIFICANT.search(reading.sentence)
    if match is not None and not _has_figure(reading):
        message = f"“{match[0]}” says neither how large nor how sure; give the number."
        yield Wrong("M15", "warning", *match.span(), message)
        return
    yield from _nothing(reading)
    yield from _unclear_told(reading)


def _has_figure(reading: Reading) -> bool:
    return any(one.kind not in ("year", "span") for one in reading.numerals)


def _nothing(reading: Reading) -> Iterator[Wrong]:
    for match in _NONE.finditer(reading.sentence):
        if not _EXCUSED.search(reading.sentence[: match.start()]):
            message = (
                f"“{match[0]}” says that there is none, where the study could not tell; say "
                "“no clear difference”."
            )
            better = _instead(match[0])
            yield Wrong("M15", "warning", *match.span(), message, better)
            return


def _instead(words: str) -> str:
    first = words.split(maxsplit=1)[0].lower()
    verb = {"had": "made", "has": "makes", "have": "make"}.get(first, first)
    return "no clear difference" if verb == "no" else f"{verb} no clear difference"


def _unclear_told(reading: Reading) -> Iterator[Wrong]:
    """A relative number whose interval includes no difference, told as a difference."""
    if says_unclear(reading.lower) or _EFFECTS.search(reading.sentence):
        return
    for numeral in reading.numerals:
        found = traces(reading, numeral)
        figures = [one.figure for one in found if relative(numeral, one) and one.figure]
        if not figures or not all(includes_null(one) for one in figures):
            continue
        if len(figures) < len(found) or _interval_given(reading):
            continue
        message = (
            f"“{numeral.text}” has an interval that includes no difference, and is told as a "
            "difference."
        )
        yield Wrong("M15", "warning", numeral.start, numeral.end, message)
        return


def _interval_given(reading: Reading) -> bool:
    return any(one.kind == "level" for one in reading.numerals)
