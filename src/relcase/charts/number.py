"""One large number: what it is, of whom, when, and from where."""

from collections.abc import Iterator
from dataclasses import replace

from relcase.charts import subject
from relcase.charts.chart import Chart, Kind
from relcase.charts.frame import WIDTH, Part, framed
from relcase.charts.lettering import wrapped
from relcase.charts.marks import Hand, Words, text
from relcase.charts.palette import Theme
from relcase.domain import amounts
from relcase.domain.alone import Alone, alone
from relcase.domain.casing import capital
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.inert import words
from relcase.domain.record import Record
from relcase.domain.vocabulary import spoken

KIND: Kind = "number"
RELATIVE = "A relative change: the source gives no number that it starts from."

_LARGE, _LESS = 72, 44
"""Sizes of the number; the lesser where it is long."""
_NAMES = 130
"""Pixels of the column that says what a fact is."""


def chart(record: Record, theme: Theme, *, bare: bool = False) -> Chart:
    """The lead figure of one statistic. Raises ``CannotDraw`` where there is none."""
    entry, lead = subject.statistic(record, KIND), subject.lead(record, KIND)
    title, source = subject.title(record), subject.source([record])
    shown, facts = alone(lead), tuple(_facts(entry, lead))
    is_relative = lead.measure == "percent_change" and lead.before is None
    notes = subject.notes(record, (RELATIVE,) if is_relative else ())
    alt = " ".join(
        (
            f"One number, {words(shown.large)}: {_what(shown)}.",
            subject.sentence(title),
            *(f"{name}: {said}." for name, said in facts[1:]),
            *notes,
        )
    )
    made = Chart(
        KIND,
        title,
        alt,
        source,
        notes,
        ("What", "Value"),
        (("Number", words(amounts.shown(lead))), *facts),
    )
    part = _part(words(shown.large), facts, theme)
    return framed(made, part, theme, bare=bare)


def _facts(entry: Statistic, lead: Figure) -> Iterator[tuple[str, str]]:
    """What is measured, of whom, compared with whom, and when."""
    yield "What it is", capital(_what(alone(lead)))
    if around := amounts.interval(lead):
        yield "Likely range", words(around)
    if lead.group:
        yield "Who", capital(words(lead.group))
    against = words(lead.reference_group or "")
    if against and lead.reference_value:
        theirs = replace(lead, estimate=lead.reference_value, denominator=None)
        against += f": {words(amounts.large(theirs))}"
    if against:
        yield "Compared with", capital(against)
    yield "Studied", capital(words(entry.population))
    yield "When", capital(words(spoken(entry.period)))


def _what(shown: Alone) -> str:
    """What a number is of, and what statisticians call it."""
    of = words(shown.of)
    return f"{of} ({shown.kind})" if shown.kind else of


def _part(large: str, facts: tuple[tuple[str, str], ...], theme: Theme) -> Part:
    hand = Hand(_LARGE, theme.strong, bold=True)
    if len(wrapped(large, WIDTH, hand.size, bold=True)) > 1:
        hand = hand._replace(size=_LESS)
    rows = wrapped(large, WIDTH, hand.size, bold=True)
    y = hand.height(rows) + 6
    name, said = Hand(15, theme.soft), Hand(15, theme.ink)
    names, told = [], []
    for what, fact in facts:
        lines = wrapped(fact, WIDTH - _NAMES, said.size)
        names.append(Words(0, y, [what]))
        told.append(Words(_NAMES, y, lines))
        y += said.height(lines) + 6
    layers = (text([Words(0, 0, rows)], hand), text(names, name), text(told, said))
    return Part(layers, y)
