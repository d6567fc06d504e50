"""Of which group a sentence speaks, and whose each of its numbers is."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from relcase.domain.evidence import Figure
from relcase.domain.wording.contrasts import Contrast, contrast
from relcase.domain.wording.facts import Facts


class Mention(NamedTuple):
    """Words that name a group: 1 for the figure's, -1 for the one it is compared with."""

    start: int
    side: int


_NEGATED = re.compile(
    r"(?:\b(?:no|(?<!whether or )not|never|without|neither|nobody|outside)|n't)\s+"
    r"(?:(?!(?:with|among|whose|who|against|than|and|or|but|of|after|within|when|in)\b)"
    r"[\w'-]+\s+){0,3}$"
)
_REACH = 48
_STOP = r"(?=\s*(?:$|[.,;:()]|\d|and\b|against\b|than\b|but\b|had\b|were\b|was\b|it\b|did\b))"
_BARE_NO = re.compile(
    rf"\b(?:without(?:\s+(?:it|them|one|any))?|who\s+(?:did|had|were|was|have|are|do)"
    rf"(?:\s+not|n't)|(?:sent|had|given|got)\s+none){_STOP}"
)
_BARE_YES = re.compile(
    rf"\b(?:with\s+(?:it|them|one|some)|who\s+(?:did|were|was|are|do|(?:had|have)\s+(?:one|them|it)))"
    rf"(?!\s+not|n't){_STOP}"
)
_EARLIER = re.compile(
    r"\b(?:start|before|own|earlier|beginning|baseline|previous|projection)\b"
)
"""The reference is the same group at another time, which no words tell apart."""
_SWALLOWED = 4
"""How many words behind a denied one still belong to it: "not return to live with family"."""
_THAN = r"\b(?:(?<!more )(?<!less )(?<!ewer )than\b|than\b(?!\s+[\d£$€]))"
"""Not that of "more than 15 years"."""
_COMPARES = re.compile(
    rf"\b(?:compared\s+(?:with|to)|in\s+comparison\s+(?:with|to)|relative\s+to|against|versus"
    rf"|unlike)\b|{_THAN}"
)
_COMPARES_BEHIND = re.compile(
    rf"\b(?:compared\s+(?:with|to)|relative\s+to|against|versus)\b|{_THAN}"
    r"|(?<=times)\s+(?:those|that)\s+(?:of|with|in|among)\b"
    r"|\bas\b(?!\s+(?:likely|high|often|common|many|much|large|great|low|a)\b)"
)
_CUTS = tuple(
    map(
        re.compile,
        (
            r"[;:]",
            r"\b(?:but|while|whereas|although|though)\b",
            r"\b(?:against|compared|versus|vs?|than|instead|rather|unlike)\b",
            r",",
            r"\b(?:and|or)\b",
        ),
    )
)
"""Where one number's part of a sentence ends and the next one's starts; the first that tells."""


def mentions(sentence: str, figure: Figure, facts: Facts) -> tuple[Mention, ...]:
    """Where a sentence, in small letters, names the groups that a figure compares."""
    if not figure.group or not figure.reference_group:
        return ()
    if _EARLIER.search(figure.reference_group.lower()):
        return ()
    known = contrast(
        figure.group,
        figure.reference_group,
        _idle(figure, facts),
        facts.statistic.population,
    )
    found = sorted(
        {*_by_words(sentence, known), *_bare(sentence, known)}
        | {*_by_contact(sentence, known, figure.group)}
    )
    return tuple(_swallowed(sentence, found))


def _idle(figure: Figure, facts: Facts) -> str:
    """Words that both groups share: the place, and what was measured."""
    statistic = facts.statistic
    shared = (statistic.place, statistic.outcome, figure.outcome)
    return " ".join(one for one in shared if one)


