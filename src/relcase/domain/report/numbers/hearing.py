"""One sentence before one statistic, read for all who judge it."""

import re
from dataclasses import dataclass
from functools import cached_property

from relcase.domain.evidence import Figure, Statistic
from relcase.domain.report.attribution.about import About
from relcase.domain.report.figures.counted import (
    COUNTS,
    Things,
    alike,
    claiming,
    counts_anything,
    is_counted_figure,
    is_same_range,
    things,
)
from relcase.domain.report.figures.exchanged import exchanged
from relcase.domain.report.figures.intervals import misplaced
from relcase.domain.report.figures.named import in_unit
from relcase.domain.report.figures.together import together
from relcase.domain.report.knowledge.known import Known
from relcase.domain.report.knowledge.subjects import Subject
from relcase.domain.report.numbers.versions import Version, repeated
from relcase.domain.report.words.splitting import stems
from relcase.domain.wording.facts import Facts
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import limit_stated, traces, within

RESULTS = frozenset({"percent", "share", "points", "times"})
"""The kinds of number that tell a result."""
_CLAUSE = re.compile(
    r"[;:]|,\s|\s[–—-]\s|\s(?:and|while|whereas|but|against|compared|than|versus|where)\s"
)


@dataclass(frozen=True)
class Hearing:
    """One sentence before one statistic."""

    text: str
    about: About
    subject: Subject
    known: Known

    @property
    def facts(self) -> Facts:
        """What the record says."""
        return self.subject.facts

    @property
    def statistic(self) -> Statistic:
        """The record."""
        return self.facts.statistic

    @cached_property
    def reading(self) -> Reading:
        """The sentence as the rules of wording read it."""
        return Reading(self.text, self.facts, self.subject.certainty)

    @cached_property
    def values(self) -> list[Numeral]:
        """The numbers of the sentence that claim something."""
        return claiming(self.reading.numerals, self.text, self._is_counted)

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """The popular versions that the sentence repeats as its own, and where."""
        found = [
            repeated(self.subject.said[one], self.text) for one in self.about.versions
        ]
        takes_back = self.reading.takes_back
        return tuple(
            one._replace(mended=self._mended(one))
            for one in found
            if not takes_back(one.start, one.end)
        )

    def _mended(self, version: Version) -> frozenset[str]:
        """The rule on limits, where a number has the limit that the record gives it."""
        stated = any(
            limit_stated(self.reading, one)
            for one in self.reading.numerals
            if one.hedge and version.has(one)
        )
        return frozenset({"M07"}) if stated else frozenset()

    @cached_property
    def misplaced(self) -> dict[int, str]:
        """What is wrong with numbers of another group, figure or time, by where they start."""
        return {
            **misplaced(self.reading, self.values),
            **exchanged(self.reading, self.values),
            **together(self.reading, self.values),
        }

    def clause(self, numeral: Numeral) -> frozenset[str]:
        """The stems of the clause in which a number stands."""
        ends = [one.start() for one in _CLAUSE.finditer(self.text)]
        start = max((one for one in ends if one < numeral.start), default=0)
        end = min((one for one in ends if one >= numeral.end), default=len(self.text))
        return frozenset(stems(self.text[start:end]))

    def others(self, numeral: Numeral) -> list[Numeral]:
        """The other numbers that claim something."""
        return [one for one in self.values if one is not numeral]

    def in_unit(self, numeral: Numeral) -> Figure | None:
        """The first figure that is told in the unit behind a number."""
        return in_unit(self.text, numeral, self.statistic.figures)

    def is_of_other_unit(self, numeral: Numeral) -> bool:
        """Whether a number stands before the unit of figures, and is of something else.

        "5 grades" where the record has 3 grades, and 5 in "age five" alone.
        """
        known = self.in_unit(numeral) if numeral.kind == "number" else None
        if (
            known is None
            or known.measure in COUNTS
            or counts_anything(known.unit or "")
        ):
            return False
        behind = self.text[numeral.end :]
        next_word = set(stems(behind.split(maxsplit=1)[0] if behind.strip() else ""))
        if behind[:1] != " " or not next_word & set(stems(known.unit or "")):
            return False
        printed = self.facts.printed
        if any(within(numeral, sign * one) for one in printed for sign in (1, -1)):
            return False
        same = alike(self.text, numeral, self.things)
        return not any(within(numeral, one.number) for one in same)

    def tells_result(self, numeral: Numeral) -> bool:
        """Whether a number tells a result, and not who was asked or for how long."""
        if numeral.kind in RESULTS or numeral.kind == "money":
            return True
        found = traces(self.reading, numeral)
        return any(one.figure and one.figure.role == "result" for one in found)

    @cached_property
    def things(self) -> tuple[Things, ...]:
        """What the record counts, in its words."""
        return things(self.facts)

    def _is_counted(self, numeral: Numeral) -> bool:
        if self.in_unit(numeral) is not None:
            return True
        if is_counted_figure(self.text, numeral, self.statistic.figures):
            return True
        if is_same_range(self.text, numeral, self.facts):
            return True
        same = alike(self.text, numeral, self.things)
        return any(one.number == numeral.value for one in same)
