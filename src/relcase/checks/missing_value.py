"""S03 missing or impossible value: a required field that is absent, empty or no choice.

Every entry must say what it claims, of whom, and for which sectors; what a source does
not state is written `not_reported`, never left blank. Fields with a fixed list of
values take one of that list. An entry for every sector has `sectors: [any]`. The check
at the door of the store speaks for this rule; empty texts and lists are found here.

Bad:
    stance: positive
Good:
    stance: supports
"""

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Entry, Statistic
from relcase.domain.problem import Finding, Rule

RULE = Rule("S03", "missing or impossible value", "error")

_OF_STATISTICS = ("headline", "claim", "outcome", "population", "period", "follow_up")
_OF_OTHERS = ("headline", "text")
_of_statistics: Callable[[Entry], tuple[str, ...]] = attrgetter(*_OF_STATISTICS)
_of_others: Callable[[Entry], tuple[str, ...]] = attrgetter(*_OF_OTHERS)


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Required texts that are blank, and an entry that belongs to no sector."""
    entry = placed.entry
    if not entry.sectors:
        hint = "Name the sectors it belongs to, or write `sectors: [any]`."
        yield placed.finding("S03", "error", "'sectors' is empty", "sectors", hint=hint)
    for name, text in _texts(entry):
        if not text or text.isspace():
            hint = "Fill it in; what the source does not state is `not_reported`."
            yield placed.finding("S03", "error", f"'{name}' is empty", name, hint=hint)


def _texts(entry: Entry) -> Iterable[tuple[str, str]]:
    if isinstance(entry, Statistic):
        return zip(_OF_STATISTICS, _of_statistics(entry), strict=True)
    return zip(_OF_OTHERS, _of_others(entry), strict=True)
