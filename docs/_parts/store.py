"""What the store holds."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

from _parts.markdown import table
from relcase import api
from relcase.domain import evidence
from relcase.domain.query import Query
from relcase.domain.vocabulary import KINDS, PLURALS, STANCES, VERIFIED, spoken


def contents() -> str:
    """How much the store holds, of what, and how far it was checked."""
    ours = library()
    entries = ours.find(Query())
    apart = ours.count(Query(hidden=True)) - len(entries)
    statistics = [one for one in entries if one.kind == "statistic"]
    kinds = Counter(one.kind for one in entries)
    figures = sum(len(_statistic(one.id).figures) for one in statistics)
    listed = ", ".join(f"{kinds[one]} {PLURALS[one]}" for one in KINDS)
    sources = len(ours.names("keys"))
    return "\n".join(
        (
            f"{len(entries)} entries from {sources} sources: {listed}. "
            f"The statistics hold {figures} figures."
            + (f" Kept apart, and shown by `--all`: {apart}." if apart else ""),
            "",
            table(
                ("sector", "statistics", "other entries"),
                (
                    (f"`{one.id}`", one.statistics, one.other_entries)
                    for one in ours.sectors()
                ),
            ),
            "An entry may belong to several sectors; `any` holds the general ones.",
            "",
            _shares("What they say of “relationships help”", statistics, "stance"),
            _shares("How far their sources were read", statistics, "verified"),
        )
    )


def _shares(title: str, statistics: Sequence[Any], name: str) -> str:
    counts = Counter(getattr(one, name) for one in statistics)
    order = STANCES if name == "stance" else VERIFIED
    rows = ((spoken(value), counts[value]) for value in order)
    return table((title, "statistics"), rows)


@cache
def library() -> api.Library:
    """Our store, open."""
    return api.open_library()


def _statistic(entry_id: str) -> evidence.Statistic:
    entry = library().entry(entry_id)
    assert isinstance(entry, evidence.Statistic)
    return entry
