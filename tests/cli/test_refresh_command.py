"""refresh and --marked: places filled, kept current, and nothing else touched."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pptx import Presentation
from pptx.util import Inches, Pt

from relcase.reading import read

Run = Callable[..., Any]

REPORT = """\
# Our report\r
\r
Untouched  – “words”, 1.50.\r
\r
<!-- relcase: stat ties-survival -->\r
\r
Of pupils, <!-- relcase: lonely-pupils short --> and so on [@dogwood2008].\r
\r
> <!-- relcase: quote kindness-first -->\r
\r
```\r
<!-- relcase: stat ties-survival -->\r
```\r
\r
## References\r
\r
<!-- relcase: references apa -->\r
"""


def made_newer(desk: Path) -> None:
    """The store has another figure now, in one record."""
    store = desk / "small" / "evidence.yaml"
    text = store.read_text()
    for old, new in (("1.50", "1.60"), ("1.42", "1.52"), ("1.59", "1.69")):
        text = text.replace(old, new)
    store.write_text(text)


def test_places_are_filled_and_then_left_alone(small: Run, desk: Path) -> None:
    report = desk / "report.md"
    report.write_bytes(REPORT.encode())
    done = small("refresh", "report.md")
    assert done.status == 0
    assert done.stderr.splitlines() == [
        "report.md:5:1: info: ties-survival: filled [F08]",
        "report.md:7:12: info: lonely-pupils: filled [F08]",
        "report.md:9:3: info: kindness-first: filled [F08]",
        "report.md:17:1: info: references: filled [F08]",
        "4 places changed.",
    ]
    text = report.read_bytes().decode()
    assert "\n" not in text.replace("\r\n", "")
    for line in REPORT.splitlines():
        if "relcase:" not in line:
            assert line in text.splitlines()
    assert "```\r\n<!-- relcase: stat ties-survival -->\r\n```" in text
    assert "\r\n>\r\n> > “We begin with kindness" in text
    listed = text[text.index("## References") :]
    for one in ("Áster, Z.", "Cedar Trust", "Dogwood, A.", "Gorse Network"):
        assert one in listed
    again = small("refresh", "report.md")
    assert (again.status, again.stderr) == (0, "Everything is up to date.\n")
    assert report.read_bytes().decode() == text


def test_a_new_figure_changes_its_place_alone(small: Run, desk: Path) -> None:
    report = desk / "report.md"
    report.write_bytes(REPORT.encode())
    small("refresh", "report.md")
    before = report.read_bytes().decode()
    made_newer(desk)
    check = small("refresh", "--check", "report.md")
    assert check.status == 1
    assert report.read_bytes().decode() == before
    done = small("refresh", "report.md")
    assert (
        done.stderr.splitlines()[0]
        == (
            "report.md:5:1: info: ties-survival: “1.50” → “1.60”; “1.42” → “1.52”; "
            "“1.59).” → “1.69).” [F08]"
        )
        or "“1.50” → “1.60”" in done.stderr
    )
    after = report.read_bytes().decode()
    changed = [
        (old, new)
        for old, new in zip(before.splitlines(), after.splitlines(), strict=True)
        if old != new
    ]
    assert len(changed) == 2  # the marker with its checksum, and the sentence
    assert "1.60 times the odds" in changed[1][1]
    assert "“words”, 1.50." in after


def test_check_and_diff_write_nothing(small: Run, desk: Path) -> None:
    report = desk / "report.md"
    report.write_bytes(REPORT.encode())
    check = small("refresh", "--check", "report.md", "-f", "json")
    assert check.status == 1
    assert json.loads(check.stdout)["summary"] == {"error": 4, "warning": 0, "info": 0}
    diff = small("refresh", "--diff", "report.md")
    assert diff.status == 0
    assert "+**People with stronger ties" in diff.stdout
    assert report.read_bytes() == REPORT.encode()


def test_an_edit_by_hand_is_never_lost_by_accident(small: Run, desk: Path) -> None:
    report = desk / "report.md"
    report.write_text("<!-- relcase: stat lonely-pupils -->\n")
    small("refresh", "report.md")
    written = report.read_text()
    report.write_text(edited := written.replace("11%", "12%"))
    refused = small("refresh", "report.md")
    assert refused.status == 1
    rows = refused.stderr.splitlines()
    assert rows[0].startswith("report.md:1:1: error: lonely-pupils was edited by hand")
    shown = {rows[n].strip(): rows[n + 1] for n in (1, 3, 5)}
    assert "11%" in shown["was written:"]
    assert "12%" in shown["is now:"]
    assert "11%" in shown["the store says:"]
    assert report.read_text() == edited
    kept = small("refresh", "--edits", "keep", "report.md")
    assert kept.status == 0
    assert "12%" in report.read_text()
    assert small("refresh", "--check", "report.md").status == 0
    store = desk / "small" / "evidence.yaml"
    store.write_text(store.read_text().replace("2,000 pupils", "2,100 pupils"))
    assert small("refresh", "report.md").status == 1  # the store has changed since
    assert small("refresh", "--edits", "overwrite", "report.md").status == 0
    assert "2,100" in report.read_text()
    assert "12%" not in report.read_text()


def test_from_what_was_kept_a_way_leads_back(small: Run, desk: Path) -> None:
    report = desk / "report.md"
    report.write_text("<!-- relcase: stat lonely-pupils -->\n")
    small("refresh", "report.md")
    written = report.read_text()
    report.write_text(written.replace("11%", "12%"))
    small("refresh", "--edits", "keep", "report.md")
    assert "12%" in report.read_text()
    back = small("refresh", "--edits", "overwrite", "report.md")
    assert (back.status, "1 place changed" in back.stderr) == (0, True)
    assert report.read_text() == written


FAULTS = """\
<!-- relcase: stat ties-survival sum=0123456789ab -->
words
<!-- relcase: stat lonely-pupils -->
<!-- /relcase -->
<!-- /relcase -->
<!-- relcase: stat nobody-knows -->
<!-- relcase: story ties-survival -->
<!-- relcase: stat lonely-pupils -->
<!-- relcase: stat lonely-pupils loud -->
<!-- relcase: stat ties-survival style=nosuch -->
Beside words, <!-- relcase: stat befriending-trials slide -->
<!-- relcase: stat befriending-trials lang=?? -->
<!-- relcase: stat befriending-trials sum=0123456789ab -->
"""


def test_wrong_marks_are_problems_with_places(small: Run, desk: Path) -> None:
    (desk / "a.md").write_text(FAULTS)
    done = small("refresh", "--check", "a.md", "-f", "json")
    found = [
        (one["line"], one["rule"], one["severity"])
        for one in json.loads(done.stdout)["problems"]
        if one["rule"] != "F08"
    ]
    assert done.status == 1
    assert found == [
        (1, "F02", "error"),
        (5, "F03", "error"),
        (6, "F05", "error"),
        (7, "F05", "error"),
        (8, "F06", "warning"),
        (9, "F04", "error"),
        (10, "F05", "error"),
        (11, "F04", "error"),
        (12, "F04", "error"),
        (13, "F01", "error"),
    ]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.html", "<p>Hi</p>\n<!-- relcase: stat lonely-pupils html -->\n", "<li><strong>In England"),
        ("a.html", "<!-- relcase: lonely-pupils -->", "\n<p><strong>In England"),
        ("a.html", "<p>So: <!-- relcase: lonely-pupils -->.</p>", "--><strong>In England"),
        ("a.tex", "Hi\n  % relcase: stat lonely-pupils latex\n", "\n  \\item \\textbf{In England, 11\\%"),
        ("a.md", "- x\n\n  <!-- relcase: stat lonely-pupils slide -->\n", "\n  # In England, 11%"),
    ],
)  # fmt: skip
def test_formats(small: Run, desk: Path, name: str, text: str, expected: str) -> None:
    (desk / name).write_text(text)
    assert small("refresh", name).status == 0
    after = (desk / name).read_text()
    assert expected in after
    assert small("refresh", "--check", name).status == 0


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"", "cp1252")],
)
def test_the_encoding_stays(small: Run, desk: Path, mark: bytes, encoding: str) -> None:
    text = "£5 – <!-- relcase: lonely-pupils short --> é\n"
    (desk / "a.md").write_bytes(mark + text.encode(encoding))
    assert small("refresh", "a.md").status == 0
    after = (desk / "a.md").read_bytes()
    assert after.startswith(mark)
    told = after[len(mark) :].decode(encoding)
    assert told.startswith("£5 – <!-- relcase: lonely-pupils say=short")
    assert told.endswith("<!-- /relcase --> é\n")


_FILLED = "In England, 11%"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "<!-- RELCASE: stat lonely-pupils -->\n"),
        ("a.md", "<!-- Relcase : lonely-pupils --> x <!-- /RELCASE -->\n"),
        ("a.tex", "% RelCase: lonely-pupils\n"),
        ("a.md", "- An item\n\n    <!-- relcase: lonely-pupils -->\n"),
        ("a.md", "[^1]: A note.\n\n    <!-- relcase: lonely-pupils -->\n"),
        ("a.md", "Term\n\n:   What it is.\n\n    <!-- relcase: lonely-pupils -->\n"),
        ("a.md", "!!! note\n\n    <!-- relcase: lonely-pupils -->\n"),
    ],
)
def test_marks_however_they_are_set(
    small: Run, desk: Path, name: str, text: str
) -> None:
    (desk / name).write_text(text)
    done = small("refresh", "--edits", "overwrite", name)
    assert done.stderr.count("[F") == 1
    after = (desk / name).read_text()
    assert _FILLED in after.replace("\\", "")
    assert " relcase: " in after
    assert small("refresh", "--check", name).status == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "So:\n\n    <!-- relcase: lonely-pupils -->\n"),
        ("a.md", "\t<!-- relcase: lonely-pupils -->\n\t<!-- /relcase -->\n"),
        ("a.md", "> So:\n>\n>     <!-- relcase: lonely-pupils -->\n"),
        ("a.md", '<b title="<!-- relcase: lonely-pupils -->">x</b>\n'),
        ("a.html", "<p\n class=a title='<!-- relcase: lonely-pupils -->'>x</p>\n"),
        ("a.md", "<!-- relcase: ignore D01 because it is quoted -->\n\nx\n"),
        ("a.tex", "% relcase: ignore-file unsourced because of the annex\n"),
    ],
)
def test_what_only_looks_like_a_mark_is_left(
    small: Run, desk: Path, name: str, text: str
) -> None:
    (desk / name).write_text(text)
    done = small("refresh", name)
    assert (done.status, done.stderr) == (0, "There is no marked place.\n")
    assert (desk / name).read_text() == text


def test_no_paragraph_is_put_into_a_paragraph_of_a_page(small: Run, desk: Path) -> None:
    text = """<p>So:
