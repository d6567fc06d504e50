"""A passage into sentences, and the words of a sentence."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

_END = re.compile(
    r"(?<![.!?…])[.!?…]++[\"”’')\]]*+"
    r"(?:\s?\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\]|[¹²³⁰⁴-⁹]+)*"
    r"(?=\s+[\"“‘'(\[*_]*[^\sa-z])|\n+|\s+[•|]\s+"
)
"""A stop with what closes behind it, before something that can open a sentence."""
_SHORTENED = re.compile(
    r"\b(?:al|e\.g|i\.e|cf|vs?|pp?|nos?|vol|figs?|dr|prof|mrs?|ms|st|eds?|ch|ca|approx"
    r"|dept|rev|sec|para|resp|incl|jr|sr)\.$",
    re.IGNORECASE,
)
"""A stop that only shortens a word: "et al.", "p."."""
_INITIAL = re.compile(r"(?:^|[\s(.])[A-Z]\.$")
_CITATION_ALONE = re.compile(r"\s*[(\[][^()\[\]]{2,200}[)\]][.]?\s*$")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENDINGS = (
    *("isations", "ization", "isation", "ations", "ation", "ments", "ment", "ness"),
    *("ingly", "ings", "ing", "edly", "ies", "ied", "ers", "ed", "es", "ly", "er"),
    *("y", "e", "s"),
)
_LEAST = 4
_LONGEST = 2000
"""Letters that a sentence has at most; what goes on without a stop is no sentence."""
_VOCABULARY = 50_000


class Sentence(NamedTuple):
    """Where a sentence of a passage starts and ends."""

    start: int
    end: int


def sentences(text: str) -> list[Sentence]:
    """The sentences of a passage, in order, without the white space around them.

    A citation that stands behind the stop belongs to the sentence before it.
    """
    found: list[Sentence] = []
    for start, end in _short(text, _pieces(text)):
        inner = text[start:end]
        trimmed = Sentence(
            start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())
        )
        if trimmed.start >= trimmed.end:
            continue
        if found and _CITATION_ALONE.match(inner):
            found[-1] = Sentence(found[-1].start, trimmed.end)
        else:
            found.append(trimmed)
    return found


def _short(text: str, pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pieces, those cut at a space that are too long to be a sentence.

    Whoever judges a sentence may look at it once for each of its words.
    """
    for begin, end in pieces:
        start = begin
        while end - start > _LONGEST:
            space = text.rfind(" ", start + 1, start + _LONGEST)
            stop = space if space >= 0 else start + _LONGEST
            yield start, stop
            start = stop
        yield start, end


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        stop = text[max(start, match.start() - 12) : match.start() + 1]
        if text[match.start()] == "." and _is_shortened(stop):
            continue
        yield start, match.end()
        start = match.end()
    yield start, len(text)


def _is_shortened(stop: str) -> bool:
    return bool(_SHORTENED.search(stop) or _INITIAL.search(stop))


def folded(text: str) -> str:
    """A text in small letters without accents, its dashes and apostrophes plain."""
    if text.isascii():
        return text.lower()
    bare = text.casefold()
    if not unicodedata.is_normalized("NFKD", bare):
        bare = unicodedata.normalize("NFKD", bare)
    bare = _ACCENT.sub("", bare).replace("’", "'")
    return bare.replace("‐", "-").replace("‑", "-").replace("–", "-")


_ACCENT = re.compile("[\u0300-\u036f]")
_KEPT = 256
"""Texts whose words are remembered, for those who ask again about the same sentence."""


@lru_cache(maxsize=_KEPT)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, folded; numbers are no words."""
    found: list[str] = _WORD.findall(folded(text))
    if "'" in text or not text.isascii():
        return tuple(one.removesuffix("'s") for one in found)
    return tuple(found)


@lru_cache(maxsize=_VOCABULARY)
def stem(word: str) -> str:
    """A word without its ending, so that "admissions" and "admission" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return word


def stems(text: str) -> list[str]:
    """The stems of the words that carry meaning, in order."""
    return [one for word in words(text) if (one := _STEMS[word])]


class _Stems(dict[str, str]):
    """The stem of each word met so far; empty for a word that says nothing."""

    def __missing__(self, word: str) -> str:
        made = stem(word) if len(word) > 2 and word not in _COMMON else ""
        if len(self) < _VOCABULARY:
            self[word] = made
        return made


_STEMS = _Stems()
_SAYING_NOTHING = """
about above across after again against all almost along already also although always among
and another any are around because been before behind being below between both but can
cannot could did does doing done down during each either else even ever every few for found
from further gave get give given goes going had has have having her here him his how however
into its itself just keep kept know known last least less let like made make many may might
more most much must near need never next nor not now off often once one only other others
our out over own per put rather said same saw say says see seen she should show shown shows
since some something such take than that the their them then there these they thing this
those though through thus too took two under until upon use used using very was way well
went were what when where whether which while who whom whose why will with within without
would yet you your
"""
_COMMON = frozenset(_SAYING_NOTHING.split())
"""Words that say nothing about the subject of a sentence."""
