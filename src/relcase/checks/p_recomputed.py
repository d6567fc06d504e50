"""I05 P value far from its interval: more than five times what the interval gives.

An interval and its estimate lead to a P value (Altman and Bland, BMJ 2011, d2304).
Small samples and other tests move it a little; five times either way, after rounding,
is too far. Often the P value belongs to another comparison. A one-sided test is
`one_sided: true`.

Bad:
    figures:
      - label: difference in points
        measure: mean_difference
        estimate: "2.5"
        low: "0.8"
        high: "4.2"
        level: "95"
        p: "0.04"
Good:
    figures:
      - label: difference in points
        measure: mean_difference
        estimate: "2.5"
        low: "0.8"
        high: "4.2"
        level: "95"
        p: "0.004"
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Statistic
from relcase.domain.intervals import recomputed_p, reported_p
from relcase.domain.problem import Finding, Rule

RULE = Rule("I05", "P value far from its interval", "warning")

_TIMES = 5


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """P values beyond five times what estimate and interval give, either way."""
    if not isinstance(placed.entry, Statistic):
        return
    for number, figure in enumerate(placed.entry.figures):
        if figure.p is None or figure.low is None:
            continue
        given, made = reported_p(figure), recomputed_p(figure)
        if given is None or made is None:
            continue
        if given.low > _TIMES * made.high or given.high * _TIMES < made.low:
            message = (
                f"a P value of {figure.p} does not go with the interval, "
                f"which gives {made.low:.2g} to {made.high:.2g}"
            )
            hint = "Check whether both are of one test; if not, put P into `note`."
            yield placed.finding(
                "I05", "warning", message, "figures", number, "p", hint=hint
            )
