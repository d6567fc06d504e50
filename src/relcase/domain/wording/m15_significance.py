"""M15 word for a number: words like "significant", "no effect" and an unclear difference.

"Significant" alone says neither how large nor how sure. "No effect" says that there is
none, where the study could not tell: say "no clear difference", with the interval. And
a difference whose interval includes none is not to be told as one. That it is
"useless" or "does nothing" is an error there.

Bad:
    entry: group-art-therapy-schizophrenia-null-2012
    sentence: Group art therapy had no effect on functioning.
Good:
    entry: group-art-therapy-schizophrenia-null-2012
    sentence: Group art therapy made no clear difference to functioning.
"""

from collections.abc import Iterator

from relcase.domain.measures import includes_null
from relcase.domain.problem import Rule
from relcase.domain.wording.phrases import ending, pattern, starting
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import relative, traces
from relcase.domain.wording.verbs import says_unclear
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M15", "word for a number", "warning")

_NOT_SIGNIFICANT = pattern("""
    non-significant/non-significantly, insignificant/insignificantly
    not/*n't (be/been) (statistically) significant/significantly
    no (statistically) significant
""")
_SIGNIFICANT = pattern("(statistically) significant/significantly")
_EFFECT = "effect/effects/impact/impacts/benefit/benefits/difference/differences"
_NONE = pattern(f"""
    had/has/have/with/found/shows/showed/is/was/made/make/makes/saw (absolutely) no/zero {_EFFECT}
    there is/was (absolutely) no/zero {_EFFECT}, no/zero {_EFFECT}
    did/does/do n't work/affect/help (at) (all), did/does/do n't make a/any difference
    did/does/do n't have an/any effect/impact, ineffective
    was/were/is/are not effective
""")
_WORTHLESS = pattern("""
    useless/worthless/pointless, a waste of, does/do/did nothing (for), a flop/failure
""")
"""What no study says that could not tell."""
_BUT_CLEAR = starting("(that) was/were/is clear, between _ clear")
_EXCUSED = ending("little or, includ*, or, interval of, compatible with")
_SAID = pattern("clear/clearly/said/known")


def check(reading: Reading) -> Iterator[Wrong]:
    """Words of significance without a number, and words of nothing without an interval."""
    match = _NOT_SIGNIFICANT.search(reading.lower)
    if match is not None:
        words = reading.words(match)
        message = (
            f"“{words}” says what a test said; say what was found, with its interval."
        )
        yield Wrong("M15", "warning", *match.span(), message, "no clear")
        return
    match = _SIGNIFICANT.search(reading.lower)
    if match is not None and not _has_figure(reading):
        words = reading.words(match)
        message = f"“{words}” says neither how large nor how sure; give the number."
        yield Wrong("M15", "warning", *match.span(), message)
        return
    yield from _nothing(reading)
    yield from _unclear_told(reading)


def _has_figure(reading: Reading) -> bool:
    return any(one.kind not in ("year", "span") for one in reading.numerals)


def _nothing(reading: Reading) -> Iterator[Wrong]:
    worthless = _WORTHLESS.search(reading.lower) if reading.facts.unclear else None
    if worthless is not None:
        message = (
            f"“{reading.words(worthless)}” says more than that no difference was clear."
        )
        yield Wrong("M15", "error", *worthless.span(), message)
        return
    for match in _NONE.finditer(reading.lower):
        if not _excused(reading, match.start(), match.end()):
            words = reading.words(match)
            message = (
                f"“{words}” says that there is none, where the study could not tell; say "
                "“no clear difference”."
            )
            better = _instead(match[0])
            yield Wrong("M15", "warning", *match.span(), message, better)
            return


def _excused(reading: Reading, start: int, end: int) -> bool:
    """Whether the words around take it back: "no difference was clear"."""
    if _BUT_CLEAR.match(reading.lower, end):
        return True
    return _EXCUSED.search(reading.lower[:start]) is not None


def _instead(words: str) -> str:
    first = words.split(maxsplit=1)[0]
    verb = {"had": "made", "has": "makes", "have": "make"}.get(first, first)
    return "no clear difference" if verb == "no" else f"{verb} no clear difference"


def _unclear_told(reading: Reading) -> Iterator[Wrong]:
    """A relative number whose interval includes no difference, told as a difference."""
    if says_unclear(reading.lower) or _SAID.search(reading.lower):
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
