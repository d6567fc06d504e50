"""Numbers that stand alone, and what they count: studies, people, schools, countries."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from relcase.domain.evidence import Figure, Sample
from relcase.domain.printed import value
from relcase.domain.report.words.splitting import stems
from relcase.domain.wording.facts import Facts
from relcase.domain.wording.numerals import Numeral, numerals
from relcase.domain.wording.tracing import within

COUNTS = frozenset({"count", "vote_count"})
"""The measures that count."""
_NO_VALUE = frozenset({"year", "level"})
_STUDIES = re.compile(
    r"\s+(?:[a-z-]+\s+){0,3}?(?:studies|trials|evaluations|papers|cohorts|experiments"
    r"|surveys|reports|samples|randomi[sz]ed)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\s+(?:[a-z’'-]+\s+){0,3}?(?:people|adults|participants|patients|women|men|children"
    r"|pupils|students|individuals|respondents|residents|nurses|families|prisoners"
    r"|persons|clients|mothers|drivers|workers|offenders|couples|boys|girls|youth"
    r"|veterans|staff|employees|carers|relatives|volunteers|users|outpatients|inpatients"
    r"|parents|teachers|adolescents|teenagers|babies|households|parolees|members)\b",
    re.IGNORECASE,
)
_POOLING = re.compile(r"\b(?:review|meta-analysis|pool)", re.IGNORECASE)
_PLACES = re.compile(
    r"\b(?:sites|hospitals|trusts|clinics|schools|councils|centres|homes"
    r"|practices|countries|cities|towns|prisons|municipalities|neighbourhoods|organisations"
    r"|units|wards|surgeries|companies|firms|authorities|areas|districts|states|hospices)\b",
    re.IGNORECASE,
)
_SMALL = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_DIGIT = rf"(?:\d|{'|'.join(_SMALL)})"
_RANGE = re.compile(rf"\b{_DIGIT} to {_DIGIT}\b|\b{_DIGIT} or (?:more|fewer|less)\b")
_HOURS = re.compile(r"hours?$", re.IGNORECASE)
_STUDIED = re.compile(
    r"\b(?:follow(?:ed|ing)|cover(?:ed|ing)|survey(?:ed|ing)|interview(?:ed|ing)|tracked"
    r"|randomi[sz](?:ed|ing)|enrolled|recruited|assigned|allocated|pool(?:ed|ing)|studied"
    r"|analys(?:ed|ing)|examin(?:ed|ing)|asked|(?:trial|study|survey|cohort|sample|review)\s+of)\s+"
    r"(?:\w+\s+){0,2}$|\bn\s*=\s*$",
    re.IGNORECASE,
)
"""What stands before the number of those who were studied."""
_OWN = re.compile(r"\b(?:our|ours|we|us|my|local|locally|this|here)\b[^.;]*$", re.I)
"""What stands before numbers of those who write."""
_FEW = 10
"""A smaller number in passing claims nothing: "two towns"."""
_NEAR_VALUE = 0.495
"""What part of a number of people another may be, to be meant for it."""
_NEAR_SAID = 0.05
"""The same of a number that is said to be that of the people studied."""
_NEAR_COUNT = 0.25
"""The same of a number of other things."""
_MANY = 100
"""The least number that tells of a slip by itself."""
_ROUNDING = 0.005
"""How near half of a large number may be told, in parts of it: "9.1 million"."""
_LEAST_DIGITS = 2
_PART = re.compile(
    r"\b(?:the|these|those|other|another|further|only|all|first|last|remaining|of)\s+$",
    re.I,
)
"""What stands before the number of some of them: "the 18 countries surveyed twice"."""
_AFTER = 40
"""Letters behind a number in which the thing that it counts is named."""
_PHRASE_END = re.compile(
    r"[.,;:()\d\n]|\b(?:and|or|with|in|of|at|from|for|who|whose|that|to|by|on|after|over|were|was"
    r"|had|per|across|among|within|between|than|more|fewer|less|higher|lower)\b"
)
_OF_THE = re.compile(r"^\s+of\s+(?:the|these|those)\s+")
_ANYTHING = frozenset(stems("people years points older young adult social total"))
"""Words that many counted things share."""


class Things(NamedTuple):
    """So many of something, as the record counts it."""

    number: float
    names: frozenset[str]
    """The stems of what is counted."""
    told: str


def claiming(
    found: Iterable[Numeral],
    text: str,
    is_counted: Callable[[Numeral], object] = lambda _: False,
) -> list[Numeral]:
    """The numbers that claim something: no years, and no "two towns"."""
    return [
        one
        for one in found
        if one.kind not in _NO_VALUE
        and not (
            one.kind == "number"
            and one.value < _FEW
            and not one.is_decimal
            and not _STUDIES.match(text, one.end)
            and not is_counted(one)
            and not _HOURS.search(one.text)
        )
    ]


def things(facts: Facts) -> tuple[Things, ...]:
    """What the record counts, in its words."""
    text = f"{facts.statistic.headline}\n{facts.text}"
    return tuple(
        Things(
            one.value, names, f"{one.text} {' '.join(_phrase(text, one.end).split())}"
        )
        for one in numerals(text)
        if one.kind == "number" and (names := _names(text, one.end))
    )


def alike(text: str, numeral: Numeral, counted: Iterable[Things]) -> Iterator[Things]:
    """What the record counts of the thing that a number counts."""
    names = _names(text, numeral.end)
    is_few = numeral.value < _FEW and not _PLACES.search(_phrase(text, numeral.end))
    if numeral.kind == "number" and names and not is_few:
        yield from (one for one in counted if one.names & names)


def is_counted_figure(text: str, numeral: Numeral, figures: Iterable[Figure]) -> bool:
    """Whether a number is a count of the record, and stands before what that counts."""
    names = _names(text, numeral.end)
    return any(
        one.measure in COUNTS
        and value(one.estimate) == numeral.value
        and not names.isdisjoint(stems(one.label))
        for one in figures
    )


def _names(text: str, end: int) -> frozenset[str]:
    return frozenset(stems(_phrase(text, end))) - _ANYTHING


def _phrase(text: str, end: int) -> str:
    """The words behind a number that name what it counts."""
    behind = _OF_THE.sub(" ", text[end : end + _AFTER])
    stop = _PHRASE_END.search(behind.lower())
    return behind[: stop.start()] if stop else behind.rpartition(" ")[0]


def counts_anything(unit: str) -> bool:
    """Whether a unit says little of what is counted: people, points."""
    return not frozenset(stems(unit)) - _ANYTHING


def is_own(text: str, numeral: Numeral) -> bool:
    """Whether a number is told of those who write: "our 12 schools"."""
    return _OWN.search(text[: numeral.start]) is not None


def miscounts(text: str, numeral: Numeral, facts: Facts) -> bool:
    """Whether a number of studies is not one that the record has of studies."""
    statistic = facts.statistic
    sample = statistic.sample
    if numeral.kind != "number" or not _STUDIES.match(text, numeral.end):
        return False
    if sample is None or (sample.studies or 0) < 2:
        return False
    printed = [one.estimate for one in statistic.figures if one.measure in COUNTS]
    printed += [one.denominator for one in statistic.figures]
    known: set[float | None] = {
        sample.studies,
        sample.studies_positive,
        sample.participants,
    }
    known |= {one.studies for one in statistic.figures}
    known |= {value(one) for one in printed}
    known |= {one.value for one in facts.numerals}
    return not any(one is not None and within(numeral, one) for one in known)


def counted(text: str, numeral: Numeral, sample: Sample) -> tuple[int, str] | None:
    """The studies or people that the record has where a number counts such."""
    studies, people = sample.studies or 0, sample.participants
    if _STUDIES.match(text, numeral.end) and studies > 1:
        return studies, "studies"
    if not people or is_own(text, numeral):
        return None
    said = _STUDIED.search(text[: numeral.start])
    if _PEOPLE.match(text, numeral.end):
        near = _NEAR_SAID if said else _NEAR_VALUE
        is_near = near <= numeral.value / people <= 1 / near
    else:
        is_near = False
    copied = is_miscopied(numeral.value, people) and (
        said or not numeral.text.isalpha()
    )
    return (people, "people") if is_near or copied else None


def is_of_studied(text: str, numeral: Numeral) -> bool:
    """Whether a number is told of people, or of those who were studied; not of one's own."""
    told = counts_people(text, numeral) or _STUDIED.search(text[: numeral.start])
    return bool(told) and not is_own(text, numeral)


