"""A chart before it is drawn: its words, its numbers, its specification."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

Kind = Literal["icons", "bars", "forest", "number"]

Drawn = Literal[Kind, "map"]
"""Kinds of chart that records make, and the map of a whole store."""


class Bar(NamedTuple):
    """One bar of a comparison, also for a chart that PowerPoint draws."""

    label: str
    value: float
    shown: str
    """The value as it is printed, with its unit."""
    low: float | None = None
    high: float | None = None


class Chart(NamedTuple):
    """What a chart says, in words, in numbers and as a drawing."""

    kind: Drawn
    title: str
    """The sentence over it."""
    alt: str
    """The text that stands for it: the type, of what data, the point, the numbers."""
    source: str
    """Who found it, with an address: one line."""
    notes: tuple[str, ...]
    """What has to be said beside it: its certainty, and what is an illustration."""
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """The numbers as a table."""
    bars: tuple[Bar, ...] = ()
    """The bars of a comparison, for a chart that can be edited; else empty."""
    spec: Mapping[str, Any] = MappingProxyType({})
    """The drawing as Vega-Lite, plain data; empty until it is drawn (``frame``)."""
