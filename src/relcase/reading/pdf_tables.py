"""The tables of a PDF file, as far as the places of lines show them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from relcase.domain.passage import Cell
from relcase.reading.pdf_columns import are_columns
from relcase.reading.pdf_lines import Line

_LONGEST = 60
"""Letters of a cell at most; what is longer is text in columns."""
_APART = 0.8
"""The least space between two cells, by the height of a line."""
_BELOW = 2.6
"""How far one row may stand below the other, by the same."""
_FEW = 5
"""Words of most cells, below which they are no lines of columns."""
_LEVEL = 2
"""Points by which the lines of a row may differ in height."""


def with_cells(lines: Iterable[Line]) -> list[Line]:
    """The lines, those of tables with their place in one, row by row."""
    found: list[Line] = []
    count = 0
    for _, page in groupby(lines, key=lambda one: one.page):
        held = list(page)
        tables = [] if are_columns(held) else _tables(held)
        found += _in_place(held, tables, count)
        count += len(tables)
    return found


def _in_place(
    page: Sequence[Line], tables: Sequence[Sequence[Sequence[Line]]], count: int
) -> Iterator[Line]:
    """The lines of a page, each table where the first of its lines stands."""
    table_of = {
        one: number for number, rows in enumerate(tables) for row in rows for one in row
    }
    done: set[int] = set()
    for one in page:
        number = table_of.get(one)
        if number is None:
            yield one
        elif number not in done:
            done.add(number)
            yield from _cells(tables[number], count + number + 1)


def _tables(page: Sequence[Line]) -> list[list[list[Line]]]:
    """The rows of each table: two or more that stand below each other."""
    tables: list[list[list[Line]]] = []
    for row in _rows(page):
        last = tables[-1][-1][0] if tables else None
        if last and row[0].bottom - last.bottom <= _BELOW * row[0].size:
            tables[-1].append(row)
        else:
            tables.append([row])
    tables = [rows for rows in tables if len(rows) > 1 and _has_numbers(rows)]
    taken = {one for rows in tables for row in rows for one in row}
    return [[*_head(rows[0], page, taken), *rows] for rows in tables]


def _head(
    row: Sequence[Line], page: Sequence[Line], taken: set[Line]
) -> list[list[Line]]:
    """The heads of columns where the first column has none, so that they are no row.

    What belongs to a table already, which is then ``taken``, is no head of another.
    """
    for one in page:
        up = row[0].bottom - one.bottom
        beside = one.left > row[0].right
        if _LEVEL < up <= _BELOW * one.size and beside and one not in taken:
            taken.add(one)
            return [[one]]
    return []


def _rows(page: Sequence[Line]) -> list[list[Line]]:
    """The lines that stand at one height with space between them."""
    rows: list[list[Line]] = []
    for one in sorted(page, key=lambda line: (line.bottom, line.left)):
        if rows and abs(rows[-1][0].bottom - one.bottom) <= _LEVEL:
            rows[-1].append(one)
        else:
            rows.append([one])
    for row in rows:
        row.sort(key=lambda line: line.left)
    return [row for row in rows if _is_row(row)]


def _is_row(row: Sequence[Line]) -> bool:
    apart = all(
        after.left - before.right >= _APART * before.size
        for before, after in pairwise(row)
    )
    short = all(len(one.text) <= _LONGEST for one in row)
    return len(row) > 1 and apart and short


def _has_numbers(rows: Sequence[Sequence[Line]]) -> bool:
    """Whether there is a number in most rows but the first, and few words in a cell."""
    cells = [one for row in rows for one in row[1:]]
    if 2 * sum(one.text.count(" ") < _FEW for one in cells) < len(cells):
        return False
    told = [
        any(letter.isdigit() for one in row for letter in one.text) for row in rows[1:]
    ]
    return 2 * sum(told) >= len(told)


def _cells(rows: Sequence[Sequence[Line]], table: int) -> list[Line]:
    starts = _columns(rows)
    return [
        one._replace(cell=Cell(table, number, _column(one, starts)))
        for number, row in enumerate(rows, 1)
        for one in row
    ]


def _columns(rows: Sequence[Sequence[Line]]) -> list[tuple[float, float]]:
    """From where to where each column reaches: what stands below each other is one."""
    columns: list[tuple[float, float]] = []
    for one in sorted((one for row in rows for one in row), key=lambda line: line.left):
        if columns and one.left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], one.right))
        else:
            columns.append((one.left, one.right))
    return columns


def _column(line: Line, columns: Sequence[tuple[float, float]]) -> int:
    return next(
        number
        for number, (left, right) in enumerate(columns, 1)
        if left <= line.left <= right
    )
