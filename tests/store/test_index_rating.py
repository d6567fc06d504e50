"""The docstring is the store; out come the certainties that its index holds."""

import json

from relcase import api
from relcase.api import Library
from relcase.domain.certainty.holdings import Holdings
from relcase.domain.certainty.rating import Crosswalk, Rating, Step
from relcase.domain.evidence import Statistic
from relcase.domain.query import Query
from relcase.store import load, locate
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


def test_the_index_rates_our_own_store_as_its_holdings_do() -> None:
    corpus = load.corpus([load.load_store(locate.builtin())])
    statistics = [one for _, one in corpus.statistics]
    holdings = Holdings.of(statistics, corpus.references)

    found = api.open_library().find(Query(kinds=("statistic",), hidden=True))

    by_id: dict[str, Statistic] = {one.id: one for one in statistics}
    assert found
    for one in found:
        assert one.certainty == holdings.rating(by_id[one.id]).word, one.id
