"""The index: a disposable SQLite copy of the validated entries, made for questions.

It is keyed by the store's files: their size and time first, their content when those
differ or a file is as young as the index. A query that finds it fresh needs neither
YAML nor validation. Damaged, locked, read-only, made by another version: it is made
again, or in memory, and never an error.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from relcase.store.file_state import (
    FORMAT,
    FileState,
    content_hash,
    fingerprint,
    states,
)
from relcase.store.locate import StoreFiles

if TYPE_CHECKING:
    from relcase.domain.corpus import Judge
    from relcase.domain.problem import FaultyEntry

YOUNG = 2_000_000_000
"""Nanoseconds: a file may change twice within one tick of its clock, so a file this
much older than the index or younger is compared by content."""


Row = tuple[Any, ...]
Gathered = TypeVar("Gathered")


class Index:
    """An open index, and what is known of it."""

    def __init__(
        self, db: sqlite3.Connection, again: Callable[[bool], sqlite3.Connection] | None
    ) -> None:
        self.db, self._again = db, again
        found = self.rows("SELECT value FROM meta WHERE name = 'store_hash'")
        self.store_hash: str = found[0][0]
        """Names the content of the stores: two equal hashes, two equal answers."""
        self.left_out = tuple(self._left_out())
        """Entries that could not be used."""

    def _left_out(self) -> "Iterator[FaultyEntry]":
        rows = self.rows(
            'SELECT id, path, line, "column", severity, rule, message, hint '
            "FROM left_out ORDER BY file, line"
        )
        if rows:
            from relcase.domain.problem import FaultyEntry, Problem

            yield from (FaultyEntry(row[0], Problem(*row[1:])) for row in rows)

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows of a question."""
        return self.gathered(list, sql, values)

    def gathered(
        self,
        gather: Callable[[Iterable[Row]], Gathered],
        sql: str,
        values: Sequence[object] = (),
    ) -> Gathered:
        """What ``gather`` makes of the rows of a question, of which there may be many.

        Damage inside the file may show only now; then the index is made again, in
        memory, and asked once more.
        """
        try:
            return gather(self.db.execute(sql, values))
        except sqlite3.DatabaseError as error:
            if self._again is None:
                raise
            self.db.close()
            is_damaged = "locked" not in str(error)
            self.db, self._again = self._again(is_damaged), None
            return gather(self.db.execute(sql, values))

    def each(self, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """The rows of a question one by one, as long as they are wanted."""
        yield from self.db.execute(sql, values)

    def close(self) -> None:
        """Lets go of the file."""
        self.db.close()


def open_index(
    stores: Sequence[StoreFiles], judge: "Judge", folder: Path | None, limit: int
) -> Index:
    """An index that says what the files say now.

    ``folder`` is where indexes are kept; ``None`` makes one in memory. ``limit`` is
    the size in bytes above which a file is refused. Raises ``Unreadable`` for a file
    that cannot be read.
    """
    files = list(states(stores))
    path = folder / f"index-{fingerprint(files):08x}.sqlite" if folder else None

    def again(is_damaged: bool) -> sqlite3.Connection:
        from relcase.store.index_build import make

        if path is not None and is_damaged:
            with suppress(OSError):
                path.unlink()
        return make(None, stores, files, None, judge, limit)

    stale: list[FileState] | None = None
    if path is not None and os.path.isfile(path):
        # Whatever is wrong with it, it is no index of these files.
        with suppress(sqlite3.Error, LookupError, TypeError, ValueError):
            db, stale = _kept(path, files)
            if db is not None:
                return Index(db, again)
    from relcase.store.index_build import make

    return Index(make(path, stores, files, stale, judge, limit), again)


def _kept(
    path: Path, files: Sequence[FileState]
) -> tuple[sqlite3.Connection | None, list[FileState] | None]:
    """The index at ``path`` if it is fresh; else the files it can be mended by."""
    with ExitStack() as stack:
        db = stack.enter_context(
            closing(sqlite3.connect(path, timeout=2, isolation_level=None))
        )
        stale = _stale(db, files)
        if stale == []:
            stack.pop_all()
            return db, stale
        return None, stale


def _stale(
    db: sqlite3.Connection, files: Sequence[FileState]
) -> list[FileState] | None:
    """The files that changed since the index was made; ``None`` if it is of no use."""
    made = dict(db.execute("SELECT name, value FROM meta"))
    if made["format"] != FORMAT:
        return None
    known = list(
        db.execute("SELECT store, path, mtime, size, hash FROM files ORDER BY number")
    )
    if [(row[0], row[1]) for row in known] != [
        (file.store, str(file.path)) for file in files
    ]:
        return None
    written = int(made["written"])
    stale, doubtful = [], False
    for file, (_, _, mtime, size, digest) in zip(files, known, strict=True):
        same_stat = (file.mtime, file.size) == (mtime, size)
        if same_stat and file.mtime < written - YOUNG:
            continue
        if file.size == size and content_hash(file.path) == digest:
            doubtful = True
            continue
        stale.append(file)
    if doubtful and not stale:
        _note_states(db, files)
    return stale


def _note_states(db: sqlite3.Connection, files: Sequence[FileState]) -> None:
    """Remembers that the content was compared, so that the next query need not."""
    from time import time_ns

    with suppress(sqlite3.Error):
        db.execute("BEGIN IMMEDIATE")
        for number, file in enumerate(files):
            db.execute(
                "UPDATE files SET mtime = ? WHERE number = ?", (file.mtime, number)
            )
        db.execute(
            "UPDATE meta SET value = ? WHERE name = 'written'", (str(time_ns()),)
        )
        db.execute("COMMIT")
