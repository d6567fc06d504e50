"""What the stores know that a sentence of a report can be recognised by and held against.

Everything here is computed once for the stores as they are, in time linear in their size;
``keeping`` turns it into plain data and back, so that it can be kept.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import ceil, log
from typing import NamedTuple, TypeVar

from relcase.domain import absolute, large_number
from relcase.domain.alone import plain_label
from relcase.domain.amounts import interval, large, worded
from relcase.domain.conversions import e_values
from relcase.domain.evidence import Entry, Said, Statistic
from relcase.domain.report.masking import masked
from relcase.domain.report.sources import Sources
from relcase.domain.report.splitting import folded, sentences, stem, stems, words
from relcase.domain.vocabulary import Certainty
from relcase.domain.wording.facts import Facts
from relcase.domain.wording.numerals import Numeral, numerals

Name = TypeVar("Name")
Value = TypeVar("Value")

SHINGLE = 3
"""How many words in a row are looked for when a sentence is compared with another."""
_NAME = re.compile(r"(?<![.!?:“‘\"] )(?<!^)\b[^\W\d_a-z][\w’'-]{2,}")
HEAD = 8
"""How many letters tell at a glance that a sentence cannot be one of ours."""
_FINE, _MOST_LANES = 4, 2000
"""Parts of a weight that are told apart at a glance, and up to how many entries."""
_SHAPED = 7
"""Words, numbers included, that a sentence must have to be known by its shape."""
_LEAST_COUNT = 13
_ROUND_COUNTS = frozenset({50, 100, 200, 500, 1000, 10_000, 100_000, 1_000_000})


class Topic(NamedTuple):
    """What an entry is recognised by."""

    stems: frozenset[str]
    """The stems of the words that it is about."""
    names: frozenset[str]
    """The stems of the names of places, people and programmes in it."""
    counts: frozenset[float]
    """The counts that few other studies share: so many people, so many studies."""


@dataclass(frozen=True)
class Subject:
    """An entry that a sentence may speak of, read when it is asked for."""

    id: str
    source: str
    """The key of its source."""
    read: Callable[[], Entry]
    certainty: Certainty | None = None
    short: str = ""
    """The sentence that it allows, to say."""
    long: str = ""
    kept: Topic | None = None
    """What it is recognised by, where that is at hand."""

    @cached_property
    def entry(self) -> Entry:
        """The whole entry."""
        return self.read()

    @property
    def topic(self) -> frozenset[str]:
        """The stems of the words that it is about."""
        return self.recognised.stems

    @property
    def names(self) -> frozenset[str]:
        """The stems of the names of places, people and programmes in it."""
        return self.recognised.names

    @property
    def counts(self) -> frozenset[float]:
        """The counts that few other studies share: so many people, so many studies."""
        return self.recognised.counts

    @cached_property
    def recognised(self) -> Topic:
        """What it is recognised by."""
        return self.kept or Topic(_topic(self), _names(self), _counts(self))

    @cached_property
    def statistic(self) -> Statistic | None:
        """The entry, if it is a statistic: the only kind whose numbers can be wrong."""
        return self.entry if isinstance(self.entry, Statistic) else None

    @cached_property
    def facts(self) -> Facts:
        """What its record says; of statistics alone."""
        assert isinstance(self.entry, Statistic)
        return Facts(self.entry)

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The sentences that the record allows, in the record's words."""
        return tuple(_own(self.entry, (self.short, self.long)))

    @cached_property
    def told(self) -> tuple[str, ...]:
        """Those of them that say what was found."""
        claim = getattr(self.entry, "claim", "")
        better = (one.better for one in self.said)
        told = (self.entry.headline, claim, self.short, self.long, *better)
        return tuple(one for one in told if one)

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """The popular versions on record."""
        return self.statistic.said if self.statistic else ()

    @cached_property
    def numbers(self) -> tuple[Numeral, ...]:
        """The numbers in its own sentences."""
        return tuple(one for text in self.own for one in numerals(masked(text)))

    @property
    def honest(self) -> str:
        """What can be said instead, in a sentence or two."""
        return self.short or self.entry.headline


def _topic(subject: Subject) -> frozenset[str]:
    told = [*subject.own, *(one.words for one in subject.said)]
    if subject.statistic:
        told += _described(subject.statistic)
    else:
        told.append(str(getattr(subject.entry, "place", "") or ""))
    return frozenset(one for text in told for one in stems(text))


def _names(subject: Subject) -> frozenset[str]:
    told = [*subject.own, getattr(subject.entry, "place", None) or ""]
    if subject.statistic:
        told += [subject.statistic.population, subject.statistic.exposure or ""]
    found = (match[0] for text in told for match in _NAME.finditer(text))
    return frozenset(stem(word) for one in found for word in words(one))


