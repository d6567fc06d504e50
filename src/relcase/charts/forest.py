"""Forest plots: estimates of one measure under each other, with their likely ranges.

Points are of one size, nothing is pooled, effects and associations stand apart, and which
side is better is said in words.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from relcase.charts import subject
from relcase.charts.chart import Chart, Kind
from relcase.charts.forest_drawing import Row, group_of, is_ratio, part
from relcase.charts.frame import framed
from relcase.charts.palette import Theme
from relcase.domain import amounts
from relcase.domain.casing import capital, small
from relcase.domain.evidence import Figure
from relcase.domain.inert import words
from relcase.domain.measures import MEASURES, includes_null
from relcase.domain.printed import value
from relcase.domain.record import Record
from relcase.domain.vocabulary import Measure, Stance, spoken
from relcase.errors import CannotDraw

KIND: Kind = "forest"
_SHOWN = 6
"""Outcomes that are named where there are too many for one picture."""
MOST = 40
NO_POOL = "Each line is one result; nothing is added up, and a larger study has no larger point."


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
    rows = sorted(found, key=group_of)
    _refuse(records, rows, measure)
    if alone:
        title = subject.title(records[0])
    title = words(title) or _summary(records, rows, measure)
    notes = _notes(records[0], rows) if alone else (*_plural_notes(rows), NO_POOL)
    source = subject.source(records)
    alt = " ".join(
        (
            _what(rows, measure),
            subject.sentence(title),
            *(_told(one) for one in rows),
            *notes,
        )
    )
    made = Chart(
        KIND,
        title,
        alt,
        source,
        notes,
        ("Result", "About", capital(spoken(measure)), "Certainty", "Kind"),
        tuple(
            (one.label, one.about, one.shown, one.certainty, spoken(one.claim_type))
            for one in rows
        ),
    )
    return framed(made, part(rows, measure, theme), theme, bare=bare)


def can_be_drawn(measure: Measure) -> bool:
    """Whether a measure has a value that means no difference, which a forest plot needs."""
    return MEASURES[measure].null is not None and MEASURES[measure].kind != "money"


def _one_measure(records: Sequence[Record]) -> Measure:
    """The measure of all leads. Raises ``CannotDraw`` when there are several."""
    by_measure = defaultdict(list)
    for one in records:
        by_measure[_counted_in(subject.lead(one, KIND))].append(one.entry.id)
    if len(by_measure) > 1:
        listed = ", ".join(
            f"{spoken(measure)}{f' in {unit}' if unit else ''} ({len(ids)})"
            for (measure, unit), ids in by_measure.items()
        )
        first = max(by_measure.values(), key=len)[0]
        raise CannotDraw(
            KIND,
            f"its results have different measures, which cannot stand on one axis: {listed}",
            f"Choose those of one measure, with --measure, or one: relcase chart {first}",
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
        raise CannotDraw(KIND, capital(why))
    if not any(one.low is not None for one in rows):
        verb = "gives" if len(records) == 1 else "give"
        raise CannotDraw(KIND, f"{ids} {verb} no likely range")
    if is_ratio(measure) and any(
        end is not None and end <= 0 for one in rows for end in (one.estimate, one.low)
    ):
        raise CannotDraw(KIND, f"a ratio of zero or less has no place ({ids})")
    if len(rows) > MOST:
        raise CannotDraw(KIND, f"{len(rows)} results are more than {MOST}")
    outcomes = [set(subject.statistic(one, KIND).outcomes) for one in records]
    if not set.intersection(*outcomes):
        counts = Counter(tag for one in outcomes for tag in one)
        listed = ", ".join(
            f"{tag} ({many})" for tag, many in counts.most_common(_SHOWN)
        )
        why = f"its results are about different outcomes: {listed}"
        ((most, _),) = counts.most_common(1)
        raise CannotDraw(
            KIND, why, f"Choose those of one outcome, as with --outcome {most}"
        )


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
    rows = [_made(record, one, capital(words(one.label)), "") for one in alike]
    # The rating is that of the lead; what else the study found is not rated by itself.
    return [rows[0], *(one._replace(certainty="") for one in rows[1:])]


def _made(record: Record, figure: Figure, label: str, about: str) -> Row:
    entry = subject.statistic(record, KIND)
    shown = amounts.number(figure.estimate or "", figure.measure)
    low, high = subject.likely_range(figure)
    if low is not None:
        shown += (
            f" ({amounts.number(figure.low or '', figure.measure)} to "
            f"{amounts.number(figure.high or '', figure.measure)})"
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
    return f"{capital(words(lead.outcome or entry.outcome))}: {_sides(lead)}"


def _sides(figure: Figure) -> str:
    mine = words(figure.group or "people studied")
    if not figure.reference_group:
        return mine
    return f"{mine}, compared with {words(figure.reference_group)}"


def _summary(records: Sequence[Record], rows: Sequence[Row], measure: Measure) -> str:
    leads = [subject.lead(one, KIND) for one in records]
    clear = sum(includes_null(one) is False for one in leads)
    return (
        f"{len(rows)} results compared by {spoken(measure)}: in {clear} of them the "
        "likely range lies wholly on one side of no difference."
    )


def _notes(record: Record, rows: Sequence[Row]) -> tuple[str, ...]:
    more = (NO_POOL,) if len(rows) > 1 else ()
    return subject.notes(record, more)


def _plural_notes(rows: Sequence[Row]) -> Iterator[str]:
    if any(one.claim_type == "association" for one in rows):
        yield f"Of associations: {small(subject.TOGETHER)}"


def _told(row: Row) -> str:
    certain = f"; certainty {row.certainty}" if row.certainty else ""
    about = f", {row.about}" if row.about else ""
    return f"{row.label}{about}: {row.shown}{certain}."


def _what(rows: Sequence[Row], measure: Measure) -> str:
    if len(rows) == 1:
        return f"Forest plot of one result, {_a(measure)}, with its likely range."
    return (
        f"Forest plot of {len(rows)} results, each {_a(measure)}, with likely ranges."
    )


def _a(measure: Measure) -> str:
    name = spoken(measure)
    return f"an {name}" if name[0] in "aeio" else f"a {name}"
