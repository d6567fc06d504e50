"""L04 unlinked contrary: a leading statistic that hides what speaks against it.

A statistic to open a case with is safest when its own card says who found otherwise.
This one supports the case, or speaks against it, and another source with the same first
outcome tag and a sector in common points the other way; neither names the other in
`see_also`. Link the two as `contrary`, or leave it if they measure different things.

Bad:
    statistics:
      - {use: lead, stance: supports, source: {key: abel2018}}
      - {use: counter, stance: against, source: {key: wang2023}}
Good:
    statistics:
      - use: lead
        stance: supports
        source: {key: abel2018}
        see_also:
          - {key: wang2023, relation: contrary}
      - use: counter
        stance: against
        source: {key: wang2023}
        see_also:
          - {key: abel2018, relation: contrary}
"""

from collections import defaultdict
from collections.abc import Iterator

from relcase.domain.corpus import Corpus, Surroundings
from relcase.domain.evidence import Statistic
from relcase.domain.problem import Finding, Rule

RULE = Rule("L04", "unlinked contrary", "info")

_OPPOSITE = {"supports": "against", "against": "supports"}

_Shelf = dict[str, str]
"""The statistics of one topic and stance: the first id of each source."""
_Topic = tuple[str, str, str]


def check_corpus(corpus: Corpus, around: Surroundings) -> Iterator[Finding]:
    """Leading statistics with an opposite one elsewhere that no link leads to."""
    shelves: defaultdict[_Topic, _Shelf] = defaultdict(dict)
    linked: set[tuple[str, str]] = set()
    for _, statistic in corpus.statistics:
        if statistic.status != "active":
            continue
        key = statistic.source.key
        for topic in _topics(statistic, statistic.stance):
            shelves[topic].setdefault(key, statistic.id)
        for other in statistic.see_also:
            if other.relation == "contrary":
                linked |= {(key, other.key), (other.key, key)}
    for placed, statistic in corpus.statistics:
        found = _unlinked(statistic, shelves, linked)
        if found:
            message = f"'{found}' points the other way and is not linked"
            hint = "Name its source in `see_also` as contrary, if they do disagree."
            yield placed.finding("L04", "info", message, hint=hint)


def _topics(statistic: Statistic, stance: str) -> Iterator[_Topic]:
    for tag in statistic.outcomes[:1]:
        for sector in statistic.sectors:
            yield tag, sector, stance


def _unlinked(
    statistic: Statistic,
    shelves: defaultdict[_Topic, _Shelf],
    linked: set[tuple[str, str]],
) -> str | None:
    """The id of the first opposite statistic of another source without a link."""
    stance = _OPPOSITE.get(statistic.stance)
    if statistic.use != "lead" or statistic.status != "active" or stance is None:
        return None
    key = statistic.source.key
    for topic in _topics(statistic, stance):
        for other, found in shelves.get(topic, {}).items():
            if other != key and (key, other) not in linked:
                return found
    return None