def _counts(subject: Subject) -> frozenset[float]:
    sample = subject.statistic.sample if subject.statistic else None
    if sample is None:
        return frozenset()
    given = (sample.participants, sample.studies)
    return frozenset(
        float(one)
        for one in given
        if one and one >= _LEAST_COUNT and one not in _ROUND_COUNTS
    )


def _own(entry: Entry, made: Sequence[str]) -> Iterator[str]:
    yield entry.headline
    yield from entry.caveats
    for name in ("claim", "text", "no_figure", "design_note", "heterogeneity"):
        if told := getattr(entry, name, None):
            yield str(told)
    yield from (one.note for one in entry.see_also if one.note)
    if isinstance(entry, Statistic):
        yield from (one.better for one in entry.said)
        yield from (one.label for one in entry.figures)
        yield from (plain_label(one) for one in entry.figures)
        yield from (one.note for one in entry.figures if one.note)
        for one in entry.figures:
            yield f"Figure: {worded(one)}; {one.label}."
            yield f"Figure: {worded(one)}; {plain_label(one)}."
        yield from (f"{one.label} ({interval(one)})" for one in entry.figures)
        yield from _on_a_slide(entry)
        yield from _answers(entry)
    yield from (one for one in made if one)


def _answers(statistic: Statistic) -> Iterator[str]:
    """What a sceptic is answered about the size of its lead figure."""
    lead = statistic.lead
    if lead is None:
        return
    yield f"{worded(lead)}: {lead.label}."
    for one in absolute.illustrative(lead):
        yield f"As an illustration, not from the study: {absolute.in_words(one)}."
    if pair := absolute.of_statistic(statistic):
        yield f"{lead.outcome or statistic.outcome}: {large_number.in_words(pair, lead)}."
    if statistic.claim_type == "association" and (found := e_values(lead)):
        yield absolute.e_value_in_words(found)


def _on_a_slide(statistic: Statistic) -> Iterator[str]:
    """The lines in which a slide tells its number."""
    number = large_number.of_statistic(statistic)
    if number is None:
        return
    yield f"{number.large} {number.of}"
    if number.other:
        yield f"{number.other} {number.other_of}".rstrip()
    yield number.label
    for one in statistic.figures:
        if one.group:
            yield f"{one.group} {large(one)}"
        if one.reference_group and one.reference_value:
            other = replace(one, estimate=one.reference_value)
            yield f"{one.reference_group} {large(other)}"


def _described(statistic: Statistic) -> Iterator[str]:
    yield from (statistic.outcome, statistic.population, statistic.comparator.text)
    yield from (one or "" for one in (statistic.exposure, statistic.place))
    for figure in statistic.figures:
        yield figure.label
        yield from (one or "" for one in (figure.outcome, figure.group))


def skeleton(text: str, found: Sequence[Numeral]) -> str:
    """A sentence without its numbers and its punctuation, to see if two are the same."""
    parts, at = [], 0
    for one in found:
        parts.append(text[at : one.start])
        at = one.end
    parts.append(text[at:])
    return " # ".join(" ".join(words(part)) for part in parts).strip()


def shingles(text: str) -> list[tuple[str, ...]]:
    """Every three words in a row, numbers left out."""
    found = words(text)
    return list(zip(*(found[at:] for at in range(SHINGLE)), strict=False))


def meets(text: str, runs: frozenset[tuple[str, ...]]) -> bool:
    """Whether a text has any of some runs of words."""
    found = words(text)
    return not runs.isdisjoint(zip(found, found[1:], found[2:], strict=False))


def bare(text: str) -> str:
    """Letters and digits alone, to see if two sentences are the same."""
    return re.sub(r"[\W_]+", "", folded(text))


