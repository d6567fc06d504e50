"""What was asked of a store, and what answers it."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from relcase.domain.listed import Listed
from relcase.domain.query import Query

if TYPE_CHECKING:
    from relcase.domain.fit import Fit

NAMED = 5
"""Findings to the contrary that a listing names before it says "and others"."""


class Answer(NamedTuple):
    """Entries in the order asked for, and what a fair reader should know beside them."""

    query: Query
    entries: Sequence[Listed]
    otherwise: Sequence[Listed] = ()
    """Findings to the contrary that are left out; one more than ``NAMED`` at most."""
    fits: "Mapping[str, Fit]" = MappingProxyType({})
    """By id, how near each statistic is to the case that was described."""
