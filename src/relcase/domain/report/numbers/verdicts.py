"""The verdict on each number of a sentence, held against the entry it speaks of."""

from collections.abc import Iterator, Sequence

from relcase.domain.amounts import shown
from relcase.domain.report.attribution.about import BESIDE, About
from relcase.domain.report.figures.as_record import as_printed
from relcase.domain.report.figures.by_chance import (
    by_chance,
    of_deviation,
    of_known_whole,
)
from relcase.domain.report.figures.counted import claiming, miscounts
from relcase.domain.report.figures.pooled import studies_beside
from relcase.domain.report.figures.rounded import rounds_people
from relcase.domain.report.knowledge.known import Known
from relcase.domain.report.knowledge.subjects import Subject
from relcase.domain.report.numbers.counterparts import counterpart, is_slip
from relcase.domain.report.numbers.faults import blamed
from relcase.domain.report.numbers.hearing import Hearing
from relcase.domain.report.numbers.partners import instead_of
from relcase.domain.report.numbers.relevance import is_on_topic
from relcase.domain.report.numbers.trials import Judged, Trial
from relcase.domain.report.numbers.versions import Version
from relcase.domain.report.words.masking import masked
from relcase.domain.wording.a07_points import confused
from relcase.domain.wording.derived import Derived
from relcase.domain.wording.numerals import Numeral, numerals
from relcase.domain.wording.phrases import ending
from relcase.domain.wording.tracing import contradicted, traces, within

_DENIED = ending("not (by) (a/an) (_) (of), rather than (by) (a/an) (_) (of)").search
"""What stands before a number that a sentence warns of."""


def tried(
    text: str, about: Sequence[About], known: Known, *, wording: bool = True
) -> Trial:
    """The sentence held against the entry that explains most of it, of one or more.

    Of several entries of one source, the one with the fewest faults is meant. Without
    ``wording`` its numbers alone are judged.
    """
    trials = _of_findings([_trial(text, one, known, wording) for one in about])
    most = max(one.about.weight for one in trials)
    return max(
        (one for one in trials if one.explained or one.about.weight >= BESIDE * most),
        key=lambda one: (
            bool(one.versions),
            one.explained,
            -one.faults,
            one.about.weight,
        ),
    )


def _of_findings(trials: list[Trial]) -> list[Trial]:
    """Without the stories and quotations that tell no more of it than a finding beside.

    They have no wording to be wrong, so that the fewest faults would always be theirs.
    """
    found = [one for one in trials if one.subject.statistic is not None]
    return [
        one
        for one in trials
        if one.subject.statistic is not None
        or one.about.own
        or not any(
            other.subject.source == one.subject.source
            and other.about.weight >= one.about.weight
            and other.explained >= one.explained
            for other in found
        )
    ]


def _trial(text: str, about: About, known: Known, wording: bool) -> Trial:
    subject = known.subjects[about.subject]
    if about.own:
        numbers = tuple(
            Judged(one, "matches") for one in claiming(numerals(text), text)
        )
        return Trial(subject, about, numbers, ())
    if subject.statistic is None:
        return Trial(subject, about, tuple(_told(text, subject)), ())
    hearing = Hearing(text, about, subject, known)
    first = {one.start: _number(hearing, one) for one in hearing.values}
    final, left, found = blamed(hearing, first, wording=wording)
    numbers = tuple(final.values())
    return Trial(subject, about, numbers, tuple(left), hearing.versions, tuple(found))


def _told(text: str, subject: Subject) -> Iterator[Judged]:
    """The numbers of a story or a definition: right, or of no concern."""
    for one in claiming(numerals(text), text):
        same = any(
            other.kind == one.kind and within(one, other.value)
            for other in subject.numbers
        )
        yield Judged(one, "matches" if same else "not_ours")


