"""What a number that stands alone is of: the unit or the measure that is named beside it."""

import re
from collections.abc import Iterable

from relcase.domain.evidence import Figure
from relcase.domain.report.words.splitting import stems
from relcase.domain.wording.numerals import Numeral

_BEFORE_IT = _BEHIND_IT = 30
_ASIDE = re.compile(r"^\s*\([^()]{1,60}\)")
"""What is explained between a number and its unit: "3 (moderately strong) grade"."""
_ASIDES = re.compile(r"\([^()]*\)")
"""What is explained in the unit of the record: "points (SF-12)"."""
_MEASURES: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), frozenset(measures.split()))
    for words, measures in (
        ("odds ratio|OR", "odds_ratio"),
        ("(?:relative )?risk(?: ratio)?|RR", "relative_risk"),
        ("hazard ratio|HR", "hazard_ratio"),
        ("rate ratio", "rate_ratio"),
        ("correlation|r", "correlation"),
        (
            "standard deviations?|standardi[sz]ed|effect size|Cohen.s d|Hedges. g|SMD",
            "standardised_mean_difference",
        ),
    )
)


def in_unit(text: str, numeral: Numeral, figures: Iterable[Figure]) -> Figure | None:
    """The first figure that is told in the unit behind a number."""
    behind = stems(_ASIDE.sub("", text[numeral.end :])[:_BEHIND_IT])[:2]
    for figure in figures:
        unit = stems(_ASIDES.sub(" ", figure.unit or ""))
        named = set(unit) <= set(behind) or unit[-1:] == behind[:1]
        if figure.estimate and unit and named:
            return figure
    return None


def measures_beside(text: str, numeral: Numeral) -> frozenset[str]:
    """The measures whose name stands right before a number, or right behind it."""
    if not numeral.is_decimal:
        return frozenset()
    front = re.split(
        r"[,;(]|\d", text[max(0, numeral.start - _BEFORE_IT) : numeral.start]
    )
    behind = text[numeral.end : numeral.end + _BEFORE_IT]
    near = (front[-1], behind if re.match(r"\s*(?:of\s+a\s+)?standard", behind) else "")
    return frozenset[str]().union(
        *(names for found, names in _MEASURES if any(map(found.search, near)))
    )
