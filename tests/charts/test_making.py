"""The kind that says it best, and a sentence where there is none."""

from collections.abc import Callable
from typing import Any

import pytest

from relcase import api
from relcase.charts.lettering import width
from relcase.charts.making import chart
from relcase.domain.evidence import Quote, Source, Verification
from relcase.domain.query import Query
from relcase.domain.record import Record
from relcase.errors import CannotDraw

Make = Callable[..., Record]


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({}, "icons"),
        ({"figure": {"measure": "score"}}, "bars"),
        ({"ratio": {}, "more": ({},)}, "forest"),
        ({"ratio": {}}, "number"),
        ({"figure": {"estimate": "0.01", "reference_value": "0.03"}}, "bars"),
        ({"figure": {"reference_value": None}}, "number"),
        ({"figure": {"measure": "vote_count", "denominator": "90"}}, "number"),
    ],
)
def test_what_auto_chooses(record: Make, fields: dict[str, Any], kind: str) -> None:
    assert chart([record(**fields)]).kind == kind


def test_several_make_a_forest_plot(record: Make) -> None:
    both = [record("a", ratio={}), record("b", ratio={})]
    assert chart(both).kind == "forest"
    assert chart(both, title="What we found").title == "What we found"
    with pytest.raises(CannotDraw, match="one entry at a time, and 2 are asked for"):
        chart(both, "icons")


def test_what_cannot_be_drawn_at_all(record: Make) -> None:
    with pytest.raises(CannotDraw, match="there is nothing to draw"):
        chart([])
    quote = Quote(
        id="words",
        headline="x",
        sectors=("any",),
        source=Source(key="a"),
        verification=Verification(level="none", on="2026-01-15"),
        text="x",
    )
    with pytest.raises(CannotDraw, match="'words' is of the kind quote"):
        chart([Record(quote, "relcase")])
    with pytest.raises(
        CannotDraw, match="'ties' has no number: it was read in words only"
    ):
        chart([record(figures=(), no_figure="It was read in words only.")])


def test_a_number_says_what_it_is_of_whom_when(record: Make) -> None:
    alone = chart(
        [record(figure={"measure": "percent_change", "estimate": "-14.0"})], "number"
    )
    assert alone.rows == (
        ("Number", "−14.0%"),
        ("What it is", "Share who were well"),
        ("Who", "People with ties"),
        ("Compared with", "People without: 60%"),
        ("Studied", "Adults in Norway"),
        ("When", "2000 to 2010"),
    )
    assert alone.notes[0].startswith("A relative change")
    assert "One number, −14.0%: share who were well." in alone.alt


def test_a_record_no_longer_used_says_so(record: Make) -> None:
    assert chart([record(status="withdrawn")]).title.startswith("Withdrawn: People")


def test_no_words_of_the_whole_store_reach_over_an_edge() -> None:
    library, made = api.open_library(), 0
    for entry in library.find(Query(kinds=("statistic",), hidden=True)):
        record = library.record(entry.id)
        for kind in ("icons", "bars", "forest", "number"):
            try:
                spec = chart([record], kind).spec
            except CannotDraw:
                continue
            made += 1
            for layer in spec["layer"]:
                assert _right(layer) <= spec["width"] + 1, (entry.id, kind)
    assert made > 200


def _right(layer: dict[str, Any]) -> float:
    """How far to the right the words of a layer reach, those that begin at their place."""
    mark = layer["mark"]
    if mark["type"] != "text" or mark.get("align") != "left":
        return 0
    bold = mark["fontWeight"] == "bold"
    return max(
        (
            one["x"] + width(line, mark["fontSize"], bold=bold)
            for one in layer["data"]["values"]
            for line in one["text"].split("\n")
        ),
        default=0,
    )
