"""Small stores: a few lines of YAML, completed to whole entries, in a folder."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from relcase import api
from relcase.api import Library
from relcase.domain.query import Query, Sort
from relcase.domain.vocabulary import KINDS
from relcase.store import yaml_text

BIBLIOGRAPHY = """
@article{abel2018, author = {Abel, Julian and Clarke, Lindsay}, title = {Reducing
  emergency hospital admissions}, journal = {BJGP}, year = {2018}, doi = {10.3399/x1}}
@article{holtlunstad2010, author = {Holt-Lunstad, Julianne}, title = {Social
  Relationships and Mortality Risk}, journal = {PLoS Medicine}, year = {2010}}
@online{ageuk, author = {{Age UK}}, title = {Loneliness}, year = {n.d.},
  url = {https://example.org/loneliness}}
"""

VOCABULARY = """
sectors:
  - {id: health, name: Health, description: Hospitals, aliases: [nhs, primary care]}
  - {id: children-and-families, name: Children and families, description: Young, aliases: [youth]}
  - {id: housing, name: Housing, description: Homes}
  - {id: any, name: Any sector, description: General}
outcomes:
  - {id: mortality, name: death, polarity: bad}
  - {id: loneliness, name: feeling lonely, polarity: bad}
"""

EVERY_KIND = """
headline: A headline.
sectors: [health]
source: {key: abel2018}
verification: {level: full_text, on: 2026-01-15, url: "https://example.org/read"}
"""

STATISTIC = """
claim: One thing went with another.
claim_type: association
stance: supports
use: lead
outcome: alive at follow-up
outcomes: [mortality]
comparator: {text: weaker ties, kind: low_v_high, geography: several countries}
population: people in cohort studies
period: 1990 to 2007
follow_up: 7.5 years
design: meta_cohort
caveats: [Not proof of a cause.]
figures:
  - {label: odds, measure: odds_ratio, estimate: "1.50", low: "1.42", high: "1.59", level: "95"}
"""

MORE = {
    "statistics": STATISTIC,
    "definitions": "text: Some words.\nterm: relationship",
}


def plain(text: str) -> Any:
    """The data of a YAML text that has nothing wrong with it."""
    content = yaml_text.read(text, "test")
    assert content.problems == []
    return content.data


def completed(text: str) -> str:
    """YAML whose entries give only the fields in question, with the others filled in."""
    data = plain(text)
    if not data:
        return ""
    for section, items in data.items():
        if section not in ("sectors", "outcomes"):
            usual = EVERY_KIND + MORE.get(section, "text: Some words.")
            data[section] = [plain(usual) | item for item in items]
    written: str = yaml.safe_dump(data, sort_keys=False, allow_unicode=True)
    return written


class Store:
    """A store in a folder that a test writes and opens."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.bibliography = folder / "references.bib"
        self.bibliography.write_text(BIBLIOGRAPHY, encoding="utf-8")

    def write(
        self, text: str, name: str = "evidence.yaml", vocabulary: str = VOCABULARY
    ) -> Path:
        """One file of the store; its entries are completed, and so is its vocabulary."""
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(vocabulary + completed(text), encoding="utf-8")
        return path

    def open(self, *over: "Store", cache: bool = True) -> Library:
        """The store, with others laid over it."""
        folders = [self.folder, *(one.folder for one in over)]
        return api.open_library(folders, builtin=False, cache=cache)


NewStore = Callable[..., Store]


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache for one test."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("RELCASE_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def new_store(tmp_path: Path, own_cache: Path) -> NewStore:
    """Makes a store in a folder of this name, from the text of its one file if given."""

    def make(text: str = "", name: str = "store") -> Store:
        store = Store(tmp_path / name)
        if text:
            store.write(text)
        return store

    return make


@pytest.fixture
def library(new_store: NewStore, request: pytest.FixtureRequest) -> Library:
    """The docstring of the test as an open store."""
    return new_store(request.function.__doc__).open()


QUERIES = {
    "all": Query(),
    "hidden": Query(hidden=True),
    **{kind: Query(kinds=(kind,)) for kind in KINDS},
    **{sort: Query(sort=sort, hidden=True) for sort in get_args(Sort)},
    "health": Query(kinds=("statistic",), sectors=("health",)),
    "housing": Query(sectors=("housing",), limit=3),
    "mortality": Query(outcomes=("mortality",)),
    "british": Query(countries=("GB",)),
    "supports": Query(stances=("supports",)),
    "abel": Query(sources=("abel2018",)),
    "recent": Query(since=2015, verified="abstract"),
    **{word: Query(words=(word,), hidden=True) for word in ("trust", "grief", "ties")},
    "best": Query(words=("words",), sort="relevance"),
}


@pytest.fixture
def answers() -> Callable[[Library], dict[str, Any]]:
    """Everything that can be asked of a library, answered."""

    def ask(library: Library) -> dict[str, Any]:
        ids = library.names("ids")
        return {
            **{name: library.find(query) for name, query in QUERIES.items()},
            "counts": [library.count(query) for query in QUERIES.values()],
            "records": [json.loads(text) for text in library.records(ids)],
            "entries": [library.entry(one) for one in ids],
            "sources": library.csl(),
            "sectors": library.sectors(),
            "outcomes": library.outcomes(),
            "names": [library.names(what) for what in ("ids", "keys", "words")],
            "hash": library.store_hash,
            "left out": library.left_out,
        }

    return ask
