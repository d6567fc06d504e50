"""B04 impossible count: less than nothing, part of a person, more than there are.

Counts are whole and not negative (with a `unit` in thousands or millions they may have
decimals). A sample has at least one person and one study, and so has what a share is of.
The studies that point one way are at most all the studies. A baseline risk is a share
between 0 and 1, so 30 in 100 is "0.30"; a ratio of risks that would make more than
everybody of it is wrong, or the baseline is.

Bad:
    sample: {studies: 8, studies_positive: 9}
Good:
    sample: {studies: 9, studies_positive: 8}
"""

from collections.abc import Iterator

from relcase.domain.conversions import RATIOS, possible_risk
from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Figure, Sample, Statistic
from relcase.domain.printed import value, whole
from relcase.domain.problem import Finding, Rule

RULE = Rule("B04", "impossible count", "error")

_COUNTS = {"count", "vote_count"}
_EVENTS = ("events", "reference_events")
_GROUPS = ("denominator", "reference_denominator")
_AT_LEAST_ONE = "Count those who were studied; leave out what is not known."
_LARGE_UNITS = ("thousand", "million", "billion")
_Wrong = tuple[tuple[str | int, ...], str, str]
"""The field, what is wrong with it, and the cure."""


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Samples, counts, votes and baseline risks that cannot be."""
    entry = placed.entry
    if not isinstance(entry, Statistic):
        return
    if entry.sample is not None:
        for at, message, hint in _sample(entry.sample):
            yield placed.finding("B04", "error", message, "sample", *at, hint=hint)
    for number, figure in enumerate(entry.figures):
        for at, message, hint in _figure(figure):
            yield placed.finding(
                "B04", "error", message, "figures", number, *at, hint=hint
            )


def _sample(sample: Sample) -> Iterator[_Wrong]:
    for number, group in enumerate(sample.groups):
        if group.participants < 1:
            at = ("groups", number, "participants")
            yield at, _too_few(group.participants), _AT_LEAST_ONE
    for name in ("participants", "studies"):
        count = getattr(sample, name)
        if count is not None and count < 1:
            yield (name,), _too_few(count), _AT_LEAST_ONE
    for name in ("studies_positive", "missing"):
        count = getattr(sample, name)
        if count is not None and count < 0:
            yield (name,), f"{count} is less than none", "Counts are not negative."
    studies, positive = sample.studies, sample.studies_positive
    if studies is not None and positive is not None and positive > studies:
        message = f"{positive} positive studies out of {studies}"
        hint = "`studies_positive` counts some of `studies`; check both."
        yield ("studies_positive",), message, hint


def _too_few(count: int) -> str:
    return f"{count} is less than {'one' if count == 0 else 'none'}"


def _figure(figure: Figure) -> Iterator[_Wrong]:
    if figure.baseline is not None:
        risk = value(figure.baseline.risk)
        if risk is not None and not 0 < risk < 1:
            message = f"a baseline risk cannot be {figure.baseline.risk}"
            hint = 'It lies between 0 and 1: 30 in 100 is "0.30".'
            yield ("baseline", "risk"), message, hint
        elif risk is not None and RATIOS.get(figure.measure) == "risk":
            ratio = value(figure.estimate)
            if (
                ratio is not None
                and ratio > 0
                and possible_risk(ratio, risk, "risk") is None
            ):
                message = (
                    f"{figure.estimate} times a baseline risk of {figure.baseline.risk} "
                    "is more than everybody"
                )
                hint = "Check both; the baseline is the risk in the reference group."
                yield ("baseline", "risk"), message, hint
    for name in (*_EVENTS, *_GROUPS):
        text = getattr(figure, name)
        if text is None or value(text) is None:
            continue
        if name in _EVENTS and whole(text) is None:
            hint = "Events and people are whole numbers, and not negative."
            yield (name,), f"{text} is not a count", hint
        elif name in _GROUPS and not whole(text):
            yield (
                (name,),
                f"{text} is no number of people to be a share of",
                _AT_LEAST_ONE,
            )
    if figure.measure in _COUNTS:
        yield from _count(figure)


def _count(figure: Figure) -> Iterator[_Wrong]:
    large = figure.unit is not None and any(
        word in figure.unit.casefold() for word in _LARGE_UNITS
    )
    for name in ("estimate", "low", "high"):
        text = getattr(figure, name)
        given = value(text)
        if given is not None and (given < 0 or not (large or given.is_integer())):
            hint = "Counts are whole and not negative; check the number and `measure`."
            yield (name,), f"{text} is not a count", hint
    votes = value(figure.estimate)
    if figure.measure != "vote_count" or votes is None:
        return
    for name in ("denominator", "studies"):
        of = value(str(getattr(figure, name)))
        if of is not None and votes > of:
            message = f"{figure.estimate} out of {of:,.0f} is more than all"
            hint = f"`{name}` is the number of all that were counted."
            yield ("estimate",), message, hint
            return
