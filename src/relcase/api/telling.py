"""Answers and entries told: to paste, to read, for programs.

Each verb takes the library that answered, composes, and renders; what a form needs is
imported when that form is asked for.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from relcase.api.library import Library
from relcase.domain.answer import Answer
from relcase.domain.content import Document
from relcase.domain.listed import Listed
from relcase.domain.query import Query
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
) -> str:
    """An answer written out to paste: ``markdown``, ``plain``, ``slide``, ``html``, ``latex``.

    ``say`` puts the generated sentence in the place of headline and claim.
    """
    from relcase.compose import listing

    others = (one.source for one in answer.otherwise)
    keys = tuple(dict.fromkeys((*listing.keys_of(answer.entries), *others)))
    sources = library.references(keys, style, lang)
    if form == "slide":
        from relcase.compose import slides

        made = slides.compose(answer, sources, references=references, say=say)
        return written(made, "markdown")
    made = listing.compose(answer, sources, references=references, say=say)
    return written(made, form)


def envelope(
    library: Library, answer: Answer, *, references: bool = True
) -> Iterator[str]:
    """An answer as JSON, with what was asked and the sources cited, piece by piece."""
    from relcase.compose.listing import keys_of
    from relcase.render import data

    keys = keys_of(answer.entries) if references else ()
    cited = (search.sources(library.index, (key,))[key][0] for key in keys)
    records = library.records(entry.id for entry in answer.entries)
    about = data.about_answer(library.store_hash, answer)
    return data.envelope(about, records, cited)


def spreadsheet(library: Library, entries: Sequence[Listed]) -> Iterator[str]:
    """Entries as CSV, a row each, for a spreadsheet, row by row."""
    from relcase.render.spreadsheet import render

    return render(library.records(entry.id for entry in entries))


def card(library: Library, record: "Record", style: str, lang: str) -> Document:
    """All that is known of an entry, composed for reading."""
    from relcase.compose import card as composer

    sources = library.references(composer.keys_of(record.entry), style, lang)
    named = getattr(record.entry, "answers", ())
    found = library.find(Query(ids=named)) if named else []
    return composer.compose(record, sources, {one.id: one.headline for one in found})


def why(record: "Record") -> Document:
    """The certainty of a statistic, step by step, composed for reading."""
    from relcase.compose import certainty

    return certainty.why(record)


def challenge(library: Library, record: "Record", style: str, lang: str) -> Document:
    """A sceptic's questions with the answers that the record has."""
    from relcase.compose import challenge as composer
    from relcase.compose.card import keys_of

    answer = library.answer(Query(ids=(record.entry.id,)))
    keys = (*keys_of(record.entry), *(one.source for one in answer.otherwise))
    sources = library.references(tuple(dict.fromkeys(keys)), style, lang)
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
