"""B06 number outside its scale: a mean the scale does not reach, a spread too wide.

A mean lies within the `scale` of its score. Its standard deviation is at most half the
scale's length, and a little more in few people: (max - min)/2 times the square root of
n/(n - 1). Often the scale is that of another version of the questionnaire. A scale goes
from the lower number to the higher one and has at least one item.

Bad:
    figures:
      - {label: mean score, measure: mean, estimate: "5.2", scale: {min: "1", max: "5"}}
Good:
    figures:
      - {label: mean score, measure: mean, estimate: "4.2", scale: {min: "1", max: "5"}}
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.printed import exactly, is_number, span_or_none, value, whole
from relcase.domain.problem import Finding, Rule

RULE = Rule("B06", "number outside its scale", "error")

_LEVELS = {"mean", "median", "score"}
_FEWEST = 2
"""People in the smallest sample that has a spread; it allows the widest."""


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Scales that cannot be, and means and spreads that a scale does not allow."""
    if not isinstance(placed.entry, Statistic):
        return
    for number, figure in enumerate(placed.entry.figures):
        scale = figure.scale
        if scale is None:
            continue
        if scale.items is not None and scale.items < 1:
            message = f"a scale of {scale.items} items has no score"
            hint = "Count the questions that a score is the mean of, or leave it out."
            at = ("figures", number, "scale", "items")
            yield placed.finding("B06", "error", message, *at, hint=hint)
        yield from _figure(placed, number, figure)


def _figure(placed: Placed, number: int, figure: Figure) -> Iterator[Finding]:
    scale = figure.scale
    least, most = (
        value(scale.min if scale else None),
        value(scale.max if scale else None),
    )
    if scale is None or least is None or most is None:
        return
    at = ("figures", number)
    if least >= most:
        message = f"a scale from {scale.min} to {scale.max} is back to front"
        hint = "`min` is the lowest score there can be, `max` the highest."
        yield placed.finding("B06", "error", message, *at, "scale", hint=hint)
        return
    if figure.measure not in _LEVELS:
        return
    for name in ("estimate", "reference_value"):
        given = span_or_none(getattr(figure, name))
        if given is not None and (given.high < least or given.low > most):
            message = (
                f"{getattr(figure, name)} is not within {scale.min} to {scale.max}"
            )
            hint = "Check the number and the `scale`."
            yield placed.finding("B06", "error", message, *at, name, hint=hint)
    yield from _spread(placed, number, figure)


def _spread(placed: Placed, number: int, figure: Figure) -> Iterator[Finding]:
    scale, given = figure.scale, span_or_none(figure.sd)
    if scale is None or given is None or scale.min is None or scale.max is None:
        return
    n = max(whole(figure.denominator) or 0, _FEWEST)
    if not (is_number(scale.min) and is_number(scale.max)):
        return
    half = (exactly(scale.max) - exactly(scale.min)) / exactly(2)
    widest = half * (exactly(n) / exactly(n - 1)).sqrt()
    if given.low > widest.high:
        message = f"a standard deviation of {figure.sd} is wider than the scale allows"
        hint = f"On {scale.min} to {scale.max} it is at most {widest.high:.4g}."
        at = ("figures", number, "sd")
        yield placed.finding("B06", "error", message, *at, hint=hint)