def counts_studies(text: str, numeral: Numeral) -> bool:
    """Whether what stands behind a number says that it counts studies."""
    return _STUDIES.match(text, numeral.end) is not None


def counts_people(text: str, numeral: Numeral) -> bool:
    """The same of people."""
    return _PEOPLE.match(text, numeral.end) is not None


def is_out_of_studies(text: str, numeral: Numeral, facts: Facts) -> bool:
    """Whether it tells so many of the studies of the record: "eight of ten studies"."""
    return counts_studies(text, numeral) and any(
        one.measure in COUNTS and value(one.denominator) == numeral.out_of
        for one in facts.statistic.figures
        if one.denominator is not None
    )


def is_same_range(text: str, numeral: Numeral, facts: Facts) -> bool:
    """Whether the record has a range or a limit of which a number is: "1 to 3", "6 or more"."""
    mine = [
        one[0]
        for one in _RANGE.finditer(text.lower())
        if one.start() <= numeral.start < one.end()
    ]
    if not mine:
        return False
    known = {_in_digits(one) for one in _RANGE.findall(facts.lower)}
    return any(_in_digits(one) in known for one in mine)


def _in_digits(told: str) -> str:
    """A range with its numbers in digits."""
    return " ".join(
        f"{_SMALL.index(one) + 1}" if one in _SMALL else one for one in told.split()
    )


