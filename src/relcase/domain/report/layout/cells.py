"""What holds of the numbers of a table, where many are somebody's own."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from relcase.domain.evidence import Figure, Statistic
from relcase.domain.measures import MEASURES
from relcase.domain.printed import value
from relcase.domain.report.knowledge.known import Known
from relcase.domain.report.knowledge.subjects import Subject
from relcase.domain.report.layout.groups import OF_GROUPS, placed
from relcase.domain.report.layout.tables import Framed
from relcase.domain.report.numbers.trials import Judged, Trial
from relcase.domain.report.words.splitting import stems
from relcase.domain.wording.numerals import Numeral, numerals
from relcase.domain.wording.tracing import within

_HALF = 0.5
"""The least part of the words of a label, by weight, that is about the entry."""
_OF_MEASURES = frozenset(
    stems(
        """
        odds ratio risk hazard rate relative ci confidence interval percent percentage
        change changed difference number result results value effect size mean median
        share correlation estimate figure points average total finding studies people
        participants sample country place
        """
    )
)
"""Words of heads that say how something was counted, and not what."""
_OF_SIZE = frozenset(stems("n number of sample size total all in the"))
"""Words of heads that say how many there were."""
_FALLING = re.compile(
    r"\b(?:fall|fell|falls|reduc|decreas|drop|lower|fewer|less|cut|declin|down|minus|shorter"
    r"|smaller)|[↓▼]",
    re.I,
)
_CHANGE = re.compile(r"\bchanged?\b", re.IGNORECASE)
"""What the head of a column or a row of changes has, which are then given with their signs."""


def in_table(trial: Trial, frame: Framed, known: Known, *, goes_on: bool) -> Trial:
    """The trial of a cell; a number differs only where its row is plainly the entry's.

    In a table a stranger's figure has the head and the source of ours above and below
    it. So the row has to name what the record names, or its cells so far (``goes_on``)
    have been the record's.
    """
    of_row = goes_on or is_of(trial.subject, frame.label, known)
    plainly = of_row and not _is_strange(trial.subject, frame.head, known)
    return trial._replace(
        numbers=tuple(
            _of_group(one, trial, frame, known) or _judged(one, trial, frame, plainly)
            for one in trial.numbers
        )
    )


def tells_group(statistic: Statistic, text: str, frame: Framed, known: Known) -> bool:
    """Whether a record has the number of a group for the place of a cell."""
    return any(
        placed(statistic, frame, one, known).told
        for one in numerals(text)
        if one.start >= len(frame.before)
    )


def _of_group(one: Judged, trial: Trial, frame: Framed, known: Known) -> Judged | None:
    """The verdict on the number of a group; ``None`` where a table is not of groups.

    What the record does not have of its groups is somebody else's.
    """
    statistic, numeral = trial.subject.statistic, one.numeral
    if statistic is None or numeral.start < len(frame.before):
        return None
    if _counts_people(statistic, frame, numeral):
        return None
    place = placed(statistic, frame, numeral, known)
    if place.told and place.told.is_told(numeral, frame.sign):
        return Judged(numeral, "matches")
    if place.told and place.told.may_be(numeral) and not frame.sign:
        return None if one.verdict == "matches" else Judged(numeral, "not_ours")
    if place.told:
        return differs(one, place.told.in_words)
    is_false = place.of_group and one.verdict in ("differs", "misworded")
    return Judged(numeral, "not_ours") if is_false else None


def _counts_people(statistic: Statistic, frame: Framed, numeral: Numeral) -> bool:
    """Whether a head names all who were studied, and no group of them: "Relatives | 875"."""
    if numeral.kind != "number" or numeral.is_decimal:
        return False
    studied = frozenset(stems(statistic.population))
    heads = (frozenset(stems(one)) - _OF_SIZE for one in (frame.head, frame.label))
    return any(told and told <= studied for told in heads)


def _judged(one: Judged, trial: Trial, frame: Framed, plainly: bool) -> Judged:
    if one.verdict != "matches":
        return one if plainly else Judged(one.numeral, "not_ours")
    if plainly and (other := _of_other_row(one.numeral, trial, frame)):
        return differs(one, f"{other} in this row")
    if plainly and (other := _of_other_sign(one.numeral, trial, frame)):
        return differs(one, other)
    return one


def differs(one: Judged, printed: str) -> Judged:
    """A number that differs, with what the record has in its place."""
    advice = f"You wrote {one.numeral.text}; the record has {printed}."
    return Judged(one.numeral, "differs", "D01", advice)


class _Told(NamedTuple):
    """A number of the record, and the words that say of whom it is."""

    printed: str
    of: frozenset[str]


def _of_other_row(numeral: Numeral, trial: Trial, frame: Framed) -> str:
    """What the record has for the row, where the number is that of another; mostly none."""
    told = frozenset(stems(f"{frame.label} {frame.head}"))
    statistic = trial.subject.statistic
    every = [
        one
        for figure in (statistic.figures if statistic else ())
        for one in _each(figure)
    ]
    same = [one for one in every if _is_same(numeral, one.printed)]
    other = [one for one in every if not _is_same(numeral, one.printed)]
    words: frozenset[str] = frozenset().union(*(one.of for one in same))
    if not same:
        return ""
    for one in other:
        if told & (one.of - words) and not told & (words - one.of):
            return one.printed
    return ""


def _each(figure: Figure) -> Iterator[_Told]:
    """The numbers of the two groups of a figure."""
    if MEASURES[figure.measure].kind not in ("share", "change"):
        return
    for printed, group in (
        (figure.estimate, figure.group),
        (figure.reference_value, figure.reference_group),
    ):
        if printed:
            words = (group, figure.outcome, figure.label)
            yield _Told(printed, frozenset(stems(" ".join(filter(None, words)))))


def _is_same(numeral: Numeral, printed: str) -> bool:
    number = value(printed)
    return number is not None and within(numeral, abs(number))


def _of_other_sign(numeral: Numeral, trial: Trial, frame: Framed) -> str:
    """The figure that has the opposite sign, where the cell gives one.

    A change without a sign is a rise, unless something falls that is named.
    """
    text = f"{frame.before} {frame.label} {frame.head} {frame.cell}"
    rises = _CHANGE.search(f"{frame.label} {frame.head}") is not None
    sign = frame.sign or int(rises)
    if _FALLING.search(text) or not sign:
        return ""
    statistic = trial.subject.statistic
    figures = [
        one.estimate
        for one in (statistic.figures if statistic else ())
        if one.estimate
        and MEASURES[one.measure].kind == "change"
        and _is_same(numeral, one.estimate)
    ]
    other = [one for one in figures if (value(one) or 0) * sign < 0]
    return other[0].replace("-", "−") if other and len(other) == len(figures) else ""


def is_of(subject: Subject, label: str, known: Known) -> bool:
    """Whether the words of a label are mostly those of the entry."""
    told = frozenset(stems(label)) - _OF_MEASURES
    return bool(told) and _share(subject, told, known) >= _HALF


def _is_strange(subject: Subject, head: str, known: Known) -> bool:
    told = frozenset(stems(head)) - _OF_MEASURES - OF_GROUPS
    return bool(told) and _share(subject, told, known) < _HALF


def _share(subject: Subject, told: frozenset[str], known: Known) -> float:
    weights = {one: known.weights.get(one, known.strange) for one in told}
    ours = sum(weights[one] for one in told & subject.topic)
    return ours / sum(weights.values())
