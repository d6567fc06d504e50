"""What a sentence does not show, and how sure it is: how it concludes."""

from relcase.domain.evidence import Figure, Statistic
from relcase.domain.sentence.found import is_unclear
from relcase.domain.vocabulary import Certainty, Design, spoken


def odds(figure: Figure, clause: str) -> str:
    """A reminder that odds are not chances, after a clause that speaks of odds."""
    if figure.measure != "odds_ratio" or " the odds of " not in clause:
        return ""
    return "These are odds; the chance itself differs by less."


def limits(
    statistic: Statistic,
    figure: Figure | None,
    certainty: Certainty | None,
    *,
    compared: bool = True,
    short: bool = False,
) -> str:
    """What may be concluded, no more than the claim and the certainty allow.

    ``compared`` says whether the words before it tell of a difference.
    """
    sure = alone = ""
    if certainty and certainty != "not_rated":
        sure = f" ({spoken(certainty)} certainty)"
        alone = f"Certainty: {spoken(certainty)}."
    if statistic.claim_type == "qualitative":
        return f"{_TOLD.get(statistic.design, _ACCOUNT)}, not a measured result."
    if statistic.claim_type == "economic":
        return f"{_economic(statistic)} {alone}".rstrip()
    if statistic.claim_type == "description":
        return _ONE_CASE if certainty == "not_rated" else alone
    if statistic.claim_type == "association" and statistic.design == "ecological":
        places = "This compares places, not people, and" if short else "This"
        return f"{places} does not show a cause{sure}."
    if not _differs(statistic, figure):
        rest = _otherwise(statistic, figure) or _mixed(statistic)
        return f"{rest} {alone}".strip()
    if statistic.claim_type == "effect":
        cause = "what was done" if short else statistic.exposure or "what was done"
        said = _effect(cause, certainty, sure, compared=compared)
    else:
        said = (
            f"The two go together; this does not show that one causes the other{sure}."
        )
    return f"{_mixed(statistic)} {said}".strip()


def _differs(statistic: Statistic, figure: Figure | None) -> bool:
    """Whether there is a difference that could be due to something."""
    if statistic.stance == "no_clear_difference":
        return False
    if figure is None:
        return statistic.stance in ("supports", "against")
    alone = figure.measure == "percent" and figure.reference_value is None
    return not alone and not is_unclear(statistic, figure)


def _otherwise(statistic: Statistic, figure: Figure | None) -> str:
    """What showed no clear difference, where the lead figure is about something else."""
    if figure is None or is_unclear(statistic, figure):
        return ""
    for other in statistic.figures:
        if other.role == "result" and other.direction == "none" and other.outcome:
            return f"There was no clear difference in {other.outcome}."
    return ""


def _mixed(statistic: Statistic) -> str:
    """That the lead figure is not all there is, where the study found both ways.

    Without a figure, the headline and the claim tell of both themselves.
    """
    if statistic.lead is None:
        if statistic.stance == "mixed" and statistic.claim_type == "association":
            return "This does not show that one causes the other."
        return ""
    return _BESIDES.get(statistic.stance, "")


_BESIDES = {
    "mixed": "Other results of the study differ.",
    "against": "Other results of the study speak against it.",
}


_ONE_CASE = "This is an illustration; it does not show how common that is."


def _effect(
    cause: str, certainty: Certainty | None, sure: str, *, compared: bool
) -> str:
    match certainty:
        case "high":
            return f"The difference is due to {cause}{sure}."
        case "moderate":
            return f"The difference is probably due to {cause}{sure}."
        case "low":
            return f"The difference may be due to {cause}{sure}."
        case "very_low":
            what = "What made the difference" if compared else "Why"
            return f"{what} is not known{sure}."
        case "not_rated":
            return "This is an illustration; it does not show what made the difference."
    return ""


_ACCOUNT = "This is an account"
_TOLD: dict[Design, str] = {
    "qualitative_study": "This is what people said",
    "qualitative_synthesis": "This is what people said",
}


def _economic(statistic: Statistic) -> str:
    kind = statistic.benefit_kind
    if kind == "cashable":
        return "The saving can be taken out of a budget."
    if kind is None:
        return "Whether a budget gets any of it back is not known."
    return f"This is {spoken(kind)}, not money that a budget gets back."
