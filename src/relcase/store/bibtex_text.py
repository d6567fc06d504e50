"""The text of a ``.bib`` file → references, and everything that is wrong with it.

A broken entry does not hide the ones after it, and nothing in a file raises.
"""

import bisect
import re
from collections.abc import Iterator

from relcase.domain.problem import Problem
from relcase.domain.reference import Reference
from relcase.store import bibtex_rules as rules
from relcase.store.bibtex_source import Broken, Entry, read
from relcase.store.csl_json import VERBATIM, to_item
from relcase.store.latex import decode, verbatim


def parse(text: str, file: str) -> tuple[dict[str, Reference], Iterator[Problem]]:
    """References by key in the order of the file, and the problems by place.

    Problems are looked for when they are asked for; the making of an index never does.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = _Lines(text)
    blocks = list(read(text))
    entries = [block for block in blocks if isinstance(block, Entry)]
    references: dict[str, Reference] = {}
    for entry in entries:
        if entry.key and entry.key not in references:
            references[entry.key] = _reference(entry, file, lines)
    return references, _problems(blocks, file, lines)


def _reference(entry: Entry, file: str, lines: "_Lines") -> Reference:
    raw: dict[str, str] = {}
    for value in entry.values:
        raw.setdefault(value.name, value.raw)
    entry_type = entry.type.lower()
    fields = {name: _plain(name, text) for name, text in raw.items()}
    item = to_item(entry.key, entry_type, raw)
    places = {value.name: lines.at(value.start) for value in reversed(entry.values)}
    places[""] = lines.at(entry.key_start)
    line = lines.at(entry.start)[0]
    return Reference(entry.key, item, entry_type, file, line, fields, places)


def _plain(name: str, raw: str) -> str:
    return verbatim(raw) if name in VERBATIM else decode(raw).text


def _mistakes(blocks: list[Entry | Broken], lines: "_Lines") -> Iterator[rules.Mistake]:
    for block in blocks:
        if isinstance(block, Broken):
            yield rules.broken(block, lines.at(block.end)[0])
        else:
            yield from rules.in_entry(block)
    yield from rules.between(block for block in blocks if isinstance(block, Entry))


def _problems(
    blocks: list[Entry | Broken], file: str, lines: "_Lines"
) -> Iterator[Problem]:
    """What is wrong with the blocks, in the order of the file."""
    yield from sorted(
        (_problem(mistake, file, lines) for mistake in _mistakes(blocks, lines)),
        key=lambda problem: (problem.line, problem.column, problem.rule),
    )


def _problem(mistake: rules.Mistake, file: str, lines: "_Lines") -> Problem:
    line, column = lines.at(mistake.at)
    rule = mistake.rule
    return Problem(
        file, line, column, rule.severity, rule.id, mistake.message, mistake.hint
    )


class _Lines:
    """Offsets of a text as lines and columns, both from 1."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def at(self, offset: int) -> tuple[int, int]:
        line = bisect.bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1
