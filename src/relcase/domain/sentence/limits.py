"""What a sentence does not show, and how sure it is: how it concludes."""

from relcase.domain.evidence import Figure, Statistic
from relcase.domain.sentence.found import is_unclear
from relcase.domain.vocabulary import Certainty, spoken


def odds(figure: Figure, clause: str) -> str:
    """A reminder that odds are not chances, after a clause that speaks of odds."""
    if figure.measure != "odds_ratio" or " in 100 " in clause:
        return ""
    return "These are odds; the chance itself differs by less."


def limits(
    statistic: Statistic, figure: Figure | None, certainty: Certainty | None
) -> str:
    """What may be concluded, no more than the claim and the certainty allow."""
    sure = alone = ""
    if certainty and certainty != "not_rated":
        sure = f" ({spoken(certainty)} certainty)"
        alone = f"Certainty: {spoken(certainty)}."
    if statistic.claim_type == "qualitative":
        return "It is one person's account, not a measured result."
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
    if statistic.stance == "no_clear_difference":
        return False
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
