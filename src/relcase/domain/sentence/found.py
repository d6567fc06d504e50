"""What was found, by measure: the clause that holds the number."""

import re
from collections.abc import Callable

from relcase.domain import amounts
from relcase.domain.absolute import each_in_words, of_statistic
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.measures import includes_null
from relcase.domain.printed import is_number
from relcase.domain.sentence.phrases import (
    between,
    compared,
    falls,
    groups_of,
    higher,
    is_deed,
    magnitude,
    number,
    outcome_of,
    predicate,
    unit,
    versus,
    with_group,
)


def clause(statistic: Statistic, figure: Figure) -> str:
    """What was found, without its interval, as a sentence without its full stop."""
    if is_unclear(statistic, figure):
        what = outcome_of(statistic, figure)
        return f"there was no clear difference in {what}{between(statistic, figure)}"
    made = _BY_MEASURE.get(figure.measure, _labelled)(statistic, figure)
    return made or _labelled(statistic, figure)


def is_unclear(statistic: Statistic, figure: Figure) -> bool:
    """Whether the figure leaves open which way the difference goes, or that there is one."""
    if figure.direction == "none":
        return True
    within = includes_null(figure)
    if within is None and figure.p and is_number(figure.p):
        within = float(figure.p) > _CONVENTION
    if within is not None:
        return within
    return statistic.stance == "no_clear_difference" and figure.measure in _COMPARED


_CONVENTION = 0.05
"""Where no interval is printed, a larger p-value is read as no clear difference."""


def _ratio(statistic: Statistic, figure: Figure) -> str:
    who, against = groups_of(statistic, figure)
    in_people = of_statistic(statistic)
    if in_people is not None and who:
        did = predicate(outcome_of(statistic, figure))
        first, second = each_in_words(in_people)
        return (
            f"{with_group(who, 'among')}, {first} {did}, "
            f"compared with {second} {with_group(against, 'among')}"
        )
    quantity = figure.label.split()[0].lower()
    if quantity not in _QUANTITIES:
        quantity = _USUAL_QUANTITY[figure.measure]
    quantity = "rate" if quantity == "hazard" else quantity
    times = f"{number(figure)} times the {quantity} of {outcome_of(statistic, figure)}"
    return f"{who} had {times}{compared(against)}" if who else ""


def _share(statistic: Statistic, figure: Figure) -> str:
    who, against = groups_of(statistic, figure)
    if not who:
        return ""
    did = predicate(outcome_of(statistic, figure))
    said = f"{with_group(who, 'among')}, {number(figure)}% {did}"
    if figure.reference_value is None:
        return said
    other = amounts.number(figure.reference_value)
    return f"{said}, compared with {other}% {with_group(against, 'among')}"


def _change(statistic: Statistic, figure: Figure) -> str:
    who, against = groups_of(statistic, figure)
    outcome, size = outcome_of(statistic, figure), f"{magnitude(figure)}%"
    went = "fell" if falls(figure) else "rose"
    if figure.reference_value is not None:
        other = "fell" if figure.reference_value.startswith("-") else "rose"
        by = amounts.number(figure.reference_value.lstrip("-"))
        return (
            f"{outcome} {went} by {size} for {who}, "
            f"while for {against} they {other} by {by}%"
        )
    if statistic.comparator.kind == "before":
        return f"{outcome} {went} by {size} for {who}"
    if quantity := _QUANTITY_OF.search(figure.label):
        outcome = f"the {quantity[1]} of {outcome}"
    elif is_deed(outcome):
        outcome = f"the rate of {outcome}"
    return (
        f"{outcome} came out {size} {higher(figure)} "
        f"{with_group(who)} than {with_group(against)}"
    )


def _difference(statistic: Statistic, figure: Figure) -> str:
    who, against = groups_of(statistic, figure)
    outcome = outcome_of(statistic, figure)
    size = f"{magnitude(figure)} {unit(figure)}".rstrip()
    than = f" than {with_group(against)}" if against else ""
    return f"{outcome} came out {size} {higher(figure)} {with_group(who)}{than}"


def _level(statistic: Statistic, figure: Figure) -> str:
    who, against = groups_of(statistic, figure)
    first = figure.label.split()[0].lower()
    name = first if first in _AVERAGES else _LEVELS[figure.measure]
    said = f"the {name} for {outcome_of(statistic, figure)} was {amounts.large(figure)}"
    said += f" {with_group(who)}" if who else ""
    return said + versus(figure, against)


def _link(statistic: Statistic, figure: Figure) -> str:
    if not statistic.exposure:
        return ""
    outcome = outcome_of(statistic, figure)
    if falls(figure) or not _COMPARATIVE.match(outcome):
        outcome = f"{higher(figure)} {outcome}"
    return f"{statistic.exposure} went with {outcome}"


def _votes(statistic: Statistic, figure: Figure) -> str:
    if figure.denominator is None:
        return ""
    return f"of {figure.denominator} studies, {figure.estimate} were {figure.label}"


def _attributed(statistic: Statistic, figure: Figure) -> str:
    outcome = outcome_of(statistic, figure)
    return (
        f"the share of {outcome} put down to {statistic.exposure} "
        f"was {number(figure)}%, if the link is causal"
    )


def _labelled(statistic: Statistic, figure: Figure) -> str:
    _, against = groups_of(statistic, figure)
    return f"{figure.label}: {amounts.large(figure)}{versus(figure, against)}"


_Clause = Callable[[Statistic, Figure], str]
_BY_MEASURE: dict[str, _Clause] = {
    "odds_ratio": _ratio,
    "relative_risk": _ratio,
    "hazard_ratio": _ratio,
    "rate_ratio": _ratio,
    "prevalence_ratio": _ratio,
    "percent": _share,
    "percent_change": _change,
    "percentage_points": _difference,
    "risk_difference": _difference,
    "mean_difference": _difference,
    "standardised_mean_difference": _difference,
    "months_progress": _difference,
    "mean": _level,
    "median": _level,
    "score": _level,
    "rate": _level,
    "duration": _level,
    "money": _level,
    "benefit_cost_ratio": _level,
    "number_needed_to_treat": _level,
    "correlation": _link,
    "regression_coefficient": _link,
    "vote_count": _votes,
    "attributable_fraction": _attributed,
}
_COMPARED = {
    name
    for name, clause in _BY_MEASURE.items()
    if clause in (_ratio, _share, _change, _difference, _link, _level)
}
_QUANTITY_OF = re.compile(r"\b(risk|rate|probability) of\b")
_COMPARATIVE = re.compile(r"(?:an? )?(?:better|more|less|fewer|lower|higher|greater)\b")
_QUANTITIES = {"odds", "risk", "rate", "hazard", "chance", "likelihood", "probability"}
_USUAL_QUANTITY = {
    "odds_ratio": "odds",
    "relative_risk": "likelihood",
    "prevalence_ratio": "likelihood",
    "hazard_ratio": "rate",
    "rate_ratio": "rate",
}
_AVERAGES = {"mean", "median", "average"}
_LEVELS = {
    "mean": "mean",
    "median": "median",
    "score": "score",
    "rate": "rate",
    "duration": "length of time",
    "money": "figure",
    "benefit_cost_ratio": "benefit–cost ratio",
    "number_needed_to_treat": "number needed to treat",
}
