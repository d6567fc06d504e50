"""One thing wrong with a sentence: the rule, the words, and what could stand there."""

from typing import NamedTuple

from relcase.domain.problem import Severity


class Wrong(NamedTuple):
    """What is wrong with some words of a sentence about a study.

    ``start`` and ``end`` are offsets into the sentence, so that a column is
    ``start + 1``. ``better`` is what could stand in their place; a whole sentence, with its
    full stop, where the sentence has to be written anew; or ``None``.
    """

    rule: str
    severity: Severity
    start: int
    end: int
    message: str
    better: str | None = None
