"""Every rule is in the table, has its page, and its examples do what they say."""

from collections.abc import Callable
from pkgutil import iter_modules
from types import ModuleType

import pytest

from relcase import checks
from relcase.checks import RULES, explain, rule
from relcase.errors import UnknownName
from relcase.store import bibtex_rules

NO_RULES = {"nearest", "number", "plans", "reports", "sentences"}
IDS = [module.RULE.id for module in RULES]
READ_FROM_BYTES = [module for module in RULES if module.RULE.id.startswith("Y")]
BETWEEN_STORES = [module for module in RULES if module.RULE.id == "S16"]
OTHERS = [
    module for module in RULES if module not in (*READ_FROM_BYTES, *BETWEEN_STORES)
]
BYTES = {"<E9>": b"\xe9"}

over = pytest.mark.parametrize("module", RULES, ids=IDS)


def test_every_module_is_in_the_table() -> None:
    modules = {one.name for one in iter_modules(checks.__path__)} - NO_RULES
    assert {module.__name__.rpartition(".")[2] for module in RULES} == modules


def test_ids_are_unique_and_in_order() -> None:
    assert sorted(set(IDS)) == IDS


@over
def test_page_begins_with_the_rule(module: ModuleType) -> None:
    known = module.RULE
    assert (module.__doc__ or "").startswith(f"{known.id} {known.title}: ")


@over
def test_page_has_all_its_parts(module: ModuleType) -> None:
    page = explain(module)
    assert (page.id, page.severity) == (module.RULE.id, module.RULE.severity)
    assert page.text[0].isupper() or page.text[0] == "%"
    assert page.text.endswith(".")
    assert len(page.text.split("\n\n")) > 1
    assert page.bad != page.good
    assert page.bad == page.bad.strip("\n ") or page.id == "Y02"
    assert page.good == page.good.strip("\n ")


@pytest.mark.parametrize("module", OTHERS, ids=[one.RULE.id for one in OTHERS])
def test_bad_example_breaks_the_rule_and_good_example_none(
    module: ModuleType, example: Callable[[str, str], set[str]]
) -> None:
    page = explain(module)
    both = page.bad + page.good
    assert page.id in example(page.bad, both)
    assert example(page.good, both) == set()


@pytest.mark.parametrize(
    "module", READ_FROM_BYTES, ids=[one.RULE.id for one in READ_FROM_BYTES]
)
def test_examples_of_what_the_reader_refuses(
    module: ModuleType, raw: Callable[[bytes], list[str]]
) -> None:
    page = explain(module)
    bad = page.bad.encode()
    for shown, byte in BYTES.items():
        bad = bad.replace(shown.encode(), byte)
    assert raw(bad) == [page.id]
    assert raw(page.good.encode()) == []


def test_severities_of_the_bibliography_are_those_of_its_reader() -> None:
    pages = {(one.RULE.id, one.RULE.severity) for one in RULES}
    assert {(one.id, one.severity) for one in bibtex_rules.RULES} <= pages


def test_a_rule_is_found_by_its_id_in_either_case() -> None:
    assert rule("S02") is rule("s02") is checks.unknown_source


def test_an_unknown_rule_names_its_neighbours() -> None:
    with pytest.raises(UnknownName) as caught:
        rule("S021")
    assert "S02" in caught.value.nearest
    assert "relcase store rules" in str(caught.value)


def test_the_entry_of_the_tests_breaks_no_rule(
    example: Callable[[str, str], set[str]],
) -> None:
    assert example("stance: supports", "") == set()
