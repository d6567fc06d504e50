"""B01 percentage out of range: a share outside 0 to 100, or a fall by more than all.

A part cannot be more than the whole, and nothing falls by more than 100%. A rise over
100% is possible: then `measure` is `percent_change`. A difference between two
percentages is `percentage_points`. An interval that leaves the range is a warning,
because some sources print one. `i2` is a percentage, too: how much of the spread between
studies is not chance.

Bad:
    figures:
      - {label: share who felt heard, measure: percent, estimate: "140"}
Good:
    figures:
      - {label: rise in those who felt heard, measure: percent_change, estimate: "140"}
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.printed import value
from relcase.domain.problem import Finding, Rule, Severity

RULE = Rule("B01", "percentage out of range", "error")

WHOLE = 100
_MEASURES = {"percent", "percent_change", "attributable_fraction"}
_OF_A_SHARE: tuple[tuple[str, Severity], ...] = (
    ("estimate", "error"),
    ("reference_value", "error"),
    ("low", "warning"),
    ("high", "warning"),
)
_OF_OTHERS: tuple[tuple[str, Severity], ...] = (("estimate", "error"),)


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Shares, attributable fractions, changes in per cent and I² that cannot be."""
    if not isinstance(placed.entry, Statistic):
        return
    disagreement = value(placed.entry.i2)
    if disagreement is not None and not 0 <= disagreement <= WHOLE:
        message = f"an I² of {placed.entry.i2}% is not between 0 and 100%"
        hint = (
            "Check the number; τ² and Q have other scales and go into `heterogeneity`."
        )
        yield placed.finding("B01", "error", message, "i2", hint=hint)
    for number, figure in enumerate(placed.entry.figures):
        if figure.measure in _MEASURES:
            yield from _figure(placed, number, figure)


def _figure(placed: Placed, number: int, figure: Figure) -> Iterator[Finding]:
    change = figure.measure == "percent_change"
    bottom = -WHOLE if change else 0
    for name, severity in _OF_A_SHARE if figure.measure == "percent" else _OF_OTHERS:
        text = getattr(figure, name)
        given = value(text)
        if given is None or (given >= bottom and (change or given <= WHOLE)):
            continue
        if change:
            message = f"a change of {text}% would take away more than there was"
            hint = f"A fall is between 0 and {bottom}; check the number."
        else:
            message = f"{text}% is not between 0 and 100%"
            hint = "Check the number, and whether `percent_change` is what is measured."
        at = ("figures", number, name)
        yield placed.finding("B01", severity, message, *at, hint=hint)
