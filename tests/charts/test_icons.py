"""Two groups of the same size, side by side."""

from collections.abc import Callable
from typing import Any

import pytest

from relcase.charts import icons
from relcase.charts.chart import Chart
from relcase.charts.palette import LIGHT
from relcase.domain.record import Record
from relcase.errors import CannotDraw

Make = Callable[..., Record]
Marks = Callable[[Chart, str], list[dict[str, Any]]]


def drawn(chart: Chart, marks: Marks) -> tuple[int, int]:
    """Icons that are full, and icons that are outlines; the key has one of each."""
    full, empty = (
        sum(
            len(layer["data"]["values"])
            for layer in marks(chart, "point")
            if layer["mark"]["filled"] is filled
        )
        for filled in (True, False)
    )
    return full - 1, empty - 1


def test_as_many_icons_as_people(record: Make, marks: Marks) -> None:
    chart = icons.chart(record(), LIGHT)
    assert drawn(chart, marks) == (70 + 60, 30 + 40)
    assert chart.rows == (("People with ties", "70", ""), ("People without", "60", ""))
    assert chart.alt == (
        "Icon arrays of two groups of 100, counting: being well. "
        "People with ties were well more often. "
        "People with ties: 70 in 100. People without: 60 in 100. "
        "Certainty: moderate. "
        "This shows that the two go together, not that one causes the other."
    )
    assert chart.source == "Source: Aster et al., 2015. https://doi.org/10.1/a"


def test_those_who_had_it_stand_together(record: Make, marks: Marks) -> None:
    first, *_ = marks(icons.chart(record(), LIGHT), "point")
    left = [one for one in first["data"]["values"] if one["x"] < 380][:70]
    assert len({one["y"] for one in left}) == 7
    assert len({one["x"] for one in left}) == 10


def test_full_and_empty_icons_differ_without_colour(record: Make, marks: Marks) -> None:
    full, empty, *_ = marks(icons.chart(record(), LIGHT), "point")
    assert (full["mark"]["filled"], empty["mark"]["filled"]) == (True, False)


def test_rare_things_among_a_thousand(record: Make, marks: Marks) -> None:
    chart = icons.chart(
        record(figure={"estimate": "0.4", "reference_value": "0.9"}), LIGHT
    )
    assert drawn(chart, marks) == (4 + 9, 996 + 991)


def test_still_rarer_things_are_not_drawn(record: Make) -> None:
    rare = record(figure={"estimate": "0.01", "reference_value": "0.03"})
    with pytest.raises(CannotDraw, match="'ties' is too rare to be seen among 1,000"):
        icons.chart(rare, LIGHT)


def test_a_ratio_without_a_baseline_is_marked_as_an_illustration(
    record: Make, written: Callable[[Chart], list[str]]
) -> None:
    chart = icons.chart(record(ratio={}), LIGHT)
    assert chart.notes[0] == (
        "Illustration, not from the study: what its odds ratio 1.50 (95% CI 1.42 to "
        "1.59) would mean if it happened to 50 in 100 of the second group."
    )
    assert icons.ILLUSTRATION in written(chart)
    assert icons.ILLUSTRATION in written(
        icons.chart(record(ratio={}), LIGHT, bare=True)
    )
    assert "likely range 59 to 61 in 100" in written(chart)


def test_a_ratio_with_a_baseline_is_no_illustration(
    record: Make, written: Callable[[Chart], list[str]]
) -> None:
    from relcase.domain.evidence import Baseline

    chart = icons.chart(record(ratio={"baseline": Baseline(risk="0.2")}), LIGHT)
    assert [row[1] for row in chart.rows] == ["27", "20"]
    assert not any("Illustration" in one for one in (*chart.notes, *written(chart)))


def test_what_gives_no_pair_is_refused_with_what_there_is(record: Make) -> None:
    alone = record(figure={"measure": "correlation", "estimate": "0.3"})
    with pytest.raises(CannotDraw) as refused:
        icons.chart(alone, LIGHT)
    assert str(refused.value) == (
        "This cannot be drawn as icons: 'ties' does not say how many in 100 had the "
        "outcome in each group (its figure is: correlation 0.3). --kind auto finds "
        "another way."
    )


def test_beside_words_only_what_they_do_not_say(
    record: Make, marks: Marks, written: Callable[[Chart], list[str]]
) -> None:
    chart = icons.chart(record(), LIGHT, beside_words=True)
    assert drawn(chart, marks) == (70 + 60, 30 + 40)
    assert written(chart) == [
        "70 in 100",
        "60 in 100",
        "being well",
        "all others in the group",
    ]
    assert chart._replace(spec={}) == icons.chart(record(), LIGHT)._replace(spec={})


def test_bare_for_a_page_that_has_title_and_source(record: Make) -> None:
    bare = icons.chart(record(), LIGHT, bare=True)
    assert "title" not in bare.spec
    assert "Source" not in str(bare.spec["layer"])
    assert bare.spec["description"] == bare.alt
    assert bare.notes == icons.chart(record(), LIGHT).notes
