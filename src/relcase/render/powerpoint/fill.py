"""A deck into the layouts of a presentation, ours or the user's.

A part of a statistic stands in the placeholder that bears its name, and else in the
text. All text is measured: it is made smaller down to what can still be read, then
split over further slides. Only a title that is too long for its place is cut, and stands
whole in the notes.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from relcase.domain.content import Block, Document, Line, Paragraph, line
from relcase.domain.deck import BULLET, Cover, Deck, Number, Points, Section, Statement
from relcase.domain.inert import words
from relcase.domain.marker import Part
from relcase.render import plain, slide_parts
from relcase.render.powerpoint import marks, text
from relcase.render.powerpoint.blanks import Blanks
from relcase.render.powerpoint.layouts import (
    EMU,
    Box,
    Key,
    Layout,
    Layouts,
    Slot,
    placeholders,
)
from relcase.render.powerpoint.measure import Para, Run, cut, fitted, pages
from relcase.render.powerpoint.visuals import draw

_TITLE_LEAST = 14
_LEAST = 14
"""The least size of what a room has to read; a source and a reference may be smaller."""
_LARGE_LEAST, _SOURCE_LEAST, _REFERENCE_LEAST = 28, 11, 12
_GAP = 12 * EMU
"""Between the text and a picture that shares its box."""
_TEXT_SHARE = 0.56

Filled = Mapping[Key, Sequence[Para]]
"""Paragraphs by the placeholder that they stand in."""


def fill(presentation: Any, found: Layouts, deck: Deck) -> None:
    """Adds every slide of a deck to a presentation, at its end."""
    writer = _Writer(presentation, found, deck.lang)
    for slide in deck.slides:
        match slide:
            case Cover():
                writer.divider(found.cover, slide)
            case Section():
                writer.divider(found.section, slide)
            case Statement():
                writer.statement(slide)
            case Points():
                writer.points(slide)


class _Writer:
    """Adds slides to one presentation."""

    def __init__(self, presentation: Any, found: Layouts, lang: str) -> None:
        self.blanks, self.layouts, self.lang = Blanks(presentation), found, lang

    def divider(self, layout: Layout, slide: Cover | Section) -> None:
        if layout.body is None:
            told = tuple(Paragraph(one) for one in slide.lines)
            self.add(layout, slide.title, {}, (*told, *slide.notes))
            return
        paras = [_para(one, layout.body.size, _LEAST, before=8) for one in slide.lines]
        self.pages(layout, slide.title, pages(paras, layout.body.room), {}, slide.notes)

    def points(self, slide: Points) -> None:
        layout = self.layouts.plain
        assert layout.body is not None
        size, least = (16, _REFERENCE_LEAST) if slide.is_references else (22, _LEAST)
        paras = [_para(one, size, least, before=10) for one in slide.items]
        split = pages(paras, layout.body.room)
        name = marks.of_references(slide, split)
        self.pages(layout, slide.title, split, {}, slide.notes, name)

    def statement(self, slide: Statement) -> None:
        layout = self.layouts.statement if slide.certainty else self.layouts.plain
        if slide.visual is not None and self.pictured(slide, layout, slide.notes):
            return
        filled, body = _parts(slide, layout)
        assert layout.body is not None
        split = pages(body, layout.body.room)
        name = marks.of_statement(slide)
        self.pages(layout, slide.title, split, filled, slide.notes, name)
        if slide.visual is None:
            return
        if slide.number is not None:  # what the picture shows still has to be named
            short = slide._replace(number=slide.number._replace(label=""), words=())
            if self.pictured(short, layout, ()):
                return
        made = self.add(layout, slide.title, filled, (), name)
        self.draw(made, slide, layout.body.box, layout.body)

    def pictured(
        self, slide: Statement, layout: Layout, notes: tuple[Block, ...]
    ) -> bool:
        """One slide with the text beside the picture; none if it does not fit there."""
        beside = self.layouts.pictured or _divided(layout)
        filled, body = _parts(slide, beside)
        assert beside.body is not None
        assert beside.visual is not None
        if (small := fitted(body, beside.body.room)) is None:
            return False
        name, stands = marks.of_statement(slide), {**filled, beside.body.key: small}
        made = self.add(beside, slide.title, stands, notes, name)
        self.draw(made, slide, beside.visual.box, beside.body)
        return True

    def draw(self, made: Any, slide: Statement, box: Box, beside: Slot) -> None:
        """The picture of a statement, marked as the text beside it is."""
        assert slide.visual is not None
        frame = draw(made, slide.visual, box, beside.example)
        marks.put(frame._element, marks.of_statement(slide)(marks.whole("picture")))

    def pages(
        self,
        layout: Layout,
        title: str,
        split: Sequence[Sequence[Para]],
        filled: Filled,
        notes: tuple[Block, ...],
        name: marks.Name = marks.unmarked,
    ) -> None:
        """A slide for each page of text; the notes stay with the first."""
        assert layout.body is not None
        for number, page in enumerate(split, start=1):
            of = f" ({number} of {len(split)})" if len(split) > 1 else ""
            stands = {**filled, layout.body.key: page}
            self.add(layout, title + of, stands, notes if number == 1 else (), name)

    def add(
        self,
        layout: Layout,
        title: str,
        filled: Filled,
        notes: tuple[Block, ...],
        name: marks.Name = marks.unmarked,
    ) -> Any:
        """One slide with its title, its text and its notes, each named by what it holds."""
        slide = self.blanks.slide(layout.layout)
        shown, whole = _title(words(title), layout.title)
        stands = {layout.title.key: [shown], **filled}
        slots = {one.key: one for one in layout.slots()}
        for key, shape in list(placeholders(slide)):
            if not stands.get(key):
                shape.getparent().remove(shape)
                continue
            slot = slots[key]
            looks = slot.size, self.lang, slot.example
            text.write(slide.part, shape, stands[key], *looks)
            marks.put(shape, name(stands[key]))
            if slot.is_moved:
                _move(shape, slot.box)
        if layout.number is not None:
            _number(slide, layout.number)
        if not whole:
            notes = (Paragraph(line(title)), *notes)
        if notes:
            self.say(slide, plain.render(Document(notes)).rstrip("\n"), name)
        return slide

    def say(self, slide: Any, told: str, name: marks.Name) -> None:
        """Writes what the speaker reads; a master of notes without a place for it is
        passed over."""
        page = self.blanks.notes(slide)
        frame = page.notes_text_frame
        if frame is None:
            from pptx.util import Pt

            box = (Pt(50), Pt(350), Pt(440), Pt(330))
            frame = page.shapes.add_textbox(*box).text_frame
        frame.text = told
        marks.put(frame._txBody.getparent(), name(marks.whole("notes", told)))


def _title(title: str, slot: Slot) -> tuple[Para, bool]:
    """A title as large as its place allows, and whether all of it stands there."""
    least = min(_TITLE_LEAST, slot.size)
    para = Para((Run(title),), slot.size, least, part="headline")
    if (made := fitted([para], slot.room)) is not None:
        return made[0], True
    return cut(para, slot.room), False


def _parts(
    slide: Statement, layout: Layout
) -> tuple[dict[Key, list[Para]], list[Para]]:
    """What stands in a placeholder of its own, and what stands in the text.

    A part that overflows its own placeholder stands in the text too.
    """
    parts = {
        "Certainty": _certainty(slide),
        "Caveat": _caveat(slide),
        "Source": [_source(slide.source)],
    }
    filled, body = dict[Key, list[Para]](), _body(slide)
    for name, paras in parts.items():
        slot = layout.own.get(name)
        made = fitted(paras, slot.room) if slot and paras else None
        if slot and made:
            filled[slot.key] = made
        elif paras:
            body += paras
    return filled, body


def _source(source: Line) -> Para:
    return Para(text.runs(source), 12, _SOURCE_LEAST, before=8, part="source")


def _certainty(slide: Statement) -> list[Para]:
    if slide.certainty is None:
        return []
    over, said = (text.runs(row) for row in slide_parts.rows(slide, ["certainty"]))
    stressed = tuple(run._replace(bold=True, accent=True) for run in said)
    return [
        Para(over, 16, _LEAST, before=10, part="certainty"),
        Para(stressed, 18, _LEAST, part="certainty"),
    ]


def _caveat(slide: Statement) -> list[Para]:
    if not slide.caveat:
        return []
    said = (Run(words(slide.caveat)),)
    return [Para(said, 18, _LEAST, before=8, part="caveat")]


def _body(slide: Statement) -> list[Para]:
    out = list(_numbered(slide.number)) if slide.number else []
    size = 22 if out else 28
    if slide.quotation:
        said, by = map(text.runs, slide_parts.rows(slide, ["quotation"]))
        out.append(Para(said, 32, _LEAST, part="quotation"))
        out.append(Para(by, 20, _LEAST, before=12, part="quotation"))
    for one in slide.words:
        out.append(_para(one, size, _LEAST, before=10, part="words"))
    return out


def _para(
    told: Line, size: float, least: float, before: float, part: Part | None = None
) -> Para:
    """A paragraph, or an item of a list behind a bullet that PowerPoint knows as one."""
    is_item = told[:1] == (BULLET,)
    rest = told[1:] if is_item else told
    return Para(text.runs(rest), size, least, before, is_item=is_item, part=part)


def _numbered(number: Number) -> list[Para]:
    """The number large, whom it is about, and the same of those it is compared with."""
    rows: tuple[tuple[str, float, float, float, bool, Part], ...] = (
        (number.large, 80, _LARGE_LEAST, 0, True, "number"),
        (number.of, 24, _LEAST, 0, False, "number"),
        (number.other, 40, 20, 10, True, "number"),
        (number.other_of, 24, _LEAST, 0, False, "number"),
        (number.label, 16, 12, 8, False, "label"),
    )
    return [
        Para((Run(words(told), big, accent=big),), size, least, before, big, part=part)
        for told, size, least, before, big, part in rows
        if told
    ]


def _divided(layout: Layout) -> Layout:
    """A layout whose text makes room for a picture at its right."""
    body = layout.body
    assert body is not None
    left, top, width, height = body.box
    text_width = round(width * _TEXT_SHARE)
    inset = width / EMU - body.room.width
    narrow = body._replace(
        box=Box(left, top, text_width, height),
        room=body.room._replace(width=text_width / EMU - inset),
        is_moved=True,
    )
    free = Box(left + text_width + _GAP, top, width - text_width - _GAP, height)
    return layout._replace(
        body=narrow, visual=narrow._replace(key=(-1, "obj", 0), box=free)
    )


def _move(shape: Any, box: Box) -> None:
    shape.x, shape.y, shape.cx, shape.cy = box


def _number(slide: Any, of_layout: Any) -> None:
    """The number of the slide, where the layout has it."""
    from pptx.oxml.ns import qn

    made = deepcopy(of_layout)
    named = slide.shapes._spTree.iter(qn("p:cNvPr"))
    last = max((int(one.get("id")) for one in named), default=1)
    made.find(qn("p:nvSpPr")).find(qn("p:cNvPr")).set("id", str(last + 1))
    properties = made.find(qn("p:spPr"))
    for one in list(properties):
        properties.remove(one)
    styles = made.find(qn("p:txBody")).find(qn("a:lstStyle"))
    if styles is not None:
        styles[:] = []
    slide.shapes._spTree.append(made)
