"""The deck of the whole store: in every size and in a template, no text overflows."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from relcase.domain.deck import Deck
from relcase.domain.fingerprint import Stamp, stamps
from relcase.render.powerpoint.deck import Foreign, designed, filled

Placed = Callable[[bytes], Iterator[Any]]
Read = Callable[[bytes], Any]
FORMS = ("16:9", "4:3", "template")


def written(form: str, deck: Deck, template: bytes) -> bytes:
    if form == "template":
        return filled(deck, Foreign("own.pptx", template, "--template"))
    return designed(deck, "4:3" if form == "4:3" else "16:9")


@pytest.mark.parametrize("form", FORMS)
def test_every_slide_can_be_shown(
    form: str, whole_store: Deck, template: bytes, placed: Placed, read: Read
) -> None:
    """One file each, because writing it takes longer than looking at it."""
    file = written(form, whole_store, template)
    shown = list(placed(file))
    assert len(shown) > 450
    assert [one for one in shown if not one.fits] == []
    caveats = [para for one in shown if "Caveat" in one.name for para in one.paras]
    assert all(para.size >= 14 for para in caveats)
    presentation = read(file)
    told = list[Stamp]()
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert_on_the_slide(shape, presentation)
            assert_says_what_it_shows(shape)
        if slide.has_notes_slide:
            told += stamps(slide.notes_slide.notes_text_frame.text)
    ids = [stamp.id for stamp in told]
    assert len(ids) == len(set(ids)) > 200


def assert_on_the_slide(shape: Any, presentation: Any) -> None:
    assert shape.left >= 0
    assert shape.top >= 0
    assert shape.left + shape.width <= presentation.slide_width
    assert shape.top + shape.height <= presentation.slide_height


def assert_says_what_it_shows(shape: Any) -> None:
    """Text where there is a place for text, and words in the place of a picture."""
    if shape.has_text_frame:
        assert shape.text_frame.text.strip()
    else:
        assert len(shape._element.xpath(".//p:cNvPr")[0].get("descr")) > 40


@pytest.mark.system
@pytest.mark.parametrize("form", FORMS)
def test_libreoffice_shows_every_text_inside_its_box(
    form: str, whole_store: Deck, template: bytes, placed: Placed, tmp_path: Path
) -> None:
    """What its PDF has within a box is what was written into the box, letter by letter."""
    file = written(form, whole_store, template)
    (tmp_path / "deck.pptx").write_bytes(file)
    pages = _pages(tmp_path)
    amiss = []
    for one in placed(file):
        left, top, width, height = (side / 12700 for side in one.box)
        inside = "".join(
            word
            for x, y, word in pages[one.slide - 1]
            if left <= x <= left + width and top <= y <= top + height
        )
        if sorted(inside.upper()) != sorted("".join(one.text.upper().split())):
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
