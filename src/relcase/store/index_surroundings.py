"""What the entries of an index are judged against: sources, sectors and outcomes."""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from json import loads

from relcase.domain.evidence import Outcome, Sector
from relcase.domain.reference import Reference
from relcase.store.load import LoadedFile, load_evidence
from relcase.store.locate import builtin
from relcase.store.textfile import read_bytes

Vocabulary = tuple[dict[str, Sector], dict[str, Outcome]]
"""Sectors and outcomes, by id."""


class KeptSources(Mapping[str, Reference]):
    """The sources in an index, each read when it is asked for."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def __getitem__(self, key: str) -> Reference:
        row = self.db.execute(
            "SELECT csl FROM sources WHERE key = ?", (key,)
        ).fetchone()
        if row is None:
            raise KeyError(key)
        return Reference(key, loads(row[0]), "", "", 0)

    def __iter__(self) -> Iterator[str]:
        return (row[0] for row in self.db.execute("SELECT key FROM sources"))

    def __len__(self) -> int:
        count: int = self.db.execute("SELECT count(*) FROM sources").fetchone()[0]
        return count


def kept_words(db: sqlite3.Connection) -> Vocabulary:
    """Sectors and outcomes, read back from an index."""
    sectors = {
        row[0]: Sector(
            id=row[0],
            name=row[1],
            description=row[2],
            aliases=tuple(row[3].splitlines()),
        )
        for row in db.execute("SELECT id, name, description, aliases FROM sectors")
    }
    outcomes = {
        row[0]: Outcome(id=row[0], name=row[1], polarity=row[2], group=row[3])
        for row in db.execute('SELECT id, name, polarity, "group" FROM outcomes')
    }
    return sectors, outcomes


def our_words() -> Vocabulary:
    """Sectors and outcomes of our own store, without its entries."""
    ours = builtin()
    # They stand before all entries, which need not be read for them.
    text = read_bytes(ours.evidence[0]).partition(b"\nstatistics:")[0]
    loaded = load_evidence(ours, str(ours.evidence[0]), text)
    sectors = {one.id: one for one in loaded.sectors}
    return sectors, {one.id: one for one in loaded.outcomes}


def may_define(raw: bytes) -> bool:
    """Whether a file may hold sectors or outcomes."""
    first = raw[: raw.find(b"\n") + 1] or raw
    return bool(_DEFINES.match(b"\n" + first) or _DEFINES.search(raw))


# With a plain line break, where "^" would do, this takes a quarter of the time.
_DEFINES = re.compile(rb"\n(?:\xef\xbb\xbf)?(?:[ ]*\{|[\"']?(?:sectors|outcomes)\b)")
"""A file that may hold sectors or outcomes: a section of that name, or a flow map."""


def vocabulary_of(loaded: LoadedFile | None) -> str:
    """The sectors and outcomes of a file, to be compared with what they were."""
    if loaded is None or not (loaded.sectors or loaded.outcomes):
        return ""
    return repr((loaded.sectors, loaded.outcomes))
