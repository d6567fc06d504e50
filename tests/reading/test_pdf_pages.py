"""Paragraphs of PDF files, from lines as pdftotext measures them."""

from collections.abc import Sequence

from relcase.reading.pdf_columns import in_columns
from relcase.reading.pdf_lines import lines
from relcase.reading.pdf_paragraphs import Paragraph, paragraphs
from relcase.reading.pdf_tables import with_cells

Placed = tuple[float, float, str]
"""How far from the left and from the top a line stands, and its words."""
_WIDE, _HIGH = 5.0, 12.0
"""How wide a letter is, and how high a word."""
TOP, STEP = 100.0, 14.0


def word(left: float, top: float, text: str, high: float = _HIGH) -> str:
    places = f'xMin="{left}" yMin="{top}" xMax="{left + _WIDE * len(text)}"'
    return f'<word {places} yMax="{top + high}">{text}</word>'


def line(left: float, top: float, text: str, high: float = _HIGH) -> str:
    made, at = [], left
    for one in text.split(" "):
        made.append(word(at, top, one, high))
        at += _WIDE * (len(one) + 1)
    return f"<line>{''.join(made)}</line>"


def page(*found: str) -> str:
    return f'<page width="595" height="842"><block>{"".join(found)}</block></page>'


def rows(left: float, texts: Sequence[str], top: float = TOP) -> list[str]:
    return [line(left, top + STEP * at, text) for at, text in enumerate(texts)]


def read(*pages: str) -> list[Paragraph]:
    return list(paragraphs(with_cells(in_columns(lines("".join(pages))))))


def texts(*pages: str) -> list[str]:
    return [one.text for one in read(*pages)]


FULL = "a line of a report that goes from one edge of the page to the other"


def test_a_sentence_goes_on_over_a_page_without_its_head_and_its_number() -> None:
    def paper(number: int, *found: str) -> str:
        head = line(400, 20, "Council paper 12")
        foot = line(300, 800, f"{number} / 3")
        return page(head, *found, foot)

    found = texts(
        paper(1, *rows(70, [FULL, "and was told by (Mead et al.,"])),
        paper(
            2, *rows(70, ["2010) to others. And it goes on here for a while longer."])
        ),
        paper(3, *rows(70, ["Another paragraph."])),
    )
    assert found == [
        f"{FULL} and was told by (Mead et al., 2010) to others. And it goes on here for a "
        "while longer.",
        "Another paragraph.",
    ]


def test_entries_of_a_list_begin_further_out_also_on_the_next_page() -> None:
    entry = (
        "Barker, I., Lloyd, T., & Steventon, A. (2016). Effect of a national rule on"
    )
    found = texts(
        page(
            line(70, 60, "References", 18),
            *rows(70, [entry]),
            *rows(
                90, ["named doctors. BMJ Open. https://doi.org/10.1136/bmjopen-"], 114
            ),
            *rows(
                70, ["Berkman, L. F., Blumenthal, J., Burg, M., & Carney, R. M.,"], 128
            ),
        ),
        page(
            *rows(90, ["Czajkowski, S. M. (2003). Effects of treating depression."]),
            *rows(
                70,
                ["de Jong, B. A. (2016). Trust and team performance, a review of"],
                114,
            ),
            *rows(90, ["studies."], 128),
        ),
    )
    assert found == [
        "References",
        f"{entry} named doctors. BMJ Open. https://doi.org/10.1136/bmjopen-",
        "Berkman, L. F., Blumenthal, J., Burg, M., & Carney, R. M., Czajkowski, S. M. "
        "(2003). Effects of treating depression.",
        "de Jong, B. A. (2016). Trust and team performance, a review of studies.",
    ]


def test_columns_are_read_one_after_the_other() -> None:
    left = [f"the left column has words {at}" for at in range(6)]
    right = [f"the right column has others {at}" for at in range(6)]
    mixed = [
        one
        for pair in zip(rows(70, left), rows(320, right), strict=True)
        for one in pair
    ]
    assert texts(page(*mixed)) == [" ".join((*left, *right))]


def test_a_raised_number_is_the_mark_of_a_note_at_the_foot() -> None:
    marked = line(70, TOP, "It was found in 148 studies.").removesuffix("</line>")
    raised = word(70 + _WIDE * 28, TOP - 2, "1", 7) + "</line>"
    note = line(76, 700, "Holt-Lunstad, J. (2010). Social relationships.", 9)
    small = f"<line>{word(70, 698, '1', 6)}</line>"
    found = read(page(*rows(70, [FULL], 60), marked + raised, small, note))
    assert [(one.kind, one.label, one.text) for one in found] == [
        ("text", "", FULL),
        ("text", "", "It was found in 148 studies.¹"),
        ("footnote", "1", "Holt-Lunstad, J. (2010). Social relationships."),
    ]


def test_bullets_that_stand_apart_begin_what_stands_beside_them() -> None:
    found = texts(
        page(
            line(70, TOP, "•"),
            line(70, TOP + STEP, "•"),
            line(90, TOP, "one thing of the two,"),
            line(90, TOP + STEP, "another thing"),
        )
    )
    assert found == ["one thing of the two,", "another thing"]


def test_words_divided_at_the_end_of_a_line_are_put_together() -> None:
    found = texts(
        page(
            *rows(
                70,
                [
                    "In the follow-up of relationships it is so at the end of the follow-",
                    "up, and in the names of Holt-",
                    "Lunstad, and in what was divided by the program, as relation-",
                    "ships are; an address is whole: https://doi.org/10.1007/s00134-",
                    "016-4669-9 as it stands.",
                ],
            )
        )
    )
    assert found == [
        "In the follow-up of relationships it is so at the end of the follow-up, and in the "
        "names of Holt-Lunstad, and in what was divided by the program, as relationships "
        "are; an address is whole: https://doi.org/10.1007/s00134-016-4669-9 as it stands."
    ]


def test_lines_at_one_height_are_the_cells_of_a_row() -> None:
    found = read(
        page(
            line(70, 60, FULL),
            line(200, TOP, "Change"),
            line(70, TOP + STEP, "Frome"),
            line(200, TOP + STEP, "−14%"),
            line(70, TOP + 2 * STEP, "Somerset"),
            line(200, TOP + 2 * STEP, "+28.5%"),
            line(70, 160, "Source: Abel et al., 2018"),
        )
    )
    assert [one.text for one in found if not one.cell] == [
        FULL,
        "Source: Abel et al., 2018",
    ]
    assert {one.text: tuple(one.cell) for one in found if one.cell} == {
        "Change": (1, 1, 2),
        **{"Frome": (1, 2, 1), "−14%": (1, 2, 2)},
        **{"Somerset": (1, 3, 1), "+28.5%": (1, 3, 2)},
    }


def test_a_cell_of_one_table_is_no_head_of_the_next() -> None:
    first = [line(x, 100 + 14 * at, f"{x} of") for at in range(2) for x in (70, 300)]
    second = [line(x, 146 + 14 * at, "5%", 10) for at in range(2) for x in (70, 300)]
    found = with_cells(lines(page(*first, *second)))
    assert [one.cell[:2] for one in found if one.cell] == [
        *((1, 1), (1, 1), (1, 2), (1, 2)),
        *((2, 1), (2, 1), (2, 2), (2, 2)),
    ]
