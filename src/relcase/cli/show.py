"""show: all that is known of an entry, on one card."""

import sys
from typing import Annotated

import typer

from relcase.cli import complete
from relcase.cli.options import Output, Stores, command
from relcase.cli.output import SUFFIXES, format_of, known_format, write
from relcase.cli.session import open_session
from relcase.domain.query import Query

_FORMATS = ("table", "markdown", "plain", "html", "latex", "json")
Ids = Annotated[
    list[str],
    typer.Argument(
        metavar="ID...", help="Ids of entries.", autocompletion=complete.ids
    ),
]


def app(name: str) -> typer.Typer:
    """The command."""
    made = typer.Typer(rich_markup_mode=None, add_completion=False)
    made.command(name)(command(show))
    return made


def show(ids: Ids, output: Output, stores: Stores) -> None:
    """Show all that is known of an entry: figure, uncertainty, people, design, caveats,
    who says it wrongly and what to say instead, source, and how far it was checked.

    Example: relcase show frome-emergency-admissions
    """
    session = open_session(stores, output)
    library = session.library
    entries = [library.entry(one) for one in ids]
    asked = session.settings.format.value
    form = asked or (format_of(output.out, SUFFIXES) if output.out else None)
    if form is None:
        form = "table" if sys.stdout.isatty() and not output.copy else "markdown"
    known_format(str(form), _FORMATS)
    if form == "json":
        query = Query(ids=tuple(ids))
        write(library.envelope(query, library.find(query)), output.out)
        return
    cards = [library.card(entry, session.style, session.lang) for entry in entries]
    if output.copy:
        from relcase.cli import clipboard

        clipboard.put(
            "\n".join(library.written(card, "html") for card in cards),
            "\n\n".join(library.written(card, "plain") for card in cards),
        )
        return
    if form == "table":
        from relcase.cli.terminal import show as on_terminal

        for card in cards:
            on_terminal(card)
        return
    write("\n".join(library.written(card, str(form)) for card in cards), output.out)
