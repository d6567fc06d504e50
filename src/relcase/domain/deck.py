"""A deck before it is written in a format: slides of four kinds, and what is said to each.

Composers make it, and one renderer a format writes it. A slide asserts one thing; what its
speaker may be asked stands in its notes. Nothing here knows how large a slide is: a
renderer measures, and splits what does not fit.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, get_args

from relcase.domain.content import Block, Image, Line, Quotation, Text
from relcase.domain.marker import Marker
from relcase.domain.vocabulary import Certainty

Size = Literal["16:9", "4:3"]
"""The shape of a slide."""
SIZES: tuple[Size, ...] = get_args(Size)
Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = get_args(Theme)
BULLET = Text("• ")
"""What a line of a slide begins with that is an item of a list, among paragraphs."""


class Number(NamedTuple):
    """The one number of a slide, and of whom it tells."""

    large: str
    """As it stands large: ``29 in 100``, ``1.50 times``, ``−14.0%``."""
    of: str
    """Whom or what it is about."""
    other: str = ""
    """The number it is compared with, where there is a pair: ``38 in 100``."""
    other_of: str = ""
    """Whom that one is about."""
    label: str = ""
    """What kind of number it is, and its interval."""


class Bar(NamedTuple):
    """One bar of a chart that can be edited: its name, its length, what is printed at it."""

    label: str
    value: float
    shown: str


class Bars(NamedTuple):
    """A comparison as bars from zero."""

    alt: str
    """The text that stands for it."""
    bars: tuple[Bar, ...]


Visual = Bars | Image


class Cover(NamedTuple):
    """The first slide."""

    title: str
    lines: tuple[Line, ...] = ()
    """What it is, in a line or two."""
    notes: tuple[Block, ...] = ()


class Section(NamedTuple):
    """The beginning of a part."""

    title: str
    lines: tuple[Line, ...] = ()
    """What the part holds."""
    notes: tuple[Block, ...] = ()


class Statement(NamedTuple):
    """One assertion: its number or its words, one caveat, how sure it is, its source."""

    title: str
    number: Number | None = None
    words: tuple[Line, ...] = ()
    """Paragraphs under the title, where there is no number, or beside it."""
    quotation: Quotation | None = None
    """Somebody's own words, and whose they are."""
    caveat: str = ""
    certainty: Certainty | None = None
    source: Line = ()
    """Who says so, with a link to it."""
    visual: Visual | None = None
    notes: tuple[Block, ...] = ()
    marker: Marker | None = None
    """By what its places are kept current, if they are."""


class Points(NamedTuple):
    """Short paragraphs under a title: a list of sources, or of things to do."""

    title: str
    items: tuple[Line, ...]
    is_references: bool = False
    """Whether it is a list of sources, which may stand small."""
    notes: tuple[Block, ...] = ()
    marker: Marker | None = None
    """By what a list of sources is kept current, if it is."""


Slide = Cover | Section | Statement | Points


class Deck(NamedTuple):
    """What a renderer is given."""

    title: str
    slides: tuple[Slide, ...]
    lang: str = "en-GB"


_REFERENCES, _POINTS = 5, 6
"""How many references or points stand on a slide whose text cannot be measured."""


def split(slides: Iterable[Slide]) -> Iterator[Slide]:
    """The slides, long lists of points and references gone on over several.

    The notes stay with the first of those that were one.
    """
    for one in slides:
        if not isinstance(one, Points):
            yield one
            continue
        most = _REFERENCES if one.is_references else _POINTS
        for start in range(0, len(one.items), most):
            items = one.items[start : start + most]
            yield one._replace(items=items, notes=one.notes if start == 0 else ())
