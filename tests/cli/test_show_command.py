"""show: one card an entry."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
Snapshot = Callable[[str, str], None]
IDS = (
    *("ties-survival", "lonely-pupils", "befriending-trials", "old-survival"),
    *("side-by-side", "kindness-first", "relational-work"),
    *("short-contracts", "longer-contracts"),
)
SUFFIXES = {"markdown": "md", "plain": "txt", "html": "html", "latex": "tex"}


@pytest.mark.parametrize("form", SUFFIXES)
def test_cards_of_every_kind(small: Run, snapshot: Snapshot, form: str) -> None:
    done = small("show", *IDS, "-f", form)
    assert (done.status, done.stderr) == (0, "")
    snapshot(f"cards.{SUFFIXES[form]}", done.stdout)


def test_notes_of_several_cards_are_numbered_through(small: Run) -> None:
    done = small("show", "ties-survival", "lonely-pupils", "--style", "chicago-notes")
    assert done.stdout.count("[^1]:") == 1
    assert done.stdout.count("[^2]:") == 1


def test_json_is_the_envelope_of_a_listing(small: Run) -> None:
    found = json.loads(small("show", "kindness-first", "-f", "json").stdout)
    assert found["query"]["ids"] == ["kindness-first"]
    assert [one["id"] for one in found["entries"]] == ["kindness-first"]
    assert [one["id"] for one in found["references"]] == ["gorse"]
    bare = json.loads(small("show", "kindness-first", "-f", "json", "--no-refs").stdout)
    assert bare["references"] == []


def test_an_entry_asked_for_twice_is_shown_once(small: Run) -> None:
    once = small("show", "kindness-first")
    assert small("show", "kindness-first", "kindness-first") == once


def test_into_a_file(small: Run, desk: Path) -> None:
    expected = small("show", "kindness-first", "-f", "html").stdout
    done = small("show", "kindness-first", "-o", "card.html")
    assert done == (0, "", "Written: card.html\n")
    page = (desk / "card.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    heading, rest = expected.split("\n", 1)
    assert f"<main>\n{heading}\n" in page
    assert rest.split("\n", 1)[0] in page


def test_a_format_that_a_card_has_not(small: Run) -> None:
    expected = ".md, .markdown, .txt, .html, .htm, .tex, .docx, .odt, .pdf, .json"
    done = small("show", "kindness-first", "-o", "card.csv")
    assert (
        done.stderr
        == f"--out cannot be 'card.csv': its ending must be one of {expected}.\n"
    )


def test_the_key_of_a_source_shows_its_entries(small: Run) -> None:
    assert small("show", "aster2015") == small("show", "ties-survival", "old-survival")


@pytest.mark.parametrize("form", ["plain", "json"])
def test_several_are_shown_in_the_order_they_are_typed(small: Run, form: str) -> None:
    ids = ("lonely-pupils", "kindness-first", "ties-survival")
    shown = small("show", *ids, "-f", form).stdout
    if form == "json":
        assert [one["id"] for one in json.loads(shown)["entries"]] == list(ids)
    else:
        places = [shown.index(f" {one} ·") for one in ids]
        assert places == sorted(places)
