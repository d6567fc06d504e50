"""Plain data in; the entry, or everything that is wrong with it and how to mend it."""

from typing import Any

import pytest

from relcase.domain.evidence import (
    Comparator,
    Definition,
    Figure,
    Outcome,
    SaidProblem,
    Sector,
    SeeAlso,
    Source,
    Statistic,
    Verification,
)
from relcase.domain.problem import Finding, KeyOf
from relcase.store import yaml_text
from relcase.store.validate import validate

DEFINITION = """
id: relationship
headline: Relationship
text: Two people who matter to each other.
term: relationship
sectors: [any]
source: {key: abel2018, locator: p. 5}
verification: {level: full_text, on: 2026-01-15}
see_also: [{key: ageuk, relation: background}]
"""

STATISTIC = """
id: survival
headline: People with ties were more likely to be alive.
claim: One thing went with another.
claim_type: association
stance: supports
use: lead
outcome: alive
outcomes: [mortality]
comparator: {text: weaker ties, kind: low_v_high, geography: several}
population: people
period: 1990 to 2007
follow_up: 7.5 years
design: meta_cohort
sectors: [health]
source: {key: abel2018}
verification: {level: full_text, on: 2026-01-15}
figures:
  - {label: odds, measure: odds_ratio, estimate: "1.50", baseline: {risk: "0.2", assumed: true}}
said:
  - {source: null, words: "50% more", verbatim: false, problems: [{rule: M02, message: odds}], better: x}
sample: {participants: 308849, studies: null}
"""


def data(text: str, more: str = "") -> dict[str, Any]:
    """The fields of an entry, some of them replaced; ``name: gone`` takes one out."""
    full = yaml_text.read(text, "f").data | (yaml_text.read(more, "f").data or {})
    return {name: value for name, value in full.items() if value != "gone"}


def test_an_entry_is_what_it_says() -> None:
    assert validate(Definition, data(DEFINITION), "f", ()) == (
        Definition(
            id="relationship",
            headline="Relationship",
            text="Two people who matter to each other.",
            term="relationship",
            sectors=("any",),
            source=Source(key="abel2018", locator="p. 5", quote=None),
            verification=Verification(level="full_text", on="2026-01-15"),
            see_also=(SeeAlso(key="ageuk", relation="background"),),
        ),
        [],
    )


def test_a_statistic_is_what_it_says() -> None:
    statistic, findings = validate(Statistic, data(STATISTIC), "f", ())
    assert findings == []
    assert statistic is not None
    assert statistic.lead == statistic.figures[0]
    assert statistic.comparator == Comparator(
        text="weaker ties", kind="low_v_high", geography="several"
    )
    assert isinstance(statistic.figures[0], Figure)
    assert statistic.figures[0].baseline is not None
    assert statistic.figures[0].baseline.assumed is True
    assert statistic.said[0].verbatim is False
    assert statistic.said[0].problems == (SaidProblem(rule="M02", message="odds"),)
    assert statistic.sample is not None
    assert statistic.sample.participants == 308849


@pytest.mark.parametrize(
    ("model", "text"),
    [
        (Sector, "{id: health, name: Health, description: x, aliases: [nhs]}"),
        (Outcome, "{id: trust, name: trust, polarity: good}"),
    ],
)
def test_vocabulary(model: type[Sector | Outcome], text: str) -> None:
    value, findings = validate(model, data(text), "f", ())
    assert findings == []
    assert isinstance(value, model)


SECTIONS = ("statistics", 3)


