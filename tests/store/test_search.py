"""The docstring is the store; a query in, ids or whole rows out."""

import json
from typing import Any

import pytest

from relcase.api import Library
from relcase.domain.listed import Lead, Listed
from relcase.domain.query import Query
from relcase.domain.vocabulary import CERTAINTIES, VERIFIED
from relcase.store import search
from relcase.store.search import count, find


def found(library: Library, *words: str, **filters: Any) -> str:
    """The ids that answer, in order; the number of them is asked for separately."""
    query = Query(words=words, **filters)
    entries = find(library.index, query)
    if query.limit is None:
        assert count(library.index, query) == len(entries)
    return " ".join(entry.id for entry in entries)


def test_a_whole_row(library: Library) -> None:
    """
    statistics:
      - id: a
        headline: Ties.
        claim: One thing went with another.
        outcome: being alive
        caveats: [First., Second.]
        source: {key: abel2018, locator: p. 5}
        figures:
          - {label: people, measure: count, estimate: "5", role: context}
          - {label: odds, measure: odds_ratio, estimate: null, direction: higher}
          - {label: share, measure: percent, estimate: "1.50", low: "1.42", high: "1.59", level: "95",
             unit: of all, group: people with ties, reference_group: people without, reference_value: "2", denominator: "90"}
    """
    among = (
        "mong people with ties, 1.50% were alive, compared with 2% among people without"
    )
    limits = (
        "The two go together; this does not show that one causes the other "
        "(moderate certainty)."
    )
    assert find(library.index, Query()) == [
        Listed(
            id="a",
            kind="statistic",
            store=library.stores[0].name,
            status="active",
            headline="Ties.",
            body="One thing went with another.",
            caveat="First.",
            use="lead",
            stance="supports",
            certainty="moderate",
            verified="full_text",
            byline=None,
            direction=None,
            outcomes="mortality",
            sectors="health",
            contrary=None,
            short=f"A{among}. {limits}",
            long=f"In pooled studies (follow-up: 7.5 years), a{among} "
            f"(95% CI 1.42 to 1.59). {limits}",
            source="abel2018",
            locator="p. 5",
            author_date="Abel and Clarke, 2018",
            year=2018,
            doi="10.3399/x1",
            url="https://doi.org/10.3399/x1",
            lead=Lead(
                label="share",
                measure="percent",
                estimate="1.50",
                low="1.42",
                high="1.59",
                level="95",
                unit="of all",
                group="people with ties",
                reference_group="people without",
                reference_value="2",
                denominator="90",
            ),
        )
    ]


def test_rows_of_the_other_kinds(library: Library) -> None:
    """
    statistics:
      - id: direction
        figures: [{label: odds, measure: odds_ratio, estimate: null, direction: lower}]
      - {id: none, figures: [], no_figure: It counts nothing.}
    stories:
      - {id: story, organisation: Frome, place: Somerset, source: {key: ageuk}}
    quotes:
      - {id: quote, speaker: Ada, role: nurse}
    definitions:
      - {id: term, term: trust}
    actions:
      - {id: act, who: [councils, funders]}
    """
    rows = find(library.index, Query(sort="id"))
    assert [(row.id, row.byline, row.direction, row.use, row.lead) for row in rows] == [
        ("act", "councils, funders", None, None, None),
        ("direction", None, "lower", "lead", None),
        ("none", None, None, "lead", None),
        ("quote", "Ada, nurse", None, None, None),
        ("story", "Frome, Somerset", None, None, None),
        ("term", "trust", None, None, None),
    ]
    (story,) = (row for row in rows if row.id == "story")
    assert (story.author_date, story.year, story.doi, story.url) == (
        *("Age UK, n.d.", None, None),
        "https://example.org/loneliness",
    )


def test_records(library: Library) -> None:
    """
    definitions:
      - {id: a, see_also: [{key: ageuk, relation: background}]}
      - {id: b, status: withdrawn}
    """
    first, second = map(json.loads, search.records(library.index, ["b", "x", "a"]))
    assert first["id"] == "b"
    assert list(second.items()) == [
        ("id", "a"),
        ("kind", "definition"),
        ("store", library.stores[0].name),
        ("headline", "A headline."),
        ("sectors", ["health"]),
        ("text", "Some words."),
        ("term", "relationship"),
        (
            "source",
            {
                "key": "abel2018",
                "citation": "Abel and Clarke, 2018",
                "doi": "10.3399/x1",
                "url": "https://doi.org/10.3399/x1",
            },
        ),
        (
            "verification",
            {
                "level": "full_text",
                "on": "2026-01-15",
                "url": "https://example.org/read",
            },
        ),
        ("see_also", [{"key": "ageuk", "relation": "background"}]),
        ("status", "active"),
    ]


