"""Which entry a sentence speaks of, and how surely.

In the order of what tells most: a sentence of ours, word for word or but for its numbers;
a popular version on record; a citation in the sentence, or near it; names, counts and
rare words. A sentence is only ours when the evidence is strong: one that merely speaks of
similar things is left alone.
"""

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from relcase.domain.printed import value
from relcase.domain.report import reaching, repeating
from relcase.domain.report.knowledge import Known
from relcase.domain.report.likeness import meets
from relcase.domain.report.splitting import stem, stems, words
from relcase.domain.wording.numerals import numerals
from relcase.domain.wording.tracing import within

_NAME = re.compile(r"\b[^\W\d_a-z][\w’'-]{2,}")
_CITED, _CITED_SHARE = 3.0, 0.2
_NEAR, _NEAR_SHARE = 8.0, 0.27
_ALONE, _ALONE_SHARE = 24.0, 0.56
_NAMED, _NAMED_SHARE = 13.0, 0.4
"""The least weight of the shared words, and their least share of the sentence: where the
source is cited in it; cited near it; where nothing else tells; where a name or a count
does."""
_LEAST = min(_NAMED, _ALONE)
"""The least weight with which words alone can tell."""
BESIDE = 0.75
"""How near another entry comes in weight to count as meant as well."""
_RARE_NAME = 6
_SHORT = 60
"""Letters up to which a passage is not worth a look at the whole."""


class About(NamedTuple):
    """An entry that a sentence speaks of, and what tells so."""

    subject: int
    weight: float
    """The summed weights of the words that they share."""
    share: float
    """Their share of all the words that carry meaning, by weight."""
    surely: bool
    """Whether it would be taken for ours without any citation."""
    versions: tuple[int, ...] = ()
    """The popular versions on record that it repeats."""
    own: bool = False
    """Whether it is a sentence of ours, word for word."""
    like: str = ""
    """The sentence of ours that it is but for its numbers."""


class Hints(NamedTuple):
    """What the surroundings of a sentence tell: sources cited in it and near it."""

    cited: Collection[str] = ()
    near: Collection[str] = ()
    before: Collection[int] = ()
    """The entries that the sentence before it speaks of."""


def may_be_ours(text: str, known: Known) -> bool:
    """Whether any sentence of a passage can be ours, if nothing is cited in or near it.

    One look at the whole: mostly it has no run of words of ours, and shares too few
    words with any entry.
    """
    if len(text) < _SHORT or known.lanes is None or meets(text, known.begun):
        return True
    return reaches_any(text, known)


def reaches_any(text: str, known: Known) -> bool:
    """Whether words can be enough to tell of any entry by themselves."""
    lanes = known.lanes
    return lanes is None or lanes.any_reaches(frozenset(stems(text)), _LEAST)


def about(text: str, hints: Hints, known: Known) -> list[About]:
    """The entries that a sentence speaks of, the likeliest first; mostly none.

    What is cheap to find out goes first: most sentences of a report are not ours.
    """
    told = frozenset(stems(text))
    met = reaching.met(told, known, _LEAST)
    signs = _signs(text, hints, met.strangers, known)
    hinted = signs.entries
    reached = reaching.reached(met, text, known)
    if not hinted and not reached:
        return []
    found = []
    total = sum(known.weights.get(one, known.strange) for one in told)
    for number in hinted.union(reached):
        one = signs.told(_weighed(number, told, total, known), text, known)
        if not one.surely and number not in hinted:
            continue
        goes_on = number in hints.before and total - one.weight < known.strange / 2
        if _is_meant(one, signs, text, hints, known, goes_on=goes_on):
            found.append((number in signs.cited, one))
    return _likeliest(found, known, hints.before)


