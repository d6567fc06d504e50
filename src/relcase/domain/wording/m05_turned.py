"""M05 outcome turned round: survived for died, with the number left as it was.

Twice the rate of dying is not half the chance of surviving, nor twice the chance of
surviving for the others: where few die, nearly everybody survives in both groups. Odds
can be turned round (1.5 times the odds of living are 0.67 times those of dying); a
relative risk, a hazard ratio and a change in per cent cannot. Nor are the 47% who
reoffended the 47% who did not.

Bad:
    entry: breast-cancer-pooling-project
    sentence: Women with social ties were 64% more likely to survive breast cancer.
Good:
    entry: breast-cancer-pooling-project
    sentence: Isolated women had 1.64 times the death rate from breast cancer of other women.
"""

from collections.abc import Iterator

from relcase.domain.evidence import Figure
from relcase.domain.problem import Rule
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.outcomes import turned
from relcase.domain.wording.pairs import misread
from relcase.domain.wording.phrases import pattern
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import contradicted, relative, traces
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M05", "outcome turned round", "error")

_FIXED = frozenset(
    {
        "relative_risk",
        "hazard_ratio",
        "rate_ratio",
        "prevalence_ratio",
        "percent_change",
    }
)
_MUCH = pattern("""
    far/much/vastly/hugely/dramatically/considerably/massively more/less/likelier/higher/lower
    many times more/less/likelier/higher/lower
""")


def check(reading: Reading) -> Iterator[Wrong]:
    """A size that the record gives for one outcome, told of its opposite."""
    share = misread(reading)
    if share is not None and share.fault == "outcome":
        yield _wrong(share.numeral.start, share.numeral.end, share.numeral.text)
        return
    for numeral in reading.numerals:
        figure = _figure(reading, numeral)
        if figure is not None and turned(reading.sentence, figure, reading.statistic):
            yield _wrong(numeral.start, numeral.end, numeral.text)
            return
    lead, much = reading.facts.lead, _MUCH.search(reading.lower)
    if lead is None or lead.measure not in _FIXED or much is None:
        return
    if turned(reading.sentence, lead, reading.statistic):
        yield _wrong(*much.span(), reading.sentence[much.start() : much.end()])


def _figure(reading: Reading, numeral: Numeral) -> Figure | None:
    """The figure behind a relative number that cannot be turned round."""
    found = [one for one in traces(reading, numeral) if relative(numeral, one)]
    figure = found[0].figure if found else None
    if figure is None:
        known = contradicted(reading, numeral)
        figure = known.figure if known else None
    if figure is None and numeral.kind in ("times", "percent"):
        stated = any(traces(reading, numeral))
        compared = numeral.kind == "times" or reading.side(numeral)
        figure = reading.facts.lead if compared and not stated else None
    return figure if figure is not None and figure.measure in _FIXED else None


def _wrong(start: int, end: int, words: str) -> Wrong:
    message = f"“{words}” belongs to the opposite outcome; turned round, it is another number."
    return Wrong("M05", "error", start, end, message)
