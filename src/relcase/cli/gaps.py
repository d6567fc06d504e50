"""gaps: how much evidence there is where, and where there is no record yet."""

from typing import Annotated, NamedTuple, get_args

import typer

from relcase.api import charting, mapping
from relcase.charts.draw import Form
from relcase.charts.palette import THEMES
from relcase.cli import ask, complete
from relcase.cli.choices import SUFFIXES, asked_format, choose, tabular_format
from relcase.cli.options import Filters, Out, Stores, Words, format_option
from relcase.cli.output import is_narrow, spare, write, write_table
from relcase.cli.session import open_session
from relcase.compose import gaps as compose
from relcase.domain.gap_map import Columns, GapMap, Rows
from relcase.errors import NothingFound

_ROWS: tuple[Rows, ...] = get_args(Rows)
_COLUMNS: tuple[Columns, ...] = get_args(Columns)
_PICTURES: tuple[Form, ...] = ("svg", "png", "pdf")
_FORMATS = (
    *("table", "markdown", "plain", "html", "latex", "csv", "json", "docx", "odt"),
    *_PICTURES,
)
_LISTED = ("plain", "docx", "odt")
"""Where a table as wide as this one does not fit."""
_ENDINGS = SUFFIXES | {f".{form}": form for form in _PICTURES}
_WIDE = 150
"""Columns from which a terminal shows the map as a table."""


class Axes(NamedTuple):
    """What the rows and the columns are."""

    rows: Annotated[
        str,
        typer.Option(
            "--rows",
            metavar="WHAT",
            help="sector or exposure (what differed; best with filters).",
            autocompletion=complete.among(_ROWS),
        ),
    ] = "sector"
    columns: Annotated[
        str | None,
        typer.Option(
            "--columns",
            metavar="WHAT",
            help="outcome or outcome-group; without it, whichever fits.",
            autocompletion=complete.among(_COLUMNS),
        ),
    ] = None


class Shown(NamedTuple):
    """In which form, and where to."""

    format: Annotated[str | None, format_option(_FORMATS)] = None
    out: Out = None
    theme: Annotated[
        str,
        typer.Option(
            "--theme",
            metavar="THEME",
            help="Of a picture: light or dark.",
            autocompletion=complete.among(tuple(THEMES)),
        ),
    ] = "light"


def gaps(
    filters: Filters, axes: Axes, shown: Shown, stores: Stores, words: Words = None
) -> None:
    """How much evidence there is where, and where there is no record yet.

    Each cell says how many statistics there are, how sure the best of them is, and how
    many found nothing clear or the contrary. An empty cell is no finding.

    Example: relcase gaps --out gaps.html
    """
    rows = choose("row", axes.rows, _ROWS)
    columns = choose("column", axes.columns, _COLUMNS) if axes.columns else None
    theme = THEMES[choose("theme", shown.theme, tuple(THEMES))]
    form = asked_format(shown.format, shown.out, _FORMATS, _ENDINGS)
    form = form or tabular_format(None)
    library = open_session(stores).library
    spare(library.files, shown.out)
    query = ask.query(library, ("statistic",), words or (), filters)
    found = mapping.gaps(library, query, rows, columns)
    if not found.cells:
        raise NothingFound("No statistic matches.")
    if form in _PICTURES:
        chart = mapping.gap_chart(library, found, theme)
        write(charting.picture(chart, choose("format", form, _PICTURES)), shown.out)
    else:
        _write(found, form, shown)


def _write(found: GapMap, form: str, shown: Shown) -> None:
    if form == "csv":
        write(mapping.gap_sheet(found), shown.out)
    elif form == "html":
        write(mapping.gap_page(found), shown.out)
    else:
        long = form in _LISTED or (form == "table" and is_narrow(_WIDE))
        document = compose.as_list(found) if long else compose.as_table(found)
        write_table(document, {"gaps": mapping.gap_rows(found)}, form, shown.out)
