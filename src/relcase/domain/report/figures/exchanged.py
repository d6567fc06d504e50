"""Numbers of the record that a sentence tells of the wrong group, or of another figure."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from relcase.domain.amounts import of_reference, shown
from relcase.domain.evidence import Figure
from relcase.domain.printed import value
from relcase.domain.report.words.splitting import stems
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.owners import CONTACT, Mention, owner
from relcase.domain.wording.pairs import misread
from relcase.domain.wording.phrases import ending
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import traces, within

_AS_IT_IS = frozenset({"printed", "ratio", "relative", "change"})
"""Arithmetic by which a number tells a figure, and not a comparison of two."""
_WORD = re.compile(r"[a-z][a-z'-]+")
_FROM = ending("from")
_TO = re.compile(r"\s+(?:of\s+\w+\s+)?to\s+(?:about\s+|around\s+)?").fullmatch
_NOT = ending("not, rather than")
_SHARES = frozenset(
    {"percent", "relative_risk", "odds_ratio", "hazard_ratio", "rate_ratio"}
)
"""The measures of numbers that are bound to the words of one figure alone."""
_DECIMALS = frozenset({"standardised_mean_difference", "correlation"})
"""The same of decimal numbers without a sign."""
_BY_LABEL = _DECIMALS | {"percent"}
"""The measures of figures that what was measured tells apart, and not who alone."""
_COMPARING = frozenset(["highe", "lower", "more", "less", "fewer", "large", "small"])
"""Beginnings of words that compare, and are of no figure alone."""
_WHOLE = frozenset({"world", "globa"})
"""Beginnings of words that say that all people are meant, and not some of them."""
_OF_CONTACT = frozenset({"frequ", "conta"})
"""Beginnings of the words that "seeing people less often" stands for."""
_OTHERS = re.compile(
    r"\b(?:(?:in|among|for|of|with|at)\s+(?:the\s+)?(?:others?|rest|remaining)\b"
    r"|the\s+(?:others?|rest|remaining)\b|those\s+without\b)"
)
"""Words for the group that is not the one told of."""
_BEHIND = 25
"""Letters behind a number in which they may stand."""
_MOST = 0.6
"""What part of the words of a figure a sentence has that names it."""
_BEFORE = 12
_STEM = 5
"""Letters by which a word and its kin are one."""


_Told = tuple[Numeral, Figure]
"""A number, and the one figure of the record that it tells."""


def exchanged(reading: Reading, values: Sequence[Numeral]) -> dict[int, str]:
    """What is wrong with each number told of the wrong group, by where it starts."""
    found = misread(reading)
    if found is not None and found.fault == "group":
        both = [found.numeral, *(() if found.other is None else (found.other,))]
        alone = [one for one in values if one.kind == found.numeral.kind] == both
        if found.other is not None or alone:
            return {one.start: _of_groups(one, found.figure) for one in both}
    for one, other in _changes(reading.lower, values):
        for first, last in _changes(reading.facts.lower, reading.facts.numerals):
            if within(one, last.value) and within(other, first.value):
                told = f"told the wrong way round: the record goes from {first.text} to {last.text}"
                return {it.start: f"“{it.text}” is {told}." for it in (one, other)}
    if wrong := _of_the_others(reading, values):
        return wrong
    told_figures = list(_told(reading, values))
    return _between_figures(reading, told_figures) or _of_another(reading, told_figures)


def _of_the_others(reading: Reading, values: Sequence[Numeral]) -> dict[int, str]:
    """The number of a group told of "the others", and that of the others told of it."""
    text = reading.lower
    changes = list(_changes(text, values))
    for one, other in pairwise(values):
        if (one, other) in changes:
            continue
        named = _OTHERS.search(text, one.end, other.end + _BEHIND)
        if one.kind != other.kind or not named or _OTHERS.search(text, 0, one.end):
            continue
        first = _beginnings(text[: named.start()])
        for figure in reading.statistic.figures:
            mine, theirs = (
                _beginnings(group or "")
                for group in (figure.group, figure.reference_group)
            )
            estimate, reference = value(figure.estimate), value(figure.reference_value)
            if estimate is None or reference is None or estimate == reference:
                continue
            is_of_mine = first & (mine - theirs) and not first & (theirs - mine)
            if is_of_mine and within(one, reference) and within(other, estimate):
                return {it.start: _of_groups(it, figure) for it in (one, other)}
    return {}


def _of_groups(numeral: Numeral, figure: Figure) -> str:
    return (
        f"“{numeral.text}” is told of the wrong group: the record has "
        f"{shown(figure)} for {figure.group} and {of_reference(figure)} for "
        f"{figure.reference_group}."
    )


def _changes(text: str, values: Sequence[Numeral]) -> Iterator[tuple[Numeral, Numeral]]:
    """The numbers between which something changed: "from 66% to 70%"."""
    for one, other in pairwise(values):
        if _TO(text[one.end : other.start]) and _FROM.search(
            text, max(0, one.hedge_start - _BEFORE), one.hedge_start
        ):
            yield one, other


def _between_figures(reading: Reading, told: Sequence[_Told]) -> dict[int, str]:
    """Two numbers, each of which tells the figure that belongs to the other's words."""
    for (first, one), (second, other) in combinations(told, 2):
        if one is other or one.measure != other.measure:
            continue
        named = _named(reading, one, other)
        if {it.side for it in named} != {1, -1}:
            continue
        spans = (first.start, first.end), (second.start, second.end)
        if owner(reading.lower, *spans, named) < 0:
            wrong = {first: (one, other), second: (other, one)}
            return {it.start: _of_figures(it, *both) for it, both in wrong.items()}
    return {}


