"""The rules of a store: one module each, listed here, explained by their docstrings.

A rule judges one entry (``check_entry``), or all entries and sources together
(``check_corpus``). A rule with neither is spoken for where the text is read: its module
is the page in the manual.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from textwrap import dedent
from types import ModuleType

from relcase.checks import (
    acknowledged_rule,
    alias,
    bib_body_split,
    bib_date,
    bib_doi,
    bib_doi_twice,
    bib_field_twice,
    bib_key_form,
    bib_key_twice,
    bib_macro,
    bib_missing_field,
    bib_no_year,
    bib_percent,
    bib_type,
    bib_unclosed,
    change_without_base,
    correlation_or_p,
    country_code,
    difference_off_centre,
    direction_only,
    figures_disagree,
    grade_of_one_study,
    groups_add_up,
    id_form,
    id_twice,
    impossible_count,
    impossible_date,
    impossible_mean,
    impossible_spread,
    interval_against_p,
    interval_level,
    interval_order,
    interval_reconstructed,
    key_of_another,
    key_twice,
    key_year,
    missing_value,
    money_in_full,
    negative_spread,
    no_caveat,
    no_figure,
    not_utf8,
    not_yaml,
    number_form,
    one_way_contrary,
    outside_scale,
    own_source_as_another,
    p_recomputed,
    percent_of_events,
    percent_or_points,
    percent_range,
    quote_without_estimate,
    raised_alone,
    ratio_not_positive,
    ratio_off_centre,
    recomputed_from_events,
    review_overdue,
    source_year,
    standard_error_width,
    superseded_by_nothing,
    tab,
    too_long,
    unknown_action,
    unknown_effect,
    unknown_field,
    unknown_outcome,
    unknown_sector,
    unknown_source,
    unknown_wording_rule,
    unlinked_contrary,
    untraced_reading,
    unused_source,
    votes_by_chance,
)
from relcase.domain.corpus import Corpus, Placed, Surroundings
from relcase.domain.problem import Finding, Rule, Severity
from relcase.errors import UnknownName

RULES: tuple[ModuleType, ...] = (
    groups_add_up,  # A01
    percent_of_events,
    recomputed_from_events,
    impossible_mean,
    impossible_spread,
    change_without_base,
    percent_or_points,
    money_in_full,
    votes_by_chance,
    percent_range,  # B01
    ratio_not_positive,
    correlation_or_p,
    impossible_count,
    interval_level,
    outside_scale,
    negative_spread,
    figures_disagree,  # C03
    interval_order,  # I01
    ratio_off_centre,
    difference_off_centre,
    interval_against_p,
    p_recomputed,
    interval_reconstructed,
    standard_error_width,
    bib_unclosed,  # K01
    bib_key_twice,
    bib_missing_field,
    bib_body_split,
    bib_percent,
    bib_macro,
    bib_doi,
    bib_type,
    bib_doi_twice,
    bib_key_form,
    bib_field_twice,
    bib_date,
    bib_no_year,
    unknown_action,  # L01
    one_way_contrary,
    unlinked_contrary,
    unknown_effect,
    own_source_as_another,
    untraced_reading,  # P03
    quote_without_estimate,  # Q01
    raised_alone,  # R01
    grade_of_one_study,
    unknown_field,  # S01
    unknown_source,
    missing_value,
    no_figure,
    number_form,
    id_form,
    unused_source,
    id_twice,
    too_long,
    unknown_sector,
    unknown_outcome,
    direction_only,
    no_caveat,
    country_code,
    unknown_wording_rule,
    key_of_another,
    acknowledged_rule,
    impossible_date,  # T01
    review_overdue,
    key_year,
    source_year,
    superseded_by_nothing,  # V01
    not_yaml,  # Y01
    tab,
    key_twice,
    alias,
    not_utf8,
)

_EntryCheck = Callable[[Placed, Surroundings], Iterator[Finding]]
_CorpusCheck = Callable[[Corpus, Surroundings], Iterator[Finding]]

_ENTRY_CHECKS: tuple[_EntryCheck, ...] = tuple(
    module.check_entry for module in RULES if hasattr(module, "check_entry")
)
_ERROR_CHECKS: tuple[_EntryCheck, ...] = tuple(
    module.check_entry
    for module in RULES
    if hasattr(module, "check_entry") and module.RULE.severity == "error"
)
_CORPUS_CHECKS: tuple[_CorpusCheck, ...] = tuple(
    module.check_corpus for module in RULES if hasattr(module, "check_corpus")
)
_ENTRY_RULES = {one.RULE.id for one in RULES if hasattr(one, "check_entry")}
_CORPUS_RULES = {one.RULE.id for one in RULES if hasattr(one, "check_corpus")}


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule's page in the manual: what it catches, why, and an example of each."""

    id: str
    title: str
    severity: Severity
    text: str
    bad: str
    good: str


