"""sectors: the sectors of the stores, and how many entries each has."""

import sys
from collections.abc import Sequence
from typing import Annotated, NamedTuple

import typer

from relcase.cli import complete
from relcase.cli.choices import choose
from relcase.cli.options import Stores, command
from relcase.cli.output import write
from relcase.cli.session import open_session
from relcase.domain.content import Document, Table, Text, line

_FORMATS = ("table", "markdown", "plain", "html", "latex", "json")
_WIDE = {"description": 100, "aliases": 130}
"""Columns that the terminal must have before these are shown on it."""

Form = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="table, markdown, plain, html, latex or json.",
        autocompletion=complete.among(_FORMATS),
    ),
]
Outcomes = Annotated[
    bool, typer.Option("--outcomes", help="The outcomes instead: what was measured.")
]


def app(name: str) -> typer.Typer:
    """The command."""
    made = typer.Typer(rich_markup_mode=None, add_completion=False)
    made.command(name)(command(sectors))
    return made


def sectors(stores: Stores, outcomes: Outcomes = False, format: Form = None) -> None:
    """The sectors, and how many entries each has.

    With the aliases that --sector takes as well. General entries are counted under
    'any' alone.

    Example: relcase sectors
    """
    session = open_session(stores)
    rows = session.library.outcomes() if outcomes else session.library.sectors()
    usual = "table" if sys.stdout.isatty() else "markdown"
    chosen = choose("format", format, _FORMATS) if format else usual
    if chosen == "json":
        import json

        what = "outcomes" if outcomes else "sectors"
        write(
            json.dumps(
                {what: [row._asdict() for row in rows]}, ensure_ascii=False, indent=1
            )
            + "\n",
            None,
        )
        return
    if chosen == "table":
        from relcase.cli.terminal import console, show

        width = console().width
        show(_table(rows, [name for name, wide in _WIDE.items() if width < wide]))
    else:
        write(session.library.written(_table(rows), chosen), None)


def _table(rows: Sequence[NamedTuple], left_out: Sequence[str] = ()) -> Document:
    names = [name for name in rows[0]._fields if name not in left_out] if rows else []
    cells = tuple(
        tuple(
            line(Text(_shown(getattr(row, name)), "b" if name == "id" else ""))
            for name in names
        )
        for row in rows
    )
    return Document((Table(tuple(name.replace("_", " ") for name in names), cells),))


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
