"""Finished reports checked against what the stores know."""

from relcase.api.library import Library
from relcase.domain.query import Query
from relcase.domain.report import Known
from relcase.domain.report.sources import Sources
from relcase.domain.vocabulary import KINDS


def known_of(library: Library) -> Known:
    """What the stores know, made ready to be recognised in reports."""
    listed = library.find(Query(kinds=KINDS, hidden=True))
    references = {one.key: one for one in library.sources()}
    return Known.of((library.record(one.id) for one in listed), Sources.of(references))
