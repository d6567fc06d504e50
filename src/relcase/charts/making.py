"""From records to a chart: the kind asked for, or the one that says it best."""

from collections.abc import Sequence
from typing import Literal, get_args

from relcase.charts import bars, forest, icons, number, subject
from relcase.charts.chart import Chart, Kind
from relcase.charts.palette import LIGHT, Theme
from relcase.domain.evidence import Statistic
from relcase.domain.record import Record
from relcase.errors import CannotDraw

Asked = Literal["auto", Kind]
KINDS: tuple[Asked, ...] = get_args(Asked)


def chart(
    records: Sequence[Record],
    kind: Asked = "auto",
    theme: Theme = LIGHT,
    *,
    title: str = "",
    bare: bool = False,
) -> Chart:
    """A chart of one record, or of several that share outcome and measure.

    ``title`` stands in the place of the sentence that several records get; ``bare``
    leaves title, notes and source out of the drawing (not out of the chart), for a page
    that has them itself. Raises ``CannotDraw`` with the reason when the records do not
    make the chart, or when it would mislead.
    """
    if not records:
        raise CannotDraw(kind, "there is nothing to draw")
    chosen = best(records) if kind == "auto" else kind
    if chosen == "forest":
        return forest.chart(records, theme, title=title, bare=bare)
    if len(records) > 1:
        raise CannotDraw(
            chosen,
            f"it shows one entry at a time, and {len(records)} are asked for",
            "For several at once: --kind forest.",
        )
    make = {"icons": icons.chart, "bars": bars.chart, "number": number.chart}[chosen]
    return make(records[0], theme, bare=bare)


def beside(
    record: Record, theme: Theme = LIGHT, *, beside_words: bool = False
) -> Chart | None:
    """What shows a statistic better than its number alone, for a page that has its words.

    Two groups in whole people as icons, two values as bars; nothing of anything else.
    ``beside_words`` leaves out of the icons what the page tells in large words.
    """
    if not isinstance(record.entry, Statistic) or record.entry.lead is None:
        return None
    kind = best([record])
    if kind not in ("icons", "bars"):
        return None
    if kind == "icons":
        return icons.chart(record, theme, bare=True, beside_words=beside_words)
    return chart([record], kind, theme, bare=True)


def best(records: Sequence[Record]) -> Kind:
    """The kind that says it best, without any illustration that is not from the study.

    Several records make a forest plot. One is shown in whole people where it states two
    groups, else as bars where it gives two sides, else as a forest plot where several
    of its figures have likely ranges, else as its number. Raises ``CannotDraw`` for a
    record without a number.
    """
    if len(records) > 1:
        return "forest"
    (record,) = records
    lead = subject.lead(record, "auto")
    if icons.pair_of(record):
        return "icons"
    if bars.of_record(record).bars:
        return "bars"
    alike = [
        one
        for one in subject.statistic(record, "auto").figures
        if one.measure == lead.measure and one.role == "result" and one.low
    ]
    if forest.can_be_drawn(lead.measure) and len(alike) > 1:
        return "forest"
    return "number"
