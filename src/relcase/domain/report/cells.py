"""What holds of the numbers of a table, where many are somebody's own."""

from relcase.domain.report.knowledge import Known
from relcase.domain.report.splitting import stems
from relcase.domain.report.tables import Framed
from relcase.domain.report.trials import Trial

_HALF = 0.5
"""The least part of the words of a label, by weight, that is about the entry."""


def in_table(trial: Trial, frame: Framed, known: Known) -> Trial:
    """The trial of a cell; a number differs only where its row is plainly the entry's.

    In a table a stranger's figure has the head and the source of ours above and below
    it. So the row has to name what the record names.
    """
    if _is_of(trial, frame.label, known) and not _is_strange(trial, frame.head, known):
        return trial
    kept = tuple(
        one if one.verdict == "matches" else one._replace(verdict="not_ours")
        for one in trial.numbers
    )
    return trial._replace(numbers=kept)


def _is_of(trial: Trial, label: str, known: Known) -> bool:
    """Whether the words of a label are mostly those of the entry."""
    told = frozenset(stems(label))
    return bool(told) and _share(trial, told, known) >= _HALF


def _is_strange(trial: Trial, head: str, known: Known) -> bool:
    told = frozenset(stems(head))
    return bool(told) and _share(trial, told, known) < _HALF


def _share(trial: Trial, told: frozenset[str], known: Known) -> float:
    weights = {one: known.weights.get(one, known.strange) for one in told}
    ours = sum(weights[one] for one in told & trial.subject.topic)
    return ours / sum(weights.values())
