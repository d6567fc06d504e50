"""What every drawing has around it: the sentence over it, notes and source under it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from relcase.charts.chart import Chart
from relcase.charts.lettering import FONT, balanced, wrapped
from relcase.charts.marks import Hand, Layer, Words, text
from relcase.charts.palette import Theme
from relcase.domain.inert import words

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
WIDTH = 760
"""Pixels of a drawing from its left to its right edge, without the margin."""
MARGIN = 28
_GAP = 22
"""Pixels between the parts of a drawing."""


class Part(NamedTuple):
    """What is drawn between title and notes: layers that begin at the upper edge."""

    layers: tuple[Layer, ...]
    height: float
    width: float = WIDTH


def framed(chart: Chart, part: Part, theme: Theme, *, bare: bool = False) -> Chart:
    """The chart with its drawing as Vega-Lite, every line of text broken to fit.

    ``bare`` leaves out title, notes and source, for a page that has them itself.
    """
    title, alt, notes, source = chart.title, chart.alt, chart.notes, chart.source
    below = () if bare else tuple(_below(part, theme, notes, source))
    height = part.height + (sum(one.height for one in below) if below else 0)
    layers = [*part.layers, *(one for block in below for one in block.layers)]
    over = balanced(words(title), part.width, _TITLE, bold=True)
    heading = {} if bare else {"title": _heading(over, theme)}
    spec = {
        "$schema": SCHEMA,
        "description": words(alt),
        "usermeta": {
            "title": words(title),
            "notes": [words(one) for one in notes],
            "source": words(source),
        },
        **heading,
        "width": part.width,
        "height": height,
        "padding": 8 if bare else MARGIN,
        "background": theme.ground,
        "config": {"view": {"stroke": None}, "aria": False, "font": FONT},
        "layer": layers,
    }
    return chart._replace(spec=spec)


_TITLE = 22


def _heading(over: Sequence[str], theme: Theme) -> dict[str, Any]:
    return {
        "text": list(over),
        "anchor": "start",
        "frame": "group",
        "fontSize": _TITLE,
        "fontWeight": "bold",
        "lineHeight": 28,
        "color": theme.ink,
        "offset": _GAP,
    }


def _below(part: Part, theme: Theme, notes: Sequence[str], source: str) -> list[Part]:
    """Notes, then the source, each under the other."""
    parts: list[Part] = []
    at = part.height
    for hand, paragraphs, gap in (
        (Hand(14, theme.ink), notes, _GAP),
        (Hand(13, theme.soft), (source,), 8),
    ):
        layers = []
        start = at
        at += gap
        for one in paragraphs:
            lines = wrapped(words(one), part.width, hand.size)
            layers.append(text([Words(0, at, lines)], hand))
            at += hand.height(lines) + 4
        parts.append(Part(tuple(layers), at - start))
    return parts
