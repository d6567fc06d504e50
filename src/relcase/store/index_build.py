"""Making and mending an index: the slow road, taken when a file of a store changed."""

import os
import re
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import ExitStack, closing, suppress
from dataclasses import fields
from datetime import date
from hashlib import sha256
from pathlib import Path
from time import time_ns
from typing import Any

from pydantic_core import to_json

from relcase.domain.corpus import Judge, Placed, Surroundings
from relcase.domain.evidence import Entry, Outcome, Sector, Statistic
from relcase.domain.reference import Reference, author_date
from relcase.domain.vocabulary import USES, VERIFIED
from relcase.store.file_state import FORMAT, FileState, content_hash
from relcase.store.load import LoadedFile, load_bibliography, load_evidence
from relcase.store.locate import StoreFiles
from relcase.store.textfile import read_bytes

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE files (number INTEGER PRIMARY KEY, store TEXT, path TEXT, kind TEXT,
    mtime INTEGER, size INTEGER, hash TEXT, left_out INTEGER, vocabulary TEXT);
CREATE TABLE sectors (id TEXT PRIMARY KEY, place INTEGER, name TEXT, description TEXT,
    aliases TEXT) WITHOUT ROWID;
CREATE TABLE outcomes (id TEXT PRIMARY KEY, place INTEGER, name TEXT, polarity TEXT)
    WITHOUT ROWID;
CREATE TABLE sources (key TEXT PRIMARY KEY, store TEXT, author_date TEXT, year INTEGER,
    doi TEXT, url TEXT, title TEXT, csl TEXT, bibtex TEXT, hash TEXT) WITHOUT ROWID;
CREATE TABLE entries (seq INTEGER PRIMARY KEY, file INTEGER, id TEXT, kind TEXT, store TEXT,
    status TEXT, headline TEXT, body TEXT, caveat TEXT, use TEXT, stance TEXT,
    certainty TEXT, verified TEXT, byline TEXT, direction TEXT, source TEXT, locator TEXT,
    label TEXT, measure TEXT, estimate TEXT, low TEXT, high TEXT, level TEXT, unit TEXT,
    "group" TEXT, reference_group TEXT, reference_value TEXT, denominator TEXT, data TEXT);
CREATE TABLE keys (seq INTEGER PRIMARY KEY, id TEXT, kind TEXT, hidden INTEGER, rank INTEGER,
    stance TEXT, certainty INTEGER, verified INTEGER, year INTEGER, source TEXT);
CREATE TABLE facets (name TEXT, value TEXT, kind TEXT, rank INTEGER, seq INTEGER,
    PRIMARY KEY (name, value, kind, rank, seq)) WITHOUT ROWID;
"""
AFTERWARDS = """
CREATE INDEX keys_in_order ON keys (kind, rank, seq);
CREATE INDEX keys_by_year ON keys (kind, year DESC, rank, seq);
CREATE INDEX keys_by_id ON keys (id, seq);
CREATE INDEX entries_by_file ON entries (file);
"""
WORDS = "CREATE VIRTUAL TABLE words USING fts5 (headline, body, content='', tokenize='unicode61')"

SHADOWED = 2
"""``keys.hidden``: 0 shown, 1 shown with --all, 2 another entry has taken its id."""

_HASH = 1 << 24
"""Bytes of new words kept in memory before they are written; with SQLite's own 1 MB,
what is written must be merged again and again."""

_ROOM = 1 << 32
"""Numbers kept for the entries of one file, so that a file's rows stay together."""
_GAP = 8
"""From the number of one entry to that of the next, so that others fit between."""


def _encode(value: Any) -> str:
    """JSON text, in a quarter of the time that the standard library takes."""
    return to_json(value).decode()


# With a plain line break, where "^" would do, this takes a quarter of the time.
_DEFINES = re.compile(rb"\n(?:\xef\xbb\xbf)?(?:[ ]*\{|[\"']?(?:sectors|outcomes)\b)")
"""A file that may hold sectors or outcomes: a section of that name, or a flow map."""


