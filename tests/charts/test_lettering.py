"""Words are broken before they reach an edge."""

import re

import pytest
import vl_convert
from hypothesis import given
from hypothesis import strategies as st

from relcase.charts.lettering import FONT, balanced, width, wrapped


@given(st.text(max_size=200), st.integers(40, 400), st.booleans())
def test_no_line_is_wider_than_its_room(text: str, room: int, bold: bool) -> None:
    lines = wrapped(text, room, 14, bold=bold)
    assert all(width(line, 14, bold=bold) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(text.split())


def test_a_long_address_is_broken_where_a_reader_expects_it() -> None:
    lines = wrapped("See https://doi.org/10.1000/abc-def-ghi", 120, 13)
    assert lines == ["See", "https://doi.org/", "10.1000/abc-def-ghi"]


def test_a_title_ends_on_no_lonely_word() -> None:
    title = "In trials, midwives who stay with women made more births spontaneous"
    assert wrapped(title, 500, 16)[-1] == "spontaneous"
    assert balanced(title, 500, 16) == [
        "In trials, midwives who stay with women",
        "made more births spontaneous",
    ]
    assert balanced("", 500, 16) == []


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(
    "text", ["Hamburgefonstiv 1,234.50 (−0.3%)", "WWW mmm iii “lll”", "Šťastný Éire ñ"]
)
def test_the_widths_are_those_of_the_font_that_draws(text: str, bold: bool) -> None:
    spec = {
        "data": {"values": [{}]},
        "mark": {"type": "text", "text": text, "align": "left", "fontSize": 100},
        "encoding": {"x": {"value": 0}},
        "width": 1,
        "height": 1,
        "padding": 0,
        "config": {"view": {"stroke": None}, "font": FONT},
    }
    if bold:
        spec["mark"] |= {"fontWeight": "bold"}  # type: ignore[operator]
    svg = vl_convert.vegalite_to_svg(spec)
    found = re.search(r'width="([\d.]+)"', svg)
    assert found
    drawn, counted = float(found[1]), width(text, 100, bold=bold)
    assert drawn - 3 <= counted <= drawn * 1.16
