"""A03 ratio or difference is not that of the events: four counts give another.

Only where `adjusted: false` says that nothing was allowed for, the events and people of
both groups lead straight to the odds ratio, the relative risk or the difference in
points. Another number means a slip, or that it is adjusted after all.

Bad:
    figures:
      - label: odds of readmission
        measure: odds_ratio
        estimate: "0.80"
        denominator: "218"
        events: "64"
        reference_denominator: "216"
        reference_events: "83"
        adjusted: false
Good:
    figures:
      - label: odds of readmission
        measure: odds_ratio
        estimate: "0.67"
        denominator: "218"
        events: "64"
        reference_denominator: "216"
        reference_events: "83"
        adjusted: false
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.printed import Span, exactly, is_number, span_or_none
from relcase.domain.problem import Finding, Rule

RULE = Rule("A03", "ratio or difference is not that of the events", "warning")

_COUNTS = ("events", "denominator", "reference_events", "reference_denominator")
_MEASURES = {
    "odds_ratio",
    "relative_risk",
    "prevalence_ratio",
    "risk_difference",
    "percentage_points",
}


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Unadjusted ratios and differences that the counts do not lead to."""
    if not isinstance(placed.entry, Statistic):
        return
    for number, figure in enumerate(placed.entry.figures):
        if figure.adjusted is not False or figure.measure not in _MEASURES:
            continue
        given, made = span_or_none(figure.estimate), _made(figure)
        if given is not None and made and not any(given.overlaps(one) for one in made):
            shown = " or ".join(str(one) for one in made)
            message = f"the events of both groups give {shown}, not {figure.estimate}"
            hint = "Check the counts; delete `adjusted: false` if it is adjusted."
            yield placed.finding(
                "A03", "warning", message, "figures", number, "estimate", hint=hint
            )


def _made(figure: Figure) -> list[Span]:
    """The numbers that the counts lead to; a difference as a share and in points."""
    texts = [getattr(figure, name) for name in _COUNTS]
    if any(text is None or not is_number(text) for text in texts):
        return []
    events, of, reference, reference_of = (exactly(text) for text in texts)
    if not of.low or not reference_of.low:
        return []
    first, second = events / of, reference / reference_of
    if figure.measure in ("risk_difference", "percentage_points"):
        points = exactly(100) * (first - second)
        return (
            [points]
            if figure.measure == "percentage_points"
            else [points, first - second]
        )
    if figure.measure == "odds_ratio":
        first, second = events * (reference_of - reference), reference * (of - events)
    return [first / second] if 0 not in second else []
