"""M02 odds spoken as chance: an odds ratio told as a chance, a risk or a likelihood.

Odds are not the chance. Where half of all people have the outcome, odds 1.5 times as
high make the chance 1.2 times as high; the more common the outcome, the wider the gap.
Say "1.50 times the odds", or give both groups per 100 where a baseline is known. Where
the outcome is so rare that the two differ by less than a tenth, either may be said.

Bad:
    entry: social-relationships-survival
    sentence: People with stronger relationships were 50% more likely to be alive.
Good:
    entry: social-relationships-survival
    sentence: People with stronger relationships had 1.50 times the odds of being alive.
"""

import re
from collections.abc import Iterator

from relcase.domain.conversions import baseline_of, odds_may_be_spoken_as_risk
from relcase.domain.evidence import Figure
from relcase.domain.printed import value
from relcase.domain.problem import Rule
from relcase.domain.wording.numerals import Numeral
from relcase.domain.wording.phrases import pattern, starting
from relcase.domain.wording.reading import Reading
from relcase.domain.wording.tracing import contradicted, relative, traces
from relcase.domain.wording.wrong import Wrong

RULE = Rule("M02", "odds spoken as chance", "error")

_CHANCE = pattern("""
    more/less/as/times likely, likeli*, chance/chances, risk/risks, probabilit*, probable
""")
_ODDS = pattern("odds")
_SPOKEN = starting("""
    more/less/as likely, times more/as likely, higher/lower risk, greater chance
""")


def check(reading: Reading) -> Iterator[Wrong]:
    """Every relative number from an odds ratio that the sentence does not call odds."""
    figures = reading.statistic.figures
    if not any(one.measure == "odds_ratio" for one in figures):
        return
    for numeral in reading.numerals:
        figure = _odds_behind(reading, numeral)
        if figure is None or _near_enough(figure):
            continue
        start, end = reading.clause(numeral.start)
        clause = reading.lower[start:end]
        if not _ODDS.search(clause):
            yield _wrong(reading, numeral, figure, _CHANCE.search(clause))
            return


def _odds_behind(reading: Reading, numeral: Numeral) -> Figure | None:
    """The odds ratio that a number can only come from, if it is told relatively."""
    if numeral.kind not in ("percent", "share", "times"):
        return None
    found = traces(reading, numeral)
    turned = contradicted(reading, numeral)
    if turned is not None:
        return turned.figure if _of_odds(turned.figure) else None
    if any(one.figure for one in found) and reading.side(numeral):
        found = tuple(one for one in found if one.figure)
    if found:
        others = [one for one in found if not _of_odds(one.figure)]
        mine = [one for one in found if relative(numeral, one) and _of_odds(one.figure)]
        return mine[0].figure if mine and not others else None
    lead = reading.facts.lead
    if not _of_odds(lead):
        return None
    return lead if _spoken_as_chance(reading, numeral) else None


def _spoken_as_chance(reading: Reading, numeral: Numeral) -> bool:
    """Whether "more likely" or "risk" stands by a number that compares two groups."""
    start, end = reading.clause(numeral.start)
    near = reading.lower[max(start, numeral.start - 60) : min(end, numeral.end + 40)]
    compared = numeral.kind == "times" or reading.side(numeral) != 0
    return compared and numeral.out_of is None and bool(_CHANCE.search(near))


def _of_odds(figure: Figure | None) -> bool:
    return figure is not None and figure.measure == "odds_ratio"


def _near_enough(figure: Figure) -> bool:
    """Whether odds ratio and relative risk differ by no more than a tenth."""
    ratio, risk = value(figure.estimate), baseline_of(figure)
    known = ratio is not None and risk is not None
    return known and odds_may_be_spoken_as_risk(ratio or 0, risk or 0)


def _wrong(
    reading: Reading, numeral: Numeral, figure: Figure, chance: re.Match[str] | None
) -> Wrong:
    word = f"“{chance[0]}”" if chance else "a change of the outcome itself"
    message = (
        f"“{numeral.text}” comes from an odds ratio ({figure.estimate}), but is told as "
        f"{word}; odds are not the chance."
    )
    start, end, better = _better(reading, numeral, figure)
    return Wrong("M02", "error", start, end, message, better)


def _better(
    reading: Reading, numeral: Numeral, figure: Figure
) -> tuple[int, int, str | None]:
    """The words to replace, and the same number as odds where they are of one shape.

    "Cut your risk in half" has to be written anew, and another figure's ratio is none.
    """
    phrase = _SPOKEN.match(reading.lower, numeral.end)
    if phrase is None or not any(
        one.figure is figure for one in traces(reading, numeral)
    ):
        return numeral.start, numeral.end, None
    if numeral.kind == "percent":
        word = "lower" if reading.side(numeral) < 0 else "higher"
        return numeral.start, phrase.end(), f"{numeral.text} {word} odds"
    return numeral.start, phrase.end(), f"{figure.estimate} times the odds"
