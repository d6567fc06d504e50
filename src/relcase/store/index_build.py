"""Making and mending an index: the slow road, taken when a file of a store changed."""

import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, suppress
from datetime import date
from hashlib import sha256
from pathlib import Path
from time import time_ns

from relcase.domain.certainty.rating import Standing
from relcase.domain.corpus import Judge, Placed, Surroundings
from relcase.domain.evidence import Outcome, Sector, Statistic
from relcase.domain.problem import Finding
from relcase.domain.reference import Reference
from relcase.store.file_state import FORMAT, FileState, content_hash
from relcase.store.index_edit import (
    answer,
    define,
    insert,
    leave_out,
    remove,
    shadow,
)
from relcase.store.index_rating import Rated, depends_on, rate_again, rated
from relcase.store.index_rows import (
    EntryRows,
    encode,
    entry_rows,
    public,
    source_row,
)
from relcase.store.index_schema import AFTERWARDS, SCHEMA, WORDS
from relcase.store.index_surroundings import (
    KeptSources,
    kept_words,
    may_define,
    our_words,
    vocabulary_of,
)
from relcase.store.left_out import left_out
from relcase.store.load import LoadedFile, load_bibliography, load_evidence
from relcase.store.locate import BUILTIN, StoreFiles
from relcase.store.textfile import read_bytes

_HASH = 1 << 24
"""Bytes of new words kept in memory before they are written; with SQLite's own 1 MB,
what is written must be merged again and again."""

_KEPT = 20
"""Indexes kept on disk."""

