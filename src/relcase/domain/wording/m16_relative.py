"""M16 relative figure alone: so many times, or per cent more, of nobody knows what.

"Cuts deaths by 29%" and "doubled the risk" sound the same for 50 in 100 as for 1 in
1,000. Where the source gives shares, give those; where it gives a ratio alone, say at
least what is compared with what ("1.29 times the risk of people who were not").

Bad:
    entry: social-relationships-heart-disease-stroke
    sentence: Lonely adults have a 29% higher risk of heart disease.
Good:
    entry: social-relationships-heart-disease-stroke
    sentence: Lonely adults had 1.29 times the risk of heart disease of other adults.
"""

import re
from collections.abc import Iterator

from relcase.domain.amounts import of_reference, shown
from relcase.domain.evidence import Figure
from relcase.domain.problem import Rule
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.owners import mentions
from relcase.domain.wording.phrases import ending, pattern
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import Trace, contradicted, relative, traces
from relcase.domain.wording.verbs import says_unclear
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M16", "relative figure alone", "warning")

_COMPARED = pattern("""
    than, compared, against, versus, relative, while, whereas, before, after, earlier, unlike
    those/that of, of those/people/women/men/others/other/adults/children, rising/falling by
    for those/people, instead of, rather, baseline, each
""")
_OF_WHOM = pattern("""
    of .. people/women/men/adults/children/patients/pupils/others/ones/those/staff/groups
""")
"""What a multiple is a multiple of: "4 times the rate of integrated women"."""
_LIKELY = "likely/often/common/than/risk/odds/chance/chances"
_IMPLIED = pattern(f"""
    stronger/weaker/better/poorer/closer/wider/fuller/warmer/lonelier/longer !{_LIKELY} _
    more/less/fewer !{_LIKELY} _
""")
"""A degree implies the other group: "people with stronger relationships"."""
_WENT = ending("""
    fell/fallen/falling/rose/risen/rising/dropped/declined/grew/increased/decreased by (a/an)
    went up/down by (a/an)
""")
_HOW = frozenset({"relative", "turned", "pair", "change"})
_ITSELF = frozenset({"before", "none", "other_area"})
"""What a change over time is compared with: the same place earlier (rule A06)."""
_PLAIN = frozenset({"share", "points", "money"})


def check(reading: Reading) -> Iterator[Wrong]:
    """A relative number with neither an absolute one nor what it is compared with."""
    if _COMPARED.search(reading.lower) or says_unclear(reading.lower):
        return
    alone = [one for one in reading.numerals if _relative(reading, one)]
    if not alone or _absolute(reading, alone) or (len(alone) > 1 and _changes(reading)):
        return
    numeral = alone[0]
    message = f"“{numeral.text}” tells little {_missing(reading, numeral)}."
    yield Wrong("M16", "warning", numeral.start, numeral.end, message)


def _missing(reading: Reading, numeral: Numeral) -> str:
    """What is to be said as well, as far as the record has it."""
    outcomes = {one.figure.outcome for one in traces(reading, numeral) if one.figure}
    for figure in reading.statistic.figures:
        is_share = figure.measure == "percent" and figure.role == "result"
        if is_share and figure.reference_value and figure.outcome in outcomes:
            both = f"{shown(figure)} against {of_reference(figure)}"
            return f"without how common it was: {both}"
    return "without saying compared with whom; how common it was is not in the record"


def _relative(reading: Reading, numeral: Numeral) -> bool:
    if numeral.kind == "times":
        return _multiple(reading, numeral)
    if numeral.kind not in ("percent", "share") or not reading.side(numeral):
        return False
    if _WENT.search(reading.lower, 0, numeral.hedge_start):
        return False
    found: tuple[Trace, ...] = traces(reading, numeral)
    if reading.statistic.comparator.kind in _ITSELF:
        found = tuple(one for one in found if one.how != "change")
    if any(one.how in _HOW and relative(numeral, one) for one in found):
        return True
    return not found and contradicted(reading, numeral) is not None


def _multiple(reading: Reading, numeral: Numeral) -> bool:
    """Whether it is "twice as likely" and nothing says as whom."""
    figures = {
        one.figure.label: one.figure
        for one in traces(reading, numeral)
        if one.figure is not None and one.how in _TIMES
    }
    if not figures or _AS_WHOM.search(reading.lower, numeral.end):
        return False
    if _OF_WHOM.search(reading.lower, numeral.end) or _IMPLIED.search(reading.lower):
        return False
    return not any(_names_both(reading, one) for one in figures.values())


def _names_both(reading: Reading, figure: Figure) -> bool:
    """Whether the sentence names both groups."""
    named = mentions(reading.lower, figure, reading.facts)
    return len({one.side for one in named}) == 2


_TIMES = frozenset({"ratio", "turned", "pair"})
_AS_WHOM = re.compile(
    r"\bas\s+(?!likely|high|often|common|many|much|large|great|low|a\b)"
)


def _absolute(reading: Reading, alone: list[Numeral]) -> bool:
    """Whether another number of the sentence is a share, or says how many there were."""
    others = [one for one in reading.numerals if one not in alone]
    return any(one.kind in _PLAIN or one.kind in ("percent", "level") for one in others)


def _changes(reading: Reading) -> bool:
    """Whether what is told is how things changed, one place beside the other."""
    return all(one.measure == "percent_change" for one in reading.statistic.figures[:2])
