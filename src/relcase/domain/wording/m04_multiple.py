"""M04 impossible multiple: so many times more likely that it would pass 100%.

Nobody is more than certain to survive. "Four times more likely" of something that nine
in ten people have would need fewer than one in four of the others to have it; "three
times as likely" as 47% would be 141%. And nothing falls by more than all of it.

Bad:
    entry: breast-cancer-social-ties-2006
    sentence: Women with good relationships were four times more likely to survive.
Good:
    entry: breast-cancer-social-ties-2006
    sentence: Isolated women had 1.66 times the death rate of integrated women.
"""

from collections.abc import Iterator

from relcase.domain.printed import value
from relcase.domain.problem import Rule
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.outcomes import frequencies
from relcase.domain.wording.phrases import starting
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import traces
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M04", "impossible multiple", "error")

_LIKELY = starting("""
    the chance/chances/risk/likelihood/probability, as/more likely
    higher/greater/more chance/chances/risk/likelihood, _ .. chance/chances/risk
""")
_LEAST = 1.3
_ALL = 100.0


def check(reading: Reading) -> Iterator[Wrong]:
    """Every multiple and every fall that cannot be."""
    for numeral in reading.numerals:
        wrong = _fall(reading, numeral) or _multiple(reading, numeral)
        if wrong is not None:
            yield wrong
            return


def _fall(reading: Reading, numeral: Numeral) -> Wrong | None:
    if numeral.kind != "percent" or numeral.value <= _ALL or reading.side(numeral) >= 0:
        return None
    message = f"“{numeral.text}” fewer would take away more than there was."
    return Wrong("M04", "error", numeral.start, numeral.end, message)


def _multiple(reading: Reading, numeral: Numeral) -> Wrong | None:
    factor = _factor(reading, numeral)
    if factor < _LEAST:
        return None
    from_groups = _smaller_group(reading, numeral)
    if from_groups is not None and factor * from_groups > _ALL:
        message = (
            f"“{numeral.text}” {from_groups:g}% would be {factor * from_groups:.0f}%, and "
            "nothing is more than certain."
        )
        return Wrong("M04", "error", numeral.start, numeral.end, message)
    known = max(frequencies(reading.sentence, reading.statistic), default=0.0)
    if known <= _ALL / factor or (traces(reading, numeral) and not reading.turned):
        return None
    message = (
        f"“{numeral.text}” cannot be: about {known:.0f} in 100 of all had this outcome, and "
        f"it would need fewer than {_ALL / factor:.0f} in 100 of the others."
    )
    return Wrong("M04", "error", numeral.start, numeral.end, message)


def _factor(reading: Reading, numeral: Numeral) -> float:
    """By how much a likelihood is multiplied; 0 where it is not."""
    behind = reading.lower[numeral.end : numeral.end + 40]
    if not _LIKELY.match(behind):
        return 0.0
    if numeral.kind == "times":
        return numeral.value
    more = numeral.kind == "percent" and reading.side(numeral) > 0
    return 1 + numeral.value / 100 if more else 0.0


def _smaller_group(reading: Reading, numeral: Numeral) -> float | None:
    """The smaller of the two shares that the lead compares, if the number is neither's."""
    lead = reading.facts.lead
    if lead is None or lead.measure != "percent" or traces(reading, numeral):
        return None
    one, other = value(lead.estimate), value(lead.reference_value)
    return min(one, other) if one is not None and other is not None else one