_ROOM = 1 << 32
"""Numbers kept for the entries of one file, so that a file's rows stay together."""
_GAP = 8
"""From the number of one entry to that of the next, so that others fit between."""


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
        self.references: Mapping[str, Reference] = {}
        self.sectors: dict[str, Sector] = {}
        self.outcomes: dict[str, Outcome] = {}
        self.used: set[str] = set()
        """Sectors and outcomes that some entry has."""
        self.changed: set[str] = set()
        """Ids and sources of the entries that a mending replaced."""
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
        _forget(path.parent)
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
            if loaded:
                self._insert(db, number, loaded, numbers)
            self._record(db, number, file, digest, vocabulary_of(loaded))
        for statement in AFTERWARDS.split(";"):
            db.execute(statement)
        shadow(db)
        rate_again(db)
        answer(db)
        self._finish(db, hashes)

    def mend(self, path: Path, stale: Sequence[FileState]) -> sqlite3.Connection:
        """The same index with the rows of the changed evidence files replaced."""
        if any(file.kind != "yaml" or file.size < 0 for file in stale):
            raise _CannotMend
        with ExitStack() as stack:
            db = stack.enter_context(closing(_connect(path)))
            # A journal on disk could be applied to a file that has taken this one's
            # place; without one, a mending that is cut short must be known as such.
            db.execute("PRAGMA journal_mode = MEMORY")
            db.execute("PRAGMA synchronous = OFF")
            db.execute("UPDATE meta SET value = 'being mended' WHERE name = 'format'")
            db.execute("BEGIN IMMEDIATE")
            self._surroundings_from(db)
            for file in stale:
                self._replace(db, file)
            rate_again(db, self.changed)
            answer(db)
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
        vocabulary = vocabulary_of(loaded)
        before = db.execute("SELECT vocabulary FROM files WHERE number = ?", (number,))
        if loaded is None or before.fetchone()[0] != vocabulary:
            raise _CannotMend
        rows = db.execute("SELECT seq, data FROM entries WHERE file = ?", (number,))
        known = dict(rows)
        numbers, same = self._numbers(number, loaded, known)
        ids, sources = remove(db, known.keys() - same, self.sectors)
        self._insert(db, number, loaded, numbers, same)
        entries = zip(numbers, loaded.placed, strict=True)
        new = [placed.entry for seq, placed in entries if seq not in same]
        ids |= {entry.id for entry in new}
        shadow(db, ids)
        # What another store holds under these ids answers now, or no longer.
        for one in ids:
            rows = db.execute("SELECT source FROM keys WHERE id = ?", (one,))
            sources |= {row[0] for row in rows}
        self.changed |= ids | sources
        self._record(db, number, file, digest, vocabulary)

    def _load(self, file: FileState) -> tuple[LoadedFile | None, str]:
        if file.kind == "bib":
            return None, content_hash(file.path)
        return self._loaded(file, read_bytes(file.path, self.limit))

    def _loaded(self, file: FileState, raw: bytes) -> tuple[LoadedFile, str]:
        store = self.stores[file.rank]
        return load_evidence(store, str(file.path), raw), sha256(raw).hexdigest()

    def _sources(self, db: sqlite3.Connection) -> None:
        for store in self.stores:
            found, _ = load_bibliography(store, self.limit)
            self.references = {**self.references, **found}
            db.executemany(
                "INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (source_row(store.name, reference) for reference in found.values()),
            )

    def _vocabulary(self, db: sqlite3.Connection) -> dict[int, tuple[LoadedFile, str]]:
        """Sectors and outcomes of all files; the files read for them, by number."""
        read = {}
        sectors: dict[str, Sector] = {}
        outcomes: dict[str, Outcome] = {}
        for number, file in enumerate(self.files):
            if file.kind == "bib":
                continue
            raw = read_bytes(file.path, self.limit)
            if may_define(raw):
                read[number] = self._loaded(file, raw)
                sectors |= {one.id: one for one in read[number][0].sectors}
                outcomes |= {one.id: one for one in read[number][0].outcomes}
        define(db, sectors.values(), outcomes.values())
        self._borrow()
        self.sectors |= sectors
        self.outcomes |= outcomes
        return read

    def _borrow(self) -> None:
        """Our words for sectors and outcomes, which hold without our entries too."""
        if all(store.name != BUILTIN for store in self.stores):
            sectors, outcomes = our_words()
            self.sectors = sectors | self.sectors
            self.outcomes = outcomes | self.outcomes

    def _surroundings_from(self, db: sqlite3.Connection) -> None:
        """What entries are judged against, read back from the index."""
        self.references = KeptSources(db)
        self.sectors, self.outcomes = kept_words(db)
        self._borrow()

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
            data = encode(public(placed, raw, reference)) if reference else ""
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
    ) -> None:
        """The rows of one file but for the ``same``, and which entries were left out."""
        faults: list[Finding] = []
        insert(db, self._rows(number, loaded, numbers, same, faults))
        leave_out(db, number, left_out(loaded, faults))

    def _rows(
        self,
        number: int,
        loaded: LoadedFile,
        numbers: Iterable[int],
        same: Collection[int],
        faults: list[Finding],
    ) -> Iterator[EntryRows]:
        """The rows of the entries without an error, made when they are asked for.

        The first error of each of the others is added to ``faults``.
        """
        # An index lives longer than a day: what only the day makes wrong, such as a
        # reading dated tomorrow, is for the check to say.
        around = Surroundings(self.references, self.sectors, self.outcomes, date.max)
        for seq, placed, raw in zip(numbers, loaded.placed, loaded.raw, strict=False):
            if seq in same:
                continue
            if fault := next(iter(self.judge(placed, around)), None):
                faults.append(fault)
                continue
            self.used.update(placed.entry.sectors)
            self.used.update(getattr(placed.entry, "outcomes", ()))
            yield entry_rows(
                *(number, seq, placed, raw, self.references, self.sectors),
                self._rated(placed),
            )

    def _rated(self, placed: Placed) -> Rated | None:
        """What is computed of a statistic that depends on no other entry."""
        entry = placed.entry
        if not isinstance(entry, Statistic) or depends_on(entry):
            return None
        source = self.references[entry.source.key]
        return rated(entry, Standing(str(source.csl.get("type", ""))))

    def _record(
        self,
        db: sqlite3.Connection,
        number: int,
        file: FileState,
        digest: str,
        vocabulary: str,
    ) -> None:
        db.execute(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(number, file.store, str(file.path), file.kind, file.mtime, file.size),
                *(digest, vocabulary),
            ),
        )

    def _finish(self, db: sqlite3.Connection, hashes: Iterable[str]) -> None:
        define(
            db,
            (one for one in self.sectors.values() if one.id in self.used),
            (one for one in self.outcomes.values() if one.id in self.used),
        )
        meta = {
            "format": FORMAT,
            "written": str(self.started),
            "store_hash": sha256("\n".join(hashes).encode()).hexdigest()[:16],
        }
        db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", meta.items())
        db.execute("COMMIT")


def _forget(folder: Path) -> None:
    """Leaves the indexes used last; each set of stores has one of its own."""
    with suppress(OSError):
        files = sorted(
            folder.glob("index-*.sqlite"), key=lambda one: one.stat().st_mtime
        )
        for path in files[:-_KEPT]:
            path.unlink(missing_ok=True)


def _connect(path: Path | str) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=2, isolation_level=None)
