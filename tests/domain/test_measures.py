"""One table of all measures, and what a figure says of better and worse."""

from typing import Any, get_args

import pytest

from relcase.domain.evidence import Figure
from relcase.domain.listed import Lead
from relcase.domain.measures import (
    MEASURES,
    includes_null,
    meaning,
    null_of,
    side,
)
from relcase.domain.vocabulary import Measure, Polarity


def figure(measure: Any, estimate: str | None, **fields: Any) -> Figure:
    return Figure(label="x", measure=measure, estimate=estimate, **fields)


def test_the_table_is_total() -> None:
    assert set(MEASURES) == set(get_args(Measure))


@pytest.mark.parametrize("measure", get_args(Measure))
def test_no_difference_is_a_possible_value(measure: Measure) -> None:
    about = MEASURES[measure]
    if about.null is not None:
        assert about.least is None or about.least <= about.null
        assert about.most is None or about.null <= about.most
    assert about.kind != "ratio" or about.null == 1
    assert about.kind not in ("difference", "change") or about.null == 0


@pytest.mark.parametrize(
    ("measure", "low", "high", "expected"),
    [
        ("odds_ratio", "1.42", "1.59", False),
        ("odds_ratio", "0.99", "1.44", True),
        ("odds_ratio", "1.00", "1.44", True),
        ("mean_difference", "-13.1", "-2.8", False),
        ("mean_difference", "-0.1", "2.8", True),
        ("percent", "20", "30", None),
        ("odds_ratio", None, None, None),
    ],
)
def test_an_interval_includes_no_difference(
    measure: str, low: str | None, high: str | None, expected: bool | None
) -> None:
    given = figure(measure, "1.2", low=low, high=high)
    assert includes_null(given) is expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (figure("odds_ratio", "1.50"), "above"),
        (figure("odds_ratio", "0.8"), "below"),
        (figure("odds_ratio", "1.0"), "at"),
        (figure("percent_change", "-14.0"), "below"),
        (figure("percent", "29", reference_value="38"), "below"),
        (figure("percent", "29"), None),
        (figure("other", None, direction="lower"), "below"),
        (figure("other", None, direction="none"), "at"),
        (figure("other", None, direction="unknown"), None),
        (figure("other", "5", reference_value="3"), None),
    ],
)
def test_which_side_of_no_difference(given: Figure, expected: str | None) -> None:
    assert side(given) == expected


@pytest.mark.parametrize(
    ("given", "polarity", "expected"),
    [
        (figure("relative_risk", "0.8"), "bad", "better"),
        (figure("relative_risk", "0.8"), "good", "worse"),
        (figure("relative_risk", "0.8", polarity="good"), "bad", "worse"),
        (figure("relative_risk", "0.8"), None, None),
        (figure("relative_risk", "1.00"), "bad", "no_difference"),
        (figure("benefit_cost_ratio", "2.5"), "bad", "better"),
        (figure("percent", "29"), "bad", None),
    ],
)
def test_better_or_worse(
    given: Figure, polarity: Polarity | None, expected: str | None
) -> None:
    assert meaning(given, polarity) == expected


def test_the_columns_of_a_listing_are_enough() -> None:
    lead = Lead("x", "odds_ratio", "1.50", "1.42", "1.59", *[None] * 6)
    assert (side(lead), includes_null(lead)) == ("above", False)
    assert meaning(lead, "good") == "better"
    assert null_of(lead) == 1
