"""A04 mean or share that whole numbers cannot have: the GRIM test.

Whole answers of few people have only some means: among 28 people, 145 gives 5.18 and 146
gives 5.21, and nothing gives 5.19. The same for a percentage: of 43 people, 30 are 70% and
31 are 72% (Brown and Heathers 2017). Judged are a mean with `denominator` and
`scale.items`, and a percentage with a `denominator` and no `events`. Shares that are
weighted, or of fewer people than the denominator, are a common reason.

Bad:
    figures:
      - {label: share who felt heard, measure: percent, estimate: "71", denominator: "43"}
Good:
    figures:
      - {label: share who felt heard, measure: percent, estimate: "72", denominator: "43"}
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.granularity import grim, nearest_means
from relcase.domain.printed import decimals, is_number, whole
from relcase.domain.problem import Finding, Rule

RULE = Rule("A04", "mean or share that whole numbers cannot have", "warning")


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Means of whole answers, and percentages, that no whole number leads to."""
    if not isinstance(placed.entry, Statistic):
        return
    for number, figure in enumerate(placed.entry.figures):
        answers = _answers(figure) if figure.denominator else None
        if not answers or figure.estimate is None or not is_number(figure.estimate):
            continue
        percent = figure.measure == "percent"
        if grim(figure.estimate, answers, percent=percent):
            continue
        near = nearest_means(figure.estimate, answers, percent=percent)
        places = decimals(figure.estimate) + 1
        below, above = (f"{float(one):.{places}f}" for one in near)
        message = (
            f"{figure.estimate} cannot come from {answers} whole answers; "
            f"the nearest are {below} and {above}"
        )
        hint = "Check the number and the `denominator`; a weighted share goes without."
        yield placed.finding(
            "A04", "warning", message, "figures", number, "estimate", hint=hint
        )


def _answers(figure: Figure) -> int | None:
    """How many whole numbers the figure is the mean of, where the record says it."""
    people = whole(figure.denominator)
    if people is None:
        return None
    if figure.measure == "percent":
        return people if figure.events is None else None
    items = figure.scale.items if figure.scale else None
    if figure.measure != "mean" or items is None:
        return None
    return people * items
