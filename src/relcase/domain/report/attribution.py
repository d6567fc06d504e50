"""Which entry a sentence speaks of, and how surely.

In the order of what tells most: a sentence of ours, word for word or but for its numbers;
a popular version on record; a citation in the sentence, or near it; names, counts and
rare words. A sentence is only ours when the evidence is strong: one that merely speaks of
similar things is left alone.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from math import ceil
from typing import NamedTuple

from relcase.domain.printed import value
from relcase.domain.report.knowledge import Known
from relcase.domain.report.likeness import HEAD, bare, meets, shingles, skeleton
from relcase.domain.report.splitting import stem, stems, words
from relcase.domain.wording.numerals import numerals
from relcase.domain.wording.tracing import within

_NAME = re.compile(r"\b[^\W\d_a-z][\w’'-]{2,}")
_VERSION, _VERSION_SHINGLES = 0.5, 4
"""How much of a popular version a sentence repeats, and in how many runs of words."""
_CITED, _CITED_SHARE = 3.0, 0.2
_NEAR, _NEAR_SHARE = 8.0, 0.27
_ALONE, _ALONE_SHARE = 24.0, 0.56
_LIKE, _LIKE_SHINGLES = 0.4, 5
_NAMED, _NAMED_SHARE = 13.0, 0.4
"""The least weight of the shared words, and their least share of the sentence: where the
source is cited in it; cited near it; where nothing else tells; where a name or a count
does."""
BESIDE = 0.75
"""How near another entry comes in weight to count as meant as well."""
_RARE_NAME = 6
_OPENING = 3 * HEAD
"""Letters of a sentence in which the first that count are looked for."""
_SHORT = 60
"""Letters up to which a passage is not worth a look at the whole."""
_STRANGERS = 3
"""How many words that none of our sentences has may stand in one that is ours: those of
its numbers, or words that we write with a hyphen."""
_MAY_COUNT = re.compile(
    r"\d[\d,]|\d(?:\.\d+)?[ -]?[kmbht]|teen|ty|hundred|thousand|illion", re.IGNORECASE
)
"""What may be a count of studies or people, which is never a small number."""


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
    if len(text) < _SHORT or known.lanes is None:
        return True
    if meets(text, known.begun):
        return True
    return known.lanes.any_reaches(frozenset(stems(text)), min(_NAMED, _ALONE))


def about(text: str, hints: Hints, known: Known) -> list[About]:
    """The entries that a sentence speaks of, the likeliest first; mostly none.

    What is cheap to find out goes first: most sentences of a report are not ours.
    """
    told = frozenset(stems(text))
    met = _met(told, known)
    same: Collection[int] = ()
    likes: dict[int, str] = {}
    if met.strangers <= _STRANGERS:
        same = known.by_own.get(bare(text), ()) if _may_be_own(text, known) else ()
        likes = _likes(text, known)
    repeats = meets(text, known.runs)
    versions = _versions(text, known) if repeats else {}
    close = _close(text, known) if repeats else set()
    cited = {one for key in hints.cited for one in known.by_source.get(key, ())}
    near = {one for key in hints.near for one in known.by_source.get(key, ())}
    near |= set(hints.before)
    hinted = {*same, *likes, *versions, *close, *cited, *near}
    reached = _reached(met, text, known)
    if not hinted and not reached:
        return []
    found = []
    total = sum(known.weights.get(one, known.strange) for one in told)
    for number in hinted.union(reached):
        one = _weighed(number, told, total, known)
        surely = number in close or _is_sure(one, text, known)
        if not surely and number not in hinted:
            continue
        one = one._replace(
            surely=surely,
            versions=versions.get(number, ()),
            own=number in same,
            like=likes.get(number, ""),
        )
        goes_on = number in hints.before and total - one.weight < known.strange / 2
        is_near = goes_on or (one.weight >= _NEAR and one.share >= _NEAR_SHARE)
        if (
            one.own
            or one.like
            or one.versions
            or (number in cited and _is_meant(one, text, hints, known))
            or (number in near and is_near and (not hints.cited or surely))
            or surely
        ):
            found.append((number in cited, one))
    return _likeliest(found, known, hints.before)


def _may_be_own(text: str, known: Known) -> bool:
    """Whether a sentence begins as one of ours does."""
    head = bare(text[:_OPENING])[:HEAD]
    return head in known.heads or len(head) < HEAD


def _likes(text: str, known: Known) -> dict[int, str]:
    """The sentences of ours that this one is but for its numbers, by entry."""
    strange = sum(one not in known.shape_words for one in words(text))
    counted = numerals(text) if strange <= _STRANGERS else ()
    if not counted:
        return {}
    return dict(reversed(known.by_skeleton.get(skeleton(text, counted), ())))


def _weighed(number: int, told: frozenset[str], total: float, known: Known) -> About:
    shared = told & known.subjects[number].topic
    weight = sum(known.weights[one] for one in shared)
    return About(number, weight, weight / total if total else 0.0, surely=False)


def _is_meant(one: About, text: str, hints: Hints, known: Known) -> bool:
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
    if any(one in subject.counts for one in _counts(text)):
        return True
    names = (stem(word) for one in _NAME.findall(text) for word in words(one))
    return any(
        one in subject.names and len(known.by_stem.get(one, ())) <= _RARE_NAME
        for one in names
    )


def _counts(text: str) -> set[float]:
    """The numbers of a sentence that count something."""
    return {one.value for one in numerals(text) if one.kind == "number"}


class _Met(NamedTuple):
    """The entries that words of a sentence lead to, a bit for each."""

    heavy: int
    """Those that share so many words with it that they can weigh anything."""
    rare: int
    """Those that share at least two rare words with it."""
    strangers: int
    """How many of its words no entry has."""


def _met(told: frozenset[str], known: Known) -> _Met:
    masks, shared = known.masks, known.shared
    once = twice = thrice = rare_once = rare_twice = strangers = 0
    for one in told:
        held = masks[one]
        if not held:
            strangers += 1
            continue
        thrice |= twice & held
        twice |= once & held
        once |= held
        if held.bit_count() <= shared:
            rare_twice |= rare_once & held
            rare_once |= held
    # No word weighs more than one that a single entry has.
    least = ceil(min(_NAMED, _ALONE) / known.strange) if known.strange else 1
    heavy = (thrice, twice, once)[max(0, 3 - least)]
    return _Met(heavy, rare_twice, strangers)


def _reached(met: _Met, text: str, known: Known) -> Iterable[int]:
    """The entries that share at least two rare words, or a count, with a sentence.

    Those alone that share enough with it to weigh anything.
    """
    reached = met.rare & met.heavy
    if met.heavy & ~met.rare and _MAY_COUNT.search(text):
        for count in _counts(text):
            for number in known.by_count.get(count, ()):
                reached |= met.heavy & (1 << number)
    return _bits(reached)


def _bits(mask: int) -> list[int]:
    """The numbers of the bits that are set."""
    found = []
    while mask:
        lowest = mask & -mask
        found.append(lowest.bit_length() - 1)
        mask ^= lowest
    return found


def _close(text: str, known: Known) -> set[int]:
    """The entries with a sentence that this one repeats in good part."""
    mine = set(shingles(text))
    hits = Counter(place for one in mine for place in known.by_run.get(one, ()))
    least = max(_LIKE_SHINGLES, _LIKE * len(mine))
    return {number for (number, _), count in hits.items() if count >= least}


def _versions(text: str, known: Known) -> dict[int, tuple[int, ...]]:
    """The popular versions that the sentence repeats, by entry."""
    hits = Counter(
        version for one in set(shingles(text)) for version in known.by_said.get(one, ())
    )
    found: dict[int, tuple[int, ...]] = {}
    for (number, version), count in hits.items():
        whole = len(set(shingles(known.subjects[number].said[version].words)))
        if count >= min(_VERSION_SHINGLES, whole) and count >= _VERSION * whole:
            found[number] = (*found.get(number, ()), version)
    return found


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