class _Signs(NamedTuple):
    """The entries that something other than single words leads to."""

    same: Collection[int]
    likes: Mapping[int, str]
    versions: Mapping[int, tuple[int, ...]]
    close: Collection[int]
    cited: Collection[int]
    near: Collection[int]

    @property
    def entries(self) -> set[int]:
        """All of them."""
        return set().union(*self)

    def told(self, one: About, text: str, known: Known) -> About:
        """An entry with what tells that a sentence speaks of it."""
        number = one.subject
        return one._replace(
            surely=number in self.close or _is_sure(one, text, known),
            versions=self.versions.get(number, ()),
            own=number in self.same,
            like=self.likes.get(number, ""),
        )


def _signs(text: str, hints: Hints, strangers: int, known: Known) -> _Signs:
    may_be_same = strangers <= repeating.STRANGERS
    repeats = meets(text, known.runs)
    return _Signs(
        repeating.word_for_word(text, known) if may_be_same else (),
        repeating.but_for_numbers(text, known) if may_be_same else {},
        repeating.versions(text, known) if repeats else {},
        repeating.in_part(text, known) if repeats else (),
        _of_sources(hints.cited, known),
        _of_sources(hints.near, known).union(hints.before),
    )


def _of_sources(keys: Collection[str], known: Known) -> frozenset[int]:
    if not keys:
        return frozenset()
    return frozenset(one for key in keys for one in known.by_source.get(key, ()))


def _is_meant(
    one: About, signs: _Signs, text: str, hints: Hints, known: Known, *, goes_on: bool
) -> bool:
    """Whether what leads to an entry is enough to say that the sentence speaks of it."""
    if one.own or one.like or one.versions or one.surely:
        return True
    if one.subject in signs.cited and _is_of_cited(one, text, hints, known):
        return True
    is_near = goes_on or (one.weight >= _NEAR and one.share >= _NEAR_SHARE)
    return one.subject in signs.near and is_near and not hints.cited


def _weighed(number: int, told: frozenset[str], total: float, known: Known) -> About:
    shared = told & known.subjects[number].topic
    weight = sum(known.weights[one] for one in shared)
    return About(number, weight, weight / total if total else 0.0, surely=False)


def _is_of_cited(one: About, text: str, hints: Hints, known: Known) -> bool:
    """Whether a sentence that cites the source of an entry speaks of that entry."""
    enough = one.weight >= _CITED or one.share >= _CITED_SHARE
    if enough or one.subject in hints.before:
        return True
    statistic = known.subjects[one.subject].statistic
    printed = [
        abs(number)
        for figure in (statistic.figures if statistic else ())
        for number in map(value, (figure.estimate, figure.reference_value))
        if number is not None
    ]
    return any(within(it, number) for it in numerals(text) for number in printed)


def _is_sure(one: About, text: str, known: Known) -> bool:
    if one.weight >= _ALONE and one.share >= _ALONE_SHARE:
        return True
    named = one.weight >= _NAMED and one.share >= _NAMED_SHARE
    return named and _anchored(text, one.subject, known)


def _anchored(text: str, number: int, known: Known) -> bool:
    """Whether a name or a count is that of the entry and of few others."""
    subject = known.subjects[number]
    if any(one in subject.counts for one in reaching.counts(text)):
        return True
    names = (stem(word) for one in _NAME.findall(text) for word in words(one))
    return any(
        one in subject.names and len(known.by_stem.get(one, ())) <= _RARE_NAME
        for one in names
    )


def _likeliest(
    found: list[tuple[bool, About]], known: Known, before: Collection[int]
) -> list[About]:
    """Those that tell most, and beside each source's best those that come near it."""
    ours = [one for _, one in found if one.own] or [one for _, one in found if one.like]
    if ours:
        return [one for one in ours if one.subject in before] or ours
    if any(cited for cited, _ in found):
        found = [pair for pair in found if pair[0] or pair[1].versions]
    ranked = sorted(
        (one for _, one in found),
        key=lambda one: (not one.versions, -one.weight, one.subject),
    )
    if not ranked:
        return []
    best: dict[str, float] = {}
    kept = []
    for one in ranked:
        source = known.subjects[one.subject].source
        if one.weight >= BESIDE * best.setdefault(source, one.weight):
            kept.append(one)
    return kept
