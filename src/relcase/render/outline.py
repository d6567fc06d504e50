"""Headings of a document in the order that readers and screen readers rely on."""

from relcase.domain.content import Block, Document, Heading


def outlined(document: Document) -> Document:
    """The same with headings that go down one level at a time, below the title's."""
    top = 2 if document.title else 1
    level = top - 1
    blocks: list[Block] = []
    for block in document.blocks:
        if not isinstance(block, Heading):
            blocks.append(block)
            continue
        level = max(top, min(block.level, level + 1))
        blocks.append(block._replace(level=level))
    return document._replace(blocks=tuple(blocks))
