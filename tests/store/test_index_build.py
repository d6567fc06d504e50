"""What an index holds, and that a mended one is the one that would be made anew."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from relcase.api import Library
from relcase.domain.query import Query
from relcase.store import index_build

Answers = Callable[[Library], dict[str, Any]]

ONE = """
statistics:
  - {id: a1, headline: Ties and trust.}
  - {id: a2, headline: Grief., sectors: [housing], source: {key: holtlunstad2010}}
"""
TWO = """
statistics:
  - {id: b1, headline: Trust., use: counter, countries: [GB, US]}
stories:
  - {id: b2, place: Frome, countries: [GB]}
"""
SECTOR = "  - {id: arts, name: Arts, description: Music}\n"


@pytest.fixture
def store(new_store: Any) -> Any:
    """A store of many files: the vocabulary and two others."""
    store = new_store()
    store.write("", "evidence/0.yaml")
    store.write(ONE, "evidence/1.yaml", vocabulary="")
    store.write(TWO, "evidence/2.yaml", vocabulary="")
    return store


@pytest.fixture
def mended(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether each index that was not fresh could be mended."""
    seen: list[bool] = []
    mend = index_build._Builder.mend

    def watched(*given: Any) -> Any:
        seen.append(False)
        db = mend(*given)
        seen[-1] = True
        return db

    monkeypatch.setattr(index_build._Builder, "mend", watched)
    return seen


def same_as_new(store: Any, answers: Answers) -> dict[str, Any]:
    """Answers of the index that is kept, after a comparison with one made anew."""
    kept = answers(store.open())
    anew = answers(store.open(cache=False))
    for question, answer in anew.items():
        assert kept[question] == answer, question
    assert answers(store.open()) == anew
    return kept


@pytest.mark.parametrize(
    ("change", "ids"),
    [
        (("id: a2", "id: a3"), ["a1", "a3", "b1", "b2"]),
        (("headline: Grief.", "headline: Trust again."), ["a1", "a2", "b1", "b2"]),
        (("sectors: [housing]", "sectors: [any]"), ["a1", "a2", "b1", "b2"]),
        (("sectors: [housing]", "use: caution"), ["a1", "a2", "b1", "b2"]),
        (("sectors: [housing]", "status: withdrawn"), ["a1", "b1", "b2"]),
        (("sectors: [housing]", "sectors: [nowhere]"), ["a1", "b1", "b2"]),
        (("key: holtlunstad2010", "key: abel2018"), ["a1", "a2", "b1", "b2"]),
        (("key: holtlunstad2010", "key: nobody"), ["a1", "b1", "b2"]),
        (("id: a2", "id: b1"), ["a1", "b1", "b2"]),
        (("id: a2", "id: a1"), ["a1", "b1", "b2"]),
        (("statistics:", "quotes:"), ["a1", "a2", "b1", "b2"]),
        ((ONE, "quotes: [{id: q}]"), ["b1", "b2", "q"]),
        ((ONE, "quotes: []"), ["b1", "b2"]),
        ((ONE, ONE + "  - {id: a3, headline: New.}"), ["a1", "a2", "a3", "b1", "b2"]),
    ],
)
def test_one_of_many_files_changes(
    change: tuple[str, str],
    ids: list[str],
    store: Any,
    answers: Answers,
    mended: list[bool],
) -> None:
    before = same_as_new(store, answers)
    store.write(ONE.replace(*change), "evidence/1.yaml", vocabulary="")
    after = same_as_new(store, answers)
    assert [one.id for one in after["id"] if one in after["all"]] == ids
    store.write(ONE, "evidence/1.yaml", vocabulary="")
    assert same_as_new(store, answers) == before
    assert mended == [True, True]


def test_two_of_many_files_change(
    store: Any, answers: Answers, mended: list[bool]
) -> None:
    """An id moves from one to the other."""
    same_as_new(store, answers)
    store.write(ONE.replace("a2", "b2"), "evidence/1.yaml", vocabulary="")
    store.write(TWO.replace("b2", "a2"), "evidence/2.yaml", vocabulary="")
    found = same_as_new(store, answers)
    assert [(one.id, one.kind) for one in found["id"]] == [
        ("a1", "statistic"),
        ("a2", "story"),
        ("b1", "statistic"),
        ("b2", "statistic"),
    ]
    assert mended == [True]


def test_broken_files(store: Any, answers: Answers, mended: list[bool]) -> None:
    path = store.folder / "evidence" / "1.yaml"
    good = path.read_text()
    same_as_new(store, answers)
    for text, left_out in [
        (good.replace("id: a2", "id: a: 2"), 1),
        (good.replace("id: a2", "identity: a2"), 1),
        ("", 0),
        ("- a\n- b\n", 1),
        ("nothing: [", 1),
        (good, 0),
    ]:
        path.write_text(text)
        found = same_as_new(store, answers)
        assert len(found["left out"]) == left_out
    assert mended == [True] * 6


