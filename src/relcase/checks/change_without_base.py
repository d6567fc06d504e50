"""A06 change without its base: how many it was before, and after, is not said.

"95% fewer" may be 19 of 20 or 1,900 of 2,000. A lead figure in per cent gives `before`
and `after`, or for a difference between groups the `reference_value`. Pooled results of
several studies have no single base and are let be. Where both numbers are given, the
change has to follow from them: (after - before) / before is an error when it does not.
If the source was read and gives no numbers, acknowledge the rule with that reason.

Bad:
    design: before_after
    sample: {studies: 1}
    figures:
      - {label: change in admissions, measure: percent_change, estimate: "-14"}
Good:
    design: before_after
    sample: {studies: 1}
    figures:
      - label: change in admissions
        measure: percent_change
        estimate: "-14"
        before: "200"
        after: "172"
"""

from collections.abc import Iterator

from relcase.checks.percent_or_points import Change, change_of
from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Statistic
from relcase.domain.problem import Finding, Rule

RULE = Rule("A06", "change without its base", "error")

_POOLED = {"narrative_review", "umbrella_review", "review_cross_sectional"}


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Changes that do not follow from their base, and lead figures that have none."""
    entry = placed.entry
    if not isinstance(entry, Statistic):
        return
    for number, figure in enumerate(entry.figures):
        change = change_of(figure)
        if change is not None:
            yield from _wrong(placed, number, change)
    lead = entry.lead
    if lead is None or lead.measure != "percent_change" or _is_pooled(entry):
        return
    if lead.reference_value is None and (lead.before is None or lead.after is None):
        number = next(n for n, one in enumerate(entry.figures) if one is lead)
        message = f"a change of {lead.estimate}%, and not of how many"
        hint = "Add `before` and `after`, or the `reference_value` of the other group."
        yield placed.finding("A06", "warning", message, "figures", number, hint=hint)


def _wrong(placed: Placed, number: int, change: Change) -> Iterator[Finding]:
    """A finding unless the change follows; A07 speaks of percent and points."""
    if change.holds or change.exchanged:
        return
    made = f"{change.points} points" if change.in_points else f"{change.percent}%"
    message = f"from {change.before} to {change.after} is {made}, not {change.given}"
    hint = "Check all three; a fall has a minus sign."
    at = ("figures", number, "estimate")
    yield placed.finding("A06", "error", message, *at, hint=hint)


def _is_pooled(entry: Statistic) -> bool:
    studies = entry.sample.studies if entry.sample else None
    several = studies is not None and studies > 1
    return several or entry.design.startswith("meta_") or entry.design in _POOLED
