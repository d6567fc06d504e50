"""A statistic: what it compares, how it was found, its figures, how it is misquoted."""

from dataclasses import dataclass
from typing import ClassVar

from relcase.domain.evidence.entry import Closed, Entry
from relcase.domain.evidence.figure import Figure, Interval
from relcase.domain.vocabulary import (
    BenefitKind,
    Certainty,
    ClaimType,
    ComparatorKind,
    Design,
    Evaluator,
    Kind,
    PublicationBias,
    RiskOfBias,
    Stance,
    Use,
)


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