def _of_another(reading: Reading, told: Sequence[_Told]) -> dict[int, str]:
    """Numbers that tell one figure where the words are those of another alone."""
    bound = [
        (numeral, figure)
        for numeral, figure in told
        if _is_bound(numeral, figure) and not _is_end_of_any(reading, numeral)
    ]
    if not bound:
        return {}
    said = _beginnings(reading.lower.replace("longer", "long"))
    if CONTACT.search(reading.lower):
        said |= _OF_CONTACT
    idle = _beginnings(reading.statistic.population) - _WHOLE
    here = {id(figure) for _, figure in told}
    wrong: dict[int, str] = {}
    for numeral, figure in bound:
        if _NOT.search(reading.lower, 0, numeral.hedge_start):
            continue
        for other in reading.statistic.figures:
            if (
                other.measure != figure.measure
                or id(other) in here
                or not other.estimate
            ):
                continue
            if figure.estimate != other.estimate and _is_told_of(
                said, other, figure, idle
            ):
                wrong.setdefault(numeral.start, _of_figures(numeral, figure, other))
    return wrong


def _is_bound(numeral: Numeral, figure: Figure) -> bool:
    """Whether a number is bound to the words of the one figure that it tells."""
    if figure.measure in _DECIMALS:
        return numeral.kind == "number" and numeral.is_decimal
    return figure.measure in _SHARES and numeral.kind in ("percent", "share", "times")


def _is_end_of_any(reading: Reading, numeral: Numeral) -> bool:
    """Whether it is the end of any interval as well."""
    return any(
        abs(end) == abs(numeral.value)
        for figure in reading.statistic.figures
        for end in map(value, (figure.low, figure.high))
        if end is not None
    )


def _is_told_of(
    said: frozenset[str], one: Figure, other: Figure, idle: frozenset[str]
) -> bool:
    """Whether words name what one figure is of, and nothing of what the other is of."""
    named = False
    for told in (_whom, _what):
        mine, theirs = _beginnings(told(one)), _beginnings(told(other))
        own, others = mine - theirs - _COMPARING, theirs - mine - _COMPARING
        own -= idle
        if others & said:
            return False
        if told is _what and one.measure not in _BY_LABEL:
            break
        named |= bool(own and others) and len(own & said) >= _MOST * len(own)
    return named


def _of_figures(numeral: Numeral, told: Figure, meant: Figure) -> str:
    return (
        f"“{numeral.text}” is told of the wrong figure: the record has {shown(told)} for "
        f"{told.label}, and {shown(meant)} for {meant.label}."
    )


def _told(reading: Reading, values: Sequence[Numeral]) -> Iterator[_Told]:
    """The numbers that tell one figure of the record and no other."""
    for numeral in values:
        known = {
            id(one.figure)
            for one in traces(reading, numeral)
            if one.how in _AS_IT_IS and not one.of_end
        }
        found = [
            one
            for one in reading.statistic.figures
            if id(one) in known or value(one.estimate) == numeral.value < 0
        ]
        if len(found) == 1:
            yield numeral, found[0]


def _named(reading: Reading, one: Figure, other: Figure) -> tuple[Mention, ...]:
    """Where the sentence names what one figure is of, and the other is not.

    By the names of their groups; by what was measured where those do not tell them apart.
    """
    found: tuple[Mention, ...] = ()
    for told in (_whom, _what):
        mine, theirs = _beginnings(told(one)), _beginnings(told(other))
        found = tuple(
            Mention(match.start(), 1 if known in mine else -1)
            for match in _WORD.finditer(reading.lower)
            if (known := match[0][:_STEM]) in mine ^ theirs
        )
        if {it.side for it in found} == {1, -1}:
            return found
    return found


def _whom(figure: Figure) -> str:
    return figure.group or ""


def _what(figure: Figure) -> str:
    return f"{figure.label}. {figure.outcome or ''}"


@lru_cache(maxsize=4096)
def _beginnings(text: str) -> frozenset[str]:
    """The words that carry meaning, each by its beginning: "isolated" is "isolation"."""
    return frozenset(filter(None, map(_beginning, _WORD.findall(text.lower()))))


@lru_cache(maxsize=4096)
def _beginning(word: str) -> str:
    return word[:_STEM] if stems(word) else ""
