"""slides: a deck of entries, as PowerPoint, Markdown or HTML."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from relcase.api import decks
from relcase.api.decks import FORMS, SIZES, THEMES, Form, Look
from relcase.cli import ask, complete
from relcase.cli.choices import choose
from relcase.cli.options import (
    Filters,
    Lang,
    Output,
    Stores,
    Style,
    Words,
    command,
    file_or_output,
    format_option,
)
from relcase.cli.output import format_of, spare, write
from relcase.cli.session import open_session
from relcase.domain.vocabulary import KINDS, LENGTHS
from relcase.errors import AskedWrongly, BadValue

if TYPE_CHECKING:
    from relcase.render.powerpoint.deck import Foreign

_SUFFIXES: dict[str, Form] = {
    ".pptx": "pptx",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
}


class Deck(NamedTuple):
    """What the deck holds besides the entries, and how it looks."""

    title: Annotated[
        str | None,
        typer.Option("--title", metavar="TEXT", help="The title of the deck."),
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
    size: Annotated[
        str,
        typer.Option(
            "--size",
            metavar="SIZE",
            help="16:9 or 4:3.",
            autocompletion=complete.among(SIZES),
        ),
    ] = "16:9"
    theme: Annotated[
        str,
        typer.Option(
            "--theme",
            metavar="THEME",
            help="light or dark.",
            autocompletion=complete.among(THEMES),
        ),
    ] = "light"
    template: Annotated[
        Path | None,
        typer.Option(
            "--template",
            metavar="FILE",
            help="Your own PowerPoint file: its layouts, fonts and colours are used.",
        ),
    ] = None
    into: Annotated[
        Path | None,
        typer.Option(
            "--into",
            metavar="FILE",
            help="Put the slides into this PowerPoint file, which stays as it is; "
            "a cover comes with them only if --title names it.",
        ),
    ] = None
    after: Annotated[
        int | None,
        typer.Option(
            "--after",
            min=0,
            metavar="N",
            help="With --into: after this slide; 0 is before the first. [default: the last]",
            show_default=False,
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


Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Kind of entry for the filters: statistic (default), story, quote …, or all.",
        autocompletion=complete.among((*KINDS, "all")),
    ),
]


def app(name: str) -> typer.Typer:
    """The command."""
    made = typer.Typer(rich_markup_mode=None, add_completion=False)
    made.command(name)(command(slides))
    return made


def slides(
    filters: Filters,
    deck: Deck,
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
    look = _look(deck, written)
    session = open_session(stores, Output(style=written.style, lang=written.lang))
    library = session.library
    yours = [one for one in (deck.template, deck.into) if one is not None]
    spare([*library.files, *yours], written.out)
    template, into = _foreign(deck.template), _foreign(deck.into, "--into")
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
        covered=deck.into is None or deck.title is not None,
        references=written.refs,
        say=choose("length", deck.say, LENGTHS) if deck.say else None,
    )
    file = decks.deck_file(made, look, template=template, into=into, after=deck.after)
    write(file if look.form == "pptx" else file.decode(), written.out)


def _look(deck: Deck, written: Written) -> Look:
    """The form, the size and the theme; what cannot be had together is refused."""
    if deck.size not in SIZES:
        raise BadValue("--size", deck.size, f"it is one of {', '.join(SIZES)}")
    form = _form(written)
    if form != "pptx" and (deck.template or deck.into):
        raise AskedWrongly("--template and --into are for PowerPoint: --out deck.pptx.")
    if deck.template and deck.into:
        raise AskedWrongly(
            "--template and --into do not go together: a deck has layouts of its own."
        )
    if deck.after is not None and deck.into is None:
        raise AskedWrongly("--after needs --into, the deck that the slides go into.")
    return Look(form, deck.size, choose("theme", deck.theme, THEMES))


def _form(written: Written) -> Form:
    """As asked for, else that of the file."""
    if written.format:
        return choose("format", written.format, FORMS)
    if written.out is None:
        raise AskedWrongly(
            "A deck is a file; name it with --out deck.pptx (or .md, .html)."
        )
    return format_of(written.out, _SUFFIXES)


def _foreign(path: Path | None, option: str = "--template") -> "Foreign | None":
    """A PowerPoint file of the user's, read whole."""
    if path is None:
        return None
    from relcase.render.powerpoint.deck import Foreign
    from relcase.store.textfile import read_bytes

    return Foreign(str(path), read_bytes(path), option)
