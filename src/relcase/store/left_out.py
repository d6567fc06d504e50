"""The entries of a file that are left out of every answer, each with an error."""

import re
from collections.abc import Iterable, Iterator

from relcase.domain.problem import FaultyEntry, Finding, KeyOf, Problem, Step
from relcase.store import yaml_text
from relcase.store.load import LoadedFile

_ID = re.compile(r"""['"]?([^'",}\]#]+?)\s*(?:['",}\]#]|$)""")
_BEFORE_ID = re.compile(r"""\bid['"]?:\s*$""")
_ID_LINE = re.compile(rf"[ \t-]*id:[ \t]*{_ID.pattern}")
_LOSE_ENTRY = frozenset({"Y01", "Y02", "Y04"})
"""Mistakes of syntax that cost the entry they stand in, or all of them."""


def left_out(loaded: LoadedFile, judged: Iterable[Finding]) -> list[FaultyEntry]:
    """The entries of a file with an error, in its order; ``judged`` are those of meaning.

    The id is empty where none can be read.
    """
    faulty = list(_faulty(loaded, judged))
    found = [one for one in faulty if one.id]
    wide = [one.problem for one in faulty if not one.id]
    wide += [
        one
        for one in loaded.problems
        if one.severity == "error" and one.rule in _LOSE_ENTRY
    ]
    if wide:
        read = {one.entry.id for one in loaded.placed} | {one.id for one in found}
        read |= {one.id for one in loaded.sectors} | {one.id for one in loaded.outcomes}
        found += _lost(loaded.lines, read, sorted(wide, key=_line))
    return sorted(found, key=lambda one: (_line(one.problem), one.id))


def _lost(
    lines: Iterable[str], read: set[str], problems: list[Problem]
) -> Iterator[FaultyEntry]:
    """What was never read: an entry that a mistake stands in, or all of a section."""
    blamed = []
    for number, line in enumerate(lines, 1):
        named = _ID_LINE.match(line)
        if named and named[1] not in read:
            behind = (one for one in problems if _line(one) >= number)
            blamed.append(next(behind, problems[-1]))
            yield FaultyEntry(named[1], blamed[-1])
    yield from (FaultyEntry("", one) for one in problems if one not in blamed)


def _line(problem: Problem) -> int:
    return problem.line or 0


def _faulty(loaded: LoadedFile, judged: Iterable[Finding]) -> Iterator[FaultyEntry]:
    """What was read, and has an error."""
    first: dict[tuple[Step, ...], Finding] = {}
    for one in (*loaded.findings, *judged):
        if one.severity == "error":
            first.setdefault(one.steps[:2], one)
    if not first:
        return
    places = yaml_text.places(loaded.text, ((*entry, "id") for entry in first))
    lines = loaded.text.splitlines()
    problems = loaded.located(first.values())
    for entry, problem in zip(first, problems, strict=True):
        line, column = places[*entry, "id"]
        row = lines[line - 1] if line <= len(lines) else ""
        is_entry = len(entry) > 1 and not isinstance(entry[0], KeyOf)
        found = _ID.match(row, column - 1)
        has_id = is_entry and found and _BEFORE_ID.search(row[: column - 1])
        yield FaultyEntry(found[1] if found and has_id else "", problem)
