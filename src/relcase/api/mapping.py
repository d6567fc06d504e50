"""The map of the evidence: which fields and outcomes have records, and which none yet."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relcase.api.library import Library
from relcase.domain.casing import capital
from relcase.domain.gap_map import EMPTY, Columns, GapMap, Held, Rows, gap_map
from relcase.domain.query import Query
from relcase.domain.vocabulary import AGAINST

if TYPE_CHECKING:
    from relcase.charts.chart import Chart
    from relcase.charts.palette import Theme

MANY = 12
"""Outcomes beyond which a map has columns for their broad kinds."""
_OTHER = "Other outcomes"
_UNSTATED = "Not stated"


def gaps(
    library: Library,
    query: Query | None = None,
    rows: Rows = "sector",
    columns: Columns | None = None,
) -> GapMap:
    """How many statistics there are on each row and column, how sure, what disagrees.

    Rows and columns without a record are there too, as far as the query has not chosen
    among them; exposures are those on record. Without ``columns`` they are outcomes, or
    their broad kinds where there are more than ``MANY``.
    """
    query = (query or Query())._replace(kinds=("statistic",))
    outcomes = [
        one for one in library.outcomes() if one.id in (query.outcomes or (one.id,))
    ]
    if columns is None:
        columns = "outcome" if len(outcomes) <= MANY else "outcome_group"
    by_group = columns == "outcome_group"
    named = {
        one.id: (one.group or _OTHER) if by_group else one.name for one in outcomes
    }
    held = tuple(_held(library, query, rows, named))
    if rows == "sector":
        known = library.sectors()
        wanted = [one for one in known if one.id in (query.sectors or (one.id,))]
        # General entries belong to no sector that could be filled.
        shown = [one.name for one in wanted if one.id != "any" or one.statistics]
    else:
        shown = sorted({one for statistic in held for one in statistic.rows})
    title = f"What the evidence covers, by {rows} and outcome, and where there is no record yet"
    names = (rows.capitalize(), "Kind of outcome" if by_group else "Outcome")
    return gap_map(title, names, shown, tuple(dict.fromkeys(named.values())), held)


def gap_chart(library: Library, found: GapMap, theme: "Theme") -> "Chart":
    """The map as a chart to draw."""
    from relcase.charts import gap_drawing

    stores = " and ".join(one.name for one in library.stores)
    count = len(found.headlines)
    return gap_drawing.chart(found, f"Source: {stores}, {count} statistics.", theme)


def gap_rows(found: GapMap) -> list[dict[str, object]]:
    """Every cell as plain data, those without a record too."""
    made = []
    for row in found.rows:
        for column in found.columns:
            cell = found.cells.get((row, column))
            made.append(
                {
                    found.rows_are.lower(): row,
                    found.columns_are.lower(): column,
                    "records": len(cell.ids) if cell else 0,
                    "best_certainty": cell.best if cell else EMPTY,
                    "found_otherwise": list(cell.otherwise) if cell else [],
                    "ids": list(cell.ids) if cell else [],
                }
            )
    return made


def gap_sheet(found: GapMap) -> str:
    """The same as CSV, ids with spaces between them."""
    from relcase.render.spreadsheet import table

    rows = gap_rows(found)
    lines = (
        [" ".join(one) if isinstance(one, list) else one for one in row.values()]
        for row in rows
    )
    return table(tuple(rows[0]) if rows else (), lines)


def gap_page(found: GapMap) -> str:
    """A whole page of HTML with the map as an accessible table."""
    from relcase.render.gap_page import render

    return render(found)


def _held(
    library: Library, query: Query, rows: Rows, named: dict[str, str]
) -> Iterator[Held]:
    sectors = {one.id: one.name for one in library.sectors()}
    for one in library.find(query):
        if rows == "sector":
            mine = tuple(sectors[name] for name in one.sector_ids)
        else:
            entry = library.entry(one.id)
            exposure = getattr(entry, "exposure", None) or _UNSTATED
            mine = (capital(exposure),)
        yield Held(
            one.id,
            one.headline,
            tuple(dict.fromkeys(mine)),
            tuple(
                dict.fromkeys(named[name] for name in one.outcome_tags if name in named)
            ),
            one.certainty or "not_rated",
            one.stance in AGAINST,
        )
