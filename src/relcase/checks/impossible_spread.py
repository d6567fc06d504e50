"""A05 spread that whole numbers cannot have: the GRIMMER and DEBIT tests.

A mean of whole answers leaves only some standard deviations (GRIMMER: Anaya 2016, Allard
2018), and a share of yes-or-no answers exactly one (DEBIT: Heathers and Brown 2019).
Judged are a mean with `sd`, `denominator` and `scale.items`, and a percentage with `sd`
and `denominator`. It is a reason to look again, and not yet a fault.

Bad:
    figures:
      - label: mean score
        measure: mean
        estimate: "3.44"
        denominator: "18"
        sd: "2.47"
        scale: {items: 1}
Good:
    figures:
      - label: mean score
        measure: mean
        estimate: "3.44"
        denominator: "18"
        sd: "2.48"
        scale: {items: 1}
"""

from collections.abc import Iterator
from decimal import Decimal

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.granularity import debit, grim, grimmer
from relcase.domain.printed import is_number, whole
from relcase.domain.problem import Finding, Rule

RULE = Rule("A05", "spread that whole numbers cannot have", "info")


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Standard deviations that do not go with their mean or share."""
    if not isinstance(placed.entry, Statistic):
        return
    for number, figure in enumerate(placed.entry.figures):
        if figure.sd is None or figure.denominator is None or figure.estimate is None:
            continue
        if not (is_number(figure.sd) and is_number(figure.estimate)):
            continue
        people = whole(figure.denominator)
        if people and not _possible(figure, figure.estimate, figure.sd, people):
            message = (
                f"a standard deviation of {figure.sd} does not go with "
                f"{figure.estimate} in {people} whole answers"
            )
            hint = "Check both in the source, and how many people answered."
            yield placed.finding(
                "A05", "info", message, "figures", number, "sd", hint=hint
            )


def _possible(figure: Figure, estimate: str, sd: str, people: int) -> bool:
    """Whether whole answers can spread so; a mean that cannot be is A04's."""
    if figure.measure == "percent":
        return debit(_as_share(estimate), _as_share(sd), people)
    items = figure.scale.items if figure.scale else None
    if figure.measure != "mean" or not items:
        return True
    return not grim(estimate, people * items) or grimmer(estimate, sd, people, items)


def _as_share(percent: str) -> str:
    return f"{Decimal(percent).scaleb(-2):f}"
