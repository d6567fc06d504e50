"""audit: what publications say of the evidence, and what can be said instead."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from relcase import api
from relcase.api.reviewing import Audited
from relcase.cli import complete
from relcase.cli.choices import choose
from relcase.cli.options import Stores, command, file_or_output
from relcase.cli.output import SUFFIXES, format_of, spare, write
from relcase.cli.session import open_session
from relcase.cli.table import WIDE
from relcase.compose import audit as compose

_FORMATS = ("table", "markdown", "plain", "html", "latex", "json")
Key = Annotated[
    str | None,
    typer.Argument(
        metavar="[KEY]",
        help="Citation key of a publication; without it, all that are recorded.",
        show_default=False,
        autocompletion=complete.keys,
    ),
]
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
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        "-o",
        metavar="FILE",
        help="Write to a file; its suffix gives the format.",
        callback=file_or_output,
    ),
]


def app(name: str) -> typer.Typer:
    """The command."""
    made = typer.Typer(rich_markup_mode=None, add_completion=False)
    made.command(name)(command(audit))
    return made


def audit(
    stores: Stores, key: Key = None, format: Form = None, out: Out = None
) -> None:
    """What publications say of the evidence, and what to say instead.

    With what the study does not say, from the versions that the stores have on record.

    Example: relcase audit casemaker2024
    """
    session = open_session(stores)
    spare(session.library.files, out)
    form = _format(format, out)
    found = api.audit(session.library, key)
    if form == "json":
        write(_json(found), out)
        return
    rows = [(one.id, one.citation, one.said) for one in found]
    if form == "table" and out is None:
        from relcase.cli.terminal import console, show

        wide = console().width >= WIDE
        show(compose.as_table(rows) if wide else compose.as_text(rows))
        return
    form = "markdown" if form == "table" else form
    document = compose.as_text(rows) if form == "plain" else compose.as_table(rows)
    write(session.library.written(document, form), out)


def _format(typed: str | None, out: Path | None) -> str:
    if typed:
        return choose("format", typed, _FORMATS)
    if out is not None:
        return format_of(
            out, {end: form for end, form in SUFFIXES.items() if form in _FORMATS}
        )
    return "table" if sys.stdout.isatty() else "markdown"


def _json(found: Sequence[Audited]) -> str:
    listed = [
        {
            "id": one.id,
            "source": one.source,
            "words": one.said.words,
            "problems": [
                {"rule": problem.rule, "message": problem.message}
                for problem in one.said.problems
            ],
            "better": one.said.better,
        }
        for one in found
    ]
    return json.dumps({"audit": listed}, ensure_ascii=False, indent=1) + "\n"
