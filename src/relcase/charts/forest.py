"""Forest plots: estimates of one measure under each other, with their likely ranges.

Points are of one size, nothing is pooled, effects and associations stand apart, and which
side is better is said in words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from math import ceil, floor, log10
from typing import Any, NamedTuple

from relcase.charts import subject
from relcase.charts.chart import Chart, Kind
from relcase.charts.frame import Part, framed
from relcase.charts.lettering import width, wrapped
from relcase.charts.marks import Hand, Layer, Words, along, layer, lines, placed, text
from relcase.charts.palette import Theme
from relcase.domain import amounts
from relcase.domain.evidence import Figure
from relcase.domain.inert import words
from relcase.domain.measures import MEASURES, includes_null
from relcase.domain.printed import value
from relcase.domain.record import Record
from relcase.domain.vocabulary import ClaimType, Measure, Polarity, Stance, spoken
from relcase.errors import CannotDraw

KIND: Kind = "forest"
MOST = 40
NO_POOL = (
    "Each line is one result; nothing is added up, and the points say nothing of size."
)

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


def chart(
    records: Sequence[Record],
    theme: Theme,
    *,
    title: str = "",
    bare: bool = False,
) -> Chart:
    """The leads of several records, or the figures of one that share its measure.

    Raises ``CannotDraw`` when measures or outcomes are mixed (which no picture can
    compare), or when a record has no number.
    """
    measure = _one_measure(records)
    alone = len(records) == 1
    found = _of_one(records[0]) if alone else [_row(one) for one in records]
    rows = sorted(found, key=_group)
    _refuse(records, rows, measure)
    title = title or (
        subject.title(records[0]) if alone else _summary(records, rows, measure)
    )
    notes = _notes(records[0], rows) if alone else (*_plural_notes(rows), NO_POOL)
    source = subject.source(records)
    alt = " ".join(
        (
            f"Forest plot of {len(rows)} results, each {_a(measure)}, with likely ranges.",
            subject.sentence(title),
            *(_told(one) for one in rows),
            *notes,
        )
    )
    return Chart(
        KIND,
        title,
        alt,
        source,
        notes,
        ("Result", "About", subject.capital(name_of(measure)), "Certainty", "Kind"),
        tuple(
            (one.label, one.about, one.shown, one.certainty, spoken(one.claim_type))
            for one in rows
        ),
        (),
        framed(
            _part(rows, measure, theme),
            theme,
            title=title,
            alt=alt,
            notes=notes,
            source=source,
            bare=bare,
        ),
    )


def name_of(measure: Measure) -> str:
    """A measure in words: ``odds ratio``."""
    return spoken(measure)


def can_be_drawn(measure: Measure) -> bool:
    """Whether a measure has a value that means no difference, which a forest plot needs."""
    return MEASURES[measure].null is not None and MEASURES[measure].kind != "money"


def _one_measure(records: Sequence[Record]) -> Measure:
    """The measure of all leads. Raises ``CannotDraw`` when there are several."""
    by_measure = defaultdict(list)
    for one in records:
        by_measure[_counted_in(subject.lead(one, KIND))].append(one.entry.id)
    if len(by_measure) > 1:
        listed = "; ".join(
            f"{name_of(measure)}{f' in {unit}' if unit else ''}: {', '.join(ids)}"
            for (measure, unit), ids in by_measure.items()
        )
        raise CannotDraw(
            KIND,
            "its results have different measures, which cannot stand on one axis "
            f"({listed})",
            "Choose those of one measure, with --measure or by their ids.",
        )
    ((measure, _),) = by_measure
    return measure


def _counted_in(figure: Figure) -> tuple[Measure, str]:
    """The measure, and its unit where one number may be of many scales."""
    own = figure.measure in ("mean_difference", "regression_coefficient")
    return figure.measure, words(figure.unit or "") if own else ""


def _refuse(records: Sequence[Record], rows: Sequence[Row], measure: Measure) -> None:
    ids = ", ".join(f"'{one.entry.id}'" for one in records)
    if not can_be_drawn(measure):
        why = f"{_a(measure)} has no value that means no difference ({ids})"
        raise CannotDraw(KIND, subject.capital(why))
    if not any(one.low is not None for one in rows):
        verb = "gives" if len(records) == 1 else "give"
        raise CannotDraw(KIND, f"{ids} {verb} no likely range")
    if _is_ratio(measure) and any(
        end is not None and end <= 0 for one in rows for end in (one.estimate, one.low)
    ):
        raise CannotDraw(KIND, f"a ratio of zero or less has no place ({ids})")
    if len(rows) > MOST:
        raise CannotDraw(KIND, f"{len(rows)} results are more than {MOST}")
    outcomes = [set(subject.statistic(one, KIND).outcomes) for one in records]
    if not set.intersection(*outcomes):
        listed = "; ".join(
            f"{one.entry.id}: {', '.join(subject.statistic(one, KIND).outcomes)}"
            for one in records
        )
        why = f"its results are about different outcomes ({listed})"
        raise CannotDraw(KIND, why, "Choose those of one outcome, as with --outcome.")


def _row(record: Record) -> Row:
    entry, lead = subject.statistic(record, KIND), subject.lead(record, KIND)
    found = _OTHERWISE.get(entry.stance)
    label = words(record.citation or entry.id)
    return _made(
        record, lead, f"{label} ({found})" if found else label, _about(record, lead)
    )


_OTHERWISE: Mapping[Stance, str] = {
    "mixed": "mixed findings",
    "no_clear_difference": "no clear difference",
    "against": "found the contrary",
}


def _of_one(record: Record) -> list[Row]:
    """The figures that share the measure of the lead; it comes first."""
    entry, lead = subject.statistic(record, KIND), subject.lead(record, KIND)
    alike = [
        one
        for one in entry.figures
        if one.role == "result"
        and one.estimate
        and _counted_in(one) == _counted_in(lead)
    ]
    rows = [_made(record, one, subject.capital(words(one.label)), "") for one in alike]
    # The rating is that of the lead; what else the study found is not rated by itself.
    return [rows[0], *(one._replace(certainty="") for one in rows[1:])]


def _made(record: Record, figure: Figure, label: str, about: str) -> Row:
    entry = subject.statistic(record, KIND)
    shown = amounts.number(figure.estimate or "", figure.measure)
    low, high = value(figure.low), value(figure.high)
    if figure.low and figure.high:
        shown += (
            f" ({amounts.number(figure.low, figure.measure)} to "
            f"{amounts.number(figure.high, figure.measure)})"
        )
    else:
        shown += " (range not reported)"
    # What else a study measured may be good where its main outcome is bad.
    shared = figure.outcome is None or figure is entry.lead
    return Row(
        label,
        about,
        value(figure.estimate) or 0,
        low,
        high,
        shown,
        subject.certainty(record),
        entry.claim_type,
        figure.polarity or (record.polarity if shared else None),
    )


def _about(record: Record, lead: Figure) -> str:
    entry = subject.statistic(record, KIND)
    return f"{subject.capital(words(lead.outcome or entry.outcome))}: {_sides(lead)}"


def _sides(figure: Figure) -> str:
    mine = words(figure.group or "people studied")
    if not figure.reference_group:
        return mine
    return f"{mine}, compared with {words(figure.reference_group)}"


def _group(row: Row) -> tuple[int, int]:
    """Effects before associations, and what is good to have more of before what is bad."""
    return list(_GROUPS).index(row.claim_type), ["good", "bad", None].index(
        row.polarity
    )


def _summary(records: Sequence[Record], rows: Sequence[Row], measure: Measure) -> str:
    leads = [subject.lead(one, KIND) for one in records]
    clear = sum(includes_null(one) is False for one in leads)
    return (
        f"{len(rows)} results compared by {name_of(measure)}: in {clear} of them the "
        "likely range lies wholly on one side of no difference."
    )


def _notes(record: Record, rows: Sequence[Row]) -> tuple[str, ...]:
    more = (NO_POOL,) if len(rows) > 1 else ()
    return subject.notes(record, more)


def _plural_notes(rows: Sequence[Row]) -> Iterator[str]:
    if any(one.claim_type == "association" for one in rows):
        yield f"Of associations: {subject.TOGETHER[0].lower()}{subject.TOGETHER[1:]}"


def _told(row: Row) -> str:
    certain = f"; certainty {row.certainty}" if row.certainty else ""
    about = f", {row.about}" if row.about else ""
    return f"{row.label}{about}: {row.shown}{certain}."


def _a(measure: Measure) -> str:
    name = name_of(measure)
    return f"an {name}" if name[0] in "aeio" else f"a {name}"


def _is_ratio(measure: Measure) -> bool:
    return MEASURES[measure].kind == "ratio"


# The drawing


def _part(rows: Sequence[Row], measure: Measure, theme: Theme) -> Part:
    scale = _scale(rows, measure)
    layers: list[Layer] = [*_heads(measure, theme)]
    top, y = 30.0, 30.0
    labels, abouts, numbers, certain = [], [], [], []
    points: list[dict[str, Any]] = []
    for _, group in groupby(rows, key=_group):
        members = list(group)
        y += 8
        layers += _group_head(members[0], measure, y, theme)
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
    return Part(tuple(layers), y + 26, _WIDTH)


_STRONG, _SMALL = Hand(14, "", bold=True), Hand(13, "")


def _room(column: tuple[int, int]) -> int:
    return column[1] - column[0]


def _heads(measure: Measure, theme: Theme) -> Iterator[Layer]:
    hand = Hand(13, theme.soft, bold=True)
    yield text(
        [
            Words(_LABEL[0], 0, ["Result"]),
            Words(_PLOT[0], 0, [subject.capital(name_of(measure))]),
            Words(_NUMBER[0], 0, ["Estimate (likely range)"]),
            Words(_CERTAIN[0], 0, ["Certainty"]),
        ],
        hand,
    )
    yield lines([(0, 22, _WIDTH, 22)], theme.line)


def _group_head(row: Row, measure: Measure, y: float, theme: Theme) -> Iterator[Layer]:
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
    if _is_ratio(measure):
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
        step = 10.0 ** floor(log10(high))
        step = next(
            one for one in (step, step / 2, step / 5, step / 10) if one <= high / 1.2
        )
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
    marked = ticks(*scale["domain"], ratio=_is_ratio(measure))
    yield lines([(_PLOT[0], bottom, _PLOT[1], bottom)], theme.line)
    marks = [{"at": one, "y": bottom, "y2": bottom + 5} for one in marked]
    place = {"x": along("at", scale), "y": placed("y")}
    yield layer(
        marks, {"type": "rule", "color": theme.line}, {**place, "y2": {"field": "y2"}}
    )
    written = {"type": "text", "baseline": "top", "fontSize": 12, "color": theme.soft}
    told = [
        {"at": one, "y": bottom + 8, "text": _tick(one, null)}
        for one in _apart(marked, null, scale)
    ]
    yield layer(told, written, {**place, "text": {"field": "text"}})
    dashed = {
        "type": "rule",
        "color": theme.line,
        "strokeDash": [5, 4],
        "strokeWidth": 1.4,
    }
    through = [{"at": null, "y": span[0] + 38, "y2": bottom}]
    yield layer(through, dashed, {**place, "y2": {"field": "y2"}})


def _tick(number: float, null: float) -> str:
    if number == null:
        return f"{number:g} = no difference"
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

    half = width(_tick(null, null), 12) / 2
    kept = [null]
    for side in (1, -1):
        edge = place(null) + side * (half + 8)
        outwards = sorted(
            (one for one in marked if (one - null) * side > 0), reverse=side < 0
        )
        for one in outwards:
            own = width(_tick(one, null), 12) / 2
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
