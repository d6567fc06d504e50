"""Sources as a citation style writes them, in no particular format."""

from typing import NamedTuple

from relcase.domain.content import Line


class Cited(NamedTuple):
    """One source in the text: in brackets, and as part of the sentence."""

    parenthetical: Line
    narrative: Line


class Formatted(NamedTuple):
    """What one run of the citation engine gives for a set of sources."""

    citations: dict[str, Cited]
    references: tuple[tuple[str, Line], ...]
    """Key and line, in the order of the style."""
    left_open: bool = False
    """Whether citations are keys, and the list is made by the program that reads them."""
