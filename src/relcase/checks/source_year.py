"""T04 impossible year of a source: in the future, or before there were statistics.

A year after this one is mistyped, or the work has not appeared and cannot be checked.
A statistic from before 1850 is mistyped too; quotations may be as old as they like.

Bad:
    @report{ons2205,
      author = {{Office for National Statistics}},
      title = {Loneliness in Great Britain},
      institution = {Office for National Statistics},
      year = {2205},
    }
Good:
    @report{ons2025,
      author = {{Office for National Statistics}},
      title = {Loneliness in Great Britain},
      institution = {Office for National Statistics},
      year = {2025},
    }
"""

from collections.abc import Iterator

from relcase.domain.corpus import Corpus, Surroundings
from relcase.domain.problem import Finding, Rule

RULE = Rule("T04", "impossible year of a source", "error")

EARLIEST = 1850


def check_corpus(corpus: Corpus, around: Surroundings) -> Iterator[Finding]:
    """Every source dated after this year, and those of statistics before 1850."""
    counted = {statistic.source.key for _, statistic in corpus.statistics}
    for key, reference in corpus.references.items():
        year = reference.year
        if year is None:
            continue
        if year > around.today.year or (year < EARLIEST and key in counted):
            message = f"the source '{key}' is dated {year}"
            hint = f"Statistics are from {EARLIEST} to {around.today.year}; correct it."
            yield Finding(reference.file, (key, "year"), "T04", "error", message, hint)
