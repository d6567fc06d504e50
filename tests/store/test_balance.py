"""The docstring is the store; an answer in, what it leaves out."""

from typing import Any

from relcase.api import Library
from relcase.domain.answer import NAMED
from relcase.domain.query import Query


def left_out(library: Library, *ids: str, **asked: Any) -> str:
    """Source of each that is left out, in order; ``!`` where the records name it."""
    answer = library.answer(Query(ids=ids, **asked))
    return " ".join(
        f"{one.source}{'!' if one.recorded else ''}" for one in answer.otherwise
    )


def test_on_the_same_main_outcome_in_a_sector_in_common(library: Library) -> None:
    """
    statistics:
      - {id: good, outcomes: [mortality, loneliness], sectors: [health], source: {key: abel2018}}
      - {id: none, outcomes: [mortality], stance: no_clear_difference, sectors: [health], source: {key: ageuk}}
      - {id: elsewhere, outcomes: [mortality], stance: against, sectors: [housing], source: {key: holtlunstad2010}}
      - {id: second, outcomes: [loneliness, mortality], stance: against, sectors: [health], source: {key: holtlunstad2010}}
      - {id: gone, outcomes: [mortality], stance: against, status: withdrawn, source: {key: holtlunstad2010}}
      - {id: mixed, outcomes: [loneliness], stance: mixed, sectors: [health], source: {key: abel2018}}
    """
    assert left_out(library, "good") == "ageuk"
    assert left_out(library, "good", "none") == ""
    assert left_out(library, "none") == ""
    assert left_out(library, "mixed") == ""
    assert left_out(library, stances=("supports",), sectors=("housing",)) == ""
    assert library.answer(Query(ids=("good",)), balance=False).otherwise == []


def test_mixed_findings_without_a_clear_difference_count(library: Library) -> None:
    """
    statistics:
      - {id: good, source: {key: abel2018}}
      - id: unclear
        stance: mixed
        source: {key: ageuk}
        figures: [{label: odds, measure: odds_ratio, estimate: "1.1", low: "0.9", high: "1.3", level: "95"}]
    """
    assert left_out(library, "good") == "ageuk"


def test_what_the_records_name_comes_first_whoever_names_it(library: Library) -> None:
    """
    statistics:
      - {id: good, source: {key: abel2018}, see_also: [{key: holtlunstad2010, relation: contrary}]}
      - {id: other, source: {key: ageuk}, outcomes: [loneliness], see_also: [{key: abel2018, relation: contrary}]}
    """
    assert left_out(library, "good") == "holtlunstad2010! ageuk!"
    assert left_out(library, "good", "other") == "holtlunstad2010!"
    named = {one.source: one for one in library.answer(Query(ids=("good",))).otherwise}
    assert named["holtlunstad2010"].entry is None
    assert named["ageuk"].entry is not None
    assert named["ageuk"].entry.id == "other"
    assert named["ageuk"].bears_on == {"good"}


def test_no_more_are_looked_for_than_can_be_named(library: Library) -> None:
    """
    statistics:
      - {id: good, source: {key: abel2018}}
      - {id: a1, stance: against, source: {key: ageuk}}
      - {id: a2, stance: against, source: {key: ageuk}}
      - {id: a3, stance: against, source: {key: holtlunstad2010}}
    """
    assert left_out(library, "good") == "ageuk holtlunstad2010"
    assert NAMED >= 1


def test_it_is_told_what_each_was_about(library: Library) -> None:
    """
    statistics:
      - {id: good, source: {key: abel2018}}
      - {id: none, stance: no_clear_difference, source: {key: ageuk}, exposure: "a letter of condolence, written by hand"}
    """
    (left,) = library.answer(Query(ids=("good",))).otherwise
    assert left.about == "a letter of condolence"
