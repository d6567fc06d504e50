"""Icon arrays: two groups of the same size, those who had the outcome side by side."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from relcase.charts import subject
from relcase.charts.chart import Chart, Kind
from relcase.charts.frame import WIDTH, Part, framed
from relcase.charts.lettering import wrapped
from relcase.charts.marks import Hand, Layer, Words, layer, placed, text
from relcase.charts.palette import Theme
from relcase.domain import absolute, amounts
from relcase.domain.absolute import Pair
from relcase.domain.casing import capital
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.inert import words
from relcase.domain.record import Record
from relcase.errors import CannotDraw

KIND: Kind = "icons"
MOST = 1_000
"""Icons of one group beyond which nobody sees them."""
ILLUSTRATION = "Illustration, not from the study"

_BASELINE = 0.5
_PERSON = (
    "M0,-0.96a0.27,0.27 0 1,1 0,0.54a0.27,0.27 0 1,1 0,-0.54Z"
    "M-0.2,-0.34h0.4a0.24,0.24 0 0,1 0.24,0.24v0.5h-0.16v0.56h-0.56v-0.56h-0.16v-0.5"
    "a0.24,0.24 0 0,1 0.24,-0.24Z"
)


class _Grid(NamedTuple):
    """How the icons of one group are laid out."""

    columns: int
    cell: float
    shape: str
    size: float
    """Area of an icon, as Vega-Lite counts it."""


class _Sheet(NamedTuple):
    """The measures of a drawing, in pixels."""

    width: float
    panel: float
    """From the left edge of one group to its right edge."""
    grids: dict[int, _Grid]
    """By the size of the groups."""
    number: float
    """Size of the numbers."""
    key: float
    """Size of the words under the icons."""
    is_named: bool = True
    """Whether the names of the groups and the likely range stand in it."""


_WHOLE = _Sheet(
    WIDTH,
    350,
    {100: _Grid(10, 33, _PERSON, 30**2), 1_000: _Grid(40, 8.75, "circle", 42)},
    number=30,
    key=14,
)
_BESIDE_WORDS = _Sheet(
    480,
    220,
    {100: _Grid(10, 22, _PERSON, 20**2), 1_000: _Grid(40, 5.5, "circle", 16)},
    number=28,
    key=18,
    is_named=False,
)
"""Letters of 12 points at the least where the drawing is 12.3 cm wide, which is its place
on the narrower of our slides."""


class _Group(NamedTuple):
    """One group: who they are, and how many of them had the outcome."""

    name: str
    affected: int
    told: str
    """The count in words."""
    span: str
    """The likely range in words; empty without one."""


def pair_of(record: Record) -> Pair | None:
    """The two groups as the record states them, few enough to be drawn."""
    entry = subject.statistic(record, KIND)
    found = absolute.of_statistic(entry)
    return found if found and found.denominator <= MOST else None


def chart(
    record: Record, theme: Theme, *, bare: bool = False, beside_words: bool = False
) -> Chart:
    """Two icon arrays of one statistic.

    ``beside_words`` is for a page that names both groups and their numbers beside the
    drawing: it is bare, and smaller with larger letters.
    Without two shares or a baseline, of a ratio as it would be at 50 in 100, which the
    drawing says. Raises ``CannotDraw`` where there is neither.
    """
    entry, lead = subject.statistic(record, KIND), subject.lead(record, KIND)
    pair = pair_of(record) or _supposed(lead)
    if pair is None:
        raise CannotDraw(KIND, _why_not(entry, lead), "--kind auto finds another way.")
    groups = _groups(entry, lead, pair)
    counted = words(lead.outcome or entry.outcome)
    notes = subject.notes(record, _illustration(lead, pair))
    title, source = subject.title(record), subject.source([record])
    alt = _alt(title, counted, groups, pair, notes)
    made = Chart(
        KIND,
        title,
        alt,
        source,
        notes,
        ("Group", f"Out of {pair.denominator:,}", "Likely range"),
        tuple((one.name, f"{one.affected:,}", one.span) for one in groups),
    )
    sheet = _BESIDE_WORDS if beside_words else _WHOLE
    part = _part(groups, counted, pair, theme, sheet)
    return framed(made, part, theme, bare=bare or beside_words)


def _supposed(lead: Figure) -> Pair | None:
    found = (one for one in absolute.illustrative(lead) if one.shares[1] == _BASELINE)
    return next((one for one in found if one.denominator <= MOST), None)


def _why_not(entry: Statistic, lead: Figure) -> str:
    stated = absolute.of_statistic(entry)
    if stated is not None:
        return f"'{entry.id}' is too rare to be seen among {MOST:,} icons"
    return (
        f"'{entry.id}' does not say how many in 100 had the outcome in each group "
        f"(its figure is: {words(amounts.shown(lead))})"
    )


def _groups(entry: Statistic, lead: Figure, pair: Pair) -> tuple[_Group, _Group]:
    first, second = absolute.each_in_words(pair)
    span = ""
    if pair.low is not None and pair.high is not None:
        span = f"{pair.low:,} to {pair.high:,} in {pair.denominator:,}"
    mine = capital(words(lead.group or "people studied"))
    others = capital(words(lead.reference_group or entry.comparator.text))
    return _Group(mine, pair.first, first, span), _Group(
        others, pair.second, second, ""
    )


def _illustration(lead: Figure, pair: Pair) -> tuple[str, ...]:
    if pair.source != "illustrative":
        return ()
    return (
        f"{ILLUSTRATION}: what its {amounts.worded(lead)} would mean if it happened to "
        f"{pair.second} in {pair.denominator} of the second group.",
    )


def _alt(
    title: str,
    counted: str,
    groups: Sequence[_Group],
    pair: Pair,
    notes: Sequence[str],
) -> str:
    told = (
        f"{one.name}: {one.told}{f', likely range {one.span}' if one.span else ''}."
        for one in groups
    )
    about = f"Icon arrays of two groups of {pair.denominator:,}, counting: {counted}."
    return " ".join((about, subject.sentence(title), *told, *notes))


def _part(
    groups: Sequence[_Group], counted: str, pair: Pair, theme: Theme, sheet: _Sheet
) -> Part:
    grid = sheet.grids[pair.denominator]
    lefts = (0.0, sheet.width - sheet.panel)
    layers, top = [], 0.0
    if pair.source == "illustrative":
        # Also on a page that leaves out the notes: nobody may take it for a finding.
        hand = Hand(sheet.key + 1, theme.ink, bold=True)
        layers.append(text([Words(0, 0, [ILLUSTRATION])], hand))
        top = 2.0 * hand.size
    if sheet.is_named:
        hand = Hand(15, theme.soft)
        named = [wrapped(one.name, sheet.panel, hand.size) for one in groups]
        layers.append(text(_over(lefts, top, named), hand))
        top += max(hand.height(lines) for lines in named) + 6
    number = Hand(sheet.number, theme.ink, bold=True)
    layers.append(text(_over(lefts, top, [[one.told] for one in groups]), number))
    top += number.line_height
    spans = [[f"likely range {one.span}"] if one.span else [] for one in groups]
    if sheet.is_named and any(spans):
        hand = Hand(14, theme.soft)
        layers.append(text(_over(lefts, top + 2, spans), hand))
        top += 2 + hand.line_height
    top += 12
    counts = [one.affected for one in groups]
    layers += _icons(lefts, counts, pair.denominator, grid, top, theme)
    top += grid.cell * (pair.denominator // grid.columns) + 14
    return _with_key(layers, counted, grid, top, theme, sheet)


def _over(
    lefts: Sequence[float], top: float, told: Sequence[Sequence[str]]
) -> list[Words]:
    """The lines over each group; nothing over one without any."""
    pairs = zip(lefts, told, strict=True)
    return [Words(left, top, lines) for left, lines in pairs if lines]


def _icons(
    lefts: Sequence[float],
    counts: Sequence[int],
    of: int,
    grid: _Grid,
    top: float,
    theme: Theme,
) -> Iterator[Layer]:
    """Those who had the outcome first and together, full; the others after them."""
    for affected in (True, False):
        values = [
            {
                "x": left + grid.cell * (number % grid.columns + 0.5),
                "y": top + grid.cell * (number // grid.columns + 0.5),
            }
            for left, count in zip(lefts, counts, strict=True)
            for number in (range(count) if affected else range(count, of))
        ]
        if values:
            yield _points(values, grid, theme, affected=affected)


def _points(
    values: Sequence[dict[str, float]], grid: _Grid, theme: Theme, *, affected: bool
) -> Layer:
    """Full icons, or empty outlines: the two differ without any colour."""
    full = {"filled": True, "color": theme.strong}
    empty = {"filled": False, "color": theme.rest, "strokeWidth": 1.4}
    mark: dict[str, Any] = {
        "type": "point",
        "shape": grid.shape,
        "size": grid.size,
        "opacity": 1,
        **(full if affected else empty),
    }
    return layer(values, mark, {"x": placed("x"), "y": placed("y")})


def _with_key(
    layers: Sequence[Layer],
    counted: str,
    grid: _Grid,
    top: float,
    theme: Theme,
    sheet: _Sheet,
) -> Part:
    """What a full and an empty icon stand for."""
    hand = Hand(sheet.key, theme.soft)
    key = grid._replace(size=max(grid.size / 3, 60))
    made, y = list(layers), top
    for affected, said in ((True, counted), (False, "all others in the group")):
        rows = wrapped(said, sheet.width - 26, hand.size)
        made.append(text([Words(26, y, rows)], hand))
        place = {"x": 9, "y": y + round(hand.size * 0.57)}
        made.append(_points([place], key, theme, affected=affected))
        y += hand.height(rows) + 4
    return Part(tuple(made), y, sheet.width)
