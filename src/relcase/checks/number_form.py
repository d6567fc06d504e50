"""S05 number not as printed: a statistic that is not digits in quotation marks.

`1.50` and `1.5` say different things about rounding, and without quotation marks YAML
makes them one. So numbers are quoted text of the digits 0 to 9, a hyphen for minus and
a point for decimals; `<` or `>` may stand before a p-value. Thousands separators,
per cent and currency signs go: `measure` and `unit` say what is counted. The same holds
for `i2` and the ends of a `prediction_interval`. Sizes of
samples are whole numbers without quotation marks. The check at the door of the store
speaks for the quotation marks.

Bad:
    figures:
      - {label: people helped, measure: count, estimate: "12,300"}
Good:
    figures:
      - {label: people helped, measure: count, estimate: "12300"}
"""

import re
from collections.abc import Callable, Iterator
from operator import attrgetter

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Figure, Scale, Statistic
from relcase.domain.printed import is_number, is_p_value
from relcase.domain.problem import Finding, Rule, Step

RULE = Rule("S05", "number not as printed", "error")

_FIELDS = (
    "estimate",
    "low",
    "high",
    "level",
    "reference_value",
    "denominator",
    "events",
    "reference_denominator",
    "reference_events",
    "before",
    "after",
    "se",
    "sd",
    "typical",
    "benefit",
    "cost",
)
_values: Callable[[Figure], tuple[str | None, ...]] = attrgetter(*_FIELDS)
_THOUSANDS = re.compile(r"(?<=[0-9])[,\s](?=[0-9]{3}(?![0-9]))")
_UNITS = re.compile(r"^[£$€\s]+|[%\s]+$")
_MINUS = str.maketrans(
    {"\N{MINUS SIGN}": "-", "\N{EN DASH}": "-", "\N{MIDDLE DOT}": "."}
)


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Every number of every figure that is not in its printed form."""
    if not isinstance(placed.entry, Statistic):
        return
    yield from _of_studies(placed, placed.entry)
    for number, figure in enumerate(placed.entry.figures):
        for name, text in zip(_FIELDS, _values(figure), strict=True):
            if text is not None and not is_number(text):
                yield _bad(placed, text, "figures", number, name)
        if figure.p is not None and not is_p_value(figure.p):
            yield _bad(placed, figure.p, "figures", number, "p")
        if figure.scale is not None:
            yield from _scale(placed, number, figure.scale)
        if figure.baseline is not None and not is_number(figure.baseline.risk):
            at = ("figures", number, "baseline", "risk")
            yield _bad(placed, figure.baseline.risk, *at)


def _of_studies(placed: Placed, entry: Statistic) -> Iterator[Finding]:
    if entry.i2 is not None and not is_number(entry.i2):
        yield _bad(placed, entry.i2, "i2")
    if entry.prediction_interval is not None:
        ends = entry.prediction_interval
        for name, text in (("low", ends.low), ("high", ends.high)):
            if not is_number(text):
                yield _bad(placed, text, "prediction_interval", name)


def _scale(placed: Placed, number: int, scale: Scale) -> Iterator[Finding]:
    for name, text in (("min", scale.min), ("max", scale.max)):
        if text is not None and not is_number(text):
            yield _bad(placed, text, "figures", number, "scale", name)


def _bad(placed: Placed, text: str, *at: Step) -> Finding:
    return placed.finding(
        "S05", "error", f"'{text}' is not a plain number", *at, hint=_cure(text)
    )


def _cure(text: str) -> str:
    """What to write instead, where that is certain; else the form that is wanted."""
    plain = _UNITS.sub("", _THOUSANDS.sub("", text.translate(_MINUS)))
    if is_number(plain):
        return f'Write "{plain}"; `measure` and `unit` say what it counts.'
    return (
        "Write one number with the digits 0 to 9, `-` for minus and `.` for decimals."
    )
