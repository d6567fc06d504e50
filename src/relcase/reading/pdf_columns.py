"""The lines of a page in the order in which its columns are read."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from relcase.reading.pdf_lines import Line

_LEAST = 0.2
"""The part of a page's lines that stands in a column at least."""
_CROSSING = 0.2
"""The part that may cross the space between two columns, as titles and tables do."""
_MOST = 3
"""Columns beside each other on one page, at most: so often it is divided in two."""
_MOST_LINES = 1000
"""Lines of a page above which it is no page of text."""
_BESIDE = 4
"""How many lines of a column stand beside lines of the other, at least."""


def in_columns(lines: Iterable[Line]) -> list[Line]:
    """All lines, page by page, each column from its top to its end."""
    found: list[Line] = []
    for _, page in groupby(lines, key=lambda one: one.page):
        found += _ordered(list(page), _MOST)
    return found


def are_columns(page: Sequence[Line]) -> bool:
    """Whether the text of a page stands in columns."""
    return len(page) <= _MOST_LINES and _space(page) is not None


def _ordered(lines: Sequence[Line], most: int) -> list[Line]:
    space = _space(lines) if most > 1 and len(lines) <= _MOST_LINES else None
    if space is None:
        return list(lines)
    across = [one for one in lines if one.left < space < one.right]
    made: list[Line] = []
    rest = [one for one in lines if one not in across]
    for wide in [*sorted(across, key=lambda one: one.top), None]:
        end = wide.top if wide else float("inf")
        band = [one for one in rest if one.bottom <= end + 1]
        rest = [one for one in rest if one.bottom > end + 1]
        left = [one for one in band if one.right <= space]
        right = [one for one in band if one.left >= space]
        made += _ordered(_down(left), most - 1) + _ordered(_down(right), most - 1)
        made += [wide] if wide else []
    return made


def _down(column: Sequence[Line]) -> list[Line]:
    return sorted(column, key=lambda one: (one.bottom, one.left))


def _space(lines: Sequence[Line]) -> float | None:
    """Where the space between two columns is; ``None`` on a page without."""
    for edge in sorted({round(one.left) for one in lines})[1:]:
        space = edge - 2.0
        left = [one for one in lines if one.right <= space]
        right = [one for one in lines if one.left >= space]
        across = len(lines) - len(left) - len(right)
        enough = min(len(left), len(right)) >= max(_LEAST * len(lines), _BESIDE)
        if enough and across <= _CROSSING * len(lines) and _are_beside(left, right):
            return space
    return None


def _are_beside(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether two columns stand beside each other, and both are of running text."""
    top = max(min(one.top for one in side) for side in (left, right))
    end = min(max(one.bottom for one in side) for side in (left, right))
    for side in (left, right):
        inside = [one for one in side if one.bottom > top and one.top < end]
        if len(inside) < _BESIDE or not _is_text(inside):
            return False
    return True


def _is_text(column: Sequence[Line]) -> bool:
    """Whether lines run on, as those of a table do not."""
    widest = max(one.right for one in column) - min(one.left for one in column)
    long = sum(one.right - one.left > widest / 2 for one in column)
    words = sum(one.text.count(" ") for one in column)
    return long >= len(column) / 2 and words >= 3 * len(column)
