"""The library: stores opened together, and the verbs that ask them something."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from relcase.domain.answer import NAMED, Answer
from relcase.domain.formatted import Formatted
from relcase.domain.listed import Listed
from relcase.domain.query import Query
from relcase.errors import UnknownName
from relcase.store import locate, search
from relcase.store.index import Index, open_index
from relcase.store.locate import StoreFiles
from relcase.store.textfile import LIMIT

if TYPE_CHECKING:
    from relcase.domain.content import Document
    from relcase.domain.corpus import Placed, Surroundings
    from relcase.domain.evidence import Entry
    from relcase.domain.fit import Context, Fit
    from relcase.domain.problem import Finding
    from relcase.domain.record import Record
    from relcase.domain.reference import Reference
    from relcase.domain.vocabulary import Length


class SectorRow(NamedTuple):
    """A sector and how much the stores hold for it; general entries are in ``any`` alone."""

    id: str
    name: str
    statistics: int
    other_entries: int
    aliases: tuple[str, ...]
    description: str


class OutcomeRow(NamedTuple):
    """An outcome tag, whether more of it is good or bad, and how many statistics it has."""

    id: str
    name: str
    polarity: str
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
    def left_out(self) -> tuple[tuple[str, int], ...]:
        """Files with entries that are not used because of errors, and how many."""
        return self.index.left_out

    def find(self, query: Query) -> list[Listed]:
        """The entries that answer a query."""
        return search.find(self.index, query)

    def answer(
        self, query: Query, *, balance: bool = True, context: "Context | None" = None
    ) -> Answer:
        """The entries that answer a query, and what should be known beside them.

        ``balance`` looks for statistics left out that found nothing clear or the
        contrary, on the same outcomes, in the same sectors and countries; ``context``
        describes a case, and each statistic is compared with it.
        """
        entries = self.find(query)
        otherwise = (
            search.otherwise(self.index, query, entries, NAMED + 1) if balance else []
        )
        return Answer(query, entries, otherwise, self._fits(entries, context))

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
        """One whole entry. Raises ``UnknownName`` with the nearest ids."""
        from relcase.store.records import decoded

        text = next(search.records(self.index, (entry_id,)), None)
        if text is None:
            from relcase.store.filters import nearest_ids

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
            OutcomeRow(one, name, polarity, counts.get(one, 0))
            for one, _, name, polarity in search.vocabulary(self.index, "outcomes")
        ]

    def snippet(
        self,
        answer: Answer,
        form: str,
        style: str,
        lang: str,
        *,
        references: bool = True,
        say: "Length | None" = None,
    ) -> str:
        """An answer written out to paste: ``markdown``, ``plain``, ``slide``, ``html``, ``latex``.

        ``say`` puts the generated sentence in the place of headline and claim.
        """
        from relcase.compose import listing
        from relcase.render import renderer

        keys = listing.keys_of((*answer.entries, *answer.otherwise))
        sources = self.references(keys, style, lang)
        if form == "slide":
            from relcase.compose import slides

            return renderer("markdown")(
                slides.compose(answer, sources, references=references, say=say)
            )
        return renderer(form)(
            listing.compose(answer, sources, references=references, say=say)
        )

    def written(self, document: "Document", form: str) -> str:
        """A composed document in a format."""
        from relcase.render import renderer

        return renderer(form)(document)

    def record(self, entry_id: str, context: "Context | None" = None) -> "Record":
        """One whole entry with what is computed of it. Raises ``UnknownName``.

        ``context`` describes a case that a statistic is compared with.
        """
        from relcase.domain.evidence import Statistic
        from relcase.domain.record import Record

        entry = self.entry(entry_id)
        store = next(iter(self.find(Query(ids=(entry_id,))))).store
        if not isinstance(entry, Statistic):
            return Record(entry, store)
        from relcase.domain.certainty import rate
        from relcase.domain.fit import fit
        from relcase.domain.sentence import sentences
        from relcase.store.index_rating import standing_in

        rating = rate(entry, standing_in(self.index.db, entry))
        near = fit(entry, context) if context else None
        return Record(entry, store, rating, sentences(entry, rating.word), near)

    def why(self, record: "Record") -> "Document":
        """The certainty of a statistic, step by step, composed for reading."""
        from relcase.compose import certainty

        return certainty.why(record)

    def challenge(self, record: "Record", style: str, lang: str) -> "Document":
        """A sceptic's questions with the answers that the record has."""
        from relcase.compose import challenge
        from relcase.compose.card import keys_of

        entry = record.entry
        listed = self.find(Query(ids=(entry.id,)))
        otherwise = search.otherwise(self.index, Query(), listed, NAMED)
        keys = (*keys_of(entry), *(one.source for one in otherwise))
        sources = self.references(tuple(dict.fromkeys(keys)), style, lang)
        return challenge.compose(record, sources, otherwise)

    def card(self, record: "Record", style: str, lang: str) -> "Document":
        """All that is known of an entry, composed for reading."""
        from relcase.compose import card

        entry = record.entry
        sources = self.references(card.keys_of(entry), style, lang)
        named = getattr(entry, "answers", ())
        answers = (
            {one.id: one.headline for one in self.find(Query(ids=named))}
            if named
            else {}
        )
        return card.compose(record, sources, answers)

    def matches(self, entries: Sequence[Listed], words: Sequence[str]) -> "Document":
        """Search results with the words that matched."""
        import json

        from relcase.compose import matches

        records = [json.loads(text) for text in self.records(one.id for one in entries)]
        return matches.compose(entries, records, words)

    def envelope(self, answer: Answer, *, references: bool = True) -> str:
        """An answer as JSON, with what was asked and the sources that are cited."""
        from relcase.compose.listing import keys_of
        from relcase.render.data import about_answer, envelope

        cited = (
            search.sources(self.index, keys_of(answer.entries)).values()
            if references
            else ()
        )
        records = self.records(entry.id for entry in answer.entries)
        about = about_answer(self.store_hash, answer)
        return envelope(about, records, (csl for csl, _ in cited))

    def spreadsheet(self, entries: Sequence[Listed]) -> str:
        """Entries as CSV, a row each, for a spreadsheet."""
        from relcase.render.spreadsheet import render

        return render(self.records(entry.id for entry in entries))

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