FILTERS: list[tuple[dict[str, Any], str]] = [
    ({}, "a b c d s"),
    ({"kinds": ("statistic",)}, "a b c d"),
    ({"kinds": ("story", "statistic")}, "a b c d s"),
    ({"kinds": ("quote",)}, ""),
    ({"sectors": ("health",)}, "a c d"),
    ({"sectors": ("health", "housing")}, "a b c d s"),
    ({"sectors": ("any",)}, "d"),
    ({"sectors": ("nowhere",)}, ""),
    ({"outcomes": ("mortality",)}, "a c"),
    ({"outcomes": ("mortality", "loneliness")}, "a b c d"),
    ({"stances": ("supports", "mixed")}, "a c d"),
    ({"countries": ("GB",)}, "a d s"),
    ({"countries": ("GB", "NO")}, "a b d s"),
    ({"sectors": ("health",), "countries": ("GB",)}, "a d"),
    ({"sectors": ("housing",), "outcomes": ("mortality",)}, "c"),
    ({"sectors": ("health",), "stances": ("against",)}, ""),
    ({"kinds": ("story",), "stances": ("supports",)}, ""),
    ({"ids": ("b", "s")}, "b s"),
    ({"ids": ("b", "s"), "kinds": ("story",)}, "s"),
    ({"ids": ("sector", "health"), "sectors": ("health",)}, ""),
]


def test_or_within_a_filter_and_between_filters(library: Library) -> None:
    """
    statistics:
      - {id: a, sectors: [health], stance: supports, outcomes: [mortality], countries: [GB]}
      - {id: b, sectors: [housing], stance: against, outcomes: [loneliness], countries: [US, NO]}
      - {id: c, sectors: [health, housing], stance: mixed, outcomes: [mortality, loneliness]}
      - {id: d, sectors: [any], stance: supports, outcomes: [loneliness], countries: [GB]}
    stories:
      - {id: s, sectors: [housing], countries: [GB]}
    """
    for filters, expected in FILTERS:
        for sort in ("use", "id"):
            assert found(library, sort=sort, **filters) == expected, filters
        if len(filters.get("kinds", ())) == 0:
            kinds = ("statistic",)
            only = " ".join(one for one in expected.split() if one != "s")
            assert found(library, **filters, kinds=kinds) == only, filters


def test_source_year_and_verification(library: Library) -> None:
    """
    stories:
      - {id: a, source: {key: abel2018}, verification: {level: full_text, on: 2026-01-15}}
      - {id: b, source: {key: holtlunstad2010}, verification: {level: abstract, on: 2026-01-15, note: x}}
      - {id: c, source: {key: ageuk}, verification: {level: secondary, on: 2026-01-15, note: x}}
      - {id: d, source: {key: ageuk}, verification: {level: none, on: 2026-01-15, note: x}}
    """
    assert found(library, sources=("abel2018",)) == "a"
    assert found(library, sources=("abel2018", "ageuk")) == "a c"
    assert found(library, since=2010) == "a b"
    assert found(library, since=2011) == "a"
    assert [found(library, verified=level) for level in VERIFIED] == [
        *("a", "a b", "a b c", "a b c"),
    ]
    assert found(library, verified="none", hidden=True) == "a b c d"
    assert found(library, sort="year") == "a b c"


def test_what_is_hidden(library: Library) -> None:
    """
    stories:
      - {id: a}
      - {id: b, status: withdrawn}
      - {id: c, status: superseded}
      - {id: d, verification: {level: none, on: 2026-01-15, note: x}}
    """
    assert found(library) == "a"
    assert found(library, hidden=True) == "a b c d"
    assert found(library, ids=("b",)) == "b"
    assert found(library, ids=("a", "d"), sectors=("health",)) == "a d"
    assert found(library, "words") == "a"
    assert found(library, "words", hidden=True) == "a b c d"
    assert library.names("ids") == ["a", "b", "c", "d"]
    assert search.values_in_use(library.index, "sector") == {"health": 1}


