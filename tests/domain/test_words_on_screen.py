"""Stored words as a person reads them, and lines of content as bare words."""

from typing import get_args

import pytest

from relcase.domain import vocabulary
from relcase.domain.content import Footnote, Text, line, plain
from relcase.domain.query import Query
from relcase.domain.vocabulary import spoken


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("very_low", "very low"),
        ("no_clear_difference", "no clear difference"),
        ("full_text", "the passage was read in the source itself"),
        ("did", "difference in differences"),
        ("its", "interrupted time series"),
        ("admin_data", "administrative data"),
        ("natural_experiment", "natural experiment"),
        ("ten years", "ten years"),
        ("", ""),
    ],
)
def test_spoken(stored: str, read: str) -> None:
    assert spoken(stored) == read


@pytest.mark.parametrize(
    "name", ["Kind", "Stance", "Use", "Verified", "Certainty", "Design", "Measure"]
)
def test_every_word_can_be_read(name: str) -> None:
    for value in get_args(getattr(vocabulary, name)):
        assert spoken(value)
        assert "_" not in spoken(value)


def test_a_line_of_parts() -> None:
    note = Footnote((Text("Aster 2015."),))
    made = line("Ties", "", " ", (Text("last", "b"), Text(".")), note)
    assert made == (Text("Ties"), Text(" "), Text("last", "b"), Text("."), note)
    assert plain(made) == "Ties last."
    assert line() == ()


def test_a_query_shows_what_was_asked() -> None:
    asked = Query(kinds=("statistic",), words=("ties",), since=2010, hidden=True)
    assert asked.given() == {
        "kinds": ("statistic",),
        "words": ("ties",),
        "since": 2010,
        "sort": "use",
        "hidden": True,
    }
