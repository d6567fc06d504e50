"""Charts drawn for a deck or a document, or taken from an earlier run."""

from pathlib import Path

from relcase.charts import draw
from relcase.charts.chart import Chart
from relcase.store import drawing_cache


def drawn(
    folder: Path | None, chart: Chart, form: draw.Form, scale: float = draw.SCALE
) -> bytes:
    """A chart as a file, from the cache in ``folder`` if it was drawn before.

    Raises ``MissingExtra`` when the drawing library is not installed.
    """
    depends_on = draw.depends_on(chart, form, scale)
    kept = drawing_cache.get(folder, depends_on) if folder else None
    if kept is not None:
        return kept
    made = draw.draw(chart, form, scale)
    if folder:
        drawing_cache.put(folder, depends_on, made)
    return made
