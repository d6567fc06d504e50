"""What the stores know as plain data, and back: so that it can be kept between checks.

Lists, texts and numbers alone, as JSON has them. What cannot be computed from the rest
at once is there; the entries themselves are not.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from relcase.domain.report.citations.sources import Sources
from relcase.domain.report.knowledge.known import Known, grouped
from relcase.domain.report.knowledge.subjects import Subject, Topic
from relcase.domain.report.knowledge.values import Values

Plain = Mapping[str, Any]


def plain(known: Known) -> Plain:
    """What finds the entries in a text."""
    return {
        "names": [sorted(one.names) for one in known.subjects],
        "counts": [sorted(one.counts) for one in known.subjects],
        "by_stem": known.by_stem,
        "by_said": {" ".join(run): places for run, places in known.by_said.items()},
        "by_run": {" ".join(run): places for run, places in known.by_run.items()},
        "by_own": known.by_own,
        "by_skeleton": known.by_skeleton,
        "signs": sorted(map(" ".join, known.signs)),
        "values": known.values.placed,
    }


def known(kept: Plain, subjects: Sequence[Subject], sources: Sources) -> Known:
    """What was kept, with the entries and sources that it is of.

    ``subjects`` in the order in which they were when it was kept. Raises ``KeyError``,
    ``TypeError``, ``ValueError``, ``IndexError`` or ``AttributeError`` for other data.
    """
    topics: list[set[str]] = [set() for _ in subjects]
    by_stem = {stem: tuple(held) for stem, held in kept["by_stem"].items()}
    for stem, held in by_stem.items():
        for number in held:
            topics[number].add(stem)
    made = tuple(
        Subject(
            one.id,
            one.source,
            one.read,
            one.certainty,
            one.short,
            one.long,
            Topic(frozenset(topic), frozenset(names), frozenset(counts)),
        )
        for one, topic, names, counts in zip(
            subjects, topics, kept["names"], kept["counts"], strict=True
        )
    )
    return Known(
        made,
        sources,
        grouped((one.source, number) for number, one in enumerate(made)),
        by_stem,
        grouped((told, at) for at, one in enumerate(made) for told in one.counts),
        _runs(kept["by_said"]),
        _runs(kept["by_run"]),
        {text: tuple(held) for text, held in kept["by_own"].items()},
        {
            shape: tuple((number, text) for number, text in held)
            for shape, held in kept["by_skeleton"].items()
        },
        frozenset(tuple(run.split(" ")) for run in kept["signs"]),
        Values((kind, size, number) for kind, size, number in kept["values"]),
    )


def _runs(
    kept: Mapping[str, Sequence[Sequence[int]]],
) -> dict[tuple[str, ...], tuple[tuple[int, int], ...]]:
    return {
        tuple(run.split(" ")): tuple((number, place) for number, place in places)
        for run, places in kept.items()
    }
