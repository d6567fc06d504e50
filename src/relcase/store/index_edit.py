"""Changes to an open index: rows put in, rows taken out, ids decided between."""

import sqlite3
from collections.abc import Iterable
from itertools import islice
from json import loads

from relcase.domain.evidence import Outcome, Sector
from relcase.domain.problem import FaultyEntry
from relcase.store.index_rows import EntryRows, facets, searchable

_BATCH = 500
"""Entries whose rows are in memory at a time: those of a file are as large as the file."""

SHADOWED = 2
"""``keys.hidden``: 0 shown, 1 shown with --all, 2 another entry has taken its id."""


def define(
    db: sqlite3.Connection, sectors: Iterable[Sector], outcomes: Iterable[Outcome]
) -> None:
    """Sectors and outcomes that are not there yet, after those that are."""
    place = "(SELECT count(*) FROM {})"
    db.executemany(
        f"INSERT OR IGNORE INTO sectors VALUES (?, {place.format('sectors')}, ?, ?, ?)",
        (
            (one.id, one.name, one.description, "\n".join(one.aliases))
            for one in sectors
        ),
    )
    db.executemany(
        f"INSERT OR IGNORE INTO outcomes VALUES (?, {place.format('outcomes')}, ?, ?, ?)",
        ((one.id, one.name, one.polarity, one.group) for one in outcomes),
    )


def insert(db: sqlite3.Connection, rows: Iterable[EntryRows]) -> None:
    """Puts in the rows of some entries."""
    waiting, searched = iter(rows), has_words(db)
    while batch := list(islice(waiting, _BATCH)):
        db.executemany(
            f"INSERT INTO entries VALUES ({marks(35)})", (one.entry for one in batch)
        )
        db.executemany(
            f"INSERT INTO keys VALUES ({marks(12)})", (one.keys for one in batch)
        )
        db.executemany(
            "INSERT OR IGNORE INTO depends VALUES (?, ?)",
            (name for one in batch for name in one.depends),
        )
        db.executemany(
            f"INSERT OR IGNORE INTO facets VALUES ({marks(5)})",
            (facet for one in batch for facet in one.facets),
        )
        if searched:
            db.executemany(
                "INSERT INTO words (rowid, headline, body) VALUES (?, ?, ?)",
                (one.words for one in batch),
            )


def leave_out(db: sqlite3.Connection, file: int, found: Iterable[FaultyEntry]) -> None:
    """Notes which entries of a file are left out, in the place of what was noted before."""
    db.execute("DELETE FROM left_out WHERE file = ?", (file,))
    db.executemany(
        f"INSERT INTO left_out VALUES ({marks(9)})",
        (
            (
                *(file, one.id, problem.path, problem.line, problem.column),
                *(problem.severity, problem.rule, problem.message, problem.hint),
            )
            for one in found
            for problem in (one.problem,)
        ),
    )


def remove(
    db: sqlite3.Connection, gone: Iterable[int], sectors: Iterable[str]
) -> tuple[set[str], set[str]]:
    """Takes out some rows; the ids and the sources that were in them."""
    ids, sources = set(), set()
    searched = has_words(db)
    for seq in gone:
        kind, rank, data, title = db.execute(
            "SELECT entries.kind, rank, data, title FROM entries JOIN keys USING (seq) "
            "JOIN sources ON key = entries.source WHERE seq = ?",
            (seq,),
        ).fetchone()
        entry = loads(data)
        ids.add(entry["id"])
        sources.add(entry["source"]["key"])
        if searched:  # without its text, a contentless row cannot be taken out
            db.execute(
                "INSERT INTO words (words, rowid, headline, body) VALUES ('delete', ?, ?, ?)",
                (seq, *searchable(entry, title or "")),
            )
        db.executemany(
            "DELETE FROM facets WHERE name=? AND value=? AND kind=? AND rank=? AND seq=?",
            ((*facet, kind, rank, seq) for facet in facets(entry, sectors)),
        )
        for table in ("entries", "keys"):
            db.execute(f"DELETE FROM {table} WHERE seq = ?", (seq,))
        named = [one["key"] for one in entry.get("see_also") or ()]
        db.executemany(
            "DELETE FROM depends WHERE name = ? AND seq = ?",
            ((name, seq) for name in (*named, entry.get("effect_record"))),
        )
    return ids, sources


def shadow(db: sqlite3.Connection, ids: Iterable[str] | None = None) -> None:
    """Of entries with one id, leaves the later store's, and within it the first."""
    if ids is None:
        twice = db.execute(
            "SELECT id FROM keys GROUP BY id HAVING count(*) > 1"
        ).fetchall()
        ids = [row[0] for row in twice]
    for one in ids:
        rows = db.execute(
            "SELECT seq, store, status, verified FROM entries WHERE id = ? AND seq IN "
            "(SELECT seq FROM keys WHERE id = ?) ORDER BY seq",
            (one, one),
        ).fetchall()
        if not rows:
            continue
        last_store = rows[-1][1]
        winner = next(seq for seq, store, *_ in rows if store == last_store)
        for seq, _, status, verified in rows:
            hidden = int(status != "active" or verified == "none")
            db.execute(
                "UPDATE keys SET hidden = ? WHERE seq = ?",
                (hidden if seq == winner else SHADOWED, seq),
            )


def answer(db: sqlite3.Connection) -> None:
    """Puts the headlines of the actions that answer a barrier beside it."""
    for seq, data in db.execute(
        "SELECT seq, data FROM keys k CROSS JOIN entries USING (seq) "
        "WHERE k.kind = 'barrier'"
    ).fetchall():
        named = loads(data).get("answers") or []
        found = db.execute(
            "SELECT id, headline FROM entries JOIN keys USING (seq, id) "
            f"WHERE hidden = 0 AND id IN ({marks(len(named))})",
            named,
        )
        headlines = dict(found.fetchall())
        said = " ".join(headlines[one] for one in named if one in headlines)
        db.execute("UPDATE entries SET byline = ? WHERE seq = ?", (said or None, seq))


def has_words(db: sqlite3.Connection) -> bool:
    """Whether this SQLite could make the table of words."""
    return bool(
        db.execute("SELECT 1 FROM sqlite_master WHERE name = 'words'").fetchone()
    )


def marks(count: int) -> str:
    """As many question marks as values."""
    return ", ".join("?" * count)
