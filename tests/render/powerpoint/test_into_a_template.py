"""A template of the user's: its layouts, its fonts, and what it may lack."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from relcase.domain.deck import Deck
from relcase.errors import BadValue, Unreadable
from relcase.render.powerpoint import package
from relcase.render.powerpoint.deck import Foreign, filled

Make = Callable[..., bytes]


def fill(deck: Deck, template: bytes) -> bytes:
    return filled(deck, Foreign("own.pptx", template, "--template"))


def test_its_own_slides_are_left_out(
    small_deck: Deck, template: bytes, titles: Callable[[bytes], list[str]]
) -> None:
    made = titles(fill(small_deck, template))
    assert made == [small_deck.slides[0].title] * 2 + ["References"]


def test_its_layouts_serve_and_its_fonts_hold(
    small_deck: Deck, template: bytes, read: Callable[[bytes], Any]
) -> None:
    charted, plain, _ = read(fill(small_deck, template)).slides
    assert charted.slide_layout.name == "Two Content"
    assert plain.slide_layout.name == "Title and Content"
    told = plain.placeholders[1].text_frame.text
    for part in ("29 in 100", "Certainty", "One study, in one town.", "doi.org"):
        assert part in told
    assert b"latin" not in plain.part.blob


def test_a_place_of_a_part_is_found_by_its_name(
    small_deck: Deck, make_template: Make, read: Callable[[bytes], Any]
) -> None:
    def name(presentation: Any) -> None:
        layout = presentation.slide_layouts.get_by_name("Comparison")
        layout.name = "Statistic"
        free = [
            one
            for one in layout.placeholders
            if one.placeholder_format.idx in (1, 2, 3)
        ]
        for place, called in zip(free, ("Caveat", "Text", "Source"), strict=True):
            place.name = called

    _, slide, _ = read(fill(small_deck, make_template(name))).slides
    told = {
        one.placeholder_format.idx: one.text_frame.text for one in slide.placeholders
    }
    assert told[1] == "One study, in one town."
    assert told[2].startswith("29 in 100")
    assert told[3].startswith("Source: Aster, 2015.")


def test_a_template_file_for_new_presentations(
    small_deck: Deck, template: bytes, read: Callable[[bytes], Any]
) -> None:
    potx = changed(
        template,
        "[Content_Types].xml",
        lambda raw: raw.replace(b"presentation.main+xml", b"template.main+xml"),
    )
    assert len(read(fill(small_deck, potx)).slides) == 3


def test_a_template_without_a_place_for_text(
    small_deck: Deck, make_template: Make
) -> None:
    def bare(presentation: Any) -> None:
        for layout in list(presentation.slide_layouts)[2:]:
            presentation.slide_layouts.remove(layout)
        for layout in presentation.slide_layouts:
            for place in list(layout.placeholders):
                if place.placeholder_format.idx:
                    place._element.getparent().remove(place._element)

    with pytest.raises(
        BadValue, match=r"^--template cannot be 'own.pptx': none of its"
    ) as found:
        fill(small_deck, make_template(bare))
    assert found.value.exit_status == 2


def changed(file: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(out, "w") as new:
        for one in old.infolist():
            raw = old.read(one)
            new.writestr(one, change(raw) if one.filename == name else raw)
    return out.getvalue()


THEME, MASTER = "ppt/theme/theme1.xml", "ppt/slideMasters/slideMaster1.xml"


@pytest.mark.parametrize("cut", [0, 1, 100, 3000, -100, -30])
def test_half_a_file(small_deck: Deck, template: bytes, cut: int) -> None:
    with pytest.raises(Unreadable):
        fill(small_deck, template[:cut])


PARTS = ("[Content_Types].xml", "_rels/.rels", "ppt/presentation.xml", MASTER)
DAMAGED = [
    *((name, raw) for name in PARTS for raw in (b"", b"<a>", b"\x00\xff", b"<a/>")),
    *((THEME, raw) for raw in (b"", b"<a>", b"\x00\xff")),
]


@pytest.mark.parametrize(("name", "content"), DAMAGED)
def test_a_damaged_part(
    small_deck: Deck, template: bytes, name: str, content: bytes
) -> None:
    damaged = changed(template, name, lambda raw: content)
    with pytest.raises((Unreadable, BadValue), match=r"own\.pptx"):
        fill(small_deck, damaged)


def test_the_old_form_and_passwords(small_deck: Deck) -> None:
    with pytest.raises(Unreadable, match="password"):
        fill(small_deck, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def test_what_expands_without_end(
    small_deck: Deck, template: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "EXPANDED", 50_000)
    with pytest.raises(Unreadable, match="expands to more"):
        fill(small_deck, template)
    monkeypatch.undo()
    monkeypatch.setattr(package, "MEMBERS", 5)
    with pytest.raises(Unreadable, match="expands to more"):
        fill(small_deck, template)


def test_a_small_file_that_holds_a_large_nothing(
    small_deck: Deck, template: bytes
) -> None:
    raw = io.BytesIO(template)
    with zipfile.ZipFile(raw, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ppt/media/nothing.bin", bytes(101 * 1024 * 1024))
    with pytest.raises(Unreadable, match="expands to more"):
        fill(small_deck, raw.getvalue())


def test_entities_of_xml_are_not_expanded(
    small_deck: Deck, template: bytes, read: Callable[[bytes], Any]
) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "%s"><!ENTITY b "&a;&a;&a;">]>' % (b"A" * 1000)
    laid = changed(
        template,
        MASTER,
        lambda raw: raw.replace(b"<p:sldMaster", bomb + b"<p:sldMaster", 1),
    )
    try:
        made = fill(small_deck, laid)
    except Unreadable:
        return
    assert len(read(made).slides) == 3
