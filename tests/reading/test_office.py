"""Word, PowerPoint and PDF: what stands where, whatever it is wrapped in."""

import io
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from pptx import Presentation
from pptx.util import Inches

from relcase.reading import read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: Any) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def told(data: bytes, name: str) -> list[tuple[str, str, str]]:
    """Kind, text and place of every passage."""
    passages = read(data, name).passages
    return [(one.kind, one.text, one.places.at(0).words) for one in passages]


def test_word() -> None:
    made = docx.Document()
    made.add_heading("What we found", 1)
    paragraph = made.add_paragraph("Ties were ")
    paragraph.add_run("1.50").bold = True
    paragraph.add_run("1").font.superscript = True
    made.add_paragraph("")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Frome", "14.0%"
    made.add_paragraph("After the table.")
    made.add_heading("References", 1)
    made.add_paragraph("Áster, Z. (2015) Ties. https://doi.org/10.1/x")
    made.sections[0].header.paragraphs[0].text = "Draft of 2020"
    made.sections[0].footer.paragraphs[0].text = "Page"
    assert told(saved(made), "report.docx") == [
        ("text", "Draft of 2020", "header"),
        ("text", "Page", "footer"),
        ("heading", "What we found", "paragraph 1"),
        ("text", "Ties were 1.50¹", "paragraph 2"),
        ("cell", "Frome", "table 1, row 1, column 1"),
        ("cell", "14.0%", "table 1, row 1, column 2"),
        ("text", "After the table.", "paragraph 3"),
        ("heading", "References", "paragraph 4"),
        ("reference", "Áster, Z. (2015) Ties. https://doi.org/10.1/x", "paragraph 5"),
    ]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:ins><w:r><w:t>14.0</w:t></w:r></w:ins><w:del><w:r><w:delText>15.0</w:delText></w:r></w:del>", "14.0"),
        ("<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>here</w:t></w:r></w:moveTo>", "here"),
        ("<w:sdt><w:sdtContent><w:r><w:t>held</w:t></w:r></w:sdtContent></w:sdt>", "held"),
        ("<w:hyperlink><w:r><w:t>linked</w:t></w:r></w:hyperlink>", "linked"),
        ('<w:fldSimple w:instr="X"><w:r><w:t>shown</w:t></w:r></w:fldSimple>', "shown"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>code</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>result</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "result",
        ),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>seen</w:t></w:r>", "seen"),
        ("<w:r><w:t>5</w:t><w:noBreakHyphen/><w:t>year</w:t><w:br/><w:t>line</w:t></w:r>", "5‑year line"),
    ],
)  # fmt: skip
def test_what_wraps_words_in_word(inside: str, text: str) -> None:
    made = docx.Document()
    made.element.body.insert(0, parse_xml(f"<w:p {W}>{inside}</w:p>"))
    assert told(saved(made), "a.docx") == [("text", text, "paragraph 1")]


def test_a_text_box_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"
    drawn = (
        f'<w:p {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:t>Beside</w:t></w:r><w:r>'
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box.format('new form')}</w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict>{box.format('old form')}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    made = docx.Document()
    made.element.body.insert(0, parse_xml(drawn))
    assert told(saved(made), "a.docx") == [
        ("text", "Beside", "paragraph 1"),
        ("text", "new form", "text box 1"),
    ]


def test_powerpoint() -> None:
    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[5])
    slide.shapes.title.text = "What we found"
    group = slide.shapes.add_group_shape()
    box = group.shapes.add_textbox(Inches(1), Inches(1), Inches(3), Inches(1))
    box.text_frame.text = "Ties were 1.50"
    table = slide.shapes.add_table(
        1, 2, Inches(1), Inches(3), Inches(3), Inches(1)
    ).table
    table.cell(0, 0).text, table.cell(0, 1).text = "Frome", "14.0%"
    slide.notes_slide.notes_text_frame.text = "Say it slowly."
    found = told(saved(made), "deck.pptx")
    assert found == [
        ("heading", "What we found", "slide 1, “Title 1”"),
        ("text", "Ties were 1.50", f"slide 1, “{box.name}”"),
        ("cell", "Frome", "slide 1, “Table 4”, row 1, column 1"),
        ("cell", "14.0%", "slide 1, “Table 4”, row 1, column 2"),
        ("notes", "Say it slowly.", "slide 1, notes"),
    ]


def test_cells_of_office_tables_know_their_row_and_their_column() -> None:
    report = docx.Document()
    grid = report.add_table(2, 2)
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "Change"
    grid.cell(1, 0).text, grid.cell(1, 1).text = "Frome", "−14%"
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    room = (Inches(1), Inches(3), Inches(3), Inches(1))
    table = slide.shapes.add_table(1, 2, *room).table
    table.cell(0, 0).text, table.cell(0, 1).text = "Frome", "−14%"
    for made, name, row in ((report, "a.docx", 2), (deck, "a.pptx", 1)):
        found = {one.text: one.cell for one in read(saved(made), name).passages}
        assert found["−14%"] == (1, row, 2)


@pytest.mark.system
def test_pdf(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("People with stronger ties were 1.50 times as likely.")
    made.add_paragraph("On the second page.").paragraph_format.page_break_before = True
    made.save(str(tmp_path / "report.docx"))
    office = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/office",
        "--headless",
    ]
    command = [*office, "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "report.docx")], check=True, timeout=120)
    assert told((tmp_path / "report.pdf").read_bytes(), "report.pdf") == [
        ("text", "People with stronger ties were 1.50 times as likely.", "page 1"),
        ("text", "On the second page.", "page 2"),
    ]