def test_entries_are_general_in_a_sector_that_appears(
    store: Any, answers: Answers, mended: list[bool]
) -> None:
    vocabulary = store.folder / "evidence" / "0.yaml"
    text = vocabulary.read_text()
    store.write("stories: [{id: g, sectors: [any]}]", "evidence/3.yaml", vocabulary="")
    same_as_new(store, answers)
    vocabulary.write_text(text.replace("sectors:\n", "sectors:\n" + SECTOR))
    found = same_as_new(store, answers)
    assert [sector.id for sector in found["sectors"]] == [
        *("arts", "health", "children-and-families", "housing", "any"),
    ]
    assert [one.id for one in store.open().find(Query(sectors=("arts",)))] == ["g"]
    vocabulary.write_text(text)
    found = same_as_new(store, answers)
    assert [sector.id for sector in found["sectors"]] == [
        *("health", "children-and-families", "housing", "any"),
    ]
    assert mended == [False, False]


def test_an_outcome_changes(store: Any, answers: Answers, mended: list[bool]) -> None:
    path = store.folder / "evidence" / "0.yaml"
    same_as_new(store, answers)
    path.write_text(path.read_text().replace("name: death", "name: dying"))
    found = same_as_new(store, answers)
    assert [outcome.name for outcome in found["outcomes"]] == [
        "dying",
        "feeling lonely",
    ]
    assert mended == [False]


def test_a_source_changes(store: Any, answers: Answers, mended: list[bool]) -> None:
    """Its author and title are searched, its year is filtered by."""
    same_as_new(store, answers)
    text = store.bibliography.read_text()
    text = text.replace("year = {2018}", "year = {2019}").replace("hospital", "clinic")
    store.bibliography.write_text(text.replace("Abel,", "Kain,"))
    found = same_as_new(store, answers)
    assert found["abel"][0].author_date == "Kain and Clarke, 2019"
    library = store.open()
    for words, count in [("clinic", 3), ("kain", 3), ("hospital", 0), ("abel", 0)]:
        assert library.count(Query(words=(words,))) == count
    assert mended == [False]


def test_random_changes(store: Any, answers: Answers, mended: list[bool]) -> None:
    """However the files of a store change, mending gives what making anew gives."""
    choose = random.Random(20260131)
    kinds = ["statistics", "stories", "quotes"]

    def entry() -> str:
        fields = {
            "id": f"e{choose.randrange(12)}",
            "headline": " ".join(choose.choices(["Trust", "grief", "ties", "é"], k=4))
            + ".",
            "sectors": choose.choice(["[any]", "[health, housing]", "[wrong]"]),
            "status": choose.choice(["active", "active", "withdrawn"]),
            "source": f"{{key: {choose.choice(['abel2018', 'ageuk', 'nobody'])}}}",
        }
        return "{" + ", ".join(f"{name}: {one}" for name, one in fields.items()) + "}"

    files: list[list[str]] = [[entry() for _ in range(3)] for _ in range(4)]
    for _ in range(25):
        number = choose.randrange(len(files))
        entries = files[number]
        match choose.choice(["add", "change", "remove"]):
            case "add":
                entries.insert(choose.randrange(len(entries) + 1), entry())
            case "change" if entries:
                entries[choose.randrange(len(entries))] = entry()
            case _ if entries:
                entries.pop(choose.randrange(len(entries)))
        for one, items in enumerate(files):
            section = f"{choose.choice(kinds) if one == number else kinds[one % 3]}:"
            text = "\n  - ".join([section, *items]) if items else ""
            store.write(text, f"evidence/{one + 3}.yaml", vocabulary="")
        same_as_new(store, answers)
    assert mended.count(True) == 24


def overlay(store: Any, over: Any, answers: Answers) -> dict[str, Any]:
    kept = answers(store.open(over))
    assert answers(store.open(over, cache=False)) == kept
    return kept


def rows(found: dict[str, Any], question: str) -> list[tuple[str, str, str]]:
    return [(one.id, Path(one.store).name, one.headline) for one in found[question]]


def test_a_store_laid_over_another(new_store: Any, answers: Answers) -> None:
    store = new_store("stories: [{id: a, headline: Old.}, {id: b, headline: Kept.}]")
    over = new_store(
        "quotes: [{id: a, headline: New.}, {id: c, headline: More.}]", "over"
    )
    found = overlay(store, over, answers)
    assert rows(found, "all") == [
        ("b", "store", "Kept."),
        ("a", "over", "New."),
        ("c", "over", "More."),
    ]
    assert rows(found, "hidden") == rows(found, "all")
    assert [(one["id"], one["kind"]) for one in found["records"]] == [
        ("a", "quote"),
        ("b", "story"),
        ("c", "quote"),
    ]
    assert store.open(over).count(Query(words=("old",), hidden=True)) == 0


