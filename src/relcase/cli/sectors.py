"""sectors: the sectors of the stores, and how many entries each has."""

import sys
from typing import Annotated

import typer

from relcase.cli.options import Stores, command
from relcase.cli.output import known_format, write
from relcase.cli.session import open_session
from relcase.domain.content import Document, Table, Text, line

Form = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="table, markdown, plain, html, latex or json.",
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
    """List the sectors, their aliases, and how many statistics and other entries each has.

    Example: relcase sectors
    """
    session = open_session(stores)
    rows = session.library.outcomes() if outcomes else session.library.sectors()
    chosen = format or ("table" if sys.stdout.isatty() else "markdown")
    known_format(chosen, ("table", "markdown", "plain", "html", "latex", "json"))
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
    header = tuple(name.replace("_", " ") for name in rows[0]._fields) if rows else ()
    cells = tuple(
        tuple(
            line(Text(_shown(value), "b" if name == "id" else ""))
            for name, value in zip(row._fields, row, strict=True)
        )
        for row in rows
    )
    document = Document((Table(header, cells),))
    if chosen == "table":
        from relcase.cli.terminal import show

        show(document)
    else:
        write(session.library.written(document, chosen), None)


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
