"""Entries from a few lines of YAML: the docstring of a test, completed to the full."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from inspect import cleandoc
from pathlib import Path
from typing import Any

import pytest

from relcase.checks import corpus_findings, entry_findings
from relcase.domain.corpus import Corpus, Placed, Surroundings
from relcase.domain.evidence import Entry, Outcome, Sector, Statistic
from relcase.domain.problem import Finding, Problem
from relcase.domain.reference import Reference
from relcase.store import bibtex_text, yaml_text
from relcase.store.load import SECTIONS, LoadedFile, load_evidence
from relcase.store.locate import StoreFiles
from relcase.store.validate import validate

FILE = "evidence.yaml"
STORE = StoreFiles("test", (), Path("references.bib"))
TODAY = date(2026, 1, 31)

BIBLIOGRAPHY = """
@article{holtlunstad2010, author = {Holt-Lunstad, Julianne}, title = {Social
  Relationships and Mortality Risk}, journal = {PLoS Medicine}, year = {2010}}
@article{abel2018, author = {Abel, Julian}, title = {Reducing emergency hospital
  admissions}, journal = {British Journal of General Practice}, year = {2018}}
@article{wang2023, author = {Wang, Fan}, title = {Loneliness and mortality},
  journal = {Nature Human Behaviour}, year = {2023}}
