"""The six kinds of entry, field for field as ``evidence.yaml`` holds them.

Plain frozen dataclasses: the store validates them from outside with pydantic and
refuses fields that are not here. Numbers that a source prints are strings, because
``1.50`` and ``1.5`` say different things about rounding. A field that the record
leaves out is ``None`` or empty: unknown is never filled in.
"""

from dataclasses import dataclass
from typing import ClassVar

from relcase.domain.vocabulary import (
    ClaimType,
    ComparatorKind,
    Design,
    Direction,
    Kind,
    Measure,
    Polarity,
    PublicationBias,
    Relation,
    RiskOfBias,
    Role,
    Stance,
    Status,
    Use,
    Verified,
)


class Closed:
    """Mark for the validator at the door: a field that is not named here is a mistake."""

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Closed):
    """Where an entry comes from: a BibTeX key, and where in that work."""

    key: str
    locator: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification(Closed):
    """How far the source was read by us, when, on which page, and what was not read."""

    level: Verified
    on: str
    url: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeAlso(Closed):
    """Another source that bears on the entry, and how."""

    key: str
    relation: Relation
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Closed):
    """What every kind of entry has."""

    kind: ClassVar[Kind]

    id: str
    headline: str
    sectors: tuple[str, ...]
    source: Source
    verification: Verification
    caveats: tuple[str, ...] = ()
    status: Status = "active"
    review_by: str | None = None
    see_also: tuple[SeeAlso, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline(Closed):
    """The risk in the reference group, between 0 and 1, that a ratio may be applied to."""

    risk: str
    group: str | None = None
    source: str | None = None
    assumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Closed):
    """One number as the source prints it, with its interval and its groups."""

    label: str
    measure: Measure
    estimate: str | None
    low: str | None = None
    high: str | None = None
    level: str | None = None
    p: str | None = None
    unit: str | None = None
    group: str | None = None
    reference_group: str | None = None
    reference_value: str | None = None
    denominator: str | None = None
    baseline: Baseline | None = None
    outcome: str | None = None
    polarity: Polarity | None = None
    role: Role = "result"
    direction: Direction | None = None
    derived: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparator(Closed):
    """What the figure is compared with, and where."""

    text: str
    kind: ComparatorKind
    geography: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample(Closed):
    """People, studies, and studies that point the way of the claim."""

    participants: int | None = None
    studies: int | None = None
    studies_positive: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidProblem(Closed):
    """One thing wrong with a popular version: the rule it breaks, in words."""

    rule: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Closed):
    """A popular version of the claim: who says it, its words, what is wrong, what to say."""

    source: str | None
    words: str
    verbatim: bool
    problems: tuple[SaidProblem, ...]
    better: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic(Entry):
    """One assertion from one source; its first result with an estimate leads."""

    kind: ClassVar[Kind] = "statistic"

    claim: str
    text: str | None = None
    claim_type: ClaimType
    stance: Stance
    use: Use
    outcome: str
    outcomes: tuple[str, ...]
    exposure: str | None = None
    comparator: Comparator
    population: str
    place: str | None = None
    countries: tuple[str, ...] = ()
    period: str
    follow_up: str
    design: Design
    design_note: str | None = None
    sample: Sample | None = None
    figures: tuple[Figure, ...]
    no_figure: str | None = None
    heterogeneity: str | None = None
    risk_of_bias: RiskOfBias | None = None
    publication_bias: PublicationBias | None = None
    adjusted_for: tuple[str, ...] = ()
    do_not_say: tuple[str, ...] = ()
    said: tuple[Said, ...] = ()

    @property
    def lead(self) -> Figure | None:
        """The figure that stands for the statistic: its first result with an estimate."""
        for figure in self.figures:
            if figure.role == "result" and figure.estimate is not None:
                return figure
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Entry):
    """What relationship-centred work looks like in one place: an illustration."""

    kind: ClassVar[Kind] = "story"

    text: str
    organisation: str | None = None
    people: tuple[str, ...] = ()
    place: str | None = None
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Entry):
    """Somebody's own words, at most 25 of them."""

    kind: ClassVar[Kind] = "quote"

    text: str
    speaker: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Entry):
    """What a term means, in our words."""

    kind: ClassVar[Kind] = "definition"

    text: str
    term: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Barrier(Entry):
    """What stands in the way, and the actions that answer it."""

    kind: ClassVar[Kind] = "barrier"

    text: str
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Entry):
    """Something that can be done, and by whom."""

    kind: ClassVar[Kind] = "action"

    text: str
    who: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector(Closed):
    """A field of work an entry belongs to."""

    id: str
    name: str
    description: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Closed):
    """A thing that is measured, and whether more of it is good or bad."""

    id: str
    name: str
    polarity: Polarity


KIND_TYPES: dict[Kind, type[Entry]] = {
    "statistic": Statistic,
    "story": Story,
    "quote": Quote,
    "definition": Definition,
    "barrier": Barrier,
    "action": Action,
}
