"""Plain numbers of people: 29 in 100 compared with 38 in 100.

A pair comes from two shares that the source states, or from a ratio and a stated
baseline. Without either there are illustrative pairs, which are not from the study.

Shares are kept unrounded and rounded once, into whole people. Both are out of the same
number: 100; 1,000 when either is below 1%; and the next ten times more while rounding
would make equal what is not, or change the difference by more than a fifth of it. An end
of the interval may be rounded onto the reference group, never across it.
"""

from collections.abc import Iterable, Iterator
from math import floor
from typing import Literal, NamedTuple

from relcase.domain.conversions import (
    RATIOS,
    EValues,
    Ratio,
    baseline_of,
    number_needed_to_treat,
    possible_risk,
)
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.listed import Lead
from relcase.domain.printed import value

Origin = Literal["reported", "baseline", "illustrative"]

BASELINES = (0.2, 0.5, 0.8)
"""The risks of the reference group in an illustrative table."""

_DENOMINATORS = (100, 1_000, 10_000, 100_000)
_PLACES = 9
_NEAR = 0.2
"""How far rounding may change a difference, as a share of it."""


class Pair(NamedTuple):
    """Two groups in whole people out of ``denominator``, the reference group second."""

    first: int
    second: int
    denominator: int
    low: int | None
    """Lower end of the interval of ``first``, where there is one."""
    high: int | None
    source: Origin
    """Two stated shares, a ratio with a stated baseline, or a supposed baseline."""
    approximate: bool
    """Whether to say "about": an assumed baseline, a ratio adjusted or perhaps so, or a
    hazard."""
    shares: tuple[float, float]
    """The same two, unrounded, between 0 and 1."""


class _Shares(NamedTuple):
    """Two shares and the interval of the first, unrounded."""

    first: float
    second: float
    low: float | None = None
    high: float | None = None


def pair(figure: Figure | Lead) -> Pair | None:
    """The two groups in plain numbers, as far as the record says; ``None`` without.

    From a share and its ``reference_value``, from the events in both groups, or from a
    ratio and its ``baseline``. Shares before and after are of the same people, and no
    pair of groups. ``None`` also where the ratio does not fit the baseline, and where the
    difference is too small to be shown.
    """
    reported = _from_shares(figure) or _from_events(figure)
    if reported is not None:
        return _rounded(reported, "reported", approximate=False)
    known, of = baseline_of(figure), RATIOS.get(figure.measure)
    if known is None or of is None:
        return None
    shares = _applied(figure, of, known)
    if shares is None:
        return None
    return _rounded(shares, "baseline", approximate=_is_approximate(figure, of))


def of_statistic(statistic: Statistic) -> Pair | None:
    """The plain numbers behind the lead figure, from it or from another of its outcome.

    A trial's own shares come before a ratio applied to a baseline. Elsewhere they are
    mostly not adjusted, and the ratio is the fairer comparison.
    """
    lead = statistic.lead
    if lead is None or statistic.design == "case_study":
        return None  # what one place sets its own cases against is no comparison
    shares = next(
        (
            one
            for one in statistic.figures
            if one.measure == "percent"
            and one.role == "result"
            and one.reference_value is not None
            and (one.outcome, one.group) == (lead.outcome, lead.group)
        ),
        None,
    )
    randomised = statistic.design in ("meta_rct", "rct", "cluster_rct")
    if shares is not None and (randomised or lead is shares):
        return pair(shares)
    return pair(lead)


def illustrative(figure: Figure | Lead) -> tuple[Pair, ...]:
    """What a ratio would mean at 20, 50 and 80 in 100: not from the study.

    Empty for what is no ratio of two risks, and where ``pair`` has an answer. A rate of
    repeated events is no share of people, so rate ratios have none. A baseline that the
    ratio does not fit is left out.
    """
    of = RATIOS.get(figure.measure)
    if of is None or figure.measure == "rate_ratio" or pair(figure) is not None:
        return ()
    return tuple(_tried(figure, of, BASELINES))


def in_words(pair: Pair, *, interval: bool = False) -> str:
    """``29 in 100 compared with 38 in 100``, with the interval in brackets if wanted."""
    first, second = each_in_words(pair)
    if interval and pair.low is not None and pair.high is not None:
        first += f" (likely between {pair.low:,} and {pair.high:,})"
    return f"{first} compared with {second}"


def each_in_words(pair: Pair) -> tuple[str, str]:
    """The two groups apart: ``about 29 in 100``, ``38 in 100``."""
    about = "about " if pair.approximate else ""
    return f"{about}{_people(pair.first, pair)}", _people(pair.second, pair)


def number_needed(pair: Pair) -> int | None:
    """How many people make one more or one fewer; ``None`` for what is illustrative."""
    difference = round(pair.shares[0] - pair.shares[1], _PLACES)
    if pair.source == "illustrative" or not difference:
        return None
    return number_needed_to_treat(difference)