def test_the_overlay_changes(
    new_store: Any, answers: Answers, mended: list[bool]
) -> None:
    store = new_store("stories: [{id: a, headline: Old.}, {id: b, headline: Kept.}]")
    over = new_store("quotes: [{id: a, headline: New.}]", "over")
    overlay(store, over, answers)
    over.write("quotes: [{id: b, headline: New.}]")
    assert rows(overlay(store, over, answers), "all") == [
        ("a", "store", "Old."),
        ("b", "over", "New."),
    ]
    over.write("quotes: [{id: b, headline: New., status: withdrawn}]")
    assert rows(overlay(store, over, answers), "all") == [("a", "store", "Old.")]
    store.write("stories: [{id: b, headline: Other.}]")
    assert rows(overlay(store, over, answers), "hidden") == [("b", "over", "New.")]
    over.write("quotes: [{id: b, headline: New., sectors: [nowhere]}]")
    assert rows(overlay(store, over, answers), "all") == [("b", "store", "Other.")]
    assert mended == [True] * 4


def test_an_overlay_redefines_a_source_and_a_sector(
    new_store: Any, answers: Answers
) -> None:
    store = new_store("stories: [{id: a}, {id: g, sectors: [any]}]")
    over = new_store("", "over")
    over.write(
        "stories: [{id: b, sectors: [arts]}]",
        vocabulary="sectors:\n  - {id: health, name: Care, description: x}\n" + SECTOR,
    )
    over.bibliography.write_text(
        "@article{abel2018, author = {Abel, Julian}, title = {A}, journal = {J}, year = {2019}}"
    )
    found = overlay(store, over, answers)
    assert [(one.id, one.name) for one in found["sectors"]] == [
        ("health", "Care"),
        ("children-and-families", "Children and families"),
        ("housing", "Housing"),
        ("any", "Any sector"),
        ("arts", "Arts"),
    ]
    assert {one.author_date for one in found["all"]} == {"Abel, 2019"}
    arts = store.open(over).find(Query(sectors=("arts",)))
    assert [one.id for one in arts] == ["b", "g"]


def test_within_one_store_the_first_of_two_wins(
    new_store: Any, answers: Answers
) -> None:
    store = new_store()
    store.write("stories: [{id: a, headline: First.}]", "evidence/1.yaml")
    store.write("quotes: [{id: a, headline: Second.}]", "evidence/2.yaml", "")
    found = same_as_new(store, answers)
    assert rows(found, "hidden") == [("a", "store", "First.")]


@pytest.mark.parametrize(
    "beginning",
    ["sectors:", "\ufeffsectors:", '"sectors":', "'sectors' :", "sectors :"],
)
def test_sectors_are_known_however_they_are_written(
    beginning: str, new_store: Any
) -> None:
    store = new_store()
    path = store.write("stories: [{id: a}]", "evidence/1.yaml", vocabulary="")
    other = store.write("", "evidence/2.yaml")
    other.write_text(other.read_text().strip().replace("sectors:", beginning, 1))
    assert [one.id for one in store.open().find(Query())] == ["a"]
    path.unlink()


def test_a_store_written_as_json(new_store: Any) -> None:
    import json

    from relcase.store import yaml_text

    store = new_store()
    path = store.write("stories: [{id: a, headline: 'Trust: \"é\"'}]")
    data = yaml_text.read(path.read_text(), "f").data
    for text in (json.dumps(data), json.dumps(data, indent=2)):
        path.write_text(text)
        (found,) = store.open().find(Query(sectors=("health",)))
        assert found.headline == 'Trust: "é"'


def test_left_out(new_store: Any) -> None:
    """
    stories:
      - {id: good}
      - {id: unknown source, source: {key: nobody}}
    """
    store = new_store()
    text = test_left_out.__doc__ or ""
    path = store.write(text)
    path.write_text(path.read_text() + "- {id: no fields}\n- id: a: b\n- text\n")
    library = store.open()
    assert [one.id for one in library.find(Query())] == ["good"]
    assert [(one.id, one.problem.rule) for one in library.left_out] == [
        ("unknown source", "S02"),
        ("no fields", "S03"),
        ("a: b", "Y01"),
        ("", "S03"),
    ]
    assert {one.problem.path for one in library.left_out} == {str(path)}
    assert store.open().left_out == library.left_out


def test_what_a_mistake_takes_along_is_left_out_by_name(new_store: Any) -> None:
    """
    stories:
      - {id: first}
      - {id: second}
    """
    store = new_store()
    path = store.write(
        test_what_a_mistake_takes_along_is_left_out_by_name.__doc__ or ""
    )
    path.write_text(path.read_text().replace("stories:", "stories: {"))
    left_out = store.open().left_out
    assert [one.id for one in left_out if one.id] == ["first", "second"]
    assert {one.problem.rule for one in left_out} == {"Y01"}
