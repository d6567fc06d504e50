"""Content trees on a terminal, by rich, as wide as the terminal is."""

from collections.abc import Iterable
from typing import Any

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text as RichText

from relcase.domain.content import (
    Block,
    Document,
    Footnote,
    Heading,
    Items,
    Line,
    Paragraph,
    Quotation,
    References,
    Slide,
    Table,
)
from relcase.render.plain import words

_STYLES = {"i": "italic", "b": "bold", "q": "dim"}
READABLE = 100
"""Columns beyond which a line of prose is hard to read."""


def console() -> Console:
    """Standard output as a terminal."""
    return Console(highlight=False, markup=False, emoji=False)


def show(document: Document) -> None:
    """A document on the terminal."""
    out = console()
    width = min(out.width, READABLE)
    for block in document.blocks:
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
        styles = [_STYLES[letter] for letter in part.style if letter in _STYLES]
        if part.url:
            styles.append(f"link {part.url}")
        text.append(words(part.text), " ".join(styles) or None)
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
            return _table(block)
        case Slide():
            return Group(*(_block(one) for one in block.blocks))


def _hung(mark: str, content: Line) -> RichTable:
    """A line with its further lines hanging under it."""
    grid = RichTable.grid(padding=0)
    grid.add_column(width=len(mark))
    grid.add_column()
    grid.add_row(mark, inline(content))
    return grid


def _table(block: Table) -> RichTable:
    table = RichTable(box=None, header_style="dim", padding=(0, 2, 0, 0))
    for name in block.header:
        table.add_column(name, overflow="fold")
    for row in block.rows:
        table.add_row(*(inline(cell) for cell in row))
    return table


def _spaced(parts: Iterable[Any]) -> Iterable[Any]:
    for number, part in enumerate(parts):
        if number:
            yield ""
        yield part
