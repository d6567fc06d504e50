"""Text against its box: measured, made smaller, split, never left to overflow."""

import pytest
from PIL import ImageFont

from relcase.render.powerpoint import fonts
from relcase.render.powerpoint.measure import (
    Para,
    Room,
    Run,
    cut,
    fits,
    fitted,
    height,
    lines,
    pages,
)

ROOM = Room(width=200, height=100, family="Arial")
WORDS = "People with stronger ties were more likely to be alive ten years later. "


def para(text: str, size: float = 20, least: float = 10) -> Para:
    return Para((Run(text),), size, least)


def test_lines_are_broken_between_words() -> None:
    shown = lines(para(WORDS), ROOM)
    assert "".join(shown) == WORDS
    assert len(shown) > 2
    assert all(line.endswith(" ") for line in shown)


def test_a_word_longer_than_a_line_is_broken_in_it() -> None:
    shown = lines(para("W" * 60), ROOM)
    assert len(shown) > 3
    assert "".join(shown) == "W" * 60


def test_paragraphs_stand_under_each_other_with_their_space() -> None:
    one = para("Ties")
    assert height([one, one._replace(before=7)], ROOM) == pytest.approx(
        2 * height([one], ROOM) + 7
    )


def test_text_becomes_smaller_until_it_fits() -> None:
    made = fitted([para(WORDS * 2)], ROOM)
    assert made is not None
    assert 10 <= made[0].size < 20
    assert fits(made, ROOM)


def test_what_does_not_fit_at_its_least_is_split_and_nothing_is_lost() -> None:
    long = para(WORDS * 30)
    assert fitted([long], ROOM) is None
    split = pages([long, para("The end.")], ROOM)
    assert len(split) > 1
    assert all(fits(page, ROOM) for page in split)
    said = "".join(run.text for page in split for one in page for run in one.runs)
    assert said == WORDS * 30 + "The end."


def test_several_boxes_are_about_equally_full() -> None:
    many = [para(f"{number}. Ties.", 20, 20) for number in range(5)]
    assert [len(page) for page in pages(many, ROOM)] == [3, 2]


def test_a_number_becomes_smaller_before_it_takes_a_second_line() -> None:
    number = para("2.54 points (DEMQOL-Proxy)", 60, 10)._replace(is_one_line=True)
    made = fitted([number], ROOM)
    assert made is not None
    assert len(lines(made[0], ROOM)) == 1


def test_a_title_is_cut_between_words() -> None:
    made = cut(para(WORDS * 30), ROOM)
    (run,) = made.runs
    assert run.text.endswith("…")
    assert (WORDS * 30).startswith(run.text[:-1])
    assert fits([made], ROOM)


def test_an_unknown_font_is_never_thought_narrower_than_a_wide_one() -> None:
    """DejaVu Sans is among the widest text faces; it is looked for by its file."""
    try:
        ImageFont.truetype("DejaVuSans.ttf", 10)
    except OSError:
        pytest.fail("DejaVu Sans is not on this machine")
    for bold in (False, True):
        unknown, wide = fonts.face("No Such Face", bold), fonts.face("DejaVuSans", bold)
        for text in (WORDS, "ABCDEFGHIJ", "0123456789", "illicit fill"):
            assert unknown.width(text, 20) >= 0.97 * wide.width(text, 20)


def test_signs_of_other_scripts_take_a_whole_square() -> None:
    assert fonts.face("Arial").width("関係", 20) >= 40
