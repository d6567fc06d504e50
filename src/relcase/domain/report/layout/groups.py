"""Tables of two groups: which figure a cell tells, and of which of its groups.

Mostly a column is a group and a row an outcome; a table may be turned as well.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from relcase.domain.evidence import Figure, Statistic
from relcase.domain.measures import MEASURES
from relcase.domain.printed import value
from relcase.domain.report.knowledge.known import Known
from relcase.domain.report.layout.tables import Framed
from relcase.domain.report.words.splitting import stems
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.tracing import within

_HALF = 0.5
"""The least part of the words of a row, by weight, that names the outcome."""
_SHARES = frozenset({"percent", "share"})
_COMPARED = re.compile(
    r"\b(?:control|comparison|comparator|usual|standard|waiting|placebo|without|no|not)\b",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"\b(?:intervention|programmes?|programs?|treatment|treated|offered)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:no|not|without|never)\b", re.IGNORECASE)
OF_GROUPS = frozenset(
    stems(
        """
        group control comparison comparator usual standard waiting list placebo
        intervention programme program treatment treated offered people care arm
        """
    )
)
"""Words of heads that say which group was counted, in any study."""

_OF_MEASURES = frozenset(
    stems(
        """
        percent percentage share number score mean median average outcome measure result
        finding indicator day week month year at after follow-up baseline
        """
    )
)
"""Words of labels that say when or how something was counted, and not what."""


class Told(NamedTuple):
    """A number of one group as it is printed, and the group that has it."""

    printed: str
    group: str
    is_share: bool
    turns: bool
    """Whether the other group's number has the other sign, so that the sign tells."""

    def is_told(self, numeral: Numeral, sign: int) -> bool:
        """Whether a cell gives this number, with its sign where it gives one."""
        number = value(self.printed) or 0
        same = within(numeral, number) or within(numeral, abs(number))
        return same and (sign * number >= 0 if sign or not self.turns else number >= 0)

    def may_be(self, numeral: Numeral) -> bool:
        """Whether a cell has more decimals than the record, and would be rounded to it."""
        _, _, decimals = self.printed.partition(".")
        number = abs(value(self.printed) or 0)
        size = abs(numeral.value)
        return round(size, len(decimals)) == number != size

    @property
    def in_words(self) -> str:
        """The number, and of whom it is."""
        unit = "%" if self.is_share else ""
        return f"{self.printed.replace('-', '−')}{unit} for {self.group}"


class Placed(NamedTuple):
    """What a record has for the place of a cell."""

    of_group: bool = False
    """Whether the table tells one of its groups there."""
    told: Told | None = None
    """Its number, if the table plainly tells which."""


def placed(
    statistic: Statistic, frame: Framed, numeral: Numeral, known: Known
) -> Placed:
    """What the record has where a cell stands."""
    found: dict[Told, float] = {}
    of_group = False
    for figure, is_share in _paired(statistic):
        for words, others in (
            (frame.head, (frame.label, frame.caption)),
            (frame.label, (frame.head, frame.caption)),
        ):
            side = _side(words, figure)
            if not side:
                continue
            of_group = True
            if is_share != (numeral.kind in _SHARES):
                break
            weight = _named(figure, statistic, others, known)
            if weight and not _is_strange(words, figure, statistic, known):
                told = _told(figure, side, is_share=is_share)
                weight += len(_numbers(frame.label) & _numbers(figure.label))
                found[told] = max(weight, found.get(told, 0.0))
            break
    most = max(found.values(), default=0.0)
    best = [one for one, weight in found.items() if weight == most]
    return Placed(of_group, best[0] if len(best) == 1 else None)


def _paired(statistic: Statistic) -> Iterator[tuple[Figure, bool]]:
    """The figures that have a number of either group."""
    for one in statistic.figures:
        kind = MEASURES[one.measure].kind
        alike = kind not in ("change", "ratio") and one.group and one.reference_group
        if alike and None not in (value(one.estimate), value(one.reference_value)):
            yield one, kind == "share"


def _told(figure: Figure, side: int, *, is_share: bool) -> Told:
    mine, theirs = figure.estimate or "", figure.reference_value or ""
    turns = (value(mine) or 0) * (value(theirs) or 0) < 0
    if side > 0:
        return Told(mine, figure.group or "", is_share, turns)
    return Told(theirs, figure.reference_group or "", is_share, turns)


def _side(words: str, figure: Figure) -> int:
    """Which group words name: 1 for its own, −1 for the one beside it, 0 for neither."""
    told = set(stems(words))
    mine, theirs = (
        set(stems(one or "")) for one in (figure.group, figure.reference_group)
    )
    if told & set(stems(_denied(figure))):
        return -1 if _NOT.search(words) else 1
    own, other = len(told & (mine - theirs)), len(told & (theirs - mine))
    if own == other:
        compared, offered = bool(_COMPARED.search(words)), bool(_OFFERED.search(words))
        return offered - compared if not own else 0
    return 1 if own > other else -1


def _denied(figure: Figure) -> str:
    """What the one group has and the other has not: "relatives sent no letter"."""
    found = _NOT.search(figure.reference_group or "")
    if found is None or _NOT.search(figure.group or ""):
        return ""
    return found.string[found.end() :]


def _named(
    figure: Figure, statistic: Statistic, told: Iterable[str], known: Known
) -> float:
    """What the words weigh that name the outcome of a figure; 0 where they name another.

    The first words that say anything have to.
    """
    groups = _words(figure.group, figure.reference_group)
    outcome = _words(figure.outcome or statistic.outcome, figure.label)
    for one in told:
        words = frozenset(stems(one)) - groups - OF_GROUPS
        words -= _OF_MEASURES
        if not words:
            continue
        shared = _weight(words & outcome, known)
        if shared < _HALF * _weight(words, known):
            return 0.0
        return shared + _weight(groups.intersection(stems(one)), known)
    return 0.0


def _is_strange(words: str, figure: Figure, statistic: Statistic, known: Known) -> bool:
    """Whether the name of a group is mostly of something else."""
    told = frozenset(stems(words)) - OF_GROUPS
    ours = _words(figure.group, figure.reference_group, figure.label, statistic.outcome)
    return _weight(told & ours, known) < _HALF * _weight(told, known)


def _numbers(words: str) -> set[str]:
    """The times and sizes in a name: the 12 of "at 12 weeks"."""
    return set(re.findall(r"\d+", words))


def _words(*texts: str | None) -> frozenset[str]:
    return frozenset(stems(" ".join(filter(None, texts))))


def _weight(words: Iterable[str], known: Known) -> float:
    return sum(known.weights.get(one, known.strange) for one in words)
