"""refs: the reference list of a selection, a document or a bibliography."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from relcase.api.bibliography import Bibliography
from relcase.api.citing import Sources, cited_in, reference_document, reference_list
from relcase.api.library import Library
from relcase.cli import ask, complete
from relcase.cli.choices import asked_format
from relcase.cli.fitting import reference_doc as fit
from relcase.cli.options import (
    Copy,
    Filters,
    Kinds,
    Lang,
    Out,
    Output,
    ReferenceDoc,
    Stores,
    Style,
    format_option,
)
from relcase.cli.output import is_whole, spare, to_clipboard, write, written
from relcase.cli.say import say
from relcase.cli.session import open_session, settings_for
from relcase.compose.listing import keys_of
from relcase.domain.query import Query
from relcase.errors import AskedWrongly, NothingFound, UnknownName
from relcase.store.filters import nearest

FORMATS = (
    *("markdown", "plain", "html", "latex", "docx", "odt", "pdf"),
    *("bibtex", "csl-json", "ris"),
)
_SUFFIXES = {
    ".md": "markdown",
    ".txt": "plain",
    ".html": "html",
    ".tex": "latex",
    ".docx": "docx",
    ".odt": "odt",
    ".pdf": "pdf",
    ".bib": "bibtex",
    ".json": "csl-json",
    ".ris": "ris",
}
Wanted = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ID|KEY|FILE|WORDS]...",
        help="Ids, citation keys, the plan of a case, Markdown or LaTeX that cites keys; "
        "or words that must all occur.",
        show_default=False,
        autocompletion=complete.ids,
    ),
]
Form = Annotated[str | None, format_option(FORMATS)]
Bib = Annotated[
    Path | None,
    typer.Option(
        "--bib",
        readable=False,
        metavar="FILE.bib",
        help="Format this bibliography instead of a store.",
    ),
]


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
    reference_doc: ReferenceDoc = None,
) -> None:
    """The reference list of a selection, document or bibliography.

    Without words or filters: of the whole store; with --bib: of any bibliography.

    Example: relcase refs --sector health --style vancouver

    Example: relcase refs report.md -f docx -o references.docx

    Example: relcase refs case.yaml -o case.ris
    """
    how = _style_and_language(stores, style, lang)
    form = _form(format, out)
    fit(reference_doc, form)
    if bib and (kind or filters != Filters()):
        raise AskedWrongly("A bibliography has no entries that filters could select.")
    sources: Sources = (
        bibliography(bib, stores) if bib else _library(stores, style, lang)
    )
    spare(sources.files, out, reference_doc)
    keys, unknown = _selected(sources, wanted or (), kind or (), filters)
    if keys:
        on_terminal = not (format or out) and sys.stdout.isatty()
        where = "copy" if copy else "terminal" if on_terminal else form
        _deliver(sources, keys, where, how, out, reference_doc)
    elif not unknown:
        unknown = ["No source is cited there." if wanted else "No source matches."]
    if unknown:
        raise NothingFound("\n".join(unknown))


def _selected(
    sources: Sources, wanted: Sequence[str], kind: Sequence[str], filters: Filters
) -> tuple[list[str], list[str]]:
    """The keys that are asked for, each once; and what to say of those that are not there."""
    keys: list[str] = []
    words = _words(sources, wanted)
    if isinstance(sources, Library) and (kind or words or filters != Filters()):
        query = ask.query(sources, ask.kinds(kind or ["statistic"]), words, filters)
        keys += keys_of(sources.find(query))
    elif not wanted:
        keys += sources.names("keys")
    named = [
        found for one in wanted if one not in words for found in _keys(sources, one)
    ]
    keys += [key for is_known, key in named if is_known]
    unknown = [sentence for is_known, sentence in named if not is_known]
    return list(dict.fromkeys(keys)), unknown


def _style_and_language(
    stores: Stores, style: str | None, lang: str | None
) -> tuple[str, str]:
    chosen = settings_for(stores, Output(style=style, lang=lang))
    return str(chosen.style.value), str(chosen.lang.value)


def _library(stores: Stores, style: str | None, lang: str | None) -> Library:
    return open_session(stores, Output(style=style, lang=lang)).library


def _deliver(
    sources: Sources,
    keys: Sequence[str],
    where: str,
    named: tuple[str, str],
    out: Path | None,
    reference_doc: Path | None,
) -> None:
    """The list to the clipboard, the terminal, or in a format to a file or a pipe."""
    if where == "copy":
        rich, plain = (
            reference_list(sources, keys, one, *named) for one in ("html", "plain")
        )
        noun = "reference" if len(keys) == 1 else "references"
        to_clipboard(str(rich), str(plain), f"{len(keys)} {noun}")
    elif where == "terminal":
        from relcase.cli.terminal import show

        show(reference_document(sources, keys, *named))
    elif is_whole(where, out):
        document = reference_document(sources, keys, *named, titled=True)
        write(written(document, where, named[1], out, reference_doc), out)
    else:
        write(reference_list(sources, keys, where, *named), out)


def bibliography(path: Path, stores: Stores) -> Bibliography:
    """A .bib file; says on standard error how many problems it has."""
    found = Bibliography(path, cache=stores.cache)
    for one in found.problems:
        if one.severity == "error":
            say(f"{one.path}:{one.line}:{one.column}: {one.message} [{one.rule}]")
    return found


def require_key(sources: Sources, key: str) -> None:
    """Raises ``UnknownName`` with the nearest keys when a source is not there."""
    known = sources.names("keys")
    if key not in known:
        raise UnknownName("source", key, nearest(key, known))


def _form(typed: str | None, out: Path | None) -> str:
    named = _PROGRAMS.get(typed.casefold(), typed) if typed else None
    return asked_format(named, out, FORMATS, _SUFFIXES) or "markdown"


_PROGRAMS = {"zotero": "ris", "endnote": "ris", "mendeley": "ris", "bib": "bibtex"}
"""What a program that keeps sources reads, by its name."""


def _words(sources: Sources, wanted: Sequence[str]) -> tuple[str, ...]:
    """Of what was typed, the words to search for: they name nothing, and find entries."""
    if not isinstance(sources, Library):
        return ()
    known = set(sources.names("keys"))
    return tuple(
        one
        for one in wanted
        if one not in known
        and not sources.has(one)
        and one != "-"
        and not Path(one).suffix
        and not Path(one).is_file()
        and sources.count(Query(words=(one,)))
    )


def _keys(sources: Sources, one: str) -> Iterator[tuple[bool, str]]:
    """The keys that an id, a key or a file stands for; and what to say of a key in a
    file that no bibliography has."""
    known = sources.names("keys")
    if one in known:
        yield True, one
    elif isinstance(sources, Library) and sources.has(one):
        for key in keys_of(sources.find(Query(ids=(one,)))):
            yield True, key
    elif isinstance(sources, Library) and _is_plan(one):
        yield from _of_plan(sources, Path(one))
    elif one == "-" or Path(one).is_file():
        for found in cited_in(Path(one)):
            where = f"{one}:{found.line}:{found.column}"
            missing = f"{where}: no bibliography has the source '{found.key}'."
            here = found.key in known
            yield here, found.key if here else missing
    else:
        names = [*sources.names("ids"), *known]
        raise UnknownName("entry, source or file", one, nearest(one, names))


def _is_plan(one: str) -> bool:
    return Path(one).suffix.lower() in (".yaml", ".yml") and Path(one).is_file()


def _of_plan(library: Library, path: Path) -> Iterator[tuple[bool, str]]:
    """The keys of the entries of a case, as ``_keys`` gives them."""
    from relcase.api.cases import load_plan

    plan = load_plan(path).plan
    if plan is None:
        raise NothingFound(f"{path} is no sound plan; see: relcase case check {path}")
    for one in plan.ids:
        if library.has(one):
            for key in keys_of(library.find(Query(ids=(one,)))):
                yield True, key
        else:
            yield False, f"{path}: there is no entry '{one}'."
