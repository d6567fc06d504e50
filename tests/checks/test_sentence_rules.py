"""The sentences of a store are held to the rules of wording, field by field."""

from pathlib import Path

from relcase import api
from relcase.domain.problem import Problem

BIBLIOGRAPHY = """@article{holtlunstad2010, author = {Holt-Lunstad, Julianne},
  title = {Social Relationships}, journal = {PLoS Medicine}, year = {2010}}
"""
ENTRY = """statistics:
  - id: ties-and-survival
    headline: Strong ties raise the chance of survival by 50%.
    claim: People with stronger ties had 1.50 times the odds of being alive.
    claim_type: association
    stance: supports
    use: lead
    sectors: [health]
    outcome: being alive at follow-up
    outcomes: [mortality]
    comparator: {text: weaker ties, kind: low_v_high, geography: not_applicable}
    population: adults
    period: studies to 2010
    follow_up: 7.5 years on average
    design: meta_cohort
    source: {key: holtlunstad2010}
    verification: {level: abstract, on: 2026-01-15, note: read at the publisher}
    caveats: [The two go together.]
    figures:
      - {label: odds, measure: odds_ratio, estimate: "1.50", low: "1.42",
         high: "1.59", level: "95"}
    said:
      - source: null
        words: Friends save lives.
        verbatim: false
        problems: [{rule: M06, message: This is an association.}]
        better: Each year, people with stronger ties had higher odds of being alive.
"""


def wording(folder: Path, text: str) -> list[Problem]:
    (folder / "references.bib").write_text(BIBLIOGRAPHY, "utf-8")
    (folder / "evidence.yaml").write_text(text, "utf-8")
    found = api.check_stores([folder])
    return [one for one in found if one.rule[0] in "MR"]


def test_a_few_better_words_are_not_told_as_a_sentence(tmp_path: Path) -> None:
    likely = "People with strong ties were 50% more likely to be alive than others."
    headline = "Strong ties raise the chance of survival by 50%."
    found = wording(tmp_path, ENTRY.replace(headline, likely))

    assert found[0].hint == "Instead of “50% more likely”: “50% higher odds”"


def test_the_finding_points_at_the_field_and_quotes_the_words(tmp_path: Path) -> None:
    found = wording(tmp_path, ENTRY)

    assert [(one.line, one.column, one.rule, one.severity) for one in found] == [
        (3, 15, "M02", "warning"),
        (3, 15, "M06", "warning"),
        (3, 15, "M16", "warning"),
        (27, 17, "M10", "warning"),
    ]
    assert "“50%”" in found[0].message
    assert found[0].hint == "See the rule: relcase store rules M02"
    assert "“raise”" in found[1].message
    assert found[3].hint == "See the rule: relcase store rules M10"


def test_what_is_acknowledged_is_left_out(tmp_path: Path) -> None:
    reason = (
        "    acknowledged: {M02: a rare outcome, M06: ours, M16: ours, M10: ours}\n"
    )

    assert wording(tmp_path, ENTRY + reason) == []


def test_an_entry_with_bad_wording_still_answers(tmp_path: Path) -> None:
    """A rule that reads sentences can be wrong; it keeps nothing out."""
    wording(tmp_path, ENTRY)

    library = api.open_library([tmp_path], cache=False)

    assert "ties-and-survival" in library.names("ids")
