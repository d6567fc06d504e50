"""Whatever is handed to it: passages or one sentence, never a traceback."""

import io
import struct
import time
import zipfile
from functools import cache

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation

from relcase.errors import RelcaseError
from relcase.reading import package, read
from relcase.reading.letters import line_starts

MARKUP = st.lists(
    st.sampled_from(
        [
            *"*_`[](){}<>\\%$&~^#|>-:@!\"'/ \n\t",
            *(
                "word",
                "14.0%",
                "\r\n",
                "\n\n",
                "```",
                "<!--",
                "-->",
                "[@key]",
                "[^1]: ",
            ),
            *("<p>", "</td>", "&amp;", "&#0;", "<a href='#x'>", "<sup>", "<script>"),
            *(
                "\\begin{tabular}{l}",
                "\\end{tabular}",
                "\\footnote{",
                "\\'e",
                "\\item ",
            ),
            *(
                "\\cite[p. 1]{a,b}",
                "\\url{x}",
                "# ",
                "- ",
                "1. ",
                "::: {#refs}",
                "\ufeff",
            ),
            *("References\n", "Áster, Z. (2015) https://x", "| a | b |\n|--|--|\n"),
        ]
    ),
    max_size=40,
).map("".join)


@given(text=MARKUP, name=st.sampled_from(["a.md", "a.txt", "a.html", "a.tex"]))
@settings(max_examples=400)
def test_every_letter_of_any_text_has_a_place(text: str, name: str) -> None:
    if not text.lstrip("\ufeff"):
        return
    lines = line_starts(text := text.lstrip("\ufeff"))
    for one in read(text.encode(), name).passages:
        assert one.text == one.text.strip(" ")
        assert one.text
        for offset in range(len(one.text)):
            place = one.places.at(offset)
            assert place.line is not None
            assert place.column is not None
            at = lines[place.line - 1] + place.column - 1
            assert at < len(text)
            span = one.places.span(offset, offset + 1)
            assert span is not None
            assert span[0] == at
            letter = one.text[offset]
            if letter.isalnum() and letter.isascii():
                assert letter == text[at] or text[at] in "&\\"
        for cited in one.citations:
            assert 0 <= cited.offset <= len(one.text)


def said(data: bytes, name: str) -> str:
    """The sentence that reading ends with; empty when it was read."""
    try:
        read(data, name)
    except RelcaseError as error:
        return str(error)
    return ""


@given(
    data=st.binary(max_size=200), name=st.sampled_from(["a.md", "a.docx", "a.pdf", "-"])
)
def test_any_bytes(data: bytes, name: str) -> None:
    told = said(data, name)
    assert not told or told.startswith(("Cannot read", "Reading a PDF"))


@cache
def office(kind: str) -> bytes:
    """A small file of Word or PowerPoint."""
    made = io.BytesIO()
    if kind == "docx":
        word = docx.Document()
        word.add_paragraph("Ties were 1.50.")
        word.add_table(1, 1)
        word.save(made)
    else:
        deck = Presentation()
        deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = "Ties"
        deck.save(made)
    return made.getvalue()


@given(
    kind=st.sampled_from(["docx", "pptx"]),
    at=st.floats(0, 0.999),
    new=st.binary(min_size=1, max_size=8),
    cut=st.booleans(),
)
@settings(max_examples=150)
def test_damaged_office_files(kind: str, at: float, new: bytes, cut: bool) -> None:
    data = office(kind)
    place = int(at * len(data))
    damaged = data[:place] if cut else data[:place] + new + data[place + len(new) :]
    told = said(damaged, f"a.{kind}")
    assert not told or told.startswith(f"Cannot read a.{kind}: ")


PARTS = ("word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels")


@given(
    part=st.sampled_from(PARTS),
    at=st.floats(0, 0.999),
    new=st.sampled_from(
        [b"<", b">", b"</w:p>", b"\xff", b"w:p", b"&x;", b'Id=""', b"<w:p>"]
    ),
)
@settings(max_examples=150)
def test_damaged_xml(part: str, at: float, new: bytes) -> None:
    def change(content: bytes) -> bytes:
        place = int(at * len(content))
        return content[:place] + new + content[place + len(new) :]

    told = said(with_part(part, change(parts()[part])), "a.docx")
    assert not told or told.startswith("Cannot read a.docx: ")


