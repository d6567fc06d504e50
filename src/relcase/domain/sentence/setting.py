"""Where a number comes from, and what stands in brackets after it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from relcase.domain import amounts
from relcase.domain.conversions import RATIOS
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.printed import whole
from relcase.domain.sentence.found import is_unclear
from relcase.domain.sentence.phrases import is_name, number
from relcase.domain.vocabulary import Design


def place_before(statistic: Statistic, clause: str) -> str:
    """``In England, ``: where it was, if that is a name and not said already."""
    place = statistic.place or ""
    if not is_name(place) or place.partition(",")[0] in clause:
        return ""
    if clause.startswith("one place"):
        return ""
    article = "the " if _ARTICLE.match(place) else ""
    return f"In {article}{place}, "


_ARTICLE = re.compile(r"(?:United|Netherlands|Philippines|Czech Republic|U[KS]A?\b)")


def setting(statistic: Statistic, clause: str = "") -> str:
    """The kind of study with its size: ``In a randomised trial (441 people; England)``.

    What the ``clause`` after it says already is left out.
    """
    parts = list(_size(statistic))
    place = statistic.place
    if place and place not in clause and not _ODD_PLACE.search(place):
        parts.append(place)
    if statistic.claim_type == "description" and statistic.period not in _UNKNOWN:
        parts.append(_plain(statistic.period))
    if statistic.follow_up not in _UNKNOWN:
        parts.append(f"follow-up: {_plain(statistic.follow_up)}")
    around = f" ({'; '.join(parts)})" if parts else ""
    studies, _ = _counts(statistic)
    named = _POOLED if studies is not None and studies > 1 else SETTINGS
    return f"{named.get(statistic.design, SETTINGS[statistic.design])}{around}"


def _size(statistic: Statistic) -> Iterator[str]:
    """The studies and people that the lead figure rests on, as far as that is known.

    The sample of the whole study would be claimed for too much where the figure names
    its own, and for a percentage, which is often of some of the people only.
    """
    lead = statistic.lead
    studies, people = _counts(statistic)
    if (
        studies is not None
        and studies > 1
        and not (lead and lead.measure == "vote_count")
    ):
        yield f"{studies:,} studies"
    if people is not None and statistic.design != "ecological":
        yield f"{people:,} people"


def _counts(statistic: Statistic) -> tuple[int | None, int | None]:
    lead, sample = statistic.lead, statistic.sample
    if lead is not None and (lead.studies is not None or lead.participants is not None):
        return lead.studies, lead.participants
    studies = sample.studies if sample else None
    if lead is not None and lead.measure == "percent":
        return studies, _denominators(lead)
    return studies, sample.participants if sample else None


def _denominators(figure: Figure) -> int | None:
    """How many a percentage is of, in both groups if it compares them."""
    first, second = whole(figure.denominator), whole(figure.reference_denominator)
    if figure.reference_value is None:
        return first
    return first + second if first and second else None


def _plain(told: str) -> str:
    """A period without its asides, and without what would end it in the brackets."""
    return _ASIDE.sub("", told).replace(";", ",")


_UNKNOWN = ("not_reported", "not_applicable")
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
    "meta_correlation": "In pooled correlations",
    "cohort_adjusted": "In a study that followed people over time",
    "cohort_unadjusted": "In a study that followed people over time, unadjusted",
    "case_control": "In a study that compared cases with others",
    "cross_sectional": "In a study at one point in time",
    "review_cross_sectional": "In a review of studies, each at one point in time",
    "ecological": "In a comparison of places, not people",
    "survey_probability": "In a survey of a random sample",
    "survey_nonprobability": "In a survey of people who chose to take part",
    "admin_data": "In administrative records",
    "modelling": "In a calculation from a model",
    "umbrella_review": "In a review of reviews",
    "narrative_review": "As told in a review",
    "qualitative_synthesis": "In a review of what people said",
    "qualitative_study": "In a study of what people said",
    "case_study": "In one reported case",
    "expert_statement": "In the account of one expert",
}


_POOLED: dict[Design, str] = {
    "case_control": "In pooled studies that compared cases with others",
}
"""The same for designs of one study, where several were put together."""


def detail(statistic: Statistic, figure: Figure, clause: str) -> str:
    """The interval or p-value in brackets, with the name of a measure not yet said."""
    parts = []
    if is_unclear(statistic, figure):
        reference = replace(figure, estimate=figure.reference_value)
        parts.append(amounts.named(figure))
        parts.append(f"against {large}" if (large := amounts.large(reference)) else "")
    elif not _is_said(figure, clause):
        parts.append(amounts.named(figure))
    parts.append(amounts.interval(figure))
    if figure.p and not parts[-1]:
        sign = "= " if figure.p[0].isdigit() else f"{figure.p[0]} "
        parts.append(f"p {sign}{figure.p.lstrip('<>= ')}")
    said = ", ".join(part for part in parts if part)
    return f" ({said})" if said else ""


def _is_said(figure: Figure, clause: str) -> bool:
    """Whether the clause holds the number: not of a link, nor of a ratio told in people."""
    if figure.measure in ("correlation", "regression_coefficient"):
        return False
    return figure.measure not in RATIOS or f"{number(figure)} times " in clause
