"""The whole store as a deck, templates made by code, and a look into what was written."""

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from pptx import Presentation

from relcase.api import Library, decks
from relcase.api.decks import Look
from relcase.domain.content import Paragraph, Text, line
from relcase.domain.deck import Bar, Bars, Deck, Number, Points, Statement
from relcase.domain.query import Query
from relcase.domain.vocabulary import KINDS
from relcase.render.powerpoint import layouts
from relcase.render.powerpoint.measure import Para, Room, Run, fits

STATEMENT = Statement(
    title="People with ties lived longer than people without.",
    number=Number("29 in 100", "with ties", "compared with 38 in 100", "without"),
    caveat="One study, in one town.",
    certainty="low",
    source=line(
        "Source: Aster, 2015. ",
        Text("https://doi.org/10.1/x", "", "https://doi.org/10.1/x"),
    ),
    notes=(Paragraph(line("Say it slowly.")),),
)
BARS = Bars(
    "Bar chart: with ties 29%, without 38%.",
    (Bar("With ties", 29.0, "29%"), Bar("Without ties", 38.0, "38%")),
)


class Placed(NamedTuple):
    """The text of one placeholder as it was written, and its box."""

    slide: int
    name: str
    text: str
    paras: list[Para]
    room: Room
    box: layouts.Box

    @property
    def fits(self) -> bool:
        return fits(self.paras, self.room)


@pytest.fixture(scope="session")
def whole_store(library: Library) -> Deck:
    """Every entry of relcase's own store, of every kind."""
    answer = library.answer(Query(kinds=KINDS))
    return decks.deck(library, answer, "harvard-cite-them-right", "en-GB", Look())


@pytest.fixture
def statement() -> Statement:
    return STATEMENT


@pytest.fixture
def small_deck() -> Deck:
    """A slide with a chart, a slide without, and a list."""
    points = Points("References", (line("Aster, A. (2015) Ties."),), is_references=True)
    return Deck("Ties", (STATEMENT._replace(visual=BARS), STATEMENT, points))


Make = Callable[..., bytes]


@pytest.fixture(scope="session")
def template() -> bytes:
    """The template of python-pptx, with two slides of its own."""
    return _template()


@pytest.fixture
def make_template() -> Make:
    """The same, changed by a function before it is saved."""
    return _template


def _template(change: Callable[[Any], None] = lambda presentation: None) -> bytes:
    presentation = Presentation()
    for number in (0, 1):
        slide = presentation.slides.add_slide(presentation.slide_layouts[number])
        slide.shapes.title.text = f"Old slide {number + 1}"
    change(presentation)
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def _read(content: bytes) -> Any:
    return Presentation(io.BytesIO(content))


def _members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _titles(content: bytes) -> list[str]:
    return [slide.shapes.title.text for slide in _read(content).slides]


def _placed(content: bytes) -> Iterator[Placed]:
    """Every placeholder with text, read back from the file, with the room that it has.

    A placeholder that was given a place of its own on the slide is as large as there.
    """
    presentation = _read(content)
    known = {id(one.layout._element): one for one in layouts.usable(presentation)}
    for number, slide in enumerate(presentation.slides, start=1):
        layout = known.get(id(slide.slide_layout._element))
        slots = {one.key: one for one in layout.slots()} if layout else {}
        keys = {element: key for key, element in layouts.placeholders(slide)}
        for shape in slide.placeholders:
            slot = slots.get(keys[shape._element])
            if slot is None or not shape.text_frame.text.strip():
                continue
            box = layouts.Box(shape.left, shape.top, shape.width, shape.height)
            room = slot.room._replace(
                width=slot.room.width + (box.width - slot.box.width) / layouts.EMU,
                height=slot.room.height + (box.height - slot.box.height) / layouts.EMU,
            )
            paras = [_para(one, slot.size) for one in shape.text_frame.paragraphs]
            yield Placed(number, shape.name, shape.text_frame.text, paras, room, box)


def _para(paragraph: Any, usual: float) -> Para:
    runs = tuple(Run(one.text, bool(one.font.bold)) for one in paragraph.runs)
    sizes = [one.font.size.pt for one in paragraph.runs if one.font.size]
    before = paragraph.space_before.pt if paragraph.space_before else 0
    size = max(sizes, default=usual)
    return Para(runs, size, size, before)


@pytest.fixture(scope="session")
def read() -> Callable[[bytes], Any]:
    return _read


@pytest.fixture
def members() -> Callable[[bytes], dict[str, bytes]]:
    """Every member of an archive, by name."""
    return _members


@pytest.fixture
def titles() -> Callable[[bytes], list[str]]:
    return _titles


@pytest.fixture
def placed() -> Callable[[bytes], Iterator[Placed]]:
    return _placed
