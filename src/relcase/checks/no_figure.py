"""S04 no figure: a statistic without figures that does not say why.

A reader who finds no number wants to know whether the source has none or we left it
out. Give the reason in `no_figure`, or give the figures. With figures, even with one
that has only a direction, `no_figure` has nothing to say: delete it.

Bad:
    figures: []
Good:
    figures: []
    no_figure: The report describes what residents said and counts nothing.
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Statistic
from relcase.domain.problem import Finding, Rule

RULE = Rule("S04", "no figure", "error")


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """No figures and no reason, or both figures and a reason for having none."""
    entry = placed.entry
    if not isinstance(entry, Statistic):
        return
    if not entry.figures and not entry.no_figure:
        message = "there is no figure and no reason for it"
        hint = "Give the figures, or say why there are none: `no_figure: …`."
        yield placed.finding("S04", "error", message, "figures", hint=hint)
    if entry.figures and entry.no_figure is not None:
        message = (
            "'no_figure' gives a reason for having no figure, but there are figures"
        )
        hint = "Delete `no_figure`, or the figures."
        yield placed.finding("S04", "error", message, "no_figure", hint=hint)
