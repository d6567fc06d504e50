"""A08 money without its terms: which currency, prices of which year, cost by what.

A sum of money says its currency in `unit` and the year of its prices in `price_year`, or
`not_reported` where the source was read and does not say. When a ratio of benefits to
costs gives both, one by the other is the ratio, within rounding.

Bad:
    figures:
      - {label: saving for each person, measure: money, estimate: "1200", unit: pounds}
Good:
    figures:
      - label: saving for each person
        measure: money
        estimate: "1200"
        unit: pounds
        price_year: "2016"
"""

import re
from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.printed import span_or_none
from relcase.domain.problem import Finding, Rule

RULE = Rule("A08", "money without its terms", "error")

_names_currency = re.compile(
    r"\b[A-Z]{3}\b|[£$€¥₹]|(?i:\b(?:pound|dollar|euro|pence|cent|kron[aeo]|franc|yen|yuan"
    r"|rupee|rand|peso|real|won|shekel|zloty|forint|lira))"
).search
_is_year = re.compile(r"[12][0-9]{3}(?:[-/][0-9]{2,4})?").fullmatch


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Sums without currency or price year, and ratios that are not benefit by cost."""
    if not isinstance(placed.entry, Statistic):
        return
    for number, figure in enumerate(placed.entry.figures):
        if figure.measure == "money":
            yield from _sum(placed, number, figure)
        elif figure.measure == "benefit_cost_ratio":
            yield from _ratio(placed, number, figure)


def _sum(placed: Placed, number: int, figure: Figure) -> Iterator[Finding]:
    at: tuple[str | int, ...] = ("figures", number)
    if not _names_currency(figure.unit or ""):
        place = (*at, "unit") if figure.unit else at
        message = "a sum of money without its currency"
        hint = "Name it in `unit`: pounds, US dollars, EUR."
        yield placed.finding("A08", "error", message, *place, hint=hint)
    year = figure.price_year
    if year is None:
        message = "a sum of money without the year of its prices"
        hint = "Add `price_year`, or `price_year: not_reported` if nobody says it."
        yield placed.finding("A08", "error", message, *at, hint=hint)
    elif year != "not_reported" and not _is_year(year):
        message = f"'{year}' is not the year of a price"
        hint = 'Write "2016", "2016/17" or `not_reported`.'
        yield placed.finding("A08", "error", message, *at, "price_year", hint=hint)


def _ratio(placed: Placed, number: int, figure: Figure) -> Iterator[Finding]:
    given, benefit, cost = map(
        span_or_none, (figure.estimate, figure.benefit, figure.cost)
    )
    if given is None or benefit is None or cost is None or 0 in cost:
        return
    made = benefit / cost
    if not made.overlaps(given):
        message = (
            f"a benefit of {figure.benefit} by a cost of {figure.cost} is {made}, "
            f"not {figure.estimate}"
        )
        hint = "Check all three, and that both are in one currency and one year."
        at = ("figures", number, "estimate")
        yield placed.finding("A08", "error", message, *at, hint=hint)
