"""B03 correlation or p-value out of range: beyond 1, or a p-value of nothing.

A correlation lies between -1 and 1; what lies beyond is another measure, often a
regression coefficient. A p-value is above 0 and at most 1: software prints 0.000 where
it means `<0.001`.

Bad:
    figures:
      - {label: trust and health, measure: correlation, estimate: "0.31", p: "0.000"}
Good:
    figures:
      - {label: trust and health, measure: correlation, estimate: "0.31", p: "<0.001"}
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.printed import value
from relcase.domain.problem import Finding, Rule

RULE = Rule("B03", "correlation or p-value out of range", "error")


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Correlations beyond 1 either way, and p-values that are not above 0 up to 1."""
    if not isinstance(placed.entry, Statistic):
        return
    for number, figure in enumerate(placed.entry.figures):
        if figure.measure == "correlation":
            yield from _correlation(placed, number, figure)
        if figure.p is not None:
            p = value(figure.p.lstrip("<>"))
            if p is not None and not 0 < p <= 1:
                message = f"a p-value cannot be {figure.p}"
                hint = 'It is above 0 and at most 1; for 0.000 write "<0.001".'
                at = ("figures", number, "p")
                yield placed.finding("B03", "error", message, *at, hint=hint)


def _correlation(placed: Placed, number: int, figure: Figure) -> Iterator[Finding]:
    for name in ("estimate", "low", "high"):
        text = getattr(figure, name)
        given = value(text)
        if given is not None and abs(given) > 1:
            message = f"a correlation cannot be {text}"
            hint = "It lies between -1 and 1; check the number and the `measure`."
            yield placed.finding(
                "B03", "error", message, "figures", number, name, hint=hint
            )
