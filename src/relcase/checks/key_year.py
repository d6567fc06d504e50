"""T03 year of a key: a citation key whose year is not the year of its source.

A key such as `abel2018` tells people the year. Where the bibliography dates the work
otherwise, one of the two is mistyped, or the work appeared online before it was
printed. Look at the source and correct the year; a key that is in use is better kept.

Bad:
    @article{abel2018,
      author = {Abel, Julian},
      title = {Reducing emergency hospital admissions},
      journal = {British Journal of General Practice},
      year = {2008},
    }
Good:
    @article{abel2018,
      author = {Abel, Julian},
      title = {Reducing emergency hospital admissions},
      journal = {British Journal of General Practice},
      year = {2018},
    }
"""

import re
from collections.abc import Iterator

from relcase.domain.corpus import Corpus, Surroundings
from relcase.domain.problem import Finding, Rule

RULE = Rule("T03", "year of a key", "warning")

_year_in = re.compile(r"(?<=[a-z])(?:1[89]|20)[0-9]{2}(?![0-9])").search


def check_corpus(corpus: Corpus, around: Surroundings) -> Iterator[Finding]:
    """Every source whose key and date name different years."""
    for key, reference in corpus.references.items():
        named, year = _year_in(key), reference.year
        explained = named and named[0] in reference.fields.get("annote", "")
        if named and year is not None and int(named[0]) != year and not explained:
            message = f"the key '{key}' says {named[0]}, but the source is dated {year}"
            hint = (
                "Look at the source and correct the year; a key in use is better kept, "
                "and `annote` can say why it names another year."
            )
            yield Finding(
                reference.file, (key, "year"), "T03", "warning", message, hint
            )
