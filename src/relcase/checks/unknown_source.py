"""S02 unknown source: a cited key that the bibliography does not have.

A number whose source cannot be looked up cannot be defended. Correct the key, or add
the source to references.bib. The same holds for the sources under `see_also` and for
the publication that a popular version was `said` in.

Bad:
    source: {key: holtlunstad2001}
Good:
    source: {key: holtlunstad2010}
"""

from collections.abc import Iterator

from relcase.checks.nearest import did_you_mean
from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Statistic
from relcase.domain.problem import Finding, Rule, Step

RULE = Rule("S02", "unknown source", "error")


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Every key that an entry cites and the bibliography lacks."""
    entry, known = placed.entry, around.references
    if entry.source.key not in known:
        yield _unknown(placed, around, entry.source.key, "source", "key")
    for number, other in enumerate(entry.see_also):
        if other.key not in known:
            yield _unknown(placed, around, other.key, "see_also", number, "key")
    if isinstance(entry, Statistic):
        for number, said in enumerate(entry.said):
            if said.source is not None and said.source not in known:
                yield _unknown(placed, around, said.source, "said", number, "source")


def _unknown(placed: Placed, around: Surroundings, key: str, *at: Step) -> Finding:
    message = f"the bibliography has no source '{key}'"
    hint = did_you_mean(
        key, around.references, "Add it to references.bib, or correct the key."
    )
    return placed.finding("S02", "error", message, *at, hint=hint)
