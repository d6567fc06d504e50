"""The sentence that a statistic allows, made of its fields: short to say, long to print.

Every sentence has the same four parts: where the number comes from (long only), what was
found, its interval (long only), and what it does not show. The words follow the measure
and the claim; the last part follows the certainty, since a weak study may be reported
but not concluded from. Phrases of the record are taken over whole and never inflected,
but for the outcome of a percentage, where ``being housed`` becomes ``were housed``.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from relcase.domain import amounts
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.measures import includes_null
from relcase.domain.printed import is_number
from relcase.domain.vocabulary import Certainty, Design, spoken


class Sentences(NamedTuple):
    """One statistic in words: for a slide or a talk, and for a report."""

    short: str
    long: str


def sentences(statistic: Statistic, certainty: Certainty | None) -> Sentences:
    """The honest sentence in two lengths; ``certainty`` decides how it concludes."""
    figure = statistic.lead
    if figure is None:
        limits = _limits(statistic, None, certainty)
        said = (statistic.headline, statistic.claim)
        return Sentences(*(_joined(words, limits) for words in said))
    clause = _clause(statistic, figure)
    detail = _detail(figure, clause)
    long = f"{_setting(statistic)}, {clause}{detail}"
    limits = _limits(statistic, figure, certainty)
    return Sentences(_joined(clause, limits), _joined(long, _odds(figure), limits))


# What was found


def _clause(statistic: Statistic, figure: Figure) -> str:
    """What was found, without its interval, as a sentence without its full stop."""
    if is_unclear(statistic, figure):
        between = _between(statistic, figure)
        return (
            f"there was no clear difference in {_outcome(statistic, figure)}{between}"
        )
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
    who, against = _groups(statistic, figure)
    quantity = figure.label.split()[0].lower()
    if quantity not in _QUANTITIES:
        quantity = _USUAL_QUANTITY[figure.measure]
    quantity = "rate" if quantity == "hazard" else quantity
    times = f"{_number(figure)} times the {quantity} of {_outcome(statistic, figure)}"
    return f"{who} had {times}{_compared(against)}" if who else ""


def _share(statistic: Statistic, figure: Figure) -> str:
    who, against = _groups(statistic, figure)
    if not who:
        return ""
    did = predicate(_outcome(statistic, figure))
    said = f"{_with(who, 'among')}, {_number(figure)}% {did}"
    if figure.reference_value is None:
        return said
    other = amounts.number(figure.reference_value)
    return f"{said}, compared with {other}% {_with(against, 'among')}"


def _change(statistic: Statistic, figure: Figure) -> str:
    who, against = _groups(statistic, figure)
    outcome, size = _outcome(statistic, figure), f"{_size(figure)}%"
    falls = _falls(figure)
    if figure.reference_value is not None:
        other = "fell" if figure.reference_value.startswith("-") else "rose"
        by = amounts.number(figure.reference_value.lstrip("-"))
        return (
            f"{outcome} {'fell' if falls else 'rose'} by {size} for {who}, "
            f"while for {against} they {other} by {by}%"
        )
    if statistic.comparator.kind == "before":
        return f"{outcome} {'fell' if falls else 'rose'} by {size} for {who}"
    if quantity := _QUANTITY_OF.search(figure.label):
        outcome = f"the {quantity[1]} of {outcome}"
    elif _is_deed(outcome):
        outcome = f"the rate of {outcome}"
    return (
        f"{outcome} came out {size} {_higher(figure)} "
        f"{_with(who)} than {_with(against)}"
    )


def _difference(statistic: Statistic, figure: Figure) -> str:
    who, against = _groups(statistic, figure)
    outcome = _outcome(statistic, figure)
    size = f"{_size(figure)} {_unit(figure)}".rstrip()
    than = f" than {_with(against)}" if against else ""
    return f"{outcome} came out {size} {_higher(figure)} {_with(who)}{than}"


def _level(statistic: Statistic, figure: Figure) -> str:
    who, against = _groups(statistic, figure)
    first = figure.label.split()[0].lower()
    name = first if first in _AVERAGES else _LEVELS[figure.measure]
    said = f"the {name} for {_outcome(statistic, figure)} was {amounts.large(figure)}"
    said += f" {_with(who)}" if who else ""
    return said + _against(figure, against)


def _link(statistic: Statistic, figure: Figure) -> str:
    if not statistic.exposure:
        return ""
    outcome = _outcome(statistic, figure)
    if _falls(figure) or not _COMPARATIVE.match(outcome):
        outcome = f"{_higher(figure)} {outcome}"
    return f"{statistic.exposure} went with {outcome}"


def _votes(statistic: Statistic, figure: Figure) -> str:
    if figure.denominator is None:
        return ""
    return f"of {figure.denominator} studies, {figure.estimate} were {figure.label}"


def _attributed(statistic: Statistic, figure: Figure) -> str:
    outcome = _outcome(statistic, figure)
    return (
        f"the share of {outcome} put down to {statistic.exposure} "
        f"was {_number(figure)}%, if the link is causal"
    )


def _labelled(statistic: Statistic, figure: Figure) -> str:
    _, against = _groups(statistic, figure)
    return f"{figure.label}: {amounts.large(figure)}{_against(figure, against)}"


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


# Words of the record


def _outcome(statistic: Statistic, figure: Figure) -> str:
    """The outcome as a phrase; one that ends in an aside is closed with a comma."""
    outcome = figure.outcome or statistic.outcome
    *before, last = outcome.split(", ")
    return f"{outcome}," if before and " and " not in last else outcome


def _groups(statistic: Statistic, figure: Figure) -> tuple[str, str]:
    """Whom the figure is about and whom they are compared with, as phrases."""
    who = figure.group or statistic.exposure or ""
    against = figure.reference_group
    if against is None and statistic.comparator.kind != "none":
        against = statistic.comparator.text
    return who, against or ""


def _with(phrase: str, of_people: str = "for") -> str:
    """A group with the word before it: ``for women …``, but ``with usual care``."""
    return f"{of_people if _PEOPLE.search(phrase) else 'with'} {phrase}"


_PEOPLE = re.compile(
    r"\b(?:people|persons?|adults|women|men|boys|girls|children|mothers|parents|famil\w+"
    r"|relatives|patients|residents|tenants|clients|students|pupils|teachers|workers"
    r"|clinicians|doctors|GPs|nurses|staff|officers|drivers|prisoners|volunteers|members"
    r"|participants|those|others|everyone|employees|couples|teams|groups?|schools|homes"
    r"|centres|hospitals|practices|hot spots|places|areas|neighbourhoods|towns|counties"
    r"|countries|councils?|prison-leavers|completers|steps|Frome|Somerset)\b"
)


def _against(figure: Figure, against: str) -> str:
    if figure.reference_value is None:
        return ""
    unit = figure.unit if figure.measure == "money" else None
    other = amounts.large(replace(figure, estimate=figure.reference_value, unit=unit))
    return f", against {other} {_with(against)}" if against else ""


def _compared(against: str) -> str:
    return f" compared with {against}" if against else ""


def _between(statistic: Statistic, figure: Figure) -> str:
    who, against = _groups(statistic, figure)
    return f" between {who} and {against}" if who and against else ""


def _number(figure: Figure) -> str:
    return amounts.number(figure.estimate or "", figure.measure)


def _size(figure: Figure) -> str:
    return amounts.number((figure.estimate or "").lstrip("-"), figure.measure)


def _unit(figure: Figure) -> str:
    if figure.measure == "standardised_mean_difference":
        return "standard deviations"
    if figure.measure in ("percentage_points", "risk_difference"):
        return "percentage points"
    return figure.unit or ""


def _falls(figure: Figure) -> bool:
    return (figure.estimate or "").startswith("-")


def _higher(figure: Figure) -> str:
    return "lower" if _falls(figure) else "higher"


def predicate(outcome: str) -> str:
    """An outcome as what people did or had: ``being housed`` → ``were housed``."""
    outcome = outcome.rstrip(",")
    first, _, rest = outcome.partition(" ")
    if _is_deed(outcome):
        return f"{_PAST[first.casefold()]} {rest}".rstrip()
    return f"had {outcome}"


def _is_deed(outcome: str) -> bool:
    return outcome.partition(" ")[0].casefold() in _PAST


_PAST = {
    "agreeing": "agreed",
    "being": "were",
    "belonging": "belonged",
    "completing": "completed",
    "developing": "developed",
    "dying": "died",
    "experiencing": "experienced",
    "feeling": "felt",
    "getting": "got",
    "going": "went",
    "having": "had",
    "keeping": "kept",
    "leaving": "left",
    "living": "lived",
    "losing": "lost",
    "moving": "moved",
    "offending": "offended",
    "reoffending": "reoffended",
    "reporting": "reported",
    "returning": "returned",
    "saying": "said",
    "seeing": "saw",
    "smoking": "smoked",
    "staying": "stayed",
    "taking": "took",
    "trusting": "trusted",
    "using": "used",
}


# Where it comes from


def _setting(statistic: Statistic) -> str:
    """The kind of study with its size: ``In a randomised trial (441 people; England)``."""
    sample, parts = statistic.sample, []
    counted = statistic.lead is not None and statistic.lead.measure == "vote_count"
    if sample is not None and (sample.studies or 1) > 1 and not counted:
        parts.append(f"{sample.studies:,} studies")
    if sample is not None and sample.participants is not None:
        parts.append(f"{sample.participants:,} people")
    if statistic.place and not _ODD_PLACE.search(statistic.place):
        parts.append(statistic.place)
    if statistic.follow_up != "not_reported":
        parts.append(f"follow-up: {_ASIDE.sub('', statistic.follow_up)}")
    around = f" ({'; '.join(parts)})" if parts else ""
    return f"{SETTINGS[statistic.design]}{around}"


_ODD_PLACE = re.compile(r"[(;0-9]")
_ASIDE = re.compile(r"\s*\([^)]*\)")
SETTINGS: dict[Design, str] = {
    "meta_rct": "In pooled randomised trials",
    "rct": "In a randomised trial",
    "cluster_rct": "In a randomised trial of whole groups",
    "natural_experiment": "In a natural experiment",
    "did": "In a comparison of changes over time",
    "matched": "In a matched comparison, not randomised",
    "its": "In a series of measurements before and after",
    "controlled_before_after": "In a comparison before and after, not randomised",
    "before_after": "In a comparison before and after, with no other group",
    "meta_cohort": "In pooled studies",
    "meta_correlation": "In pooled studies of how two things vary together",
    "cohort_adjusted": "In a study that followed people over time",
    "cohort_unadjusted": "In a study that followed people over time, unadjusted",
    "case_control": "In a study that compared cases with others",
    "cross_sectional": "In a study at one point in time",
    "review_cross_sectional": "In a review of studies at one point in time",
    "ecological": "In a comparison of places, not people",
    "survey_probability": "In a survey of a random sample",
    "survey_nonprobability": "In a survey of people who chose to take part",
    "admin_data": "In administrative records",
    "modelling": "In a calculation from a model",
    "umbrella_review": "In a review of reviews",
    "narrative_review": "In a review that did not pool its studies",
    "qualitative_synthesis": "In a review of what people said",
    "qualitative_study": "In a study of what people said",
    "case_study": "In one reported case",
    "expert_statement": "In the account of one expert",
}


def _detail(figure: Figure, clause: str) -> str:
    """The interval or p-value in brackets, with the name of a measure not yet said."""
    parts = []
    if "no clear difference" in clause or figure.measure in _UNSAID:
        parts.append(amounts.named(figure))
    parts.append(amounts.interval(figure))
    if not parts[-1] and figure.p:
        parts.append(f"p {'= ' if figure.p[0].isdigit() else ''}{figure.p}")
    said = ", ".join(part for part in parts if part)
    return f" ({said})" if said else ""


_UNSAID = {"correlation", "regression_coefficient"}


# What it does not show


def _odds(figure: Figure) -> str:
    if figure.measure != "odds_ratio":
        return ""
    return "These are odds; the chance itself differs by less."


def _limits(
    statistic: Statistic, figure: Figure | None, certainty: Certainty | None
) -> str:
    """What may be concluded, no more than the claim and the certainty allow."""
    sure = alone = ""
    if certainty and certainty != "not_rated":
        sure = f" ({spoken(certainty)} certainty)"
        alone = f"Certainty: {spoken(certainty)}."
    if statistic.claim_type == "qualitative":
        return "This is what somebody said, not a measured result."
    if statistic.claim_type == "economic":
        return f"{_economic(statistic)} {alone}".rstrip()
    if statistic.claim_type == "description" or not _differs(statistic, figure):
        return alone
    if statistic.claim_type == "effect":
        return _effect(statistic, certainty, sure)
    if statistic.design == "ecological":
        return f"This compares places, not people, and does not show a cause{sure}."
    return f"The two go together; this does not show that one causes the other{sure}."


def _differs(statistic: Statistic, figure: Figure | None) -> bool:
    """Whether there is a difference that could be due to something."""
    if figure is None:
        return statistic.stance in ("supports", "against")
    alone = figure.measure == "percent" and figure.reference_value is None
    return not alone and not is_unclear(statistic, figure)


def _effect(statistic: Statistic, certainty: Certainty | None, sure: str) -> str:
    cause = statistic.exposure or "what was done"
    match certainty:
        case "high":
            return f"The difference is due to {cause}{sure}."
        case "moderate":
            return f"The difference is probably due to {cause}{sure}."
        case "low":
            return f"The difference may be due to {cause}{sure}."
        case "very_low":
            return f"What made the difference is not known{sure}."
        case "not_rated":
            return "This is an illustration; it does not show what made the difference."
    return ""


def _economic(statistic: Statistic) -> str:
    kind = statistic.benefit_kind
    if kind == "cashable":
        return "The saving can be taken out of a budget."
    if kind is None:
        return "Whether a budget gets any of it back is not known."
    return f"This is {spoken(kind)}, not money that a budget gets back."


# Joining


def _joined(*parts: str) -> str:
    return " ".join(_sentence(part) for part in parts if part)


def _sentence(text: str) -> str:
    ended = text if text.endswith((".", "!", "?", "”")) else f"{text}."
    return f"{ended[:1].upper()}{ended[1:]}"
