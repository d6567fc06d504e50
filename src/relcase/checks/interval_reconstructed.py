"""I06 interval not given: estimate and P value are, and lead to one.

Without an interval nobody sees how far the truth may be from the lead figure. A P value
gives a rough one (Altman and Bland, BMJ 2011, d2090; rougher below 60 people), which the
message prints. It is not the source's: look in the source for its own, and never copy
the reconstructed one into `low` and `high`.

Bad:
    figures:
      - label: difference in points
        measure: mean_difference
        estimate: "17"
        p: "0.032"
Good:
    figures:
      - label: difference in points
        measure: mean_difference
        estimate: "17"
        low: "1.4"
        high: "32.6"
        level: "95"
        p: "0.032"
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.intervals import is_difference, is_ratio, reported_p
from relcase.domain.printed import span_or_none
from relcase.domain.problem import Finding, Rule
from relcase.domain.significance import interval_from_p

RULE = Rule("I06", "interval not given", "info")


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """A lead figure with an exact P value and no interval."""
    entry = placed.entry
    lead = entry.lead if isinstance(entry, Statistic) else None
    if lead is None or lead.p is None or lead.low is not None or lead.high is not None:
        return
    made = _reconstructed(lead)
    if made and isinstance(entry, Statistic):
        number = next(n for n, one in enumerate(entry.figures) if one is lead)
        message = (
            f"no interval is given; {lead.estimate} with P {lead.p} would have one of "
            f"about {made} (95%, reconstructed)"
        )
        hint = "Look for the interval in the source; do not copy this one."
        yield placed.finding("I06", "info", message, "figures", number, hint=hint)


def _reconstructed(figure: Figure) -> str | None:
    """The widest interval that the printed numbers allow, in three digits."""
    estimate, p = span_or_none(figure.estimate), reported_p(figure)
    ratio = is_ratio(figure)
    if (
        estimate is None
        or p is None
        or not p.low
        or not (ratio or is_difference(figure))
    ):
        return None
    try:
        made = [
            interval_from_p(float(end), one, ratio=ratio)
            for end in (estimate.low, estimate.high)
            for one in p
        ]
    except ValueError:
        return None
    low, high = min(one.low for one in made), max(one.high for one in made)
    return f"{low:.3g} to {high:.3g}"
