"""What a number in a table speaks of: its row's label, its column's head, and its source.

A cell by itself is no sentence. Its row says of whom it is, its column what was counted,
a caption or a line of sources from where; these stand as words around the number.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from relcase.domain.passage import Passage
from relcase.domain.report.beside import Beside
from relcase.domain.report.masking import masked, without
from relcase.domain.report.splitting import stems
from relcase.domain.wording.numerals import numerals

_LONGEST = 60
"""Letters of a cell above which it is prose, and read as such."""
_FEW = 3
"""How many words that carry meaning may stand beside the number of a cell."""
_LONGEST_CONTEXT = 200
_DIGIT = re.compile(r"\d")
_PERCENT = re.compile(r"%|\bper\s?cent\b|\bpercentages?\b(?!\s+points?)", re.IGNORECASE)
_POINTS = re.compile(r"\bpercentage\s+points?\b|\bpp\b", re.IGNORECASE)


class Framed(NamedTuple):
    """A number of a table in the words that tell what it is."""

    before: str
    """What stands before the words of the cell, digits left out."""
    behind: str
    """What stands behind them: the unit, and the column's head once more."""
    label: str
    """What the row is of."""
    head: str
    """What the column is of."""
    row: Collection[int]
    """The passages of its row, which may give its source."""
    first: int
    """The first passage of the table."""
    last: int


class _Grid(NamedTuple):
    """The passages of a table, by row and column."""

    rows: Mapping[int, Mapping[int, Sequence[int]]]
    first: int
    last: int


def framed(
    passages: Sequence[Passage], beside: Mapping[int, Beside]
) -> Mapping[int, Framed]:
    """The cells that are a number, by their passage."""
    words = {
        number: _words(passages[number].text, one)
        for number, one in beside.items()
        if passages[number].cell
    }
    found: dict[int, Framed] = {}
    for grid in _grids(passages, words):
        found.update(_of_grid(grid, words))
    return found


def _words(text: str, beside: Beside) -> str:
    """The words of a cell without its citations."""
    asides = [(one.start, one.end) for one, _, _ in beside.sources]
    return masked(without(text, asides))


def _grids(passages: Sequence[Passage], words: Collection[int]) -> Iterator[_Grid]:
    tables: dict[int, dict[int, dict[int, list[int]]]] = {}
    for number in sorted(words):
        if cell := passages[number].cell:
            row = tables.setdefault(cell.table, {}).setdefault(cell.row, {})
            row.setdefault(cell.column, []).append(number)
    for rows in tables.values():
        every = [one for row in rows.values() for held in row.values() for one in held]
        yield _Grid(rows, min(every), max(every))


def _of_grid(grid: _Grid, words: Mapping[int, str]) -> Iterator[tuple[int, Framed]]:
    heads: dict[int, str] = {}
    group = label = ""
    for row in grid.rows.values():
        told = {at: " ".join(words[one] for one in held) for at, held in row.items()}
        if not any(map(_is_number, told.values())):
            if len(told) > 1 or not heads:
                heads, group = {**heads, **told} if not label else told, ""
            else:
                group = next(iter(told.values()), "")
            continue
        label = _label(told) or label
        passages = [one for held in row.values() for one in held]
        for column, held in row.items():
            head = heads.get(column, "")
            if column == min(told) and not head and not _is_number(told[column]):
                continue
            for one in held:
                if _is_number(words[one]):
                    yield one, _frame(words[one], group, label, head, passages, grid)


def _frame(
    cell: str, group: str, label: str, head: str, row: Collection[int], grid: _Grid
) -> Framed:
    context = ", ".join(filter(None, map(_plain, (group, label, head))))
    unit = ""
    if not re.search(r"[^\W\d_]|%|[£$€]", cell):
        unit = " percentage points" if _POINTS.search(head) else ""
        unit = unit or ("%" if _PERCENT.search(head) else "")
    behind = f"{unit} {_plain(head)}".rstrip()
    return Framed(
        f"{context}: " if context else "",
        behind,
        f"{group} {label}".strip(),
        head,
        row,
        grid.first,
        grid.last,
    )


def _plain(words: str) -> str:
    """Words of a head or a label, with nothing that would be read as a number."""
    return " ".join(_DIGIT.sub(" ", words)[:_LONGEST_CONTEXT].split()).strip(" -–%()|")


def _label(told: Mapping[int, str]) -> str:
    """What a row is of: its first cells, up to the first number."""
    parts: list[str] = []
    for _, words in sorted(told.items()):
        if _is_number(words):
            if parts:
                break
            continue
        if words.strip():
            parts.append(words.strip())
    return " ".join(parts)


def _is_number(words: str) -> bool:
    """Whether a cell is a number, with few words beside it."""
    if len(words) > _LONGEST or not _DIGIT.search(words):
        return False
    claims = any(one.kind not in ("year", "level") for one in numerals(words))
    return claims and len(stems(words)) <= _FEW
