"""Where output goes: the terminal, a pipe, a file, the clipboard."""

import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from relcase.cli.complete import FORMATS
from relcase.cli.options import Output
from relcase.cli.session import Session
from relcase.domain.listed import Listed
from relcase.domain.query import Query
from relcase.errors import AskedWrongly, BadValue, UnknownName
from relcase.store.filters import nearest

SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "plain",
    ".html": "html",
    ".htm": "html",
    ".tex": "latex",
    ".json": "json",
    ".csv": "csv",
}
_PASTED = ("markdown", "plain", "slide", "html", "latex")


def listing_format(output: Output, session: Session) -> str:
    """The format asked for, else that of the file, else by where the output goes."""
    asked = session.settings.format
    if asked.value and (output.out is None or output.format):
        return known_format(str(asked.value), FORMATS)
    if output.out is not None:
        return format_of(output.out, SUFFIXES)
    if output.copy:
        return "markdown"
    return "table" if sys.stdout.isatty() else "markdown"


def known_format(name: str, formats: Sequence[str]) -> str:
    """The format by this name. Raises ``UnknownName`` with the nearest."""
    if name in formats:
        return name
    raise UnknownName("format", name, nearest(name, formats), "relcase stats --help")


def format_of(path: Path, suffixes: dict[str, str]) -> str:
    """The format that a file's suffix stands for."""
    if found := suffixes.get(path.suffix.lower()):
        return found
    raise BadValue(
        "--out", str(path), f"its ending must be one of {', '.join(suffixes)}"
    )


def write_listing(
    session: Session, query: Query, entries: Sequence[Listed], output: Output
) -> None:
    """Entries in the format asked for, to where they were asked for."""
    form = listing_format(output, session)
    if output.copy:
        _copy(session, entries, output, form)
        return
    if form == "table":
        if output.out:
            raise AskedWrongly(
                "A table is for the terminal; for a file choose another format."
            )
        from relcase.cli.table import show_table

        show_table(entries)
        return
    write(written(session, query, entries, output, form), output.out)


def written(
    session: Session, query: Query, entries: Sequence[Listed], output: Output, form: str
) -> str:
    """Entries as the text of a format."""
    library = session.library
    if form == "json":
        return library.envelope(query, entries, references=output.refs)
    if form == "csv":
        return library.spreadsheet(entries)
    if not entries:
        return ""
    return library.snippet(
        entries, form, session.style, session.lang, references=output.refs
    )


def write(content: str | bytes, out: Path | None) -> None:
    """Text to standard output, or whole to a file; a Word file only to a file."""
    if out is None or str(out) == "-":
        if isinstance(content, bytes) and sys.stdout.isatty():
            raise AskedWrongly("This format is not text; name a file with --out FILE.")
        typer.echo(content, nl=False)
        return
    from relcase.store.textfile import write_whole

    # A spreadsheet takes a CSV file without a mark for something older than UTF-8.
    encoding = "utf-8-sig" if out.suffix.lower() == ".csv" else "utf-8"
    write_whole(
        out, content if isinstance(content, bytes) else content.encode(encoding)
    )
    typer.echo(f"Written: {out}", err=True)


def _copy(
    session: Session, entries: Sequence[Listed], output: Output, form: str
) -> None:
    from relcase.cli import clipboard

    if form not in _PASTED:
        form = "markdown"
    library, style, lang = session.library, session.style, session.lang
    refs = output.refs
    rich = library.snippet(entries, "html", style, lang, references=refs)
    plain_form = "plain" if form in ("markdown", "html") else form
    plain = library.snippet(entries, plain_form, style, lang, references=refs)
    clipboard.put(rich, plain)
    noun = "entry" if len(entries) == 1 else "entries"
    typer.echo(f"{len(entries)} {noun} on the clipboard.", err=True)
