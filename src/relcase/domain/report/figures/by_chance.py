"""Numbers that the record has, but not of what the sentence tells.

A share that is the rest of another is right where the sentence speaks of the rest; "9 of
10" only where both are counts of one thing; the end of an interval only as such; and so
many months are not so many years.
"""

import re
from collections.abc import Iterator

from relcase.domain.evidence import Figure, Statistic
from relcase.domain.printed import value
from relcase.domain.report.figures.counted import is_own
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.outcomes import told
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.times import DAYS
from relcase.domain.wording.tracing import lasts, traces, within

_REST = re.compile(
    r"\b(?:not|no|non|never|none|nobody|nothing|neither|nor|without|rest|remain\w*|others?"
    r"|fail\w*|free|avoid\w*|lack\w*|miss\w*|kept|keep\w*|same|stay\w*|well|healthy|left"
    r"|out\s+of(?!\s+(?:\d|ten|every))|un(?!der|til|iv|ite|ion|iq)\w+)\b|n't\b"
)
"""What a sentence that speaks of the rest has."""
_COMPARING = frozenset({"relative", "turned", "pair", "without", "change"})
_HAD = re.compile(
    r"\s+(?:(?:of|among)\s+(?:the\s+|all\s+|those\s+|these\s+)?(?!odds|risk|rate|chance|that)\w+\s+(?:\w+\s+){0,6}?)?"
    r"(?:had|have|has|were|did|do|said|say|felt|feel|reported|reoffended|died)\b"
)
"""What stands behind a share of people: "of the children had"."""
_PAIR = re.compile(r"\s(?:out\s+)?of\s|/")
_LIMITS = re.compile(
    r"\b(?:intervals?|ci|cis|range[ds]?|ranging|between|limits?|bounds?|from(?=\W+\d)|up\s+to|at\s+(?:least|most)"
    r"|as\s+(?:much|many|high|low|little|few)\s+as|could|might|anywhere|somewhere)\b"
)
"""What a sentence has that tells how far a number may be away."""
_OTHER_END = re.compile(r"[\s,;%]*(?:to|and|–|-|−|or)?[\s–-]*[-−]?[\d.]+")
_END_BEFORE = re.compile(r"[\d.]+%?\s*(?:,|;|to|and|–|-|−|or)\s*(?:[-−])?$")

_TIME = re.compile(r"\b(hour|day|week|month|year|decade)s?\b")
_DAY_ROOM, _SAME = 0.03, 0.01
"""How near lengths of time are one, in parts of them, and their counts."""

_HUNDRED = 100
_MORE_OR_LESS = re.compile(
    r"\s+(?:\w+\s+)?(?:less|lower|fewer|more|higher|better|worse|greater|smaller|reduc\w+"
    r"|fall|drop|cut|decline|decrease|increase|rise|improvement|gain|happier|healthier)\b",
    re.IGNORECASE,
)
"""What stands behind a share that compares."""
_BY = re.compile(r"\bby\s+$", re.IGNORECASE)
_STEPS = re.compile(
    r"\s+points?\s+(?:lower|higher|fewer|more|less|better|worse|apart)\b"
)
"""What stands behind a difference on a scale."""
_IN_STEPS = re.compile(
    r"\s+(?:points?|lower|higher|fewer|more|less|better|worse|to|and|from)\b"
)
"""What stands behind one in the words of the record."""

_UNIT_BEHIND = 12
"""Letters behind a number in which its unit stands."""
_ROUND = 10
"""A whole up to here may be any: "3 of 10"."""


def by_chance(reading: Reading, numeral: Numeral) -> bool:
    """Whether a number of the record tells something else there."""
    if numeral.kind == "span":
        return _in_other_unit(reading, numeral)
    if numeral.out_of is not None and _PAIR.search(numeral.text):
        return not _is_pair(reading, numeral)
    if _in_other_measure(reading, numeral) or _is_of_people(reading, numeral):
        return True
    if _is_no_step(reading, numeral):
        return True
    return _is_end(reading, numeral) or _is_rest(reading, numeral)


