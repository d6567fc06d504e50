"""slides --marked: every place of a deck knows what it tells, and can be kept current."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

Run = Callable[..., Any]

KINDS = ("statistic", "story", "quote", "definition", "barrier", "action")


def shapes(path: Path) -> Iterator[Any]:
    """Every shape of a deck, and of the notes of its slides."""
    for slide in Presentation(str(path)).slides:
        yield from slide.shapes
        if slide.has_notes_slide:
            yield from slide.notes_slide.shapes


def change(desk: Path, old: str, new: str) -> None:
    store = desk / "small" / "evidence.yaml"
    text = store.read_text()
    assert old in text
    store.write_text(text.replace(old, new))


@pytest.mark.parametrize(
    "more",
    [
        (),
        ("--style", "vancouver"),
        ("--say", "long", "--lang", "de-DE", "--size", "4:3"),
        ("--no-refs", "--say", "short", "--title", "Ours"),
    ],
)
def test_a_marked_deck_is_current_at_once(
    small: Run, desk: Path, more: tuple[str, ...]
) -> None:
    kinds = [word for kind in KINDS for word in ("--kind", kind)]
    asked = ("slides", *kinds, "--marked", "--out", "a.pptx", *more)
    assert small(*asked).status == 0
    told = small("refresh", "--check", "a.pptx")
    assert (told.status, told.stderr) == (0, "Everything is up to date.\n")
    # What is shown of an entry is marked, all of it.
    for one in shapes(desk / "a.pptx"):
        text = one.text_frame.text if one.has_text_frame else ""
        if "Áster" in text and text.startswith("Source"):
            assert one.name.startswith("relcase: stat ")


def test_a_deck_that_is_not_marked_has_no_marks(small: Run, desk: Path) -> None:
    assert small("slides", "--out", "a.pptx").status == 0
    assert not [one.name for one in shapes(desk / "a.pptx") if "relcase" in one.name]
    assert small("refresh", "a.pptx").stderr == "There is no marked place.\n"


def test_marked_slides_in_a_deck_of_ones_own(small: Run, desk: Path) -> None:
    deck = Presentation()
    box = deck.slides.add_slide(deck.slide_layouts[5]).shapes.title
    box.text_frame.text = "{{relcase:lonely-pupils}}"
    deck.save(str(desk / "own.pptx"))
    asked = ("slides", "ties-survival", "--marked", "--into", "own.pptx")
    assert small(*asked, "--out", "new.pptx").status == 0
    told = small("refresh", "new.pptx").stderr.splitlines()
    assert told[0] == "new.pptx:slide 1, “Title 1”: info: lonely-pupils: filled [F08]"
    change(desk, "stronger ties were more likely", "strong ties were more likely")
    assert small("refresh", "new.pptx").status == 0
    titles = [
        one.shapes.title.text for one in Presentation(str(desk / "new.pptx")).slides
    ]
    assert "People with strong ties" in titles[1]


def test_a_text_that_grows_is_said_to(small: Run, desk: Path) -> None:
    small("slides", "lonely-pupils", "--marked", "--out", "a.pptx")
    old = "headline: In England, 11% of pupils said that they were often lonely"
    change(desk, old, f"{old}, in the spring of 2020")
    told = small("refresh", "a.pptx").stderr.splitlines()
    grown = [one for one in told if one.endswith("see that it fits its box [F08]")]
    assert [one.split(": ")[0] for one in grown] == ["a.pptx:slide 2, headline"]


def test_an_edit_on_a_slide_is_refused(small: Run, desk: Path) -> None:
    small("slides", "ties-survival", "--marked", "--out", "a.pptx")
    deck = Presentation(str(desk / "a.pptx"))
    deck.slides[1].shapes.title.text_frame.paragraphs[0].runs[0].text = "My words."
    deck.save(str(desk / "a.pptx"))
    before = (desk / "a.pptx").read_bytes()
    done = small("refresh", "a.pptx")
    assert done.status == 1
    assert "a.pptx:slide 2, headline: error: ties-survival was edited" in done.stderr
    assert "        My words." in done.stderr
    assert (desk / "a.pptx").read_bytes() == before


def test_a_link_follows_its_source(small: Run, desk: Path) -> None:
    small("slides", "ties-survival", "--marked", "--out", "a.pptx")
    bibliography = desk / "small" / "references.bib"
    text = bibliography.read_text()
    assert "10.1234/ties.2015.003" in text
    bibliography.write_text(text.replace("10.1234/ties.2015.003", "10.1234/a&b"))
    assert small("refresh", "a.pptx").status == 0
    addresses = {
        run.hyperlink.address
        for one in shapes(desk / "a.pptx")
        if one.has_text_frame
        for paragraph in one.text_frame.paragraphs
        for run in paragraph.runs
    }
    assert "https://doi.org/10.1234/a&b" in addresses
    assert "https://doi.org/10.1234/ties.2015.003" not in addresses
    assert small("refresh", "--check", "a.pptx").status == 0


def test_a_source_that_is_new_joins_the_list(small: Run, desk: Path) -> None:
    small("slides", "lonely-pupils", "ties-survival", "--marked", "--out", "a.pptx")
    change(desk, "source: {key: cedar2021, locator: p. 7}", "source: {key: gorse}")
    done = small("refresh", "a.pptx")
    assert done.status == 0
    *_, listed = Presentation(str(desk / "a.pptx")).slides
    assert "Gorse Network" in listed.placeholders[1].text_frame.text
    assert "Cedar Trust" not in listed.placeholders[1].text_frame.text
    assert small("refresh", "--check", "a.pptx").status == 0


def test_what_goes_on_over_several_slides_is_said_to_be_old(
    small: Run, desk: Path
) -> None:
    long = " ".join(f"In the year {year} they met again." for year in range(1900, 2000))
    old = "A mentor meets somebody in prison and is at the gate on the day of release."
    change(desk, old, long)
    small("slides", "side-by-side", "--kind", "story", "--marked", "--out", "a.pptx")
    assert small("refresh", "--check", "a.pptx").status == 0
    change(desk, "1923", "2023")
    done = small("refresh", "a.pptx")
    assert done.status == 1
    assert (
        "a.pptx:slide 2, words: error: side-by-side: the text here is of an older "
        "version of the entry, and cannot be renewed in its place [F09]"
    ) in done.stderr


def test_a_row_more_leaves_the_others_as_they_look(small: Run, desk: Path) -> None:
    small("slides", "lonely-pupils", "--marked", "--out", "a.pptx")
    before = sizes(desk / "a.pptx")
    change(
        desk,
        'estimate: "11",',
        'estimate: "11", low: "9.6", high: "12.4", level: "95",',
    )
    assert small("refresh", "a.pptx").status == 0
    after = sizes(desk / "a.pptx")
    assert list(after)[-1] == "95% CI 9.6 to 12.4"
    assert {row: after[row] for row in before} == before
    assert small("refresh", "--check", "a.pptx").status == 0


def test_a_part_that_is_gone_leaves_an_empty_box(small: Run, desk: Path) -> None:
    deck = Presentation()
    title = deck.slides.add_slide(deck.slide_layouts[5]).shapes.title
    title.text = "{{relcase:side-by-side part=caveat}}"
    deck.save(str(desk / "a.pptx"))
    assert small("refresh", "a.pptx").status == 0
    old, new = '["An illustration, not evidence of effect."]', "[Nobody was counted.]"
    change(desk, f"caveats: {old}", "caveats: []")
    assert small("refresh", "a.pptx").status == 0
    title = Presentation(str(desk / "a.pptx")).slides[0].shapes.title
    assert [one.text for one in title.text_frame.paragraphs] == [""]
    assert small("refresh", "--check", "a.pptx").status == 0
    change(desk, "caveats: []", f"caveats: {new}")
    assert small("refresh", "a.pptx").status == 0
    title = Presentation(str(desk / "a.pptx")).slides[0].shapes.title
    assert title.text == "Nobody was counted."


def test_a_part_that_an_entry_never_had_is_named(small: Run, desk: Path) -> None:
    deck = Presentation()
    title = deck.slides.add_slide(deck.slide_layouts[5]).shapes.title
    title.text = "{{relcase:ties-survival part=quotation}}"
    deck.save(str(desk / "a.pptx"))
    before = (desk / "a.pptx").read_bytes()
    done = small("refresh", "a.pptx")
    assert done.status == 1
    assert "ties-survival has no quotation; its parts are headline, number," in (
        done.stderr
    )
    assert "slide 1" in done.stderr
    assert (desk / "a.pptx").read_bytes() == before


def test_hints_are_in_the_form_of_the_file(small: Run, desk: Path) -> None:
    deck = Presentation()
    title = deck.slides.add_slide(deck.slide_layouts[5]).shapes.title
    title.text = "{{relcase:ties-survival tiny}}"
    deck.save(str(desk / "a.pptx"))
    (desk / "a.md").write_text("<!-- relcase: stat ties-survival tiny -->\n")
    in_deck, in_text = (small("refresh", one).stderr for one in ("a.pptx", "a.md"))
    assert "As: {{relcase:ID}}, {{relcase:ID short}}" in in_deck
    assert "As: relcase: stat ID, relcase: stat ID short" in in_text
    for said in (in_deck, in_text):
        assert "after the id may stand markdown, slide, short, long," in said


def sizes(path: Path) -> dict[str, Any]:
    """The rows of the text of the first entry, each with the size of its letters."""
    (box,) = [
        one
        for one in Presentation(str(path)).slides[1].shapes
        if "part=number" in one.name
    ]
    return {row.text: row.runs[0].font.size for row in box.text_frame.paragraphs}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--out", "a.md"), "A whole deck is marked in PowerPoint"),
        (("--out", "a.html"), "A whole deck is marked in PowerPoint"),
        (
            ("--out", "a.pptx", "--style", "chicago-notes"),
            "a style with footnotes cannot be kept",
        ),
    ],
)
def test_what_cannot_be_marked(small: Run, more: tuple[str, ...], said: str) -> None:
    done = small("slides", "--marked", *more)
    assert done.status == 2
    assert said in done.stderr


@pytest.mark.parametrize("mark", ["part=colour", "part=", "drawn=12", "rows=3"])
def test_words_of_a_mark_that_mean_nothing(small: Run, desk: Path, mark: str) -> None:
    (desk / "a.md").write_text(f"<!-- relcase: stat ties-survival {mark} -->\n")
    done = small("refresh", "a.md")
    assert done.status == 1
    assert "a.md:1:1: error: this marker is not understood" in done.stderr


def test_a_part_can_be_asked_for_by_its_name(small: Run, desk: Path) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text_frame.text = "{{relcase:ties-survival part=headline}}"
    slide.placeholders[1].text_frame.text = "{{relcase:ties-survival part=number}}"
    deck.save(str(desk / "a.pptx"))
    assert small("refresh", "a.pptx").status == 0
    slide = Presentation(str(desk / "a.pptx")).slides[0]
    assert slide.shapes.title.text.startswith("People with stronger ties")
    assert slide.placeholders[1].text_frame.text.startswith("1.50 times\n")


def test_check_and_refresh_name_the_places_of_a_deck_alike(
    run: Any, desk: Path
) -> None:
    """One named the mark as it is written, and the other the hashes in the notes."""
    frome = "frome-emergency-admissions"
    assert run("slides", frome, "--marked", "--out", "a.pptx").status == 0
    ours = Path(__file__).parents[2] / "data"
    shutil.copytree(ours, desk / "newer")
    store = desk / "newer" / "evidence.yaml"
    text = store.read_text("utf-8")
    start = text.index(f"- id: {frome}\n")
    end = text.index("\n  - id: ", start)
    newer = text[start:end].replace("14.0", "15.0")
    store.write_text(text[:start] + newer + text[end:], "utf-8")
    told = run("refresh", "--check", "a.pptx", "--store", "newer").stderr
    assert f"a.pptx:slide 2, headline: error: {frome} would change: “14.0%” → " in told
    assert not re.search("[0-9a-f]{16}", told)
    shown = run("check", "a.pptx", "--store", "newer").stdout
    for place in ("headline", "number", "notes"):
        assert f"a.pptx: slide 2, {place}  differs  {frome} [D01]" in shown
    assert "part=" not in shown
