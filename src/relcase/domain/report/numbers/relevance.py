"""Whether a number that the record does not have is meant for one that it has."""

from relcase.domain.report.numbers.hearing import RESULTS, Hearing
from relcase.domain.report.words.splitting import stems_of
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.tracing import traces

_TOPIC = 4.8
"""The least weight of the words of a sentence that is about what the record measures."""
_TOPIC_ALONE = 2.5
"""The same of a sentence that has no word which the entry has not."""


def is_on_topic(hearing: Hearing, numeral: Numeral) -> bool:
    """Whether the clause of a number is about what the record measures.

    Where no other number of the sentence is in the record, the sentence is enough; a
    share without any words is of what stands above it, where a mere number may be that of
    the page.
    """
    sentence = stems_of(hearing.text)
    if not sentence:
        return numeral.kind != "number"
    if numeral.kind == "number":
        return True
    weights = hearing.known.weights
    core = _core(hearing)
    if not _has_neighbour(hearing, numeral):
        whole = sum(weights.get(one, 0) for one in sentence & core)
        least = _TOPIC_ALONE if sentence <= hearing.subject.topic else _TOPIC
        return whole >= least
    clause = hearing.clause(numeral)
    weight = sum(weights.get(one, 0) for one in clause & core)
    foreign = sum(
        weights.get(one, hearing.known.strange)
        for one in clause - hearing.subject.topic
    )
    return weight >= foreign


def _has_neighbour(hearing: Hearing, numeral: Numeral) -> bool:
    """Whether another number of the sentence tells a figure of the record."""
    return any(
        one.kind in RESULTS
        and any(trace.figure for trace in traces(hearing.reading, one))
        for one in hearing.others(numeral)
    )


def _core(hearing: Hearing) -> frozenset[str]:
    """The stems of what the record measures."""
    statistic = hearing.statistic
    told = [statistic.outcome, statistic.headline]
    told += [one.label for one in statistic.figures]
    return frozenset[str]().union(*map(stems_of, told))