@online{undated, author = {{Age UK}}, title = {Loneliness}, url = {https://example.org},
  year = {n.d.}}
"""

VOCABULARY = """
sectors:
  - {id: health, name: Health, description: "", aliases: [nhs]}
  - {id: housing, name: Housing, description: ""}
outcomes:
  - {id: mortality, name: death, polarity: bad}
  - {id: loneliness, name: loneliness, polarity: bad}
"""

EVERY_KIND = """
headline: People with stronger ties were more likely to be alive at follow-up.
text: Some words about it.
sectors: [health]
source: {key: holtlunstad2010}
verification: {level: abstract, on: 2026-01-15, note: read at the publisher}
"""

STATISTIC = """
claim: Across 148 studies, people with stronger ties had higher odds of being alive.
claim_type: association
stance: supports
use: lead
outcome: alive at follow-up
outcomes: [mortality]
comparator: {text: weaker ties, kind: low_v_high, geography: several countries}
population: people in cohort studies
period: studies from 1900 to 2007
follow_up: 7.5 years on average
design: meta_cohort
caveats: [Shows that the two go together and not which causes which.]
figures:
  - {label: odds, measure: odds_ratio, estimate: "1.50", low: "1.42", high: "1.59",
     level: "95", p: "<0.001"}
"""

DEFAULTS: dict[str, dict[str, Any]] = {
    name: yaml_text.read(EVERY_KIND + more, name).data
    for name, more in {
        "statistics": STATISTIC,
        "stories": "",
        "quotes": "",
        "definitions": "term: relationship",
        "barriers": "",
        "actions": "",
    }.items()
}


def references(text: str = BIBLIOGRAPHY) -> dict[str, Reference]:
    """The sources of a bibliography."""
    return bibtex_text.parse(text, "references.bib")[0]


def surroundings(known: Mapping[str, Reference] | None = None) -> Surroundings:
    """The sources, sectors and outcomes that the entries of the tests are judged by."""
    words = yaml_text.read(VOCABULARY, "vocabulary").data
    sectors = [validate(Sector, one, FILE, ())[0] for one in words["sectors"]]
    outcomes = [validate(Outcome, one, FILE, ())[0] for one in words["outcomes"]]
    return Surroundings(
        references() if known is None else known,
        {one.id: one for one in sectors if one},
        {one.id: one for one in outcomes if one},
        TODAY,
    )


def load(text: str) -> LoadedFile:
    """Entries of a text that gives only the fields in question.

    The text has sections like a store, or it is the fields of one statistic. Places are
    those of the text: what is filled in has none.
    """
    content = yaml_text.read(text, FILE)
    placed: list[Placed] = []
    findings: list[Finding] = []
    for section, steps, fields in _items(content.data):
        model = SECTIONS[section]
        own_id = {"id": f"entry-{len(placed) + 1}"}
        full = DEFAULTS[section] | own_id | fields
        value, wrong = validate(model, full, FILE, steps)
        findings += wrong
        if isinstance(value, Entry):
            placed.append(Placed(value, "test", FILE, steps))
    return load_evidence(STORE, FILE, b"")._replace(
        placed=tuple(placed), findings=tuple(findings), text=text
    )


def _items(data: Any) -> Iterator[tuple[str, tuple[str | int, ...], dict[str, Any]]]:
    if not data.keys() & DEFAULTS.keys():
        yield "statistics", (), data
        return
    for section, items in data.items():
        for number, fields in enumerate(items):
            yield section, (section, number), fields


def findings(
    text: str, known: Mapping[str, Reference] | None = None
) -> tuple[LoadedFile, list[Finding]]:
    """Everything that the rules find in a text and in the sources."""
    file, around = load(text), surroundings(known)
    corpus = Corpus(file.placed, around.references, around.sectors, around.outcomes)
    found = [*file.findings]
    for placed in file.placed:
        found += entry_findings(placed, around)
    found += corpus_findings(corpus, around)
    return file, found


def _line(problem: Problem) -> str:
    place = f"{problem.line}:{problem.column}"
    return f"{place}: {problem.severity}: {problem.message} [{problem.rule}]"


Judge = Callable[[str], list[str]]


@pytest.fixture
def located() -> Callable[[str], list[Problem]]:
    """Finds what is wrong in the evidence of a text, as problems in its lines."""

    def judge(text: str) -> list[Problem]:
        file, found = findings(text)
        return file.located(one for one in found if one.file == FILE)

    return judge


@pytest.fixture
def judge(located: Callable[[str], list[Problem]]) -> Judge:
    """The same, one line of text for each problem, hints left out."""
    return lambda text: [_line(problem) for problem in located(text)]


@pytest.fixture
def problems(judge: Judge, request: pytest.FixtureRequest) -> list[str]:
    """What is wrong in the docstring of the test."""
    return judge(cleandoc(request.function.__doc__))


@pytest.fixture
def hints(
    located: Callable[[str], list[Problem]], request: pytest.FixtureRequest
) -> list[str | None]:
    """How to mend what is wrong in the docstring of the test."""
    text = cleandoc(request.function.__doc__)
    return [problem.hint for problem in located(text)]


@pytest.fixture
def of_sources() -> Callable[[str, str], list[tuple[str, ...]]]:
    """Finds what is wrong with the sources: key, field, severity, rule and message."""

    def judge(text: str, bibliography: str) -> list[tuple[str, ...]]:
        _, found = findings(text, references(bibliography))
        return [
            (*map(str, one.steps), one.severity, one.rule, one.message)
            for one in found
            if one.file == "references.bib"
        ]

    return judge


@pytest.fixture
def example() -> Callable[[str, str], set[str]]:
    """The rules that an example in a manual page breaks.

    The sources of YAML examples are those that either example names, and one more for
    the entries that name none.
    """
    usual = DEFAULTS["statistics"]["source"]["key"]

    def rules(text: str, both: str) -> set[str]:
        if text.startswith("@"):
            return _rules_of_bibtex(text)
        every = references().items()
        known = {key: one for key, one in every if key in both or key == usual}
        found = findings(text, known)[1]
        return {one.rule for one in found if one.steps != (usual,)}

    return rules


def _rules_of_bibtex(text: str) -> set[str]:
    known, problems = bibtex_text.parse(text, "references.bib")
    cited = "".join(f"  - source: {{key: {key}}}\n" for key in known)
    found = findings(f"statistics:\n{cited}", known)[1] if known else []
    return {one.rule for one in problems} | {one.rule for one in found}


@pytest.fixture
def raw() -> Callable[[bytes], list[str]]:
    """The rules that the bytes of a file break before any entry is read."""

    def rules(content: bytes) -> list[str]:
        return [one.rule for one in load_evidence(STORE, FILE, content).problems]

    return rules


@pytest.fixture(scope="session")
def findings_of_fields() -> Callable[[dict[str, Any]], list[Finding]]:
    """Finds what is wrong with two statistics that have these fields."""
    around = surroundings()
    known = (around.references, around.sectors, around.outcomes)

    def judge(fields: dict[str, Any]) -> list[Finding]:
        full = DEFAULTS["statistics"] | fields
        statistic, wrong = validate(Statistic, full, FILE, ())
        assert statistic is not None, wrong
        placed = Placed(statistic, "test", FILE, ("statistics", 0))
        corpus = Corpus((placed, placed), *known)
        return [*entry_findings(placed, around), *corpus_findings(corpus, around)]

    return judge
