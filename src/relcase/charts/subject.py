"""What charts ask of a record: its statistic, its words, and what has to stand beside it."""

from collections.abc import Iterable, Iterator, Sequence

from relcase.domain.casing import small
from relcase.domain.evidence import Figure, Statistic
from relcase.domain.inert import address, words
from relcase.domain.printed import value
from relcase.domain.record import Record
from relcase.domain.vocabulary import spoken
from relcase.errors import CannotDraw

_NO_SIZE = "the source says which way it went, and not how far"
_NO_RESULT = "its figures describe the study and are no result"
TOGETHER = "This shows that the two go together, not that one causes the other."


def statistic(record: Record, kind: str) -> Statistic:
    """The statistic of a record. Raises ``CannotDraw`` for any other kind of entry."""
    entry = record.entry
    if isinstance(entry, Statistic):
        return entry
    raise CannotDraw(kind, f"'{entry.id}' is of the kind {entry.kind}, not a statistic")


def lead(record: Record, kind: str) -> Figure:
    """The figure that stands for a record. Raises ``CannotDraw`` where there is none."""
    entry = statistic(record, kind)
    if entry.lead is not None:
        return entry.lead
    told = any(one.role == "result" for one in entry.figures)
    why = entry.no_figure or (_NO_SIZE if told else _NO_RESULT)
    raise CannotDraw(
        kind, f"'{entry.id}' has no number: {small(words(why)).rstrip('.')}"
    )


def title(record: Record) -> str:
    """Its headline, with a warning before it when it is no longer used."""
    entry = record.entry
    if entry.status == "active":
        return words(entry.headline)
    return words(f"{entry.status.capitalize()}: {entry.headline}")


def source(records: Iterable[Record]) -> str:
    """One line that names the source of each record once, with its address."""
    named = dict.fromkeys(
        words(f"{one.citation}. {address(one.url) or ''}").strip() for one in records
    )
    return f"{'Source' if len(named) == 1 else 'Sources'}: {'; '.join(named)}"


def notes(record: Record, more: Sequence[str] = ()) -> tuple[str, ...]:
    """What stands under every chart of one record: how sure it is, what it does not show."""
    return (*more, *_always(record))


def _always(record: Record) -> Iterator[str]:
    if record.rating:
        yield f"Certainty: {spoken(record.rating.word)}."
    if isinstance(record.entry, Statistic) and record.entry.claim_type == "association":
        yield TOGETHER


def certainty(record: Record) -> str:
    """Its certainty as a word; empty where it is not rated."""
    return spoken(record.rating.word) if record.rating else ""


def likely_range(figure: Figure) -> tuple[float, float] | tuple[None, None]:
    """Both ends of its interval, the lower first; none where one is missing."""
    low, high = value(figure.low), value(figure.high)
    if low is None or high is None:
        return None, None
    return min(low, high), max(low, high)


def sentence(text: str) -> str:
    """The same with a full stop, unless it ends in one."""
    return text if text.endswith((".", "!", "?")) else f"{text}."
