"""The map of the evidence as a drawing: every cell speaks."""

from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from relcase.charts.chart import Chart
from relcase.charts.draw import draw
from relcase.charts.gap_drawing import chart
from relcase.charts.palette import LIGHT
from relcase.domain.gap_map import NOT_INEFFECTIVE, Held, gap_map

HELD = (
    Held("a", "A.", ("Health",), ("Deaths", "Cost"), "low", otherwise=False),
    Held("b", "B.", ("Health",), ("Deaths",), "moderate", otherwise=True),
)


@pytest.fixture
def drawn() -> Chart:
    names = ("Sector", "Outcome")
    columns = ("Deaths", "Cost", "<script>alert(1)</script> \u202ex")
    found = gap_map("Map", names, ("Health", "Housing"), columns, HELD)
    return chart(found, "Source: relcase.", LIGHT)


def test_every_cell_says_its_count_its_certainty_and_what_disagrees(
    drawn: Chart, written: Callable[[Chart], list[str]]
) -> None:
    said = written(drawn)
    assert {"2 records", "1 record", "best: moderate 1 found otherwise"} <= set(said)
    assert said.count("no record yet") == 4
    assert NOT_INEFFECTIVE in said


def test_the_alternative_tells_the_same(drawn: Chart) -> None:
    assert drawn.alt == (
        "Map of the evidence, 2 rows by sector and 3 columns by outcome. "
        "2 of 6 cells hold records, 4 have no record yet. "
        "Health, Deaths: 2 records, best: moderate, 1 found otherwise. "
        "Health, Cost: 1 record, best: low."
    )
    assert drawn.rows == (
        ("Health", "Deaths", "2", "moderate", "1"),
        ("Health", "Cost", "1", "low", "0"),
    )


def test_an_empty_cell_has_a_border_of_its_own(drawn: Chart) -> None:
    empty, *full = (one for one in drawn.spec["layer"] if one["mark"]["type"] == "rect")
    assert empty["mark"]["strokeDash"]
    assert not any("strokeDash" in one["mark"] for one in full)


def test_hostile_names_are_words(drawn: Chart) -> None:
    svg = draw(drawn, "svg").decode()
    assert not [
        one for one in ElementTree.fromstring(svg).iter() if "script" in one.tag
    ]
    assert "\u202e" not in svg
