"""R01 raised alone: a certainty put higher than computed, by one person or for no reason.

Anybody may lower the certainty of a statistic. To raise it takes a reason that a reader
can weigh, and a second person who looked; both are printed with the rating. Until then
the computed certainty stands. `relcase show` gives the reasons of the computed one, and
what would raise it: a field filled in from the source is better than an override.

Bad:
    certainty_override:
      value: high
      reason: The full text gives I² 12%.
      by: ann
Good:
    certainty_override:
      value: high
      reason: The full text gives I² 12%.
      by: ann
      second_checker: bo
      on: 2026-01-31
"""

from collections.abc import Iterator
from dataclasses import replace

from relcase.domain.certainty import raises
from relcase.domain.certainty.holdings import Holdings
from relcase.domain.corpus import Corpus, Surroundings
from relcase.domain.evidence import CertaintyOverride
from relcase.domain.problem import Finding, Rule
from relcase.domain.vocabulary import spoken

RULE = Rule("R01", "raised alone", "error")


def check_corpus(corpus: Corpus, around: Surroundings) -> Iterator[Finding]:
    """Overrides upward that lack a reason or a second person."""
    holdings: Holdings | None = None
    for placed, statistic in corpus.statistics:
        wish = statistic.certainty_override
        missing = _missing(wish) if wish else []
        if wish is None or not missing:
            continue
        if holdings is None:
            every = (one for _, one in corpus.statistics)
            holdings = Holdings.of(every, around.references)
        computed = holdings.rating(replace(statistic, certainty_override=None)).word
        if raises(wish, computed):
            message = (
                f"certainty is raised from {spoken(computed)} to {spoken(wish.value)} "
                f"without {' and '.join(missing)}"
            )
            hint = "Give `reason` and `second_checker`, or leave it as computed."
            at = ("certainty_override", "value")
            yield placed.finding("R01", "error", message, *at, hint=hint)


def _missing(wish: CertaintyOverride) -> list[str]:
    named = (
        ("a reason", wish.reason),
        ("a second checker", wish.second_checker),
    )
    return [words for words, given in named if not given]