<!-- relcase: lonely-pupils -->
</p>
<h2><!-- relcase: ties-survival short -->
</h2>
<p>Open<div>
<!-- relcase: ties-survival -->
</div>
<p>
<!-- relcase: references -->
</p>
"""
    (desk / "a.html").write_text(text)
    done = small("refresh", "a.html")
    assert "a.html:10:1: error: this marker stands within a paragraph" in done.stderr
    after = (desk / "a.html").read_text()
    before, inside, behind = after.partition("<div>")
    assert "<p><strong>" not in before
    assert "--><strong>In England" in before
    assert "-->With stronger social ties" in before
    assert "-->\n<p><strong>" in inside + behind
    assert small("refresh", "--check", "a.html").stderr.count("[F") == 1


def test_bad_bytes_stay_as_they_are(small: Run, desk: Path) -> None:
    before, after = (
        "“naïve” – “café” – £5 don".encode() + b"\x92t\n",
        b"\x81\xe2\x80 end\n",
    )
    mark = b"<!-- relcase: lonely-pupils short -->"
    (desk / "a.md").write_bytes(before + mark + b"\n" + after)
    said = small("refresh", "--diff", "a.md")
    assert "don’t" in said.stdout
    assert small("refresh", "a.md").status == 0
    told = (desk / "a.md").read_bytes()
    assert told.startswith(before)
    assert told.endswith(after)
    inside = told.replace(b" 11% ", b" 11%\x92 ")
    assert inside != told
    (desk / "a.md").write_bytes(inside)
    assert "11%’" in small("refresh", "a.md").stderr
    assert small("refresh", "--edits", "keep", "a.md").status == 0
    assert b" 11%\x92 " in (desk / "a.md").read_bytes()


def test_a_pipe(desk: Path) -> None:
    command = [sys.executable, "-m", "relcase", "refresh", "-", "--no-builtin"]
    done = subprocess.run(
        [*command, "--store", "small"],
        input="é <!-- relcase: lonely-pupils short --> z\n".encode(),
        capture_output=True,
        check=False,
        cwd=desk,
    )
    assert done.returncode == 0
    told = done.stdout.decode()
    assert told.startswith("é <!-- relcase: lonely-pupils say=short style=")
    assert told.endswith("<!-- /relcase --> z\n")


_CONTRARY = """\
<!-- relcase: stat social-relationships-survival -->

