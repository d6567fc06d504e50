"""Every bar begins at zero, and compares what can be compared."""

from collections.abc import Callable
from typing import Any

import pytest

from relcase.charts import bars
from relcase.charts.chart import Bar, Chart
from relcase.charts.palette import LIGHT
from relcase.domain.record import Record
from relcase.errors import CannotDraw

Make = Callable[..., Record]


def scales(chart: Chart) -> list[dict[str, Any]]:
    """The scales of all that is drawn along numbers."""
    places = (layer["encoding"]["x"] for layer in chart.spec["layer"])
    return [one["scale"] for one in places if one["scale"]]


def test_two_groups(record: Make) -> None:
    chart = bars.chart(record(figure={"low": "66", "high": "74"}), LIGHT)
    assert chart.bars == (
        Bar("People with ties", 70, "70 in 100", 66, 74),
        Bar("People without", 60, "60 in 100"),
    )
    assert chart.rows[0] == ("People with ties", "70 in 100", "66 to 74")
    assert "People with ties: 70 in 100, likely range 66 to 74." in chart.alt


@pytest.mark.parametrize("estimate", ["70", "0.2", "-12"])
def test_zero_is_on_the_axis_and_every_bar_begins_there(
    record: Make, estimate: str
) -> None:
    money = {"measure": "score", "estimate": estimate, "reference_value": "9"}
    chart = bars.chart(record(figure=money), LIGHT)
    for scale in scales(chart):
        assert (scale["type"], scale["zero"]) == ("linear", True)
        assert scale["domain"][0] <= 0 <= scale["domain"][1]
    drawn = [one for one in chart.spec["layer"] if one["mark"]["type"] == "rect"]
    assert {one["zero"] for layer in drawn for one in layer["data"]["values"]} == {0}


def test_the_likely_range_is_told_in_words(
    record: Make, written: Callable[[Chart], list[str]]
) -> None:
    assert "likely range 66 to 74" in written(
        bars.chart(record(figure={"low": "66", "high": "74"}), LIGHT)
    )


def test_money_keeps_its_currency(record: Make) -> None:
    money = {"measure": "money", "unit": "pounds a year", "estimate": "948"}
    (mine, others) = bars.of_record(
        record(figure=money | {"reference_value": "1435"})
    ).bars
    assert (mine.shown, others.shown) == ("£948 a year", "£1,435 a year")


def test_a_change_beside_that_of_the_others(record: Make) -> None:
    change = {"measure": "percent_change", "estimate": "-14.0", "reference_value": None}
    found = bars.of_record(record(figure=change | {"reference_change": "28.5"}))
    assert [(one.label, one.shown) for one in found.bars] == [
        ("People with ties", "−14.0%"),
        ("Few ties", "28.5%"),
    ]


def test_before_and_after(record: Make) -> None:
    points = {
        "measure": "percentage_points",
        "estimate": "10",
        "reference_value": None,
        "before": "40",
        "after": "50",
    }
    assert [one.shown for one in bars.of_record(record(figure=points)).bars] == [
        "40%",
        "50%",
    ]


def test_the_percentages_of_a_study_that_leads_with_one(record: Make) -> None:
    alone = {"reference_value": None}
    other = {
        "label": "share who were seen",
        "estimate": "30.5",
        "reference_value": None,
    }
    found = bars.of_record(record(figure=alone, more=(other,)))
    assert [(one.label, one.shown) for one in found.bars] == [
        ("Share who were well", "70%"),
        ("Share who were seen", "30.5%"),
    ]


@pytest.mark.parametrize(
    "misleading",
    [
        {"figure": {"measure": "percentage_points"}},  # a difference beside a level
        {"figure": {"measure": "vote_count"}},
        {"design": "case_study"},
        {"figure": {"measure": "percent_change", "reference_value": None}},
    ],
)
def test_what_would_mislead_is_refused(
    record: Make, misleading: dict[str, Any]
) -> None:
    with pytest.raises(
        CannotDraw, match="'ties' does not give the numbers of both sides"
    ):
        bars.chart(record(**misleading), LIGHT)
