"""A passage into sentences, and the words of a sentence."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from sys import intern
from typing import NamedTuple

_STOP = (
    r"[.!?…](?<![.!?…].)[.!?…]*+[\"”’')\]]*+"
    r"(?:\s?\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\]|[¹²³⁰⁴-⁹]+)*"
    r"(?=\s+[\"“‘'(\[*_]*[^\sa-z])"
)
"""A stop with what closes behind it, before something that can open a sentence."""
_END = re.compile(_STOP)
_ANY_END = re.compile(rf"{_STOP}|\n+|\s+[•|]\s+")
_OTHER_ENDS = "\n•|"
"""What can end a sentence besides; it is dearer to look for, and rarely there."""
_SHORTENED = re.compile(
    r"\b(?:al|e\.g|i\.e|cf|vs?|pp?|nos?|vol|figs?|dr|prof|mrs?|ms|st|eds?|ch|ca|approx"
    r"|dept|rev|sec|para|resp|incl|jr|sr)\.$",
    re.IGNORECASE,
)
"""A stop that only shortens a word: "et al.", "p."."""
_LONG, _LOOKED_AT = 7, 12
"""Letters from which on no word is written short, and that are looked at to tell it."""
_INITIAL = re.compile(r"(?:^|[\s(.])[A-Z]\.$")
_CITATION_ALONE = re.compile(r"\s*[(\[][^()\[\]]{2,200}[)\]][.]?\s*$")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENDINGS = {
    "d": ("ied", "ed"),
    "e": ("e",),
    "g": ("ing",),
    "n": ("ization", "isation", "ation"),
    "r": ("er",),
    "s": ("isations", "ations", "ments", "ness", "ings", "ies", "ers", "es", "s"),
    "t": ("ment",),
    "y": ("ingly", "edly", "ly", "y"),
}
"""The endings of words by their last letter, the longer ones first."""
_LEAST, _NO_STEM = 4, 2
_LONGEST = 2000
"""Letters that a sentence has at most; what goes on without a stop is no sentence."""
_VOCABULARY, _LONGEST_WORD = 50_000, 40
"""How many words are remembered, and up to how many letters."""
_MARK = 2
"""The same of what is no word: a dash, a small number."""


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
    end = _ANY_END if any(map(text.__contains__, _OTHER_ENDS)) else _END
    for match in end.finditer(text):
        at = match.start()
        if text[at] == "." and _is_shortened(text, start, at):
            continue
        yield start, match.end()
        start = match.end()
    yield start, len(text)


def _is_shortened(text: str, start: int, at: int) -> bool:
    """Whether a stop only shortens the word before it, which begins behind ``start``."""
    if at >= _LONG and text[at - _LONG : at].isalpha():
        return False
    stop = text[max(start, at - _LOOKED_AT) : at + 1]
    return bool(_SHORTENED.search(stop) or _INITIAL.search(stop))


def folded(text: str) -> str:
    """A text in small letters without accents, its dashes and apostrophes plain."""
    if text.isascii():
        return text.lower()
    if text.isascii():
        return text.lower()
    bare = text.casefold()
    if not unicodedata.is_normalized("NFKD", bare):
        bare = unicodedata.normalize("NFKD", bare)
    bare = _ACCENT.sub("", bare).replace("’", "'")
    return bare.replace("‐", "-").replace("‑", "-").replace("–", "-")


_ACCENT = re.compile("[\u0300-\u036f]")


class _Words(dict[str, tuple[str, ...]]):
    """The words in each stretch without a space met so far: most come again and again."""

    def __missing__(self, told: str) -> tuple[str, ...]:
        if told.isascii() and told.isalpha():
            made: tuple[str, ...] = (intern(told.lower()),)
        elif told.isascii() and told.lower() == told.upper():
            if len(told) <= _MARK:  # there is no end of longer numbers
                self[told] = ()
            return ()
        else:
            made = tuple(map(intern, _read(told)))
        if len(told) <= _LONGEST_WORD and len(self) < _VOCABULARY:
            self[told] = made
        return made


def _read(told: str) -> list[str]:
    found = _WORD.findall(folded(told))
    if "'" in told or not told.isascii():
        return [one.removesuffix("'s") for one in found]
    return found


def words(text: str) -> list[str]:
    """The words of a text, folded; numbers are no words."""
    return [*chain.from_iterable(map(_WORDS.__getitem__, text.split()))]


def words_and_stems(text: str) -> tuple[list[str], set[str]]:
    """The words of a text, and the stems of those that carry meaning."""
    found = words(text)
    carried = set(map(_STEMS.__getitem__, found))
    carried.discard("")
    return found, carried


@lru_cache(maxsize=_VOCABULARY)
def stem(word: str) -> str:
    """A word without its ending, so that "admissions" and "admission" are one."""
    for ending in _ENDINGS.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return word


def stems(text: str) -> list[str]:
    """The stems of the words that carry meaning, in order."""
    return [*filter(None, map(_STEMS.__getitem__, words(text)))]


@lru_cache(maxsize=4096)
def stems_of(text: str) -> frozenset[str]:
    """The same as a set, remembered: for the words of records, which come up again."""
    return frozenset(stems(text))


class _Stems(dict[str, str]):
    """The stem of each word met so far; none of one that carries no meaning."""

    def __missing__(self, word: str) -> str:
        carries = len(word) > _NO_STEM and word not in _COMMON
        made = intern(stem(word)) if carries else ""
        if len(word) <= _LONGEST_WORD and len(self) < _VOCABULARY:
            self[word] = made
        return made


_WORDS, _STEMS = _Words(), _Stems()
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