<!-- relcase: contrary -->
"""


def test_findings_to_the_contrary_are_kept_current(run: Run, desk: Path) -> None:
    (desk / "a.md").write_text(
        "<!-- relcase: contrary social-relationships-survival -->\n"
    )
    assert run("refresh", "a.md").status == 0
    assert "Not in this list: " in (desk / "a.md").read_text()
    assert run("refresh", "--check", "a.md").status == 0


@pytest.mark.parametrize(
    ("name", "data", "status", "said"),
    [
        ("a.txt", b"Words.", 3, "plain text has no comments"),
        ("a.pdf", b"%PDF-1.4", 3, "cannot be changed"),
        ("a.md", b"", 3, "it is empty"),
        ("small/evidence.yaml", b"x", 2, "the answer is read from this file"),
    ],
)
def test_what_cannot_be_refreshed(
    small: Run, desk: Path, name: str, data: bytes, status: int, said: str
) -> None:
    if not (desk / name).exists():
        (desk / name).write_bytes(data)
    done = small("refresh", name)
    assert done.status == status
    assert said in done.stderr


_MARKED = [
    ("markdown", "a.md"),
    ("slide", "b.md"),
    ("html", "c.html"),
    ("latex", "d.tex"),
    ("docx", "e.docx"),
]


def test_marked_listings_are_current_at_once(small: Run, desk: Path) -> None:
    for form, name in _MARKED:
        done = small(
            "stats", "--marked", "-f", form, "--style", "vancouver", "--out", name
        )
        assert (done.status, done.stderr) == (0, f"Written: {name}\n")
        assert "11%" in " ".join(texts(desk / name))
        again = small("refresh", "--check", name)
        assert (again.status, again.stderr) == (0, "Everything is up to date.\n")


@pytest.mark.parametrize("more", [("-f", "csv"), ("-f", "plain"), ("--copy",)])
def test_marks_need_comments(small: Run, more: tuple[str, ...]) -> None:
    done = small("stats", "--marked", *more)
    assert (done.status, done.stdout) == (2, "")
    assert "Marks can be kept" in done.stderr


def test_a_style_with_footnotes_is_refused(small: Run, desk: Path) -> None:
    (desk / "a.md").write_text("<!-- relcase: stat lonely-pupils -->\n")
    done = small("refresh", "a.md", "--style", "chicago-notes")
    assert done.status == 1
    assert "a style with footnotes cannot be kept" in done.stderr


def word_file(desk: Path) -> Path:
    made = docx.Document()
    made.add_heading("Our report", 1)
    split = made.add_paragraph("As ")
    for piece in ("{{rel", "case:ties-survival ", "short}}"):
        split.add_run(piece).font.size = Pt(13)
    split.add_run(" & {{relcase:lonely-pupils short}}, so.").italic = True
    made.add_heading("References", 1)
    made.add_paragraph("{{relcase:references apa}}")
    made.save(str(desk / "report.docx"))
    return desk / "report.docx"


def deck_file(desk: Path) -> Path:
    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[5])
    slide.shapes.title.text = "Ours"
    for top, words in (
        (2, "{{relcase:ties-survival}}"),
        (4, "{{relcase:references apa}}"),
    ):
        box = slide.shapes.add_textbox(Inches(1), Inches(top), Inches(8), Inches(2))
        box.text_frame.text = words
        box.text_frame.paragraphs[0].runs[0].font.size = Pt(20)
    made.slides.add_slide(made.slide_layouts[5]).shapes.title.text = "Other"
    made.save(str(desk / "deck.pptx"))
    return desk / "deck.pptx"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def texts(path: Path) -> list[str]:
    return [one.text for one in read(path.read_bytes(), path.name).passages]


@pytest.mark.parametrize(
    ("make", "part"),
    [(word_file, "word/document.xml"), (deck_file, "ppt/slides/slide1.xml")],
)
def test_office_files(
    small: Run, desk: Path, make: Callable[[Path], Path], part: str
) -> None:
    path = make(desk)
    original = parts(path.read_bytes())
    assert small("refresh", path.name).status == 0
    kinds = [one.kind for one in read(path.read_bytes(), path.name).passages]
    assert "reference" in kinds
    filled = path.read_bytes()
    assert small("refresh", path.name).stderr == "Everything is up to date.\n"
    assert path.read_bytes() == filled
    made_newer(desk)
    before = texts(path)
    done = small("refresh", path.name)
    assert done.status == 0
    assert "“1.50” → “1.60”" in done.stderr
    changed = [
        (old, new) for old, new in zip(before, texts(path), strict=True) if old != new
    ]
    assert len(changed) == 1
    assert changed[0][0].replace("1.50", "1.60") == changed[0][1]
    after = parts(path.read_bytes())
    assert list(after) == list(original)
    assert [name for name in after if after[name] != original[name]] == [part]
    if make is word_file:
        docx.Document(str(path))
        assert before[1].startswith("As ")
        assert before[1].endswith(", so.")
        assert " & " in before[1]
    else:
        assert len(Presentation(str(path)).slides) == 2


def test_an_entry_with_errors_is_said_at_its_place(small: Run, desk: Path) -> None:
    for name in ("a.md", "b.md"):
        (desk / name).write_text("<!-- relcase: stat lonely-pupils -->\n")
    (desk / "b.md").write_text("<!-- relcase: stat ties-survival -->\n")
    store = desk / "small" / "evidence.yaml"
    store.write_text(store.read_text().replace('estimate: "11"', 'estimate: "1100"'))
    done = small("refresh", "a.md", "b.md")
    assert done.status == 1
    assert "a.md:1:1: error: 'lonely-pupils' is in small/evidence.yaml" in done.stderr
    assert "b.md:1:1: info: ties-survival: filled" in done.stderr


def test_an_edit_in_word_is_refused(small: Run, desk: Path) -> None:
    path = word_file(desk)
    small("refresh", path.name)
    content = parts(path.read_bytes())
    content["word/document.xml"] = content["word/document.xml"].replace(b"11%", b"12%")
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    edited = path.read_bytes()
    done = small("refresh", path.name)
    assert done.status == 1
    assert "report.docx:paragraph 2: error: lonely-pupils was edited" in done.stderr
    assert path.read_bytes() == edited
    assert small("refresh", "--edits", "overwrite", path.name).status == 0
    assert "11%" in texts(path)[1]


def test_two_places_that_share_a_run_of_word(small: Run, desk: Path) -> None:
    made = docx.Document()
    line = made.add_paragraph("As ")
    for piece in (
        "{{relcase:ties-",
        "survival short}}, {{",
        "relcase:lonely-pupils}}.",
    ):
        line.add_run(piece).bold = True
    made.save(str(desk / "a.docx"))
    assert small("refresh", "a.docx").status == 0
    runs = docx.Document(str(desk / "a.docx")).paragraphs[0].runs
    assert [one.text for one in runs] == ["As ", "", ", ", "."]
    assert all(one.bold for one in runs[1:])
    assert "up to date" in small("refresh", "a.docx").stderr


@pytest.mark.parametrize(
    "inside",
    [
        "<w:t>{{relcase:ties-survival </w:t><w:tab/><w:t>short}}</w:t>",
        "<w:t>{{relcase:ties-survival <![CDATA[short]]>}}</w:t>",
        "<w:t>{{relcase:ties-survival</w:t><w:drawing/><w:t> short}}</w:t>",
    ],
)
def test_a_place_in_word_with_more_than_text_in_it_is_left(
    small: Run, desk: Path, inside: str
) -> None:
    made = docx.Document()
    made.add_paragraph("HERE")
    made.save(str(desk / "a.docx"))
    content = parts((desk / "a.docx").read_bytes())
    text = content["word/document.xml"].replace(b"<w:t>HERE</w:t>", inside.encode())
    with zipfile.ZipFile(desk / "a.docx", "w") as archive:
        for name, part in {**content, "word/document.xml": text}.items():
            archive.writestr(name, part)
    before = (desk / "a.docx").read_bytes()
    done = small("refresh", "a.docx")
    assert (done.status, (desk / "a.docx").read_bytes()) == (1, before)
    assert "type it anew" in done.stderr


def test_an_empty_list_of_references_leaves_a_paragraph_in_word(
    small: Run, desk: Path
) -> None:
    made = docx.Document()
    made.add_table(1, 1).cell(0, 0).text = "{{relcase:references}}"
    made.save(str(desk / "a.docx"))
    small("refresh", "a.docx")
    (cell,) = docx.Document(str(desk / "a.docx")).element.body.xpath("//w:tc")
    assert len(cell.xpath(".//w:p")) == 1
    assert "up to date" in small("refresh", "a.docx").stderr


def test_a_long_name_of_a_style_is_left_to_the_reference_list(
    small: Run, desk: Path
) -> None:
    path = word_file(desk)
    style = "harvard-cite-them-right"
    small("refresh", path.name, "--style", style)
    for name in (
        parts(path.read_bytes())["word/document.xml"].decode().split("w:val=")[1:]
    ):
        assert name.index('"', 1) <= 65
    assert small("refresh", "--check", path.name).status == 0


def test_what_stands_wrong_in_office_files(small: Run, desk: Path) -> None:
    made = docx.Document()
    made.add_paragraph("Beside {{relcase:references}}")
    made.add_paragraph("{{relcase:nobody-knows}}")
    made.sections[0].header.paragraphs[0].text = "{{relcase:lonely-pupils}}"
    made.save(str(desk / "a.docx"))
    done = small("refresh", "a.docx", "-f", "json")
    found = [(one["place"], one["rule"]) for one in json.loads(done.stdout)["problems"]]
    assert sorted(found) == [
        ("header", "F04"),
        ("paragraph 1", "F04"),
        ("paragraph 2", "F05"),
    ]
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "See {{relcase:lonely-pupils}}"
    table = slide.shapes.add_table(1, 1, 0, 0, Inches(3), Inches(1)).table
    table.cell(0, 0).text = "{{relcase:lonely-pupils}}"
    deck.save(str(desk / "a.pptx"))
    done = small("refresh", "a.pptx")
    assert done.status == 1
    assert "a.pptx:slide 1, “Title 1”: error" in done.stderr
    assert "a.pptx:slide 1, table: error" in done.stderr


_IN_WORD = """
<w:p><w:r><w:t>A</w:t></w:r><w:sdt><w:sdtPr><w:tag w:val="theirs"/></w:sdtPr>
  <w:sdtContent><w:r><w:t>{{relcase:lonely-pupils}}</w:t></w:r></w:sdtContent></w:sdt></w:p>
