"""A whole entry with what is computed of it."""

from typing import NamedTuple

from relcase.domain.certainty.rating import Rating
from relcase.domain.evidence import Entry
from relcase.domain.fit import Fit
from relcase.domain.sentence import Sentences


class Record(NamedTuple):
    """An entry, the store it is from, and for a statistic its rating and sentences."""

    entry: Entry
    store: str
    rating: Rating | None = None
    sentences: Sentences | None = None
    fit: Fit | None = None
    """How near it is to a case that was described."""
