"""What comes of holding a sentence against an entry: its numbers with their verdicts."""

from typing import NamedTuple

from relcase.domain.report.attribution.about import About
from relcase.domain.report.knowledge.subjects import Subject
from relcase.domain.report.numbers.versions import Version
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.wrong import Wrong


class Judged(NamedTuple):
    """A number with its verdict; ``fault`` says what is wrong."""

    numeral: Numeral
    verdict: str
    rule: str = ""
    advice: str = ""
    instead: str | None = None


class Trial(NamedTuple):
    """A sentence held against one entry: its numbers, and what else is wrong with it."""

    subject: Subject
    about: About
    numbers: tuple[Judged, ...]
    wrongs: tuple[Wrong, ...]
    """What is wrong and belongs to no number."""
    versions: tuple[Version, ...] = ()
    """The popular versions that the sentence repeats."""
    found: tuple[Wrong, ...] = ()
    """All that is wrong, with what belongs to a number."""

    @property
    def explained(self) -> int:
        """How many numbers the entry has."""
        return sum(one.verdict in ("matches", "misworded") for one in self.numbers)

    @property
    def faults(self) -> int:
        """How many things are wrong."""
        return len(self.wrongs) + sum(
            one.verdict in ("differs", "misworded") for one in self.numbers
        )
