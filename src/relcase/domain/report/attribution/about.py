"""Which entry a sentence speaks of, and how surely.

In the order of what tells most: a sentence of ours, word for word or but for its numbers;
a popular version on record; a citation in the sentence, or near it; names, counts and
rare words. A sentence is only ours when the evidence is strong: one that merely speaks of
similar things is left alone.
"""

from collections.abc import Collection, Mapping, Sequence, Set
from typing import NamedTuple

from relcase.domain.report.attribution import levels, reaching, repeating
from relcase.domain.report.attribution.having import has_number
from relcase.domain.report.attribution.sieving import NAME, whole_weight
from relcase.domain.report.attribution.studied import tells_of_study
from relcase.domain.report.knowledge.known import OWN_NAME, Known
from relcase.domain.report.knowledge.values import tells
from relcase.domain.report.words.likeness import meets
from relcase.domain.report.words.splitting import (
    stem,
    stems,
    words,
    words_and_stems,
)
from relcase.domain.wording import places
from relcase.domain.wording.numerals import numerals

BESIDE = 0.75
"""How near another entry comes in weight to count as meant as well."""
_BESIDE_FIGURED = 0.85
"""How near, where figures alone tell: entries of the same matter share some of them."""
_FEW = 3
"""Words below which figures tell only where hardly a word is strange to the entry."""
_RARE_NAME = 6
"""How many entries may have a name that tells with other words."""


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
    figure: float = 0.0
    """What the figures weigh that they share, where these are what tells."""

    is_aside: bool = False
    """Whether its numbers alone tell it, which are of the study that is cited near."""

    @property
    def is_plain(self) -> bool:
        """Whether more than a figure tells it."""
        return self.own or bool(self.like) or (self.surely and not self.figure)


class Hints(NamedTuple):
    """What the surroundings of a sentence tell: sources cited in it and near it."""

    cited: Collection[str] = ()
    near: Collection[str] = ()
    before: Collection[int] = ()
    """The entries that the sentence before it speaks of."""
    named: Collection[str] = ()
    """Those of the sources near it that are named alone, whose makers did much else."""
    others: Collection[str] = ()
    """Sources of whose authors it means another work."""


def about(text: str, hints: Hints, known: Known) -> list[About]:
    """The entries that a sentence speaks of, the likeliest first; mostly none.

    What is cheap to find out goes first: most sentences of a report are not ours.
    """
    said, told = words_and_stems(text)
    met = reaching.met(told, known, levels.LEAST)
    signs = _signs(text, said, hints, met.strangers, known)
    hinted = signs.entries
    figured = reaching.figured(met, text, said, known, signs.near)
    reached = {*reaching.reached(met, text, known), *figured}
    if not hinted and not reached:
        return []
    found = []
    total = whole_weight(told, known)
    named = _of_sources(hints.named, known).difference(signs.cited, hints.before)
    others = _of_sources(hints.others, known).difference(signs.cited)
    for number in hinted.union(reached):
        figure = figured.get(number, 0.0)
        one = signs.told(_weighed(number, told, total, known), text, figure, known)
        if not one.surely and number not in hinted:
            continue
        if number in others and not (one.own or one.like):
            continue
        is_led = number in named and not (one.surely and number in reached)
        if is_led and not _tells(one, text, figure, known):
            continue
        goes_on = number in hints.before and total - one.weight < known.strange / 2
        goes_on = goes_on or figure >= levels.NEAR_FIGURED
        goes_on = goes_on or (figure > 0 and _tells_nearly(one, levels.SOME_SHARE))
        if _is_meant(one, signs, text, hints, known, goes_on=goes_on):
            found.append((number in signs.cited, one))
        elif number in signs.near and not hints.cited and _is_beside(one, text, known):
            found.append((False, one._replace(is_aside=True)))
    if any(one.subject in signs.near for _, one in found):
        found = [
            (cited, one)
            for cited, one in found
            if not one.figure or one.subject in hinted
        ]
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

    def told(self, one: About, text: str, figure: float, known: Known) -> About:
        """An entry with what tells that a sentence speaks of it."""
        number = one.subject
        by_words = number in self.close or _is_sure(one, text, known)
        by_figure = not by_words and _is_figured(one, text, figure, known)
        return About(
            *(number, one.weight, one.share),
            surely=by_words or by_figure,
            versions=self.versions.get(number, ()),
            own=number in self.same,
            like=self.likes.get(number, ""),
            figure=figure if by_figure else 0.0,
        )


