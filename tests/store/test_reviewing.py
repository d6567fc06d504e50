"""The docstring is the store; out come what is due and what is said wrongly."""

from datetime import date

import pytest

from relcase import api
from relcase.api import Library
from relcase.errors import NothingFound, UnknownName


def test_the_first_day_comes_first(library: Library) -> None:
    """
    statistics:
      - {id: never}
      - {id: later, review_by: 2027-05-01}
      - {id: first, review_by: 2026-12-31}
      - {id: gone, review_by: 2026-01-01, status: withdrawn}
    stories:
      - {id: story, review_by: 2027-01-31}
    """
    every = api.due(library, date(2027, 5, 1))
    assert [(one.id, one.kind, one.review_by) for one in every] == [
        ("first", "statistic", "2026-12-31"),
        ("story", "story", "2027-01-31"),
        ("later", "statistic", "2027-05-01"),
    ]
    assert every[0]._asdict() == {
        "review_by": "2026-12-31",
        "id": "first",
        "kind": "statistic",
        "headline": "A headline.",
        "checked_on": "2026-01-15",
        "source": "abel2018",
        "citation": "Abel and Clarke, 2018",
        "url": "https://doi.org/10.3399/x1",
    }
    assert [one.id for one in api.due(library, date(2027, 4, 30))] == ["first", "story"]
    assert api.due(library, date(2026, 12, 30)) == []


def test_what_publications_say(library: Library) -> None:
    """
    statistics:
      - id: a
        said:
          - source: ageuk
            words: friends heal
            verbatim: true
            problems: [{rule: M06, message: Only linked.}]
            better: Friends go with health.
          - source: null
            words: friends are medicine
            verbatim: false
            problems: [{rule: M06, message: Only linked.}]
            better: Friends go with health.
      - id: b
        said:
          - source: holtlunstad2010
            words: ties save
            verbatim: true
            problems: [{rule: M06, message: Only linked.}]
            better: Ties go with survival.
    """
    every = [(one.id, one.citation, one.said.words) for one in api.audit(library)]
    assert every == [
        ("a", "Age UK, n.d.: Loneliness", "friends heal"),
        (
            "b",
            "Holt-Lunstad, 2010: Social Relationships and Mortality Risk",
            "ties save",
        ),
    ]
    assert [one.id for one in api.audit(library, "ageuk")] == ["a"]
    assert [one.id for one in api.audit(library, "mortality risk")] == ["b"]
    with pytest.raises(NothingFound, match="Recorded are: ageuk, holtlunstad2010"):
        api.audit(library, "abel2018")
    with pytest.raises(UnknownName, match="Did you mean 'ageuk'"):
        api.audit(library, "ageuk2")


def test_a_store_where_nothing_is_said(library: Library) -> None:
    """
    statistics:
      - {id: a}
    """
    with pytest.raises(NothingFound):
        api.audit(library)