def number_needed_in_words(pair: Pair, outcome: str) -> str | None:
    """A sentence for reports, never alone.

    ``To have one fewer with this outcome (dying), it would take 11 people.``
    """
    needed = number_needed(pair)
    if needed is None:
        return None
    way = "more" if pair.shares[0] > pair.shares[1] else "fewer"
    about = "about " if pair.approximate else ""
    return (
        f"To have one {way} with this outcome ({outcome}), it would take "
        f"{about}{needed:,} people."
    )


def e_value_in_words(values: EValues) -> str:
    """A sentence: how strong something unmeasured must be to explain the link away.

    It speaks of the end of the interval that is nearer no difference, or else of the
    estimate; ``values`` are those of ``conversions.e_values``.
    """
    least = values.estimate if values.nearer is None else values.nearer
    if least <= 1:
        return "The interval already allows for no difference."
    return (
        "Something that was not measured could explain it away only if it were linked "
        f"with both sides, with each by a factor of about {least:.1f} or more (the E-value)."
    )


def _from_shares(figure: Figure | Lead) -> _Shares | None:
    """A percentage and that of the reference group."""
    if figure.measure != "percent":
        return None
    first, second = value(figure.estimate), value(figure.reference_value)
    if first is None or second is None:
        return None
    ends = value(figure.low), value(figure.high)
    return _possible(first, second, *ends, whole=100)


def _from_events(figure: Figure | Lead) -> _Shares | None:
    """How many of how many, in both groups."""
    names = ("events", "denominator", "reference_events", "reference_denominator")
    events, of, reference, reference_of = (
        value(getattr(figure, name, None)) for name in names
    )
    if events is None or reference is None or not of or not reference_of:
        return None
    return _possible(events / of, reference / reference_of, whole=1)


def _possible(
    first: float,
    second: float,
    low: float | None = None,
    high: float | None = None,
    *,
    whole: int,
) -> _Shares | None:
    """The shares, when both lie between none and all; interval ends are cut there."""
    if not (0 <= first <= whole and 0 <= second <= whole):
        return None
    ends = (None if end is None else _share(end / whole) for end in (low, high))
    return _Shares(first / whole, second / whole, *ends)


def _applied(figure: Figure | Lead, of: Ratio, baseline: float) -> _Shares | None:
    """A ratio applied to a baseline; interval ends are cut at all people."""
    ratio, low, high = (
        value(text) for text in (figure.estimate, figure.low, figure.high)
    )
    if ratio is None or ratio <= 0:
        return None
    first = possible_risk(ratio, baseline, of)
    if first is None:
        return None
    if low is None or high is None or low < 0 or high <= 0:
        return _Shares(first, baseline)
    ends = [possible_risk(end, baseline, of) if end else 0.0 for end in (low, high)]
    return _Shares(first, baseline, *(1.0 if end is None else end for end in ends))


def _is_approximate(figure: Figure | Lead, of: Ratio) -> bool:
    """An odds ratio counts as adjusted until the record says that it is not."""
    stated = getattr(figure, "baseline", None)
    if of == "hazard" or (stated is not None and stated.assumed):
        return True
    adjusted: bool | None = getattr(figure, "adjusted", None)
    return bool(adjusted) if of == "risk" else adjusted is not False


def _tried(
    figure: Figure | Lead, of: Ratio, baselines: Iterable[float]
) -> Iterator[Pair]:
    for baseline in baselines:
        shares = _applied(figure, of, baseline)
        made = shares and _rounded(shares, "illustrative", approximate=True)
        if made:
            yield made


def _rounded(shares: _Shares, source: Origin, *, approximate: bool) -> Pair | None:
    """Whole people out of the least number that tells the same story."""
    for of in _DENOMINATORS:
        first, second = _whole(shares.first * of), _whole(shares.second * of)
        low, high = (
            None if end is None else _whole(end * of)
            for end in (shares.low, shares.high)
        )
        both = (shares.first, shares.second)
        made = Pair(first, second, of, low, high, source, approximate, both)
        if _keeps_difference(made):
            return made
    return None


def _keeps_difference(made: Pair) -> bool:
    """Whether nobody is lost, and the difference is nearly right."""
    if any(0 < share * made.denominator < 1 for share in made.shares):
        return False
    true = round((made.shares[0] - made.shares[1]) * made.denominator, _PLACES)
    shown = made.first - made.second
    return bool(shown or not true) and abs(shown - true) <= abs(true) * _NEAR


def _whole(people: float) -> int:
    """The nearest whole number, a half upwards."""
    return floor(round(people, _PLACES) + 0.5)


def _share(number: float) -> float:
    return min(max(number, 0.0), 1.0)


def _people(count: int, pair: Pair) -> str:
    return f"{count:,} in {pair.denominator:,}"
