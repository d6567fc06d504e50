"""Headings of a document in the order that readers and screen readers rely on."""

from relcase.domain.content import Block, Document, Heading, plain


def outlined(document: Document) -> Document:
    """The same with headings that go down one level at a time, below the title's."""
    top = 2 if document.title else 1
    level = top - 1
    blocks: list[Block] = []
    for block in document.blocks:
        if not isinstance(block, Heading):
            blocks.append(block)
            continue
        level = max(top, min(block.level, level + 1, _LOWEST))
        blocks.append(block._replace(level=level))
    return document._replace(blocks=tuple(blocks))


def under_title(document: Document) -> tuple[Block, ...]:
    """The blocks for a format whose title is no heading: those below it move up by one."""
    blocks = outlined(document).blocks
    if not document.title:
        return blocks
    return tuple(
        one._replace(level=one.level - 1) if isinstance(one, Heading) else one
        for one in blocks
    )


_LOWEST = 6
"""The last level that every format has."""


def name(document: Document) -> str:
    """What a document is called in its properties: its title, else its first heading."""
    headings = (
        plain(one.content) for one in document.blocks if isinstance(one, Heading)
    )
    return document.title or next(headings, "relcase")
