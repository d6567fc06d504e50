"""Content trees on a terminal, by rich, as wide as the terminal is."""

import os
from collections.abc import Iterable, Sequence
from typing import Any

from rich.cells import cell_len
from rich.console import Console, Group
from rich.padding import Padding
from rich.style import Style
from rich.table import Table as RichTable
from rich.text import Text as RichText

from relcase.domain.content import (
    Block,
    Document,
    Footnote,
    Heading,
    Image,
    Items,
    Key,
    Line,
    Paragraph,
    Quotation,
    References,
    Slide,
    Table,
    as_typed,
)
from relcase.domain.inert import address, words
from relcase.render.pictures import instead
from relcase.render.plain import raised

_STYLES = {"i": Style(italic=True), "b": Style(bold=True), "q": Style(dim=True)}
WIDE = 90
"""Columns from which a table reads better than what stands below each other."""
READABLE = 100
"""Columns beyond which a line of prose is hard to read."""
GAP = 2
"""Columns between two columns of a table."""


def console() -> Console:
    """Standard output as a terminal; with NO_COLOR it gets words alone."""
    return Console(
        color_system=None if os.environ.get("NO_COLOR") else "auto",
        highlight=False,
        markup=False,
        emoji=False,
    )


def show(document: Document) -> None:
    """A document on the terminal."""
    out = console()
    width = min(out.width, READABLE)
    for block in document.blocks:
        if isinstance(block, Table):
            out.print(_table(block, out.width))
        else:
            out.print(_block(block), width=width)
        if not isinstance(block, Heading):
            out.print()


def inline(content: Line) -> RichText:
    """A line with its emphasis; links can be clicked where the terminal knows how."""
    text = RichText()
    for part in content:
        if isinstance(part, Footnote):
            text.append(" [")
            text.append(inline(part.content))
            text.append("]")
            continue
        if isinstance(part, Key):
            text.append(words(as_typed(part)))
            continue
        styles = [_STYLES[letter] for letter in part.style if letter in _STYLES]
        link = Style(link=address(part.url))
        said = raised(part) if "^" in part.style else words(part.text)
        text.append(said, Style.combine((*styles, link)))
    return text


def _block(block: Block) -> Any:
    match block:
        case Heading(level=1):
            return Group(RichText(inline(block.content).plain, style="bold"), "")
        case Heading():
            return RichText(inline(block.content).plain, style="bold underline")
        case Paragraph():
            return inline(block.content)
        case Items():
            return Group(*(_hung("• ", item) for item in block.items))
        case References():
            return Group(*_spaced(Padding(inline(item), 0) for item in block.items))
        case Quotation():
            by = [_hung("— ", block.attribution)] if block.attribution else []
            return Padding(Group(inline(block.content), *by), (0, 0, 0, 2))
        case Table():
            return _table(block, READABLE)
        case Image():
            return Group(RichText(instead(block)), inline(block.caption))
        case Slide():
            return Group(*(_block(one) for one in block.blocks))


def _hung(mark: str, content: Line) -> RichTable:
    """A line with its further lines hanging under it."""
    grid = RichTable.grid(padding=0)
    grid.add_column(width=len(mark))
    grid.add_column(overflow="fold")
    grid.add_row(mark, inline(content))
    return grid


def _table(block: Table, room: int) -> RichTable:
    table = RichTable(box=None, header_style="dim", padding=(0, GAP, 0, 0))
    rows = [[inline(cell) for cell in row] for row in block.rows]
    columns = zip(
        block.header, *([cell.plain for cell in row] for row in rows), strict=True
    )
    widths = _widths([list(column) for column in columns], room)
    for name, width in zip(block.header, widths, strict=True):
        table.add_column(name, overflow="fold", width=width)
    for row in rows:
        table.add_row(*row)
    return table


def _widths(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """Widths that break no word as long as there is room for the longest of each column."""
    words_of = [
        [word for cell in column for word in cell.split()] for column in columns
    ]
    least = [max(map(cell_len, words), default=1) for words in words_of]
    most = [max(map(cell_len, column), default=1) for column in columns]
    left = room - GAP * len(columns) - sum(least)
    if left < 0:
        return [max(1, room // len(columns) - GAP)] * len(columns)
    wanted = sum(most) - sum(least)
    share = min(1.0, left / wanted) if wanted else 0
    return [
        low + int((high - low) * share) for low, high in zip(least, most, strict=True)
    ]


def _spaced(parts: Iterable[Any]) -> Iterable[Any]:
    for number, part in enumerate(parts):
        if number:
            yield ""
        yield part