def _signs(
    text: str, said: Sequence[str], hints: Hints, strangers: int, known: Known
) -> _Signs:
    may_be_same = strangers <= repeating.STRANGERS
    repeats = meets(said, known.runs)
    return _Signs(
        repeating.word_for_word(text, known) if may_be_same else (),
        repeating.but_for_numbers(text, said, known) if may_be_same else {},
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
    is_near = goes_on or (one.weight >= levels.NEAR and one.share >= levels.NEAR_SHARE)
    if not is_near and _tells_nearly(one, levels.NEARLY_SHARE):
        is_near = any(map(tells, numerals(text)))
    return one.subject in signs.near and is_near and not hints.cited


def _tells_nearly(one: About, least_share: float) -> bool:
    return one.weight >= levels.NEARLY and one.share >= least_share


def _is_beside(one: About, text: str, known: Known) -> bool:
    """Whether a sentence tells who was studied, beside the source of an entry."""
    return tells_of_study(text, known.subjects[one.subject], one.weight, one.share)


def _tells(one: About, text: str, figure: float, known: Known) -> bool:
    """Whether a source that is named alone is meant: its numbers are told, if any are."""
    has_told = figure > 0 or reaching.has_told(text, one.subject, known)
    return one.weight >= levels.CITED and has_told


def _weighed(number: int, told: Set[str], total: float, known: Known) -> About:
    shared = told & known.subjects[number].topic
    weight = sum(known.weights[one] for one in shared)
    return About(number, weight, weight / total if total else 0.0, surely=False)


def _is_of_cited(one: About, text: str, hints: Hints, known: Known) -> bool:
    """Whether a sentence that cites the source of an entry speaks of that entry."""
    enough = one.weight >= levels.CITED or one.share >= levels.CITED_SHARE
    if enough or one.subject in hints.before:
        return True
    return has_number(text, known.subjects[one.subject])


def _is_sure(one: About, text: str, known: Known) -> bool:
    if one.weight >= levels.ALONE and one.share >= levels.ALONE_SHARE:
        return True
    if one.weight >= levels.ALL and one.share >= levels.ALL_SHARE:
        return True
    if one.weight >= levels.NAMED and one.share >= levels.NAMED_SHARE:
        return _counted(text, one, known) or bool(_named(text, one, _RARE_NAME, known))
    if one.weight >= levels.PLACED and one.share >= levels.PLACED_SHARE:
        return bool(_named(places.without_countries(text), one, OWN_NAME, known))
    return False


def _is_figured(one: About, text: str, figure: float, known: Known) -> bool:
    """Whether the figures of a sentence tell that it speaks of the entry."""
    if not figure or one.weight < levels.FIGURED or one.share < levels.FIGURED_SHARE:
        return False
    shared = known.subjects[one.subject].topic.intersection(stems(text))
    if len(shared) < _FEW and one.share < levels.ALL_SHARE:
        return False
    names = {
        stem(word)
        for name in _named(text, one, _RARE_NAME, known)
        for word in words(name)
    }
    named = sum(known.weights[name] for name in names if name in known.weights)
    return one.weight + figure + named >= levels.TOGETHER


def _counted(text: str, one: About, known: Known) -> bool:
    """Whether a count is that of the entry and of few others."""
    counts = known.subjects[one.subject].counts
    return any(count in counts for count in reaching.counts(text))


def _named(text: str, one: About, most: int, known: Known) -> list[str]:
    """The names of a sentence that the entry has, and few others."""
    names = known.subjects[one.subject].names
    return [
        name
        for name in NAME.findall(text)
        if any(
            of in names and 0 < len(known.by_stem.get(of, ())) <= most
            for of in map(stem, words(name))
        )
    ]


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
    most = max(one.weight + one.figure for one in ranked)
    kept = []
    for one in ranked:
        source = known.subjects[one.subject].source
        if one.weight < BESIDE * best.setdefault(source, one.weight):
            continue
        if not one.figure or one.weight + one.figure >= _BESIDE_FIGURED * most:
            kept.append(one)
    return kept
