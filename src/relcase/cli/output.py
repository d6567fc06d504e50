"""Where output goes: the terminal, a pipe, a file, the clipboard."""

import os
import sys
from codecs import iterencode
from collections.abc import Iterable
from os.path import realpath
from pathlib import Path

import typer

from relcase.api import telling
from relcase.api.formatting import resolve_style
from relcase.cli.choices import listing_format
from relcase.cli.options import Output
from relcase.cli.say import say
from relcase.cli.session import Session
from relcase.domain.answer import Answer
from relcase.domain.content import Document
from relcase.domain.vocabulary import Length
from relcase.errors import AskedWrongly, BadValue, NotOurs

NO_TABLE_IN_A_FILE = "A table is for the terminal; for a file choose another format."
UNMARKED = (
    "Marks can be kept in markdown, slide, html and latex, and in a Word file; "
    "choose one of these, without --copy. A deck: relcase slides --marked."
)
OFFICE = ("docx", "odt", "pdf")
"""The formats that are files and nothing else."""
_WHOLE = ("html", "latex", *OFFICE)
"""The formats of a file that stands by itself."""
_UNCITED = ("table", "json", "csv")
_PASTED = ("markdown", "plain", "slide", "html", "latex")


def spelt(output: Output, session: Session, form: str) -> None:
    """Raises ``UnknownName`` for a misspelt style that this format would not ask for."""
    if output.style and form in _UNCITED:
        resolve_style(output.style, session.library.folder)


def write_listing(
    session: Session, answer: Answer, output: Output, say_as: Length | None = None
) -> None:
    """An answer in the format asked for, to where it was asked for."""
    spare(session.library.files, output.out, output.reference_doc)
    form = listing_format(output, session)
    spelt(output, session, form)
    citations = fitting(output, form)
    if output.copy:
        _copy(session, answer, output, form, say_as)
    elif is_file(output, form):
        told = telling.report(
            session.library,
            answer,
            session.style,
            session.lang,
            references=output.refs,
            say=say_as,
            citations=citations,
        )
        deliver(session, told, form, output)
    elif form == "table":
        if output.out:
            raise AskedWrongly(NO_TABLE_IN_A_FILE)
        from relcase.cli.table import show_table

        show_table(answer, say_as)
    elif form == "json":
        write(
            telling.envelope(session.library, answer, references=output.refs),
            output.out,
        )
    elif form == "csv":
        rows = telling.spreadsheet(session.library, answer.entries, say_as)
        write(rows, output.out)
    else:
        write(_snippet(session, answer, output, form, say_as), output.out)


def write_marked(
    session: Session, answer: Answer, output: Output, say_as: Length | None = None
) -> None:
    """The same with a mark around each snippet, by which it can be kept current."""
    from relcase.api.marking import MARKED, marked_snippet

    spare(session.library.files, output.out, output.reference_doc)
    asked = output.format or output.out or session.settings.format.value
    form = listing_format(output, session) if asked else "markdown"
    if output.copy or output.citations or form not in MARKED:
        raise AskedWrongly(UNMARKED)
    fitting(output, form)
    made = marked_snippet(
        session.library,
        answer,
        form,
        session.style,
        session.lang,
        references=output.refs,
        say=say_as,
        reference_doc=output.reference_doc,
    )
    write(made, output.out)


def _snippet(
    session: Session, answer: Answer, output: Output, form: str, say_as: Length | None
) -> str:
    return telling.snippet(
        session.library,
        answer,
        form,
        session.style,
        session.lang,
        references=output.refs,
        say=say_as,
        citations=fitting(output, form),
    )


def fitting(output: Output, form: str) -> str:
    """How sources are cited, once the options are known to fit the format.

    Raises ``AskedWrongly`` when they do not.
    """
    if output.citations is None and output.reference_doc is None:
        return "text"
    from relcase.cli import fitting

    fitting.reference_doc(output.reference_doc, form)
    return fitting.citations(output, form)


def is_file(output: Output, form: str) -> bool:
    """Whether what is asked for is a file that stands by itself, with a title."""
    keyed = output.citations == "keys" and output.out is not None
    return keyed or is_whole(form, output.out)


def is_whole(form: str, out: Path | None) -> bool:
    """The same by format: what goes to standard output is to be pasted elsewhere."""
    return form in OFFICE or (out is not None and form in _WHOLE)


