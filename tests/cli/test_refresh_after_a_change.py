"""A figure changes in a store laid over ours: marked places follow it, and nothing else."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

Run = Callable[..., Any]

OURS = Path(__file__).parents[2] / "data" / "evidence.yaml"
CHANGED, SAME = "social-relationships-survival", "isolation-loneliness-mortality-2023"
PICTURED, CHARTED = "gallup-best-friend-at-work", "frome-emergency-admissions"
FORMS = {
    "a.md": ("stats",),
    "a.html": ("stats",),
    "a.tex": ("stats",),
    "a.docx": ("stats",),
    "a.pptx": ("slides",),
}


def lay_over(desk: Path, entry: str, before: str, after: str) -> tuple[str, str]:
    """Options for a store of one record: ours, with another figure."""
    ours = OURS.read_text("utf-8")
    found = re.search(rf"^  - id: {entry}\n.*?(?=^  - id: |^\w)", ours, re.M | re.S)
    assert found
    assert before in found[0]
    (desk / "newer").mkdir()
    record = found[0].replace(before, after)
    (desk / "newer" / "evidence.yaml").write_text(f"statistics:\n{record}", "utf-8")
    (desk / "newer" / "references.bib").touch()
    return "--store", "newer"


def made(run: Run, desk: Path, name: str) -> bytes:
    """A marked report with a place whose figure will change and one whose will not."""
    ids = f"{CHANGED},{SAME}"
    asked = (*FORMS[name], *ids.split(","), "--marked", "--out", name)
    assert run(*asked).status == 0
    path = desk / name
    if path.suffix not in (".docx", ".pptx"):
        around = ("1.50 – of “ours”.\r\n\r\n", "\r\n\r\nAnd 1.50.\r\n")
        text = path.read_bytes().decode().replace("\n", "\r\n")
        path.write_bytes(f"{text}".join(around).encode())
    return path.read_bytes()


def without_marked(content: bytes, name: str) -> tuple[bytes, int]:
    """What stands outside of the places of the changed entry, and how many these are."""
    named = CHANGED.encode()
    place = {
        ".md": rb"<!-- relcase: stat %s .*?<!-- /relcase -->",
        ".html": rb"<!-- relcase: stat %s .*?<!-- /relcase -->",
        ".tex": rb"% relcase: stat %s .*?% /relcase",
        ".docx": rb'<w:sdt\b(?:(?!</w:sdt>).)*?"relcase:%s"(?:(?!</w:sdt>).)*</w:sdt>',
        ".pptx": rb'<p:sp>(?:(?!</p:sp>).)*?"relcase: stat %s (?:(?!</p:sp>).)*</p:sp>',
    }[Path(name).suffix]
    return re.subn(place.replace(b"%s", named), b"[PLACE]", content, flags=re.S)


def compare(before: bytes, after: bytes, name: str) -> list[str]:
    """The members that changed, in each of which only marked places may have."""
    if not zipfile.is_zipfile(io.BytesIO(before)):
        assert without_marked(before, name) == without_marked(after, name)
        assert without_marked(before, name)[1] == 1
        return [name]
    changed = []
    with (
        zipfile.ZipFile(io.BytesIO(before)) as old,
        zipfile.ZipFile(io.BytesIO(after)) as new,
    ):
        assert new.testzip() is None
        assert old.comment == new.comment
        for one, other in zip(old.infolist(), new.infolist(), strict=True):
            assert metadata(one) == metadata(other)
            if old.read(one) != new.read(other):
                changed.append(one.filename)
                told = without_marked(old.read(one), name)
                assert told == without_marked(new.read(other), name)
                assert told[1] > 0
            else:
                assert packed(before, one) == packed(after, other)
    return changed


def metadata(one: zipfile.ZipInfo) -> tuple[object, ...]:
    about = one.filename, one.date_time, one.compress_type, one.comment, one.extra
    return *about, one.create_system, one.external_attr, one.internal_attr


def packed(data: bytes, one: zipfile.ZipInfo) -> bytes:
    """A member as it stands in the archive, with its own header."""
    names = len(one.filename.encode()) + len(one.extra)
    return data[one.header_offset :][: 30 + names + one.compress_size]


PARTS = {
    "a.docx": ["word/document.xml"],
    "a.pptx": ["ppt/slides/slide2.xml", "ppt/notesSlides/notesSlide1.xml"],
}


@pytest.mark.parametrize("name", FORMS)
def test_the_marked_places_alone_change(run: Run, desk: Path, name: str) -> None:
    before = made(run, desk, name)
    assert run("refresh", "--check", name).status == 0
    newer = lay_over(desk, CHANGED, "1.50", "1.55")

    check = run("refresh", "--check", name, *newer)
    assert check.status == 1
    assert f"error: {CHANGED} would change: “1.50” → “1.55”" in check.stderr
    diff = run("refresh", "--diff", name, *newer)
    assert diff.status == 0
    removed, added = (
        [row for row in diff.stdout.splitlines() if row.startswith(sign)]
        for sign in "-+"
    )
    assert any("1.50" in row for row in removed)
    assert any("1.55" in row for row in added)
    assert not any("1.50" in row for row in added)
    assert (desk / name).read_bytes() == before

    done = run("refresh", name, *newer)
    after = (desk / name).read_bytes()
    assert done.status == 0
    assert f"info: {CHANGED}: “1.50” → “1.55”" in done.stderr
    assert SAME not in done.stderr
    assert sorted(compare(before, after, name)) == sorted(PARTS.get(name, [name]))

    again = run("refresh", name, *newer)
    assert (again.status, again.stderr) == (0, "Everything is up to date.\n")
    assert (desk / name).read_bytes() == after
    assert run("refresh", "--check", name, *newer).status == 0


def test_what_a_slide_shows_is_current_and_looks_as_before(
    run: Run, desk: Path
) -> None:
    made(run, desk, "a.pptx")
    before = Presentation(str(desk / "a.pptx")).slides[1]
    run("refresh", "a.pptx", *lay_over(desk, CHANGED, "1.50", "1.55"))
    after = Presentation(str(desk / "a.pptx")).slides[1]
    for old, new in zip(looks(before), looks(after), strict=True):
        assert (old[0].replace("1.50", "1.55"), *old[1:]) == new
    assert "1.50" not in after.notes_slide.notes_text_frame.text
    assert "had 1.55 times the odds" in after.notes_slide.notes_text_frame.text


def looks(slide: Any) -> list[tuple[Any, ...]]:
    """Each run of a slide with its formatting and where it leads to."""
    return [
        (run.text, run.font.size, run.font.bold, run.hyperlink.address)
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]


def test_a_picture_never_contradicts_the_slide_in_silence(run: Run, desk: Path) -> None:
    assert run("slides", PICTURED, "--marked", "--out", "a.pptx").status == 0
    assert run("refresh", "--check", "a.pptx").status == 0
    newer = lay_over(desk, PICTURED, "63", "64")
    for option in ("--check", "--edits=overwrite", "--edits=refuse"):
        done = run("refresh", option, "a.pptx", *newer)
        assert done.status == 1
        assert (
            f"a.pptx:slide 2, picture: error: {PICTURED}: the picture here still shows "
            "the older version ("
        ) in done.stderr
        assert "[F09]" in done.stderr
    slide = Presentation(str(desk / "a.pptx")).slides[1]
    assert "64%" in slide.shapes.title.text
    # Without the picture nothing is left to complain of.
    deck = Presentation(str(desk / "a.pptx"))
    (picture,) = [one for one in deck.slides[1].shapes if hasattr(one, "image")]
    picture._element.getparent().remove(picture._element)
    deck.save(str(desk / "a.pptx"))
    assert run("refresh", "--check", "a.pptx", *newer).status == 0


def chart_of(desk: Path) -> Any:
    """The chart of the second slide, and the deck it is in."""
    deck = Presentation(str(desk / "a.pptx"))
    (frame,) = [one for one in deck.slides[1].shapes if one.has_chart]
    return deck, frame


@pytest.mark.parametrize("more", [(), ("--theme", "dark", "--size", "4:3")])
def test_a_chart_shows_the_new_figure_and_looks_as_before(
    run: Run, desk: Path, more: tuple[str, ...]
) -> None:
    assert run("slides", CHARTED, "--marked", "--out", "a.pptx", *more).status == 0
    before = (desk / "a.pptx").read_bytes()
    newer = lay_over(desk, CHARTED, "14.0", "15.2")
    done = run("refresh", "a.pptx", *newer)
    assert done.status == 0
    assert f"slide 2, picture: info: {CHARTED}: “14.0%” → “15.2%”" in done.stderr
    assert run("refresh", "--check", "a.pptx", *newer).status == 0
    _, frame = chart_of(desk)
    assert list(frame.chart.plots[0].series[0].values) == [-15.2, 28.5]
    assert "−15.2%" in frame._element.xpath(".//p:cNvPr")[0].get("descr")
    book = frame.chart.part.chart_workbook.xlsx_part.blob
    sheet = zipfile.ZipFile(io.BytesIO(book)).read("xl/worksheets/sheet1.xml")
    assert b"<v>-15.2</v>" in sheet
    old, new = (
        zipfile.ZipFile(io.BytesIO(one)).read("ppt/charts/chart1.xml")
        for one in (before, (desk / "a.pptx").read_bytes())
    )
    assert old.replace(b"-14.0", b"-15.2") == new


@pytest.mark.parametrize("edit", ["value", "alternative"])
def test_a_chart_that_was_edited_is_left(run: Run, desk: Path, edit: str) -> None:
    assert run("slides", CHARTED, "--marked", "--out", "a.pptx").status == 0
    deck, frame = chart_of(desk)
    if edit == "value":
        for one in frame.chart._chartSpace.xpath(".//c:val//c:v[text()='28.5']"):
            one.text = "30.0"
    else:
        about = frame._element.xpath(".//p:cNvPr")[0]
        about.set("descr", f"{about.get('descr')} Ours.")
    deck.save(str(desk / "a.pptx"))
    kept = frame.chart.part.blob
    done = run("refresh", "a.pptx", *lay_over(desk, CHARTED, "14.0", "15.2"))
    assert done.status == 1
    assert "the picture here still shows the older version" in done.stderr
    assert chart_of(desk)[1].chart.part.blob == kept


FAULTY = "'positive' is not one of the values of 'stance' [S03]"


def test_no_place_is_filled_with_ours_where_the_entry_laid_over_it_has_an_error(
    run: Run, desk: Path
) -> None:
    """Ours was filled in its place, and a check called that up to date."""
    store = lay_over(desk, CHARTED, "stance: supports", "stance: positive")
    report, waiting = Path("w.md"), f"<!-- relcase: {CHARTED} short -->\n"
    listed = "\n<!-- relcase: references apa -->\n"
    report.write_text(waiting + listed)
    done = run("refresh", "w.md", *store)
    assert done.status == 1
    assert "w.md:1:1: error: " in done.stderr
    assert done.stderr.count(FAULTY) == 2  # at the place, and of the store
    assert f"newer/evidence.yaml:15:13: {CHARTED}: " in done.stderr
    assert report.read_text().startswith(waiting)

    assert run("refresh", "w.md").status == 0
    ours = report.read_bytes()
    for how in ([], ["--check"], ["--edits", "overwrite"]):
        assert run("refresh", "w.md", *store, *how).status == 1
        assert report.read_bytes() == ours  # its source is listed still

    for asked in (("show", CHARTED), ("check", "w.md"), ("stats", CHARTED)):
        done = run(*asked, *store)
        assert done.status == 0
        assert FAULTY in done.stderr
        assert f"In its place stands the {CHARTED} of another store" in done.stderr
    assert run("stats", CHARTED, "--marked", *store).status == 2


def test_a_faulty_entry_of_another_store_stands_in_nobodys_way(
    run: Run, desk: Path
) -> None:
    store = lay_over(desk, CHARTED, "stance: supports", "stance: positive")
    Path("newer/references.bib").unlink()
    Path("w.md").write_text(f"<!-- relcase: {CHANGED} short -->\n")
    assert run("refresh", "w.md", *store).status == 0
    Path("y.md").write_text(f"<!-- relcase: {CHARTED[:-1]} short -->\n")
    for asked, status in ((("refresh", "y.md"), 1), (("show", CHARTED[:-1]), 2)):
        done = run(*asked, *store)
        assert done.status == status
        assert f"no entry '{CHARTED[:-1]}'. Did you mean '{CHARTED}'" in done.stderr
