"""Other ways to cite than a style's own: keys for other programs, or notes."""

from collections.abc import Iterable, Iterator
from itertools import chain

from relcase.domain.content import (
    Block,
    Document,
    Footnote,
    Heading,
    Image,
    Inline,
    Items,
    Key,
    Line,
    Paragraph,
    Quotation,
    References,
    Slide,
    Table,
    Text,
    line,
)
from relcase.domain.formatted import Cited, Formatted


def as_keys(keys: Iterable[str]) -> Formatted:
    """Citations and a list that the program fills in which knows the bibliography."""
    citations = {
        key: Cited((Key(key),), (Key(key, narrative=True),))
        for key in dict.fromkeys(keys)
    }
    return Formatted(citations, (), left_open=True)


def as_notes(sources: Formatted) -> Formatted:
    """The same with each citation a note that holds the whole reference."""
    full = dict(sources.references)
    return sources._replace(
        citations={
            key: _noted(one, full[key]) if key in full else one
            for key, one in sources.citations.items()
        }
    )


def keys_in(document: Document) -> tuple[str, ...]:
    """The keys that a document cites, each once, in order."""
    found = (part.key for part in _inlines(document.blocks) if isinstance(part, Key))
    return tuple(dict.fromkeys(found))


def _inlines(blocks: Iterable[Block]) -> Iterator[Inline]:
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield from block.content
            case Quotation():
                yield from (*block.content, *block.attribution)
            case Items() | References():
                yield from chain.from_iterable(block.items)
            case Table():
                yield from chain.from_iterable(chain.from_iterable(block.rows))
            case Image():
                yield from block.caption
            case Slide():
                yield from _inlines((*block.blocks, *block.notes))


def _noted(cited: Cited, reference: Line) -> Cited:
    if any(isinstance(part, Footnote) for part in cited.parenthetical):
        return cited  # the style's own note
    note = Footnote(tuple(part for part in reference if isinstance(part, Text)))
    return Cited((note,), line(cited.narrative, note))
