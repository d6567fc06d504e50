"""show: all that is known of an entry, on one card."""

from typing import Annotated

import typer

from relcase.api.library import Library
from relcase.cli import complete
from relcase.cli.options import Output, Stores, command
from relcase.cli.output import (
    NO_TABLE_IN_A_FILE,
    listing_format,
    spare,
    spelt,
    to_clipboard,
    write,
)
from relcase.cli.session import open_session
from relcase.domain.content import Document
from relcase.domain.query import Query
from relcase.errors import AskedWrongly

_FORMATS = ("table", "markdown", "plain", "html", "latex", "json")
Ids = Annotated[
    list[str],
    typer.Argument(
        metavar="ID...",
        help="Ids of entries, or citation keys: every entry of that source.",
        autocompletion=complete.ids,
    ),
]


def app(name: str) -> typer.Typer:
    """The command."""
    made = typer.Typer(rich_markup_mode=None, add_completion=False)
    made.command(name)(command(show))
    return made


def show(ids: Ids, output: Output, stores: Stores) -> None:
    """Show all that is known of an entry.

    Figure, uncertainty, people, design, caveats, who says it wrongly and what to say
    instead, source, and how far it was checked.

    Example: relcase show frome-emergency-admissions
    """
    session = open_session(stores, output)
    library = session.library
    named = tuple(dict.fromkeys(one for name in ids for one in _ids(library, name)))
    entries = [library.entry(one) for one in named]
    form = listing_format(output, session, _FORMATS)
    spelt(output, session, form)
    spare(library.files, output.out)
    if form == "json":
        query = Query(ids=named)
        found = library.find(query)
        write(library.envelope(query, found, references=output.refs), output.out)
        return
    cards = [library.card(entry, session.style, session.lang) for entry in entries]
    document = Document(tuple(block for card in cards for block in card.blocks))
    if output.copy:
        rich, plain = (library.written(document, one) for one in ("html", "plain"))
        to_clipboard(rich, plain, "The card is" if len(cards) == 1 else "The cards are")
        return
    if form == "table":
        if output.out:
            raise AskedWrongly(NO_TABLE_IN_A_FILE)
        from relcase.cli.terminal import show as on_terminal

        on_terminal(document)
        return
    write(library.written(document, form), output.out)


def _ids(library: Library, name: str) -> list[str]:
    """The entry of this id, else those of the source with this key, hidden ones too."""
    if library.has(name):
        return [name]
    return [one.id for one in library.find(Query(sources=(name,), hidden=True))] or [
        name
    ]
