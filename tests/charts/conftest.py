"""Records to draw, and what a drawing says and holds."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from relcase.charts.chart import Chart
from relcase.domain.certainty import rate
from relcase.domain.certainty.rating import Standing
from relcase.domain.evidence import (
    Figure,
    Statistic,
)
from relcase.domain.record import Record

FIGURE: dict[str, Any] = {
    "label": "share who were well",
    "measure": "percent",
    "estimate": "70",
    "group": "people with ties",
    "reference_group": "people without",
    "reference_value": "60",
}
RATIO: dict[str, Any] = {
    "label": "odds of living",
    "measure": "odds_ratio",
    "estimate": "1.50",
    "low": "1.42",
    "high": "1.59",
    "level": "95",
    "reference_value": None,
}


@pytest.fixture
def record(plain_statistic: Callable[..., Statistic]) -> Callable[..., Record]:
    """Makes a record; ``figure`` are fields of its first figure, a share, or ``ratio``
    those of an odds ratio; ``more`` are further figures like it."""

    def made(
        entry_id: str = "ties",
        figure: dict[str, Any] | None = None,
        more: tuple[dict[str, Any], ...] = (),
        ratio: dict[str, Any] | None = None,
        **fields: Any,
    ) -> Record:
        base = FIGURE if ratio is None else FIGURE | RATIO
        figures = (Figure(**(base | one)) for one in (figure or ratio or {}, *more))
        own: dict[str, Any] = {"id": entry_id, "figures": tuple(figures)}
        entry = plain_statistic(**(own | fields))
        rating = rate(entry, Standing("article-journal"))
        return Record(
            entry,
            "relcase",
            rating,
            polarity="good",
            citation="Aster et al., 2015",
            url="https://doi.org/10.1/a",
        )

    return made


@pytest.fixture
def marks() -> Callable[[Chart, str], list[dict[str, Any]]]:
    """The layers of a drawing that draw with a mark of this type."""

    def found(chart: Chart, kind: str) -> list[dict[str, Any]]:
        return [one for one in chart.spec["layer"] if one["mark"]["type"] == kind]

    return found


@pytest.fixture
def written() -> Callable[[Chart], list[str]]:
    """All words in a drawing, without its title; lines of one text joined."""

    def words(chart: Chart) -> Iterator[str]:
        for layer in chart.spec["layer"]:
            for value in layer["data"]["values"]:
                if "text" in value:
                    yield value["text"].replace("\n", " ")

    return lambda chart: list(words(chart))