@dataclass(frozen=True)
class Known:
    """The entries and sources of the stores, with what finds them."""

    subjects: tuple[Subject, ...]
    sources: Sources
    by_source: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    by_stem: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    by_count: Mapping[float, tuple[int, ...]] = field(default_factory=dict)
    by_said: Mapping[tuple[str, ...], tuple[tuple[int, int], ...]] = field(
        default_factory=dict
    )
    by_run: Mapping[tuple[str, ...], tuple[tuple[int, int], ...]] = field(
        default_factory=dict
    )
    """The sentences of ours that have a run of words."""
    by_own: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    by_skeleton: Mapping[str, tuple[tuple[int, str], ...]] = field(default_factory=dict)
    openings: frozenset[tuple[str, ...]] = frozenset()
    """The runs of words with which our own sentences begin."""

    @classmethod
    def of(cls, subjects: Sequence[Subject], sources: Sources) -> "Known":
        """What the entries of the stores say, indexed."""
        by_source: dict[str, list[int]] = {}
        by_stem: dict[str, list[int]] = {}
        by_count: dict[float, list[int]] = {}
        by_said: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        by_run: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        by_own: dict[str, list[int]] = {}
        by_skeleton: dict[str, list[tuple[int, str]]] = {}
        openings: set[tuple[str, ...]] = set()
        for number, subject in enumerate(subjects):
            by_source.setdefault(subject.source, []).append(number)
            for one in subject.topic:
                by_stem.setdefault(one, []).append(number)
            for count in subject.counts:
                by_count.setdefault(count, []).append(number)
            for version, said in enumerate(subject.said):
                for shingle in set(shingles(said.words)):
                    by_said.setdefault(shingle, []).append((number, version))
            for place, sentence in enumerate(_each_sentence(subject.told)):
                for shingle in set(shingles(sentence)):
                    by_run.setdefault(shingle, []).append((number, place))
            for sentence in _each_sentence(subject.own):
                plain = masked(sentence)
                openings.update(shingles(plain)[:1])
                by_own.setdefault(bare(plain), []).append(number)
                shape = skeleton(plain, numerals(plain))
                if "#" in shape and len(shape.split()) >= _SHAPED:
                    by_skeleton.setdefault(shape, []).append((number, sentence))
        return cls(
            tuple(subjects),
            sources,
            _frozen(by_source),
            _frozen(by_stem),
            _frozen(by_count),
            _frozen(by_said),
            _frozen(by_run),
            _frozen(by_own),
            _frozen(by_skeleton),
            frozenset(openings),
        )

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """How much a stem tells of the subject: the fewer entries have it, the more."""
        total = len(self.subjects) + 1
        return {one: log(total / len(held)) for one, held in self.by_stem.items()}

    @cached_property
    def masks(self) -> "Masks":
        """For each stem, a bit for each entry that has it."""
        return Masks(self.by_stem)

    @cached_property
    def lanes(self) -> "Lanes | None":
        """The weights of stems, for all entries at once; ``None`` in a large store."""
        return Lanes(self) if len(self.subjects) <= _MOST_LANES else None

    @cached_property
    def begun(self) -> frozenset[tuple[str, ...]]:
        """Every run of words that a passage with a sentence of ours has one of."""
        return self.runs | self.openings

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Every run of words of our sentences and of popular versions."""
        return frozenset((*self.by_run, *self.by_said))

    @cached_property
    def heads(self) -> frozenset[str]:
        """The first letters of our own sentences."""
        return frozenset(one[:HEAD] for one in self.by_own)

    @cached_property
    def shape_words(self) -> frozenset[str]:
        """The words of the sentences that are known by their shape."""
        return frozenset(one for shape in self.by_skeleton for one in shape.split())

    @cached_property
    def strange(self) -> float:
        """The weight of a word that no entry has."""
        return log(len(self.subjects) + 1)

    @cached_property
    def shared(self) -> int:
        """How many entries may share a stem for it to lead to any of them."""
        return max(12, len(self.subjects) // 10)


class Masks(dict[str, int]):
    """Sets of entries as numbers, a bit for each entry; made when first asked for."""

    def __init__(self, held: Mapping[str, Sequence[int]]) -> None:
        super().__init__()
        self.held = held

    def __missing__(self, stem: str) -> int:
        made = sum(1 << one for one in self.held.get(stem, ()))
        self[stem] = made
        return made


class Lanes(dict[str, int]):
    """For each stem, its weight beside every entry that has it, in one number.

    An entry has sixteen bits of it. To add such numbers is to add up the weights of
    some stems for all entries at once.
    """

    def __init__(self, known: Known) -> None:
        super().__init__()
        self.known = known
        self._high = sum(0x8000 << (16 * one) for one in range(len(known.subjects)))

    def __missing__(self, stem: str) -> int:
        weight = ceil(_FINE * self.known.weights.get(stem, 0))
        held = self.known.by_stem.get(stem, ())
        made = sum(weight << (16 * one) for one in held)
        self[stem] = made
        return made

    def any_reaches(self, stems: Collection[str], least: float) -> bool:
        """Whether for any entry the weights of its stems among these can be so much."""
        if len(stems) * _FINE * (self.known.strange + 1) >= 0x4000:
            return True
        room = (self._high >> 15) * (0x8000 - int(_FINE * least))
        return bool((sum(map(self.__getitem__, stems)) + room) & self._high)


def _each_sentence(texts: Iterable[str]) -> Iterator[str]:
    for text in dict.fromkeys(texts):
        spans = sentences(text)
        for one in spans:
            yield text[one.start : one.end]
        if len(spans) > 1:
            yield text


def _frozen(
    lists: Mapping[Name, list[Value]],
) -> dict[Name, tuple[Value, ...]]:
    return {name: tuple(dict.fromkeys(held)) for name, held in lists.items()}