def written(
    document: Document,
    form: str,
    lang: str,
    out: Path | None,
    reference_doc: Path | None = None,
) -> str | bytes:
    """A document in a format: whole for a file, without its title for anything else."""
    if not is_whole(form, out):
        return telling.written(document._replace(title=""), form)
    from relcase.api.documents import document_file

    return document_file(document, form, lang, reference_doc)


def deliver(session: Session, document: Document, form: str, output: Output) -> None:
    """A document to where it was asked for, with its bibliography if it cites keys."""
    if output.citations != "keys" or output.out is None:
        where, styles = output.out, output.reference_doc
        write(written(document, form, session.lang, where, styles), where)
        return
    from relcase.api.documents import keyed_files
    from relcase.store.textfile import write_together

    files = keyed_files(session.library, document, form, session.lang, output.out)
    for path in files:
        spare(session.library.files, path)
    told = _told(*files)
    write_together(files)
    say(told)


def is_narrow(wide: int | None = None) -> bool:
    """Whether the terminal has fewer columns, or too few for a table of sentences."""
    from relcase.cli.terminal import WIDE, console

    return console().width < (wide or WIDE)


def write_table(
    document: Document,
    data: object,
    form: str,
    out: Path | None = None,
    reference_doc: Path | None = None,
) -> None:
    """A table on the terminal or in a format; ``data`` is what JSON has instead."""
    if form == "json":
        import json

        write(json.dumps(data, ensure_ascii=False, indent=1) + "\n", out)
    elif form == "table":
        if out:
            raise AskedWrongly(NO_TABLE_IN_A_FILE)
        from relcase.cli.terminal import show

        show(document)
    else:
        write(written(document, form, _ENGLISH, out, reference_doc), out)


_ENGLISH = "en-GB"
"""The language of the tables that are our own words."""


def write(content: str | bytes | Iterable[str], out: Path | None) -> None:
    """Text to standard output, or whole to a file; a Word file only to a file.

    Raises ``NotOurs`` where an office file or a PDF stands that relcase did not make.
    """
    if out is None:
        if isinstance(content, bytes) and sys.stdout.isatty():
            raise AskedWrongly("This format is not text; name a file with --out FILE.")
        if isinstance(content, str | bytes):
            typer.echo(content, nl=False)
        else:
            sys.stdout.writelines(content)
        return
    from relcase.reading.maker import is_somebody_elses
    from relcase.store.textfile import write_whole

    if is_somebody_elses(out):
        raise NotOurs(out)
    told = _told(out)
    # A spreadsheet takes a CSV file without a mark for something older than UTF-8.
    encoding = "utf-8-sig" if out.suffix.lower() == ".csv" else "utf-8"
    if isinstance(content, bytes):
        write_whole(out, content)
    else:
        pieces = (content,) if isinstance(content, str) else content
        write_whole(out, iterencode(pieces, encoding))
    say(told)


def _told(*files: Path) -> str:
    """What is said of files once they are written: whether others stood there before."""
    old = [str(path) for path in files if os.path.isfile(path)]
    new = [str(path) for path in files if str(path) not in old]
    lines = (("Written", new), ("Replaced", old))
    return "\n".join(f"{verb}: {' and '.join(one)}" for verb, one in lines if one)


def spare(
    files: Iterable[Path], out: Path | None, reference_doc: Path | None = None
) -> None:
    """Refuses to write over one of the files that the answer is read from."""
    if reference_doc is not None:
        files = (*files, reference_doc)
    if out is not None and realpath(out) in map(realpath, files):
        raise BadValue("--out", str(out), "the answer is read from this file")


def to_clipboard(rich: str, plain: str, what: str) -> None:
    """Puts HTML and plain text on the clipboard together, and says what is there."""
    from relcase.cli import clipboard

    clipboard.put(rich, plain)
    say(f"{what} on the clipboard.")


def _copy(
    session: Session, answer: Answer, output: Output, form: str, say_as: Length | None
) -> None:
    if form not in _PASTED:
        form = "markdown"
    rich = _snippet(session, answer, output, "html", say_as)
    plain_form = "plain" if form in ("markdown", "html") else form
    plain = _snippet(session, answer, output, plain_form, say_as)
    noun = "entry" if len(answer.entries) == 1 else "entries"
    to_clipboard(rich, plain, f"{len(answer.entries)} {noun}")
