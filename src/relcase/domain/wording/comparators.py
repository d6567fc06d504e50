"""Whom a sentence says its people were compared with, and whether the record has such.

A national rate is not a matched group, a group that somebody formed is not one that was
drawn by lot, and people with the usual care did not go without any.
"""

import re
from functools import lru_cache

from relcase.domain.certainty.start import TRIALS
from relcase.domain.evidence import Figure
from relcase.domain.wording.phrases import pattern
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.scopes import COMPARATORS, NOTHING, Found
from relcase.domain.wording.tracing import traces
from relcase.domain.wording.verbs import denied

_THAN = "than/with/to/against/versus/and"
_ALIKE = pattern(f"""
    {_THAN} (#) (of/for/among) (a/the) (_) similar/comparable/identical/equivalent/matched/matching
    twin/sister town/city/council/borough, matched comparison/control, like-for-like
    people/men/women/others/children just like them
    (_) men/women/people/children/others/families/places like them/themselves/theirs
""")
_KNOWN_ALIKE = pattern("match*/comparable/similar/alike, same age/kind")
_ALIKE_BY_DESIGN = TRIALS | {
    *("natural_experiment", "matched", "did", "meta_rct", "umbrella_review"),
}
_BY_LOT = pattern("""
    random* (_) control/comparison/group
    a/the placebo
""")
_KNOWN_BY_LOT = pattern("random*, trial*, lot/lottery, placebo")
_EMPTY_HANDED = pattern("""
    who/which had/got/received/were/given (given/offered/left) (with) nothing, left (_) alone
    had/got/received/given no help/support/care/treatment (at) (all)
    (those) with nothing (at) (all)
    without any help/support/care/treatment/midwife/doctor/nurse, no help/support/care at all
""")
_KNOWN_EMPTY = re.compile(
    r"\b(?:no|not|none|never|nothing|without|wait\w*|alone|unsupported|non-\w+)\b"
)
_REST = pattern(
    "with/than/against/to (the) rest of (the) _, with/than/against elsewhere"
)
_KNOWN_REST = pattern("rest/remainder of, elsewhere, other/another/neighbouring")
_EARLIER = pattern("""
    than/as (they/it/he/she) (themselves) (had/did/was/were/have) (_) (_) before/beforehand/earlier
    than/as (they/it/he/she) had/did/was/were at the start/outset/beginning
    than before/beforehand they/he/she/joining/starting/taking/coming/moving
    than at the start/outset/beginning
""")
"""A comparison of people with themselves."""
_KNOWN_EARLIER = pattern(
    "before, start, baseline, earlier, same _, previous*, pre, first"
)
_AGAINST = pattern("""
    compared/comparing with/to !#/start/before/earlier/a/an
    against/versus (far/many) fewer/less/more
    than (_) those/people/others/residents/tenants/patients/families/children who/with/without/of/in
""")


def untrue(reading: Reading) -> Found:
    """The first words for a comparison that the record does not have."""
    comparator = reading.statistic.comparator
    found = next(COMPARATORS.strangers(reading.lower, reading.facts.lower), None)
    if found is not None:
        return found, f"the comparison was with {comparator.text}"
    for find in (_alike, _by_lot, _empty_handed, _rest, _earlier, _any):
        match = find(reading)
        if match is not None and not denied(reading.lower, match.start()):
            return match, f"the comparison was with {comparator.text}"
    return NOTHING


def _alike(reading: Reading) -> re.Match[str] | None:
    if reading.statistic.design in _ALIKE_BY_DESIGN:
        return None
    known = _affirmed(_KNOWN_ALIKE, reading)
    return None if known else _ALIKE.search(reading.lower)


def _by_lot(reading: Reading) -> re.Match[str] | None:
    if reading.statistic.design in TRIALS or _affirmed(_KNOWN_BY_LOT, reading):
        return None
    return _BY_LOT.search(reading.lower)


def _affirmed(words: re.Pattern[str], reading: Reading) -> bool:
    """Whether the record says something, and does not deny it."""
    return _is_affirmed(words, reading.facts.lower)


@lru_cache(maxsize=1024)
def _is_affirmed(words: re.Pattern[str], record: str) -> bool:
    parts = _PART.split(record)
    return any(words.search(one) and not _DENIAL.search(one) for one in parts)


_PART = re.compile(r"[\n;.]\s?")
_DENIAL = re.compile(r"\b(?:no|not|never|nor|without)\b|like-for-like")


def _empty_handed(reading: Reading) -> re.Match[str] | None:
    if reading.statistic.comparator.kind == "none":
        return None
    known = _KNOWN_EMPTY.search(_compared_with(reading))
    return None if known else _EMPTY_HANDED.search(reading.lower)


def _rest(reading: Reading) -> re.Match[str] | None:
    comparator = reading.statistic.comparator
    if comparator.kind == "other_area" or _KNOWN_REST.search(reading.facts.lower):
        return None
    return _REST.search(reading.lower)


def _earlier(reading: Reading) -> re.Match[str] | None:
    """People compared with themselves, where the number compares them with others."""
    match = _EARLIER.search(reading.lower)
    if match is None or reading.statistic.comparator.kind == "before":
        return None
    start, end = reading.clause(match.start())
    figures = [
        trace.figure
        for one in reading.numerals
        if start <= one.start < end
        for trace in traces(reading, one)
        if trace.figure is not None and trace.figure.role == "result"
    ]
    others = figures and all(map(_is_of_others, figures))
    return match if others else None


def _is_of_others(figure: Figure) -> bool:
    """Whether a figure compares people with other people."""
    reference = (figure.reference_group or "").lower()
    return bool(
        reference and not figure.before and not _KNOWN_EARLIER.search(reference)
    )


def _any(reading: Reading) -> re.Match[str] | None:
    """Any comparison, where the record has none at all."""
    figures = reading.statistic.figures
    compared = any(one.reference_group or one.reference_value for one in figures)
    if reading.statistic.comparator.kind != "none" or compared:
        return None
    return _AGAINST.search(reading.lower)


def _compared_with(reading: Reading) -> str:
    """The record's words for the group that others were compared with."""
    groups = (one.reference_group or "" for one in reading.statistic.figures)
    return " ".join((reading.statistic.comparator.text, *groups)).lower()