def _is_no_step(reading: Reading, numeral: Numeral) -> bool:
    """Whether it is told as a difference on a scale, and the record has it of no such.

    "6 points lower" where six sessions were held; "0.3 points" where 0.29 is a mean.
    """
    if numeral.kind != "number" or not _STEPS.match(reading.lower, numeral.end):
        return False
    if any(one.figure for one in traces(reading, numeral)):
        return False
    return not any(
        within(numeral, abs(one.value))
        and _IN_STEPS.match(reading.facts.lower, one.end)
        for one in reading.facts.numerals
    )


def _is_of_people(reading: Reading, numeral: Numeral) -> bool:
    """Whether a number that compares groups is told as the share of one: "63% had"."""
    found = traces(reading, numeral)
    if numeral.kind not in ("percent", "share") or reading.side(numeral):
        return False
    if not _HAD.match(reading.lower, numeral.end):
        return False
    return bool(found) and all(one.how in _COMPARING for one in found)


def _is_rest(reading: Reading, numeral: Numeral) -> bool:
    """Whether it is but the rest of a share, of which the sentence does not speak."""
    found = traces(reading, numeral)
    if not found or any(one.how != "complement" for one in found):
        return False
    if _REST.search(reading.lower):
        return False
    named = [
        told(reading.lower, one.figure, reading.statistic)
        for one in found
        if one.figure is not None
    ]
    return True not in named


def _is_pair(reading: Reading, numeral: Numeral) -> bool:
    """Whether "9 of 10" are counts of one thing in the record, or of its rest."""
    whole = numeral.out_of or 1
    part = round(numeral.value * whole / 100)
    if any(
        one.out_of == whole and round(one.value * whole / 100) == part
        for one in reading.facts.numerals
    ):
        return True
    rest = bool(_REST.search(reading.lower))
    return any(
        total == whole and (count == part or (rest and total - count == part))
        for count, total in _counts(reading.statistic)
    ) or not any(total == whole for _, total in _counts(reading.statistic))


def of_deviation(text: str, numeral: Numeral, statistic: Statistic) -> Figure | None:
    """The figure in standard deviations whose hundredths are told as per cent.

    "27% less depression" where the record has 0.27 standard deviations.
    """
    if numeral.kind != "percent" or not tells_more_or_less(text, numeral):
        return None
    for figure in statistic.figures:
        size = value(figure.estimate)
        is_deviation = figure.measure == "standardised_mean_difference"
        if is_deviation and size is not None and within(numeral, _HUNDRED * abs(size)):
            return figure
    return None


def tells_more_or_less(text: str, numeral: Numeral) -> bool:
    """Whether a share compares: "27% less", "by half"; and not for those who write."""
    is_step = _BY.search(text, 0, numeral.hedge_start)
    compares = is_step or _MORE_OR_LESS.match(text, numeral.end)
    return bool(compares) and not is_own(text, numeral)


def of_known_whole(statistic: Statistic, numeral: Numeral) -> str | None:
    """The count of the record that is out of as many as a number is."""
    whole = numeral.out_of
    if whole is None or whole <= _ROUND:
        return None
    parts = [part for part, of in _counts(statistic) if of == whole]
    return f"{parts[0]:,.0f} of {whole:,.0f}" if parts else None


def _counts(statistic: Statistic) -> Iterator[tuple[float, float]]:
    """The counts of the record, each with what it is out of."""
    for figure in statistic.figures:
        for part, whole in (
            (figure.events or _count(figure), figure.denominator),
            (figure.reference_events, figure.reference_denominator),
        ):
            if (one := value(part)) is not None and (of := value(whole)) is not None:
                yield one, of
    sample = statistic.sample
    if sample and sample.studies and sample.studies_positive is not None:
        yield sample.studies_positive, sample.studies


def _count(figure: Figure) -> str | None:
    return figure.estimate if figure.measure in ("count", "vote_count") else None