def _by_words(sentence: str, known: Contrast) -> Iterator[Mention]:
    if known.words is not None:
        for match in known.words.finditer(sentence):
            if match[0].startswith("match") and _WERE.search(
                sentence, 0, match.start()
            ):
                continue
            side = 1 if match.lastgroup == "mine" else -1
            yield Mention(
                match.start(), -side if _denied(sentence, match.start()) else side
            )
    if known.denied is not None:
        for match in known.denied.finditer(sentence):
            lacks = match[0].startswith("un") or _denied(sentence, match.start())
            yield Mention(match.start(), known.denied_side * (1 if lacks else -1))
    if known.degree is not None:
        for match in known.degree.finditer(sentence):
            yield Mention(match.start(), known.up_side * (1 if match["up"] else -1))


def _by_contact(sentence: str, known: Contrast, group: str) -> Iterator[Mention]:
    """ "Seeing people less often", where the groups have more or less of others."""
    if known.degree is None or not _OF_CONTACT.search(group.lower()):
        return
    for match in CONTACT.finditer(sentence):
        yield Mention(match.start(), known.up_side * (1 if match["up"] else -1))


_OF_CONTACT = re.compile(r"\b(?:contacts?|participation|frequent)\b")
CONTACT = re.compile(
    r"\b(?:see|sees|seeing|saw|seen|meets?|met|meeting|visit(?:s|ed|ing)?|talk(?:s|ed|ing)?(?:\s+to)?)"
    r"\s+(?:[\w'-]+\s+){1,3}?(?:(?P<up>more)|less)\s+often\b"
)
"""How sentences tell of more or less contact with others."""
_WERE = re.compile(r"\b(?:was|were|are|been|being)\s+$")
"""Before "matched", which tells then how both groups were made."""


def _bare(sentence: str, known: Contrast) -> Iterator[Mention]:
    """ "Without", "those who did not": a group named by what it lacks, or has, alone."""
    if known.degree is not None:
        return
    for match in _BARE_NO.finditer(sentence):
        yield Mention(match.start(), known.denied_side or -1)
    for match in _BARE_YES.finditer(sentence) if known.denied_side else ():
        yield Mention(match.start(), -known.denied_side)


def _denied(sentence: str, at: int) -> bool:
    return _NEGATED.search(sentence, max(0, at - _REACH), at) is not None


def _swallowed(sentence: str, found: list[Mention]) -> Iterator[Mention]:
    """The mentions, without those that belong to a denial right before them."""
    last: Mention | None = None
    for one in found:
        if last is not None and last.side != one.side and _denied(sentence, last.start):
            between = sentence[last.start : one.start]
            if len(between.split()) <= _SWALLOWED and not re.search(
                r"[.,;:()\d]", between
            ):
                continue
        yield one
        last = one


def told_of(
    sentence: str,
    span: tuple[int, int],
    clause: tuple[int, int],
    figure: Figure,
    facts: Facts,
) -> int:
    """Whose outcome a comparison tells, "more likely" or "1.32 times", in its clause.

    0 where the words do not tell the two groups apart.
    """
    start, end = span
    named = [
        one
        for one in mentions(sentence, figure, facts)
        if clause[0] <= one.start < clause[1] and not start <= one.start < end
    ]
    behind_start = _COMPARES_BEHIND.search(sentence, end)
    limit = behind_start.start() if behind_start else len(sentence)
    compared = _compared(sentence, start)
    before = [one for one in named if one.start < start]
    beside = {one.side for one in before if _inside(one, compared)}
    mine = {one.side for one in before if not _inside(one, compared)}
    behind = [one for one in named if one.start >= start]
    after = {one.side for one in behind if one.start < limit}
    other = {one.side for one in behind if one.start >= limit}
    if len(mine) == 1:
        (side,) = mine
        return _unless_of(side, after | other | beside)
    if mine:
        return 0
    if len(after) == 1:
        (side,) = after
        if _of_others(sentence, end, behind[0].start, _names(figure)):
            side = -side
        elif _RATE_IN.match(sentence, end):
            return 0
        return _unless_of(side, other | beside)
    named_behind = behind_start is not None and _names_others(sentence, limit, behind)
    rest = beside or (set() if named_behind else other)
    return -next(iter(rest)) if not after and len(rest) == 1 else 0


