"""Outcomes and their opposites: to die and to survive, to be housed and homeless."""

import re
from collections.abc import Iterator
from functools import lru_cache

from relcase.domain.evidence import Figure, Statistic
from relcase.domain.printed import value

_AVOID = (
    r"(?:avoid(?:s|ed|ing)?|escap(?:e|es|ed|ing)|free\s+(?:of|from)|spared|without"
    r"|not\s+(?:to\s+)?(?:get|be|go|develop|have|becom\w+|return|being)|steer\w*\s+clear\s+of"
    r"|stay(?:s|ed|ing)?\s+(?:out\s+of|away\s+from|off|clear\s+of|free\s+of))"
)
_PAIRS = (
    (
        r"\b(?:die[sd]?|dying|deaths?|dead|mortality|kill\w*|fatal\w*)\b",
        r"\b(?:surviv\w+|alive|live[sd]?\s+(?:longer|on)|longevity)\b",
    ),
    (
        r"\b(?:readmi\w+|admissions?|admitted|back\s+(?:in|into|to)\s+hospital|hospitalis\w+)\b",
        rf"{_AVOID}\s+(?:\w+\s+)?(?:hospital|readmission|admission|crisis)|remain\w*\s+at\s+home",
    ),
    (
        r"\b(?:re-?offend\w*|re-?convict\w*|re-?arrest\w*|arrest(?:s|ed)?|recidivism"
        r"|convict(?:ed|ion|ions)|offend(?:ed|ing)?\s+again)\b",
        rf"arrest-free|crime-free|desist\w*|go(?:ing)?\s+straight|{_AVOID}\s+(?:\w+\s+)?"
        r"(?:trouble|crime|re-?offending|re-?conviction|arrest|prison|court)",
    ),
    (
        r"\b(?:homeless\w*|on\s+the\s+streets)\b",
        r"\b(?:housed|in\s+(?:stable\s+|long-term\s+)?housing|keep\s+a\s+home|kept\s+a\s+home)\b",
    ),
    (
        r"\b(?:in\s+care|taken\s+into\s+care|go\s+into\s+care|care\s+proceedings)\b",
        r"\b(?:out\s+of\s+care|(?:stay(?:ed|ing)?|liv(?:e|ed|ing)|remain\w*)\s+(?:at\s+home"
        r"|with\s+(?:their\s+)?(?:family|families|parents)))\b",
    ),
    (
        r"\b(?:care\s+home|residential\s+care|nursing\s+home)\b",
        r"\b(?:stay(?:ed|ing)?\s+in\s+their\s+own\s+homes?|remain\w*\s+(?:independent|at\s+home))\b",
    ),
    (
        r"\b(?:depress(?:ed|ion)|dementia|colds?|heart\s+(?:attacks?|disease)|stroke|illness"
        r"|distress\w*|behaviour\s+problems|prolonged\s+grief|burnout|self-harm\w*)\b",
        rf"\b(?:healthy|well|{_AVOID}\s+(?:\w+\s+){{0,2}}(?:depression|dementia|colds?"
        r"|heart\s+(?:attacks?|disease)|stroke|illness|distress|problems|grief|burnout))\b",
    ),
    (
        r"\b(?:complet(?:e|ed|ing|ion))\b",
        r"\b(?:drop(?:ped|ping|s)?\s+out|quit|gave\s+up|abandon\w+)\b",
    ),
    (
        r"\b(?:same\s+placement|kept\s+their\s+placement|settled)\b",
        r"\b(?:mov(?:e|ed|ing)\s+(?:on|placement|home)|placement\s+(?:broke|breakdown|moves?))\b",
    ),
)
PAIRS = tuple(
    (re.compile(one, re.IGNORECASE), re.compile(other, re.IGNORECASE))
    for one, other in _PAIRS
)


@lru_cache(maxsize=4096)
def sides(text: str) -> dict[int, int]:
    """Which outcomes a text names and from which side: 1 as it is, -1 its opposite.

    An outcome named from both sides is left out.
    """
    found = {}
    for number, (plain, opposite) in enumerate(PAIRS):
        other = opposite.search(text) is not None
        rest = opposite.sub(" ", text) if other else text
        one = plain.search(rest) is not None
        if one != other:
            found[number] = 1 if one else -1
    return found


def named(figure: Figure, statistic: Statistic) -> str:
    """What a figure measures, in the words of the record."""
    return figure.outcome or f"{statistic.outcome}; {figure.label}"


def turned(sentence: str, figure: Figure, statistic: Statistic) -> bool:
    """Whether a sentence names the opposite of what a figure measures."""
    mine, theirs = sides(sentence), sides(named(figure, statistic))
    shared = mine.keys() & theirs.keys()
    return any(mine[one] != theirs[one] for one in shared) and not any(
        mine[one] == theirs[one] for one in shared
    )


def frequencies(sentence: str, statistic: Statistic) -> Iterator[float]:
    """How many in 100 have the outcome that a sentence names, where the record says it."""
    mine = sides(sentence)
    for figure in statistic.figures:
        share = _share(figure)
        if share is None:
            continue
        theirs = sides(f"{figure.outcome or ''} {figure.label}")
        for one in mine.keys() & theirs.keys():
            yield share if mine[one] == theirs[one] else 100 - share


def _share(figure: Figure) -> float | None:
    """The share of people with the outcome of a figure, if it is one, in per cent."""
    if figure.measure == "percent":
        return value(figure.estimate)
    part, whole = value(figure.events or figure.estimate), value(figure.denominator)
    counted = figure.measure == "count" or figure.events is not None
    return 100 * part / whole if counted and part is not None and whole else None
