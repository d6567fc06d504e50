"""Charts of entries: what is drawn beside them, and the picture as a file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from relcase.api.library import Library
from relcase.charts.making import Asked
from relcase.charts.palette import LIGHT, Theme
from relcase.domain.query import Query
from relcase.domain.vocabulary import AGAINST, Measure

if TYPE_CHECKING:
    from relcase.charts.chart import Chart
    from relcase.charts.draw import Form
    from relcase.domain.record import Record


def chart(
    library: Library,
    ids: Sequence[str],
    kind: Asked = "auto",
    theme: Theme = LIGHT,
    *,
    balance: bool = True,
    title: str = "",
    bare: bool = False,
) -> "Chart":
    """A chart of one entry, or of several that share outcome and measure.

    ``balance`` adds to several what the stores hold to the contrary on the same outcome
    and in the same measure; ``title`` is your own sentence over several; ``bare`` leaves
    title, notes and source out of the drawing, for a page that has them. Raises
    ``UnknownName`` for an id, ``CannotDraw`` with the reason when the entries do not make
    the chart.
    """
    from relcase.charts import making

    records = [library.record(one) for one in dict.fromkeys(ids)]
    if balance and len(records) > 1:
        records += _to_the_contrary(library, records)
    return making.chart(records, kind, theme, title=title, bare=bare)


def picture(chart: "Chart", form: "Form") -> bytes:
    """A chart as a file: SVG, PNG, PDF or its Vega-Lite specification.

    Raises ``MissingExtra`` when the drawing library is not installed.
    """
    from relcase.charts.draw import draw

    return draw(chart, form)


def drawable(
    library: Library, query: Query, measure: Measure | None = None
) -> list[str]:
    """Ids of the statistics of a query that have a number, of one measure if wanted."""
    found = library.find(query._replace(kinds=("statistic",)))
    return [one.id for one in found if one.lead and measure in (None, one.lead.measure)]


def _to_the_contrary(library: Library, records: Sequence["Record"]) -> list["Record"]:
    """Statistics that found nothing clear or the contrary, where they can stand beside.

    Their main outcome is one that all the records share, and their lead figure has the
    measure of the records'.
    """
    from relcase.domain.evidence import Statistic

    entries = [one.entry for one in records if isinstance(one.entry, Statistic)]
    measures = {one.lead.measure for one in entries if one.lead}
    if len(entries) < len(records) or len(measures) != 1:
        return []
    shared = set.intersection(*(set(one.outcomes) for one in entries))
    if not shared:
        return []
    known = {one.id for one in entries}
    query = Query(kinds=("statistic",), outcomes=tuple(sorted(shared)), stances=AGAINST)
    return [
        library.record(one.id)
        for one in library.find(query)
        if one.id not in known
        and one.lead
        and one.lead.measure in measures
        and one.outcome_tags[0] in shared
    ]
