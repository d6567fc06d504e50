"""Slides put into a deck that exists: everything else keeps its bytes."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.parts.slide import SlideLayoutPart, SlideMasterPart
from pptx.util import Pt

from relcase.domain.deck import Deck
from relcase.errors import BadValue, Unreadable
from relcase.render.powerpoint.deck import Foreign, extended

Make = Callable[..., bytes]
Members = Callable[[bytes], dict[str, bytes]]
MAY_CHANGE = {
    "[Content_Types].xml",
    "ppt/presentation.xml",
    "ppt/_rels/presentation.xml.rels",
    "docProps/app.xml",
    "docProps/core.xml",
}


def put(deck: Deck, existing: bytes, after: int | None = None) -> bytes:
    return extended(deck, Foreign("board.pptx", existing, "--into"), after)


@pytest.mark.parametrize("notes", [False, True])
@pytest.mark.parametrize("after", [0, 1, 2, None])
def test_every_part_keeps_its_bytes(
    small_deck: Deck,
    make_template: Make,
    members: Members,
    after: int | None,
    notes: bool,
) -> None:
    def speak(presentation: Any) -> None:
        presentation.slides[0].notes_slide.notes_text_frame.text = "Old notes."

    existing = make_template(speak) if notes else make_template()
    old, new = members(existing), members(put(small_deck, existing, after))
    assert list(new)[: len(old)] == list(old)
    differ = {name for name in old if old[name] != new[name]}
    assert differ <= MAY_CHANGE
    added = set(new) - set(old)
    assert {"ppt/slides/slide3.xml", "ppt/slides/slide5.xml"} <= added
    assert any(name.startswith("ppt/charts/") for name in added)
    assert ("ppt/notesMasters/notesMaster1.xml" in added) is not notes


@pytest.mark.parametrize(
    ("after", "order"), [(0, "nnnoo"), (1, "onnno"), (2, "oonnn"), (None, "oonnn")]
)
def test_they_stand_where_they_were_asked_for(
    small_deck: Deck,
    template: bytes,
    titles: Callable[[bytes], list[str]],
    after: int | None,
    order: str,
) -> None:
    found = titles(put(small_deck, template, after))
    assert (
        "".join("o" if one.startswith("Old slide") else "n" for one in found) == order
    )


def test_charts_notes_and_links_come_along(
    small_deck: Deck, template: bytes, read: Callable[[bytes], Any]
) -> None:
    presentation = read(put(small_deck, template, 1))
    charted, plain = presentation.slides[1], presentation.slides[2]
    (chart,) = [one.chart for one in charted.shapes if one.has_chart]
    assert list(chart.plots[0].series[0].values) == [29.0, 38.0]
    assert plain.notes_slide.notes_text_frame.text == "Say it slowly."
    assert b"https://doi.org/10.1/x" in plain.part.rels.xml


def test_names_that_are_in_use_are_left_alone(
    small_deck: Deck,
    make_template: Make,
    members: Members,
    read: Callable[[bytes], Any],
) -> None:
    """A slide in the middle was deleted: numbers and count do not agree."""

    def delete(presentation: Any) -> None:
        slides = presentation.slides._sldIdLst
        presentation.part.drop_rel(slides[0].rId)
        slides.remove(slides[0])
        presentation.part.rename_slide_parts = lambda ids: None

    existing = make_template(delete)
    assert "ppt/slides/slide2.xml" in members(existing)
    new = members(put(small_deck, existing))
    assert new["ppt/slides/slide2.xml"] == members(existing)["ppt/slides/slide2.xml"]
    assert len(read(put(small_deck, existing)).slides) == 4


def test_twice_in_a_row(
    small_deck: Deck, template: bytes, titles: Callable[[bytes], list[str]]
) -> None:
    twice = put(small_deck, put(small_deck, template, 1), 1)
    assert len(titles(twice)) == 2 + 3 + 3


def test_a_section_takes_them_in(
    small_deck: Deck, make_template: Make, members: Members
) -> None:
    def divide(presentation: Any) -> None:
        from pptx.oxml import parse_xml

        p14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
        listed = "".join(
            f'<p14:section name="Part {n}" id="{{00000000-0000-0000-0000-00000000000{n}}}">'
            f'<p14:sldIdLst><p14:sldId id="{one.id}"/></p14:sldIdLst></p14:section>'
            for n, one in enumerate(presentation.slides._sldIdLst)
        )
        presentation.part._element.append(
            parse_xml(
                '<p:extLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
                '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
                f'<p14:sectionLst xmlns:p14="{p14}">{listed}</p14:sectionLst></p:ext></p:extLst>'
            )
        )

    made = members(put(small_deck, make_template(divide), 1))["ppt/presentation.xml"]
    order = re.findall(rb'<p:sldId [^>]*?\bid="(\d+)"', made)
    first, second = re.findall(rb"<p14:section .*?</p14:section>", made, re.DOTALL)
    assert re.findall(rb'<p14:sldId id="(\d+)"', first) == order[:4]
    assert re.findall(rb'<p14:sldId id="(\d+)"', second) == order[4:]


def test_equal_requests_give_equal_parts(
    small_deck: Deck, template: bytes, members: Members
) -> None:
    one, other = (members(put(small_deck, template)) for _ in range(2))
    differ = {name for name in one if one[name] != other[name]}
    assert all(name.endswith(".xlsx") for name in differ)  # a workbook holds its time


def test_a_slide_that_is_not_there(small_deck: Deck, template: bytes) -> None:
    with pytest.raises(
        BadValue, match=r"^--after cannot be '3': board\.pptx has 2 slides\.$"
    ):
        put(small_deck, template, 3)


def test_no_deck_at_all(small_deck: Deck) -> None:
    with pytest.raises(Unreadable, match=r"^Cannot read board\.pptx"):
        put(small_deck, b"hello")


def test_a_layout_too_narrow_for_a_picture_makes_room(
    small_deck: Deck, make_template: Make, read: Callable[[bytes], Any]
) -> None:
    def keep_two(presentation: Any) -> None:
        for layout in list(presentation.slide_layouts)[2:]:
            presentation.slide_layouts.remove(layout)

    slide = read(put(small_deck, make_template(keep_two))).slides[2]
    (chart,) = [one for one in slide.shapes if one.has_chart]
    text = slide.placeholders[1]
    assert text.left + text.width <= chart.left
    assert chart.width > Pt(150)


@pytest.mark.parametrize(("after", "design"), [(1, "First"), (2, "Second")])
def test_of_several_designs_that_of_the_slide_before_is_taken(
    small_deck: Deck,
    make_template: Make,
    read: Callable[[bytes], Any],
    after: int,
    design: str,
) -> None:
    made = read(put(small_deck, make_template(_two_designs), after))
    for slide in list(made.slides)[after : after + 3]:
        assert slide.slide_layout.slide_master.name == design


def _two_designs(presentation: Any) -> None:
    """Copies the master with its layouts, and gives the copy to the second slide."""
    package, first = presentation.part.package, presentation.slide_master.part
    presentation.slide_master.name = "Second"
    copy = SlideMasterPart.load(
        PackURI("/ppt/slideMasters/slideMaster2.xml"),
        *(first.content_type, package, first.blob),
    )
    presentation.slide_master.name = "First"
    related = sorted(
        first.rels.items(), key=lambda one: int(one[0].removeprefix("rId"))
    )
    for number, (_, relation) in enumerate(related, start=21):
        part = relation.target_part
        if relation.reltype == RELATIONSHIP_TYPE.SLIDE_LAYOUT:
            part = SlideLayoutPart.load(
                PackURI(f"/ppt/slideLayouts/slideLayout{number}.xml"),
                *(part.content_type, package, part.blob),
            )
            part.relate_to(copy, RELATIONSHIP_TYPE.SLIDE_MASTER)
        copy.relate_to(part, relation.reltype)
    masters = presentation.part._element.get_or_add_sldMasterIdLst()
    listed = masters._add_sldMasterId()
    listed.rId = presentation.part.relate_to(copy, RELATIONSHIP_TYPE.SLIDE_MASTER)
    slide = presentation.slides[1].part
    for relation in slide.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.SLIDE_LAYOUT:
            relation._target = copy.slide_master.slide_layouts[1].part
