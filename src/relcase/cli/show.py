"""show: all that is known of an entry, on one card."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from relcase.api import telling
from relcase.api.library import Library
from relcase.cli import ask, complete
from relcase.cli.choices import TABULAR, listing_format
from relcase.cli.options import Context, Output, Stores
from relcase.cli.output import (
    NO_TABLE_IN_A_FILE,
    deliver,
    fitting,
    is_file,
    spare,
    spelt,
    to_clipboard,
    write,
)
from relcase.cli.session import Session, open_session
from relcase.domain.content import Document
from relcase.domain.query import Query
from relcase.errors import AskedWrongly

if TYPE_CHECKING:
    from relcase.domain.record import Record

_FORMATS = TABULAR
Ids = Annotated[
    list[str],
    typer.Argument(
        metavar="ID...",
        help="Ids of entries, or citation keys: every entry of that source.",
        autocompletion=complete.ids,
    ),
]


class Views(NamedTuple):
    """What is shown of each entry, if not all of it."""

    why: Annotated[
        bool, typer.Option("--why", help="Each step of the certainty, with its reason.")
    ] = False
    challenge: Annotated[
        bool,
        typer.Option(
            "--challenge", help="What a sceptic asks, answered from the record."
        ),
    ] = False
    context: Context = None


def show(ids: Ids, views: Views, output: Output, stores: Stores) -> None:
    """Show all that is known of an entry.

    Figure, plain numbers, certainty with reasons, people, design, caveats, who says it
    wrongly and what to say instead, source, and how far it was checked.

    Example: relcase show frome-emergency-admissions --why
    """
    session = open_session(stores, output)
    library = session.library
    context = ask.context(library, views.context)
    named = tuple(dict.fromkeys(one for name in ids for one in _ids(library, name)))
    records = [library.record(one, context) for one in named]
    form = listing_format(output, session, _FORMATS)
    spelt(output, session, form)
    spare(library.files, output.out, output.reference_doc)
    citations = fitting(output, form)
    if form == "json":
        answer = library.answer(Query(ids=named), balance=False, context=context)
        made = telling.envelope(library, ask.as_typed(answer), references=output.refs)
        write(made, output.out)
        return
    cards = [card for one in records for card in _made(session, one, views, citations)]
    if is_file(output, form) and not output.copy:
        from relcase.compose.titles import gathered

        deliver(session, gathered(cards, "Evidence"), form, output)
        return
    document = Document(tuple(block for one in cards for block in one.blocks))
    if output.copy:
        rich, plain = (telling.written(document, one) for one in ("html", "plain"))
        to_clipboard(rich, plain, "The card is" if len(named) == 1 else "The cards are")
        return
    if form == "table":
        if output.out:
            raise AskedWrongly(NO_TABLE_IN_A_FILE)
        from relcase.cli.terminal import show as on_terminal

        on_terminal(document)
        return
    write(telling.written(document, form), output.out)


def _made(
    session: Session, record: "Record", views: Views, citations: str
) -> Iterator[Document]:
    library, style, lang = session.library, session.style, session.lang
    if views.why:
        yield telling.why(record)
    if views.challenge:
        yield telling.challenge(library, record, style, lang, citations)
    if not (views.why or views.challenge):
        yield telling.card(library, record, style, lang, citations)


def _ids(library: Library, name: str) -> list[str]:
    """The entry of this id, else those of the source with this key, hidden ones too."""
    if library.has(name):
        return [name]
    return [one.id for one in library.find(Query(sources=(name,), hidden=True))] or [
        name
    ]
