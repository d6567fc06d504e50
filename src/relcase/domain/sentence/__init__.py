"""The sentence that a statistic allows, made of its fields: short to say, long to print.

Every sentence has the same four parts: where the number comes from (long only), what was
found, its interval (long only), and what it does not show. The words follow the measure
and the claim; the last part follows the certainty, since a weak study may be reported
but not concluded from. Phrases of the record are taken over whole and never inflected,
but for the outcome of a percentage, where ``being housed`` becomes ``were housed``.
Without a figure, or with one of no common kind, the record's headline and claim say
what was found.
"""

from typing import NamedTuple

from relcase.domain.casing import capital
from relcase.domain.evidence import Statistic
from relcase.domain.sentence.found import ONE_PLACE, clause
from relcase.domain.sentence.limits import limits, odds
from relcase.domain.sentence.setting import detail, place_before, setting
from relcase.domain.vocabulary import Certainty


class Sentences(NamedTuple):
    """One statistic in words: for a slide or a talk, and for a report."""

    short: str
    long: str


def sentences(statistic: Statistic, certainty: Certainty | None) -> Sentences:
    """The honest sentence in two lengths; ``certainty`` decides how it concludes."""
    figure = statistic.lead
    found = clause(statistic, figure) if figure else ""
    ends = limits(statistic, figure, certainty, compared=bool(found))
    briefly = limits(statistic, figure, certainty, compared=bool(found), short=True)
    if not figure or not found:
        return Sentences(
            _joined(statistic.headline, briefly), _joined(statistic.claim, ends)
        )
    told = found.removeprefix(ONE_PLACE) if statistic.design == "case_study" else found
    long = f"{setting(statistic, found)}, {told}{detail(statistic, figure, found)}"
    short = f"{place_before(statistic, found)}{found}"
    return Sentences(_joined(short, briefly), _joined(long, odds(figure, found), ends))


def _joined(*parts: str) -> str:
    return " ".join(_sentence(part) for part in parts if part)


def _sentence(text: str) -> str:
    ended = text if text.endswith((".", "!", "?", "”")) else f"{text}."
    return capital(ended).replace(") (", "; ")
