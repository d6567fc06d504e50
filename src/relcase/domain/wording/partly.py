"""A change told of the one outcome of several in which a study saw none."""

import re
from collections.abc import Iterator

from relcase.domain.evidence import Figure
from relcase.domain.measures import includes_null
from relcase.domain.wording.outcomes import words
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import traces
from relcase.domain.wording.verbs import causal, denied

_RESULTS = frozenset({"percent", "share", "points", "times"})
_OBJECT = re.compile(
    r"(?:[\s’'-]+(?!(?:and|but|while|though|by|in|at|among|for|with|than)\b)[a-z]+){1,4}"
)
"""What something is said to be done to: up to four words behind the verb."""
_ROSE = re.compile(
    r"\b[a-z]{4,}(?:\s+(?:in|of|for|with|their|the|between|among|[a-z]{4,})){0,4}?"
    r"\s+(?:rose|grew|improved|increased|strengthened|went\s+up|more(?=\s*(?:$|[,.;(])|\s+than))\b"
)
"""What is said to have risen, and that it did."""
_OF_SCALES = "rated scale score scores difference change against self reported points"
"""Words of labels that say how something was measured, and not what."""


def changed(reading: Reading) -> tuple[int, int] | None:
    """Where a sentence without results says that such an outcome changed."""
    results = [one for one in reading.statistic.figures if one.role == "result"]
    unclear = [one for one in results if _is_unclear(one)]
    numbers = (one for one in reading.numerals if one.kind in _RESULTS)
    if not unclear or any(traces(reading, one) for one in numbers):
        return None
    clear = [one for one in results if one not in unclear]
    for start, end, told in _changes(reading):
        if _names(unclear, told) and not _names(clear, told):
            return start, end
    return None


def _changes(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Where it tells of a change, and the words for what changed."""
    for cause in causal(reading.lower):
        rest = _OBJECT.match(reading.lower, cause.end, reading.clause(cause.start)[1])
        told = rest[0] if rest else ""
        yield cause.start, cause.end + len(told), told
    for rise in _ROSE.finditer(reading.lower):
        if not denied(reading.lower, rise.start()):
            yield *rise.span(), rise[0]


def _is_unclear(figure: Figure) -> bool:
    """Whether no difference was clear, by its interval or in words."""
    return figure.direction == "none" or bool(includes_null(figure))


def _names(figures: list[Figure], text: str) -> bool:
    """Whether a text names what one of some figures measures."""
    for one in figures:
        of_groups = f"{one.group or ''} {one.reference_group or ''} {_OF_SCALES}"
        known = words(one.outcome or one.label, of_groups)
        if known is not None and known.search(text):
            return True
    return False
