"""A deck that LibreOffice saved: its placeholders have no number, its master no styles."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from relcase.domain.deck import Cover, Deck
from relcase.render.powerpoint import layouts
from relcase.render.powerpoint.deck import Foreign, extended, filled

Read = Callable[[bytes], Any]
SHOWN = (
    f'<a:rPr {nsdecls("a")} lang="en-US" b="0" sz="2600"><a:solidFill>'
    '<a:srgbClr val="fafafa"/></a:solidFill><a:latin typeface="Verdana"/></a:rPr>'
)


def resaved(presentation: Any) -> None:
    """What LibreOffice makes of the layouts: text is told by the words that stand there."""
    master = presentation.slide_master
    for styles in master._element.findall(qn("p:txStyles")):
        master._element.remove(styles)
    for shape in master.placeholders:
        _show(shape)
    for layout in presentation.slide_layouts:
        for shape in layout.placeholders:
            shape.left, shape.top, shape.width, shape.height = (
                *(shape.left, shape.top),
                *(shape.width, shape.height),
            )
            _show(shape)
        for ph in layout._element.iter(qn("p:ph")):
            if ph.get("type") not in ("dt", "ftr", "sldNum"):
                ph.attrib.pop("idx", None)
            if ph.get("type") == "ctrTitle":
                ph.set("type", "title")
    presentation.slide_layouts[0]._element.set("type", "tx")
    presentation.slide_layouts[1].name = "Title, Content"


def _show(shape: Any) -> None:
    for levels in shape._element.iter(qn("a:lstStyle")):
        levels[:] = []
    for paragraph in shape.text_frame.paragraphs:
        for run in paragraph._p.findall(qn("a:r")):
            for old in run.findall(qn("a:rPr")):
                run.remove(old)
            run.insert(0, parse_xml(SHOWN))


@pytest.fixture
def saved(make_template: Callable[..., bytes]) -> bytes:
    return make_template(resaved)


@pytest.fixture(params=["into", "template"])
def slides(
    request: pytest.FixtureRequest, saved: bytes, small_deck: Deck, read: Read
) -> list[Any]:
    """A cover, a slide with a chart, one without, and a list."""
    deck = small_deck._replace(slides=(Cover("Ties"), *small_deck.slides))
    own = Foreign("own.pptx", saved, f"--{request.param}")
    made = extended(deck, own) if request.param == "into" else filled(deck, own)
    return list(read(made).slides)[-4:]


def words(slide: Any) -> Iterator[tuple[str, str]]:
    """Each text of a slide, and the type of the placeholder that it stands in."""
    for (_, kind, _), element in layouts.placeholders(slide):
        if kind != "sldNum":
            yield kind, "".join(one.text for one in element.iter(qn("a:t")))


def test_each_text_stands_once_in_its_own_place(slides: list[Any]) -> None:
    cover, charted, plain, listed = (list(words(one)) for one in slides)
    assert cover == [("title", "Ties")]
    for found in (charted, plain):
        assert found[0] == (
            "title",
            "People with ties lived longer than people without.",
        )
        assert found[1][1].startswith("29 in 100")
        assert [one for one in found[2:] if "29 in 100" in one[1]] == []
    assert listed[0] == ("title", "References")
    assert "Aster, A." in listed[1][1]


def test_statements_take_a_layout_for_content(slides: list[Any]) -> None:
    names = [one.slide_layout.name for one in slides]
    assert names == ["Title Slide", "Two Content", "Title, Content", "Title, Content"]


def test_no_text_stands_over_another(slides: list[Any]) -> None:
    for slide in slides:
        texts = [one for one in slide.placeholders if one.text_frame.text.strip()]
        texts = [one for one in texts if one.height > 500_000]  # no number of a slide
        boxes = [(one.top, one.top + one.height) for one in texts]
        for (_, bottom), (top, _) in pairwise(boxes):
            assert bottom <= top


def test_text_is_written_in_the_colour_and_face_of_the_deck(slides: list[Any]) -> None:
    for slide in slides:
        for run in slide._element.iter(qn("a:rPr")):
            if run.getparent().tag == qn("a:fld"):
                continue
            (fill,) = run.findall(qn("a:solidFill"))
            assert fill[0].get("val") == "fafafa"
            assert run.find(qn("a:latin")).get("typeface") == "Verdana"
            for link in run.findall(qn("a:hlinkClick")):
                assert b'val="tx"' in slide.part.blob
                assert len(link)


def test_a_chart_has_that_colour_too(slides: list[Any]) -> None:
    (chart,) = [one.chart for one in slides[1].shapes if one.has_chart]
    root = chart._chartSpace
    for text in root.iter(qn("a:defRPr")):
        assert (
            text.find(f"{qn('a:solidFill')}/{qn('a:srgbClr')}").get("val") == "fafafa"
        )
    assert list(root.iter(qn("a:schemeClr"))) == []
