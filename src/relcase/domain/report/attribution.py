"""Which entry a sentence speaks of, and how surely.

In the order of what tells most: a sentence of ours, word for word or but for its numbers;
a popular version on record; a citation in the sentence, or near it; names, counts and
rare words. A sentence is only ours when the evidence is strong: one that merely speaks of
similar things is left alone.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from relcase.domain.printed import value
from relcase.domain.report.splitting import stem, stems, words
from relcase.domain.report.subjects import Known, bare, shingles, skeleton
from relcase.domain.wording.numerals import Numeral
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


def about(
    text: str, counted: tuple[Numeral, ...], hints: Hints, known: Known
) -> list[About]:
    """The entries that a sentence speaks of, the likeliest first; mostly none."""
    told = frozenset(stems(text))
    same = known.by_own.get(bare(text), ())
    likes = (
        dict(reversed(known.by_skeleton.get(skeleton(text, counted), ())))
        if counted
        else {}
    )
    versions = _versions(text, known)
    close = _close(text, known)
    cited = {one for key in hints.cited for one in known.by_source.get(key, ())}
    near = {one for key in hints.near for one in known.by_source.get(key, ())}
    near |= set(hints.before)
    numbers = {one.value for one in counted if one.kind == "number"}
    found = []
    total = sum(known.weights.get(one, known.strange) for one in told)
    for number in {
        *(*same, *likes, *versions, *close, *cited, *near),
        *_reached(told, numbers, known),
    }:
        one = _weighed(number, told, total, known)
        anchored = _anchored(text, numbers, number, known)
        surely = number in close or _is_sure(one, anchored=anchored)
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
            or (number in cited and _is_meant(one, counted, hints, known))
            or (number in near and is_near and (not hints.cited or surely))
            or surely
        ):
            found.append((number in cited, one))
    return _likeliest(found, known, hints.before)


def _weighed(number: int, told: frozenset[str], total: float, known: Known) -> About:
    shared = told & known.subjects[number].topic
    weight = sum(known.weights[one] for one in shared)
    return About(number, weight, weight / total if total else 0.0, surely=False)


def _is_meant(
    one: About, counted: tuple[Numeral, ...], hints: Hints, known: Known
) -> bool:
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
    return any(within(it, number) for it in counted for number in printed)


def _is_sure(one: About, *, anchored: bool) -> bool:
    if anchored and one.weight >= _NAMED and one.share >= _NAMED_SHARE:
        return True
    return one.weight >= _ALONE and one.share >= _ALONE_SHARE


def _anchored(text: str, numbers: set[float], number: int, known: Known) -> bool:
    """Whether a name or a count is that of the entry and of few others."""
    subject = known.subjects[number]
    if any(one in subject.counts for one in numbers):
        return True
    names = (stem(word) for one in _NAME.findall(text) for word in words(one))
    return any(
        one in subject.names and len(known.by_stem.get(one, ())) <= _RARE_NAME
        for one in names
    )


def _reached(told: frozenset[str], numbers: set[float], known: Known) -> Iterator[int]:
    """The entries that share at least two rare words, or a count, with a sentence."""
    hits = Counter[int]()
    for one in told:
        held = known.by_stem.get(one, ())
        if len(held) <= known.shared:
            hits.update(held)
    yield from (number for number, count in hits.items() if count > 1)
    for count in numbers:
        yield from known.by_count.get(count, ())


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
        source = known.subjects[one.subject].entry.source.key
        if one.weight >= BESIDE * best.setdefault(source, one.weight):
            kept.append(one)
    return kept