def test_certainty_or_better(library: Library) -> None:
    """
    statistics:
      - {id: sound, design: cohort_adjusted, use: counter}
      - {id: weak, design: ecological, use: lead}
      - {id: illustration, design: case_study, use: lead}
    """
    answers = {word: found(library, certainty=word) for word in CERTAINTIES}
    assert answers == {
        "high": "",
        "moderate": "sound",
        "low": "sound",
        "very_low": "weak sound",
        "not_rated": "weak illustration sound",
    }
    assert found(library, sort="certainty") == "sound weak illustration"


def test_the_usual_order(library: Library) -> None:
    """
    statistics:
      - {id: counter, use: counter}
      - {id: caution, use: caution}
      - {id: lead, use: lead}
      - {id: support, use: support}
      - {id: lead-again, use: lead}
    """
    assert found(library) == "lead lead-again support caution counter"
    assert found(library, limit=2) == "lead lead-again"
    for kinds in [("statistic",), ()]:
        every = found(library, sectors=("health",), kinds=kinds)
        assert every == "lead lead-again support caution counter"
        assert found(library, sectors=("health",), kinds=kinds, limit=1) == "lead"


def test_general_entries_come_after_the_specific(library: Library) -> None:
    """
    actions:
      - {id: general, sectors: [any]}
      - {id: health, sectors: [health]}
      - {id: general-too, sectors: [any]}
      - {id: housing, sectors: [housing]}
    """
    kinds = ("action",)
    assert found(library, kinds=kinds) == "health housing general general-too"
    for sector in ("health", "housing"):
        expected = f"{sector} general general-too"
        assert found(library, kinds=kinds, sectors=(sector,)) == expected
        assert found(library, sectors=(sector,)) == expected
    none = found(library, kinds=kinds, sectors=("children-and-families",))
    assert none == "general general-too"
    assert found(library, kinds=kinds, sectors=("any",)) == "general general-too"


def test_other_orders(library: Library) -> None:
    """
    stories:
      - {id: b, source: {key: ageuk}}
      - {id: c, source: {key: holtlunstad2010}}
      - {id: a, source: {key: abel2018}, sectors: [any]}
      - {id: d, source: {key: abel2018}}
    """
    assert found(library, sort="use") == "b c d a"
    assert found(library, sort="year") == "d a c b"
    assert found(library, sort="id") == "a b c d"
    assert found(library, sort="relevance") == "b c d a"
    assert found(library, sort="id", limit=2, sectors=("health",)) == "a b"
    assert found(library, "words", sort="year") == "d a c b"
    assert found(library, "words", sort="id", limit=3) == "a b c"


@pytest.mark.parametrize(("limit", "number"), [(0, 0), (1, 1), (3, 3), (100, 4)])
@pytest.mark.parametrize("words", [(), ("words",)])
def test_limit(limit: int, number: int, words: tuple[str, ...], new_store: Any) -> None:
    library = new_store("stories: [{id: a}, {id: b}, {id: c}, {id: d}]").open()
    for sort in ("use", "id", "relevance"):
        query = Query(words=words, limit=limit, sort=sort)
        assert len(find(library.index, query)) == number
        assert count(library.index, query) == 4


def test_words(library: Library) -> None:
    """
    statistics:
      - id: a
        headline: Loneliness and the NHS.
        claim: Naïve readers in the Café said so.
        said: [{source: null, words: twice as healthy, verbatim: false, problems: [], better: x}]
      - id: b
        headline: Housing costs £3.50, or 1.50 times more.
        source: {key: holtlunstad2010}
        comparator: {text: Великобритания, kind: none, geography: 日本}
      - id: c
        headline: A well-being over_view of “quotes”.
    """
    for typed, expected in [
        ("loneliness", "a"),
        ("LONELI", "a"),
        ("lonely", ""),
        ("nhs loneliness", "a"),
        ("loneliness housing", ""),
        ("naive cafe", "a"),
        ("naïve CAFÉ", "a"),
        ("healthy", "a"),
        ("1.50", "b a c"),
        ("3.5", "b"),
        ("£3.50", "b"),
        ("1.51", ""),
        ("holt-lunstad", "b"),
        ("lunstad, holt", "b"),
        ("holt-smith", ""),
        ("reducing", "a c"),
        ("10.3399/x1", ""),
        ("великобр", "b"),
        ("日本", "b"),
        ("well-being", "c"),
        ("over_view", "c"),
        ("over", "c"),
        ('"well being"', "c"),
        ("“quotes”", "c"),
        ("loneliness *", "a"),
        ("loneliness _", "a"),
        ("loneliness - & !", "a"),
        ("meta_cohort a", ""),  # closed lists are no words of an entry
    ]:
        assert found(library, *typed.split()) == expected, typed
        assert found(library, typed) == expected, typed


