"""Word and OpenDocument files: sound packages, real styles, told properties."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from xml.etree import ElementTree

import docx
import pytest

from relcase import __version__
from relcase.api import document_file
from relcase.domain.content import (
    Document,
    Footnote,
    Heading,
    Image,
    Items,
    Paragraph,
    Quotation,
    References,
    Table,
    Text,
    line,
)
from relcase.errors import Unreadable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"></svg>'
DOCUMENT = Document(
    (
        Heading(line("What we ask"), 2),
        Paragraph(
            line(
                "Ties ",
                Text("matter", "b"),
                Footnote((Text("Aster, ", "i"), Text("2015"))),
            ),
        ),
        Items((line("one"), line("two ", Text("link", "", "https://e.org/a?b=1&c")))),
        Heading(line("Deeper than it says"), 5),
        Quotation(line("“Words”"), line("Somebody")),
        Table(("Due", "Said"), ((line("2027-01-31"), line("A long sentence. " * 20)),)),
        Image(DRAWING, 'Two of "ten" & more', line("Source: Aster")),
        Heading(line("References"), 2),
        References(
            (line("Aster (2015) ", Text("Ties", "i")), line("Birch (2016) Roots"))
        ),
    ),
    "A case for <ties>",
)


@pytest.fixture(scope="module")
def word() -> bytes:
    return document_file(DOCUMENT, "docx", "en-GB")


@pytest.fixture(scope="module")
def opened(word: bytes) -> "docx.document.Document":
    return docx.Document(io.BytesIO(word))


def parts(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_each_paragraph_has_a_real_style(opened: "docx.document.Document") -> None:
    told = [
        (one.style.name if one.style else "", one.text) for one in opened.paragraphs
    ]
    assert told == [
        ("Title", "A case for <ties>"),
        ("Heading 1", "What we ask"),
        ("First Paragraph", "Ties matter"),
        ("List Paragraph", "one"),
        ("List Paragraph", "two link"),
        ("Heading 2", "Deeper than it says"),
        ("Block Text", "“Words”\n— Somebody"),
        ("Captioned Figure", ""),
        ("Image Caption", "Source: Aster"),
        ("Heading 1", "References"),
        ("Bibliography", "Aster (2015) Ties"),
        ("Bibliography", "Birch (2016) Roots"),
    ]


def test_nothing_is_formatted_by_hand(word: bytes) -> None:
    """Fonts, sizes, colours and indents are the styles', so that a template can change them."""
    text = parts(word)["word/document.xml"].decode()
    for by_hand in ("w:rFonts", "w:sz ", "w:color", "w:spacing", "w:shd"):
        assert by_hand not in text
    assert set(re.findall(r"<w:rPr>(.*?)</w:rPr>", text)) <= {
        "<w:b /><w:bCs />",
        "<w:i /><w:iCs />",
        '<w:rStyle w:val="Hyperlink" />',
        '<w:rStyle w:val="FootnoteReference" />',
    }


def test_properties(opened: "docx.document.Document") -> None:
    about = opened.core_properties
    assert (about.title, about.language) == ("A case for <ties>", "en-GB")
    assert about.author == f"relcase {__version__}"


def test_the_page_is_a4_with_its_number_at_the_foot(
    opened: "docx.document.Document",
) -> None:
    (section,) = opened.sections
    width, height = section.page_width, section.page_height
    assert width
    assert height
    assert (round(width.cm, 1), round(height.cm, 1)) == (21.0, 29.7)
    footer = section.footer._element.xml
    assert "PAGE" in footer
    assert "NUMPAGES" in footer


def test_references_hang(opened: "docx.document.Document") -> None:
    shape = opened.styles["Bibliography"].paragraph_format
    assert shape.first_line_indent == -shape.left_indent < 0


def test_a_table_repeats_its_header(opened: "docx.document.Document") -> None:
    (table,) = opened.tables
    assert table.style
    assert table.style.name == "Table"
    first, second = table.rows
    assert "tblHeader" in first._tr.xml
    assert "tblHeader" not in second._tr.xml


def test_a_picture_has_its_words_and_stays_on_the_page(
    opened: "docx.document.Document",
) -> None:
    (shape,) = opened.inline_shapes
    assert shape._inline.docPr.get("descr") == 'Two of "ten" & more'
    assert shape.width < opened.sections[0].page_width


def test_every_relation_leads_to_a_part(word: bytes) -> None:
    files = parts(word)
    for name in [one for one in files if one.endswith(".rels")]:
        folder = dirname(dirname(name))
        for relation in ElementTree.fromstring(files[name]):
            if relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                at = target[1:] if target.startswith("/") else join(folder, target)
                assert normpath(at) in files


def test_every_part_has_its_type(word: bytes) -> None:
    files = parts(word)
    types = ElementTree.fromstring(files["[Content_Types].xml"])
    endings = {one.get("Extension") for one in types if one.tag.endswith("Default")}
    named = {one.get("PartName", "") for one in types if one.tag.endswith("Override")}
    assert {one[1:] for one in named} <= files.keys()
    for name in files.keys() - {"[Content_Types].xml"}:
        assert f"/{name}" in named or name.rpartition(".")[2] in endings


