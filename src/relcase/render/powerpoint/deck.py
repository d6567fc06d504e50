"""A deck as a PowerPoint file: in our own design, in a template, or in a deck that exists."""

import io
from typing import TYPE_CHECKING, Any, NamedTuple

from relcase.domain.deck import Deck, Size, Theme
from relcase.domain.inert import words
from relcase.errors import BadValue, MissingExtra

if TYPE_CHECKING:
    from relcase.render.powerpoint.layouts import Layouts


_PROPERTY = 255
"""Characters that a property of a document may have."""


class Foreign(NamedTuple):
    """A file of the user's, and what it is called."""

    name: str
    content: bytes
    option: str
    """The option that named it."""


def designed(deck: Deck, size: Size = "16:9", theme: Theme = "light") -> bytes:
    """A deck in our own design. Raises ``MissingExtra`` without python-pptx."""
    require()
    from relcase.render.powerpoint import design
    from relcase.render.powerpoint.layouts import chosen

    presentation = design.made(size, theme)
    found = chosen(presentation)
    assert found is not None
    return _written(presentation, found, deck)


def filled(deck: Deck, template: Foreign) -> bytes:
    """A deck in the layouts, fonts and colours of a template, without its own slides.

    Raises ``MissingExtra``, ``Unreadable``, and ``BadValue`` for a template that has no
    layout with room for a statistic.
    """
    require()
    from relcase.render.powerpoint.package import opened

    presentation = opened(template.content, template.name)
    found = _layouts(presentation, template)
    _empty(presentation)
    return _written(presentation, found, deck)


def extended(deck: Deck, existing: Foreign, after: int | None = None) -> bytes:
    """An existing deck with the slides of ``deck`` after its slide number ``after``.

    Without a number they stand at its end; 0 is before its first slide. In a deck with
    several designs they have that of the slide before them.

    All that was in it keeps its bytes but the presentation part, its relations and the
    list of content types. Raises what ``filled`` raises, and ``BadValue`` for a slide
    that it has not.
    """
    require()
    from relcase.render.powerpoint.fill import fill
    from relcase.render.powerpoint.insert import inserted

    def add(presentation: Any) -> None:
        count = len(presentation.slides)
        if after is not None and after > count:
            slides = "1 slide" if count == 1 else f"{count} slides"
            raise BadValue("--after", str(after), f"{existing.name} has {slides}")
        before = count if after is None else after
        beside = presentation.slides[max(before - 1, 0)] if count else None
        fill(presentation, _layouts(presentation, existing, beside), deck)

    return inserted(existing.content, existing.name, after, add)


def require() -> None:
    """Raises ``MissingExtra`` when python-pptx is not installed."""
    try:
        import pptx  # noqa: F401
    except ImportError:
        raise MissingExtra("PowerPoint") from None


def _layouts(presentation: Any, file: Foreign, beside: Any = None) -> "Layouts":
    from relcase.render.powerpoint.layouts import chosen

    if (found := chosen(presentation, beside)) is None:
        raise BadValue(file.option, file.name, _NO_LAYOUT)
    return found


_NO_LAYOUT = (
    "none of its layouts has a title and a text placeholder of at least 9 by 4.5 cm; "
    "add one (in PowerPoint: View, Slide Master, Insert Layout, Insert Placeholder, Text)"
)


def _empty(presentation: Any) -> None:
    """Takes out the slides that a template shows itself with, and their sections."""
    from pptx.oxml.ns import qn

    order = presentation.slides._sldIdLst
    for one in list(order):
        presentation.part.drop_rel(one.rId)
        order.remove(one)
    element = presentation.part._element
    for extension in element.findall(f"{qn('p:extLst')}/{qn('p:ext')}"):
        if any("sectionLst" in str(inner.tag) for inner in extension):
            extension.getparent().remove(extension)


def _written(presentation: Any, found: "Layouts", deck: Deck) -> bytes:
    from relcase.render.powerpoint.fill import fill

    fill(presentation, found, deck)
    about = presentation.core_properties
    about.title, about.author = words(deck.title)[:_PROPERTY], "relcase"
    about.last_modified_by = "relcase"
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()
