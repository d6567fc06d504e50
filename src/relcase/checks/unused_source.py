"""S07 unused source: an entry of the bibliography that nothing cites.

It does no harm, but it may be the trace of a mistyped key, or of an entry that other
mistakes keep out. Cite it, in `see_also` if it is background, or delete it.

Bad:
    see_also: []
Good:
    see_also:
      - {key: wang2023, relation: background}
"""

from collections.abc import Iterator

from relcase.domain.corpus import Corpus, Surroundings
from relcase.domain.evidence import Entry, Statistic
from relcase.domain.problem import Finding, Rule

RULE = Rule("S07", "unused source", "warning")


def check_corpus(corpus: Corpus, around: Surroundings) -> Iterator[Finding]:
    """Every source that no entry cites in any way."""
    cited = {key for placed in corpus.placed for key in _cited(placed.entry)}
    for key, reference in corpus.references.items():
        if key not in cited:
            message = f"nothing cites the source '{key}'"
            hint = "Cite it, or delete it from the bibliography."
            yield Finding(reference.file, (key,), "S07", "warning", message, hint)


def _cited(entry: Entry) -> Iterator[str]:
    """Every key that an entry names."""
    yield entry.source.key
    for other in entry.see_also:
        yield other.key
    if isinstance(entry, Statistic):
        for said in entry.said:
            yield said.source or ""
        for figure in entry.figures:
            if figure.baseline is not None:
                yield figure.baseline.source or ""
