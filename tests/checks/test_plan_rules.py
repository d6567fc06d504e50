"""The rules of a plan: each finds what it is for, at the value that is wrong."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

import pytest

from relcase.api import Library, check_plan, explain_rule, load_plan, open_library
from relcase.checks import plans
from relcase.checks.plans import RULES

TODAY = date(2026, 1, 31)
IDS = [module.RULE.id for module in RULES]
HEAD = """title: A case
audience: team
ask: Do it.
sections:
  - part: unknowns
    title: What we do not know
    entries: [social-relationships-survival, named-gp-policy-no-effect]
"""
LINEAGE = "    see_also: [{key: abel2018, relation: lineage}]\n"
STUDY = """
    headline: People with stronger ties were more likely to be alive at follow-up.
    sectors: [health]
    verification: {level: abstract, on: 2026-01-15, note: read}
    claim: People with stronger ties were more likely to be alive at follow-up.
    claim_type: association
    stance: supports
    use: support
    outcome: alive at follow-up
    outcomes: [mortality]
    comparator: {text: weaker ties, kind: low_v_high, geography: not_applicable}
    population: adults
    period: not_reported
    follow_up: not_reported
    design: cohort_adjusted
    figures: []
    no_figure: The example needs none.
    caveats: [Nobody was assigned ties.]
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Our store, with one entry withdrawn, one overdue, and two of one study."""
    folder = tmp_path_factory.mktemp("store")
    own = "\n".join(
        f"""
  - id: {name}
    headline: What happens there.
    text: It happens there.
    sectors: [health]
    source: {{key: abel2018}}
    verification: {{level: abstract, on: 2024-01-15, note: read}}
    status: {status}
    review_by: {review}
"""
        for name, status, review in (
            ("withdrawn-example", "withdrawn", "2027-01-31"),
            ("overdue-example", "active", "2026-01-30"),
        )
    )
    studies = "".join(
        f"  - id: {name}\n    source: {{key: {key}}}\n{see}{STUDY}"
        for name, key, see in (
            ("first-study", "abel2018", ""),
            ("second-study", "abel2018", ""),
            ("its-report", "wang2023", LINEAGE),
        )
    )
    text = f"stories:{own}\nstatistics:\n{studies}"
    (folder / "evidence.yaml").write_text(text, encoding="utf-8")
    (folder / "references.bib").write_text("", encoding="utf-8")
    return open_library([folder], cache=False)


Found = Callable[[str], list[tuple[str, int | None, int | None]]]


@pytest.fixture
def found(library: Library, tmp_path: Path) -> Found:
    """The rules that a plan breaks, with line and column."""

    def judge(text: str) -> list[tuple[str, int | None, int | None]]:
        path = tmp_path / "case.yaml"
        path.write_text(text, encoding="utf-8")
        problems = check_plan(library, load_plan(path), TODAY)
        return [(one.rule, one.line, one.column) for one in problems]

    return judge


def test_a_sound_plan(found: Found) -> None:
    assert found(HEAD) == []


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("[frome-emergency-admission]", ("N01", 9, 15)),
        ("[withdrawn-example]", ("N02", 9, 15)),
        ("[overdue-example]", ("N03", 9, 15)),
        ("[named-gp-policy-no-effect]", ("N06", 9, 15)),
    ],
)
def test_entries_that_cannot_carry_a_case(
    found: Found, more: str, expected: tuple[str, int, int]
) -> None:
    assert found(f"{HEAD}  - title: More\n    entries: {more}\n") == [expected]


def test_only_what_supports(found: Found) -> None:
    assert found(HEAD.replace(", named-gp-policy-no-effect", "")) == [("N04", 7, 15)]
    stories_alone = HEAD.replace("[social", "[overdue-example] # ")
    assert found(stories_alone) == [("N03", 7, 15)]


def test_one_study_twice(found: Found) -> None:
    text = HEAD.replace("social-relationships-survival,", "first-study, second-study,")
    assert found(text) == [("N05", 7, 28)]
    summary = HEAD.replace("social-relationships-survival,", "first-study, its-report,")
    assert found(summary) == [("N05", 7, 28)]


def test_weak_evidence_that_is_not_called_so(found: Found) -> None:
    section = "  - part: evidence\n    title: The evidence\n"
    ids = "    entries: [frome-emergency-admissions]\n"
    assert found(f"{HEAD}{section}{ids}") == [("N07", 10, 15)]
    assert found(f"{HEAD}{section}    text: It is very low.\n{ids}") == []
    assert found(f"{HEAD}  - title: Ours\n{ids}") == []


def test_words_that_no_store_knows(found: Found) -> None:
    text = f"sector: healthcare\ncares: [cost, dying]\n{HEAD}"
    assert found(text) == [("N08", 1, 9), ("N08", 2, 15)]


def test_what_is_blank(found: Found) -> None:
    text = HEAD.replace("Do it.", '""').replace("What we do not know", "' '")
    assert found(text) == [("N09", 3, 6), ("N09", 6, 12)]
    none = 'title: ""\naudience: team\nask: Do it.\nsections: []\n'
    assert found(none) == [("N09", 1, 8), ("N09", 4, 11)]


def test_an_unknown_id_gets_the_nearest(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(
        HEAD.replace("named-gp-policy-no-effect", "frome-emergency-admission"),
        encoding="utf-8",
    )
    problems = check_plan(library, load_plan(path), TODAY)
    hints = {one.rule: one.hint for one in problems}
    assert hints["N01"] == "Did you mean 'frome-emergency-admissions'?"
    assert hints["N04"] is not None
    assert hints["N04"].startswith("Found otherwise: ")


def test_every_module_is_in_the_table_in_order() -> None:
    modules = {one.name for one in iter_modules(plans.__path__)} - {"shelf"}
    assert {module.__name__.rpartition(".")[2] for module in RULES} == modules
    assert sorted(set(IDS)) == IDS


@pytest.mark.parametrize("module", RULES, ids=IDS)
def test_the_page_of_a_rule(module: ModuleType) -> None:
    page = explain_rule(module.RULE.id.lower())
    assert (module.__doc__ or "").startswith(f"{page.id} {page.title}: ")
    assert (page.id, page.severity) == (module.RULE.id, module.RULE.severity)
    assert page.bad != page.good


@pytest.mark.parametrize(
    "module", [one for one in RULES if one.RULE.id not in ("N04", "N05")], ids=str
)
def test_the_examples_of_a_page_do_what_they_say(
    found: Found, module: ModuleType
) -> None:
    page = explain_rule(module.RULE.id)
    assert page.id in {rule for rule, *_ in found(_whole(page.bad))}
    assert page.id not in {rule for rule, *_ in found(_whole(page.good))}


def _whole(example: str) -> str:
    """A plan with the example in the place of what it shows."""
    if example.startswith("sections:"):
        return f"title: A case\naudience: team\nask: Do it.\n{example}\n"
    if example.startswith("entries:"):
        return f"{HEAD}  - title: More\n    {example}\n"
    name = example.partition(":")[0]
    rest = "".join(row for row in HEAD.splitlines(True) if not row.startswith(name))
    return f"{example}\n{rest}"
