"""What relcase can do, as verbs. The command line and every other front end call these.

    library = open_library()
    entries = library.find(Query(kinds=("statistic",), sectors=("health",)))
    formatted = library.references([entry.source for entry in entries], "apa")

Heavy parts are imported by the verb that needs them: a question to a fresh index
costs no YAML, no validation and no citation engine.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from relcase.domain.formatted import Formatted
from relcase.domain.listed import Listed
from relcase.domain.query import Query
from relcase.errors import Unreadable
from relcase.store import locate, search
from relcase.store.index import Index, open_index
from relcase.store.locate import StoreFiles

if TYPE_CHECKING:
    from datetime import date

    from relcase.citations.keys import FoundKey
    from relcase.citations.styles import Style, StyleTitle
    from relcase.domain.content import Document
    from relcase.domain.corpus import Placed, Surroundings
    from relcase.domain.evidence import Entry
    from relcase.domain.problem import Finding, Problem
    from relcase.domain.reference import Reference
    from relcase.store.reference_cache import Request

LIMIT = 64 * 1024 * 1024
"""Bytes above which a file of a store is refused."""


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
        from relcase.store.records import entry_from

        return entry_from(self.index, entry_id)

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
        entries: Sequence[Listed],
        form: str,
        style: str,
        lang: str,
        *,
        references: bool = True,
    ) -> str:
        """Entries written out to paste: ``markdown``, ``plain``, ``slide``, ``html``, ``latex``."""
        from relcase.compose import listing
        from relcase.render import renderer

        sources = self.references(listing.keys_of(entries), style, lang)
        if form == "slide":
            from relcase.compose import slides

            return renderer("markdown")(
                slides.compose(entries, sources, references=references)
            )
        return renderer(form)(listing.compose(entries, sources, references=references))

    def written(self, document: "Document", form: str) -> str:
        """A composed document in a format."""
        from relcase.render import renderer

        return renderer(form)(document)

    def card(self, entry: "Entry", style: str, lang: str) -> "Document":
        """All that is known of an entry, composed for reading."""
        from relcase.compose import card

        sources = self.references(card.keys_of(entry), style, lang)
        named = getattr(entry, "answers", ())
        answers = (
            {one.id: one.headline for one in self.find(Query(ids=named))}
            if named
            else {}
        )
        store = next(iter(self.find(Query(ids=(entry.id,))))).store
        return card.compose(entry, store, sources, answers)

    def matches(self, entries: Sequence[Listed], words: Sequence[str]) -> "Document":
        """Search results with the words that matched."""
        import json

        from relcase.compose import matches

        records = [json.loads(text) for text in self.records(one.id for one in entries)]
        return matches.compose(entries, records, words)

    def envelope(
        self, query: Query, entries: Sequence[Listed], *, references: bool = True
    ) -> str:
        """Entries as JSON, with what was asked and the sources they cite."""
        from relcase.compose.listing import keys_of
        from relcase.render.data import envelope

        cited = (
            search.sources(self.index, keys_of(entries)).values() if references else ()
        )
        records = self.records(entry.id for entry in entries)
        return envelope(self.store_hash, query, records, (csl for csl, _ in cited))

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
        from relcase.store.reference_cache import Request

        hashes = search.source_hashes(self.index, keys)
        request = Request(style, lang, in_text, hashes)
        return _formatted(self.folder, request, lambda: self.csl(keys))


class Bibliography:
    """A .bib file by itself, without a store."""

    def __init__(self, path: Path, *, cache: bool = True) -> None:
        from relcase.store import bibtex_text, textfile, yaml_text

        text, problems = yaml_text.decode(textfile.read_bytes(path, LIMIT), str(path))
        self.known, more = bibtex_text.parse(text, str(path))
        self.problems = [*problems, *more]
        self.folder = locate.cache_folder() if cache else None

    def names(self, what: str) -> list[str]:
        """Its citation keys."""
        return list(self.known) if what == "keys" else []

    def sources(self, keys: Sequence[str] | None = None) -> list["Reference"]:
        """The entries of these keys, or all."""
        wanted = list(self.known) if keys is None else keys
        return [self.known[key] for key in wanted if key in self.known]

    def references(
        self, keys: Sequence[str], style: str, lang: str, *, in_text: bool = True
    ) -> Formatted:
        """In-text citations and the reference list of some entries in a style."""
        import json
        from hashlib import sha256

        from relcase.store.reference_cache import Request

        items = [reference.csl for reference in self.sources(keys)]
        texts = (json.dumps(item, sort_keys=True) for item in items)
        hashes = tuple(
            f"{item['id']}={sha256(text.encode()).hexdigest()[:16]}"
            for item, text in zip(items, texts, strict=True)
        )
        request = Request(style, lang, in_text, hashes)
        return _formatted(self.folder, request, lambda: items)


Sources = Library | Bibliography


def _formatted(
    folder: Path | None,
    request: "Request",
    items: Callable[[], list[dict[str, Any]]],
) -> Formatted:
    """From the cache, else by one run of the citation engine."""
    from relcase.store import reference_cache

    kept = reference_cache.get(folder, request) if folder else None
    if kept is not None:
        return kept
    from relcase.citations import csl, pandoc

    chosen = resolve_style(request.style, folder)
    answer = csl.format_references(
        items(), chosen, request.lang, in_text=request.in_text
    )
    if folder:
        reference_cache.put(folder, request, answer, (chosen.path, pandoc.program()))
    return answer


def reference_list(
    sources: Sources, keys: Sequence[str], form: str, style: str, lang: str
) -> str | bytes:
    """The reference list of some sources, as text, a Word file, or data.

    ``form`` is ``markdown``, ``plain``, ``html``, ``latex``, ``docx``, ``bibtex``,
    ``csl-json`` or ``ris``.
    """
    if form in ("bibtex", "csl-json", "ris"):
        from relcase.render import bibliography_data as data

        found = sources.sources(keys)
        if form == "bibtex":
            return data.to_bibtex(found)
        items = [reference.csl for reference in found]
        return data.to_ris(items) if form == "ris" else data.to_csl_json(items)
    from relcase.compose.listing import bibliography
    from relcase.domain.content import Document
    from relcase.render import renderer

    formatted = sources.references(keys, style, lang, in_text=False)
    document = Document(tuple(bibliography(formatted)))
    if form == "docx":
        from relcase.render import word

        return word.render(document, lang)
    return renderer(form)(document)


def cite(
    sources: Sources,
    keys: Sequence[str],
    style: str,
    lang: str,
    *,
    page: str = "",
    narrative: bool = False,
) -> Formatted:
    """Some sources cited together in the text, and their references.

    ``page`` is a page or a range of pages of the first of them. In the answer, the
    citation stands under the first key.
    """
    if not page and len(keys) == 1:
        return sources.references(keys, style, lang)
    from relcase.citations import csl
    from relcase.compose.listing import listed_in_words
    from relcase.domain.formatted import Cited

    chosen = resolve_style(style, sources.folder)
    items = [reference.csl for reference in sources.sources(keys)]
    # In a sentence each source stands by itself; in brackets they share the brackets.
    groups = [(key,) for key in keys] if narrative else [tuple(keys)]
    wanted = [
        csl.Citation(group, narrative, "" if number else page)
        for number, group in enumerate(groups)
    ]
    made = listed_in_words(csl.cites(items, chosen, lang, wanted))
    listed = sources.references(keys, style, lang, in_text=False).references
    return Formatted({keys[0]: Cited(made, made)}, listed)


def cited_in(path: Path) -> list["FoundKey"]:
    """The citation keys that stand in a Markdown or LaTeX file, each with its place."""
    from relcase.citations import keys
    from relcase.store import textfile, yaml_text

    text, problems = yaml_text.decode(textfile.read_bytes(path, LIMIT), str(path))
    if problems:
        raise Unreadable(path, f"line {problems[0].line}: {problems[0].message}")
    is_latex = path.suffix.lower() in (".tex", ".ltx", ".latex")
    return keys.in_latex(text) if is_latex else keys.in_markdown(text)


def _judge(placed: "Placed", around: "Surroundings") -> Iterable["Finding"]:
    from relcase.checks import entry_findings

    return entry_findings(placed, around)


def check_stores(
    paths: Sequence[Path] | None = None,
    *,
    limit: int = LIMIT,
    today: "date | None" = None,
) -> list["Problem"]:
    """Every problem of the given stores, or of relcase's own, in the order of the files.

    A store is judged together with relcase's own, whose sectors and outcomes it may use.
    """
    from datetime import date

    from relcase.checks import corpus_findings, entry_findings
    from relcase.domain.corpus import Surroundings
    from relcase.store import load

    given = [locate.store(path) for path in paths or ()]
    loaded = [load.load_store(files, limit) for files in (locate.builtin(), *given)]
    corpus = load.corpus(loaded)
    day = today or date.today()
    around = Surroundings(corpus.references, corpus.sectors, corpus.outcomes, day)
    across = list(corpus_findings(corpus, around))
    problems: list[Problem] = []
    for store in loaded[1:] if given else loaded:
        problems += store.problems
        problems += load.located_in_bibliography(store, across)
        for file in store.files:
            found = [*file.findings, *(one for one in across if one.file == file.path)]
            for placed in file.placed:
                found += entry_findings(placed, around)
            problems += sorted(
                [*file.problems, *file.located(found)],
                key=lambda one: (one.line or 0, one.column or 0, one.rule),
            )
    return problems


def rules() -> list[Any]:
    """The rules a store is checked by: id, title, severity."""
    from relcase.checks import RULES

    return [module.RULE for module in RULES]


def explain_rule(rule_id: str) -> Any:
    """What a rule means, with a bad and a good example. Raises ``UnknownName``."""
    from relcase.checks import explain, rule

    return explain(rule(rule_id.upper()))


def styles(words: Sequence[str], prefix: str = "") -> list["StyleTitle"]:
    """Citation styles whose id or title holds all the words."""
    from relcase.citations import styles as catalogue

    found = catalogue.search(" ".join(words), _titles(locate.cache_folder()))
    return [one for one in found if one.id.startswith(prefix)]


def resolve_style(name: str, folder: Path | None) -> "Style":
    """The style by an id, alias, title or path of a .csl file. Raises ``UnknownName``."""
    from relcase.citations import styles as catalogue

    return catalogue.resolve(name, _titles(folder))


def _titles(folder: Path | None) -> Path | None:
    return folder / "styles.json" if folder else None
