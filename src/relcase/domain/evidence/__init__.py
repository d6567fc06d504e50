"""The six kinds of entry, field for field as ``evidence.yaml`` holds them.

Plain frozen dataclasses: the store validates them from outside with pydantic and
refuses fields that are not here. Numbers that a source prints are strings, because
``1.50`` and ``1.5`` say different things about rounding. A field that the record
leaves out is ``None`` or empty: unknown is never filled in.
"""

from relcase.domain.evidence.entry import (
    Closed,
    Entry,
    Outcome,
    Sector,
    SeeAlso,
    Source,
    Verification,
)
from relcase.domain.evidence.figure import Baseline, Figure, Interval, Scale
from relcase.domain.evidence.statistic import (
    CertaintyOverride,
    Comparator,
    Group,
    Said,
    SaidProblem,
    Sample,
    Statistic,
)
from relcase.domain.evidence.told import Action, Barrier, Definition, Quote, Story
from relcase.domain.vocabulary import Kind

__all__ = [
    "KIND_TYPES",
    "Action",
    "Barrier",
    "Baseline",
    "CertaintyOverride",
    "Closed",
    "Comparator",
    "Definition",
    "Entry",
    "Figure",
    "Group",
    "Interval",
    "Outcome",
    "Quote",
    "Said",
    "SaidProblem",
    "Sample",
    "Scale",
    "Sector",
    "SeeAlso",
    "Source",
    "Statistic",
    "Story",
    "Verification",
]

KIND_TYPES: dict[Kind, type[Entry]] = {
    "statistic": Statistic,
    "story": Story,
    "quote": Quote,
    "definition": Definition,
    "barrier": Barrier,
    "action": Action,
}
