"""relcase slides: a deck in every form, and what cannot be had is said in one sentence."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

Run = Callable[..., Any]
TIES = ("slides", "ties-survival")


def titles(path: Path) -> list[str]:
    presentation = Presentation(io.BytesIO(path.read_bytes()))
    return [slide.shapes.title.text for slide in presentation.slides]


@pytest.mark.parametrize("name", ["deck.pptx", "deck.md", "deck.html"])
def test_a_deck_in_every_form(small: Run, desk: Path, name: str) -> None:
    done = small("slides", "--out", name)
    assert (done.status, done.stdout, done.stderr) == (0, "", f"Written: {name}\n")
    assert (desk / name).stat().st_size > 2000


def test_cover_sectors_and_references(small: Run, desk: Path) -> None:
    small("slides", "--out", "deck.pptx", "--title", "Our ties")
    found = titles(desk / "deck.pptx")
    assert found[0] == "Our ties"
    assert (
        "People with stronger ties were more likely to be alive ten years later."
        in found
    )
    assert found[-1].startswith("References")
    small("slides", "--out", "bare.pptx", "--no-refs")
    assert "References" not in titles(desk / "bare.pptx")


def test_entries_of_any_kind_in_the_order_of_their_ids(small: Run, desk: Path) -> None:
    small(
        "slides", "kindness-first", "ties-survival", "--no-refs", "--out", "deck.pptx"
    )
    assert titles(desk / "deck.pptx")[1:] == [
        "Kindness comes first.",
        "People with stronger ties were more likely to be alive ten years later.",
    ]


def test_the_shape_and_the_colours(small: Run, desk: Path) -> None:
    small(*TIES, "--out", "deck.pptx", "--size", "4:3", "--theme", "dark")
    made = Presentation(io.BytesIO((desk / "deck.pptx").read_bytes()))
    assert made.slide_width / made.slide_height == pytest.approx(4 / 3, rel=0.001)
    small(*TIES, "--out", "deck.html", "--theme", "dark")
    assert 'class="dark"' in (desk / "deck.html").read_text()


def test_into_a_deck_and_into_a_template(small: Run, desk: Path) -> None:
    small(*TIES, "--no-refs", "--out", "old.pptx")
    done = small(
        *TIES, "--no-refs", "--into", "old.pptx", "--after", "1", "--out", "new.pptx"
    )
    assert done.status == 0
    assert len(titles(desk / "new.pptx")) == 2 + 1  # the deck has a cover of its own
    small(
        *(*TIES, "--no-refs", "--title", "Our ties"),
        *("--into", "old.pptx", "--out", "part.pptx"),
    )
    assert titles(desk / "part.pptx")[2] == "Our ties"
    small(*TIES, "--no-refs", "--template", "old.pptx", "--out", "own.pptx")
    assert len(titles(desk / "own.pptx")) == 2


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        ((), 2, "A deck is a file; name it with --out deck.pptx (or .md, .html)."),
        (("--out", "deck.key"), 2, "its ending must be one of .pptx,"),
        (("--out", "d.pptx", "--size", "3:2"), 2, "--size cannot be '3:2'"),
        (("--out", "d.pptx", "--theme", "blue"), 2, "theme"),
        (("--out", "d.md", "--template", "t.pptx"), 2, "are for PowerPoint"),
        (
            ("--out", "d.pptx", "--into", "t.pptx", "--template", "t.pptx"),
            2,
            "not go together",
        ),
        (("--out", "d.pptx", "--after", "1"), 2, "--after needs --into"),
        (
            ("--out", "d.pptx", "--template", "t.pptx"),
            3,
            "Cannot read t.pptx: there is no such",
        ),
        (
            ("--out", "d.pptx", "--into", "notes.txt"),
            3,
            "Cannot read notes.txt: it is no Power",
        ),
    ],
)
def test_what_cannot_be(
    small: Run, desk: Path, options: tuple[str, ...], status: int, said: str
) -> None:
    (desk / "notes.txt").write_text("No deck.")
    done = small(*TIES, *options)
    assert (done.status, done.stdout) == (status, "")
    assert said in done.stderr
    assert not list(desk.glob("d.*"))


def test_never_over_what_it_is_made_of(small: Run, desk: Path) -> None:
    small(*TIES, "--out", "old.pptx")
    before = (desk / "old.pptx").read_bytes()
    for option in ("--into", "--template"):
        done = small(*TIES, option, "old.pptx", "--out", "old.pptx")
        assert done.status == 2
        assert "the answer is read from this file" in done.stderr
    assert (desk / "old.pptx").read_bytes() == before


def test_nothing_to_show(small: Run, desk: Path) -> None:
    done = small("slides", "nowhere-to-be-found", "--out", "deck.pptx")
    assert done.status == 1
    assert not (desk / "deck.pptx").exists()


def test_without_the_part_for_powerpoint(
    small: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pptx", None)
    done = small(*TIES, "--out", "deck.pptx")
    assert (done.status, done.stdout) == (3, "")
    assert 'pip install ".[all]"' in done.stderr
    assert small(*TIES, "--out", "deck.md").status == 0
