"""Pictures on slides: letters that can be read, names beside them, drawn once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from relcase.api import decks, open_library
from relcase.charts import draw, icons
from relcase.charts.palette import LIGHT
from relcase.domain import content
from relcase.domain.deck import Deck, Number, Statement
from relcase.domain.query import Query
from relcase.render.powerpoint import design, layouts
from relcase.render.powerpoint.deck import designed

PAIRED = "midwife-continuity-cochrane"


def sizes_of_letters(spec: Any) -> list[float]:
    marks = (one["mark"] for one in spec["layer"])
    return [mark["fontSize"] for mark in marks if mark["type"] == "text"]


@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_letters_of_twelve_points(size: Any) -> None:
    chosen = layouts.chosen(design.made(size, "light"))
    assert chosen is not None
    assert chosen.pictured is not None
    assert chosen.pictured.visual is not None
    box = chosen.pictured.visual.box
    library = open_library()
    answer = library.answer(Query(kinds=("statistic",)))
    records = decks.material(library, answer, "harvard", "en-GB").records.values()
    pairs = [
        one
        for one in records
        if getattr(one.entry, "lead", None) and icons.pair_of(one)
    ]
    assert len(pairs) > 10
    for record in pairs:
        spec = icons.chart(record, LIGHT, beside_words=True).spec
        width, height = (
            spec[side] + 2 * spec["padding"] for side in ("width", "height")
        )
        share = min(box.width / width, box.height / height) / layouts.EMU
        assert min(sizes_of_letters(spec)) * share >= 12


def picture(tmp_path: Path) -> content.Image:
    Image.new("RGB", (100, 80)).save(tmp_path / "x.png")
    return content.Image((tmp_path / "x.png").read_bytes(), "Icons.")


def test_a_picture_on_a_slide_of_its_own_has_the_names_beside_it(
    tmp_path: Path, read: Callable[[bytes], Any]
) -> None:
    long = Number(
        "29 in 100", "with ties", "compared with 38 in 100", "without", "x " * 600
    )
    shown = Statement("Ties.", long, certainty="low", visual=picture(tmp_path))
    *_, last = read(designed(Deck("Ties", (shown,)))).slides
    assert [one for one in last.shapes if one.shape_type == 13]
    texts = " ".join(one.text_frame.text for one in last.shapes if one.has_text_frame)
    assert "with ties" in texts
    assert "without" in texts


def test_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELCASE_CACHE_DIR", str(tmp_path))
    library = open_library()
    records = {"pair": library.record(PAIRED)}
    first = decks.visuals(records, decks.POWERPOINT, library.folder)

    def never(*_: Any) -> bytes:
        raise AssertionError("drawn again")

    monkeypatch.setattr(draw, "draw", never)
    assert decks.visuals(records, decks.POWERPOINT, library.folder) == first
    with pytest.raises(AssertionError, match="drawn again"):
        decks.visuals(records, decks.Look(theme="dark"), library.folder)
    with pytest.raises(AssertionError, match="drawn again"):
        decks.visuals(records, decks.POWERPOINT)
