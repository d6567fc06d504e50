"""chart: one statistic as a picture, or several of one outcome and measure."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from relcase.api import charting
from relcase.api.library import Library
from relcase.charts.draw import FORMS, Form
from relcase.charts.making import KINDS
from relcase.charts.palette import THEMES
from relcase.cli import ask, complete
from relcase.cli.choices import TABULAR, asked_format, choose, tabular_format
from relcase.cli.options import Filters, Out, Stores, Theme, Words
from relcase.cli.output import spare, write, write_table
from relcase.cli.say import say
from relcase.cli.session import open_session
from relcase.domain.content import Document, Paragraph, Table, line
from relcase.domain.measures import MEASURES
from relcase.errors import AskedWrongly, NothingFound

if TYPE_CHECKING:
    from relcase.charts.chart import Chart
    from relcase.domain.query import Query
    from relcase.domain.vocabulary import Measure

_PICTURES: dict[str, Form] = {f".{form}": form for form in FORMS}


class Looks(NamedTuple):
    """What kind of chart, of which numbers, in which colours."""

    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            "-k",
            metavar="KIND",
            help="auto, icons, bars, forest or number.",
            autocompletion=complete.among(KINDS),
        ),
    ] = "auto"
    measure: Annotated[
        str | None,
        typer.Option(
            "--measure",
            metavar="MEASURE",
            help="Only entries with this measure, as odds-ratio.",
            autocompletion=complete.among(tuple(MEASURES)),
        ),
    ] = None
    theme: Theme = "light"
    title: Annotated[
        str,
        typer.Option(
            "--title", metavar="TEXT", help="Your own sentence over several entries."
        ),
    ] = ""
    balance: Annotated[
        bool,
        typer.Option(
            "--balance/--no-balance",
            help="Draw findings to the contrary beside several entries.",
        ),
    ] = True


class Shown(NamedTuple):
    """The picture in a file, or its numbers."""

    out: Out = None
    table: Annotated[
        bool, typer.Option("--table", help="The numbers of the chart instead.")
    ] = False
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"svg, png, pdf or json; of --table: {', '.join(TABULAR)}.",
            autocompletion=complete.among(FORMS),
        ),
    ] = None


def chart(
    filters: Filters, looks: Looks, shown: Shown, stores: Stores, words: Words = None
) -> None:
    """A statistic as a picture, or several of one outcome and measure.

    With its source, its certainty and a text alternative in the file. Several make a
    forest plot, with what was found to the contrary beside them.

    Example: relcase chart midwife-continuity-cochrane --out births.svg
    """
    kind = choose("kind", looks.kind, KINDS)
    theme = THEMES[choose("theme", looks.theme, tuple(THEMES))]
    measure = (
        choose("measure", looks.measure, tuple(MEASURES)) if looks.measure else None
    )
    form = None if shown.table else _form(shown)
    library = open_session(stores).library
    spare(library.files, shown.out)
    ids = _ids(
        library, ask.query(library, ("statistic",), words or (), filters), measure
    )
    if looks.title and len(ids) == 1:
        raise AskedWrongly(
            "--title is for several entries; one keeps its own sentence."
        )
    made = charting.chart(
        library, ids, kind, theme, balance=looks.balance, title=looks.title
    )
    if form is None:
        _tell(made, shown)
        return
    write(charting.picture(made, form), shown.out)
    if shown.out and form != "json":
        say(f"Text alternative: {made.alt}")


def _form(shown: Shown) -> Form:
    """The format of the picture: as asked for, else that of the file."""
    if form := asked_format(shown.format, shown.out, FORMS, _PICTURES):
        return form
    raise AskedWrongly(
        "A chart is a picture; name a file with --out FILE.svg (or .png, .pdf, "
        ".json), or see its numbers with --table."
    )


def _ids(library: Library, query: "Query", measure: "Measure | None") -> list[str]:
    """The entries named, else those with a number that words and filters find."""
    if query.ids and measure is None:
        return list(query.ids)
    if not query.given().keys() - {"kinds", "sort"}:
        raise AskedWrongly(
            "Name what to draw: an id, as in relcase chart midwife-continuity-cochrane, "
            "or words and filters that choose several."
        )
    found = charting.drawable(library, query, measure)
    if not found and len(query.words) == 1:
        library.entry(query.words[0])  # a mistyped id gets the nearest ones
    if not found:
        raise NothingFound("No statistic with a number matches.")
    return found


def _tell(made: "Chart", shown: Shown) -> None:
    """The numbers of a chart as a table, with what is said beside them."""
    form = choose("format", shown.format, TABULAR) if shown.format else None
    form = tabular_format(form, shown.out)
    rows = tuple(tuple(line(cell) for cell in row) for row in made.rows)
    said = (made.title, *made.notes, made.source)
    over, *under = (Paragraph(line(one)) for one in said)
    data = {
        "kind": made.kind,
        "title": made.title,
        "alt": made.alt,
        "source": made.source,
        "notes": list(made.notes),
        "rows": [dict(zip(made.header, row, strict=True)) for row in made.rows],
    }
    document = Document((over, Table(made.header, rows), *under))
    write_table(document, {"chart": data}, form, shown.out)
