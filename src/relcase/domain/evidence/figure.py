"""The numbers of a statistic, as the source prints them."""

from dataclasses import dataclass

from relcase.domain.evidence.entry import Closed
from relcase.domain.vocabulary import Direction, Measure, Polarity, Role


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
class Interval(Closed):
    """Two ends, as printed."""

    low: str
    """The lower end."""
    high: str
    """The upper end."""