def _unless_of(side: int, others: set[int]) -> int:
    """The side; 0 if the words of the other group name the same one, and no more."""
    return 0 if others == {side} else side


def _names(figure: Figure) -> str:
    return f"{figure.group} {figure.reference_group}".lower()


def _names_others(sentence: str, limit: int, behind: list[Mention]) -> bool:
    """Whether it is "than others", which may be either group."""
    first = next((one.start for one in behind if one.start >= limit), limit)
    return (
        re.search(r"\b(?:others|other|rest|average)\b", sentence[limit:first])
        is not None
    )


def _compared(sentence: str, end: int) -> list[tuple[int, int]]:
    """What a sentence compares with in front of a place."""
    found = _COMPARES.finditer(sentence, 0, end)
    return [_span(sentence, match.start()) for match in found]


def _span(sentence: str, start: int) -> tuple[int, int]:
    """From words that compare to the end of what is compared with."""
    ends = [one for one in (sentence.find(mark, start) for mark in ",;:") if one >= 0]
    return start, min(ends, default=len(sentence))


def _inside(mention: Mention, spans: list[tuple[int, int]]) -> bool:
    return any(start <= mention.start < end for start, end in spans)


def _of_others(sentence: str, end: int, at: int, names: str) -> bool:
    """Whether it is "1.32 times the risk of the others", which names them second."""
    if not _TIMES_THE.match(sentence, end):
        return False
    last = sentence.rfind(" of ", end, at)
    whom = _WHOM.match(sentence, last + 4) if last >= 0 else None
    return whom is not None and (whom[1] in _ANYBODY or whom[1] in names)


_TIMES_THE = re.compile(r"\s*(?:the|that|those)\b")
_RATE_IN = re.compile(r"\s*(?:the|that)\s[^,;:]*?\s(?:in|among|for|with)\s")
"""The rate in one of two groups, which may be the one told of or the one beside it."""
_WHOM = re.compile(r"(?:the\s+|an?\s+)?([a-z]+)")
_ANYBODY = frozenset({"those", "people", "others"})


def owner(
    sentence: str,
    first: tuple[int, int],
    second: tuple[int, int],
    named: tuple[Mention, ...],
) -> int:
    """Whose number the first of two is, given where both start and end; 0 if unclear."""
    for cuts in _CUTS:
        told = {
            _of_parts(sentence, cut.start(), (first[0], second[1]), named)
            for cut in cuts.finditer(sentence, first[1], second[0])
        } - {0}
        if told:
            return next(iter(told)) if len(told) == 1 else 0
    return 0


def _of_parts(
    sentence: str, cut: int, numbers: tuple[int, int], named: tuple[Mention, ...]
) -> int:
    start, end = numbers
    left = [one for one in named if one.start < cut]
    right = [one for one in named if one.start >= cut]
    mine, other = {one.side for one in left}, {one.side for one in right}
    if len(mine) == 1 and not mine & other:
        return (
            0
            if not other and _only_compared(sentence, left, start)
            else next(iter(mine))
        )
    if not mine and len(other) == 1:
        return -next(iter(other))
    if mine and other:
        return 0
    both = left or right
    outside = all(one.start < start for one in both) or all(
        one.start >= end for one in both
    )
    return _first_of_two(both) if outside else 0


def _only_compared(sentence: str, named: list[Mention], start: int) -> bool:
    """Whether a group stands behind "than" alone, and the number that starts there does not."""
    spans = _compared(sentence, start)
    apart = [one for one in spans if not one[0] <= start < one[1]]
    return all(_inside(one, apart) for one in named)


def _first_of_two(named: list[Mention]) -> int:
    """The first group where both are named in turn, with the numbers in the same order."""
    sides = [one.side for one in named]
    turns = sum(one != other for one, other in pairwise(sides))
    return sides[0] if turns == 1 else 0
