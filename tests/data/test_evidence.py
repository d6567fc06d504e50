"""What a person may rely on in relcase's own evidence."""

from collections import Counter
from pathlib import Path

import pytest

from relcase import api
from relcase.api import telling
from relcase.domain.corpus import Corpus
from relcase.domain.evidence import Entry, Quote, Statistic
from relcase.domain.query import Query
from relcase.store import locate

MIRRORS = (
    *("scribd", "docslib", "pdfslide", "123dok", "studylib", "vdocument", "typeset.io"),
    *("scite.ai", "litmetric", "metajournal", "researcher.life", "qxmd", "dissem.in"),
    *("x-mol", "unboundmedicine", "peeref", "blogspot", "academia.edu", "sci-hub"),
)


@pytest.fixture(scope="module")
def entries(corpus: Corpus) -> dict[str, Entry]:
    return {placed.entry.id: placed.entry for placed in corpus.placed}


def test_our_own_store_has_no_error() -> None:
    problems = api.check_stores()

    assert [one for one in problems if one.severity == "error"] == []


def test_every_sector_has_at_least_six_statistics(
    corpus: Corpus, statistics: dict[str, Statistic]
) -> None:
    counts = Counter(sector for one in statistics.values() for sector in one.sectors)

    assert {sector: counts[sector] for sector in corpus.sectors if sector != "any"} == {
        sector: count for sector, count in counts.items() if count >= 6
    }
    assert counts["health"] >= 60


def test_frome_is_compared_with_somerset(statistics: dict[str, Statistic]) -> None:
    frome = statistics["frome-emergency-admissions"]

    assert frome.comparator.kind == "other_area"
    assert "Somerset" in frome.comparator.geography
    somerset = next(one for one in frome.figures if one.estimate == "28.5")
    assert "Somerset" in somerset.label
    assert "national" not in frome.headline.lower() + frome.claim.lower()


def test_kroenke_is_a_hazard_ratio_of_death(statistics: dict[str, Statistic]) -> None:
    women = statistics["breast-cancer-social-ties-2006"]
    figure = next(one for one in women.figures if one.estimate == "4.06")

    assert (figure.measure, figure.low, figure.high) == (
        "hazard_ratio",
        "1.40",
        "11.75",
    )
    assert "death" in figure.label or "dying" in figure.label


def test_holt_lunstad_is_an_odds_ratio_over_the_follow_up(
    statistics: dict[str, Statistic],
) -> None:
    survival = statistics["social-relationships-survival"]

    assert survival.lead is not None
    assert (survival.lead.measure, survival.lead.estimate) == ("odds_ratio", "1.50")
    assert survival.follow_up.startswith("7.5 years on average")


def test_great_yarmouth_is_the_size_of_a_housing_list(
    statistics: dict[str, Statistic],
) -> None:
    yarmouth = statistics["great-yarmouth-housing-list-95-percent"]

    assert yarmouth.lead is not None
    assert "housing" in yarmouth.lead.label
    assert "waiting time" not in yarmouth.headline.lower()


def test_the_eight_claims_of_the_case_maker_are_said_word_for_word(
    statistics: dict[str, Statistic],
) -> None:
    """One on each statistic it belongs to, with the rules it breaks."""
    rules = {
        "social-relationships-survival": {"M02", "M10"},
        "breast-cancer-social-ties-2006": {"M04", "M05"},
        "frome-emergency-admissions": {"M06", "M09"},
        "burnout-empathy-review": {"M06"},
        "great-yarmouth-housing-list-95-percent": {"M09"},
        "compassionomics-adherence-spending": {"M07"},
        "tsunami-social-infrastructure-aldrich-2023": {"M07"},
        "prison-family-contact-friedmann-2014": {"M13"},
    }
    for entry_id, expected in rules.items():
        said = [
            one
            for one in statistics[entry_id].said
            if one.source == "casemaker2024" and one.verbatim
        ]
        assert said, entry_id
        assert expected <= {problem.rule for problem in said[0].problems}, entry_id


def test_null_mixed_and_harmful_findings_are_listed_like_the_others(
    statistics: dict[str, Statistic],
) -> None:
    stances = Counter(one.stance for one in statistics.values())

    assert stances == {
        "supports": 92,
        "mixed": 30,
        "no_clear_difference": 18,
        "against": 3,
    }


def test_every_kind_of_entry_is_there(corpus: Corpus) -> None:
    kinds = Counter(placed.entry.kind for placed in corpus.placed)

    assert {kind: count >= 8 for kind, count in kinds.items()} == dict.fromkeys(
        ("statistic", "story", "quote", "definition", "barrier", "action"), True
    )


def test_a_quotation_has_at_most_25_words_and_says_whose_it_is(
    entries: dict[str, Entry],
) -> None:
    for entry in entries.values():
        if isinstance(entry, Quote):
            assert len(entry.text.split()) <= 25, entry.id
            assert entry.speaker, entry.id


def test_every_source_is_used(corpus: Corpus, entries: dict[str, Entry]) -> None:
    used = set()
    for entry in entries.values():
        used |= {entry.source.key, *(other.key for other in entry.see_also)}
        if isinstance(entry, Statistic):
            used |= {said.source for said in entry.said if said.source}

    assert set(corpus.references) == used


def test_no_mirror_is_named_anywhere() -> None:
    for path in (*locate.builtin().evidence, locate.builtin().bibliography):
        text = Path(path).read_text(encoding="utf-8").lower()
        assert [name for name in MIRRORS if name in text] == []


def test_unconfirmed_details_are_kept_and_never_printed(corpus: Corpus) -> None:
    kept = [one for one in corpus.references.values() if "unconfirmed" in one.fields]

    assert kept
    for reference in kept:
        assert "unconfirmed" not in str(reference.csl)


def test_a_claim_looked_up_in_quotes_is_shown_as_said_wrongly() -> None:
    library = api.open_library()
    words = ["four times more likely to survive breast cancer"]

    found = library.find(Query(words=tuple(words), sort="relevance"))
    shown = telling.written(telling.matches(library, found, words), "plain")

    assert "said wrongly: those with a network of good relationships" in shown