<w:p><w:fldSimple w:instr="DOCPROPERTY x"><w:r><w:t>{{relcase:lonely-pupils}}</w:t></w:r>
  </w:fldSimple></w:p>
<w:p><w:r><w:t>C</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>
  <w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
  <w:r><w:t>{{relcase:lonely-pupils}}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
  <w:r><w:t>{{Relcase:ties-survival short}}</w:t></w:r></w:p>
<w:p><w:moveFrom w:id="1"><w:r><w:t>{{relcase:lonely-pupils}}</w:t></w:r></w:moveFrom></w:p>
"""


def test_places_of_word_that_belong_to_others_are_named(small: Run, desk: Path) -> None:
    made = docx.Document()
    inside = parse_xml(f"<w:body {nsdecls('w')}>{_IN_WORD}</w:body>")
    for number, one in enumerate(list(inside)):
        made.element.body.insert(number, one)
    made.save(str(desk / "a.docx"))
    done = small("refresh", "a.docx", "-f", "json")
    found = json.loads(done.stdout)["problems"]
    told = [(one["place"], one["rule"]) for one in found]
    assert sorted(told) == [
        *(("paragraph 1", "F04"), ("paragraph 2", "F04")),
        *(("paragraph 3", "F04"), ("paragraph 3", "F08")),
    ]
    assert all("Move it out" in one["hint"] for one in found if one["rule"] == "F04")
    texts_now = texts(desk / "a.docx")
    assert texts_now[0] == "A{{relcase:lonely-pupils}}"
    assert texts_now[2].startswith(
        "C{{relcase:lonely-pupils}}With stronger social ties"
    )


def test_places_of_a_deck_that_no_slide_holds_are_named(small: Run, desk: Path) -> None:
    deck = Presentation()
    layout = deck.slide_layouts[5]
    layout.placeholders[0].text = "{{relcase:lonely-pupils}}"
    deck.slide_master.placeholders[0].text = "{{RELCASE:lonely-pupils}}"
    slide = deck.slides.add_slide(layout)
    for top, words in enumerate(("part=picture", "part=headline,picture", "short")):
        box = slide.shapes.add_textbox(Inches(1), Inches(top), Inches(4), Inches(1))
        box.text_frame.text = f"{{{{relcase:lonely-pupils {words}}}}}"
    deck.save(str(desk / "a.pptx"))
    done = small("refresh", "a.pptx", "-f", "json")
    told = [(one["place"], one["rule"]) for one in json.loads(done.stdout)["problems"]]
    assert sorted(told) == [
        ("slide 1, “TextBox 2”", "F04"),
        ("slide 1, “TextBox 3”", "F04"),
        ("slide 1, “TextBox 4”", "F08"),
        ("slideLayout", "F04"),
        ("slideMaster", "F04"),
    ]


def test_marks_that_a_program_has_cut_in_pieces(small: Run, desk: Path) -> None:
    pieces = ("{{rel", "case:lonely", "-pupils}}")
    deck = Presentation()
    title = deck.slides.add_slide(deck.slide_layouts[5]).shapes.title
    word = docx.Document()
    header = word.sections[0].header.paragraphs[0]
    for piece in pieces:
        title.text_frame.paragraphs[0].add_run().text = piece
        header.add_run(piece)
    deck.save(str(desk / "a.pptx"))
    word.save(str(desk / "a.docx"))
    assert small("refresh", "a.pptx").status == 0
    assert "11%" in texts(desk / "a.pptx")[0]
    assert "a.docx:header: error" in small("refresh", "a.docx").stderr


def test_files_with_odd_names(small: Run, desk: Path) -> None:
    long = f"{'x' * 250}.md"
    (desk / long).write_text("<!-- relcase: lonely-pupils -->\n")
    (desk / "loop.md").symlink_to("loop.md")
    assert small("refresh", long).status == 0
    assert small("refresh", "loop.md").status == 3


HOSTILE = [
    '</w:t></w:r><w:r><w:t>& "x"',
    "<!-- /relcase --> <script>alert(1)</script>",
    "{{relcase:lonely-pupils}} %\n% /relcase",
    "\u202eturned \x1b[31m",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_a_store_cannot_leave_their_place(
    small: Run, desk: Path, words: str
) -> None:
    store = desk / "small" / "evidence.yaml"
    old = "In England, 11% of pupils said that they were often lonely."
    text = store.read_text()
    assert old in text
    store.write_text(
        text.replace(f"headline: {old}", f"headline: {json.dumps(words + ' 11%.')}")
    )
    made = docx.Document()
    made.add_paragraph("{{relcase:lonely-pupils}}")
    made.save(str(desk / "a.docx"))
    (desk / "a.md").write_text("<!-- relcase: stat lonely-pupils -->\nafter\n")
    (desk / "a.html").write_text("<!-- relcase: stat lonely-pupils -->\nafter\n")
    (desk / "a.tex").write_text("% relcase: stat lonely-pupils\nafter\n")
    for name in ("a.docx", "a.md", "a.html", "a.tex"):
        small("refresh", name)
        check = small("refresh", "--check", name)
        assert (check.status, check.stderr) == (0, "Everything is up to date.\n"), name
    assert len(docx.Document(str(desk / "a.docx")).element.body.xpath("//w:p")) == 1
    page = read((desk / "a.html").read_bytes(), "a.html")
    assert [one.text for one in page.passages][-1] == "after"


_FOR_EVER = """
import sys
from pathlib import Path
from relcase.api.refreshing import Refreshed, replace
old, new, path = Path("old").read_bytes(), Path("new").read_bytes(), Path(sys.argv[1])
there = Refreshed(sys.argv[1], "markdown", new, old, (), (), (), ())
back = there._replace(data=old, before=new)
print("ready", flush=True)
while True:
    replace(there, path)
    replace(back, path)
