"""A finding told in two sentences, the second of the other group: read as one."""

import re
from collections.abc import Callable, Iterable

from relcase.domain.report.words.splitting import Sentence, stems

_OTHERS = re.compile(
    r"(?:And\s+|But\s+)?(?:(?:In|Among|For|Of|At|With)\s+)?(?:"
    r"(?P<plainly>the\s+(?:comparison|control|usual\s+care)\b|those\s+(?:without|with\s+no)\b)"
    r"|(?:the\s+)?(?:others?|rest|remaining)\b(?P<whom>\s+\w+)?)",
    re.IGNORECASE,
)
"""How a sentence begins that tells what was found in the group not told of so far."""
_DIGIT = re.compile(r"\d")
_LONGEST = 120
"""Letters that such a sentence has at most."""


def joined(
    found: Iterable[Sentence], text: str, cites: Callable[[Sentence], bool]
) -> list[Sentence]:
    """Sentences, those with the number of another group joined to the one before.

    ``cites`` says whether a sentence has a citation.
    """
    made: list[Sentence] = []
    for one in found:
        if made and _goes_on(text, made[-1], one, cites):
            made[-1] = Sentence(made[-1].start, one.end)
        else:
            made.append(one)
    return made


def _goes_on(
    text: str, before: Sentence, one: Sentence, cites: Callable[[Sentence], bool]
) -> bool:
    """Whether a sentence tells the other half of the one before it.

    "The rest, 30%, did not answer" does not by its words alone: the source has to stand
    behind both. Nor does "in the other wards", where no wards were told of.
    """
    if one.end - one.start > _LONGEST:
        return False
    told = text[slice(*one)]
    others = _OTHERS.match(told)
    if others is None or not all(
        _DIGIT.search(text, *sentence) for sentence in (before, one)
    ):
        return False
    if others["plainly"] or (cites(one) and not cites(before)):
        return True
    whom = stems(others["whom"] or "")
    return bool(whom) and whom[0] in stems(text[slice(*before)])