@pytest.mark.parametrize(
    ("change", "at", "rule", "message", "hint"),
    [
        ("caveat: x", (KeyOf("caveat"),), "S01", "there is no field 'caveat' here", "Did you mean 'caveats'?"),
        ("source: {key: a, page: 5}", ("source", KeyOf("page")), "S01", "there is no field 'page' here", "Known are: key, locator, quote."),
        ("said: [{source: null, words: x, verbatim: true, problems: [{rul: a, rule: M02, message: b}], better: x}]",
         ("said", 0, "problems", 0, KeyOf("rul")), "S01", "there is no field 'rul' here", "Did you mean 'rule'?"),
        ("figures: [{label: x, measure: mean, estimate: null, baseline: {risc: a, risk: b}}]",
         ("figures", 0, "baseline", KeyOf("risc")), "S01", "there is no field 'risc' here", "Did you mean 'risk'?"),
        ("claim: gone", ("claim",), "S03", "'claim' is missing", "Add `claim: …`; docs/data-format.md says what it holds."),
        ("source: {locator: p. 5}", ("source", "key"), "S03", "'key' is missing", "Add `key: …`; docs/data-format.md says what it holds."),
        ("use: leed", ("use",), "S03", "'leed' is not one of the values of 'use'", "Did you mean 'lead'?"),
        ("use: main", ("use",), "S03", "'main' is not one of the values of 'use'", "Known are: lead, support, caution, counter."),
        ("stance: null", ("stance",), "S03", "'stance' must be one of its values, not empty", "Known are: supports, mixed, no_clear_difference, against."),
        ("stance: [supports]", ("stance",), "S03", "'stance' must be one of its values, not a list", "Did you mean 'supports'?"),
        ("verification: {level: fulltext, on: 2026-01-15}", ("verification", "level"), "S03", "'fulltext' is not one of the values of 'level'", "Did you mean 'full_text'?"),
        ("figures: [{label: x, measure: mean, estimate: 1.50}]", ("figures", 0, "estimate"), "S05", "'estimate' is a bare number",
         'Put it in quotation marks exactly as the source prints it, like "1.50".'),
        ("figures: [{label: x, measure: mean, estimate: 12}]", ("figures", 0, "estimate"), "S05", "'estimate' is a bare number",
         'Put it in quotation marks exactly as the source prints it, like "1.50".'),
        ("review_by: 2027", ("review_by",), "S05", "'review_by' is a bare number",
         'Put it in quotation marks exactly as the source prints it, like "1.50".'),
        ('sample: {participants: "308849"}', ("sample", "participants"), "S05", "'participants' must be a whole number without quotation marks, not '308849'", "Write counts plainly, like 308849."),
        ("sample:\n  participants: 308,849", ("sample", "participants"), "S05", "'participants' must be a whole number without quotation marks, not '308,849'", "Write counts plainly, like 308849."),
        ("sample: {participants: 12.0}", ("sample", "participants"), "S05", "'participants' must be a whole number without quotation marks, not 12.0", "Write counts plainly, like 308849."),
        ("sample: {participants: true}", ("sample", "participants"), "S05", "'participants' must be a whole number without quotation marks, not true or false", "Write counts plainly, like 308849."),
        ("sectors: health", ("sectors",), "S03", "'sectors' must be a list, not text", "Write one value a line, each after `- `, or [a, b]."),
        ("sectors: {health: yes}", ("sectors",), "S03", "'sectors' must be a list, not a map of fields", "Write one value a line, each after `- `, or [a, b]."),
        ("sectors:", ("sectors",), "S03", "'sectors' must be a list, not empty", "Write one value a line, each after `- `, or [a, b]."),
        ("sectors: [health, null]", ("sectors", 1), "S03", "'sectors' must be text, not empty", None),
        ("sectors: [{health: null}]", ("sectors", 0), "S03", "'sectors' must be text, not a map of fields", None),
        ("source: abel2018", ("source",), "S03", "'source' must be fields of its own, not text", "Write them below it, indented: `name: value`."),
        ("source: [abel2018]", ("source",), "S03", "'source' must be fields of its own, not a list", "Write them below it, indented: `name: value`."),
        ("source:", ("source",), "S03", "'source' must be fields of its own, not empty", "Write them below it, indented: `name: value`."),
        ("figures: [odds]", ("figures", 0), "S03", "'figures' must be fields of its own, not text", "Write them below it, indented: `name: value`."),
        ("claim:", ("claim",), "S03", "'claim' must be text, not empty", None),
        ("claim: true", ("claim",), "S03", "'claim' must be text, not true or false", None),
        ("claim: {a: b}", ("claim",), "S03", "'claim' must be text, not a map of fields", None),
        ("said: [{source: null, words: x, verbatim: yes, problems: [], better: x}]", ("said", 0, "verbatim"), "S03", "'verbatim' must be true or false, not text", None),
        ("said: [{source: null, words: x, verbatim: 1, problems: [], better: x}]", ("said", 0, "verbatim"), "S03", "'verbatim' must be true or false, not a number", None),
    ],
)  # fmt: skip
def test_mistake(
    change: str, at: tuple[Any, ...], rule: str, message: str, hint: str | None
) -> None:
    value, findings = validate(Statistic, data(STATISTIC, change), "f", SECTIONS)
    assert value is None
    assert findings == [
        Finding("f", (*SECTIONS, *at), rule, "error", message, hint),
    ]


def test_every_mistake_of_an_entry_is_found() -> None:
    change = """
{claim: gone, use: leed, sectors: health, sample: {studies: "5"}, wrong: x,
 figures: [{label: x, measure: mean, estimate: 5}, {measure: mean, estimate: "5"}],
 said: [{source: null, words: x, verbatim: on, problems: [], better: x}]}
"""
    _, findings = validate(Statistic, data(STATISTIC, change), "f", ())
    assert sorted((one.rule, *map(str, one.steps)) for one in findings) == [
        ("S01", "KeyOf(name='wrong')"),
        ("S03", "claim"),
        ("S03", "figures", "1", "label"),
        ("S03", "said", "0", "verbatim"),
        ("S03", "sectors"),
        ("S03", "use"),
        ("S05", "figures", "0", "estimate"),
        ("S05", "sample", "studies"),
    ]