def make(
    path: Path | None,
    stores: Sequence[StoreFiles],
    files: Sequence[FileState],
    stale: Sequence[FileState] | None,
    judge: Judge,
    limit: int,
) -> sqlite3.Connection:
    """An open index of the files: mended if it can be, else made anew, else in memory."""
    given = (stores, files, judge, limit)
    if path is not None:
        with suppress(sqlite3.Error, OSError, _CannotMend):
            if stale:
                return _Builder(*given).mend(path, stale)
        with suppress(sqlite3.Error, OSError):
            return _Builder(*given).build(path)
    db = _connect(":memory:")
    _Builder(*given).fill(db)
    return db


class _CannotMend(Exception):
    """The change reaches further than one file; the index is made anew."""


class _Builder:
    """Reads the files of the stores into the tables of an index."""

    def __init__(
        self,
        stores: Sequence[StoreFiles],
        files: Sequence[FileState],
        judge: Judge,
        limit: int,
    ) -> None:
        self.stores, self.files, self.judge, self.limit = stores, files, judge, limit
        self.references: dict[str, Reference] = {}
        self.sectors: dict[str, Sector] = {}
        self.outcomes: dict[str, Outcome] = {}
        self.started = time_ns()

    def build(self, path: Path) -> sqlite3.Connection:
        """A new index beside the old one, then in its place."""
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}.new")
        beside.unlink(missing_ok=True)
        try:
            with closing(_connect(beside)) as db:
                # Nothing is lost if this file is: it is made again.
                db.execute("PRAGMA journal_mode = OFF")
                db.execute("PRAGMA synchronous = OFF")
                self.fill(db)
            os.replace(beside, path)
        finally:
            beside.unlink(missing_ok=True)
        return _connect(path)

    def fill(self, db: sqlite3.Connection) -> None:
        """All tables, from all files."""
        db.execute("BEGIN")
        for statement in SCHEMA.split(";"):
            db.execute(statement)
        with suppress(sqlite3.OperationalError):  # a SQLite without full-text search
            db.execute(WORDS)
            db.execute(
                "INSERT INTO words (words, rank) VALUES ('hashsize', ?)", (_HASH,)
            )
        self._sources(db)
        early = self._vocabulary(db)
        hashes = []
        for number, file in enumerate(self.files):
            loaded, digest = early[number] if number in early else self._load(file)
            hashes.append(digest)
            numbers = range(number * _ROOM + _GAP, (number + 1) * _ROOM, _GAP)
            left_out = self._insert(db, number, loaded, numbers) if loaded else 0
            self._record(db, number, file, digest, left_out, _vocabulary_of(loaded))
        for statement in AFTERWARDS.split(";"):
            db.execute(statement)
        _shadow(db)
        self._finish(db, hashes)

    def mend(self, path: Path, stale: Sequence[FileState]) -> sqlite3.Connection:
        """The same index with the rows of the changed evidence files replaced."""
        if any(file.kind != "yaml" or file.size < 0 for file in stale):
            raise _CannotMend
        with ExitStack() as stack:
            db = stack.enter_context(closing(_connect(path)))
            db.execute("BEGIN IMMEDIATE")
            self._surroundings_from(db)
            for file in stale:
                self._replace(db, file)
            hashes = [
                row[0] for row in db.execute("SELECT hash FROM files ORDER BY number")
            ]
            self._finish(db, hashes)
            stack.pop_all()
            return db

    def _replace(self, db: sqlite3.Connection, file: FileState) -> None:
        """The rows of one changed file, unless others depend on what changed in it."""
        number = self.files.index(file)
        loaded, digest = self._load(file)
        vocabulary = _vocabulary_of(loaded)
        before = db.execute("SELECT vocabulary FROM files WHERE number = ?", (number,))
        if loaded is None or before.fetchone()[0] != vocabulary:
            raise _CannotMend
        rows = db.execute("SELECT seq, data FROM entries WHERE file = ?", (number,))
        known = dict(rows)
        numbers, same = self._numbers(number, loaded, known)
        ids = _remove(db, known.keys() - same, self.sectors)
        left_out = self._insert(db, number, loaded, numbers, same)
        entries = zip(numbers, loaded.placed, strict=True)
        ids |= {placed.entry.id for seq, placed in entries if seq not in same}
        _shadow(db, ids)
        self._record(db, number, file, digest, left_out, vocabulary)

    def _load(self, file: FileState) -> tuple[LoadedFile | None, str]:
        if file.kind == "bib":
            return None, content_hash(file.path)
        raw = read_bytes(file.path, self.limit)
        store = self.stores[file.rank]
        return load_evidence(store, str(file.path), raw), sha256(raw).hexdigest()

    def _sources(self, db: sqlite3.Connection) -> None:
        for store in self.stores:
            found, _ = load_bibliography(store, self.limit)
            self.references |= found
            db.executemany(
                "INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (_source_row(store.name, reference) for reference in found.values()),
            )

    def _vocabulary(
        self, db: sqlite3.Connection
    ) -> dict[int, tuple[LoadedFile | None, str]]:
        """Sectors and outcomes of all files; the files read for them, by number."""
        read = {}
        for number, file in enumerate(self.files):
            if file.kind == "yaml" and _DEFINES.search(
                b"\n" + read_bytes(file.path, self.limit)
            ):
                read[number] = self._load(file)
                loaded = read[number][0]
                assert loaded is not None
                self.sectors |= {sector.id: sector for sector in loaded.sectors}
                self.outcomes |= {outcome.id: outcome for outcome in loaded.outcomes}
        db.executemany(
            "INSERT INTO sectors VALUES (?, ?, ?, ?, ?)",
            (
                (one.id, place, one.name, one.description, "\n".join(one.aliases))
                for place, one in enumerate(self.sectors.values())
            ),
        )
        db.executemany(
            "INSERT INTO outcomes VALUES (?, ?, ?, ?)",
            (
                (one.id, place, one.name, one.polarity)
                for place, one in enumerate(self.outcomes.values())
            ),
        )
        return read

    def _surroundings_from(self, db: sqlite3.Connection) -> None:
        """What entries are judged against, read back from the index."""
        from json import loads

        for key, csl in db.execute("SELECT key, csl FROM sources"):
            self.references[key] = Reference(key, loads(csl), "", "", 0)
        for row in db.execute("SELECT id, name, description, aliases FROM sectors"):
            self.sectors[row[0]] = Sector(
                id=row[0],
                name=row[1],
                description=row[2],
                aliases=tuple(row[3].splitlines()),
            )
        for row in db.execute("SELECT id, name, polarity FROM outcomes"):
            self.outcomes[row[0]] = Outcome(id=row[0], name=row[1], polarity=row[2])

    def _numbers(
        self, number: int, loaded: LoadedFile, known: Mapping[int, str]
    ) -> tuple[list[int], set[int]]:
        """Row numbers for a file's entries, and those of rows that can stay as they are.

        A new entry takes a number out of the gap it falls into; where a gap is full,
        what follows is numbered anew until there is room again.
        """
        by_data = {data: seq for seq, data in known.items()}
        last, numbers, same = number * _ROOM, [], set()
        for placed, raw in zip(loaded.placed, loaded.raw, strict=True):
            reference = self.references.get(placed.entry.source.key)
            data = _encode(public(placed, raw, reference)) if reference else ""
            kept = by_data.get(data, 0)
            if kept > last:
                same.add(kept)
            last = max(kept, last + 1)
            numbers.append(last)
        return numbers, same

    def _insert(
        self,
        db: sqlite3.Connection,
        number: int,
        loaded: LoadedFile,
        numbers: Iterable[int],
        same: Collection[int] = (),
    ) -> int:
        """The rows of one file but for the ``same``; how many entries were left out."""
        around = Surroundings(
            self.references, self.sectors, self.outcomes, date.today()
        )
        good = []
        for seq, placed, raw in zip(numbers, loaded.placed, loaded.raw, strict=False):
            if seq not in same and not any(
                found.severity == "error" for found in self.judge(placed, around)
            ):
                good.append((seq, placed, raw))
        has_words = _has_words(db)
        rows = [self._rows(number, *one) for one in good]
        db.executemany(
            f"INSERT INTO entries VALUES ({_marks(29)})", (row[0] for row in rows)
        )
        db.executemany(
            f"INSERT INTO keys VALUES ({_marks(10)})", (row[1] for row in rows)
        )
        db.executemany(
            "INSERT OR IGNORE INTO facets VALUES (?, ?, ?, ?, ?)",
            (facet for row in rows for facet in row[2]),
        )
        if has_words:
            db.executemany(
                "INSERT INTO words (rowid, headline, body) VALUES (?, ?, ?)",
                (row[3] for row in rows),
            )
        spoilt = len(loaded.placed) - len(good) - len(same)
        return spoilt + _unreadable(loaded)

    def _rows(
        self, number: int, seq: int, placed: Placed, raw: dict[str, Any]
    ) -> tuple[Any, ...]:
        """The rows of one entry: entries, keys, facets, words."""
        entry = placed.entry
        reference = self.references[entry.source.key]
        data = public(placed, raw, reference)
        general = entry.sectors == ("any",)
        rank = USES.index(entry.use) if isinstance(entry, Statistic) else int(general)
        hidden = int(entry.status != "active" or entry.verification.level == "none")
        stance = entry.stance if isinstance(entry, Statistic) else None
        keys = (
            *(seq, entry.id, entry.kind, hidden, rank, stance, None),
            *(
                VERIFIED.index(entry.verification.level),
                reference.year,
                entry.source.key,
            ),
        )
        facets = [
            (*facet, entry.kind, rank, seq) for facet in _facets(data, self.sectors)
        ]
        row = (seq, number, *_columns(placed, raw), _encode(data))
        return (
            row,
            keys,
            facets,
            (seq, *searchable(data, reference.csl.get("title", ""))),
        )

    def _record(
        self,
        db: sqlite3.Connection,
        number: int,
        file: FileState,
        digest: str,
        left_out: int,
        vocabulary: str,
    ) -> None:
        db.execute(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(number, file.store, str(file.path), file.kind, file.mtime, file.size),
                *(digest, left_out, vocabulary),
            ),
        )

    def _finish(self, db: sqlite3.Connection, hashes: Iterable[str]) -> None:
        meta = {
            "format": FORMAT,
            "written": str(self.started),
            "store_hash": sha256("\n".join(hashes).encode()).hexdigest()[:16],
        }
        db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", meta.items())
        db.execute("COMMIT")


