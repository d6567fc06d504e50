"""What a deck or a case is composed of, besides what is asked of it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from relcase.domain.answer import Answer
from relcase.domain.deck import Visual
from relcase.domain.formatted import Formatted
from relcase.domain.record import Record

_NO_VISUALS: Mapping[str, Visual] = MappingProxyType({})


class Material(NamedTuple):
    """Entries in their order, and all that is known of each."""

    answer: Answer
    records: Mapping[str, Record]
    """By id, every entry of the answer."""
    sources: Formatted
    visuals: Mapping[str, Visual] = _NO_VISUALS
    """By id, the chart or picture of a statistic that has one."""
    sector: str = ""
    """The name of the sector that a case is about."""
