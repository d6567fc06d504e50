"""What an answer leaves out that was found otherwise."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from relcase.domain.answer import NAMED, Otherwise
from relcase.domain.listed import Listed
from relcase.domain.query import Query
from relcase.store.index import Index
from relcase.store.search import find

_SPEAKING = ("supports", "mixed")


def otherwise(index: Index, query: Query, listed: Sequence[Listed]) -> list[Otherwise]:
    """Sources left out that found something else than the entries that are listed.

    First what the records name as contrary, whichever of the two names the other; then
    statistics on the same main outcome, with a sector in common (or in the sectors asked
    for), that found nothing clear or the contrary.
    """
    speaking = [one for one in listed if one.stance in _SPEAKING]
    shown = {one.source for one in listed}
    recorded = _recorded(index, speaking, shown)
    known = shown | {one.source for one in recorded}
    return [*recorded, *_related(index, query, speaking, known)]


def _recorded(
    index: Index, speaking: Sequence[Listed], shown: set[str]
) -> list[Otherwise]:
    """By source, what the records of the entries or of the source itself call contrary."""
    concerned: defaultdict[str, set[str]] = defaultdict(set)
    by_source: defaultdict[str, set[str]] = defaultdict(set)
    for one in speaking:
        by_source[one.source].add(one.id)
        for key in (one.contrary or "").split():
            concerned[key].add(one.id)
    for source, ids in by_source.items():
        for (key,) in index.rows(
            "SELECT DISTINCT k.source FROM depends d JOIN keys k USING (seq) "
            "WHERE d.name = ? AND k.hidden = 0 ORDER BY k.source",
            (source,),
        ):
            concerned[key] |= ids
    found = []
    for key, ids in concerned.items():
        if key not in shown:
            entries = find(index, Query(kinds=("statistic",), sources=(key,), limit=1))
            entry = entries[0] if entries else None
            named = _author_date(index, key)
            found.append(Otherwise(key, named, True, frozenset(ids), entry))
    return found


def _author_date(index: Index, key: str) -> str:
    rows = index.rows("SELECT author_date FROM sources WHERE key = ?", (key,))
    return rows[0][0] if rows else key


def _related(
    index: Index, query: Query, speaking: Iterable[Listed], known: set[str]
) -> list[Otherwise]:
    """On the same main outcome and in a sector in common; one more than are named."""
    tags: defaultdict[str, list[Listed]] = defaultdict(list)
    for one in speaking:
        if one.stance == "supports" and one.outcomes:
            tags[one.outcomes.split()[0]].append(one)
    on: dict[tuple[int, int, str, str], list[str]] = {}
    for tag, entries in tags.items():
        sectors = {name for one in entries for name in (one.sectors or "").split()}
        for row in _first(index, tag, set(query.sectors) or sectors, query, known):
            on.setdefault(row, []).append(tag)
    found: list[Otherwise] = []
    for (_, _, source, entry_id), shared in sorted(on.items()):
        if source not in known and len(found) <= NAMED:
            known.add(source)
            ids = frozenset(one.id for tag in shared for one in tags[tag])
            (entry,) = find(index, Query(ids=(entry_id,)))
            found.append(Otherwise(source, entry.author_date, False, ids, entry))
    return found


def _first(
    index: Index, tag: str, sectors: set[str], query: Query, known: set[str]
) -> list[tuple[int, int, str, str]]:
    """Rank, number, source and id of the first statistics that found otherwise on a tag.

    One tag at a time is walked in order and left early, however many there are.
    """
    where, values = "", [tag]
    for name, wanted in (("sector", sorted(sectors)), ("country", query.countries)):
        if wanted:
            where += (
                f" AND EXISTS (SELECT 1 FROM facets x WHERE x.name = '{name}' AND "
                f"x.value IN ({', '.join('?' * len(wanted))}) AND x.kind = f.kind "
                "AND x.rank = f.rank AND x.seq = f.seq)"
            )
            values += wanted
    rows = index.each(
        "SELECT f.rank, f.seq, k.source, k.id FROM facets f CROSS JOIN keys k "
        "ON k.seq = f.seq WHERE f.name = 'otherwise' AND f.value = ? "
        f"AND f.kind = 'statistic' AND k.hidden = 0{where} ORDER BY f.rank, f.seq",
        values,
    )
    found: dict[str, tuple[int, int, str, str]] = {}
    for rank, seq, source, entry_id in rows:
        if source not in known and source not in found:
            found[source] = (rank, seq, source, entry_id)
            if len(found) > NAMED:
                break
    return list(found.values())
