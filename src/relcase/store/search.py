"""Questions to the index: a query in, listed entries out."""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from relcase.domain.listed import Lead, Listed
from relcase.domain.query import Query
from relcase.domain.vocabulary import CERTAINTIES, VERIFIED, Kind
from relcase.errors import CouldNot
from relcase.store.index import Index

if TYPE_CHECKING:
    from relcase.domain.problem import Problem

_COLUMNS = (
    "e.id, e.kind, e.store, e.status, e.headline, e.body, e.caveat, e.use, e.stance, "
    "e.certainty, e.verified, e.byline, e.direction, e.outcomes, e.sectors, "
    "e.contrary, e.short, e.long, "
    "e.source, e.locator, s.author_date, "
    "s.year, s.doi, s.url, e.label, e.measure, e.estimate, e.low, e.high, e.level, e.unit, "
    'e."group", e.reference_group, e.reference_value, e.denominator'
)
BATCH = 500
"""Entries of an answer that are held in memory at a time."""
_LEAD = 24
"""Where the columns of the lead figure begin."""

_ORDERS = {
    "use": "k.rank, k.seq",
    "year": "k.year DESC, k.rank, k.seq",
    "certainty": "k.certainty IS NULL, k.certainty, k.rank, k.seq",
    "id": "k.id",
}
_WORD = re.compile(r"[^\W_]")
_NOT_SEARCHED = re.compile('["\0\ud800-\udfff]')
"""What would end the quoted word, and halves of letters that are no text."""
_HIDDEN = 1


class Condition(NamedTuple):
    """One part of a WHERE clause and its values."""

    sql: str
    values: tuple[object, ...] = ()


class Found(Sequence[Listed]):
    """The entries that answer, in the order asked for, read when they are needed.

    All of a large store would fill the memory, so one batch is held at a time: whoever
    goes through them twice reads them twice, unless they are few.
    """

    def __init__(self, index: Index, query: Query) -> None:
        self._index, self._query = index, query
        self._batch: list[Listed] = []
        self._start = 0
        self._numbers = self._select()

    def __len__(self) -> int:
        """How many there are."""
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> Listed: ...
    @overload
    def __getitem__(self, place: slice) -> list[Listed]: ...
    def __getitem__(self, place: int | slice) -> Listed | list[Listed]:
        """One of them, or several."""
        places = range(len(self))[place]
        if isinstance(places, range):
            return [self[one] for one in places]
        offset = places - self._start
        if not 0 <= offset < len(self._batch):
            offset = places % BATCH
            self._start = places - offset
            self._batch = self._read(self._start)
        return self._batch[offset]

    def _select(self) -> "array[int]":
        sql, values = _selection(self._index, self._query)
        numbers = self._index.gathered(
            lambda rows: array("q", (row[0] for row in rows)),
            f"SELECT seq FROM ({sql}) ORDER BY place",
            values,
        )
        self._selected_in = self._index.db
        return numbers

    def _read(self, start: int) -> list[Listed]:
        numbers = self._numbers[start : start + BATCH]
        rows = self._index.rows(
            f"SELECT e.seq, {_COLUMNS} FROM entries e JOIN sources s ON s.key = e.source "
            f"WHERE e.seq IN ({', '.join('?' * len(numbers))})",
            numbers,
        )
        by_number = {number: _listed(row) for number, *row in rows}
        if self._selected_in is not self._index.db or len(by_number) < len(numbers):
            # The index was mended, or made again, in the meantime.
            self._numbers = self._select()
            return self._read(start)
        return [by_number[number] for number in numbers]


def find(index: Index, query: Query) -> list[Listed]:
    """All entries that answer, in the order asked for."""
    return list(Found(index, query))


def count(index: Index, query: Query) -> int:
    """How many entries a query has, its limit apart."""
    sql, values = _selection(index, query._replace(limit=None, sort="use"))
    number: int = index.rows(f"SELECT count(*) FROM ({sql})", values)[0][0]
    return number


def records(index: Index, ids: Iterable[str]) -> Iterator[str]:
    """Whole entries as JSON text, in the order of ``ids``."""
    for one in ids:
        for data, rating, short, long in index.rows(
            "SELECT data, rating, short, long FROM entries JOIN keys USING (seq) "
            "WHERE keys.id = ? AND hidden < 2",
            (one,),
        ):
            yield _with_rating(data, rating, short, long) if rating else data


def _with_rating(data: str, rating: str, short: str, long: str) -> str:
    """An entry's JSON with what is computed put before its closing brace."""
    import json

    said = json.dumps({"short": short, "long": long}, ensure_ascii=False)
    return f'{data[:-1]},"sentence":{said},"certainty":{rating}}}'


def known_ids(index: Index) -> list[str]:
    """Every id there is."""
    return [row[0] for row in index.rows("SELECT DISTINCT id FROM keys ORDER BY id")]


def kind_of(index: Index, entry_id: str) -> Kind | None:
    """The kind of the entry with this id, if there is one."""
    rows = index.rows("SELECT kind FROM keys WHERE id = ? AND hidden < 2", (entry_id,))
    return rows[0][0] if rows else None


