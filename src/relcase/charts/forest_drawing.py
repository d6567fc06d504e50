"""How a forest plot is drawn: rows, the axis under them, the line of no difference."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from math import ceil, floor, log10
from typing import Any, NamedTuple

from relcase.charts.frame import Part
from relcase.charts.lettering import width, wrapped
from relcase.charts.marks import Hand, Layer, Words, along, layer, lines, placed, text
from relcase.charts.palette import Theme
from relcase.domain.casing import capital
from relcase.domain.measures import MEASURES
from relcase.domain.vocabulary import ClaimType, Measure, Polarity, spoken

_WIDTH = 960
_LABEL, _PLOT, _NUMBER, _CERTAIN = (0, 300), (330, 640), (664, 840), (856, 960)
"""From where to where each column goes, in pixels."""
_GROUPS: dict[ClaimType, str] = {
    "effect": "Effects",
    "association": "Associations: what goes together",
    "description": "Descriptions",
    "economic": "Value for money",
    "qualitative": "What people tell",
}


class Row(NamedTuple):
    """One estimate, of whom, and how sure it is."""

    label: str
    about: str
    estimate: float
    low: float | None
    high: float | None
    shown: str
    certainty: str
    claim_type: ClaimType
    polarity: Polarity | None


def group_of(row: Row) -> tuple[int, int]:
    """Effects before associations, and what is good to have more of before what is bad."""
    claims, sides = list(_GROUPS), list(_SIDES)
    return claims.index(row.claim_type), sides.index(row.polarity)


def is_ratio(measure: Measure) -> bool:
    """Whether it is compared by dividing, so that it needs a logarithmic axis."""
    return MEASURES[measure].kind == "ratio"


def part(rows: Sequence[Row], measure: Measure, theme: Theme) -> Part:
    """The rows in their groups (they come sorted by ``group_of``), and the axis."""
    scale = _scale(rows, measure)
    layers: list[Layer] = [*_heads(measure, theme)]
    top, y = 30.0, 30.0
    labels, abouts, numbers, certain = [], [], [], []
    points: list[dict[str, Any]] = []
    for _, group in groupby(rows, key=group_of):
        members = list(group)
        y += 8
        layers += _group_head(members[0], y, theme)
        y += 30
        for row in members:
            bold = wrapped(row.label, _room(_LABEL), 14, bold=True)
            soft = wrapped(row.about, _room(_LABEL), 13)
            tall = _STRONG.height(bold) + _SMALL.height(soft)
            middle = y + tall / 2
            labels.append(Words(_LABEL[0], y, bold))
            abouts.append(Words(_LABEL[0], y + _STRONG.height(bold), soft))
            beside = wrapped(row.shown, _room(_NUMBER), 14)
            numbers.append(Words(_NUMBER[0], middle - 9 * len(beside), beside))
            certain.append(Words(_CERTAIN[0], middle - 9, [row.certainty]))
            points.append(
                {"y": middle, "at": row.estimate, "low": row.low, "high": row.high}
            )
            y += tall + 14
    layers += _ground(scale, measure, (top, y), theme)
    layers += _points(points, scale, theme)
    for written, hand in (
        (labels, _STRONG._replace(color=theme.ink)),
        (abouts, _SMALL._replace(color=theme.soft)),
        (numbers, Hand(14, theme.ink)),
        (certain, Hand(14, theme.ink)),
    ):
        layers.append(text(written, hand))
    return Part(tuple(layers), y + 26 + _LINE, _WIDTH)


_NO_DIFFERENCE, _LINE = "no difference", 15
"""What stands under the number that means it, so far below it in pixels."""
_STRONG, _SMALL = Hand(14, "", bold=True), Hand(13, "")


def _room(column: tuple[int, int]) -> int:
    return column[1] - column[0]


def _heads(measure: Measure, theme: Theme) -> Iterator[Layer]:
    hand = Hand(13, theme.soft, bold=True)
    yield text(
        [
            Words(_LABEL[0], 0, ["Result"]),
            Words(_PLOT[0], 0, [capital(spoken(measure))]),
            Words(_NUMBER[0], 0, ["Estimate (likely range)"]),
            Words(_CERTAIN[0], 0, ["Certainty"]),
        ],
        hand,
    )
    yield lines([(0, 22, _WIDTH, 22)], theme.line)


def _group_head(row: Row, y: float, theme: Theme) -> Iterator[Layer]:
    """What a group is, and which side is better: in words, over the plot."""
    hand = Hand(13, theme.soft, bold=True)
    yield text([Words(_LABEL[0], y, [_GROUPS[row.claim_type]])], hand)
    less, more = _SIDES[row.polarity]
    left, right = f"← {less}", f"{more} →"
    yield text([Words(_PLOT[0], y, [left])], hand)
    ends = Words(_PLOT[1], y, [right])
    yield text([ends], hand._replace(align="right"))


_SIDES: Mapping[Polarity | None, tuple[str, str]] = {
    "good": ("less: worse", "more: better"),
    "bad": ("less: better", "more: worse"),
    None: ("less", "more"),
}


def _ends(rows: Iterable[Row]) -> list[float]:
    return [
        end
        for one in rows
        for end in (one.estimate, one.low, one.high)
        if end is not None
    ]


def _scale(rows: Sequence[Row], measure: Measure) -> dict[str, Any]:
    """A logarithmic axis for ratios, a plain one for differences; no difference is on it."""
    null = MEASURES[measure].null or 0.0
    ends = [*_ends(rows), null]
    if is_ratio(measure):
        # As far to the left as to the right, so that halving looks like doubling.
        far = max(*ends, 1 / min(ends), 1.25) * 1.1
        return {"type": "log", "domain": [1 / far, far], "range": list(_PLOT)}
    far = max(abs(end - null) for end in ends) * 1.1 or 1.0
    return {
        "type": "linear",
        "zero": False,
        "nice": False,
        "domain": [null - far, null + far],
        "range": list(_PLOT),
    }


def ticks(low: float, high: float, *, ratio: bool) -> list[float]:
    """Few round numbers along an axis, no difference among them."""
    if not ratio:
        power = 10.0 ** floor(log10(high))
        far = high / 1.2  # not so near the end that its number would reach over it
        step = next(one for one in (5, 2, 1, 0.5) if one * power <= far) * power
        return [-step, 0.0, step]
    chosen = [
        lead * 10.0**power
        for power in range(floor(log10(low)), ceil(log10(high)) + 1)
        for lead in (1, 2, 5)
    ]
    inside = [round(one, 9) for one in chosen if low <= one <= high]
    if high < 2:
        return [one for one in (0.67, 0.8, 1.0, 1.25, 1.5) if low <= one <= high]
    most = 7
    while len(inside) > most:
        inside = [one for one in inside if str(one).strip("0.")[:1] == "1"][-most:]
    return inside


def _ground(
    scale: dict[str, Any], measure: Measure, span: tuple[float, float], theme: Theme
) -> Iterator[Layer]:
    """The axis under the rows, and through them the line of no difference."""
    null, (_, bottom) = MEASURES[measure].null or 0.0, span
    marked = ticks(*scale["domain"], ratio=is_ratio(measure))
    yield lines([(_PLOT[0], bottom, _PLOT[1], bottom)], theme.line)
    marks = [{"at": one, "y": bottom, "y2": bottom + 5} for one in marked]
    place = {"x": along("at", scale), "y": placed("y")}
    yield layer(
        marks, {"type": "rule", "color": theme.line}, {**place, "y2": {"field": "y2"}}
    )
    written = {"type": "text", "baseline": "top", "fontSize": 12, "color": theme.soft}
    told = [
        {"at": one, "y": bottom + 8, "text": _tick(one)}
        for one in _apart(marked, null, scale)
    ]
    told.append({"at": null, "y": bottom + 8 + _LINE, "text": _NO_DIFFERENCE})
    yield layer(told, written, {**place, "text": {"field": "text"}})
    dashed = {
        "type": "rule",
        "color": theme.line,
        "strokeDash": [5, 4],
        "strokeWidth": 1.4,
    }
    through = [{"at": null, "y": span[0] + 38, "y2": bottom}]
    yield layer(through, dashed, {**place, "y2": {"field": "y2"}})


def _tick(number: float) -> str:
    return f"{number:g}".replace("-", "−")


def _apart(marked: Sequence[float], null: float, scale: dict[str, Any]) -> list[float]:
    """The ticks whose words touch no other's; no difference is always told."""
    left, right = scale["domain"]

    def place(number: float) -> float:
        if scale["type"] == "log":
            share = (log10(number) - log10(left)) / (log10(right) - log10(left))
        else:
            share = (number - left) / (right - left)
        return _PLOT[0] + share * _room(_PLOT)

    half = width(_tick(null), 12) / 2
    kept = [null]
    for side in (1, -1):
        edge = place(null) + side * (half + 8)
        outwards = sorted(
            (one for one in marked if (one - null) * side > 0), reverse=side < 0
        )
        for one in outwards:
            own = width(_tick(one), 12) / 2
            if (place(one) - edge) * side >= own:
                kept.append(one)
                edge = place(one) + side * (own + 8)
    return kept


def _points(
    points: Sequence[dict[str, Any]], scale: dict[str, Any], theme: Theme
) -> Iterator[Layer]:
    """Ranges as thin lines with ends, and on them points of one size."""
    ranged = [
        one for one in points if one["low"] is not None and one["high"] is not None
    ]
    ends = {"x": along("low", scale), "x2": {"field": "high"}, "y": placed("y")}
    line = {"type": "rule", "color": theme.strong, "strokeWidth": 2}
    yield layer(ranged, line, ends)
    dot = {
        "type": "point",
        "filled": True,
        "color": theme.strong,
        "size": 90,
        "opacity": 1,
    }
    yield layer(points, dot, {"x": along("at", scale), "y": placed("y")})
