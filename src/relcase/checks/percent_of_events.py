"""A02 percentage is not that of the events: so many of so many are another share.

When `events` and `denominator` are given, 100 times one by the other is the percentage,
within rounding; the same for the reference group. And never more events than people.

Bad:
    figures:
      - {label: readmitted, measure: percent, estimate: "31", events: "64", denominator: "218"}
Good:
    figures:
      - {label: readmitted, measure: percent, estimate: "29", events: "64", denominator: "218"}
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.printed import exactly, is_number, span_or_none
from relcase.domain.problem import Finding, Rule

RULE = Rule("A02", "percentage is not that of the events", "error")

_GROUPS = (
    ("estimate", "events", "denominator"),
    ("reference_value", "reference_events", "reference_denominator"),
)


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Events beyond the number of people, and percentages that are not theirs."""
    if not isinstance(placed.entry, Statistic):
        return
    for number, figure in enumerate(placed.entry.figures):
        if figure.events is not None or figure.reference_events is not None:
            for names in _GROUPS:
                yield from _group(placed, number, figure, names)


def _group(
    placed: Placed, number: int, figure: Figure, names: tuple[str, str, str]
) -> Iterator[Finding]:
    share, events, of = (getattr(figure, name) for name in names)
    if events is None or of is None or not is_number(events) or not is_number(of):
        return
    at = ("figures", number)
    if float(events) > float(of):
        message = f"{events} of {of} is more than all"
        hint = f"Check `{names[1]}` and `{names[2]}`."
        yield placed.finding("A02", "error", message, *at, names[1], hint=hint)
        return
    given = span_or_none(share)
    if figure.measure != "percent" or given is None or not float(of):
        return
    made = exactly(100) * exactly(events) / exactly(of)
    if not made.overlaps(given):
        message = f"{events} of {of} is {made}%, not {share}%"
        hint = "Check all three, and whether the share is weighted or adjusted."
        yield placed.finding("A02", "error", message, *at, names[0], hint=hint)