@pytest.mark.parametrize(
    "typed",
    [
        *("*", "-", "!?", "_", "", " ", '"', "''", "()", "^", ":", "\x00", "👍", "%"),
        *("AND", "OR", "NOT", "NEAR", "NEAR(a b)", "headline:x", "{body}:x", "a^b"),
        *('"unclosed', "a*b*", "a + b", "b OR c", "NOT a", "x'; DROP TABLE keys", "--"),
        *("a\x00b", "\ud800", "a\udce9", "words:words", "-a", "a:*", "/*", "⁣"),
    ],
)
def test_signs_of_the_search_language_are_harmless(typed: str, new_store: Any) -> None:
    library = new_store("stories: [{id: q1, headline: Quiet.}]").open()
    for sort in ("use", "relevance"):
        assert found(library, typed, sort=sort) in ("", "q1")


def test_words_that_are_operators_elsewhere(library: Library) -> None:
    """
    stories:
      - {id: a, headline: Near and not or.}
    """
    for typed in ("NEAR", "AND", "OR", "NOT", "near AND or"):
        assert found(library, typed) == "a"


def test_the_headline_counts_first(library: Library) -> None:
    """
    statistics:
      - {id: a, headline: First., claim: Trust., use: lead}
      - {id: b, headline: Trust grows., use: counter}
      - {id: c, headline: Second., claim: Trust and grief., use: lead}
      - {id: d, headline: Grief and trust., use: support}
    """
    assert found(library, "trust") == "b d a c"
    assert found(library, "trust", limit=3) == "b d a"
    assert found(library, "trust", "grief") == "d c"
    assert (
        found(library, "trust", kinds=("statistic",), sectors=("health",)) == "b d a c"
    )


def test_relevance(library: Library) -> None:
    """
    stories:
      - {id: a, headline: One thing., text: Trust among many other words that are here for no reason.}
      - {id: b, headline: Another thing., text: Trust trust trust trust.}
      - {id: c, headline: Trust.}
    """
    assert found(library, "trust", sort="relevance") == "c b a"
    assert found(library, "trust") == "c a b"


def test_vocabulary_and_counts(library: Library) -> None:
    """
    statistics:
      - {id: a, sectors: [health], countries: [GB, NO]}
      - {id: b, sectors: [health, housing], outcomes: [mortality, loneliness], countries: [GB]}
      - {id: hidden, sectors: [housing], status: withdrawn, countries: [US]}
    actions:
      - {id: c, sectors: [any]}
      - {id: d, sectors: [housing]}
    """
    index = library.index
    assert search.vocabulary(index, "outcomes") == [
        ("mortality", 0, "death", "bad", None),
        ("loneliness", 1, "feeling lonely", "bad", None),
    ]
    assert search.values_in_use(index, "country") == {"GB": 2, "NO": 1}
    assert search.values_in_use(index, "outcome") == {"loneliness": 1, "mortality": 2}
    assert search.sector_counts(index) == {
        ("any", False): 1,
        ("health", True): 2,
        ("housing", False): 1,
        ("housing", True): 1,
    }
    assert [search.kind_of(index, one) for one in ("a", "d", "x")] == [
        *("statistic", "action", None),
    ]


def test_sources(library: Library) -> None:
    """
    stories: [{id: a}]
    """
    index = library.index
    assert list(search.sources(index)) == ["abel2018", "ageuk", "holtlunstad2010"]
    some = search.sources(index, ["holtlunstad2010", "nobody", "ageuk"])
    assert list(some) == ["holtlunstad2010", "ageuk"]
    csl, fields = map(json.loads, some["ageuk"])
    assert (csl["id"], csl["author"]) == ("ageuk", [{"literal": "Age UK"}])
    assert fields[0] == "online"
    assert fields[1]["url"] == "https://example.org/loneliness"
    one, two = search.source_hashes(index, ["holtlunstad2010", "nobody", "ageuk"])
    assert one.startswith("holtlunstad2010=")
    assert two.startswith("ageuk=")
    assert search.source_hashes(index, []) == ()


def test_known_words(library: Library) -> None:
    """
    stories: [{id: a, headline: Café., text: Trust.}]
    """
    words = search.known_words(library.index)
    assert {"cafe", "trust", "abel", "clarke", "2018", "admissions"} <= set(words)
    assert words == search.known_words(library.index)
