"""What the stores know that a sentence of a report can be recognised by and held against.

Everything here is computed once for the stores as they are, in time linear in their size;
``keeping`` turns it into plain data and back, so that it can be kept.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import log
from typing import NamedTuple, TypeVar

from relcase.domain.report.citations.naming import Naming
from relcase.domain.report.citations.sources import Sources
from relcase.domain.report.knowledge.subjects import Subject
from relcase.domain.report.knowledge.values import Values, values_of
from relcase.domain.report.knowledge.weighing import Lanes, Masks
from relcase.domain.report.words.likeness import FEWEST, HEAD, bare, shingles, skeleton
from relcase.domain.report.words.masking import masked
from relcase.domain.report.words.splitting import sentences
from relcase.domain.wording.numerals import numerals

Name = TypeVar("Name")
Value = TypeVar("Value")

_MOST_LANES = 2000
"""Up to how many entries a word is weighed for all of them at once."""
OWN_NAME = 2
"""How many entries may have a name that nearly tells by itself."""
SHAPED = 7
"""Words, numbers included, that a sentence must have to be known by its shape."""


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
    signs: frozenset[tuple[str, ...]] = frozenset()
    """Of each of our own sentences a run of words that few others have, and all runs of
    the shortest popular versions."""
    values: Values = field(default_factory=Values)
    """The numbers that are told of the statistics."""

    @classmethod
    def of(cls, subjects: Sequence[Subject], sources: Sources) -> "Known":
        """What the entries of the stores say, indexed."""
        ours = list(_ours(subjects))
        return cls(
            tuple(subjects),
            sources,
            grouped((one.source, number) for number, one in enumerate(subjects)),
            grouped(
                (stem, at) for at, one in enumerate(subjects) for stem in one.topic
            ),
            grouped(
                (told, at) for at, one in enumerate(subjects) for told in one.counts
            ),
            grouped(_said(subjects)),
            grouped(_told(subjects)),
            grouped((bare(one.plain), one.subject) for one in ours),
            grouped(_shapes(ours)),
            frozenset(_signs(subjects, ours)),
            Values(
                (*value, number)
                for number, one in enumerate(subjects)
                if one.statistic
                for value in values_of(one.facts)
            ),
        )

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """How much a stem tells of the subject: the fewer entries have it, the more."""
        total = len(self.subjects) + 1
        return {one: log(total / len(held)) for one, held in self.by_stem.items()}

    @cached_property
    def masks(self) -> Masks:
        """For each stem, a bit for each entry that has it."""
        return Masks(self.by_stem)

    @cached_property
    def lanes(self) -> Lanes | None:
        """The weights of stems, for all entries at once; ``None`` in a large store."""
        if len(self.subjects) > _MOST_LANES:
            return None
        return Lanes(self.by_stem, self.weights, len(self.subjects), self.strange)

    @cached_property
    def signs_and_runs(self) -> frozenset[tuple[str, ...]]:
        """The signs, and every run of words of our sentences and of popular versions."""
        return self.runs | self.signs

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Every run of words of our sentences and of popular versions."""
        return frozenset((*self.by_run, *self.by_said))

    @cached_property
    def naming(self) -> Naming:
        """The sources, by the names that running text has of them."""
        return Naming(self.sources)

    @cached_property
    def own_names(self) -> frozenset[str]:
        """The stems of names that hardly another entry has."""
        names = {name for one in self.subjects for name in one.names}
        return frozenset(
            one for one in names if 0 < len(self.by_stem.get(one, ())) <= OWN_NAME
        )

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


def grouped(pairs: Iterable[tuple[Name, Value]]) -> dict[Name, tuple[Value, ...]]:
    """All that each name leads to, once and in order."""
    found: dict[Name, dict[Value, None]] = {}
    for name, value in pairs:
        found.setdefault(name, {})[value] = None
    return {name: tuple(values) for name, values in found.items()}


class _Ours(NamedTuple):
    """A sentence that the record of an entry allows."""

    subject: int
    sentence: str
    plain: str
    """Without what looks like a number and is none."""
    shape: str
    """Its words, with a sign for each number."""


def _ours(subjects: Sequence[Subject]) -> Iterator[_Ours]:
    for number, subject in enumerate(subjects):
        for sentence in _each_sentence(subject.own):
            plain = masked(sentence)
            yield _Ours(number, sentence, plain, skeleton(plain, numerals(plain)))


def _signs(
    subjects: Sequence[Subject], ours: Iterable[_Ours]
) -> Iterator[tuple[str, ...]]:
    for one in ours:
        yield from _sign(one)
    for subject in subjects:
        for said in subject.said:
            runs = set(shingles(said.words))
            if len(runs) < FEWEST:
                yield from runs


def _sign(one: _Ours) -> Sequence[tuple[str, ...]]:
    """The longest run of words between numbers: long words are rare.

    What is the same but for its numbers has it as well.
    """
    between = [run for part in one.shape.split("#") for run in shingles(part)]
    longest = max(between, key=lambda run: len("".join(run)), default=None)
    return [longest] if longest else shingles(one.plain)[:1]


def _shapes(ours: Iterable[_Ours]) -> Iterator[tuple[str, tuple[int, str]]]:
    """The shapes of the sentences that have numbers, and are long enough to be known."""
    for one in ours:
        if "#" in one.shape and len(one.shape.split()) >= SHAPED:
            yield one.shape, (one.subject, one.sentence)


def _told(
    subjects: Sequence[Subject],
) -> Iterator[tuple[tuple[str, ...], tuple[int, int]]]:
    """The runs of words of the sentences that say what was found."""
    for number, subject in enumerate(subjects):
        for place, sentence in enumerate(_each_sentence(subject.told)):
            for run in shingles(sentence):
                yield run, (number, place)


def _said(
    subjects: Sequence[Subject],
) -> Iterator[tuple[tuple[str, ...], tuple[int, int]]]:
    """The runs of words of the popular versions."""
    for number, subject in enumerate(subjects):
        for version, said in enumerate(subject.said):
            for run in shingles(said.words):
                yield run, (number, version)


def _each_sentence(texts: Iterable[str]) -> Iterator[str]:
    for text in dict.fromkeys(texts):
        spans = sentences(text)
        for one in spans:
            yield text[one.start : one.end]
        if len(spans) > 1:
            yield text
