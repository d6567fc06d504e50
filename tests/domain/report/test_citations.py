"""Citations as people write them, and the list that they point into."""

from collections.abc import Callable

import pytest

from relcase.domain.report import Findings

Judged = Callable[..., list[tuple[str, str]]]
Found = Callable[..., Findings]
HOLT = (
    "Holt-Lunstad J, Smith TB, Layton JB. Social relationships and mortality risk: a "
    "meta-analytic review. PLoS Med. 2010;7(7):e1000316."
)
SENTENCE = "Across 156 studies the odds of survival were 50% higher"


@pytest.mark.parametrize(
    "text",
    [
        f"{SENTENCE} (Holt-Lunstad et al., 2010).",
        f"{SENTENCE} (see Holt-Lunstad, Smith and Layton 2010, p. 4; Smith, 2021).",
        f"As Holt-Lunstad and colleagues (2010) show: {SENTENCE.lower()}.",
        f"{SENTENCE} [1].\n\n## References\n\n1. {HOLT}",
        f"{SENTENCE}.¹\n\n## References\n\n1. {HOLT}",
        f"{SENTENCE} (1).\n\n## References\n\n1. {HOLT}",
        f"{SENTENCE} [@holtlunstad2010].",
        f"{SENTENCE} (https://doi.org/10.1371/journal.pmed.1000316).",
        f"{SENTENCE}.[^a]\n\n[^a]: {HOLT}",
    ],
)
def test_every_way_of_citing_leads_to_the_source(judged: Judged, text: str) -> None:
    assert judged(text)[:2] == [("156", "differs"), ("50%", "matches")]


def test_the_list_decides_whose_surname_it_is(judged: Judged) -> None:
    other = "## References\n\nHolt-Lunstad, J. (2010) ‘Sleep among shift workers in Utah’, Sleep."
    assert judged(f"{SENTENCE} (Holt-Lunstad, 2010).\n\n{other}") == []


def rules(result: Findings) -> list[tuple[str, str]]:
    return [(one.rule, one.severity) for one in result.claims]


def test_a_document_without_a_list_gets_one_remark(found: Found) -> None:
    text = "Some say so (Smith, 2020). Others do not (Jones and Hill, 2021)."
    assert rules(found(text)) == [("D08", "info")]


def test_what_is_missing_in_the_list_what_is_idle_and_what_has_another_year(
    found: Found,
) -> None:
    text = (
        "Some say so (Smith, 2020). Others do not (Jones and Hill, 2021).\n\n"
        "## References\n\nJones, A. and Hill, B. (2012) A book.\n\nOkafor, C. (2019) A talk.\n"
    )
    assert rules(found(text)) == [
        ("D04", "warning"),
        ("D07", "warning"),
        ("D05", "info"),
    ]


def test_a_key_that_no_bibliography_has(found: Found) -> None:
    assert ("D06", "warning") in rules(found("It is so [@nobody1999]."))
    assert ("D06", "warning") not in rules(found("It is so [@abel2018]."))
