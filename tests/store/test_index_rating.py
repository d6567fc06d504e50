"""The docstring is the store; out come the certainties that its index holds."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from relcase import api
from relcase.api import Library
from relcase.domain.certainty.holdings import Holdings
from relcase.domain.certainty.rating import Crosswalk, Rating, Step
from relcase.domain.corpus import Corpus
from relcase.domain.evidence import Statistic
from relcase.domain.query import Query
from relcase.store.index_rating import as_json
from relcase.store.search import find


def certainties(library: Library) -> dict[str, str | None]:
    return {one.id: one.certainty for one in find(library.index, Query(hidden=True))}


def test_a_contrary_source_counts_by_the_design_the_link_names(
    library: Library,
) -> None:
    """
    statistics:
      - id: alone
        heterogeneity: little
      - id: by-a-weaker-design
        heterogeneity: little
        see_also: [{key: ageuk, relation: contrary, design: ecological}]
      - id: by-one-not-known
        heterogeneity: little
        see_also: [{key: ageuk, relation: contrary}]
    """
    assert certainties(library) == {
        "alone": "high",
        "by-a-weaker-design": "high",
        "by-one-not-known": "moderate",
    }


def test_what_the_store_holds_of_a_source_goes_before_the_link(
    library: Library,
) -> None:
    """
    statistics:
      - id: a
        heterogeneity: little
        see_also: [{key: holtlunstad2010, relation: contrary, design: ecological}]
      - id: b
        heterogeneity: little
        source: {key: holtlunstad2010}
    """
    assert certainties(library) == {"a": "moderate", "b": "high"}


def test_money_rests_on_effects_only(library: Library) -> None:
    """
    statistics:
      - id: link
        heterogeneity: little
      - id: trial
        claim_type: effect
        design: rct
      - id: on-a-link
        claim_type: economic
        countries: [GB]
        effect_record: link
      - id: on-a-trial
        claim_type: economic
        countries: [GB]
        effect_record: trial
    """
    assert certainties(library) == {
        "link": "high",
        "trial": "moderate",
        "on-a-link": "very_low",
        "on-a-trial": "moderate",
    }


NewStore = Callable[..., Any]

CONTRARY = "{key: ageuk, relation: contrary}"
EFFECT = f"""
statistics:
  - {{id: aa, claim_type: effect, design: rct, see_also: [{CONTRARY}]}}
  - {{id: money, claim_type: economic, countries: [GB], effect_record: aa}}
"""
AGAINST = """
statistics:
  - {id: bb, claim_type: effect, design: rct, stance: against, source: {key: ageuk}}
"""


def told(library: Library) -> dict[str, object]:
    """Everything computed of each entry."""
    found = find(library.index, Query(hidden=True))
    return {
        one.id: (one.certainty, one.short, json.loads(record).get("certainty"))
        for one in found
        for record in library.records((one.id,))
    }


def test_money_rests_on_an_effect_that_others_contradict(new_store: NewStore) -> None:
    store = new_store(EFFECT)
    assert certainties(store.open()) == {"aa": "moderate", "money": "moderate"}


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("evidence/a.yaml", "id: aa,", "id: aa, headline: Another one.,"),
        ("evidence/a.yaml", "relation: contrary", "relation: background"),
        ("evidence/a.yaml", "design: rct", "design: before_after"),
        ("evidence/b.yaml", "design: rct", "design: before_after"),
        ("evidence/b.yaml", "id: bb,", "id: bb, status: withdrawn,"),
        ("evidence/b.yaml", "key: ageuk", "key: holtlunstad2010"),
    ],
)
def test_a_mended_index_tells_what_a_new_one_tells(
    new_store: NewStore, name: str, before: str, after: str
) -> None:
    store = new_store()
    texts = {"evidence/a.yaml": EFFECT, "evidence/b.yaml": AGAINST}
    for one, text in texts.items():
        store.write(text, one)
    first = told(store.open())

    store.write(texts[name].replace(before, after), name)

    assert told(store.open()) == told(store.open(cache=False)) != first


def test_an_entry_laid_over_another_rates_anew_what_leaned_on_it(
    new_store: NewStore,
) -> None:
    store, over = (
        new_store(EFFECT + AGAINST.partition("statistics:")[2]),
        new_store(AGAINST.replace("bb", "cc"), "over"),
    )
    first = told(store.open(over))

    over.write(AGAINST.replace("ageuk", "holtlunstad2010"))

    assert told(store.open(over)) == told(store.open(over, cache=False)) != first


def test_the_json_shows_the_way_to_the_word() -> None:
    steps = (
        Step("start", None, "high", "Starts high.", None),
        Step("down", "high", "moderate", "One down.", "A narrower interval."),
    )
    scales = Crosswalk("Moderate", None, None, "A", "go together")

    shown = json.loads(as_json(Rating("moderate", steps, scales)))

    assert shown["steps"] == [
        {"part": "start", "before": None, "after": "high", "reason": "Starts high."},
        {
            "part": "down",
            "before": "high",
            "after": "moderate",
            "reason": "One down.",
        },
    ]
    assert shown["reasons"] == [step["reason"] for step in shown["steps"]]
    assert shown["word"] == shown["steps"][-1]["after"]


def test_the_index_rates_our_own_store_as_its_holdings_do(corpus: Corpus) -> None:
    statistics = [one for _, one in corpus.statistics]
    holdings = Holdings.of(statistics, corpus.references)

    found = api.open_library().find(Query(kinds=("statistic",), hidden=True))

    by_id: dict[str, Statistic] = {one.id: one for one in statistics}
    assert found
    for one in found:
        assert one.certainty == holdings.rating(by_id[one.id]).word, one.id
