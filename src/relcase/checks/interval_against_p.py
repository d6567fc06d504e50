"""I04 interval and P value disagree: one finds a clear difference, the other none.

A 95% interval that leaves out "no difference" goes with a P value below 0.05, and one
that includes it with a P value above. Where rounding does not explain it, a number is
wrong, or the two are of different tests: then leave the P value out and put it into
`note`. A P value of a one-sided test is doubled if `one_sided` says so.

Bad:
    figures:
      - label: odds of survival
        measure: odds_ratio
        estimate: "1.50"
        low: "1.42"
        high: "1.59"
        level: "95"
        p: "0.20"
Good:
    figures:
      - label: odds of survival
        measure: odds_ratio
        estimate: "1.50"
        low: "1.42"
        high: "1.59"
        level: "95"
        p: "<0.001"
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.intervals import Range, level_of, reported_p
from relcase.domain.measures import MEASURES
from relcase.domain.printed import Span, span_or_none
from relcase.domain.problem import Finding, Rule

RULE = Rule("I04", "interval and P value disagree", "error")

_PLACES = 9


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Intervals and P values that decide differently, beyond rounding."""
    if not isinstance(placed.entry, Statistic):
        return
    for number, figure in enumerate(placed.entry.figures):
        if figure.p is None or figure.low is None:
            continue
        message = _conflict(figure)
        if message:
            hint = "Check them all; a P value of another test belongs into `note`."
            yield placed.finding(
                "I04", "error", message, "figures", number, "p", hint=hint
            )


def _conflict(figure: Figure) -> str | None:
    null = MEASURES[figure.measure].null
    level, p = level_of(figure), reported_p(figure)
    low, high = span_or_none(figure.low), span_or_none(figure.high)
    if null is None or level is None or p is None or low is None or high is None:
        return None
    limit = round(1 - level / 100, _PLACES)
    interval = f"the {level}% interval {figure.low} to {figure.high}"
    if _excludes(low, high, int(null)) and p.low >= limit:
        return f"{interval} leaves out no difference, {int(null)}, but P is {_p(p)}"
    if low.high < null < high.low and p.high < limit:
        return f"{interval} includes no difference, {int(null)}, but P is {_p(p)}"
    return None


def _excludes(low: Span, high: Span, null: int) -> bool:
    return low.low > null or high.high < null


def _p(p: Range) -> str:
    return f"{p.low:.4g} to {p.high:.4g}"
