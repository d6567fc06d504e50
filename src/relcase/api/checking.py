"""Stores checked against the rules, and the rules explained."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from relcase.checks import (
    RULES,
    Explanation,
    corpus_findings,
    entry_findings,
    explain,
    rule,
)
from relcase.checks.acknowledged_rule import is_idle
from relcase.checks.sentences import sentence_findings
from relcase.domain.certainty.holdings import Holdings
from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Statistic
from relcase.domain.problem import Finding, KeyOf, Problem, Rule
from relcase.domain.vocabulary import Certainty
from relcase.domain.wording.meanings import WORDING_RULES
from relcase.domain.wording.rules import RULES as WORDING
from relcase.store import load, locate
from relcase.store.textfile import LIMIT


def check_stores(
    paths: Sequence[Path] | None = None,
    *,
    limit: int = LIMIT,
    today: date | None = None,
) -> list[Problem]:
    """Every problem of the given stores, or of relcase's own, in the order of the files.

    A store is judged together with relcase's own, whose sectors and outcomes it may use.
    """
    given = [locate.store(path) for path in paths or ()]
    loaded = [load.load_store(files, limit) for files in (locate.builtin(), *given)]
    corpus = load.corpus(loaded)
    day = today or date.today()
    around = Surroundings(corpus.references, corpus.sectors, corpus.outcomes, day)
    across = list(corpus_findings(corpus, around))
    holdings = Holdings.of(corpus.in_force, corpus.references)
    problems: list[Problem] = []
    for store in loaded[1:] if given else loaded:
        problems += store.problems
        problems += load.located_in_bibliography(store, across)
        for file in store.files:
            found = [*file.findings, *(one for one in across if one.file == file.path)]
            for placed in file.placed:
                found += entry_findings(placed, around)
                found += sentence_findings(placed, _certainty(placed, holdings))
            for placed in file.spoilt:
                judged = entry_findings(placed, around)
                found += [
                    one
                    for one in judged
                    if not _stood_in(one, file.findings) and not is_idle(one)
                ]
            problems += sorted(
                [*file.problems, *file.located(found)],
                key=lambda one: (one.line or 0, one.column or 0, one.rule),
            )
    return problems


def _certainty(placed: Placed, holdings: Holdings) -> Certainty | None:
    """What the wording of a statistic may claim depends on."""
    entry = placed.entry
    return holdings.rating(entry).word if isinstance(entry, Statistic) else None


def _stood_in(finding: Finding, known: Sequence[Finding]) -> bool:
    """Whether a finding is about a stand-in for something found wrong already."""
    for one in known:
        place = tuple(
            step.name if isinstance(step, KeyOf) else step for step in one.steps
        )
        if finding.steps[: len(place)] == place:
            return True
    return False


def rules() -> list[Rule]:
    """The rules a store is checked by: id, title, severity."""
    return [module.RULE for module in RULES]


def plan_rules() -> list[Rule]:
    """The rules that the plan of a case is checked by."""
    from relcase.checks.plans import RULES as OF_PLANS

    return [module.RULE for module in OF_PLANS]


def report_rules() -> list[Rule]:
    """The rules that finished reports are checked by, and kept current by."""
    from relcase.checks.reports import RULES as OF_REPORTS

    return list(OF_REPORTS)


def explain_rule(rule_id: str) -> Explanation:
    """What a rule means, with a bad and a good example. Raises ``UnknownName``.

    What is judged by people alone has its sentence alone.
    """
    from relcase.checks.reports import PAGES

    wanted = rule_id.upper()
    for page in PAGES:
        if page.id == wanted:
            return page
    own = {one.id for one in rules()} | {one.RULE.id for one in WORDING}
    if wanted in WORDING_RULES and wanted not in own:
        return Explanation(
            wanted, "rule of wording", "info", WORDING_RULES[wanted], "", ""
        )
    return explain(rule(wanted))
