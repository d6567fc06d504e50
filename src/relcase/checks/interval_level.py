"""B05 level of an interval: a level nobody uses, or an interval that has none.

An interval says little until its level is known; 95 is never assumed in silence. Levels
are 80, 90, 95 and 99, without the per cent sign. A missing level is a warning, for some
sources do not state it: look for it among the methods. A level without an interval is a
warning too.

Bad:
    figures:
      - label: odds of survival
        measure: odds_ratio
        estimate: "1.50"
        low: "1.42"
        high: "1.59"
        level: "0.95"
Good:
    figures:
      - label: odds of survival
        measure: odds_ratio
        estimate: "1.50"
        low: "1.42"
        high: "1.59"
        level: "95"
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Statistic
from relcase.domain.printed import value
from relcase.domain.problem import Finding, Rule

RULE = Rule("B05", "level of an interval", "error")

LEVELS = (80, 90, 95, 99)
_USUAL = {str(level) for level in LEVELS}


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Unusual levels, intervals without a level, levels without an interval."""
    if not isinstance(placed.entry, Statistic):
        return
    for number, figure in enumerate(placed.entry.figures):
        level = figure.level
        bounds = (figure.low is not None) + (figure.high is not None)
        if level is None:
            if bounds == len(("low", "high")):
                message = f"the interval {figure.low} to {figure.high} has no level"
                hint = 'Add `level: "95"` if the source says so; never assume it.'
                at: tuple[str | int, ...] = ("figures", number)
                yield placed.finding("B05", "warning", message, *at, hint=hint)
            continue
        at = ("figures", number, "level")
        if level not in _USUAL and value(level) not in (*LEVELS, None):
            message = f"{level} is not the level of an interval"
            hint = "Levels are 80, 90, 95 and 99, as per cent."
            yield placed.finding("B05", "error", message, *at, hint=hint)
        if not bounds:
            message = f"a level of {level} without an interval"
            hint = "Give `low` and `high`, or delete `level`."
            yield placed.finding("B05", "warning", message, *at, hint=hint)
