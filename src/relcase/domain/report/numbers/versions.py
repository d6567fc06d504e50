"""Popular versions on record, and where a sentence repeats them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from relcase.domain.evidence import Said, SaidProblem
from relcase.domain.wording.numerals import Numeral, numerals
from relcase.domain.wording.tracing import within

_ANY_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Version(NamedTuple):
    """A popular version on record, and from where to where a sentence repeats it."""

    said: Said
    start: int
    end: int
    mended: frozenset[str] = frozenset()
    """The rules that the version breaks, and the sentence does not."""

    @property
    def rule(self) -> str:
        """The first rule that it breaks."""
        return next((one.rule for one in self.problems), "M08")

    @property
    def faults(self) -> str:
        """What is wrong with it, as recorded."""
        return " ".join(one.message for one in self.problems)

    @property
    def problems(self) -> Sequence[SaidProblem]:
        """What the record says is wrong with it, and is so in the sentence."""
        found = [one for one in self.said.problems if one.rule not in self.mended]
        return found or self.said.problems

    def has(self, numeral: Numeral) -> bool:
        """Whether a number of the sentence stands in it."""
        return self.start < numeral.end and numeral.start < self.end

    def repeats(self, numeral: Numeral) -> bool:
        """Whether the version has this number."""
        return any(within(one, numeral.value) for one in numerals(self.said.words))


def repeated(said: Said, text: str) -> Version:
    """A popular version with its place in a text that repeats it.

    It is from the first to the last run of words that they share. A number with which
    the version ends may stand behind the last: "by up to 51%".
    """
    wanted = {run for run, _, _ in _runs_with_places(said.words)}
    found = [one for one in _runs_with_places(text) if one[0] in wanted]
    if not found:
        return Version(said, 0, len(text))
    start, end = found[0][1], found[-1][2]
    behind = [one for one in numerals(text) if one.start >= end]
    if behind and said.words.rstrip(".").endswith(behind[0].text):
        end = behind[0].end
    return Version(said, start, end)


def _runs_with_places(text: str) -> list[tuple[tuple[str, ...], int, int]]:
    found = list(_ANY_WORD.finditer(text))
    return [
        (
            tuple(one[0].casefold().replace("’", "'") for one in found[at : at + 3]),
            found[at].start(),
            found[at + 2].end(),
        )
        for at in range(len(found) - 2)
    ]
