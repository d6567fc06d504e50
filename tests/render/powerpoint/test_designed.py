"""A deck in our own design: what stands on a slide, its chart, its notes, its colours."""

from collections.abc import Callable
from typing import Any

import pytest
from pptx.oxml.ns import qn
from pptx.util import Pt

from relcase.domain.content import Paragraph, line
from relcase.domain.deck import (
    BULLET,
    Cover,
    Deck,
    Number,
    Points,
    Section,
    Statement,
)
from relcase.render.powerpoint.deck import designed
from relcase.render.powerpoint.design import COLOURS, COVER

Read = Callable[[bytes], Any]


def texts(slide: Any) -> list[str]:
    return [one.text_frame.text for one in slide.placeholders if one.has_text_frame]


def test_one_statistic_a_slide(small_deck: Deck, read: Read) -> None:
    _, slide, _ = read(designed(small_deck)).slides
    assert texts(slide)[:5] == [
        "People with ties lived longer than people without.",
        "29 in 100\nwith ties\ncompared with 38 in 100\nwithout",
        "Certainty\n●●○○ low",
        "One study, in one town.",
        "Source: Aster, 2015. https://doi.org/10.1/x",
    ]
    (link,) = [
        run.hyperlink.address
        for one in slide.placeholders
        for paragraph in one.text_frame.paragraphs
        for run in paragraph.runs
        if run.hyperlink.address
    ]
    assert link == "https://doi.org/10.1/x"
    assert slide.notes_slide.notes_text_frame.text == "Say it slowly."


def test_the_number_stands_largest(small_deck: Deck, read: Read) -> None:
    _, slide, _ = read(designed(small_deck)).slides
    sizes = {
        run.text: run.font.size
        for one in slide.placeholders
        for paragraph in one.text_frame.paragraphs
        for run in paragraph.runs
        if run.font.size
    }
    assert max(sizes, key=lambda text: sizes[text]) == "29 in 100"
    assert sizes["29 in 100"] >= Pt(60)


def test_a_comparison_is_a_chart_that_can_be_edited(
    small_deck: Deck, read: Read
) -> None:
    slide, *_ = read(designed(small_deck)).slides
    (chart,) = [one.chart for one in slide.shapes if one.has_chart]
    plot = chart.plots[0]
    assert list(plot.categories) == ["With ties", "Without ties"]
    assert list(plot.series[0].values) == [29.0, 38.0]
    assert plot.data_labels.number_format == '""#,##0"%"'
    assert chart.value_axis.minimum_scale == 0
    assert chart.part.chart_workbook.xlsx_part is not None


def test_a_picture_without_room_beside_all_the_text_stands_beside_its_number(
    small_deck: Deck, read: Read
) -> None:
    charted, *_ = small_deck.slides
    assert isinstance(charted, Statement)
    assert charted.number is not None
    long = "From a table of the paper, unadjusted, over fourteen years. " * 5
    told = charted._replace(number=charted.number._replace(label=long))
    first, second = read(designed(Deck("Ties", (told,)))).slides
    assert long in " ".join(texts(first))
    assert not any(one.has_chart for one in first.shapes)
    (chart,) = [one for one in second.shapes if one.has_chart]
    assert chart.height > Pt(300)
    said = " ".join(texts(second))
    assert "29 in 100" in said
    assert "38 in 100" in said
    assert "low" in said


def test_cover_and_section_have_their_lines(read: Read) -> None:
    deck = Deck("Ties", (Cover("Ties", (line("12 statistics."),)), Section("Health")))
    cover, section = read(designed(deck)).slides
    assert texts(cover) == ["Ties", "12 statistics."]
    assert texts(section) == ["Health"]


def test_a_title_too_long_for_its_place_stands_whole_in_the_notes(read: Read) -> None:
    title = "Ties matter to people. " * 40
    deck = Deck("Ties", (Statement(title, notes=(Paragraph(line("Slowly.")),)),))
    (slide,) = read(designed(deck)).slides
    assert slide.shapes.title.text.endswith("…")
    assert slide.notes_slide.notes_text_frame.text.startswith(title.strip())


def test_long_words_go_on_over_further_slides(read: Read) -> None:
    words = tuple(
        line(f"Paragraph {number} of a long story. " * 6) for number in range(12)
    )
    first, second, *_ = read(
        designed(Deck("T", (Statement("A story", words=words),)))
    ).slides
    assert first.shapes.title.text.startswith("A story (1 of ")
    assert second.shapes.title.text.startswith("A story (2 of ")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_contrast(theme: Any) -> None:
    """Text 4.5 to 1 against what it stands on, bars 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11)."""
    colours = COLOURS[theme]
    light = theme == "light"
    ground, panel = (
        (colours["lt1"], colours["lt2"]) if light else (colours["dk1"], colours["dk2"])
    )
    text = colours["dk1"] if light else colours["lt1"]
    for words in (text, colours["accent1"]):
        assert contrast(words, ground) >= 4.5
        assert contrast(words, panel) >= 4.5
    assert contrast(colours["hlink"], ground) >= 4.5
    for bar in (colours["accent1"], colours["accent5"]):
        assert contrast(bar, ground) >= 3
    assert contrast(COVER["text"], COVER["background"]) >= 4.5


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    shares = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4
        for one in shares
    ]
    return sum(
        share * one for share, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )


def test_equal_decks_of_any_words_open_again(read: Read) -> None:
    hostile = "\x1b[31m<b>&amp;\u202e =cmd|' /C calc'!A0 {{x}} _x000D_ W" + "W" * 400
    deck = Deck(
        hostile,
        (
            Statement(
                hostile,
                Number(hostile, hostile, hostile, hostile, hostile),
                caveat=hostile,
                certainty="high",
                source=line(hostile),
                notes=(Paragraph(line(hostile)),),
            ),
        ),
    )
    for slide in read(designed(deck)).slides:
        for one in texts(slide):
            assert "\x1b" not in one
            assert "\u202e" not in one


def test_an_item_of_a_list_has_a_bullet_of_its_own(read: Read) -> None:
    told = (line("We ask for:"), line(BULLET, "time"), line(BULLET, "money"))
    (slide,) = read(designed(Deck("Ties", (Points("Ask", told),)))).slides
    paragraphs = slide.placeholders[1].text_frame.paragraphs
    assert [one.text for one in paragraphs] == ["We ask for:", "time", "money"]
    bullets = [one._p.findall(f".//{qn('a:buChar')}") for one in paragraphs]
    assert [len(one) for one in bullets] == [0, 1, 1]
    (first, _), left = bullets[1:], int(paragraphs[1]._p.pPr.get("marL"))
    assert first[0].get("char") == "•"
    assert left == -int(paragraphs[1]._p.pPr.get("indent")) > 0
