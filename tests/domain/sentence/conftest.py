"""A statistic with nothing odd about it, to be varied one field at a time."""

from collections.abc import Callable
from typing import Any

import pytest

from relcase.domain.evidence import (
    Comparator,
    Figure,
    Sample,
    Source,
    Statistic,
    Verification,
)
from relcase.domain.sentence import sentences
from relcase.domain.vocabulary import Certainty

Told = Callable[..., str]
COMPARATORS = {
    "other_group": Comparator(
        text="adults living alone", kind="other_group", geography="x"
    ),
    "other_area": Comparator(
        text="the rest of Yorkshire", kind="other_area", geography="York"
    ),
    "nowhere": Comparator(
        text="adults living alone", kind="other_group", geography="not_reported"
    ),
    "none": Comparator(text="nobody", kind="none", geography="not_applicable"),
    "before": Comparator(text="the year before", kind="before", geography="x"),
}


def statistic(**more: Any) -> Statistic:
    """A cohort of 500 adults; ``figure`` are the fields of its only figure.

    ``comparator`` is the name of one above.
    """
    figure = {
        "label": "x",
        "measure": "odds_ratio",
        "estimate": "1.50",
        "group": "adults with company",
        "reference_group": "adults living alone",
    } | more.pop("figure", {})
    usual: dict[str, Any] = {
        "id": "company",
        "headline": "Company went with sleep.",
        "sectors": ("health",),
        "source": Source(key="smith2020"),
        "verification": Verification(level="full_text", on="2026-01-01"),
        "claim": "Among 500 adults, company went with sleep.",
        "claim_type": "association",
        "stance": "supports",
        "use": "support",
        "outcome": "sleeping well",
        "outcomes": ("sleep",),
        "exposure": "company",
        "population": "adults",
        "place": None,
        "countries": ("GB",),
        "period": "2020",
        "follow_up": "two years",
        "design": "cohort_adjusted",
        "sample": Sample(participants=500),
        "figures": (Figure(**figure),),
    }
    usual["comparator"] = COMPARATORS[more.pop("comparator", "other_group")]
    return Statistic(**(usual | more))


@pytest.fixture
def make() -> Callable[..., Statistic]:
    """Makes such a statistic."""
    return statistic


@pytest.fixture
def short() -> Told:
    """Its sentence to say, with a certainty if one is given."""

    def tell(certainty: Certainty | None = None, **more: Any) -> str:
        return sentences(statistic(**more), certainty).short

    return tell


@pytest.fixture
def long() -> Told:
    """Its sentence to print."""

    def tell(certainty: Certainty | None = None, **more: Any) -> str:
        return sentences(statistic(**more), certainty).long

    return tell


@pytest.fixture
def found(short: Told) -> Told:
    """The sentence of a figure that concludes nothing: a description, not rated."""

    def tell(figure: dict[str, Any], **more: Any) -> str:
        return short(claim_type="description", figure=figure, **more)

    return tell
