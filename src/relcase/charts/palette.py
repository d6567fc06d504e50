"""Colours of the drawings, light and dark.

The light ones are those of the Analysis Function of the British government. Words stand
at least 4.5 to 1 against the ground, drawn parts 3 to 1 against the ground and against
their neighbours; a test computes it.
"""

from collections.abc import Mapping
from typing import NamedTuple

from relcase.domain.vocabulary import Certainty


class Theme(NamedTuple):
    """The colours that a drawing uses, by what they are for."""

    name: str
    ground: str
    ink: str
    """Titles and numbers."""
    soft: str
    """Words that come second."""
    strong: str
    """What the drawing is about."""
    rest: str
    """What it is compared with."""
    line: str
    """Thin lines that are read: the null line, an axis."""
    levels: Mapping[Certainty, str]
    """Grounds of cells, deeper the surer; each also says its certainty in words."""


LIGHT = Theme(
    name="light",
    ground="#FFFFFF",
    ink="#1F1F1F",
    soft="#3D3D3D",
    strong="#12436D",
    rest="#949494",
    line="#6B6B6B",
    levels={
        "high": "#8FB4D4",
        "moderate": "#B9CFE2",
        "low": "#DCE6EF",
        "very_low": "#F3F6F9",
        "not_rated": "#FFFFFF",
    },
)
DARK = Theme(
    name="dark",
    ground="#0B1620",
    ink="#FFFFFF",
    soft="#D5DCE2",
    strong="#A9D6FF",
    rest="#66737F",
    line="#93A0AB",
    levels={
        "high": "#2F6088",
        "moderate": "#264A66",
        "low": "#1D3446",
        "very_low": "#16242F",
        "not_rated": "#0B1620",
    },
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}