def error_of(index: Index, entry_id: str) -> "Problem | None":
    """Why the entry with this id is left out, unless one of a later file answers to it."""
    from relcase.domain.problem import Problem

    (last,) = index.rows(
        "SELECT ifnull(max(file), -1) FROM entries JOIN keys USING (seq) "
        "WHERE keys.id = ? AND hidden < 2",
        (entry_id,),
    )
    rows = index.rows(
        'SELECT path, line, "column", severity, rule, message, hint FROM left_out '
        "WHERE id = ? AND file > ? ORDER BY file DESC, line LIMIT 1",
        (entry_id, *last),
    )
    return Problem(*rows[0]) if rows else None


def vocabulary(index: Index, table: str) -> list[tuple[Any, ...]]:
    """The rows of ``sectors`` or ``outcomes``, in the order of the store."""
    return index.rows(f"SELECT * FROM {table} ORDER BY place")


def due(index: Index, by: str) -> list[tuple[str, str]]:
    """Day and id of the active entries to be looked at again by a day, the first first."""
    return [
        (day, entry_id)
        for day, entry_id in index.rows(
            "SELECT review, id FROM keys WHERE review <= ? AND hidden <= ? "
            "ORDER BY review, seq",
            (by, _HIDDEN),
        )
    ]


def wrongly_said(index: Index, key: str | None = None) -> list[tuple[str, str]]:
    """Publication and id of the statistics that it words wrongly, in stored order."""
    only, values = ("AND f.value = ?", [key]) if key else ("", [])
    return [
        (source, entry_id)
        for source, entry_id in index.rows(
            "SELECT f.value, k.id FROM facets f JOIN keys k USING (seq) "
            f"WHERE f.name = 'said' {only} AND k.hidden <= ? ORDER BY f.value, f.seq",
            [*values, _HIDDEN],
        )
    ]


def values_in_use(index: Index, facet: str) -> dict[str, int]:
    """How many shown entries have each value of a facet (sector, outcome, country)."""
    return dict(
        index.rows(
            "SELECT value, count(*) FROM facets JOIN keys USING (seq) "
            "WHERE name = ? AND hidden = 0 GROUP BY value ORDER BY value",
            (facet,),
        )
    )


def sector_counts(index: Index) -> dict[tuple[str, bool], int]:
    """Entries by sector and by whether they are statistics; general ones only in ``any``."""
    rows = index.rows(
        "SELECT value, f.kind = 'statistic', count(*) FROM facets f JOIN keys k USING (seq) "
        "WHERE name = 'sector' AND hidden = 0 AND (value = 'any' OR NOT EXISTS (SELECT 1 FROM "
        "facets g WHERE g.name = 'sector' AND g.value = 'any' AND g.kind = f.kind "
        "AND g.rank = f.rank AND g.seq = f.seq)) GROUP BY 1, 2"
    )
    return {(value, bool(is_statistic)): count for value, is_statistic, count in rows}


def sources(
    index: Index, keys: Sequence[str] | None = None
) -> dict[str, tuple[str, str]]:
    """CSL-JSON and BibTeX fields (as JSON texts) of the sources with these keys, or all."""
    if keys is None:
        rows = index.rows("SELECT key, csl, bibtex FROM sources ORDER BY key")
        return {key: (csl, bibtex) for key, csl, bibtex in rows}
    found = {}
    for key in keys:
        for csl, bibtex in index.rows(
            "SELECT csl, bibtex FROM sources WHERE key = ?", (key,)
        ):
            found[key] = (csl, bibtex)
    return found


def known_words(index: Index) -> list[str]:
    """Every word the entries hold, for guessing what a mistyped one meant."""
    index.rows(
        "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, words, row)"
    )
    words = [row[0] for row in index.rows("SELECT term FROM temp.vocabulary")]
    index.rows("DROP TABLE temp.vocabulary")
    return words


def _listed(row: Sequence[Any]) -> Listed:
    lead = Lead._make(row[_LEAD:]) if row[_LEAD] is not None else None
    return Listed._make((*row[:_LEAD], lead))


def _selection(index: Index, query: Query) -> tuple[str, list[object]]:
    """SQL that gives ``seq`` and ``place`` of the entries, limit applied."""
    conditions = _conditions(query)
    match = _match(query.words)
    if match is not None:
        return _with_words(index, query, conditions, match)
    driver, rest = _driver(query, conditions)
    order = (
        "f.rank, f.seq" if driver.values else _ORDERS.get(query.sort, _ORDERS["use"])
    )
    where = " AND ".join(one.sql for one in rest) or "1"
    values = [*driver.values, *(value for one in rest for value in one.values)]
    return _numbered(
        f"SELECT k.seq FROM {driver.sql} WHERE {where} ORDER BY {order}", query
    ), values


def _numbered(sql: str, query: Query) -> str:
    """A selection with the place of each row, numbered only after the limit."""
    limit = f" LIMIT {int(query.limit)}" if query.limit is not None else ""
    return f"SELECT seq, row_number() OVER () AS place FROM ({sql}{limit})"


