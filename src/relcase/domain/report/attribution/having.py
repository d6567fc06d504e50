"""Whether a sentence that cites the source of an entry has a number of that entry."""

from relcase.domain.printed import value
from relcase.domain.report.figures.by_chance import of_deviation, tells_more_or_less
from relcase.domain.report.figures.counted import is_out_of_studies
from relcase.domain.report.knowledge.subjects import Subject
from relcase.domain.wording.numerals import Numeral, numerals
from relcase.domain.wording.tracing import within

_FROM_RATIO = frozenset({"ratio", "relative"})
"""Arithmetic by which a number follows from a ratio."""


def has_number(text: str, subject: Subject) -> bool:
    """Whether a text has a number of an entry, or one that follows from it."""
    if subject.statistic is None:
        return False
    found = numerals(text)
    printed = [
        abs(number)
        for figure in subject.statistic.figures
        for number in map(value, (figure.estimate, figure.reference_value))
        if number is not None
    ]
    return any(within(it, number) for it in found for number in printed) or any(
        _compares_as(it, subject, text) or is_out_of_studies(text, it, subject.facts)
        for it in found
    )


def _compares_as(one: Numeral, subject: Subject, text: str) -> bool:
    """Whether a number follows from a ratio of the record, or is told of a deviation."""
    if subject.statistic is None or one.kind not in ("percent", "share", "times"):
        return False
    if of_deviation(text, one, subject.statistic):
        return True
    if one.kind != "times" and not tells_more_or_less(text, one):
        return False
    return any(
        it.how in _FROM_RATIO and not it.of_end and within(one, it.value)
        for it in subject.facts.derived
        if it.kind == ("times" if one.kind == "times" else "percent")
    )
