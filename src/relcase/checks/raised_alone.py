"""R01 raised alone: a certainty put higher than computed, by one person or for no reason.

Anybody may lower the certainty of a statistic. To raise it takes a reason that a reader
can weigh, and two people by name, who decided and who looked as well; all are printed
with the rating. Until then the computed certainty stands. What is not rated, a case study
or a withdrawn statistic, cannot be raised at all. `relcase show` gives the reasons of the
computed one, and what would raise it: a field filled in from the source is better than an
override.

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

from relcase.domain.certainty.holdings import Holdings
from relcase.domain.certainty.override import lacking, raises
from relcase.domain.corpus import Corpus, Placed, Surroundings
from relcase.domain.evidence import CertaintyOverride
from relcase.domain.problem import Finding, Rule
from relcase.domain.vocabulary import Certainty, spoken

RULE = Rule("R01", "raised alone", "error")

_AT = ("certainty_override", "value")


def check_corpus(corpus: Corpus, around: Surroundings) -> Iterator[Finding]:
    """Overrides upward that lack a reason or a second person, or that cannot be."""
    holdings: Holdings | None = None
    for placed, statistic in corpus.statistics:
        wish = statistic.certainty_override
        if wish is None:
            continue
        if holdings is None:
            every = (one for _, one in corpus.statistics)
            holdings = Holdings.of(every, around.references)
        computed = holdings.rating(replace(statistic, certainty_override=None)).word
        if raises(wish, computed):
            yield from _raised(placed, wish, computed)


def _raised(
    placed: Placed, wish: CertaintyOverride, computed: Certainty
) -> Iterator[Finding]:
    if computed == "not_rated":
        message = (
            f"certainty is raised to {spoken(wish.value)}, but a case study or a "
            "withdrawn statistic is not rated"
        )
        hint = "Take `certainty_override` out, or mend `status` or `design`."
        yield placed.finding("R01", "error", message, *_AT, hint=hint)
    elif missing := lacking(wish):
        message = (
            f"certainty is raised from {spoken(computed)} to {spoken(wish.value)} "
            f"without {_listed(missing)}"
        )
        hint = (
            "Give `reason`, `by` and `second_checker`, who is somebody else, or leave "
            "it as computed."
        )
        yield placed.finding("R01", "error", message, *_AT, hint=hint)


def _listed(words: tuple[str, ...]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
