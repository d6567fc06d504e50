"""Pages, PDF and LaTeX files: what stands by itself, and how it tells its structure."""

import re
from html.parser import HTMLParser

import pytest

from relcase.api import document_file
from relcase.domain.content import (
    Document,
    Footnote,
    Heading,
    Image,
    Key,
    Paragraph,
    References,
    Table,
    Text,
    line,
)
from relcase.errors import MissingExtra
from relcase.render import columns, latex, markdown, outline, pictures, typst_text
from relcase.render.pdf import TypesettingFailed

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"></svg>'
DOCUMENT = Document(
    (
        Heading(line("First"), 1),
        Paragraph(
            line("Said", Footnote((Text("A note"),)), " and ", Text("done", "i"))
        ),
        Heading(line("Far below"), 4),
        Table(("a", "b"), ((line("1"), line("2")),)),
        Image(DRAWING, "A picture", line("Below it")),
        References((line("Aster (2015)"),)),
    ),
    "Title & all",
)


class Outline(HTMLParser):
    """The tags of a page, in order, with what is asked of each."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def named(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag == name]


@pytest.fixture(scope="module")
def page() -> Outline:
    return Outline(document_file(DOCUMENT, "html", "en-GB").decode())


def test_a_page_tells_language_title_and_main_part(page: Outline) -> None:
    assert page.named("html") == [{"lang": "en-GB"}]
    assert len(page.named("main")) == 1
    text = document_file(DOCUMENT, "html", "en-GB").decode()
    assert "<title>Title &amp; all</title>" in text


def test_a_page_has_no_script_and_fetches_nothing(page: Outline) -> None:
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "link", "iframe", "object", "form"}
    sources = [one["src"] or "" for one in page.named("img")]
    assert [one.split(";")[0] for one in sources] == ["data:image/svg+xml"]


def test_headings_of_a_page_skip_nothing(page: Outline) -> None:
    headings = [tag for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert headings == ["h1", "h2", "h3"]


def test_notes_of_a_page_lead_back(page: Outline) -> None:
    links = {one["href"]: one["aria-label"] for one in page.named("a")}
    assert links == {"#note-1": "Note 1", "#mark-1": "Back to mark 1"}
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert ids == ["mark-1", "note-1"]


def test_a_wide_table_can_be_reached_by_keyboard(page: Outline) -> None:
    (region,) = [one for one in page.named("div") if one.get("class") == "wide"]
    assert (region["role"], region["tabindex"]) == ("region", "0")
    assert region["aria-label"] == "Table 1: a, b"
    assert [one["scope"] for one in page.named("th")] == ["col", "col"]


def test_a_page_without_a_title_is_named_by_its_heading() -> None:
    page = document_file(DOCUMENT._replace(title=""), "html", "en").decode()
    assert "<title>First</title>" in page
    assert "<h1>First</h1>" in page


@pytest.mark.parametrize(
    ("title", "levels", "expected"),
    [
        ("T", [1, 1, 3], [2, 2, 3]),
        ("T", [2, 4, 4, 2], [2, 3, 4, 2]),
        ("", [1, 2, 4], [1, 2, 3]),
        ("", [3, 2], [1, 2]),
    ],
)
def test_outlines(title: str, levels: list[int], expected: list[int]) -> None:
    made = outline.outlined(
        Document(tuple(Heading(line("x"), level) for level in levels), title)
    )
    assert [one.level for one in made.blocks if isinstance(one, Heading)] == expected


def test_a_pdf_is_the_same_each_time_and_tagged() -> None:
    made = document_file(DOCUMENT, "pdf", "en-GB")
    assert made.startswith(b"%PDF-1.7")
    assert b"/StructTreeRoot" in made
    assert made == document_file(DOCUMENT, "pdf", "en-GB")


def test_what_the_typesetter_is_told() -> None:
    made = typst_text.render(DOCUMENT, "en-GB")
    assert '#set text(lang: "en", region: "GB")' in made.text
    assert '#set document(title: "Title & all"' in made.text
    assert '#heading(level: 1, [#"First";])' in made.text
    assert '#heading(level: 2, [#"Far below";])' in made.text
    assert '#"Said";#footnote([#"A note";]);' in made.text
    assert 'table.header([#"a";], [#"b";])' in made.text
    assert (
        'image("picture-1.svg", alt: "A picture"), caption: [#"Below it";]' in made.text
    )
    assert made.pictures == {"picture-1.svg": DRAWING}


@pytest.mark.parametrize(
    "words",
    [
        '"; #eval("1+1")',
        "\\",
        '\\"',
        "#import",
        "$x^2$",
        "@ref <label>",
        "*a* _b_",
        "[]",
        "// /*",
    ],
)
def test_any_words_are_words_to_the_typesetter(words: str) -> None:
    made = document_file(Document((Paragraph(line(words)),), words), "pdf", "en")
    assert made.startswith(b"%PDF")
    text = typst_text.render(Document((Paragraph(line(words)),)), "en").text
    (shown,) = re.findall(r'#par\(\[#"(.*)";\]\)', text)
    assert shown.replace('\\"', '"').replace("\\\\", "\\") == words


def test_without_the_typesetter_the_cure_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    with pytest.raises(MissingExtra, match=r'PDF needs .*pip install "\.\[all\]"'):
        document_file(DOCUMENT, "pdf", "en")


def test_without_a_drawer_the_cure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "vl_convert", None)
    with pytest.raises(MissingExtra, match=r'pip install "\.\[all\]"'):
        document_file(DOCUMENT, "docx", "en")


def test_a_latex_file_has_what_it_needs() -> None:
    made = latex.whole(DOCUMENT, "en-GB")
    assert made.startswith("\\documentclass[a4paper,11pt]{article}\n")
    assert "\\title{Title \\& all}" in made
    assert "\\section*{First}" in made
    assert "\\subsection*{Far below}" in made
    assert made.endswith("\\end{document}\n")
    for package in ("hyperref", "longtable", "graphicx"):
        assert f"{{{package}}}" in made


KEYED = Document(
    (
        Paragraph(line("Odds rose ", Key("aster2015", "p. 3"), ".")),
        Paragraph(line(Key("birch_2016:b", narrative=True), " did not find it.")),
        References((), left_open=True),
    ),
    'A "case"',
)


def test_keys_in_markdown() -> None:
    assert markdown.with_bibliography(KEYED, "en-GB", "case.bib") == (
        '---\ntitle: "A \\"case\\""\nlang: "en-GB"\nbibliography: "case.bib"\n---\n\n'
        "Odds rose [@aster2015, p. 3].\n\n@birch_2016:b did not find it.\n\n"
        "::: {#refs}\n:::\n"
    )


def test_keys_in_latex() -> None:
    made = latex.whole(KEYED, "en-GB", "case.bib")
    assert "\\addbibresource{case.bib}" in made
    assert "Odds rose \\parencite[{p. 3}]{aster2015}." in made
    assert "\\textcite{birch_2016:b} did not" in made
    assert "\\printbibliography[heading=none]" in made


@pytest.mark.parametrize("key", ["a]b", "a b", "{{x}}", "a;@b", "<b>", "é["])
def test_a_key_that_is_none_stays_words(key: str) -> None:
    made = markdown.render(Document((Paragraph(line(Key(key))),)))
    assert not re.search(r"(?<!\\)\[@", made)
    assert "{{" not in made


def test_columns_have_room_for_their_words() -> None:
    rows = tuple((line("2027-01-31"), line("A long sentence. " * 20)) for _ in range(3))
    day, said = columns.shares(Table(("Due", "What it says"), rows))
    assert round(day + said, 3) == 1
    assert 0.15 < day < 0.35


@pytest.mark.parametrize(
    ("head", "wide"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x00", False),  # 512 dots of a screen
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x08\x00", True),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x08\x00....pHYs\0\0\x4e\x20\0\0\x4e\x20\x01",
            False,
        ),
        (b"\xff\xd8\xff", True),
    ],
)
def test_a_picture_wider_than_the_page(head: bytes, wide: bool) -> None:
    assert pictures.is_wide(Image(head, "")) is wide


@pytest.mark.parametrize("form", ["docx", "odt", "pdf", "html", "latex"])
@pytest.mark.parametrize(
    "document",
    [
        Document(()),
        Document((Paragraph(line("x")),)),
        Document((Paragraph(()), References(()), Table(("a", ""), ())), "t"),
        Document((Image(DRAWING, ""),), "t"),
        Document(tuple(Heading(line(str(level)), level) for level in range(1, 9)), "t"),
    ],
    ids=["nothing", "untitled", "empty parts", "undescribed", "deep"],
)
def test_unusual_documents(document: Document, form: str) -> None:
    made = document_file(document, form, "gsw-CH")
    assert len(made) > 100
    if form == "html":
        assert b"<h7" not in made


def test_a_picture_that_is_none_is_an_error_with_a_sentence() -> None:
    document = Document((Image(b"nonsense", "x"),), "t")
    with pytest.raises(TypesettingFailed, match="Typesetting the PDF failed: "):
        document_file(document, "pdf", "en")
    with pytest.raises(pictures.NoPicture, match="'x' is neither PNG, JPEG nor SVG"):
        document_file(document, "docx", "en")
