"""A map of the evidence: how much there is where, how sure, and where there is nothing yet."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from relcase.domain.vocabulary import CERTAINTIES, Certainty, spoken

Rows = Literal["sector", "exposure"]
Columns = Literal["outcome", "outcome_group"]

EMPTY = "no record yet"
NOT_INEFFECTIVE = (
    "“No record yet” says what these stores hold, not what works: an empty cell is a "
    "question that nobody has entered an answer to, never a finding of no effect."
)


class Held(NamedTuple):
    """One statistic as the map counts it."""

    id: str
    headline: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    certainty: Certainty
    otherwise: bool
    """Whether it found nothing clear, or the contrary."""


class Cell(NamedTuple):
    """What there is on one row and column."""

    ids: tuple[str, ...]
    best: Certainty
    """The best certainty among them."""
    otherwise: tuple[str, ...]
    """Those among them that found nothing clear, or the contrary."""

    def in_words(self) -> tuple[str, ...]:
        """Its lines: ``12 records``, ``best: moderate``, ``3 found otherwise``."""
        noun = "record" if len(self.ids) == 1 else "records"
        lines = [f"{len(self.ids)} {noun}", f"best: {spoken(self.best)}"]
        if self.otherwise:
            lines.append(f"{len(self.otherwise)} found otherwise")
        return tuple(lines)


class GapMap(NamedTuple):
    """Rows and columns by their names, and the cells that are not empty."""

    title: str
    rows_are: str
    columns_are: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]
    headlines: Mapping[str, str]
    """What each statistic says, by its id."""

    def lines(self, row: str, column: str) -> tuple[str, ...]:
        """A cell in words, an empty one too."""
        cell = self.cells.get((row, column))
        return cell.in_words() if cell else (EMPTY,)


def gap_map(
    title: str,
    names: tuple[str, str],
    rows: Sequence[str],
    columns: Sequence[str],
    held: Iterable[Held],
) -> GapMap:
    """The map of some statistics; ``names`` say what rows and columns are.

    What stands in a row or column that is not asked for is left out.
    """
    held = tuple(held)
    found = defaultdict(list)
    for one in held:
        for row in one.rows:
            for column in one.columns:
                found[row, column].append(one)
    cells = {
        (row, column): _cell(found[row, column])
        for row in rows
        for column in columns
        if (row, column) in found
    }
    headlines = {one.id: one.headline for one in held}
    return GapMap(title, *names, tuple(rows), tuple(columns), cells, headlines)


def _cell(held: Sequence[Held]) -> Cell:
    best = min((one.certainty for one in held), key=CERTAINTIES.index)
    ids = tuple(one.id for one in held)
    return Cell(ids, best, tuple(one.id for one in held if one.otherwise))
