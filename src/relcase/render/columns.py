"""How wide the columns of a table are, where a format has to be told."""

from relcase.domain.content import Table, plain


def shares(block: Table) -> list[float]:
    """The share of the width that each column has, by how much stands in it."""
    columns = [
        [name, *(plain(row[place]) for row in block.rows)]
        for place, name in enumerate(block.header)
    ]
    wants = [_want(cells) for cells in columns]
    return [round(want / sum(wants), 4) for want in wants]


def _want(cells: list[str]) -> float:
    """Room for the longest word, and for prose in proportion to its root: twice as
    much text in a column twice as wide would be as short as the others."""
    word = max(len(word) for cell in cells for word in cell.split(" "))
    longest = max(map(len, cells))
    return float(max(min(word, 30), 3 * min(longest, 900) ** 0.5, 6))
