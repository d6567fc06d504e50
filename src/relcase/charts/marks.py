"""The marks of a drawing as layers of Vega-Lite: words, lines, areas, points.

Places are pixels from the upper left corner of the drawing, as ``scale: null`` takes them;
where a number is drawn, its layer has a scale of its own (see ``along``).
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from relcase.domain.inert import words

Layer = dict[str, Any]
Align = Literal["left", "center", "right"]


class Words(NamedTuple):
    """Lines of text at a place; ``y`` is the upper edge of the first."""

    x: float
    y: float
    lines: Sequence[str]


class Hand(NamedTuple):
    """How words are written."""

    size: float
    color: str
    bold: bool = False
    align: Align = "left"

    @property
    def line_height(self) -> float:
        """Pixels from one line to the next."""
        return round(self.size * 1.3)

    def height(self, lines: Sequence[str]) -> float:
        """Pixels that some lines take."""
        return len(lines) * self.line_height


def text(written: Sequence[Words], hand: Hand) -> Layer:
    """Words in one hand at several places."""
    values = [
        {"x": one.x, "y": one.y, "text": "\n".join(words(line) for line in one.lines)}
        for one in written
    ]
    mark = {
        "type": "text",
        "align": hand.align,
        "baseline": "top",
        "lineBreak": "\n",
        "lineHeight": hand.line_height,
        "fontSize": hand.size,
        "fontWeight": "bold" if hand.bold else "normal",
        "color": hand.color,
    }
    places = {"x": placed("x"), "y": placed("y"), "text": {"field": "text"}}
    return layer(values, mark, places)


def layer(
    values: Sequence[Mapping[str, Any]],
    mark: Mapping[str, Any],
    encoding: Mapping[str, Any],
) -> Layer:
    """One layer with its own data; no tooltip and no text for screen readers, because
    the whole drawing has one."""
    return {
        "data": {"values": [dict(one) for one in values]},
        "mark": dict(mark),
        "encoding": dict(encoding),
    }


def placed(field: str) -> dict[str, Any]:
    """A field that holds pixels."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def along(field: str, scale: Mapping[str, Any]) -> dict[str, Any]:
    """A field that holds numbers, placed by a scale."""
    return {"field": field, "type": "quantitative", "scale": dict(scale), "axis": None}


def lines(values: Sequence[tuple[float, float, float, float]], color: str) -> Layer:
    """Straight lines from one place to another: ``x``, ``y``, ``x2``, ``y2``."""
    return layer(
        [dict(zip(("x", "y", "x2", "y2"), one, strict=True)) for one in values],
        {"type": "rule", "color": color},
        {
            "x": placed("x"),
            "y": placed("y"),
            "x2": {"field": "x2"},
            "y2": {"field": "y2"},
        },
    )
