"""The six kinds of entry, field for field as ``evidence.yaml`` holds them.

Plain frozen dataclasses: the store validates them from outside with pydantic and
refuses fields that are not here. Numbers that a source prints are strings, because
``1.50`` and ``1.5`` say different things about rounding. A field that the record
leaves out is ``None`` or empty: unknown is never filled in.
"""

from dataclasses import dataclass, field
from typing import ClassVar

from relcase.domain.vocabulary import (
    BenefitKind,
    Certainty,
    ClaimType,
    ComparatorKind,
    Design,
    Direction,
    Evaluator,
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
    design: Design | None = None
    """How that study was made, where the store holds no statistic from it."""
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
    acknowledged: dict[str, str] = field(default_factory=dict)
    """Rules that somebody looked at and lets stand here: the rule, then the reason."""


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
class Scale(Closed):
    """The scale of a score: from where to where, and how many whole-number items."""

    min: str | None = None
    """Lowest score there can be."""
    max: str | None = None
    """Highest score there can be."""
    items: int | None = None
    """Questions answered in whole numbers that a score is the mean of."""


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
    events: str | None = None
    """How many of the `denominator` had the outcome."""
    reference_denominator: str | None = None
    """Out of how many in the reference group."""
    reference_events: str | None = None
    """How many of the reference group had the outcome."""
    reference_change: str | None = None
    """The change in the reference group over the same time, in per cent."""
    participants: int | None = None
    """People it rests on, where they are not all of the sample."""
    studies: int | None = None
    """Studies it rests on, where they are not all of the sample."""
    before: str | None = None
    """The value that a change starts from."""
    after: str | None = None
    """The value that a change ends at."""
    se: str | None = None
    """Standard error of the estimate; of a ratio, of its logarithm."""
    sd: str | None = None
    """Standard deviation, of a mean."""
    scale: Scale | None = None
    """The scale of a score."""
    one_sided: bool = False
    """Whether `p` is from a one-sided test."""
    adjusted: bool | None = None
    """Whether other differences were allowed for."""
    is_extreme: bool = False
    """Whether it is the largest or smallest of several, and not the usual value."""
    typical: str | None = None
    """The typical value, where the estimate is an extreme."""
    price_year: str | None = None
    """Year of the prices of a sum of money, or `not_reported`."""
    benefit: str | None = None
    """What was gained, in money: the upper part of a benefit–cost ratio."""
    cost: str | None = None
    """What was spent, in money: the lower part of a benefit–cost ratio."""
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
    argued: bool = False
    """Whether the source argues that the two would have gone alike otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Closed):
    """One of the groups that a study compares."""

    name: str
    """What the group is called."""
    participants: int
    """How many people are in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample(Closed):
    """People, studies, and studies that point the way of the claim."""

    participants: int | None = None
    """People studied."""
    studies: int | None = None
    """Studies pooled or reviewed."""
    studies_positive: int | None = None
    """Studies that point the way of the claim."""
    groups: tuple[Group, ...] = ()
    """The groups compared, which add up to the participants."""
    missing: int | None = None
    """Participants who are in none of the groups."""


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
class Interval(Closed):
    """Two ends, as printed."""

    low: str
    """The lower end."""
    high: str
    """The upper end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertaintyOverride(Closed):
    """A person's certainty in place of the computed one; to raise it takes two people."""

    value: Certainty
    """The word to use."""
    reason: str | None = None
    """Why; without a reason it may only be lowered."""
    by: str | None = None
    """Who decided; without a name it may only be lowered."""
    second_checker: str | None = None
    """Who else looked; without a second person it may only be lowered."""
    on: str | None = None
    """Day of the decision, as `2026-01-31`."""


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
    i2: str | None = None
    """The same as the statistic I², in per cent."""
    prediction_interval: Interval | None = None
    """Where the result of a further study is expected, as reported."""
    risk_of_bias: RiskOfBias | None = None
    """Risk of bias, as reported."""
    publication_bias: PublicationBias | None = None
    """Publication bias, as reported."""
    adjusted_for: tuple[str, ...] = ()
    """What the analysis allowed for."""
    grade: Certainty | None = None
    """A review's own GRADE judgement of its main result; of what people tell, CERQual."""
    dose_response: bool = False
    """Whether more of what differed went with more of the outcome, step by step."""
    evaluator: Evaluator | None = None
    """Who evaluated, seen from whoever made or delivers the programme."""
    peer_reviewed: bool | None = None
    """Whether other researchers reviewed it before it was published."""
    preregistered: bool | None = None
    """Whether the analysis was set down in public beforehand."""
    subgroup: bool = False
    """Whether the lead figure is about one group picked out of those studied."""
    benefit_kind: BenefitKind | None = None
    """Whether a saving can be taken out of a budget."""
    effect_record: str | None = None
    """Id of the statistic whose effect an economic claim rests on."""
    certainty_override: CertaintyOverride | None = None
    """A person's certainty in place of the computed one."""
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
    group: str | None = None
    """The broad kind it belongs to, which is its column in a map of the evidence."""


KIND_TYPES: dict[Kind, type[Entry]] = {
    "statistic": Statistic,
    "story": Story,
    "quote": Quote,
    "definition": Definition,
    "barrier": Barrier,
    "action": Action,
}
