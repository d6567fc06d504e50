"""I07 standard error and interval disagree: the interval is not of that width.

A 95% interval is about four standard errors wide (1.96 to each side). Small samples make
it up to an eighth wider; more than that, or narrower, is a slip: a standard deviation
taken for a standard error, an interval of another level. For a ratio the standard error
is that of its logarithm, or of the ratio itself.

Bad:
    figures:
      - label: difference in points
        measure: mean_difference
        estimate: "2.5"
        low: "0.8"
        high: "4.2"
        level: "95"
        se: "1.70"
Good:
    figures:
      - label: difference in points
        measure: mean_difference
        estimate: "2.5"
        low: "0.8"
        high: "4.2"
        level: "95"
        se: "0.87"
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.intervals import Range, is_ratio, standard_errors
from relcase.domain.printed import span_or_none, value
from relcase.domain.problem import Finding, Rule

RULE = Rule("I07", "standard error and interval disagree", "warning")

_SMALL_SAMPLE = 1.125
"""How much wider 12 degrees of freedom make an interval than the normal curve."""


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Standard errors that do not go with the width of the interval."""
    if not isinstance(placed.entry, Statistic):
        return
    for number, figure in enumerate(placed.entry.figures):
        if figure.se is None:
            continue
        given, made = span_or_none(figure.se), standard_errors(figure)
        if given is None or made is None:
            continue
        allowed = [
            Range(made.low / _SMALL_SAMPLE, made.high),
            *_on_the_ratio(figure, made),
        ]
        if not any(
            one.low <= float(given.high) and float(given.low) <= one.high
            for one in allowed
        ):
            message = (
                f"a standard error of {figure.se} does not go with the interval, "
                f"which gives {allowed[0].low:.3g} to {allowed[0].high:.3g}"
            )
            hint = "Check both, and that `se` is not a standard deviation."
            yield placed.finding(
                "I07", "warning", message, "figures", number, "se", hint=hint
            )


def _on_the_ratio(figure: Figure, made: Range) -> Iterator[Range]:
    """The same, of the ratio itself: the logarithm's times the ratio."""
    estimate = value(figure.estimate)
    if estimate is not None and is_ratio(figure):
        yield Range(made.low * estimate / _SMALL_SAMPLE, made.high * estimate)