def test_every_style_that_is_used_exists(word: bytes) -> None:
    files = parts(word)
    styles = ElementTree.fromstring(files["word/styles.xml"])
    known = [one.get(f"{W}styleId") for one in styles.iter(f"{W}style")]
    assert len(known) == len(set(known))
    used = set(references(files))
    assert {"Title", "Heading1", "Bibliography", "Table", "Footer"} <= used
    assert used <= set(known)


def references(files: dict[str, bytes]) -> Iterator[str]:
    tags = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
    for name in ("document", "footnotes", "footer1", "styles"):
        tree = ElementTree.fromstring(files[f"word/{name}.xml"])
        for tag in tags:
            for one in tree.iter(f"{W}{tag}"):
                yield one.get(f"{W}val", "")


def test_every_list_has_its_numbering(word: bytes) -> None:
    files = parts(word)
    numbering = files["word/numbering.xml"].decode()
    used = re.findall(r'<w:numId w:val="(\d+)"', files["word/document.xml"].decode())
    assert used
    assert set(used) <= set(re.findall(r'<w:num w:numId="(\d+)"', numbering))


def test_an_open_document_says_the_same() -> None:
    files = parts(document_file(DOCUMENT, "odt", "en-GB"))
    assert files["mimetype"] == b"application/vnd.oasis.opendocument.text"
    content, styles = files["content.xml"].decode(), files["styles.xml"].decode()
    for name in (
        "Title",
        "Heading_20_1",
        "Heading_20_2",
        "Bibliography",
        "Table_20_Heading",
    ):
        assert f'text:style-name="{name}"' in content
        assert f'style:name="{name}"' in styles
    assert '<svg:desc>Two of "ten" &amp; more</svg:desc>' in content
    assert "<table:table-header-rows>" in content
    assert 'fo:page-width="21cm"' in styles
    assert "<text:page-number" in styles
    assert (
        f"<dc:creator>relcase {__version__}</dc:creator>" in files["meta.xml"].decode()
    )
    assert "<dc:title>A case for &lt;ties&gt;</dc:title>" in files["meta.xml"].decode()
    for name, data in files.items():
        if name.endswith((".xml", ".rdf")):
            ElementTree.fromstring(data)


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_ones_own_reference_document(tmp_path: Path, form: str) -> None:
    """Its styles are taken, its words are not."""
    own = tmp_path / f"own.{form}"
    made = parts(document_file(Document((Paragraph(line("Mine")),)), form, "en"))
    sheet = "word/styles.xml" if form == "docx" else "styles.xml"
    colour = made[sheet].replace(b"12436D", b"AA0000").replace(b"12436d", b"aa0000")
    with zipfile.ZipFile(own, "w") as archive:
        for name, data in {**made, sheet: colour}.items():
            archive.writestr(name, data)
    files = parts(document_file(DOCUMENT, form, "en", own))
    assert b"aa0000" in files[sheet].lower()
    assert b"12436d" not in files[sheet].lower()
    text = files["word/document.xml" if form == "docx" else "content.xml"]
    assert b"Mine" not in text


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "there is no such file or folder"),
        (b"", "it is not a .docx file"),
        (b"PK\x03\x04 half", "it is not a .docx file"),
        ("odt", "it is not a .docx file"),
    ],
)
def test_what_is_no_reference_document(
    tmp_path: Path, content: bytes | str | None, why: str
) -> None:
    own = tmp_path / "own.docx"
    if isinstance(content, str):
        own.write_bytes(document_file(DOCUMENT, content, "en"))
    elif content is not None:
        own.write_bytes(content)
    with pytest.raises(Unreadable, match=why):
        document_file(DOCUMENT, "docx", "en", own)


def test_a_reference_document_that_unpacks_to_too_much(tmp_path: Path) -> None:
    own = tmp_path / "own.docx"
    names = ("[Content_Types].xml", "word/document.xml", "word/styles.xml")
    with zipfile.ZipFile(own, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, b" " * (30 * 1024 * 1024))
    with pytest.raises(Unreadable, match="too large"):
        document_file(DOCUMENT, "docx", "en", own)


def test_the_model_is_kept_and_a_damaged_one_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELCASE_CACHE_DIR", str(tmp_path))
    first = document_file(DOCUMENT, "docx", "en")
    (kept,) = tmp_path.glob("documents/*/reference.docx")
    kept.write_bytes(kept.read_bytes()[:100])
    again = document_file(DOCUMENT, "docx", "en")
    assert parts(again)["word/styles.xml"] == parts(first)["word/styles.xml"]
    assert zipfile.is_zipfile(kept)


def test_no_cache_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("RELCASE_CACHE_DIR", str(tmp_path / "file"))
    assert zipfile.is_zipfile(io.BytesIO(document_file(DOCUMENT, "docx", "en")))
    monkeypatch.setenv("RELCASE_CACHE_DIR", str(tmp_path / "cache"))
    document_file(DOCUMENT, "docx", "en", cache=False)
    assert not (tmp_path / "cache").exists()
