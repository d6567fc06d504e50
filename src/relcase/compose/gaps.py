"""A map of the evidence as a table, or as a list where a table is too wide."""

from collections.abc import Iterator

from relcase.domain.content import (
    Block,
    Document,
    Heading,
    Items,
    Line,
    Paragraph,
    Table,
    Text,
    line,
)
from relcase.domain.gap_map import EMPTY, NOT_INEFFECTIVE, GapMap


def as_table(found: GapMap) -> Document:
    """Rows and columns as they are drawn."""
    header = (found.rows_are, *found.columns)
    rows = tuple(
        (line(Text(row, "b")), *(_cell(found, row, one) for one in found.columns))
        for row in found.rows
    )
    return _framed(found, [Table(header, rows)])


def as_list(found: GapMap) -> Document:
    """Row by row what there is, and last what has no record yet."""
    blocks: list[Block] = []
    for row in found.rows:
        blocks.append(Heading(line(row), 2))
        blocks.append(Items(tuple(_listed(found, row))))
    return _framed(found, blocks)


def _cell(found: GapMap, row: str, column: str) -> Line:
    return line("; ".join(found.lines(row, column)))


def _listed(found: GapMap, row: str) -> Iterator[Line]:
    empty = []
    for column in found.columns:
        if (row, column) in found.cells:
            yield line(Text(f"{column}: ", "b"), _cell(found, row, column))
        else:
            empty.append(column)
    if empty:
        yield line(Text(f"{EMPTY.capitalize()}: ", "b"), "; ".join(empty))


def _framed(found: GapMap, blocks: list[Block]) -> Document:
    note = Paragraph(line(NOT_INEFFECTIVE))
    return Document((Heading(line(found.title), 1), *blocks, note))
