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
    """Citation key of the source, as in `references.bib`."""
    locator: str | None = None
    """Where in that work: a page, table or section."""
    quote: str | None = None
    """The words of the source that hold the number: at most 25, copied exactly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification(Closed):
    """How far the source was read by us, when, on which page, and what was not read."""

    level: Verified
    """How far we read the source itself."""
    on: str
    """Day of the reading, as `2026-01-31`."""
    url: str | None = None
    """Page it was read on."""
    note: str | None = None
    """What was read and what was not; the edition, when there is no page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeAlso(Closed):
    """Another source that bears on the entry, and how."""

    key: str
    """Citation key of the other source."""
    relation: Relation
    """What it is to this entry."""
    note: str | None = None
    """What it found, in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Closed):
    """What every kind of entry has."""

    kind: ClassVar[Kind]

    id: str
    """Name of the entry for good: `a-z`, `0-9` and single hyphens."""
    headline: str
    """At most 20 words; of a statistic a full sentence, safe to say alone."""
    sectors: tuple[str, ...]
    """Sectors it belongs to, by id; `[any]` for an entry that holds everywhere."""
    source: Source
    """Where it comes from."""
    verification: Verification
    """How far the source was read, when, and on which page."""
    caveats: tuple[str, ...] = ()
    """What a fair reader should know; the first, at most 25 words, is printed."""
    status: Status = "active"
    """Whether it is in use; what is not is listed with `--all` only."""
    review_by: str | None = None
    """Day by which somebody should look at the source again."""
    see_also: tuple[SeeAlso, ...] = ()
    """Other sources that bear on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline(Closed):
    """The risk in the reference group, between 0 and 1, that a ratio may be applied to."""

    risk: str
    """The stated risk in the reference group, between 0 and 1."""
    group: str | None = None
    """Whose risk it is."""
    source: str | None = None
    """Where the risk is stated."""
    assumed: bool = False
    """Whether the risk is assumed and not measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Closed):
    """One number as the source prints it, with its interval and its groups."""

    label: str
    """What the number measures, in words, with its unit."""
    measure: Measure
    """What kind of number it is."""
    estimate: str | None
    """The number as printed; `null` when the source gives only a direction."""
    low: str | None = None
    """Lower end of the interval."""
    high: str | None = None
    """Upper end of the interval."""
    level: str | None = None
    """Level of the interval in per cent, mostly `"95"`."""
    p: str | None = None
    """The p-value as printed: `"0.006"` or `"<0.001"`."""
    unit: str | None = None
    """What is counted, where the measure does not say it: `years`, `GBP`."""
    group: str | None = None
    """Whom the number is about."""
    reference_group: str | None = None
    """Whom they are compared with."""
    reference_value: str | None = None
    """The number of the reference group."""
    denominator: str | None = None
    """Out of how many."""
    baseline: Baseline | None = None
    """The risk that a ratio may be applied to, if it is stated."""
    outcome: str | None = None
    """What was measured, where it is not the statistic's outcome."""
    polarity: Polarity | None = None
    """Whether more of it is good or bad, where the outcome does not say."""
    role: Role = "result"
    """A result, or a number that describes the study; the first result leads."""
    direction: Direction | None = None
    """Only with `estimate: null`: which way it went."""
    derived: str | None = None
    """The formula, when the number is our arithmetic."""
    note: str | None = None
    """What else a reader of the number should know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparator(Closed):
    """What the figure is compared with, and where."""

    text: str
    """What the figure is compared with, in words."""
    kind: ComparatorKind
    """What kind of comparison it is."""
    geography: str
    """Where the comparison was made, or `not_applicable`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample(Closed):
    """People, studies, and studies that point the way of the claim."""

    participants: int | None = None
    """People studied."""
    studies: int | None = None
    """Studies pooled or reviewed."""
    studies_positive: int | None = None
    """Studies that point the way of the claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidProblem(Closed):
    """One thing wrong with a popular version: the rule it breaks, in words."""

    rule: str
    """Id of the wording rule it breaks."""
    message: str
    """What is wrong, in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Closed):
    """A popular version of the claim: who says it, its words, what is wrong, what to say."""

    source: str | None
    """Citation key of who says it; `null` for what is commonly said."""
    words: str
    """The faulty words, at most 25."""
    verbatim: bool
    """Whether they are the speaker's own words, or ours for what is said."""
    problems: tuple[SaidProblem, ...]
    """What is wrong with them, one by one."""
    better: str
    """What can be said instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic(Entry):
    """One assertion from one source; its first result with an estimate leads."""

    kind: ClassVar[Kind] = "statistic"

    claim: str
    """The exact sentence: who, compared with whom, what, over which time."""
    text: str | None = None
    """More of what the source says, for those who read on."""
    claim_type: ClaimType
    """What kind of claim it is; it decides which verbs are fair."""
    stance: Stance
    """What it says of "relationships help"."""
    use: Use
    """What it is good for in a case; listings are in this order."""
    outcome: str
    """What was measured, as a phrase."""
    outcomes: tuple[str, ...]
    """The same as tags of the store, the main one first."""
    exposure: str | None = None
    """What differed between the people compared."""
    comparator: Comparator
    """What it is compared with."""
    population: str
    """Who was studied."""
    place: str | None = None
    """Where, in words."""
    countries: tuple[str, ...] = ()
    """Where, as two-letter ISO codes; empty when international."""
    period: str
    """When the data are from."""
    follow_up: str
    """How long people were followed; `not_reported` if it is not said."""
    design: Design
    """How the study was made."""
    design_note: str | None = None
    """The design in the source's own terms."""
    sample: Sample | None = None
    """How many people and studies, as whole numbers."""
    figures: tuple[Figure, ...]
    """The numbers, one by one; the first result leads."""
    no_figure: str | None = None
    """Why there is no figure, when `figures` is empty."""
    heterogeneity: str | None = None
    """How much the pooled studies disagree, as reported."""
    risk_of_bias: RiskOfBias | None = None
    """Risk of bias, as reported."""
    publication_bias: PublicationBias | None = None
    """Publication bias, as reported."""
    adjusted_for: tuple[str, ...] = ()
    """What the analysis allowed for."""
    do_not_say: tuple[str, ...] = ()
    """Wordings that go beyond the study."""
    said: tuple[Said, ...] = ()
    """Popular versions of the claim, what is wrong, what to say."""

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
    """What happens there, in our words."""
    organisation: str | None = None
    """Whose work it is."""
    people: tuple[str, ...] = ()
    """People who are named."""
    place: str | None = None
    """Where, in words."""
    countries: tuple[str, ...] = ()
    """Where, as two-letter ISO codes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Entry):
    """Somebody's own words, at most 25 of them."""

    kind: ClassVar[Kind] = "quote"

    text: str
    """Somebody's own words, at most 25, without quotation marks."""
    speaker: str | None = None
    """Who said or wrote them."""
    role: str | None = None
    """What the speaker is or was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Entry):
    """What a term means, in our words."""

    kind: ClassVar[Kind] = "definition"

    text: str
    """What the term means, in our words."""
    term: str
    """The term."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Barrier(Entry):
    """What stands in the way, and the actions that answer it."""

    kind: ClassVar[Kind] = "barrier"

    text: str
    """What stands in the way, in our words."""
    answers: tuple[str, ...] = ()
    """Ids of the actions that answer it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Entry):
    """Something that can be done, and by whom."""

    kind: ClassVar[Kind] = "action"

    text: str
    """What can be done, in our words."""
    who: tuple[str, ...] = ()
    """Who can do it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector(Closed):
    """A field of work an entry belongs to."""

    id: str
    """What `--sector` takes."""
    name: str
    """The name on screen."""
    description: str
    """What belongs to it."""
    aliases: tuple[str, ...] = ()
    """Other words that `--sector` takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Closed):
    """A thing that is measured, and whether more of it is good or bad."""

    id: str
    """What `--outcome` takes."""
    name: str
    """The name on screen."""
    polarity: Polarity
    """Whether more of it is good or bad."""


KIND_TYPES: dict[Kind, type[Entry]] = {
    "statistic": Statistic,
    "story": Story,
    "quote": Quote,
    "definition": Definition,
    "barrier": Barrier,
    "action": Action,
}
