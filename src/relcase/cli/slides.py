"""slides: a deck of entries, as PowerPoint, Markdown or HTML."""

from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from relcase.api import decks
from relcase.api.decks import FORMS, Form
from relcase.cli import ask, complete
from relcase.cli.choices import asked_format, choose
from relcase.cli.deck_options import Shown
from relcase.cli.options import (
    Filters,
    Kinds,
    Lang,
    Output,
    Stores,
    Style,
    Words,
    file_or_output,
    format_option,
)
from relcase.cli.output import spare, write
from relcase.cli.session import open_session
from relcase.domain.vocabulary import LENGTHS
from relcase.errors import AskedWrongly

_SUFFIXES: dict[str, Form] = {
    ".pptx": "pptx",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
}


_UNMARKED = (
    "A whole deck is marked in PowerPoint: --out deck.pptx. For slides of Markdown: "
    "relcase stats --marked --format slide."
)


class Deck(NamedTuple):
    """What the deck holds besides the entries."""

    title: Annotated[
        str | None,
        typer.Option(
            "--title",
            metavar="TEXT",
            help="The title of the deck; with --into, it brings a cover.",
        ),
    ] = None
    say: Annotated[
        str | None,
        typer.Option(
            "--say",
            metavar="LENGTH",
            help="The generated sentence as the headline: short or long.",
            autocompletion=complete.lengths,
        ),
    ] = None


class Written(NamedTuple):
    """In which form, and where to."""

    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE",
            help="Write to a file: deck.pptx, deck.md or deck.html.",
            callback=file_or_output,
        ),
    ] = None
    format: Annotated[str | None, format_option(FORMS)] = None
    style: Style = None
    lang: Lang = None
    refs: Annotated[
        bool,
        typer.Option("--refs/--no-refs", help="With or without slides of references."),
    ] = True
    marked: Annotated[
        bool,
        typer.Option(
            "--marked", help="In PowerPoint: so that relcase refresh keeps it current."
        ),
    ] = False


def slides(
    filters: Filters,
    deck: Deck,
    shown: Shown,
    written: Written,
    stores: Stores,
    words: Words = None,
    kind: Kinds = None,
) -> None:
    """A deck: one statistic a slide, with its source, and answers in the notes.

    PowerPoint in our design, in your own template, or put into a deck of yours; Markdown
    for Marp and Quarto; or one HTML page that needs no network.

    Example: relcase slides --sector housing --out housing.pptx
    """
    look = shown.look(_form(written))
    if written.marked and look.form != "pptx":
        raise AskedWrongly(_UNMARKED)
    session = open_session(stores, Output(style=written.style, lang=written.lang))
    library = session.library
    spare([*library.files, *shown.files], written.out)
    foreign = shown.foreign()
    query = ask.query(library, ask.kinds(kind or ("statistic",)), words or (), filters)
    answer = library.answer(query)
    if not answer.entries:
        ask.nothing_found(session, query, Output(format="markdown"))
    if query.ids and not filters.sort:
        answer = ask.as_typed(answer)
    made = decks.deck(
        library,
        answer,
        session.style,
        session.lang,
        look,
        title=deck.title,
        covered=shown.into is None or deck.title is not None,
        references=written.refs,
        say=choose("length", deck.say, LENGTHS) if deck.say else None,
        marked=written.marked,
    )
    file = decks.deck_file(made, look, **foreign)
    write(file if look.form == "pptx" else file.decode(), written.out)


def _form(written: Written) -> Form:
    """As asked for, else that of the file."""
    if form := asked_format(written.format, written.out, FORMS, _SUFFIXES):
        return form
    raise AskedWrongly(
        "A deck is a file; name it with --out deck.pptx (or .md, .html)."
    )
