"""A sentence of ours laid beside one that is ours but for a few words."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from relcase.domain.report.words.splitting import folded, sentences

_TOKEN = re.compile(r"[^\W_]+(?:['’.,‑-][^\W_]+)*%?")
_LEAST, _MOST = 7, 90
"""Words of a sentence that is compared."""
_SAME = 0.7
"""The least part of its words that is ours, and of ours that it has."""
_MOST_CHANGES = 2
"""How many places differ at most; where more do, somebody has told it in words of their own."""
_FEW, _WHOLE_SIDE = 5, 14
"""How many words a change may put away or add; and how many of a comparison, which may be
put away whole. More makes it another sentence."""
COMPARING = frozenset(("than", "against", "versus"))
_COMPARED = ("compared", "with")


class Word(NamedTuple):
    """A word, or a number, and where in its sentence it stands."""

    text: str
    """In small letters."""
    start: int
    end: int
    is_name: bool


class Change(NamedTuple):
    """What stands in a sentence in place of some words of ours."""

    sentence: str
    """The whole sentence of ours."""
    ours: Sequence[Word]
    """Its words."""
    start: int
    """Between which of its words the change is."""
    end: int
    gone: frozenset[str]
    new: frozenset[str]
    put: Sequence[Word]
    """The words that stand there instead; none where words were only taken away."""
    place: tuple[int, int]
    """Where in the sentence that is."""

    @property
    def is_long(self) -> bool:
        """Whether it puts away or adds more than a few words.

        What something is compared with may be put away whole, for something else.
        """
        most = _WHOLE_SIDE if self.put and self.in_comparison else _FEW
        return self.end - self.start > most or len(self.put) > _FEW

    @property
    def in_comparison(self) -> bool:
        """Whether it stands behind "than" or "compared with"."""
        before = [one.text for one in self.ours[: self.start]]
        return bool(COMPARING & {*before}) or _COMPARED in pairwise(before)

    @property
    def begins_comparison(self) -> bool:
        """Whether it stands right behind them."""
        before = tuple(one.text for one in self.ours[: self.start])
        return bool(COMPARING & {*before[-1:]}) or before[-2:] == _COMPARED


def changes(text: str, own_sentences: Sequence[str]) -> list[Change]:
    """What a text changed of the sentence of ours that it nearly is; mostly nothing."""
    sentence = _nearest(text, own_sentences)
    found = list(_changes(sentence, _words(text))) if sentence else []
    few = len(found) <= _MOST_CHANGES and not any(one.is_long for one in found)
    return found if few else []


def _nearest(text: str, own_sentences: Sequence[str]) -> str:
    """The sentence of ours that this one is but for a few words."""
    told = [one.text for one in _words(text)]
    if not _LEAST <= len(told) <= _MOST:
        return ""
    known = frozenset(told)
    best = 0.0, ""
    for own in own_sentences:
        for sentence, ours in _told_apart(own):
            common = len(known & {one.text for one in ours})
            if len(ours) < _LEAST or common < _SAME * min(len(ours), len(known)):
                continue
            ratio = _matcher([one.text for one in ours], told).ratio()
            if ratio >= _SAME:
                best = max(best, (ratio, sentence))
    return best[1] if best[0] < 1 else ""


def _matcher(ours: Sequence[str], told: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, ours, told, autojunk=False)


@lru_cache(maxsize=1024)
def _told_apart(own: str) -> Sequence[tuple[str, Sequence[Word]]]:
    """The sentences of what is ours, each with its words."""
    told = (own[slice(*span)] for span in sentences(own))
    return [(sentence, _words(sentence)) for sentence in told]


def _words(text: str) -> list[Word]:
    return [
        Word(
            folded(found[0]).removesuffix("'s"),
            *found.span(),
            is_name=found[0][0].isupper() and found.start() > 0,
        )
        for found in _TOKEN.finditer(text)
    ]


def _changes(sentence: str, told: Sequence[Word]) -> Iterator[Change]:
    ours = _words(sentence)
    matcher = _matcher([one.text for one in ours], [one.text for one in told])
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind == "equal":
            continue
        put = told[begin:stop]
        beside = put or told[max(begin - 1, 0) : begin + 1]
        yield Change(
            sentence,
            ours,
            start,
            end,
            frozenset(one.text for one in ours[start:end]),
            frozenset(one.text for one in put),
            put,
            (beside[0].start, beside[-1].end),
        )
