"""M12 picked group: the number of one group, told as if of everybody studied.

A study has many numbers, and the largest is seldom the main one. A number that belongs
to one group (women without friends, people under 65) has to name that group.

Bad:
    entry: breast-cancer-social-ties-2006
    sentence: Isolated women with breast cancer had 4.06 times the death rate of others.
Good:
    entry: breast-cancer-social-ties-2006
    sentence: Women with no friends had 4.06 times the breast cancer death rate of others.
"""

import re
from collections.abc import Iterator

from relcase.domain.evidence import Figure
from relcase.domain.problem import Rule
from relcase.domain.wording.a07_points import confused
from relcase.domain.wording.groups import distinct, stems
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import traces
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M12", "picked group", "warning")

_SHARES = frozenset({"percent", "percent_change", "percentage_points"})
_ALL = re.compile(r"all\b|everyone\b|everybody\b")
_NUMBERS = re.compile(r"\b\d{1,2}\b").findall
_KINDS = frozenset({"percent", "share", "times", "points", "money", "number"})


def check(reading: Reading) -> Iterator[Wrong]:
    """The first number whose group the sentence does not name."""
    lead = reading.facts.lead
    if lead is None or reading.turned:
        return
    if _lead_given(reading, lead):
        return
    said = stems(reading.sentence) | _numbers(reading.sentence)
    for numeral in reading.numerals:
        if numeral.kind not in _KINDS:
            continue
        figures = [] if confused(reading, numeral) else _others(reading, numeral, lead)
        if figures and all(_unnamed(reading, one, lead, said) for one in figures):
            yield _wrong(numeral, figures[0])
            return
    if reading.statistic.subgroup and reading.numerals:
        own = distinct(lead.group, reading.statistic.population)
        if own and not own & said:
            yield _wrong(reading.numerals[0], lead)


def _lead_given(reading: Reading, lead: Figure) -> bool:
    """Whether the sentence gives the main result too."""
    return any(
        one.how != "printed" or one.figure is not None
        for numeral in reading.numerals
        for one in traces(reading, numeral)
        if one.figure is lead and not one.of_end
    )


def _others(reading: Reading, numeral: Numeral, lead: Figure) -> list[Figure]:
    """The results behind a number, if neither the lead nor the record's words give it."""
    found = traces(reading, numeral)
    found = tuple(one for one in found if not one.of_end) or found
    if any(one.figure is lead for one in found):
        return []
    if numeral.kind == "number" and _in_words(reading, numeral):
        return []
    figures = [one.figure for one in found if one.figure is not None]
    return figures if all(one.role == "result" for one in figures) else []


def _in_words(reading: Reading, numeral: Numeral) -> bool:
    """Whether the record's own words have the number, so that it may mean another thing."""
    return any(one.value == numeral.value for one in reading.facts.numerals)


def _unnamed(
    reading: Reading, figure: Figure, lead: Figure, said: frozenset[str]
) -> bool:
    statistic = reading.statistic
    group = figure.group
    if _ALL.match(group or ""):
        return False
    main = f"{lead.group or ''} {lead.reference_group or ''} {lead.label}"
    own = distinct(group, main) - stems(lead.outcome)
    main += f" {lead.outcome} {statistic.outcome}"
    if not own and figure.measure in _SHARES and distinct(figure.outcome, main):
        own = distinct(f"{figure.outcome} {figure.label}", main)
    if not own and group == lead.group:
        own = _numbers(figure.label) - _numbers(lead.label)
    return bool(own) and not own & said


def _numbers(text: str) -> frozenset[str]:
    """Small numbers of a label, which tell parts of one group apart: "at least 4 years"."""
    return frozenset(_NUMBERS(text))


def _wrong(numeral: Numeral, figure: Figure) -> Wrong:
    whom = figure.group or figure.outcome or figure.label
    message = f"“{numeral.text}” holds for {whom}, and the sentence does not say so."
    return Wrong("M12", "warning", numeral.start, numeral.end, message)
