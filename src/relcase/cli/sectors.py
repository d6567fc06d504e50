"""sectors: the sectors of the stores, and how many entries each has."""

from collections.abc import Sequence
from typing import Annotated, NamedTuple

import typer

from relcase.cli.choices import TABULAR, tabular_format
from relcase.cli.options import Out, Stores, format_option
from relcase.cli.output import is_narrow, spare, write_table
from relcase.cli.session import open_session
from relcase.domain.content import Document, Table, Text, line

_WIDE = {"description": 100, "aliases": 130}
"""Columns that the terminal must have before these are shown on it."""

Form = Annotated[str | None, format_option(TABULAR)]
Outcomes = Annotated[
    bool, typer.Option("--outcomes", help="The outcomes instead: what was measured.")
]


def sectors(
    stores: Stores, outcomes: Outcomes = False, format: Form = None, out: Out = None
) -> None:
    """The sectors, and how many entries each has.

    With the aliases that --sector takes as well. General entries are counted under
    'any' alone.

    Example: relcase sectors
    """
    session = open_session(stores)
    rows = session.library.outcomes() if outcomes else session.library.sectors()
    spare(session.library.files, out)
    form = tabular_format(format, out)
    hidden = [
        name for name, wide in _WIDE.items() if form == "table" and is_narrow(wide)
    ]
    what = "outcomes" if outcomes else "sectors"
    table = _table(rows, hidden)._replace(title=what.capitalize())
    write_table(table, {what: [row._asdict() for row in rows]}, form, out)


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
