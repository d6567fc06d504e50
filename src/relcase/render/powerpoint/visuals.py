"""Pictures and charts on a slide, each with the text that stands for it."""

import io
import re
from copy import deepcopy
from typing import Any

from relcase.domain.content import Image
from relcase.domain.deck import Bar, Bars, Visual
from relcase.domain.inert import words
from relcase.render.powerpoint.layouts import Box, Example

_PRINTED = re.compile(r"(?P<before>\D*?)[\d,]+(?:\.(?P<places>\d+))?(?P<after>\D*)")
_TEXT_SIZE = 14
_UNIT = 4
"""Characters of a unit that has room over a column."""


def draw(slide: Any, visual: Visual, box: Box, example: Example | None = None) -> Any:
    """Puts a picture or a chart into a place, as large as it fits.

    ``example`` is how the text beside it looks, where only that shows which colour can be
    read there.
    """
    if isinstance(visual, Image):
        frame = _picture(slide, visual, box)
    else:
        frame = _chart(slide, visual, box)
        if example is not None and example.fill is not None:
            _recolour(frame.chart, example.fill)
    about = frame._element.xpath(".//p:cNvPr")[0]
    about.set("descr", words(visual.alt))
    return frame


def _picture(slide: Any, picture: Image, box: Box) -> Any:
    """A picture in the middle of its place, in its own proportions."""
    made = slide.shapes.add_picture(io.BytesIO(picture.data), box.left, box.top)
    share = min(box.width / made.width, box.height / made.height)
    made.width, made.height = round(made.width * share), round(made.height * share)
    made.left = box.left + (box.width - made.width) // 2
    made.top = box.top + (box.height - made.height) // 2
    return made


def _chart(slide: Any, visual: Bars, box: Box) -> Any:
    """Columns from zero that can be edited, each with its number at it."""
    from pptx.dml.color import MSO_THEME_COLOR
    from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
    from pptx.oxml.ns import qn
    from pptx.util import Pt

    data = _data(visual.bars)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *box, data)
    chart = frame.chart
    chart.has_legend, chart.has_title = False, False
    chart.font.size = Pt(_TEXT_SIZE)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    if all(one.value >= 0 for one in visual.bars):
        chart.value_axis.minimum_scale = 0
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    chart.category_axis.tick_labels.font.size = Pt(_TEXT_SIZE)
    for body in chart.category_axis._element.iter(qn("a:bodyPr")):
        body.set("rot", "0")  # long names are wrapped, never turned
    chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 60, True
    plot.data_labels.show_value = True
    plot.data_labels.number_format = _number_format(visual.bars)
    plot.data_labels.number_format_is_linked = False
    plot.data_labels.font.size, plot.data_labels.font.bold = Pt(18), True
    colours = (MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_5)
    for place in range(len(visual.bars)):
        filled = plot.series[0].points[place].format.fill
        filled.solid()
        filled.fore_color.theme_color = colours[min(place, 1)]
    return frame


def of_chart(bars: tuple[Bar, ...]) -> tuple[list[str], list[str], str, bytes]:
    """The names and values of columns, how they are printed, and their workbook."""
    from pptx.chart.xlsx import CategoryWorkbookWriter

    data = _data(bars)
    labels, values = (
        [words(one.label) for one in bars],
        [str(one.value) for one in bars],
    )
    return labels, values, data.number_format, CategoryWorkbookWriter(data).xlsx_blob


def _data(bars: tuple[Bar, ...]) -> Any:
    from pptx.chart.data import CategoryChartData

    data = CategoryChartData(number_format=_number_format(bars))
    data.categories = [words(one.label) for one in bars]
    data.add_series("", [one.value for one in bars])
    return data


def _recolour(chart: Any, fill: Any) -> None:
    """Text and columns in a colour that can be read, all but the first column half of it."""
    from lxml.etree import SubElement
    from pptx.oxml.ns import qn

    root = chart._chartSpace
    for text in list(root.iter(qn("a:defRPr"))):
        for old in text.findall(qn("a:solidFill")):
            text.remove(old)
        text.insert(0, deepcopy(fill))
    points = root.iter(qn("c:dPt"))
    for place, old in enumerate(
        [one.find(f".//{qn('a:solidFill')}") for one in points]
    ):
        made = deepcopy(fill)
        if place:
            SubElement(made[0], qn("a:alpha"), val="50000")
        old.getparent().replace(old, made)


def _number_format(bars: tuple[Bar, ...]) -> str:
    """How a spreadsheet writes the numbers as they are printed: ``0.0"%"``."""
    found = [_PRINTED.fullmatch(words(one.shown)) for one in bars]
    printed = [one for one in found if one]
    if len(printed) != len(bars) or len({one["after"] for one in printed}) > 1:
        return "General"
    places = max(len(one["places"] or "") for one in printed)
    decimals = f".{'0' * places}" if places else ""
    before, after = (
        printed[0][name].strip("−-").replace('"', "") for name in ("before", "after")
    )
    if len(after) > _UNIT:  # the text beside the chart names it
        after = ""
    return f'"{before}"#,##0{decimals}"{after}"'