def public(placed: Placed, raw: dict[str, Any], reference: Reference) -> dict[str, Any]:
    """An entry as JSON shows it: the record's own fields in order, and what we add.

    A field that the record leaves out is left out here too, but for ``certainty``,
    which is null until there is a rating.
    """
    entry = placed.entry
    data: dict[str, Any] = {"id": entry.id, "kind": entry.kind, "store": placed.store}
    for name in _field_names(type(entry)):
        if name in raw:
            data[name] = raw[name]
    data["status"] = entry.status
    data["source"] = {
        **raw["source"],
        "citation": author_date(reference.csl),
        "doi": reference.doi,
        "url": reference.url,
    }
    if isinstance(entry, Statistic):
        data["certainty"] = None
    return data


def searchable(data: dict[str, Any], title: str) -> tuple[str, str]:
    """The words an entry is found by: its headline, and everything else said in it."""
    words: list[str] = []
    for name, value in data.items():
        if name not in _NOT_WORDS:
            _gather(value, words)
    return data["headline"], " ".join((*words, title, data["source"]["citation"]))


_NOT_WORDS = {
    "headline",
    "verification",
    "review_by",
    "status",
    "store",
    "source",
    "kind",
}


def _gather(value: Any, words: list[str]) -> None:
    """All texts in a value; a list is filled, since nested generators take twice as long."""
    if isinstance(value, str):
        words.append(value)
    elif isinstance(value, dict):
        for inner in value.values():
            _gather(inner, words)
    elif isinstance(value, list):
        for inner in value:
            _gather(inner, words)


