"""Faults of wording in a sentence, and the numbers that they belong to."""

import re
from collections.abc import Iterator, Mapping

from relcase.domain.evidence import Figure
from relcase.domain.report.numbers import edited
from relcase.domain.report.numbers.hearing import RESULTS, Hearing
from relcase.domain.report.numbers.trials import Judged
from relcase.domain.wording import rules
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.tracing import traces
from relcase.domain.wording.wrong import Wrong

_OF_NUMBERS = frozenset({"M08", "A07"})
"""Rules whose findings are verdicts on the numbers themselves."""
_OF_TIMES = frozenset({"M10"})
"""Rules that say something of both groups of a figure."""
_OF_SCOPE = frozenset({"M09"})
"""Rules whose words may hold the numbers of both: "fell from 21% to 15%"."""
_OF_BOTH_GROUPS = frozenset({"M01"})
"""What a number that differs makes the rules say of the numbers beside it."""


def blamed(
    hearing: Hearing, judged: Mapping[int, Judged], *, wording: bool
) -> tuple[dict[int, Judged], list[Wrong], list[Wrong]]:
    """The numbers with the faults that belong to them, those of no number, and all.

    ``judged`` has the numbers by where they start. Without ``wording`` only the popular
    versions that no number tells are faults.
    """
    numbers = dict(judged)
    left: list[Wrong] = []
    found = _wrongs(hearing) if wording else []
    differs = any(one.verdict == "differs" for one in numbers.values())
    for wrong in (*found, *_unnumbered(hearing, judged)):
        if differs and wrong.rule in _OF_BOTH_GROUPS:
            continue
        mine = _carrier(hearing, wrong, numbers)
        if mine is None:
            left.append(wrong)
            continue
        for one in (mine, *_beside(hearing, wrong, mine, numbers)):
            if numbers[one.start].verdict != "differs":
                numbers[one.start] = _with_fault(numbers[one.start], wrong)
    if any(one.verdict in ("differs", "misworded") for one in numbers.values()):
        left = [one for one in left if one.severity != "error"]
    return numbers, left, found


def _wrongs(hearing: Hearing) -> list[Wrong]:
    """What the rules of wording find, beyond what is on record of a popular version."""
    subject, about = hearing.subject, hearing.about
    found = [
        one for one in rules.faults(hearing.reading) if one.rule not in _OF_NUMBERS
    ]
    if not any(one.severity == "error" for one in found):
        found += edited.check(hearing)
    if hearing.versions:
        return [one for one in found if not _is_known(hearing, one)]
    if about.like:
        usual = subject.usual(about.like)
        return [one for one in found if one.rule not in usual]
    return found


def _is_known(hearing: Hearing, wrong: Wrong) -> bool:
    """Whether a fault lies in a popular version, whose faults are on record."""
    return any(
        one.start <= wrong.end and wrong.start <= one.end for one in hearing.versions
    )


def _unnumbered(hearing: Hearing, judged: Mapping[int, Judged]) -> Iterator[Wrong]:
    """The popular versions that have no number to tell their faults by."""
    for one in hearing.versions:
        if not any(
            one.has(known.numeral) and known.verdict == "misworded"
            for known in judged.values()
        ):
            yield Wrong(one.rule, "error", one.start, one.end, one.faults)


def _carrier(
    hearing: Hearing, wrong: Wrong, judged: Mapping[int, Judged]
) -> Numeral | None:
    """The number that a fault of wording belongs to."""
    if wrong.severity != "error":
        return None
    for one in hearing.values:
        if one.kind == "span" and wrong.start < one.end and one.start < wrong.end:
            return one
    mine = [
        one
        for one in hearing.values
        if judged[one.start].verdict != "not_ours" and hearing.tells_result(one)
    ]
    for one in mine:
        if wrong.start < one.end and one.hedge_start < wrong.end:
            return one
    results = [one for one in mine if one.kind in RESULTS] or mine
    return min(
        results,
        key=lambda one: min(abs(one.start - wrong.end), abs(wrong.start - one.end)),
        default=_claiming_studies(hearing, wrong, judged),
    )


def _claiming_studies(
    hearing: Hearing, wrong: Wrong, judged: Mapping[int, Judged]
) -> Numeral | None:
    """The count of studies of which the fault is told: "3,000 studies which prove"."""
    for one in hearing.values:
        between = hearing.reading.lower[one.end : wrong.start]
        if judged[one.start].verdict != "not_ours" and _STUDIES.fullmatch(between):
            return one
    return None


_STUDIES = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:studies|trials|evaluations|papers|publications|samples"
    r"|experiments|surveys)(?:\s+(?:which|that|who|have|all|now|clearly|together)){0,3}\s+"
)


def _beside(
    hearing: Hearing, wrong: Wrong, mine: Numeral, judged: Mapping[int, Judged]
) -> Iterator[Numeral]:
    """The number of the other group, where the words are not the study's for either."""
    if wrong.rule not in _OF_TIMES | _OF_SCOPE or mine.kind not in RESULTS:
        return
    figures = _printed_by(hearing, mine)
    for one in hearing.values:
        if wrong.rule in _OF_SCOPE and not wrong.start <= one.start < wrong.end:
            continue
        is_other = one is not mine and judged[one.start].verdict != "not_ours"
        known = _printed_by(hearing, one) if is_other else ()
        if any(figure in figures for figure in known):
            yield one


def _printed_by(hearing: Hearing, numeral: Numeral) -> list[Figure]:
    """The figures that have a number, for the one group or for the other."""
    found = traces(hearing.reading, numeral)
    return [
        one.figure
        for one in found
        if one.figure is not None and one.how in ("printed", "baseline")
    ]


def _with_fault(one: Judged, wrong: Wrong) -> Judged:
    """A number with a fault of wording added, or the fault that it is another number."""
    is_length = wrong.rule == "M10" and (wrong.start, wrong.end) == one.numeral[:2]
    if wrong.rule == "D01" or is_length:
        return Judged(one.numeral, "differs", wrong.rule, wrong.message)
    if one.verdict == "misworded" and one.rule != "M08":
        return one._replace(advice=f"{one.advice} {wrong.message}")
    advice = f"{one.advice} {wrong.message}".strip()
    return Judged(one.numeral, "misworded", wrong.rule, advice)
