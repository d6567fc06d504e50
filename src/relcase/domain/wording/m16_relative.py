"""M16 relative figure alone: a percentage more or fewer, of nobody knows what.

"Cuts deaths by 29%" sounds the same for 50 in 100 as for 1 in 1,000. Where the source
gives shares, give those; where it gives a ratio alone, say at least what is compared
with what ("1.29 times the risk of people who were not").

Bad:
    entry: social-relationships-heart-disease-stroke
    sentence: Lonely adults have a 29% higher risk of heart disease.
Good:
    entry: social-relationships-heart-disease-stroke
    sentence: Lonely adults had 1.29 times the risk of heart disease of other adults.
"""

from collections.abc import Iterator

from relcase.domain.problem import Rule
from relcase.domain.wording.numerals import Numeral
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
_WENT = ending("""
    fell/fallen/falling/rose/risen/rising/dropped/declined/grew/increased/decreased by (a/an)
    went up/down by (a/an)
""")
_HOW = frozenset({"relative", "turned", "pair", "change"})
_ITSELF = frozenset({"before", "none", "other_area"})
"""What a change over time is compared with: the same place earlier (rule A06)."""
_PLAIN = frozenset({"share", "points", "money"})


def check(reading: Reading) -> Iterator[Wrong]:
    """A relative percentage with neither an absolute number nor what it is compared with."""
    if _COMPARED.search(reading.lower) or says_unclear(reading.lower):
        return
    alone = [one for one in reading.numerals if _relative(reading, one)]
    if not alone or _absolute(reading, alone) or (len(alone) > 1 and _changes(reading)):
        return
    numeral = alone[0]
    message = (
        f"“{numeral.text}” more or fewer tells little without how common it was, or compared "
        "with whom."
    )
    yield Wrong("M16", "warning", numeral.start, numeral.end, message)


def _relative(reading: Reading, numeral: Numeral) -> bool:
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


def _absolute(reading: Reading, alone: list[Numeral]) -> bool:
    """Whether another number of the sentence is a share, or says how many there were."""
    others = [one for one in reading.numerals if one not in alone]
    return any(one.kind in _PLAIN or one.kind in ("percent", "level") for one in others)


def _changes(reading: Reading) -> bool:
    """Whether what is told is how things changed, one place beside the other."""
    return all(one.measure == "percent_change" for one in reading.statistic.figures[:2])
