"""store due: the work list of what is to be reviewed."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from relcase import api
from relcase.api.reviewing import Due
from relcase.cli import ask
from relcase.cli.choices import TABULAR, tabular_format
from relcase.cli.fitting import reference_doc as fit
from relcase.cli.options import (
    Filters,
    Out,
    ReferenceDoc,
    Stores,
    Words,
    format_option,
)
from relcase.cli.output import is_narrow, spare, write_table
from relcase.cli.session import open_session
from relcase.domain.content import Document, Items, Table, Text, line
from relcase.errors import BadValue, NothingFound

By = Annotated[
    str | None,
    typer.Option(
        "--by", metavar="DATE", help="Due by this day, as 2027-03-31, or 2027."
    ),
]
Form = Annotated[str | None, format_option(TABULAR)]


def due(
    filters: Filters,
    stores: Stores,
    words: Words = None,
    by: By = None,
    format: Form = None,
    out: Out = None,
    reference_doc: ReferenceDoc = None,
) -> None:
    """List the entries to be reviewed, the first due first.

    By today, or by --by; of every kind, or of those that words and filters find.
    Status 1 when nothing is due.

    Example: relcase store due --by 2027-03-31 --sector housing
    """
    form, last = tabular_format(format, out), _day(by)
    fit(reference_doc, form)
    library = open_session(stores).library
    spare(library.files, out, reference_doc)
    found = api.due(library, last)
    if words or filters != Filters():
        query = ask.query(library, (), words or (), filters)
        unlimited = query._replace(limit=None, hidden=True)
        wanted = {one.id for one in library.find(unlimited)}
        found = [one for one in found if one.id in wanted][: filters.limit]
    if form == "json" or found:
        short = form == "table" and is_narrow()
        document = _list(found) if short else _table(found)
        titled = document._replace(title=f"Due for review by {last}")
        data = {"due": [one._asdict() for one in found]}
        write_table(titled, data, form, out, reference_doc)
    if not found:
        raise NothingFound(f"Nothing is due by {last}.")


def _table(found: Sequence[Due]) -> Document:
    rows = tuple(
        (
            line(one.review_by),
            line(Text(one.id, "b")),
            line(one.headline),
            line(Text(one.citation, "", one.url), f", read {one.checked_on}"),
        )
        for one in found
    )
    return Document((Table(("Due", "Entry", "What it says", "Source"), rows),))


def _list(found: Sequence[Due]) -> Document:
    rows = (
        line(
            f"{one.review_by} ", Text(one.id, "b"), f" {one.headline} ({one.citation})"
        )
        for one in found
    )
    return Document((Items(tuple(rows)),))


def _day(typed: str | None) -> date:
    """A day as it is written: by year first, by day first, or the end of a year."""
    if typed is None:
        return date.today()
    found = _WRITTEN.fullmatch(typed.strip())
    try:
        if not found:
            return date.fromisoformat(typed)
        if found["year"]:
            return date(int(found["year"]), 12, 31)
        return date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        raise BadValue("--by", typed, "it is a day such as 2027-03-31") from None


_WRITTEN = re.compile(
    r"(?P<year>[0-9]{4})|(?P<d>[0-9]{1,2})[/.](?P<m>[0-9]{1,2})[/.](?P<y>[0-9]{4})"
)
