"""A whole entry with what is computed of it."""

from typing import NamedTuple

from relcase.domain.certainty.rating import Rating
from relcase.domain.evidence import Entry
from relcase.domain.fit import Fit
from relcase.domain.sentence import Sentences
from relcase.domain.vocabulary import Polarity


class Record(NamedTuple):
    """An entry, the store it is from, its source, and what is computed of a statistic."""

    entry: Entry
    store: str
    rating: Rating | None = None
    sentences: Sentences | None = None
    fit: Fit | None = None
    """How near it is to a case that was described."""
    polarity: Polarity | None = None
    """Whether more of the main outcome is good or bad."""
    citation: str = ""
    """The source in short: ``Abel et al., 2018``."""
    url: str | None = None
    """Where a reader opens the source."""