def counts_studied(text: str) -> bool:
    """Whether a text has a number of people or of studies."""
    return any(
        one.kind == "number" and (counts_people(text, one) or counts_studies(text, one))
        for one in numerals(text)
    )


def counts_same_studies(text: str, numeral: Numeral, sample: Sample | None) -> bool:
    """Whether a number of studies is that of the record: "a review of 25 studies"."""
    return (
        sample is not None
        and numeral.value == sample.studies
        and (
            numeral.value >= _FEW or (numeral.value > 1 and bool(_POOLING.search(text)))
        )
        and bool(_STUDIES.match(text, numeral.end))
    )


def names_sample(text: str, numeral: Numeral, sample: Sample) -> bool:
    """Whether a number is said to be that of those studied, or is it but for a slip.

    A slip has the same digits in another order, or is half of it or twice as many.
    """
    if numeral.kind != "number" or numeral.value < _MANY or numeral.text.isalpha():
        return False
    for known, named in ((sample.participants, _PEOPLE), (sample.studies, _STUDIES)):
        if not known or not (
            named.match(text, numeral.end) or _STUDIED.search(text[: numeral.start])
        ):
            continue
        if numeral.value == known or is_miscopied(numeral.value, known):
            return True
        room = max(1.0, numeral.value * _ROUNDING)
        if any(abs(numeral.value - known * one) <= room for one in (0.5, 2)):
            return True
    return False


def is_miscopied(told: float, printed: float) -> bool:
    """Whether two counts have the same digits but for their order, or one left out."""
    one, other = f"{told:.0f}", f"{printed:.0f}"
    if min(len(one), len(other)) < _LEAST_DIGITS:
        return False
    if len(one) == len(other):
        return sorted(one) == sorted(other)
    short, long = sorted((one, other), key=len)
    return short in {long[:at] + long[at + 1 :] for at in range(len(long))}


def miscounted(text: str, numeral: Numeral, counts: Iterable[Things]) -> Things | None:
    """What the record has of the thing of which a number tells another count."""
    if is_own(text, numeral) or _PART.search(text[: numeral.start]):
        return None
    names = _names(text, numeral.end)
    found = list(alike(text, numeral, counts))
    most = max((len(names & one.names) for one in found), default=0)
    best = [one for one in found if len(names & one.names) == most]
    if len({one.number for one in best}) != 1:
        return None
    other = best[0]
    if numeral.value < _FEW and len(names & other.names) < 2:
        return None
    share = numeral.value / (other.number or 1)
    is_near = _NEAR_COUNT <= share <= 1 / _NEAR_COUNT
    return other if is_near or is_miscopied(numeral.value, other.number) else None
