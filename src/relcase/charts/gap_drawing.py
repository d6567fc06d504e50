"""A map of the evidence as a drawing: a cell says its count, its certainty, what disagrees."""

from collections.abc import Mapping, Sequence
from typing import Any

from relcase.charts.chart import Chart
from relcase.charts.frame import Part, framed
from relcase.charts.lettering import wrapped
from relcase.charts.marks import Hand, Layer, Words, layer, placed, text
from relcase.charts.palette import Theme
from relcase.domain.gap_map import NOT_INEFFECTIVE, GapMap
from relcase.domain.inert import words
from relcase.domain.vocabulary import spoken

_LABELS, _CELL, _TALL, _PAD = 180, 120, 66, 8
"""Pixels of the names of the rows, of a cell across and down, and within it."""


def chart(found: GapMap, source: str, theme: Theme) -> Chart:
    """The map; on a wide page, because every cell speaks."""
    cells = len(found.rows) * len(found.columns)
    alt = " ".join(
        (
            f"Map of the evidence, {len(found.rows)} rows by {found.rows_are.lower()} and "
            f"{len(found.columns)} columns by {found.columns_are.lower()}.",
            f"{len(found.cells)} of {cells} cells hold records, "
            f"{cells - len(found.cells)} have no record yet.",
            *(
                f"{words(row)}, {words(column)}: {', '.join(cell.in_words())}."
                for (row, column), cell in found.cells.items()
            ),
        )
    )
    notes = ("A record may stand in several cells.", NOT_INEFFECTIVE)
    title = words(found.title)
    made = Chart(
        "map",
        title,
        alt,
        source,
        notes,
        (
            found.rows_are,
            found.columns_are,
            "Records",
            "Best certainty",
            "Found otherwise",
        ),
        tuple(
            (
                words(row),
                words(column),
                str(len(cell.ids)),
                spoken(cell.best),
                str(len(cell.otherwise)),
            )
            for (row, column), cell in found.cells.items()
        ),
    )
    return framed(made, _part(found, theme), theme)


def _part(found: GapMap, theme: Theme) -> Part:
    head, side = Hand(13, theme.ink, bold=True), Hand(14, theme.ink, bold=True)
    count, said = Hand(15, theme.ink, bold=True), Hand(12, theme.ink)
    lefts = [_LABELS + _CELL * number for number in range(len(found.columns))]
    heads = [
        wrapped(words(one), _CELL - _PAD, head.size, bold=True) for one in found.columns
    ]
    top = max((head.height(lines) for lines in heads), default=0) + _PAD
    labels, counts, others = [], [], []
    boxes: list[dict[str, Any]] = []
    y = top
    for row in found.rows:
        lines = wrapped(words(row), _LABELS - 2 * _PAD, side.size, bold=True)
        tall = max(_TALL, side.height(lines) + 2 * _PAD)
        labels.append(Words(0, y + _PAD, lines))
        for x, column in zip(lefts, found.columns, strict=True):
            cell = found.cells.get((row, column))
            first, *more = found.lines(row, column)
            box = {"x": x, "y": y, "x2": x + _CELL - 4, "y2": y + tall - 4}
            boxes.append({**box, "level": cell.best if cell else ""})
            if cell:
                counts.append(Words(x + _PAD, y + _PAD - 2, [first]))
                others.append(Words(x + _PAD, y + _PAD + 19, more))
            else:
                others.append(Words(x + _PAD, y + _PAD, [first]))
        y += tall
    width = _LABELS + _CELL * len(found.columns)
    written = [
        text([Words(x, 0, one) for x, one in zip(lefts, heads, strict=True)], head),
        text(labels, side),
        text(counts, count),
        text(others, said),
    ]
    return Part((*_boxes(boxes, theme), *written), y, width)


def _boxes(boxes: Sequence[Mapping[str, Any]], theme: Theme) -> list[Layer]:
    """A full box for each cell, deeper the surer; an empty cell has a dashed border."""
    place = {
        "x": placed("x"),
        "y": placed("y"),
        "x2": {"field": "x2"},
        "y2": {"field": "y2"},
    }
    dashed = {
        "type": "rect",
        "fill": theme.ground,
        "stroke": theme.rest,
        "strokeDash": [3, 3],
    }
    made = [layer([one for one in boxes if not one["level"]], dashed, place)]
    for level, fill in theme.levels.items():
        full = {"type": "rect", "fill": fill, "stroke": theme.line}
        made.append(layer([one for one in boxes if one["level"] == level], full, place))
    return [one for one in made if one["data"]["values"]]
