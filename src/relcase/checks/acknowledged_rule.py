"""S17 exception that cannot be made: an acknowledged rule that does not exist or may not be.

`acknowledged` names a rule that somebody looked at and lets stand in this entry, and why;
the card shows it. Only rules that judge what a source prints, or how it is worded, can be
let stand: the families A, C, I, M and P, L02 and L04, and B05, B06 and T02. An
exception without a reason is an error; one for a rule that finds nothing here is an info.

Bad:
    acknowledged: {S09: The long headline is well known.}
    figures:
      - {label: share who felt heard, measure: percent, estimate: "71", denominator: "43"}
Good:
    acknowledged: {A04: The source weights its shares.}
    figures:
      - {label: share who felt heard, measure: percent, estimate: "71", denominator: "43"}
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from relcase.checks.nearest import did_you_mean
from relcase.domain.corpus import Placed
from relcase.domain.evidence import Entry
from relcase.domain.problem import Finding, KeyOf, Rule, Step

RULE = Rule("S17", "exception that cannot be made", "error")

_FAMILIES = {"A", "C", "I", "L", "M", "P"}
_SINGLE = {"B05", "B06", "T02"}
_STRUCTURAL = {"L01", "L05", "L06"}


def may_stand(rule: str) -> bool:
    """Whether a rule judges what a source prints or how it is worded."""
    return rule in _SINGLE or (rule[:1] in _FAMILIES and rule not in _STRUCTURAL)


def let_stand(entry: Entry) -> set[str]:
    """The rules that the entry lets stand, each with a reason."""
    return {
        rule
        for rule, reason in entry.acknowledged.items()
        if reason.strip() and may_stand(rule)
    }


def impossible(placed: Placed, known: Collection[str]) -> Iterator[Finding]:
    """Exceptions of the entry for unknown rules, for structural ones, without a reason."""
    for rule, reason in placed.entry.acknowledged.items():
        at = ("acknowledged", KeyOf(rule))
        if rule not in known:
            message = f"there is no rule '{rule}'"
            hint = did_you_mean(rule, known, "To see them: relcase store rules")
            yield placed.finding("S17", "error", message, *at, hint=hint)
        elif not may_stand(rule):
            message = f"{rule} cannot be let stand"
            hint = "Mend what it finds; only what a source prints can be acknowledged."
            yield placed.finding("S17", "error", message, *at, hint=hint)
        elif not reason.strip():
            message = f"{rule} is acknowledged without a reason"
            hint = "Say in a sentence why it stands; the card shows it."
            place = ("acknowledged", rule)
            yield placed.finding("S17", "error", message, *place, hint=hint)


def without_exceptions(
    placed: Placed, found: Iterable[Finding], judged: Collection[str]
) -> Iterator[Finding]:
    """The findings about one entry that it does not let stand.

    And an info for each exception that is not needed, among the rules just ``judged``.
    """
    standing, needed = let_stand(placed.entry), set()
    for finding in found:
        if finding.rule in standing:
            needed.add(finding.rule)
        else:
            yield finding
    for rule in sorted(standing.intersection(judged) - needed):
        message = f"nothing to acknowledge: {rule} finds nothing here"
        at = ("acknowledged", KeyOf(rule))
        yield placed.finding("S17", "info", message, *at, hint="Delete the exception.")


def is_idle(finding: Finding) -> bool:
    """Whether a finding only says that an exception is not needed."""
    return finding.rule == RULE.id and finding.severity == "info"


def by_entry(
    entries: Iterable[Placed], found: Iterable[Finding]
) -> tuple[list[Finding], Mapping[int, list[Finding]], list[Placed]]:
    """Findings apart: those about no entry with exceptions, and those about each."""
    making = [placed for placed in entries if placed.entry.acknowledged]
    places: dict[tuple[str, tuple[Step, ...]], int] = {
        (placed.file, placed.steps): number for number, placed in enumerate(making)
    }
    lengths = sorted({len(placed.steps) for placed in making})
    others: list[Finding] = []
    about: dict[int, list[Finding]] = {number: [] for number in range(len(making))}
    for finding in found:
        keys = ((finding.file, finding.steps[:length]) for length in lengths)
        number = next((places[key] for key in keys if key in places), None)
        (others if number is None else about[number]).append(finding)
    return others, about, making
