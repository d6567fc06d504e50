"""What stands over a document: which entries it holds, in the words of the question."""

from collections.abc import Sequence

from relcase.domain.content import Block, Document, Heading, plain
from relcase.domain.query import Query
from relcase.domain.vocabulary import PLURALS


def of_answer(asked: Query) -> str:
    """``Statistics: housing, “older people”``."""
    what = PLURALS[asked.kinds[0]] if len(asked.kinds) == 1 else "evidence"
    about = [one.replace("-", " ") for one in (*asked.sectors, *asked.outcomes)]
    if asked.words:
        about.append(f"“{' '.join(asked.words)}”")
    named = what.capitalize()
    return f"{named}: {', '.join(about)}" if about else named


def gathered(cards: Sequence[Document], title: str) -> Document:
    """Cards as one document: the headline of a single one is its title."""
    if len(cards) == 1:
        heading, *rest = cards[0].blocks
        if isinstance(heading, Heading):
            return Document(tuple(rest), plain(heading.content))
    return Document(
        tuple(_lower(block) for one in cards for block in one.blocks), title
    )


def _lower(block: Block) -> Block:
    if isinstance(block, Heading):
        return block._replace(level=block.level + 1)
    return block