"""
FILLER = "Words that nobody may lose.\n\n" * 40_000


def long_text(desk: Path) -> Path:
    report = desk / "report.md"
    report.write_text(f"{FILLER}<!-- relcase: stat ties-survival -->\n\n{FILLER}")
    return report


def long_deck(desk: Path) -> Path:
    deck = deck_file(desk)
    with zipfile.ZipFile(deck, "a") as archive:
        archive.writestr("ppt/media/film.mp4", FILLER)
    return deck


@pytest.mark.parametrize("make", [long_text, long_deck])
def test_a_kill_leaves_the_old_file_or_the_new_one(
    small: Run, desk: Path, make: Callable[[Path], Path]
) -> None:
    report = make(desk)
    (desk / "old").write_bytes(old := report.read_bytes())
    assert small("refresh", report.name).status == 0
    (desk / "new").write_bytes(new := report.read_bytes())
    assert old != new
    for moment in range(5):
        report.write_bytes(old)
        command = [sys.executable, "-c", _FOR_EVER, report.name]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=desk) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(timeout=0.0023 * moment)
            process.kill()
        assert report.read_bytes() in (old, new)


def test_a_file_that_was_changed_meanwhile_is_left(small: Run, desk: Path) -> None:
    from relcase.api import open_library
    from relcase.api.refreshing import refresh, replace
    from relcase.errors import Unreadable

    report = desk / "report.md"
    report.write_text("<!-- relcase: stat lonely-pupils -->\n")
    library = open_library([desk / "small"], builtin=False)
    done = refresh(library, report.read_bytes(), "report.md", "apa")
    report.write_text("Somebody else's words.\n")
    with pytest.raises(Unreadable, match="changed by somebody else"):
        replace(done, report)
    assert report.read_text() == "Somebody else's words.\n"


def test_what_a_check_would_do_is_told_as_that(small: Run, desk: Path) -> None:
    """It said "filled" where nothing was."""
    (desk / "report.md").write_text("<!-- relcase: ties-survival short -->\n")
    told = small("refresh", "--check", "report.md").stderr
    assert told.startswith("report.md:1:1: error: ties-survival would be filled [F08]")
    assert "info: ties-survival: filled [F08]" in small("refresh", "report.md").stderr


@pytest.mark.parametrize("name", ["report.md", "report.tex", "report.docx"])
def test_a_mark_without_a_colon_is_named(small: Run, desk: Path, name: str) -> None:
    mark = "relcase stat ties-survival short"
    if name == "report.docx":
        document = docx.Document()
        document.add_paragraph(f"{{{{{mark}}}}}")
        document.save(name)
    else:
        comment = f"<!-- {mark} -->" if name == "report.md" else f"% {mark}"
        Path(name).write_text(f"{comment}\n\nAs relcase statistics are.\n")
    done = small("refresh", name)
    assert done.status == 1
    assert done.stderr.count("a colon is missing behind “relcase” [F04]") == 1
