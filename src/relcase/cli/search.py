"""search: entries of every kind, best match first, with the matching words shown."""

import sys
from typing import Annotated

import typer

from relcase.api import telling
from relcase.cli import ask, complete
from relcase.cli.options import Filters, Marked, Output, Stores
from relcase.cli.output import write, write_listing, write_marked
from relcase.cli.session import open_session
from relcase.domain.answer import Answer
from relcase.errors import AskedWrongly

Wanted = Annotated[
    list[str],
    typer.Argument(
        metavar="WORDS...",
        help="Words that must all occur.",
        autocompletion=complete.ids,
    ),
]


def search(
    words: Wanted,
    filters: Filters,
    output: Output,
    stores: Stores,
    marked: Marked = False,
) -> None:
    """Search entries of every kind, best match first.

    A word may be the beginning of one, and all words must occur: in what an entry says,
    in its figures, its source, or in the popular versions of its claim.

    Example: relcase search loneliness older
    """
    if not "".join(words).strip():
        raise AskedWrongly("There is no word to search for.")
    session = open_session(stores, output)
    query = ask.query(session.library, (), words, filters)
    if not filters.sort:
        query = query._replace(sort="relevance")
    entries = session.library.find(query)
    if not entries:
        ask.nothing_found(session, query, output)
    if marked:
        write_marked(session, Answer(query, entries), output)
        return
    if session.settings.format.value or output.copy or output.out or output.citations:
        write_listing(session, Answer(query, entries), output)
        return
    found = telling.matches(session.library, entries, query.words)
    if sys.stdout.isatty():
        from relcase.cli.terminal import show

        show(found)
    else:
        write(telling.written(found, "markdown"), None)
