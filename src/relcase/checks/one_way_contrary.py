"""L02 one-way contrary: a contrary source whose own statistics do not point back.

Whoever finds the other statistic first should learn of this one too. Add `see_also`
with `relation: contrary` there. If the two do not contradict each other after all, name
the relation otherwise here.

Bad:
    statistics:
      - source: {key: abel2018}
        see_also:
          - {key: wang2023, relation: contrary}
      - source: {key: wang2023}
Good:
    statistics:
      - source: {key: abel2018}
        see_also:
          - {key: wang2023, relation: contrary}
      - source: {key: wang2023}
        see_also:
          - {key: abel2018, relation: contrary}
"""

from collections.abc import Iterator

from relcase.domain.corpus import Corpus, Surroundings
from relcase.domain.problem import Finding, Rule

RULE = Rule("L02", "one-way contrary", "info")


def check_corpus(corpus: Corpus, around: Surroundings) -> Iterator[Finding]:
    """Every contrary source with statistics of which none names this one back."""
    from_source: dict[str, str] = {}
    contrary: set[tuple[str, str]] = set()
    for _, statistic in corpus.statistics:
        key = statistic.source.key
        from_source.setdefault(key, statistic.id)
        contrary.update(
            (key, other.key)
            for other in statistic.see_also
            if other.relation == "contrary"
        )
    for placed, statistic in corpus.statistics:
        key = statistic.source.key
        for number, other in enumerate(statistic.see_also):
            one_way = other.relation == "contrary" and (other.key, key) not in contrary
            if one_way and other.key in from_source:
                message = f"'{from_source[other.key]}' does not point back to '{key}'"
                at = ("see_also", number, "key")
                hint = f"Add there: `see_also: [{{key: {key}, relation: contrary}}]`."
                yield placed.finding("L02", "info", message, *at, hint=hint)
