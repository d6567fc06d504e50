"""The other number of a row of two groups, where one of them is the record's.

"36.2% | 48.4%": beside the share of the one group stands that of the other, whatever the
heads of the columns are called.
"""

import re
from collections.abc import Iterator, Sequence

from relcase.domain.evidence import Statistic
from relcase.domain.measures import MEASURES
from relcase.domain.printed import value
from relcase.domain.report.knowledge.known import Known
from relcase.domain.report.knowledge.subjects import Subject
from relcase.domain.report.layout.cells import is_of
from relcase.domain.report.layout.tables import Framed
from relcase.domain.report.numbers.partners import Partner
from relcase.domain.wording.numerals import Numeral, numerals
from relcase.domain.wording.tracing import within

_SHARES = frozenset({"percent", "share"})
_DERIVED = re.compile(
    r"\b(?:differences?|changes?|reductions?|gaps?|points?|pp|relative|fewer|less|more|lower"
    r"|higher|rise|fall|ours?|target|planned|expected|range|ci|interval)\b",
    re.IGNORECASE,
)
"""What the head of a column has that is of no group."""


def other_of_pair(
    subject: Subject, frame: Framed, row: Sequence[Framed], known: Known
) -> Partner | None:
    """What the record has in the place of a cell, by the only other share of its row.

    Nothing where the cell is right, or none tells that it is of the same two groups.
    """
    statistic, mine = subject.statistic, _share(frame)
    others = [one for cell in row if cell is not frame and (one := _share(cell))]
    heads = any(_DERIVED.search(one.head) for one in (frame, *row))
    if statistic is None or mine is None or len(others) != 1 or heads:
        return None
    if not is_of(subject, frame.label, known) or _is_known(statistic, mine):
        return None
    found = {one.told: one for one in _beside(statistic, others[0])}
    return next(iter(found.values())) if len(found) == 1 else None


def _share(frame: Framed) -> Numeral | None:
    """The share of a cell, if it has that alone."""
    unit = "%" if frame.behind.startswith("%") else ""
    found = numerals(f"{frame.cell.strip()}{unit}")
    is_share = len(found) == 1 and found[0].kind in _SHARES and not frame.sign
    return found[0] if is_share else None


def _is_known(statistic: Statistic, numeral: Numeral) -> bool:
    """Whether the record has a number for anything, and not only in the pair."""
    printed = (
        number
        for one in statistic.figures
        for number in map(value, (one.estimate, one.reference_value))
        if number is not None
    )
    return any(within(numeral, abs(one)) for one in printed)


def _beside(statistic: Statistic, numeral: Numeral) -> Iterator[Partner]:
    """The other numbers of the pairs of which a number is one."""
    for figure in statistic.figures:
        mine, theirs = value(figure.estimate), value(figure.reference_value)
        if MEASURES[figure.measure].kind != "share" or mine is None or theirs is None:
            continue
        if within(numeral, mine) and not within(numeral, theirs):
            other = figure.reference_value or "", figure, figure.reference_group or ""
            yield Partner(*other)
        elif within(numeral, theirs) and not within(numeral, mine):
            yield Partner(figure.estimate or "", figure, figure.group or "")
