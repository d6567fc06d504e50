"""cite: the in-text citation and the reference of a source."""

from pathlib import Path
from typing import Annotated

import typer

from relcase.api import citing, telling
from relcase.api.library import Library
from relcase.cli import complete
from relcase.cli.choices import SUFFIXES, asked_format
from relcase.cli.options import Lang, Out, Output, Stores, Style, format_option
from relcase.cli.output import spare, to_clipboard, write, written
from relcase.cli.refs import bibliography, require_key
from relcase.cli.session import open_session
from relcase.compose.listing import keys_of
from relcase.domain.content import Document, Footnote, Line, Paragraph, References
from relcase.domain.query import Query
from relcase.errors import UnknownName
from relcase.store.filters import nearest

_FORMATS = ("plain", "markdown", "html", "latex", "docx", "odt", "pdf")
Wanted = Annotated[
    list[str],
    typer.Argument(
        metavar="ID|KEY...",
        help="Ids of entries or citation keys; several are cited together.",
        autocompletion=complete.ids,
    ),
]
Page = Annotated[
    str,
    typer.Option(
        "--page", "-p", metavar="PAGE", help="The page or pages, as 12 or 12-14."
    ),
]
Narrative = Annotated[
    bool,
    typer.Option("--narrative", help="As part of the sentence: Abel et al. (2018)."),
]
Bib = Annotated[
    Path | None,
    typer.Option(
        "--bib", readable=False, metavar="FILE.bib", help="From this bibliography."
    ),
]
Form = Annotated[str | None, format_option(_FORMATS)]


def cite(
    wanted: Wanted,
    stores: Stores,
    page: Page = "",
    narrative: Narrative = False,
    bib: Bib = None,
    format: Form = None,
    style: Style = None,
    lang: Lang = None,
    copy: Annotated[
        bool, typer.Option("--copy", help="Put it on the clipboard.")
    ] = False,
    out: Out = None,
) -> None:
    """The in-text citation and the reference of a source.

    Several sources are cited together. The citation is a first one, never "ibid.".

    Example: relcase cite frome-emergency-admissions --page 12 --style apa
    """
    form = asked_format(format, out, _FORMATS, SUFFIXES) or "plain"
    session = open_session(stores, Output(style=style, lang=lang))
    sources: citing.Sources = bibliography(bib, stores) if bib else session.library
    keys = [_key(session.library, one) for one in wanted] if not bib else wanted
    spare(sources.files, out)
    for key in keys:
        require_key(sources, key)
    keys = list(dict.fromkeys(keys))
    made = citing.cite(
        sources, keys, session.style, session.lang, page=page, narrative=narrative
    )
    cited = made.citations[keys[0]]
    shown = cited.narrative if narrative else without_notes(cited.parenthetical)
    lines = tuple(text for _, text in made.references)
    document = Document((Paragraph(shown), References(lines)))
    if copy:
        rich, plain = (telling.written(document, one) for one in ("html", "plain"))
        to_clipboard(rich, plain, "The citation is")
        return
    titled = document._replace(title="Citation")
    write(written(titled, form, session.lang, out), out)


def without_notes(cited: Line) -> Line:
    """What a note style would put into a footnote, by itself."""
    return tuple(
        inner
        for part in cited
        for inner in (part.content if isinstance(part, Footnote) else (part,))
    )


def _key(library: Library, one: str) -> str:
    """The citation key of an entry or a source."""
    if found := keys_of(library.find(Query(ids=(one,)))):
        return found[0]
    known = library.names("keys")
    if one in known:
        return one
    names = [*library.names("ids"), *known]
    raise UnknownName(
        "entry or source", one, nearest(one, names), "relcase search WORDS"
    )
