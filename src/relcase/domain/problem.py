"""One shape for everything that is wrong with a text somebody wrote.

A ``Finding`` says where in the content (``statistics[3].figures[0].low``); the store,
which knows the files, turns it into a ``Problem`` with a path, a line and a column.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]


class KeyOf(NamedTuple):
    """A last step that means the name of a field, not the value under it."""

    name: str


Step = str | int | KeyOf


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong, its place in a file, and how to mend it.

    ``line`` and ``column`` start at 1 and point at the value that is wrong; both are
    ``None`` where a file has no lines, and ``place`` then says where in words.
    """

    path: str
    line: int | None
    column: int | None
    severity: Severity
    rule: str
    message: str
    hint: str | None = None
    place: str | None = None


class FaultyEntry(NamedTuple):
    """An entry that no answer has because of an error, and the first of its errors."""

    id: str
    """Empty where none can be read."""
    problem: Problem


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at ``steps`` in the content of ``file``, not yet located.

    ``steps`` leads through maps and lists (``("statistics", 3, "headline")``); for a
    bibliography it is the citation key and, where one is at fault, the field.
    """

    file: str
    steps: tuple[Step, ...]
    rule: str
    severity: Severity
    message: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule is called; its module's docstring is its page in the manual."""

    id: str
    title: str
    severity: Severity