def _is_end(reading: Reading, numeral: Numeral) -> bool:
    """Whether it is but the end of an interval, told as if it were the result."""
    found = traces(reading, numeral)
    if any(one.figure and not one.of_end for one in found):
        return False
    of_end = any(one.of_end for one in found)
    size = numeral._replace(low=abs(numeral.value), high=abs(numeral.value))
    if not of_end and not any(within(size, one) for one in _ends(reading)):
        return False
    if any(within(size, abs(one)) for one in _no_ends(reading, numeral.kind)):
        return False
    return not _tells_limits(reading, numeral)


def _ends(reading: Reading) -> Iterator[float]:
    for figure in reading.statistic.figures:
        for one in map(value, (figure.low, figure.high)):
            if one is not None:
                yield abs(one)


def _no_ends(reading: Reading, kind: str) -> Iterator[float]:
    """The numbers of the record that are no ends of an interval, and may be of a kind."""
    ends = frozenset(_ends(reading))
    for figure in reading.statistic.figures:
        printed = (figure.estimate, figure.reference_value, figure.before, figure.after)
        yield from (one for one in map(value, printed) if one is not None)
    if kind == "number":
        yield from (one for one in reading.facts.printed if abs(one) not in ends)
    told = reading.facts.numerals
    yield from (one.value for one in told if kind in ("number", one.kind))


def _tells_limits(reading: Reading, numeral: Numeral) -> bool:
    if numeral.hedge in ("up_to", "at_least", "at_most", "over", "under"):
        return True
    text = reading.lower
    if _OTHER_END.match(text, numeral.end) or _END_BEFORE.search(
        text, 0, numeral.start
    ):
        return True
    return _LIMITS.search(text) is not None


def _in_other_unit(reading: Reading, numeral: Numeral) -> bool:
    """Whether the record has so many of another unit: years, and not months."""
    unit = _unit(numeral.text)
    if unit is None:
        return False
    days = [count * DAYS[one] for count, one in _spans(reading)]
    room = max(numeral.high - numeral.value, numeral.value * _DAY_ROOM)
    if any(abs(one - numeral.value) <= room for one in days):
        return False
    told = numeral.value / DAYS[unit]
    return any(
        one != unit and abs(count - told) < _SAME for count, one in _spans(reading)
    )


def _spans(reading: Reading) -> Iterator[tuple[float, str]]:
    """The lengths of time of the record: how many, and of what."""
    for one in reading.facts.numerals:
        if one.kind == "span" and (unit := _unit(one.text)):
            yield one.value / DAYS[unit], unit
    for figure in reading.statistic.figures:
        unit = _unit(figure.unit or figure.label) if lasts(figure) else None
        for number in (figure.estimate, figure.reference_value):
            if unit and (count := value(number)) is not None:
                yield count, unit


def _unit(text: str) -> str | None:
    found = _TIME.search(text.lower())
    return found[1] if found else None


_SHORT_TIMES = re.compile(r"\b(second|minute|hour)s?\b")
_CURRENCIES = {
    "£": re.compile(r"£|\bpounds?\b|\bgbp\b|\bsterling\b"),
    "$": re.compile(r"\$|\bdollars?\b|\busd\b"),
    "€": re.compile(r"€|\beuros?\b|\beur\b"),
}


def _in_other_measure(reading: Reading, numeral: Numeral) -> bool:
    """Whether the record has it in another currency, or in minutes and not in hours."""
    if numeral.kind == "money":
        record = f"{reading.facts.lower} {reading.statistic.headline}"
        used = {one for one, named in _CURRENCIES.items() if named.search(record)}
        mine = {one for one, named in _CURRENCIES.items() if named.search(numeral.text)}
        return bool(used and mine) and not used & mine
    behind = reading.lower[numeral.start : numeral.end + _UNIT_BEHIND]
    told = _SHORT_TIMES.search(behind)
    if numeral.kind != "number" or told is None:
        return False
    units = {
        found[1]
        for one in traces(reading, numeral)
        if one.figure and (found := _SHORT_TIMES.search(one.figure.unit or ""))
    }
    return bool(units) and told[1] not in units
