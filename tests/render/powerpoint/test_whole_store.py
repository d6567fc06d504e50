"""The deck of the whole store: in every size and in a template, no text overflows."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from relcase.domain.deck import Deck
from relcase.domain.fingerprint import stamps
from relcase.render.powerpoint.deck import Foreign, designed, filled

Placed = Callable[[bytes], Iterator[Any]]


@pytest.fixture(scope="module", params=["16:9", "4:3", "template"])
def written(
    request: pytest.FixtureRequest, whole_store: Deck, template: bytes
) -> bytes:
    if request.param == "template":
        return filled(whole_store, Foreign("own.pptx", template, "--template"))
    return designed(whole_store, request.param)


def test_every_text_fits_its_box(written: bytes, placed: Placed) -> None:
    shown = list(placed(written))
    assert len(shown) > 500
    assert [one for one in shown if not one.fits] == []


def test_no_box_leaves_the_slide_and_none_is_empty(
    written: bytes, read: Callable[[bytes], Any]
) -> None:
    presentation = read(written)
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= presentation.slide_width
            assert shape.top + shape.height <= presentation.slide_height
            assert not shape.has_text_frame or shape.text_frame.text.strip()


def test_every_picture_and_chart_says_what_it_shows(
    written: bytes, read: Callable[[bytes], Any]
) -> None:
    shown = [
        shape
        for slide in read(written).slides
        for shape in slide.shapes
        if shape.shape_type is not None and not shape.is_placeholder
    ]
    assert len(shown) > 20
    for shape in shown:
        about = shape._element.xpath(".//p:cNvPr")[0]
        assert len(about.get("descr", "")) > 40


def test_no_caveat_is_smaller_than_fourteen_points(
    written: bytes, placed: Placed
) -> None:
    caveats = [one for one in placed(written) if "Caveat" in one.name]
    assert all(para.size >= 14 for one in caveats for para in one.paras)


def test_the_notes_name_every_record_once(
    written: bytes, read: Callable[[bytes], Any]
) -> None:
    told = [
        stamp.id
        for slide in read(written).slides
        if slide.has_notes_slide
        for stamp in stamps(slide.notes_slide.notes_text_frame.text)
    ]
    assert len(told) == len(set(told)) > 200


@pytest.mark.system
def test_libreoffice_shows_every_text_inside_its_box(
    written: bytes, placed: Placed, tmp_path: Path
) -> None:
    """What its PDF has within a box is what was written into the box, letter by letter."""
    (tmp_path / "deck.pptx").write_bytes(written)
    pages = _pages(tmp_path)
    amiss = []
    for one in placed(written):
        left, top, width, height = (side / 12700 for side in one.box)
        inside = "".join(
            word
            for x, y, word in pages[one.slide - 1]
            if left <= x <= left + width and top <= y <= top + height
        )
        if sorted(inside) != sorted("".join(one.text.split())):
            amiss.append((one.slide, one.name, one.text, inside))
    assert amiss == []


def _pages(folder: Path) -> list[list[tuple[float, float, str]]]:
    """The words of every page with the place of their middle, in points."""
    office, reader = shutil.which("soffice"), shutil.which("pdftotext")
    assert office, "LibreOffice is not there"
    assert reader, "poppler is not there"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [office, profile, "--headless", "--convert-to", "pdf", "deck.pptx"]
    subprocess.run(convert, cwd=folder, check=True, capture_output=True, timeout=300)
    subprocess.run(
        [reader, "-bbox", "deck.pdf", "deck.xml"], cwd=folder, check=True, timeout=60
    )
    tree = ElementTree.parse(folder / "deck.xml")
    xhtml = "{http://www.w3.org/1999/xhtml}"
    return [
        [
            (
                (float(word.get("xMin", 0)) + float(word.get("xMax", 0))) / 2,
                (float(word.get("yMin", 0)) + float(word.get("yMax", 0))) / 2,
                word.text or "",
            )
            for word in page.iter(f"{xhtml}word")
        ]
        for page in tree.iter(f"{xhtml}page")
    ]
