"""How sure the evidence makes us, and what that allows to be said."""

import re
import typing
from collections import Counter
from functools import cache

from _parts.markdown import table
from relcase.domain import evidence, vocabulary
from relcase.domain.certainty.crosswalk import MAY_SAY
from relcase.domain.certainty.holdings import Holdings
from relcase.domain.certainty.rating import LEVELS, Rating
from relcase.domain.certainty.start import START
from relcase.domain.vocabulary import CERTAINTIES, spoken
from relcase.store import load, locate


def starts() -> str:
    """Where each design starts, claim by claim."""
    claims: tuple[vocabulary.ClaimType, ...]
    claims = ("effect", "association", "description", "qualitative")
    designs: tuple[vocabulary.Design, ...] = typing.get_args(vocabulary.Design)
    rows = []
    for design in designs:
        levels = (START[claim, design] for claim in claims)
        words = ("–" if one is None else spoken(LEVELS[one]) for one in levels)
        rows.append((spoken(design), *words))
    return table(("design", *claims), rows)


def licences() -> str:
    """The verbs that each licence allows."""
    rows = ((one, _GRANTED[one], words) for one, words in MAY_SAY.items())
    return table(("licence", "granted to", "you may say"), rows)


_GRANTED = {
    "C3": "effect, high",
    "C2": "effect, moderate",
    "C1": "effect, low",
    "A": "association, at any certainty",
    "D": "description and what people tell, at any certainty",
    "X": "effect, very low; anything not rated",
}


def certainties() -> str:
    """How sure the evidence of the store makes us, claim by claim, and why not surer."""
    rated = _ratings()
    claims = typing.get_args(vocabulary.ClaimType)
    counts = Counter((one.claim_type, rating.word) for one, rating in rated)
    rows = [
        (spoken(word), *cells, sum(cells))
        for word in CERTAINTIES
        for cells in [[counts[claim, word] for claim in claims]]
    ]
    reasons = Counter(
        _PARTICULARS.sub("…", step.reason)
        for _, rating in rated
        for step in rating.steps
        if step.part in ("down", "up", "cap")
    )
    return "\n".join(
        (
            table(("certainty", *claims, "all"), rows),
            "The reasons met most often:",
            "",
            table(("reason", "statistics"), reasons.most_common(MOST_REASONS)),
        )
    )


MOST_REASONS = 10
_PARTICULARS = re.compile(r"'[^']+'|\([^)]+\)|[0-9][0-9.]*")
"""Keys and numbers, by which one and the same reason differs from entry to entry."""


@cache
def _ratings() -> list[tuple[evidence.Statistic, Rating]]:
    corpus = load.corpus([load.load_store(locate.builtin())])
    statistics = [one for _, one in corpus.statistics]
    holdings = Holdings.of(statistics, corpus.references)
    return [(one, holdings.rating(one)) for one in statistics]
