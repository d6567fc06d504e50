"""What an answer leaves out that was found otherwise."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cached_property, partial

from relcase.domain.answer import NAMED, Otherwise
from relcase.domain.listed import Listed
from relcase.domain.query import Query
from relcase.store.index import Index
from relcase.store.search import find

_SPEAKING = ("supports", "mixed")


class _Speaking:
    """What the entries of an answer that speak for something have in common."""

    def __init__(self, listed: Iterable[Listed]) -> None:
        self.shown: set[str] = set()
        """Sources of all entries of the answer."""
        self.sources: dict[str, None] = {}
        """Those of the entries that speak, in their order."""
        self.contrary: dict[str, None] = {}
        """Sources that these call contrary, in their order."""
        self.sectors: dict[str, set[str]] = {}
        """By main outcome, the sectors of the entries that support it."""
        for one in listed:
            self.shown.add(one.source)
            if one.stance in _SPEAKING:
                self.sources[one.source] = None
                self.contrary.update(dict.fromkeys((one.contrary or "").split()))
            if tag := _supported(one):
                sectors = self.sectors.setdefault(tag, set())
                sectors.update(one.sector_ids)


class _Concerned(Set[str]):
    """Ids of the entries that a finding concerns, looked up when they are asked for.

    Most answers are printed without them, and in a large one they are many.
    """

    def __init__(
        self, listed: Iterable[Listed], concerns: Callable[[Listed], bool]
    ) -> None:
        self._listed, self._concerns = listed, concerns

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(one.id for one in self._listed if self._concerns(one))

    def __contains__(self, entry_id: object) -> bool:
        """Whether it concerns the entry with this id."""
        return entry_id in self._ids

    def __iter__(self) -> Iterator[str]:
        """The ids in no order."""
        return iter(self._ids)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._ids)


def otherwise(index: Index, query: Query, listed: Sequence[Listed]) -> list[Otherwise]:
    """Sources left out that found something else than the entries that are listed.

    First what the records name as contrary, whichever of the two names the other; then
    statistics on the same main outcome, with a sector in common (or in the sectors asked
    for), that found nothing clear or the contrary.
    """
    speaking = _Speaking(listed)
    recorded = _recorded(index, speaking, listed)
    known = speaking.shown | {one.source for one in recorded}
    return [*recorded, *_related(index, query, speaking, listed, known)]


def _supported(one: Listed) -> str | None:
    """The main outcome of an entry that supports something."""
    if one.stance != "supports" or not one.outcomes:
        return None
    return one.outcomes.split()[0]


def _recorded(
    index: Index, speaking: _Speaking, listed: Iterable[Listed]
) -> list[Otherwise]:
    """By source, what the records of the entries or of the source itself call contrary."""
    calls: dict[str, set[str]] = {key: set() for key in speaking.contrary}
    for source in speaking.sources:
        for (key,) in index.rows(
            "SELECT DISTINCT k.source FROM depends d JOIN keys k USING (seq) "
            "WHERE d.name = ? AND k.hidden = 0 ORDER BY k.source",
            (source,),
        ):
            calls.setdefault(key, set()).add(source)
    found = []
    for key, called in calls.items():
        if key not in speaking.shown:
            entries = find(index, Query(kinds=("statistic",), sources=(key,), limit=1))
            entry = entries[0] if entries else None
            concerned = _Concerned(listed, partial(_is_against, key, called))
            named = _author_date(index, key)
            found.append(Otherwise(key, named, True, concerned, entry))
    return found


def _is_against(key: str, called: set[str], one: Listed) -> bool:
    """Whether an entry calls a source contrary, or has a source that this one calls so."""
    named = key in (one.contrary or "").split() or one.source in called
    return named and one.stance in _SPEAKING


def _author_date(index: Index, key: str) -> str:
    rows = index.rows("SELECT author_date FROM sources WHERE key = ?", (key,))
    return rows[0][0] if rows else key


def _related(
    index: Index,
    query: Query,
    speaking: _Speaking,
    listed: Iterable[Listed],
    known: set[str],
) -> list[Otherwise]:
    """On the same main outcome and in a sector in common; one more than are named."""
    on: dict[tuple[int, int, str, str], list[str]] = {}
    for tag, sectors in speaking.sectors.items():
        for row in _first(index, tag, set(query.sectors) or sectors, query, known):
            on.setdefault(row, []).append(tag)
    found: list[Otherwise] = []
    for (_, _, source, entry_id), shared in sorted(on.items()):
        if source not in known and len(found) <= NAMED:
            known.add(source)
            concerned = _Concerned(listed, partial(_is_on, shared))
            (entry,) = find(index, Query(ids=(entry_id,)))
            about = _about(index, entry_id)
            found.append(
                Otherwise(source, entry.author_date, False, concerned, entry, about)
            )
    return found


def _about(index: Index, entry_id: str) -> str:
    """What a statistic studied, up to the first comma."""
    rows = index.rows(
        "SELECT json_extract(data, '$.exposure') FROM entries JOIN keys USING (seq) "
        "WHERE keys.id = ?",
        (entry_id,),
    )
    return (rows[0][0] or "").partition(",")[0] if rows else ""


def _is_on(tags: Sequence[str], one: Listed) -> bool:
    return _supported(one) in tags


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
