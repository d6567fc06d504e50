"""A finding told in two sentences, the second of the other group: read as one."""

import re
from collections.abc import Iterable

from relcase.domain.report.splitting import Sentence

_OTHERS = re.compile(
    r"(?:And |But )?(?:(?:In|Among|For|Of|At|With)\s+)?(?:the\s+(?:other|rest\b|remaining"
    r"|comparison|control|usual|matched|waiting)|those\s+(?:without|with\s+no\b|who\s+(?:did\s+not"
    r"|didn[’']t|never|had\s+n))|others\b|other\s+)",
    re.IGNORECASE,
)
"""How a sentence begins that tells what was found in the group not told of so far."""
_DIGIT = re.compile(r"\d")
_LONGEST = 120
"""Letters that such a sentence has at most."""


def joined(found: Iterable[Sentence], text: str) -> list[Sentence]:
    """Sentences, those with the number of another group joined to the one before."""
    made: list[Sentence] = []
    for one in found:
        told = text[one.start : one.end]
        goes_on = made and len(told) <= _LONGEST and _OTHERS.match(told)
        if goes_on and _DIGIT.search(told) and _counts(text, made[-1]):
            made[-1] = Sentence(made[-1].start, one.end)
        else:
            made.append(one)
    return made


def _counts(text: str, one: Sentence) -> bool:
    return _DIGIT.search(text, one.start, one.end) is not None
