"""refs: the reference list of a selection, a document or a bibliography."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from relcase import api
from relcase.cli import ask, complete
from relcase.cli.options import Filters, Lang, Output, Stores, Style, command
from relcase.cli.output import format_of, known_format, write
from relcase.cli.session import open_session, settings_for
from relcase.compose.listing import keys_of
from relcase.domain.query import Query
from relcase.domain.vocabulary import KINDS
from relcase.errors import NothingFound, UnknownName
from relcase.store.filters import nearest

FORMATS = ("markdown", "plain", "html", "latex", "docx", "bibtex", "csl-json", "ris")
_SUFFIXES = {
    ".md": "markdown",
    ".txt": "plain",
    ".html": "html",
    ".tex": "latex",
    ".docx": "docx",
    ".bib": "bibtex",
    ".json": "csl-json",
    ".ris": "ris",
}
Wanted = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ID|KEY|FILE]...",
        help="Ids of entries, citation keys, or Markdown and LaTeX files that cite keys.",
        show_default=False,
        autocompletion=complete.ids,
    ),
]
Form = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"{', '.join(FORMATS)}.",
        autocompletion=complete.among(FORMATS),
    ),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Kind of entry for the filters: statistic (default), story, quote …, or all.",
        autocompletion=complete.among((*KINDS, "all")),
    ),
]
Bib = Annotated[
    Path | None,
    typer.Option(
        "--bib", metavar="FILE.bib", help="Format this bibliography instead of a store."
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        "-o",
        metavar="FILE",
        help="Write to a file; its suffix gives the format.",
    ),
]
Copy = Annotated[
    bool,
    typer.Option(
        "--copy", help="Put it on the clipboard, as rich text and as plain text."
    ),
]


def app(name: str) -> typer.Typer:
    """The command."""
    made = typer.Typer(rich_markup_mode=None, add_completion=False)
    made.command(name)(command(refs))
    return made


def refs(
    filters: Filters,
    stores: Stores,
    wanted: Wanted = None,
    kind: Kinds = None,
    bib: Bib = None,
    format: Form = None,
    style: Style = None,
    lang: Lang = None,
    copy: Copy = False,
    out: Out = None,
) -> None:
    """Print the reference list of the sources used by a selection, by a document, or by
    the whole store; with --bib, of any bibliography by itself.

    Example: relcase refs --sector health --style vancouver
    Example: relcase refs report.md -f docx -o references.docx
    """
    chosen = settings_for(stores, Output(style=style, lang=lang))
    named = (str(chosen.style.value), str(chosen.lang.value))
    form = known_format(format, FORMATS) if format else _form(out)
    unknown: list[str] = []
    sources: api.Sources
    if bib:
        sources = bibliography(bib, stores)
        keys = list(wanted) if wanted else sources.names("keys")
        for key in keys:
            require_key(sources, key)
    else:
        session = open_session(stores, Output(style=style, lang=lang))
        sources = session.library
        keys, unknown = _keys(session.library, wanted or (), kind or (), filters)
    if not keys:
        raise NothingFound(
            "No source is cited there." if wanted else "No source matches."
        )
    if copy:
        from relcase.cli import clipboard

        rich, plain = (
            api.reference_list(sources, keys, one, *named) for one in ("html", "plain")
        )
        clipboard.put(str(rich), str(plain))
        typer.echo(f"{len(keys)} references on the clipboard.", err=True)
    else:
        write(api.reference_list(sources, keys, form, *named), out)
    if unknown:
        raise NothingFound("\n".join(unknown))


def bibliography(path: Path, stores: Stores) -> api.Bibliography:
    """A .bib file; says on standard error how many problems it has."""
    found = api.Bibliography(path, cache=stores.cache)
    for one in found.problems:
        if one.severity == "error":
            typer.echo(
                f"{one.path}:{one.line}:{one.column}: {one.message} [{one.rule}]",
                err=True,
            )
    return found


def require_key(sources: api.Sources, key: str) -> None:
    """Raises ``UnknownName`` with the nearest keys when a source is not there."""
    known = sources.names("keys")
    if key not in known:
        raise UnknownName("source", key, nearest(key, known))


def _form(out: Path | None) -> str:
    return format_of(out, _SUFFIXES) if out else "markdown"


def _keys(
    library: api.Library, wanted: Sequence[str], named: Sequence[str], filters: Filters
) -> tuple[list[str], list[str]]:
    """Keys of the sources wanted, each once; and a sentence for each that is not known."""
    if not (wanted or named) and filters == Filters():
        return library.names("keys"), []
    keys: list[str] = []
    unknown: list[str] = []
    if named or filters != Filters():
        kinds = ask.kinds(named or ["statistic"])
        keys += keys_of(library.find(ask.query(library, kinds, (), filters)))
    known = set(library.names("keys"))
    for one in wanted:
        if one in known:
            keys.append(one)
        elif library.has(one):
            keys += keys_of(library.find(Query(ids=(one,))))
        elif Path(one).is_file():
            for found in api.cited_in(Path(one)):
                if found.key in known:
                    keys.append(found.key)
                else:
                    where = f"{one}:{found.line}:{found.column}"
                    unknown.append(
                        f"{where}: no bibliography has the source '{found.key}'."
                    )
        else:
            names = [*library.names("ids"), *known]
            raise UnknownName("entry, source or file", one, nearest(one, names))
    return list(dict.fromkeys(keys)), unknown
