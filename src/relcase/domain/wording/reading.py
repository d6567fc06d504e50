"""A sentence read once: its numbers, its clauses, and the record it is about."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from relcase.domain.evidence import Statistic
from relcase.domain.vocabulary import Certainty
from relcase.domain.wording.corrections import Span, inside, taken_back
from relcase.domain.wording.derived import Derived
from relcase.domain.wording.facts import Facts
from relcase.domain.wording.numerals import Numeral, numerals
from relcase.domain.wording.outcomes import turned
from relcase.domain.wording.phrases import pattern, plain

_BOUNDARY = re.compile(
    r"[;:]|\.(?=\s|$)|,?\s(?:but|(?<=,\s)yet|while|whereas|although|though)\s|\s–\s"
)
_UP = pattern("""
    higher/more/greater/likelier/longer/larger/better/above/extra/additional, up !to, rise/rises
    rose/rising/grew, climb*, soar*, jump*, swell*, increas*, rais*, boost*, gain*, improv*, lift*
""")
_DOWN = pattern("""
    lower*/less/fewer/smaller/shorter/down/fall/falls/fell/fallen/falling/cut/cuts/cutting/shrank
    below, drop*, reduc*, decreas*, declin*, slash*, halv*, plung*, tumbl*, slump*, dip/dips/dipped
""")
_STEP = re.compile(
    r"\b(?:per|for\s+(?:each|every)|with\s+(?:each|every))\s+(?:[a-z\d.,%]+[\s-]+){0,3}?"
    r"(?:rise|increase|gain|fall|drop|decrease|increment)\b"
)
"""By how much what was compared differed: "1.9% fewer per 0.2 rise in continuity"."""
_NEAR = 34
_FRONT = 60


@dataclass(frozen=True)
class Reading:
    """A sentence about a statistic."""

    sentence: str
    facts: Facts
    certainty: Certainty | None = None

    @property
    def statistic(self) -> Statistic:
        """The statistic that the sentence is about."""
        return self.facts.statistic

    @cached_property
    def lower(self) -> str:
        """The sentence in small letters, as the lists of phrases read it."""
        return plain(self.sentence)

    def words(self, match: re.Match[str]) -> str:
        """The words that a pattern found in the small letters, as they are written."""
        return self.sentence[match.start() : match.end()]

    @cached_property
    def numerals(self) -> tuple[Numeral, ...]:
        """The numbers of the sentence."""
        return numerals(self.sentence)

    @cached_property
    def _taken_back(self) -> tuple[Span, ...]:
        return taken_back(self.lower)

    def takes_back(self, start: int, end: int) -> bool:
        """Whether the sentence denies some of its words, or quotes them as wrong."""
        return inside(self._taken_back, start, end)

    @cached_property
    def clauses(self) -> tuple[tuple[int, int], ...]:
        """Where the clauses of the sentence start and end."""
        ends = [match.start() for match in _BOUNDARY.finditer(self.lower)]
        starts = [0, *ends]
        return tuple(zip(starts, [*ends, len(self.sentence)], strict=True))

    def clause(self, at: int) -> tuple[int, int]:
        """The clause that a place of the sentence is in."""
        for start, end in self.clauses:
            if start <= at <= end:
                return start, end
        return 0, len(self.sentence)

    @cached_property
    def traced(self) -> dict[int, tuple[Any, ...]]:
        """Where its numbers come from, by where they start, as far as asked for."""
        return {}

    @cached_property
    def contradicted(self) -> dict[Numeral, Derived | None]:
        """What in the record says the opposite of its numbers, as far as asked for."""
        return {}

    @cached_property
    def _sides(self) -> dict[Numeral, int]:
        """Which way its numbers point, as far as asked for."""
        return {}

    @cached_property
    def turned(self) -> bool:
        """Whether it names the opposite of what the main figure measures."""
        lead = self.facts.lead
        return lead is not None and turned(self.lower, lead, self.statistic)

    def side(self, numeral: Numeral) -> int:
        """Whether a number says more (1) or fewer (-1): 0 where no word near it tells.

        The word behind ("26% less") goes before the word in front ("fell by 26%"), and a
        minus sign before both.
        """
        known = self._sides.get(numeral)
        if known is None:
            known = self._sides[numeral] = self._side(numeral)
        return known

    def _side(self, numeral: Numeral) -> int:
        if numeral.text[0] in "−-":
            return -1
        start, end = self.clause(numeral.start)
        inside = _UP.search(numeral.text.lower()), _DOWN.search(numeral.text.lower())
        if any(inside):
            return 1 if inside[0] else -1
        behind = self.lower[numeral.end : min(end, numeral.end + _NEAR)]
        up, down = _UP.search(behind), _DOWN.search(behind)
        if up and down:
            return 1 if up.start() < down.start() else -1
        first = up or down
        if first and len(behind[: first.start()].split()) <= 1:
            return 1 if up else -1
        front = self.lower[
            max(start, numeral.hedge_start - _FRONT) : numeral.hedge_start
        ]
        front = _STEP.sub(" ", front)
        last_up, last_down = _last(_UP, front), _last(_DOWN, front)
        if last_up == last_down:
            return (up is not None) - (down is not None)
        return 1 if last_up > last_down else -1


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match of a pattern ends; -1 without one."""
    return max((match.end() for match in pattern.finditer(text)), default=-1)