def _field_names(model: type[Entry]) -> tuple[str, ...]:
    if model not in _FIELD_NAMES:
        own = [one.name for one in fields(model)]
        early = [name for name in own if name not in _AFTER_THE_REST]
        _FIELD_NAMES[model] = (
            *early,
            *(name for name in own if name in _AFTER_THE_REST),
        )
    return _FIELD_NAMES[model]


_FIELD_NAMES: dict[type[Entry], tuple[str, ...]] = {}
_AFTER_THE_REST = {
    "source",
    "verification",
    "caveats",
    "status",
    "review_by",
    "see_also",
}


def _columns(placed: Placed, raw: dict[str, Any]) -> tuple[object, ...]:
    """What listings need of an entry, in the order of the table's columns."""
    entry = placed.entry
    lead = entry.lead if isinstance(entry, Statistic) else None
    first = entry.figures[0] if isinstance(entry, Statistic) and entry.figures else None
    figure = [getattr(lead, name, None) for name in _FIGURE]
    return (
        *(entry.id, entry.kind, placed.store, entry.status, entry.headline),
        raw["claim"] if isinstance(entry, Statistic) else raw["text"],
        entry.caveats[0] if entry.caveats else None,
        *(getattr(entry, "use", None), getattr(entry, "stance", None), None),
        entry.verification.level,
        _byline(entry),
        first.direction if first and not lead else None,
        *(entry.source.key, entry.source.locator),
        *figure,
    )


