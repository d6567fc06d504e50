"""Colours of a document, the same in every format: those of the drawings, and two more."""

from relcase.charts.palette import LIGHT

BLUE = LIGHT.strong
"""Headings, links, strong lines."""
GREY = LIGHT.soft
"""Words that come second."""
PALE = "#B5C0CA"
"""Thin lines."""
TINT = "#E8EEF3"
"""The ground under the header of a table."""
