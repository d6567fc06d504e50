"""What the tests of reading share: passages as pairs, and places looked up in the file."""

from collections.abc import Callable

import pytest

from relcase.domain.passage import Report
from relcase.reading import read

Pairs = list[tuple[str, str]]


def pairs(report: Report) -> Pairs:
    """Kind and text of every passage."""
    return [(one.kind, one.text) for one in report.passages]


@pytest.fixture
def told() -> Callable[[str, str], Pairs]:
    """The passages of a text in a file of this name."""
    return lambda text, name: pairs(read(text.encode(), name))


@pytest.fixture
def found_at() -> Callable[[str, str, str], tuple[int | None, int | None]]:
    """The line and column that words of a text are said to stand at."""

    def look(text: str, name: str, words: str) -> tuple[int | None, int | None]:
        for passage in read(text.encode(), name).passages:
            if (at := passage.text.find(words)) >= 0:
                return passage.places.at(at)[:2]
        raise AssertionError(f"nobody says {words}")

    return look
