"""What was found, by measure: the clause that holds the number."""

import re
from collections.abc import Callable

from relcase.domain import amounts
from relcase.domain.absolute import each_in_words, of_statistic
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.measures import includes_null, side
from relcase.domain.printed import is_number
from relcase.domain.sentence.phrases import (
    are_people,
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
    """What was found, without its interval, as a sentence without its full stop.

    Empty for a kind of number that no sentence fits, without the groups it needs, and
    for the largest of several numbers, which is not what was usual.
    """
    if figure.is_extreme:
        return ""
    if is_unclear(statistic, figure):
        what = outcome_of(statistic, figure)
        return f"there was no clear difference in {what}{between(statistic, figure)}"
    made = _BY_MEASURE.get(figure.measure)
    said = made(statistic, figure) if made else ""
    return f"{ONE_PLACE}{said}" if said and _one_place(statistic) else said


ONE_PLACE = "one place reports that "


def _one_place(statistic: Statistic) -> bool:
    """Whether all there is is what a place tells of itself, before and after.

    Without a place, or with one that begins with a number, there may be several.
    """
    if statistic.design == "case_study":
        return True
    before_after = statistic.design in ("before_after", "controlled_before_after")
    return (
        before_after
        and statistic.claim_type == "effect"
        and statistic.place is not None
        and not _NUMBER.match(statistic.place)
    )


def is_unclear(statistic: Statistic, figure: Figure) -> bool:
    """Whether the figure leaves open which way the difference goes, or that there is one."""
    if figure.measure not in _COMPARED:
        return False
    if figure.direction == "none" or side(figure) == "at":
        return True
    within = includes_null(figure)
    if within is None and figure.p and is_number(figure.p):
        within = float(figure.p) > _CONVENTION
    if within is not None:
        return within
    return statistic.stance == "no_clear_difference"


_NUMBER = re.compile(
    r"\d|(?:two|three|four|five|six|seven|eight|nine|ten|several|many)\b", re.IGNORECASE
)
_UNKNOWN = ("not_reported", "not_applicable")
_CONVENTION = 0.05
"""Where no interval is printed, a larger p-value is read as no clear difference."""


def _ratio(statistic: Statistic, figure: Figure) -> str:
    who, against = groups_of(statistic, figure)
    in_people = of_statistic(statistic)
    if in_people is not None and in_people.source == "reported" and who:
        did = predicate(outcome_of(statistic, figure))
        first, second = each_in_words(in_people)
        said = f"{with_group(who, 'among')}, {first} {did}"
        return f"{said}, compared with {second} {with_group(against, 'among')}".rstrip()
    quantity = _QUANTITY[figure.measure]
    named = figure.label.partition(" ")[0].lower()
    if quantity == "likelihood" and named in _QUANTITIES:
        quantity = named
    outcome = outcome_of(statistic, figure)
    if not who:
        return ""
    if are_people(who):
        return (
            f"{who} had {number(figure)} times the {quantity} of {outcome}"
            f"{compared(against)}"
        )
    were, those = ("were", "those") if quantity == "odds" else ("was", "that")
    than = f"{those} {with_group(against)}" if against else "as high"
    return (
        f"{with_group(who)}, the {quantity} of {outcome} {were} "
        f"{number(figure)} times {than}"
    )


def _share(statistic: Statistic, figure: Figure) -> str:
    who, against = groups_of(statistic, figure)
    if not who:
        return ""
    did = predicate(outcome_of(statistic, figure))
    said = f"{with_group(who, 'among')}, {number(figure)}% {did}"
    if figure.reference_value is None or statistic.design == "case_study":
        return said  # what one place sets its own cases against is no comparison
    other = amounts.number(figure.reference_value)
    return f"{said}, compared with {other}% {with_group(against, 'among')}".rstrip()


def _change(statistic: Statistic, figure: Figure) -> str:
    who, against = groups_of(statistic, figure)
    outcome, size = outcome_of(statistic, figure), f"{magnitude(figure)}%"
    went = "fell" if falls(figure) else "rose"
    if figure.reference_change is not None:
        other = "fall" if figure.reference_change.startswith("-") else "rise"
        by = amounts.number(figure.reference_change.lstrip("-"))
        among = statistic.comparator.geography
        among = with_group(against) if among in _UNKNOWN else f"in {among}"
        rest = f"a {other} of {by}% {among}".rstrip()
        return f"{outcome} {went} by {size}{_in_groups(who)}, against {rest}"
    if statistic.comparator.kind == "before":
        return f"{outcome} {went} by {size}{_in_groups(who)}"
    if quantity := _QUANTITY_OF.search(figure.label):
        outcome = f"the {quantity[1]} of {outcome}"
    elif is_deed(outcome):
        outcome = f"the rate of {outcome}"
    return f"{outcome} came out {size} {higher(figure)}{_in_groups(who, against)}"


def _difference(statistic: Statistic, figure: Figure) -> str:
    who, against = groups_of(statistic, figure)
    outcome = outcome_of(statistic, figure)
    size = f"{magnitude(figure)} {unit(figure)}".rstrip()
    way = higher(figure)
    if figure.measure == "months_progress":
        way = "less" if falls(figure) else "greater"
    return f"{outcome} came out {size} {way}{_in_groups(who, against)}"


def _in_groups(who: str, against: str = "") -> str:
    """For whom a value is higher, and than for whom."""
    first = f" {with_group(who)}" if who else ""
    return f"{first} than {with_group(against)}" if against else first


def _level(statistic: Statistic, figure: Figure) -> str:
    who, against = groups_of(statistic, figure)
    was = _WAS.get(figure.label.partition(" ")[0].lower()) or _WAS[figure.measure]
    value = amounts.large(figure)
    if figure.measure == "benefit_cost_ratio":
        coin = amounts.currency(figure.unit or "")
        value = f"{coin}{value} for each {coin}1 spent"
    said = f"{outcome_of(statistic, figure)} {was} {value}{_in_groups(who)}"
    return said + versus(figure, against)


def _link(statistic: Statistic, figure: Figure) -> str:
    if not statistic.exposure:
        return ""
    outcome = outcome_of(statistic, figure)
    if falls(figure) or not _COMPARATIVE.match(outcome):
        outcome = f"{higher(figure)} {outcome}"
    return f"{statistic.exposure} went with {outcome}"


def _votes(statistic: Statistic, figure: Figure) -> str:
    found = _STUDIES.match(figure.label)
    if figure.denominator is None or found is None:
        return ""
    votes = f"in {figure.estimate} of {figure.denominator} studies"
    what = figure.label[found.end() :]
    return f"{what} was found {votes}" if "find" in found[0] else f"{what} {votes}"


def _attributed(statistic: Statistic, figure: Figure) -> str:
    if not statistic.exposure:
        return ""
    outcome = outcome_of(statistic, figure)
    return (
        f"the share of {outcome} put down to {statistic.exposure} "
        f"was {number(figure)}%, if the link is causal"
    )


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
    "correlation": _link,
    "regression_coefficient": _link,
    "vote_count": _votes,
    "attributable_fraction": _attributed,
}
_COMPARED = {
    name
    for name in _BY_MEASURE
    if name
    not in ("money", "benefit_cost_ratio", "vote_count", "attributable_fraction")
} | {"ratio", "other"}
"""Kinds of number that can leave open whether there is a difference."""
_STUDIES = re.compile(r"studies (?:in which|finding|that find|that found) ")
_QUANTITY_OF = re.compile(r"\b(risk|rate|probability) of\b")
_COMPARATIVE = re.compile(r"(?:an? )?(?:better|more|less|fewer|lower|higher|greater)\b")
_QUANTITIES = {"risk", "rate", "chance", "probability"}
_QUANTITY = {
    "odds_ratio": "odds",
    "relative_risk": "likelihood",
    "prevalence_ratio": "likelihood",
    "hazard_ratio": "rate",
    "rate_ratio": "rate",
}
_WAS = {
    "average": "averaged",
    "mean": "averaged",
    "median": "had a median of",
    "score": "scored",
    "rate": "stood at",
    "duration": "came to",
    "money": "came to",
    "benefit_cost_ratio": "came to",
}
"""What a level did, by the first word of its label or by its measure."""
