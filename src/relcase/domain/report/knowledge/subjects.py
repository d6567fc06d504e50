"""An entry of the stores that a sentence of a report may speak of, and what tells so."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from relcase.domain.evidence import Entry, Said, Statistic
from relcase.domain.report.knowledge.own_words import own_words
from relcase.domain.report.words.masking import masked
from relcase.domain.report.words.splitting import stem, stems, words
from relcase.domain.vocabulary import Certainty
from relcase.domain.wording import rules
from relcase.domain.wording.facts import Facts
from relcase.domain.wording.numerals import Numeral, numerals

_NAME = re.compile(r"(?<![.!?:“‘\"] )(?<!^)\b[^\W\d_a-z][\w’'-]{2,}")
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
        return tuple(own_words(self.entry, (self.short, self.long)))

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

    def usual(self, sentence: str) -> frozenset[str]:
        """The rules of wording that one of its own sentences breaks."""
        if sentence not in self._usual:
            found = rules.judged(sentence, self.facts, self.certainty)
            self._usual[sentence] = frozenset(one.rule for one in found)
        return self._usual[sentence]

    @cached_property
    def _usual(self) -> dict[str, frozenset[str]]:
        """The same, of every sentence that was asked for."""
        return {}

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


def _described(statistic: Statistic) -> Iterator[str]:
    yield from (statistic.outcome, statistic.population, statistic.comparator.text)
    yield from (one or "" for one in (statistic.exposure, statistic.place))
    for figure in statistic.figures:
        yield figure.label
        yield from (one or "" for one in (figure.outcome, figure.group))
