"""The whole of what was loaded: entries with their places, sources, sectors, outcomes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from relcase.domain.evidence import Entry, Outcome, Sector, Statistic
from relcase.domain.problem import Finding, Severity, Step
from relcase.domain.reference import Reference


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry, the store it belongs to, and its place in that store's files."""

    entry: Entry
    store: str
    file: str
    steps: tuple[Step, ...]

    def finding(
        self,
        rule: str,
        severity: Severity,
        message: str,
        *at: Step,
        hint: str | None = None,
    ) -> Finding:
        """A finding about this entry, at the field that ``at`` leads to."""
        return Finding(self.file, (*self.steps, *at), rule, severity, message, hint)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What one entry is judged against: the sources, sectors and ids there are, the day."""

    references: Mapping[str, Reference]
    sectors: Mapping[str, Sector]
    outcomes: Mapping[str, Outcome]
    today: date


Judge = Callable[[Placed, Surroundings], Iterable[Finding]]
"""The errors of one entry; any keeps it out of every answer."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Every valid entry of the stores in force, and the sources they cite.

    ``placed`` is in stored order and may hold an id twice (rule S08 says so); the
    later store wins over the earlier, and within one store the first entry wins.
    """

    placed: tuple[Placed, ...]
    references: Mapping[str, Reference]
    sectors: Mapping[str, Sector]
    outcomes: Mapping[str, Outcome]
    redefined: tuple[Reference, ...] = ()
    """Sources that take the key of another work in an earlier store."""

    @property
    def in_force(self) -> list[Statistic]:
        """The statistics that answer: of one id the later store's, and there the first."""
        found: dict[str, tuple[str, Statistic]] = {}
        for placed, statistic in self.statistics:
            kept = found.get(statistic.id)
            if kept is None or kept[0] != placed.store:
                found[statistic.id] = (placed.store, statistic)
        return [statistic for _, statistic in found.values()]

    @property
    def statistics(self) -> Iterator[tuple[Placed, Statistic]]:
        """The statistics with their places."""
        for placed in self.placed:
            if isinstance(placed.entry, Statistic):
                yield placed, placed.entry