_FIGURE = (
    *("label", "measure", "estimate", "low", "high", "level", "unit", "group"),
    *("reference_group", "reference_value", "denominator"),
)


def _byline(entry: Entry) -> str | None:
    """Who speaks, whose story it is, which term is meant, who should act."""
    parts: list[str | None] = []
    for name in ("speaker", "role", "term", "organisation", "place"):
        if not isinstance(entry, Statistic):
            parts.append(getattr(entry, name, None))
    parts += getattr(entry, "who", ())
    return ", ".join(part for part in parts if part) or None


def _source_row(store: str, reference: Reference) -> tuple[object, ...]:
    csl, text = reference.csl, _encode(reference.csl)
    return (
        *(
            reference.key,
            store,
            author_date(csl),
            reference.year,
            reference.doi,
            reference.url,
        ),
        *(
            csl.get("title"),
            text,
            _encode([reference.entry_type, dict(reference.fields)]),
        ),
        sha256(text.encode()).hexdigest()[:16],
    )


def _unreadable(loaded: LoadedFile) -> int:
    """Entries of a file that never became one."""
    refused = {one.steps[:2] for one in loaded.findings if one.severity == "error"}
    lost = [
        one
        for one in loaded.problems
        if one.severity == "error" and one.rule in _LOSE_ENTRY
    ]
    return len(refused) + len(lost)


_LOSE_ENTRY = {"Y01", "Y02", "Y04"}


def _vocabulary_of(loaded: LoadedFile | None) -> str:
    if loaded is None:
        return ""
    return (
        repr((loaded.sectors, loaded.outcomes))
        if loaded.sectors or loaded.outcomes
        else ""
    )


def _facets(data: dict[str, Any], sectors: Iterable[str]) -> set[tuple[str, str]]:
    """What an entry is filtered by. A general entry belongs to every sector."""
    mine = data["sectors"] if "any" not in data["sectors"] else (*sectors, "any")
    named = {
        "sector": mine,
        "outcome": data.get("outcomes"),
        "country": data.get("countries"),
    }
    return {(name, value) for name, values in named.items() for value in values or ()}


def _remove(
    db: sqlite3.Connection, gone: Iterable[int], sectors: Iterable[str]
) -> set[str]:
    """Takes out some rows; the ids that were in them."""
    from json import loads

    ids = set()
    has_words = _has_words(db)
    for seq in gone:
        kind, rank, data, title = db.execute(
            "SELECT entries.kind, rank, data, title FROM entries JOIN keys USING (seq) "
            "JOIN sources ON key = entries.source WHERE seq = ?",
            (seq,),
        ).fetchone()
        entry = loads(data)
        ids.add(entry["id"])
        if has_words:  # without its text, a contentless row cannot be taken out
            db.execute(
                "INSERT INTO words (words, rowid, headline, body) VALUES ('delete', ?, ?, ?)",
                (seq, *searchable(entry, title or "")),
            )
        db.executemany(
            "DELETE FROM facets WHERE name=? AND value=? AND kind=? AND rank=? AND seq=?",
            ((*facet, kind, rank, seq) for facet in _facets(entry, sectors)),
        )
        for table in ("entries", "keys"):
            db.execute(f"DELETE FROM {table} WHERE seq = ?", (seq,))
    return ids


def _shadow(db: sqlite3.Connection, ids: Iterable[str] | None = None) -> None:
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


def _has_words(db: sqlite3.Connection) -> bool:
    return bool(
        db.execute("SELECT 1 FROM sqlite_master WHERE name = 'words'").fetchone()
    )


def _connect(path: Path | str) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=2, isolation_level=None)


def _marks(count: int) -> str:
    return ", ".join("?" * count)
