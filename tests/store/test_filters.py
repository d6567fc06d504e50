"""What a person types in; the name the index knows it by, or the nearest names."""

from typing import Any

import pytest

from relcase.api import Library
from relcase.errors import UnknownName
from relcase.store import filters


@pytest.fixture
def mine(new_store: Any) -> Library:
    library: Library = new_store("stories: [{id: trust-2024}, {id: trust-2025}]").open()
    return library


@pytest.mark.parametrize(
    ("typed", "sector"),
    [
        ("health", "health"),
        ("Health", "health"),
        ("NHS", "health"),
        ("nhs", "health"),
        ("primary care", "health"),
        ("Primary-Care", "health"),
        ("primary_care", "health"),
        (" health ", "health"),
        ("children-and-families", "children-and-families"),
        ("Children and families", "children-and-families"),
        ("children_and_families", "children-and-families"),
        ("CHILDREN  &  FAMILIES", "children-and-families"),
        ("youth", "children-and-families"),
        ("any", "any"),
        ("Any sector", "any"),
    ],
)
def test_sector(typed: str, sector: str, mine: Library) -> None:
    assert filters.sectors(mine.index, [typed]) == (sector,)


def test_several_sectors_once_each(mine: Library) -> None:
    typed = ["housing", "nhs", "health", "Housing"]
    assert filters.sectors(mine.index, typed) == ("housing", "health")
    assert filters.sectors(mine.index, []) == ()


def test_an_id_beats_a_name_beats_an_alias(new_store: Any) -> None:
    vocabulary = """
sectors:
  - {id: business, name: Work, description: x, aliases: [youth, arts, care]}
  - {id: youth, name: Arts, description: x}
  - {id: care, name: Youth, description: x}
outcomes:
  - {id: ties, name: trust, polarity: good}
  - {id: trust, name: faith, polarity: good}
  - {id: faith, name: ties, polarity: good}
"""
    store = new_store()
    store.write("", vocabulary=vocabulary)
    index = store.open().index
    for typed in ("youth", "arts", "care", "work"):
        assert filters.sectors(index, [typed]) == (
            {"youth": "youth", "arts": "youth", "care": "care", "work": "business"}[
                typed
            ],
        )
    assert filters.outcomes(index, ["trust", "faith", "ties"]) == (
        *("trust", "faith", "ties"),
    )


@pytest.mark.parametrize(
    ("typed", "nearest", "message"),
    [
        ("helth", ("health",), "There is no sector 'helth'. Did you mean 'health'? To see them all: relcase sectors"),
        ("hou", ("housing",), "There is no sector 'hou'. Did you mean 'housing'? To see them all: relcase sectors"),
        ("prim", ("health",), "There is no sector 'prim'. Did you mean 'health'? To see them all: relcase sectors"),
        ("care", ("health",), "There is no sector 'care'. Did you mean 'health'? To see them all: relcase sectors"),
        ("", (), "There is no sector ''. To see them all: relcase sectors"),
    ],
)  # fmt: skip
def test_unknown_sector(
    typed: str, nearest: tuple[str, ...], message: str, mine: Library
) -> None:
    with pytest.raises(UnknownName) as caught:
        filters.sectors(mine.index, ["health", typed])
    assert caught.value.nearest == nearest
    assert str(caught.value) == message


def test_outcomes(mine: Library) -> None:
    typed = ["Mortality", "death", "Feeling  lonely", "loneliness"]
    assert filters.outcomes(mine.index, typed) == ("mortality", "loneliness")
    assert filters.outcomes(mine.index, []) == ()
    with pytest.raises(UnknownName) as caught:
        filters.outcomes(mine.index, ["lonelines"])
    assert str(caught.value) == (
        "There is no outcome 'lonelines'. Did you mean 'loneliness'? "
        "To see them all: relcase sectors --outcomes"
    )


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("GB", "GB"),
        ("gb", "GB"),
        ("UK", "GB"),
        ("uk", "GB"),
        ("England", "GB"),
        ("northern ireland", "GB"),
        ("northern-ireland", "GB"),
        ("great_britain", "GB"),
        (" Scotland ", "GB"),
        ("United Kingdom", "GB"),
        ("GBR", "GB"),
        ("usa", "US"),
        ("United States", "US"),
        ("no", "NO"),
        ("Norway", "NO"),
        ("netherlands", "NL"),
        ("the UK", "GB"),
        ("timor-leste", "TL"),
        ("South Korea", "KR"),
        ("Côte d'Ivoire", "CI"),
    ],
)
def test_country(typed: str, code: str) -> None:
    assert filters.countries([typed]) == (code,)


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("Norwy", ("Norway",)),
        ("Germ", ("Germany",)),
        ("XX", ()),
        ("", ()),
        ("🏴", ()),
    ],
)
def test_unknown_country(typed: str, nearest: tuple[str, ...]) -> None:
    with pytest.raises(UnknownName) as caught:
        filters.countries(["GB", typed])
    assert caught.value.nearest[:1] == nearest


def test_citation_keys(mine: Library) -> None:
    assert filters.keys(mine.index, []) == ()
    assert filters.keys(mine.index, ["ageuk", "abel2018"]) == ("ageuk", "abel2018")
    with pytest.raises(UnknownName) as caught:
        filters.keys(mine.index, ["Abel2018"])
    assert str(caught.value) == (
        "There is no citation key 'Abel2018'. Did you mean 'abel2018'? "
        "To see them all: relcase refs -f bibtex"
    )


def test_nearest_ids(mine: Library) -> None:
    assert filters.nearest_ids(mine.index, "trst-2024") == ["trust-2024", "trust-2025"]
    assert filters.nearest_ids(mine.index, "trust") == ["trust-2024", "trust-2025"]
    assert filters.nearest_ids(mine.index, "zzz") == []


def test_nearest_names_that_begin_alike_come_first() -> None:
    known = ["a-trust", "trust-a", "trust-b", "trust-c", "trust-d", "trusty"]
    assert filters.nearest("trust", known) == ["trust-a", "trust-b", "trust-c"]
    assert filters.nearest("tr", known) == []