@cache
def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(office("docx"))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(name: str, content: bytes) -> bytes:
    """A Word file with one part exchanged."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, held in {**parts(), name: content}.items():
            archive.writestr(one, held)
    return made.getvalue()


BOMB = b"<w:document>" + b" " * (package.PART + 1)
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]><x>&a;</x>'
DEEP = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"", "a.md", "it is empty"),
        (b"", "a.docx", "it is empty"),
        (b"\x00\x01\x02", "a.md", "it is not text"),
        (b"plain words", "a.docx", "its name says Word and its content does not"),
        (b"PK\x03\x04 and no more", "a.zip", "it is a zip file"),
        (b"PK\x03\x04 word/document.xml", "a.docx", "it is damaged or cut short"),
        (b"{\\rtf1 words}", "a.rtf", "it is a Rich Text file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 words", "a.doc", "before 2007"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a.docx",
            "it is protected by a password",
        ),
        (office("docx")[:-200], "a.docx", "it is damaged or cut short"),
        (with_part("word/document.xml", ENTITIES), "a.docx", "declares entities"),
        (with_part("word/document.xml", BOMB), "a.docx", "it unpacks to more"),
        (
            with_part("word/document.xml", DEEP + b"<w:x>" * 5000 + b"</w:x>" * 5000 + b"</w:body></w:document>"),
            "a.docx",
            "it unpacks to more",
        ),
        (with_part("word/document.xml", b"<x/>"), "a.docx", "it is damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_cannot_be_read_is_said_with_its_cure(
    data: bytes, name: str, why: str
) -> None:
    with pytest.raises(RelcaseError, match=why) as caught:
        read(data, name)
    assert caught.value.exit_status == 3
    assert str(caught.value).startswith(f"Cannot read {name}: ")


def test_a_protected_member() -> None:
    data = bytearray(office("docx"))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        (flags,) = struct.unpack_from("<H", data, at + 8)
        struct.pack_into("<H", data, at + 8, flags | 1)
        at = data.find(b"PK\x01\x02", at + 4)
    with pytest.raises(RelcaseError, match="protected by a password"):
        read(bytes(data), "a.docx")


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (b"<!DOCTYPE html><p>x</p>", "report.docx", "html"),
        (office("docx"), "report.txt", "docx"),
        (office("pptx"), "report", "pptx"),
        (b"\\documentclass{article}", "-", "latex"),
        (b"Words.", "-", "markdown"),
        (b"Words.", "report.TXT", "text"),
    ],
)
def test_the_content_says_what_it_is(data: bytes, name: str, form: str) -> None:
    assert read(data, name).form == form


@pytest.mark.parametrize(
    "data",
    [
        "£5 “so”".encode(),
        b"\xef\xbb\xbf" + "£5 “so”".encode(),
        b"\xff\xfe" + "£5 “so”".encode("utf-16-le"),
        b"\xfe\xff" + "£5 “so”".encode("utf-16-be"),
        "£5 “so”".encode("cp1252"),
    ],
)
def test_encodings(data: bytes) -> None:
    passage = read(data, "a.txt").passages[0]
    assert passage.text == "£5 “so”"
    assert passage.places.at(3)[:2] == (1, 4)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("£5 “so” – don".encode() + b"\x92t", "£5 “so” – don’t"),
        (b"\xef\xbb\xbfSo don\x92t", "So don’t"),
        ("£5 “so” – ".encode() + b"\x81 b", "£5 “so” – \ufffd b"),
        ("“CAFÉ” à la carte".encode("cp1252"), "“CAFÉ” à la carte"),
    ],
)
def test_one_bad_byte_spoils_no_text_in_utf_8(data: bytes, text: str) -> None:
    passage = read(data, "a.txt").passages[0]
    assert passage.text == text
    assert passage.places.at(len(text) - 1)[:2] == (1, len(text))


def word(body: str) -> bytes:
    """A Word file with this in its body."""
    return with_part(
        "word/document.xml",
        DEEP + body.encode() + b"</w:body></w:document>",
    )


BOX = "<w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r>"
LINE = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("data", "name", "passages"),
    [
        (b"<!-- x -->\n" * 60 + b"Words.", "a.md", 1),
        (b"<head " * 30_000, "a.html", 1),
        (b"# a" + b" " * 60_000 + b"b", "a.md", 1),
        (b"[a\\]" * 30_000, "a.md", 1),
        (b"\\begin{align} " * 30_000, "a.tex", 0),
        (b"\\footnote{a" * 2000 + b"}" * 2000, "a.tex", 40),
        (b"\\section{a " * 2000 + b"}" * 2000, "a.tex", 40),
        (word("<w:p>" + "".join((BOX[0], LINE, BOX[1])) * 2000 + "</w:p>"), "a.docx", 2000),
        (
            word("<w:p>" + "".join(f'<w:r><w:footnoteReference w:id="{one}"/></w:r>' for one in range(10_000)) + "</w:p>"),
            "a.docx",
            0,
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_repeats_without_end_is_read_at_once(
    data: bytes, name: str, passages: int
) -> None:
    began = time.perf_counter()
    assert len(read(data, name).passages) == passages
    assert time.perf_counter() - began < 5


def test_text_boxes_inside_each_other_beyond_all_measure() -> None:
    opens, closes = f"<w:p>{BOX[0]}", f"{BOX[1]}</w:p>"
    nested = opens * 400 + LINE + closes * 400
    assert said(word(nested), "a.docx").startswith("Cannot read a.docx: ")
