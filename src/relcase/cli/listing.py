"""stats, stories, quotes, definitions, barriers, actions: entries of one kind."""

from collections.abc import Callable

import typer

from relcase.cli import COMMANDS, ask
from relcase.cli.choices import choose
from relcase.cli.options import Filters, Marked, Output, Stores, Telling, Words, command
from relcase.cli.output import write_listing, write_marked
from relcase.cli.session import open_session
from relcase.domain.vocabulary import LENGTHS, PLURALS, Kind

KINDS: dict[str, Kind] = {
    "stats": "statistic",
    "stories": "story",
    "quotes": "quote",
    "definitions": "definition",
    "barriers": "barrier",
    "actions": "action",
}
_EXAMPLES = {
    "stats": "relcase stats --sector health --style apa",
    "stories": "relcase stories --sector criminal-justice",
    "quotes": "relcase quotes --format slide",
    "definitions": "relcase definitions relationship",
    "barriers": "relcase barriers time",
    "actions": "relcase actions funders",
}


def app(name: str) -> typer.Typer:
    """The command for one kind of entry."""
    kind = KINDS[name]
    made = typer.Typer(rich_markup_mode=None, add_completion=False)
    says = (
        f"{COMMANDS[name][1]}\n\n"
        f"Without words or filters: all {PLURALS[kind]}.\n\nExample: {_EXAMPLES[name]}"
    )
    made.command(name, help=says)(command(_listing(kind)))
    return made


def _listing(kind: Kind) -> Callable[..., None]:
    def listing(
        filters: Filters,
        output: Output,
        stores: Stores,
        words: Words = None,
        marked: Marked = False,
    ) -> None:
        _list(kind, words, filters, output, _UNTOLD, stores, marked)

    def statistics(
        filters: Filters,
        telling: Telling,
        output: Output,
        stores: Stores,
        words: Words = None,
        marked: Marked = False,
    ) -> None:
        _list(kind, words, filters, output, telling, stores, marked)

    return statistics if kind == "statistic" else listing


_UNTOLD = Telling(balance=False)


def _list(
    kind: Kind,
    words: Words,
    filters: Filters,
    output: Output,
    telling: Telling,
    stores: Stores,
    marked: bool,
) -> None:
    session = open_session(stores, output)
    library = session.library
    query = ask.query(library, (kind,), words or (), filters)
    say = choose("length", telling.say, LENGTHS) if telling.say else None
    context = ask.context(library, telling.context)
    answer = library.answer(query, balance=telling.balance, context=context)
    if not answer.entries:
        ask.nothing_found(session, query, output)
    if query.ids and not filters.sort:
        answer = ask.as_typed(answer)
    put = write_marked if marked else write_listing
    put(session, answer, output, say)
