"""Content as bare lines, for places in office files that have their own shape."""

from collections.abc import Iterator

from relcase.domain.content import (
    Document,
    Heading,
    Items,
    Line,
    Paragraph,
    Quotation,
    References,
    plain,
)
from relcase.domain.inert import words


def rows(document: Document) -> Iterator[Line]:
    """Each paragraph, item and reference as a line."""
    for block in document.blocks:
        match block:
            case Heading() | Paragraph():
                yield block.content
            case Quotation():
                yield block.content
                yield block.attribution
            case Items() | References():
                yield from block.items


def text(document: Document) -> str:
    """The bare words, a row each."""
    return "\n".join(words(plain(row)) for row in rows(document))
