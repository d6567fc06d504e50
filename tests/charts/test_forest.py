"""Estimates of one measure under each other; nothing mixed, nothing pooled."""

from collections.abc import Callable
from typing import Any

import pytest

from relcase.charts import forest
from relcase.charts.chart import Chart
from relcase.charts.forest_drawing import ticks
from relcase.charts.palette import LIGHT
from relcase.domain.record import Record
from relcase.errors import CannotDraw

Make = Callable[..., Record]
Marks = Callable[[Chart, str], list[dict[str, Any]]]
DIFFERENCE: dict[str, Any] = {
    "measure": "mean_difference",
    "estimate": "-2",
    "low": "-3",
    "high": "1",
    "unit": "points",
    "reference_value": None,
}


def scale(chart: Chart, marks: Marks) -> Any:
    return marks(chart, "point")[0]["encoding"]["x"]["scale"]


def test_ratios_stand_on_a_logarithmic_axis(record: Make, marks: Marks) -> None:
    used = scale(forest.chart([record(ratio={})], LIGHT), marks)
    assert used["type"] == "log"
    low, high = used["domain"]
    assert low * high == pytest.approx(1), "halving looks like doubling"
    assert low < 1.42
    assert high > 1.59


def test_differences_stand_on_a_plain_axis_with_zero(
    record: Make, marks: Marks
) -> None:
    used = scale(forest.chart([record(figure=DIFFERENCE)], LIGHT), marks)
    assert used["type"] == "linear"
    assert used["domain"][0] == -used["domain"][1] <= -3


def test_no_difference_is_labelled_and_better_is_said_in_words(
    record: Make, written: Callable[[Chart], list[str]]
) -> None:
    good = forest.chart([record(ratio={})], LIGHT)
    assert {"1", "no difference", "← less: worse", "more: better →"} <= set(
        written(good)
    )
    bad = forest.chart([record(ratio={})._replace(polarity="bad")], LIGHT)
    assert {"← less: better", "more: worse →"} <= set(written(bad))
    unknown = forest.chart([record(ratio={})._replace(polarity=None)], LIGHT)
    assert {"← less", "more →"} <= set(written(unknown))


def test_effects_and_associations_apart_and_points_of_one_size(
    record: Make, marks: Marks, written: Callable[[Chart], list[str]]
) -> None:
    chart = forest.chart(
        [
            record("a", ratio={}),
            record("b", ratio={"estimate": "0.90"}, claim_type="effect"),
            record("c", ratio={}),
        ],
        LIGHT,
    )
    assert [row[-1] for row in chart.rows] == ["effect", "association", "association"]
    said = written(chart)
    assert said.index("Effects") < said.index("Associations: what goes together")
    (points,) = marks(chart, "point")
    assert len(points["data"]["values"]) == 3, (
        "no diamond that we would have to compute"
    )
    assert isinstance(points["mark"]["size"], int)
    assert forest.NO_POOL in chart.notes


def test_findings_to_the_contrary_say_so(record: Make) -> None:
    chart = forest.chart(
        [record("a", ratio={}), record("b", ratio={}, stance="against")], LIGHT
    )
    assert [row[0] for row in chart.rows] == [
        "Aster et al., 2015",
        "Aster et al., 2015 (found the contrary)",
    ]
    assert "Aster et al., 2015 (found the contrary)" in chart.alt


def test_measures_are_not_mixed(record: Make) -> None:
    hazard = record("b", ratio={"measure": "hazard_ratio"})
    with pytest.raises(CannotDraw) as refused:
        forest.chart([record("a", ratio={}), hazard], LIGHT)
    assert str(refused.value) == (
        "This cannot be drawn as a forest plot: its results have different measures, "
        "which cannot stand on one axis: odds ratio (1), hazard ratio (1). Choose those "
        "of one measure, with --measure, or one: relcase chart a"
    )


def test_nor_are_the_units_of_differences(record: Make) -> None:
    days = record("b", figure=DIFFERENCE | {"unit": "days"})
    with pytest.raises(
        CannotDraw, match=r"mean difference in points .1., .* in days .1."
    ):
        forest.chart([record("a", figure=DIFFERENCE), days], LIGHT)


def test_nor_outcomes(record: Make) -> None:
    other = record("b", ratio={}, outcomes=("cost",))
    with pytest.raises(
        CannotDraw, match=r"different outcomes: wellbeing \(1\), cost \(1\)"
    ):
        forest.chart([record("a", ratio={}), other], LIGHT)


def test_one_record_shows_its_figures_of_that_measure(record: Make) -> None:
    more = (
        {"label": "odds of walking", "estimate": "1.1", "low": "0.9"},
        {"label": "share who were well", "measure": "percent", "estimate": "70"},
        {"label": "people asked", "role": "context"},
    )
    chart = forest.chart([record(ratio={}, more=more)], LIGHT)
    assert [(row[0], row[2], row[3]) for row in chart.rows] == [
        ("Odds of living", "1.50 (1.42 to 1.59)", "moderate"),
        ("Odds of walking", "1.1 (0.9 to 1.59)", ""),
    ]


def test_one_result_is_called_one(record: Make) -> None:
    alt = forest.chart([record(ratio={})], LIGHT).alt
    assert alt.startswith(
        "Forest plot of one result, an odds ratio, with its likely range. "
    )


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"figure": {}}, "A percent has no value that means no difference"),
        ({"ratio": {"low": None, "high": None}}, "'ties' gives no likely range"),
        ({"ratio": {"low": "0"}}, "a ratio of zero or less has no place"),
        (
            {"figure": {"estimate": None, "direction": "higher"}},
            "the source says which way it went, and not how far",
        ),
        (
            {"figure": {"role": "context"}},
            "its figures describe the study and are no result",
        ),
    ],
)
def test_what_has_no_place_is_refused(
    record: Make, fields: dict[str, Any], why: str
) -> None:
    with pytest.raises(CannotDraw, match=why):
        forest.chart([record(**fields)], LIGHT)


def test_an_estimate_without_a_range_says_so(record: Make) -> None:
    bare = record("b", ratio={"low": None, "high": None})
    chart = forest.chart([record("a", ratio={}), bare], LIGHT)
    assert chart.rows[1][2] == "1.50 (range not reported)"


@pytest.mark.parametrize(
    ("high", "expected"),
    [
        (1.4, [0.8, 1, 1.25]),
        (2.0, [0.5, 1, 2]),
        (25, [0.1, 1, 10]),
        (2000, [0.001, 0.01, 0.1, 1, 10, 100, 1000]),
    ],
)
def test_ticks_of_ratios(high: float, expected: list[float]) -> None:
    assert ticks(1 / high, high, ratio=True) == expected


@pytest.mark.parametrize("high", [0.05, 0.9, 1.0, 7.3, 4000.0])
def test_ticks_of_differences(high: float) -> None:
    low, zero, top = ticks(-high, high, ratio=False)
    assert (low, zero) == (-top, 0)
    assert high / 12 <= top <= high
