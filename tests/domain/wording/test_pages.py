"""Every rule of wording has its page, and the page's sentences do what it says."""

from types import ModuleType

import pytest
import yaml

from relcase.api.checking import explain_rule
from relcase.checks import explain
from relcase.domain.evidence import Statistic
from relcase.domain.wording.meanings import WORDING_RULES
from relcase.domain.wording.rules import RULES, problems

over = pytest.mark.parametrize("module", RULES, ids=[one.RULE.id for one in RULES])


def found(example: str, statistics: dict[str, Statistic]) -> set[str]:
    given = yaml.safe_load(example)
    statistic = statistics[given["entry"]]
    wrong = problems(given["sentence"], statistic, given.get("certainty"))
    return {one.rule for one in wrong}


@over
def test_the_page_has_all_its_parts(module: ModuleType) -> None:
    page = explain(module)

    assert (module.__doc__ or "").startswith(f"{page.id} {page.title}: ")
    assert page.text[0].isupper()
    assert len(page.text.split("\n\n")) > 1
    assert page.id in WORDING_RULES
    assert explain_rule(page.id.lower()) == page


@over
def test_the_bad_sentence_breaks_the_rule_and_the_good_one_none(
    module: ModuleType, statistics: dict[str, Statistic]
) -> None:
    page = explain(module)

    assert page.id in found(page.bad, statistics)
    assert found(page.good, statistics) == set()


def test_the_rules_of_wording_are_all_there() -> None:
    ids = [module.RULE.id for module in RULES]

    assert ids == [f"M{number:02}" for number in range(1, 18)] + ["R02"]