def _driver(
    query: Query, conditions: list[Condition]
) -> tuple[Condition, list[Condition]]:
    """The table to walk, in the order wanted, and the conditions that are left.

    One value of one facet for one kind is kept in order by the index itself, so that a
    limit stops the walk early however many entries there are.
    """
    if len(query.kinds) == 1 and query.sort == "use":
        for name, values in _facet_filters(query):
            if len(values) == 1:
                driver = Condition(
                    "(SELECT rank, seq FROM facets WHERE name = ? AND value = ? AND kind = ?) f "
                    "CROSS JOIN keys k ON k.seq = f.seq",
                    (name, values[0], query.kinds[0]),
                )
                driven = _facet(name, values)
                return driver, [one for one in conditions if one != driven]
    return Condition("keys k"), conditions


def _facet_filters(query: Query) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "sector", query.sectors
    yield "outcome", query.outcomes
    yield "country", query.countries


def _conditions(query: Query) -> list[Condition]:
    """Every filter but the words."""
    found = [Condition("k.hidden <= ?", (_HIDDEN if query.hidden else 0,))]
    if query.ids:
        found[0] = Condition("k.hidden <= ?", (_HIDDEN,))
        found.append(_one_of("k.id", query.ids))
    found += [_facet(name, values) for name, values in _facet_filters(query) if values]
    lists: dict[str, Sequence[str]] = {
        "k.kind": query.kinds,
        "k.stance": query.stances,
        "k.source": query.sources,
    }
    found += [_one_of(column, values) for column, values in lists.items() if values]
    if query.verified:
        found.append(Condition("k.verified <= ?", (VERIFIED.index(query.verified),)))
    if query.certainty:
        found.append(
            Condition("k.certainty <= ?", (CERTAINTIES.index(query.certainty),))
        )
    if query.since is not None:
        # The plus keeps SQLite from walking by year what is wanted in another order.
        found.append(Condition("+k.year >= ?", (query.since,)))
    return found


def _facet(name: str, values: Sequence[str]) -> Condition:
    sql = (
        "EXISTS (SELECT 1 FROM facets x WHERE x.name = ? "
        f"AND x.value IN ({', '.join('?' * len(values))}) AND x.kind = k.kind "
        "AND x.rank = k.rank AND x.seq = k.seq)"
    )
    return Condition(sql, (name, *values))


def _one_of(column: str, values: Sequence[str]) -> Condition:
    return Condition(f"{column} IN ({', '.join('?' * len(values))})", tuple(values))


def _match(words: Sequence[str]) -> str | None:
    """The full-text expression for words that must all match, each as a beginning."""
    if not words:
        return None
    split = [part for word in words for part in word.split()]
    wanted = [_NOT_SEARCHED.sub("", part) for part in split if _WORD.search(part)]
    return " AND ".join(f'"{part}"*' for part in wanted) or '""'


def _with_words(
    index: Index, query: Query, conditions: list[Condition], match: str
) -> tuple[str, list[object]]:
    """Matches in the headline first, then stored order; bm25 only when asked for.

    Ranking every match by bm25 costs several times the search itself on a large store.
    """
    if not index.rows("SELECT 1 FROM sqlite_master WHERE name = 'words'"):
        raise CouldNot("This Python's SQLite has no full-text search (FTS5).")
    where = " AND ".join(one.sql for one in conditions)
    values = [value for one in conditions for value in one.values]
    base = f"FROM words CROSS JOIN keys k ON k.seq = words.rowid WHERE words MATCH ? AND {where}"
    if query.sort == "relevance":
        sql = f"SELECT k.seq {base} ORDER BY bm25(words, 5.0, 1.0), k.rank, k.seq"
        return _numbered(sql, query), [match, *values]
    if query.sort != "use":
        return _numbered(
            f"SELECT k.seq {base} ORDER BY {_ORDERS[query.sort]}", query
        ), [
            match,
            *values,
        ]
    # The halves follow each other; a sort around both would begin the second, which
    # needs every match there is, when the first has filled the limit already.
    in_headline = f"headline : ({match})"
    limit = f" LIMIT {int(query.limit)}" if query.limit is not None else ""
    sql = (
        f"SELECT * FROM (SELECT k.seq, 0 AS tier {base} ORDER BY words.rowid{limit}) "
        f"UNION ALL SELECT * FROM (SELECT k.seq, 1 AS tier {base} AND k.seq NOT IN "
        f"(SELECT rowid FROM words WHERE words MATCH ?) ORDER BY words.rowid{limit})"
    )
    return _numbered(sql, query), [in_headline, *values, match, *values, in_headline]


def source_hashes(index: Index, keys: Sequence[str]) -> tuple[str, ...]:
    """``key=hash`` of each source, which changes when anything about the source does."""
    marks = ", ".join("?" * len(keys))
    rows = index.rows(
        f"SELECT key, hash FROM sources WHERE key IN ({marks})", tuple(keys)
    )
    known: dict[str, str] = dict(rows)
    return tuple(f"{key}={known[key]}" for key in keys if key in known)
