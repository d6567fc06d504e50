"""Numbers that stand alone, and what they count: studies, people."""

import re
from collections.abc import Callable, Iterable

from relcase.domain.evidence import Sample
from relcase.domain.printed import value
from relcase.domain.wording.facts import Facts
from relcase.domain.wording.numerals import Numeral
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
    r"|veterans|staff|employees|carers|relatives|volunteers|users)\b",
    re.IGNORECASE,
)
_FEW = 10
"""A smaller number in passing claims nothing: "two towns"."""
_NEAR_VALUE = 0.5
"""What part of a number of people another may be, to be meant for it."""


def claiming(
    found: Iterable[Numeral],
    text: str,
    has_unit: Callable[[Numeral], object] = lambda _: False,
) -> list[Numeral]:
    """The numbers that claim something: no years, and no "two towns"."""
    return [
        one
        for one in found
        if one.kind not in _NO_VALUE
        and not (
            one.kind == "number"
            and one.value < _FEW
            and "." not in one.text
            and not _STUDIES.match(text, one.end)
            and not has_unit(one)
        )
    ]


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
    if not people or not _PEOPLE.match(text, numeral.end):
        return None
    is_near = _NEAR_VALUE <= numeral.value / people <= 1 / _NEAR_VALUE
    return (people, "people") if is_near else None
