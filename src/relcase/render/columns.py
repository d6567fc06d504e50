"""How wide the columns of a table are, where a format has to be told."""

import re

from relcase.domain.content import Table, plain

_LINE = 80
"""Characters that fit beside each other in the width of a page, in a table."""
_APART = 2
"""Characters that the space between two columns takes."""


def shares(block: Table) -> list[float]:
    """The share of the width that each column has, by what stands in it.

    Room for its longest word first; what is left goes to prose by the root of its
    length, so that a long cell becomes wider and also deeper than the others.
    """
    columns = [
        [name, *(plain(row[place]) for row in block.rows)]
        for place, name in enumerate(block.header)
    ]
    words = [(_longest_word(cells) + _APART) / _LINE for cells in columns]
    prose = [max(map(len, cells)) ** 0.5 + 1 for cells in columns]
    left = max(0.0, 1 - sum(words))
    widths = [
        word + left * long / sum(prose) for word, long in zip(words, prose, strict=True)
    ]
    return [round(width / sum(widths), 4) for width in widths]


def _longest_word(cells: list[str]) -> int:
    """Of what no line can be broken in; an address has to be broken somewhere."""
    return min(max(len(part) for cell in cells for part in _BREAK.split(cell)), 24)


_BREAK = re.compile(r"[\s/]|(?<!\d)-")