def _number(hearing: Hearing, numeral: Numeral) -> Judged:
    """The verdict on a number, before its wording is looked at."""
    if hearing.about.like:
        return _against_own(hearing, numeral)
    if hearing.reading.takes_back(numeral.start, numeral.end):
        is_ours = bool(traces(hearing.reading, numeral))
        return Judged(numeral, "matches" if is_ours else "not_ours")
    for one in hearing.versions:
        if one.has(numeral) and one.repeats(numeral):
            return _in_version(hearing, numeral, one)
    if wrong := _told_wrongly(hearing, numeral):
        return wrong
    counts = hearing.text, numeral, hearing.facts
    if studies_beside(*counts) or miscounts(*counts):
        return _strange(hearing, numeral)
    if not traces(hearing.reading, numeral):
        is_round = rounds_people(*counts)
        return Judged(numeral, "matches") if is_round else _strange(hearing, numeral)
    if by_chance(hearing.reading, numeral) or hearing.is_of_other_unit(numeral):
        return _told_of_another(hearing, numeral)
    if meant := instead_of(hearing, numeral):
        return Judged(numeral, "differs", "D01", _other(numeral, meant.told))
    return Judged(numeral, "matches")


def _told_wrongly(hearing: Hearing, numeral: Numeral) -> Judged | None:
    """A number of the record with the wrong direction, of the wrong group, in points."""
    reading = hearing.reading
    if wrong := hearing.misplaced.get(numeral.start):
        return Judged(numeral, "differs", "M01", wrong)
    if known := contradicted(reading, numeral):
        return Judged(numeral, "differs", "M01", _direction(numeral, known))
    if not confused(reading, numeral):
        return None
    if _DENIED(reading.lower, 0, numeral.start):
        return Judged(numeral, "matches")
    return Judged(numeral, "differs", "A07", _units(numeral))


def _told_of_another(hearing: Hearing, numeral: Numeral) -> Judged:
    """A number that the record has of something else."""
    if hearing.about.is_aside:
        return Judged(numeral, "not_ours")
    nearest = counterpart(hearing, numeral)
    known = nearest.printed if nearest else "it of something else"
    return Judged(numeral, "differs", "D01", _other(numeral, known))


def _in_version(hearing: Hearing, numeral: Numeral, version: Version) -> Judged:
    """A number of a popular version, which is wrong in the ways on record."""
    if not hearing.tells_result(numeral) and traces(hearing.reading, numeral):
        return Judged(numeral, "matches")
    return Judged(numeral, "misworded", version.rule, version.faults)


def _against_own(hearing: Hearing, numeral: Numeral) -> Judged:
    """A number of a sentence that is ours but for its numbers."""
    mine = numerals(hearing.text)
    ours = numerals(masked(hearing.about.like))
    if len(mine) != len(ours):
        return _strange(hearing, numeral)
    other = ours[mine.index(numeral)]
    if within(numeral, other.value) and numeral.kind == other.kind:
        return Judged(numeral, "matches")
    advice = _other(numeral, other.text)
    return Judged(numeral, "differs", "D01", advice, other.text)


def _strange(hearing: Hearing, numeral: Numeral) -> Judged:
    """A number that the record does not have: another value, or another matter."""
    if numeral.kind == "span":
        return Judged(numeral, "not_ours")
    if counts := of_known_whole(hearing.statistic, numeral):
        return Judged(numeral, "differs", "D01", _other(numeral, counts))
    if known := of_deviation(hearing.text, numeral, hearing.statistic):
        advice = (
            f"“{numeral.text}” is in standard deviations in the record: {shown(known)}."
        )
        return Judged(numeral, "differs", "A07", advice)
    nearest = counterpart(hearing, numeral)
    if nearest is None or not (
        is_on_topic(hearing, numeral) or is_slip(hearing, numeral)
    ):
        return Judged(numeral, "not_ours")
    printed, instead = nearest
    if instead and instead.strip("−-") == numeral.text.strip("−-"):
        return Judged(numeral, "matches")
    return Judged(numeral, "differs", "D01", _other(numeral, printed), instead)


def _other(numeral: Numeral, printed: str) -> str:
    return f"You wrote {numeral.text}; the record has {printed}."


def _direction(numeral: Numeral, one: Derived) -> str:
    way = "more" if one.side > 0 else "fewer"
    printed = as_printed(one.figure) if one.figure else ""
    return (
        f"“{numeral.text}” points the other way: in the record {printed} means {way}."
    )


def _units(numeral: Numeral) -> str:
    if numeral.kind == "points":
        return (
            f"“{numeral.text}” is in per cent in the record, not in percentage points."
        )
    return f"“{numeral.text}” is in percentage points in the record, not in per cent."
