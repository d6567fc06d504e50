"""Answers and entries told: to paste, to read, for programs.

Each verb takes the library that answered, composes, and renders; what a form needs is
imported when that form is asked for.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from relcase.api.library import Library
from relcase.domain.answer import Answer, named
from relcase.domain.content import Document
from relcase.domain.formatted import Formatted
from relcase.domain.listed import Listed
from relcase.domain.query import Query
from relcase.errors import BadValue
from relcase.store import search

if TYPE_CHECKING:
    from relcase.domain.record import Record
    from relcase.domain.vocabulary import Length


def snippet(
    library: Library,
    answer: Answer,
    form: str,
    style: str,
    lang: str,
    *,
    references: bool = True,
    say: "Length | None" = None,
    citations: str = "text",
) -> str:
    """An answer written out to paste: ``markdown``, ``plain``, ``slide``, ``html``, ``latex``.

    ``say`` puts the generated sentence in the place of headline and claim. ``citations``
    are ``text``, ``keys`` for a program that knows the bibliography, or ``footnotes``.
    """
    if form == "slide":
        from relcase.api.decks import slides_to_paste

        return slides_to_paste(
            library, answer, style, lang, references=references, say=say
        )
    from relcase.compose import listing

    sources = cited(library, keys_of(answer), style, lang, citations)
    made = listing.compose(answer, sources, references=references, say=say)
    return written(made, form)


def report(
    library: Library,
    answer: Answer,
    style: str,
    lang: str,
    *,
    references: bool = True,
    say: "Length | None" = None,
    citations: str = "text",
) -> Document:
    """The same as a document with a title, for a file: see ``api.documents``."""
    from relcase.compose import listing, titles

    sources = cited(library, keys_of(answer), style, lang, citations)
    made = listing.compose(answer, sources, references=references, say=say)
    return made._replace(title=titles.of_answer(answer.query))


def keys_of(answer: Answer) -> tuple[str, ...]:
    """Every source that an answer cites, each once."""
    from relcase.compose import listing

    others = (one.source for one in named(answer.otherwise))
    return tuple(dict.fromkeys((*listing.keys_of(answer.entries), *others)))


def cited(
    library: Library, keys: Sequence[str], style: str, lang: str, citations: str
) -> Formatted:
    """Sources cited as text of the style, as keys, or as footnotes.

    Raises ``BadValue`` for footnotes in a style that counts its sources.
    """
    if citations == "text":
        return library.references(keys, style, lang)
    from relcase.compose.cited import as_keys, as_notes

    if citations == "keys":
        return as_keys(keys)
    from relcase.api.formatting import resolve_style

    if resolve_style(style, library.folder).kind in ("numeric", "label"):
        raise BadValue("--citations", citations, _COUNTS.format(style))
    return as_notes(library.references(keys, style, lang))


_COUNTS = "the style {} counts its sources; choose another, as harvard or chicago-notes"


def envelope(
    library: Library, answer: Answer, *, references: bool = True
) -> Iterator[str]:
    """An answer as JSON, with what was asked and the sources cited, piece by piece."""
    from relcase.compose import listing
    from relcase.render import data

    keys = listing.keys_of(answer.entries) if references else ()
    cited = (search.sources(library.index, (key,))[key][0] for key in keys)
    records = library.records(entry.id for entry in answer.entries)
    about = data.about_answer(library.store_hash, answer)
    return data.envelope(about, records, cited)


def spreadsheet(
    library: Library, entries: Sequence[Listed], say: "Length | None" = None
) -> Iterator[str]:
    """Entries as CSV, a row each, for a spreadsheet, row by row.

    ``say`` is the length of the generated sentence; without it the long one.
    """
    from relcase.render.spreadsheet import render

    return render(library.records(entry.id for entry in entries), say or "long")


def card(
    library: Library, record: "Record", style: str, lang: str, citations: str = "text"
) -> Document:
    """All that is known of an entry, composed for reading."""
    from relcase.compose import card as composer

    keys = composer.keys_of(record.entry)
    sources = cited(library, keys, style, lang, citations)
    named = getattr(record.entry, "answers", ())
    found = library.find(Query(ids=named)) if named else []
    return composer.compose(record, sources, {one.id: one.headline for one in found})


def why(record: "Record") -> Document:
    """The certainty of a statistic, step by step, composed for reading."""
    from relcase.compose import certainty

    return certainty.why(record)


def challenge(
    library: Library, record: "Record", style: str, lang: str, citations: str = "text"
) -> Document:
    """A sceptic's questions with the answers that the record has."""
    from relcase.compose import challenge as composer

    answer = library.answer(Query(ids=(record.entry.id,)))
    keys = composer.keys_of(record.entry, answer.otherwise)
    sources = cited(library, keys, style, lang, citations)
    return composer.compose(record, sources, answer.otherwise)


def matches(
    library: Library, entries: Sequence[Listed], words: Sequence[str]
) -> Document:
    """Search results with the words that matched."""
    import json

    from relcase.compose import matches as composer

    texts = library.records(one.id for one in entries)
    return composer.compose(entries, [json.loads(text) for text in texts], words)


def written(document: Document, form: str) -> str:
    """A composed document in a format."""
    from relcase.render import renderer

    return renderer(form)(document)
