"""Which figure of a record is meant by a number that is none of them."""

import re
from collections.abc import Mapping, Sequence

from relcase.domain.evidence import Figure
from relcase.domain.printed import value
from relcase.domain.report.numbers.hearing import Hearing
from relcase.domain.report.words.splitting import stems_of
from relcase.domain.wording.numerals import Numeral

_SLIP = 2.0
"""What it weighs that a number is another with digits exchanged."""
_ALL_BUT = 0.06
"""What part of it a number may be away from a figure that it nearly is."""


def likeliest(figures: Sequence[Figure], hearing: Hearing, numeral: Numeral) -> Figure:
    """The figure that fits the clause of a number best, by its words and its value."""
    clause = hearing.clause(numeral)
    weights = hearing.known.weights
    figures = _meant(figures, hearing, numeral)
    return max(figures, key=lambda one: _likeness(one, clause, numeral, weights))


def _meant(
    figures: Sequence[Figure], hearing: Hearing, numeral: Numeral
) -> Sequence[Figure]:
    """The main figure, and those of which the sentence says what tells them apart.

    Where a number is all but another's, that may be meant as well.
    """
    if hearing.facts.lead not in figures:
        return figures
    said, words = stems_of(hearing.text), [stems_of(_told(one)) for one in figures]
    return [
        one
        for at, one in enumerate(figures)
        if one is hearing.facts.lead
        or said & words[at].difference(*words[:at], *words[at + 1 :])
        or _how_far(one, numeral) <= _ALL_BUT
    ]


def _told(figure: Figure) -> str:
    """The words of the record that tell what a figure is."""
    return " ".join(one or "" for one in (figure.label, figure.group, figure.outcome))


def _how_far(figure: Figure, numeral: Numeral) -> float:
    """How far a number is from a figure, in parts of the larger of the two."""
    estimate, size = abs(value(figure.estimate) or 0), abs(numeral.value)
    return abs(estimate - size) / max(estimate, size, 1e-9)


def _likeness(
    figure: Figure,
    clause: frozenset[str],
    numeral: Numeral,
    weights: Mapping[str, float],
) -> tuple[float, float]:
    """How well a figure fits a clause, then how near its value is."""
    shared = sum(weights.get(one, 0) for one in clause & stems_of(_told(figure)))
    far = _how_far(figure, numeral)
    slip = _SLIP if is_other_digits(figure.estimate or "", numeral.digits) else 0.0
    return shared - 2 * far + slip, -far


def is_other_digits(printed: str, written: str) -> bool:
    """Whether digits were exchanged, or one of them is another: 148 for 184 or for 149.

    Another number of people may be that of a part of them.
    """
    one, other = digits_of(printed), digits_of(written)
    if sorted(one) == sorted(other):
        return True
    wrong = sum(a != b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) and wrong == 1


def digits_of(text: str) -> str:
    """The digits of a number, without the zeros at its ends."""
    return re.sub(r"\D", "", text).strip("0")
