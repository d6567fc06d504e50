"""Comparison bars: before and after, group and group, or the percentages of one study.

Every bar begins at zero and has its number beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from relcase.charts import subject
from relcase.charts.chart import Bar, Chart, Kind
from relcase.charts.frame import WIDTH, Part, framed
from relcase.charts.lettering import wrapped
from relcase.charts.marks import Hand, Layer, Words, along, layer, placed, text
from relcase.charts.palette import Theme
from relcase.domain import absolute, amounts
from relcase.domain.alone import plain_label
from relcase.domain.casing import capital
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.inert import words
from relcase.domain.measures import MEASURES, null_of
from relcase.domain.printed import value
from relcase.domain.record import Record
from relcase.domain.vocabulary import Measure
from relcase.errors import CannotDraw

KIND: Kind = "bars"
MOST = 12
"""Bars beyond which a picture is a table."""

_LABELS, _NUMBERS = 250, 150
"""Pixels kept for the names on the left, and for the numbers on the right."""
_BAR = 26


class Compared(NamedTuple):
    """What is compared, in words, and its bars."""

    what: str
    bars: tuple[Bar, ...] = ()
    two_sides: bool = True
    """Whether the second is what the first is compared with."""


def of_record(record: Record) -> Compared:
    """The bars of a statistic; none where it compares nothing.

    The shares of two groups come first, then a value or a change and that of the
    reference group, then before and after, then the percentages of the study. What one
    place sets its own cases against is no comparison.
    """
    entry, lead = subject.statistic(record, KIND), subject.lead(record, KIND)
    counted = words(lead.outcome or entry.outcome)
    if bars := tuple(_shares(entry, lead)):
        return Compared(counted, bars)
    one_place = entry.design == "case_study"
    for found in (_against(lead), _changes(entry, lead), _before_and_after(lead)):
        if (bars := tuple(found)) and not one_place:
            return Compared(words(plain_label(lead)), bars)
    percentages = [
        one
        for one in entry.figures
        if one.measure == "percent" and one.role == "result" and one.estimate
    ]
    if lead.measure == "percent" and len(percentages) > 1:
        bars = tuple(_percentage(one) for one in percentages[:MOST])
        return Compared(counted, bars, two_sides=False)
    return Compared(counted)


def chart(record: Record, theme: Theme, *, bare: bool = False) -> Chart:
    """The bars of one statistic. Raises ``CannotDraw`` where it compares nothing."""
    entry = subject.statistic(record, KIND)
    compared = of_record(record)
    bars = compared.bars
    if not bars:
        raise CannotDraw(
            KIND,
            f"'{entry.id}' does not give the numbers of both sides, only its "
            f"{words(amounts.named(subject.lead(record, KIND)))}",
            "--kind auto finds another way.",
        )
    title, source = subject.title(record), subject.source([record])
    notes = subject.notes(record)
    alt = " ".join(
        (
            f"Bar chart of {len(bars)} values, measuring: {compared.what}.",
            subject.sentence(title),
            *(f"{one.label}: {_told(one)}." for one in bars),
            *notes,
        )
    )
    made = Chart(
        KIND,
        title,
        alt,
        source,
        notes,
        ("Bar", "Value", "Likely range"),
        tuple((one.label, one.shown, _span(one)) for one in bars),
        bars,
    )
    return framed(made, _part(compared, theme), theme, bare=bare)


def _shares(entry: Statistic, lead: Figure) -> Iterator[Bar]:
    pair = absolute.of_statistic(entry)
    if pair is None:
        return
    mine = capital(words(lead.group or "people studied"))
    others = capital(words(lead.reference_group or entry.comparator.text))
    first, second = absolute.each_in_words(pair)
    yield Bar(mine, pair.first, first, pair.low, pair.high)
    yield Bar(others, pair.second, second)


def _against(lead: Figure) -> Iterator[Bar]:
    """A value and that of the reference group, both as the source prints them."""
    if MEASURES[lead.measure].null is not None or null_of(lead) is None:
        return  # a difference beside a level would compare what cannot be compared
    name = words(lead.group or "people studied")
    yield _bar(lead, name, lead.estimate, *subject.likely_range(lead))
    others = words(lead.reference_group or "compared with")
    yield _bar(lead, others, lead.reference_value)


def _changes(entry: Statistic, lead: Figure) -> Iterator[Bar]:
    """A change, and that of the comparison over the same time."""
    if lead.measure != "percent_change" or value(lead.reference_change) is None:
        return
    name = words(lead.group or "people studied")
    yield _bar(lead, name, lead.estimate, *subject.likely_range(lead))
    yield _bar(lead, words(entry.comparator.text), lead.reference_change)


def _before_and_after(lead: Figure) -> Iterator[Bar]:
    if value(lead.before) is None or value(lead.after) is None:
        return
    one = replace(lead, measure=_LEVEL_OF.get(lead.measure, lead.measure))
    yield _bar(one, "before", lead.before)
    yield _bar(one, "after", lead.after)


_LEVEL_OF: dict[Measure, Measure] = {
    "percentage_points": "percent",
    "percent_change": "mean",
    "mean_difference": "mean",
}
"""What a change of this measure lies between."""


def _bar(
    lead: Figure,
    name: str,
    printed: str | None,
    low: float | None = None,
    high: float | None = None,
) -> Bar:
    shown = words(amounts.large(replace(lead, estimate=printed, denominator=None)))
    return Bar(capital(name), value(printed) or 0, shown, low, high)


def _percentage(one: Figure) -> Bar:
    label = capital(words(plain_label(one)))
    shown = words(amounts.large(one))
    return Bar(label, value(one.estimate) or 0, shown, *subject.likely_range(one))


def _span(bar: Bar) -> str:
    if bar.low is None or bar.high is None:
        return ""
    return f"{_short(bar.low)} to {_short(bar.high)}"


def _short(number: float) -> str:
    return f"{number:,.15g}".replace("-", "−")


def _told(bar: Bar) -> str:
    span = _span(bar)
    return f"{bar.shown}, likely range {span}" if span else bar.shown


def _scale(bars: Sequence[Bar]) -> dict[str, Any]:
    """From zero, or from the least value below it, to the greatest."""
    ends = [end for one in bars for end in (one.value, one.low, one.high) if end]
    least, most = min([0, *ends]), max([0, *ends])
    room = [_LABELS, WIDTH - _NUMBERS]
    return {
        "type": "linear",
        "zero": True,
        "nice": False,
        "domain": [least, most if most > least else 1],
        "range": room,
    }


def _part(compared: Compared, theme: Theme) -> Part:
    name, number = Hand(14, theme.ink), Hand(17, theme.ink, bold=True)
    small = Hand(13, theme.soft)
    scale = _scale(compared.bars)
    heading = wrapped(capital(compared.what), WIDTH, 15)
    y = Hand(15, theme.soft).height(heading) + 14
    head = text([Words(0, 0, heading)], Hand(15, theme.soft))
    names, numbers, spans, values = [], [], [], []
    for order, bar in enumerate(compared.bars):
        rows = wrapped(bar.label, _LABELS - 24, name.size)
        shown = wrapped(bar.shown, _NUMBERS - 12, number.size, bold=True)
        told = f"likely range {_span(bar)}" if _span(bar) else ""
        span = wrapped(told, _NUMBERS - 12, small.size)
        beside = number.height(shown) + small.height(span)
        tall = max(name.height(rows), beside, _BAR)
        middle = y + tall / 2
        right = WIDTH - _NUMBERS + 12
        names.append(Words(0, middle - name.height(rows) / 2 + 2, rows))
        numbers.append(Words(right, middle - beside / 2 + 2, shown))
        if span:
            top = middle - beside / 2 + number.height(shown)
            spans.append(Words(right, top, span))
        values.append(
            {
                "zero": 0,
                "value": bar.value,
                "low": bar.low,
                "high": bar.high,
                "y": middle,
                "top": middle - _BAR / 2,
                "bottom": middle + _BAR / 2,
                "first": order == 0 or not compared.two_sides,
            }
        )
        y += tall + 18
    layers = [head, *_drawn(values, scale, y, theme)]
    layers += [text(names, name), text(numbers, number)]
    layers += [text(spans, small)] if spans else []
    return Part((*layers, *_foot(scale, y, theme)), y + 24)


def _drawn(
    values: Sequence[dict[str, Any]], scale: dict[str, Any], y: float, theme: Theme
) -> Iterator[Layer]:
    """The bars, the line they begin at, and over them the likely range."""
    at = {"x": along("zero", scale), "x2": {"field": "value"}}
    for first, color in ((True, theme.strong), (False, theme.rest)):
        if some := [one for one in values if one["first"] is first]:
            mark = {"type": "rect", "color": color, "opacity": 1}
            yield layer(
                some, mark, {**at, "y": placed("top"), "y2": {"field": "bottom"}}
            )
    if ranged := [one for one in values if one["low"] is not None]:
        ends = {"x": along("low", scale), "x2": {"field": "high"}, "y": placed("y")}
        # A border in the colour of the ground keeps the line apart from its bar.
        for color, size in ((theme.ground, 5), (theme.ink, 1.6)):
            mark = {"type": "rule", "color": color, "strokeWidth": size}
            yield layer(ranged, mark, ends)
    zero = {"x": along("zero", scale), "y": placed("top"), "y2": {"field": "bottom"}}
    ends_at = [{"zero": 0, "top": values[0]["top"] - 8, "bottom": y}]
    yield layer(
        ends_at, {"type": "rule", "color": theme.line, "strokeWidth": 1.4}, zero
    )


def _foot(scale: dict[str, Any], y: float, theme: Theme) -> Iterator[Layer]:
    """The zero that all bars begin at."""
    mark = {
        "type": "text",
        "text": "0",
        "baseline": "top",
        "fontSize": 13,
        "color": theme.soft,
    }
    yield layer(
        [{"zero": 0, "y": y + 4}], mark, {"x": along("zero", scale), "y": placed("y")}
    )
