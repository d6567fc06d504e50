"""S16 key of another source: a key that an earlier store uses for another work.

Of two works with one citation key the later store's is printed, for the entries of both
stores. That corrects a reference where it is meant, and misattributes every number that
cites the key where it is not.

Bad:
    @article{abel2018,
      author = {Doe, Jane},
      title = {Something else},
      journal = {Another Journal},
      year = {1999},
    }
Good:
    @article{doe1999,
      author = {Doe, Jane},
      title = {Something else},
      journal = {Another Journal},
      year = {1999},
    }
"""

from collections.abc import Iterator

from relcase.domain.corpus import Corpus, Surroundings
from relcase.domain.problem import Finding, Rule

RULE = Rule("S16", "key of another source", "warning")


def check_corpus(corpus: Corpus, around: Surroundings) -> Iterator[Finding]:
    """The sources that take a key from another work."""
    for reference in corpus.redefined:
        message = f"the key '{reference.key}' is another work's in an earlier store"
        hint = (
            "Give this source a key of its own, unless it is to take the other's place."
        )
        yield Finding(reference.file, (reference.key,), "S16", "warning", message, hint)
