"""The library: stores opened together, and the verbs that ask them something."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from relcase.domain.answer import Answer, Otherwise
from relcase.domain.formatted import Formatted
from relcase.domain.listed import Listed
from relcase.domain.query import Query
from relcase.errors import LeftOut, UnknownName
from relcase.store import locate, search
from relcase.store.index import Index, open_index
from relcase.store.locate import StoreFiles
from relcase.store.textfile import LIMIT

if TYPE_CHECKING:
    from relcase.domain.corpus import Placed, Surroundings
    from relcase.domain.evidence import Entry
    from relcase.domain.fit import Context, Fit
    from relcase.domain.problem import FaultyEntry, Finding
    from relcase.domain.record import Record
    from relcase.domain.reference import Reference
    from relcase.domain.vocabulary import Polarity


class SectorRow(NamedTuple):
    """A sector and how much the stores hold for it; general entries are in ``any`` alone."""

    id: str
    name: str
    statistics: int
    other_entries: int
    aliases: tuple[str, ...]
    description: str


class OutcomeRow(NamedTuple):
    """An outcome tag, whether more of it is good or bad, its broad kind, and how many
    statistics it has."""

    id: str
    name: str
    polarity: "Polarity"
    group: str
    """Empty where the store gives none."""
    statistics: int


def open_library(
    stores: Sequence[Path] = (),
    *,
    builtin: bool = True,
    cache: bool = True,
    limit: int = LIMIT,
) -> "Library":
    """relcase's own evidence with the given stores laid over it, ready for questions.

    ``stores`` are folders or evidence.yaml files, later ones over earlier ones;
    ``builtin=False`` leaves ours out; ``cache=False`` keeps nothing on disk. Raises
    ``Unreadable`` when a store is not there or cannot be read.
    """
    files = [locate.builtin()] if builtin else []
    files += [locate.store(path) for path in stores]
    folder = locate.cache_folder() if cache else None
    return Library(open_index(files, _judge, folder, limit), files, folder)


class Library:
    """Stores opened together: the verbs that ask them something."""

    def __init__(
        self, index: Index, stores: Sequence[StoreFiles], folder: Path | None
    ) -> None:
        self.index, self.stores, self.folder = index, tuple(stores), folder

    @property
    def files(self) -> list[Path]:
        """The files that the library is read from."""
        return [
            path
            for store in self.stores
            for path in (*store.evidence, store.bibliography)
        ]

    def close(self) -> None:
        """Lets go of the index; the library answers no more."""
        self.index.close()

    @property
    def store_hash(self) -> str:
        """Names the content of the stores: two equal hashes, two equal answers."""
        return self.index.store_hash

    @property
    def left_out(self) -> "tuple[FaultyEntry, ...]":
        """The entries that are not used because of errors, with the first of each."""
        return self.index.left_out

    def require_in_order(self, entry_id: str) -> None:
        """Raises ``LeftOut`` if the entry that should answer to an id has errors.

        It may be one of a store laid over another, whose entry answers in its place.
        """
        one = search.error_of(self.index, entry_id) if self.left_out else None
        if one:
            place = f"Line {one.line}, column {one.column}"
            raise LeftOut(entry_id, one.path, place, f"{one.message} [{one.rule}]")

    def find(self, query: Query) -> list[Listed]:
        """The entries that answer a query."""
        return search.find(self.index, query)

    def answer(
        self, query: Query, *, balance: bool = True, context: "Context | None" = None
    ) -> Answer:
        """The entries that answer a query, and what should be known beside them.

        ``balance`` looks for what is left out although it was found otherwise: what the
        records call contrary, and what found nothing clear or the contrary on the same
        outcome. ``context`` describes a case, and each statistic is compared with it.
        """
        entries = search.Found(self.index, query)
        found: list[Otherwise] = []
        if balance:
            from relcase.store.balance import otherwise

            found = otherwise(self.index, query, entries)
        return Answer(query, entries, found, self._fits(entries, context))

    def _fits(
        self, entries: Sequence[Listed], context: "Context | None"
    ) -> "dict[str, Fit]":
        if context is None:
            return {}
        from relcase.domain.evidence import Statistic
        from relcase.domain.fit import fit

        whole = (self.entry(one.id) for one in entries if one.kind == "statistic")
        return {
            one.id: fit(one, context) for one in whole if isinstance(one, Statistic)
        }

    def count(self, query: Query) -> int:
        """How many entries a query has."""
        return search.count(self.index, query)

    def has(self, entry_id: str) -> bool:
        """Whether there is an entry with this id."""
        return search.kind_of(self.index, entry_id) is not None

    def records(self, ids: Iterable[str]) -> Iterator[str]:
        """Whole entries as JSON text (docs/data-format.md)."""
        return search.records(self.index, ids)

    def entry(self, entry_id: str) -> "Entry":
        """One whole entry.

        Raises ``UnknownName`` with the nearest ids, and ``LeftOut`` for one with errors.
        """
        from relcase.store.records import decoded

        text = next(search.records(self.index, (entry_id,)), None)
        if text is None:
            from relcase.store.filters import nearest_ids

            self.require_in_order(entry_id)
            near = nearest_ids(self.index, entry_id)
            raise UnknownName("entry", entry_id, near, "relcase search WORDS")
        return decoded(text)

    def csl(self, keys: Sequence[str] | None = None) -> list[dict[str, Any]]:
        """Sources as CSL-JSON, in the order of ``keys``; all of them without keys."""
        import json

        return [json.loads(csl) for csl, _ in search.sources(self.index, keys).values()]

    def names(self, what: str) -> list[str]:
        """Every id, key, sector or outcome there is, for completion and for messages."""
        if what == "ids":
            return search.known_ids(self.index)
        if what == "words":
            return search.known_words(self.index)
        if what == "keys":
            return list(search.sources(self.index))
        return [row[0] for row in search.vocabulary(self.index, what)]

    def sectors(self) -> list["SectorRow"]:
        """The sectors in the order of the store, with how much each holds."""
        counts = search.sector_counts(self.index)
        return [
            SectorRow(
                one,
                name,
                counts.get((one, True), 0),
                counts.get((one, False), 0),
                tuple(aliases.splitlines()),
                description,
            )
            for one, _, name, description, aliases in search.vocabulary(
                self.index, "sectors"
            )
        ]

    def outcomes(self) -> list["OutcomeRow"]:
        """The outcome tags in the order of the store, with their statistics counted."""
        counts = search.values_in_use(self.index, "outcome")
        return [
            OutcomeRow(one, name, polarity, group or "", counts.get(one, 0))
            for one, _, name, polarity, group in search.vocabulary(
                self.index, "outcomes"
            )
        ]

    def record(self, entry_id: str, context: "Context | None" = None) -> "Record":
        """One whole entry with what is computed of it. Raises ``UnknownName``.

        ``context`` describes a case that a statistic is compared with.
        """
        from relcase.domain.evidence import Statistic
        from relcase.domain.record import Record

        entry = self.entry(entry_id)
        (listed,) = self.find(Query(ids=(entry_id,)))
        whose = Record(entry, listed.store, citation=listed.author_date, url=listed.url)
        if not isinstance(entry, Statistic):
            return whose
        from relcase.domain.certainty import rate
        from relcase.domain.fit import fit
        from relcase.domain.sentence import sentences
        from relcase.store.index_rating import standing_in

        rating = rate(entry, standing_in(self.index.db, entry))
        near = fit(entry, context) if context else None
        polarities = {one.id: one.polarity for one in self.outcomes()}
        return whose._replace(
            rating=rating,
            sentences=sentences(entry, rating.word),
            fit=near,
            polarity=polarities.get(entry.outcomes[0]),
        )

    def sources(self, keys: Sequence[str] | None = None) -> list["Reference"]:
        """The bibliography entries of these keys, or all, as they were read."""
        import json

        from relcase.domain.reference import Reference

        found = []
        for key, (csl, bibtex) in search.sources(self.index, keys).items():
            entry_type, fields = json.loads(bibtex)
            found.append(Reference(key, json.loads(csl), entry_type, "", 0, fields))
        return found

    def references(
        self, keys: Sequence[str], style: str, lang: str, *, in_text: bool = True
    ) -> Formatted:
        """In-text citations and the reference list of some sources in a style.

        ``in_text=False`` gives the list alone, in less time. From the cache when the
        same set was asked for before. Raises ``UnknownName`` for a style that does not
        exist, ``Missing`` when pandoc is not there.
        """
        from relcase.api.formatting import formatted
        from relcase.store.reference_cache import Request

        hashes = search.source_hashes(self.index, keys)
        request = Request(style, lang, in_text, hashes)
        return formatted(self.folder, request, lambda: self.csl(keys))


def _judge(placed: "Placed", around: "Surroundings") -> Iterable["Finding"]:
    from relcase.checks import entry_errors

    return entry_errors(placed, around)
