"""What a plan is judged beside: the entries that it names, and what else there is."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from relcase.domain.answer import Otherwise
from relcase.domain.evidence import Entry, Statistic
from relcase.domain.plan import Plan, Section
from relcase.domain.problem import Finding, Severity, Step
from relcase.domain.vocabulary import Certainty


class Shelf(NamedTuple):
    """The stores, as far as a plan needs them."""

    entries: Mapping[str, Entry]
    """Those entries of the plan that the stores hold, by id."""
    certainties: Mapping[str, Certainty]
    """The certainty of those that are statistics."""
    ids: Collection[str]
    """Every id there is, for a word that is near."""
    sectors: Collection[str]
    outcomes: Collection[str]
    otherwise: Sequence[Otherwise]
    """What the stores hold that found something else than the plan's statistics."""
    file: str
    today: date

    def finding(
        self,
        rule: str,
        severity: Severity,
        message: str,
        *at: Step,
        hint: str | None = None,
    ) -> Finding:
        """A finding about the plan, at the value that ``at`` leads to."""
        return Finding(self.file, at, rule, severity, message, hint)

    def statistics(self, plan: Plan) -> list[Statistic]:
        """The statistics of the plan, each once, as far as they are known."""
        held = (self.entries.get(one) for one in plan.ids)
        return [one for one in held if isinstance(one, Statistic)]


class Named(NamedTuple):
    """One place of a plan that names an entry."""

    section: Section
    id: str
    at: tuple[Step, ...]


def named(plan: Plan) -> Iterator[Named]:
    """Every place that names an entry, in the order of the plan."""
    for number, section in enumerate(plan.sections):
        for place, entry in enumerate(section.entries):
            yield Named(section, entry, ("sections", number, "entries", place))