def entry_findings(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """What is wrong with one entry by itself, but for what it acknowledges."""
    found = (finding for check in _ENTRY_CHECKS for finding in check(placed, around))
    if not placed.entry.acknowledged:
        yield from found
        return
    yield from acknowledged_rule.impossible(placed, _by_id())
    yield from acknowledged_rule.without_exceptions(placed, found, _ENTRY_RULES)


def entry_errors(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """The errors among ``entry_findings``, which keep an entry out of every answer.

    Asked of every entry whenever an index is made, so rules that warn are not asked.
    """
    found: Iterator[Finding] = (
        finding for check in _ERROR_CHECKS for finding in check(placed, around)
    )
    if placed.entry.acknowledged:
        found = acknowledged_rule.without_exceptions(placed, found, ())
        yield from acknowledged_rule.impossible(placed, _by_id())
    for finding in found:
        if finding.severity == "error":
            yield finding


def corpus_findings(corpus: Corpus, around: Surroundings) -> Iterator[Finding]:
    """What is wrong between the entries, and with the sources they share.

    What an entry acknowledges is left out.
    """
    found = (finding for check in _CORPUS_CHECKS for finding in check(corpus, around))
    others, about, making = acknowledged_rule.by_entry(corpus.placed, found)
    yield from others
    for number, placed in enumerate(making):
        yield from acknowledged_rule.without_exceptions(
            placed, about[number], _CORPUS_RULES
        )


def rule(name: str) -> ModuleType:
    """The module of a rule, of wording and of plans too, by its id.

    Raises ``UnknownName`` with the nearest ids, those of the rules of reports among them.
    """
    from relcase.checks.plans import RULES as OF_PLANS
    from relcase.checks.reports import RULES as OF_REPORTS

    modules: dict[str, ModuleType] = {
        **_by_id(),
        **{module.RULE.id: module for module in OF_PLANS},
    }
    wanted = name.upper()
    if wanted not in modules:
        known = (*modules, *(one.id for one in OF_REPORTS))
        nearest = get_close_matches(wanted, known)
        raise UnknownName("rule", name, nearest, see="relcase store rules")
    return modules[wanted]


@cache
def _by_id() -> dict[str, ModuleType]:
    """All rules. An index is made without those of wording, which are slow to import."""
    from relcase.domain.wording.rules import RULES as WORDING

    return {module.RULE.id: module for module in (*WORDING, *RULES)}


def explain(module: ModuleType) -> Explanation:
    """The page of a rule, taken apart."""
    known: Rule = module.RULE
    page = (module.__doc__ or "").removeprefix(f"{known.id} {known.title}: ")
    text, bad, good = re.split(r"\n(?:Bad|Good):\n", page)
    text = text[:1].upper() + text[1:].rstrip()
    bad, good = (dedent(one).strip("\n") for one in (bad, good))
    return Explanation(known.id, known.title, known.severity, text, bad, good)
