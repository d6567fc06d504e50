"""Every number of the store is the number its source prints.

``as_printed.json`` was taken down from the sources, apart from the store: for each
statistic the citation key, the DOI, the sample, and of each figure the estimate, the
ends of its interval, the level and P. A change here needs the source on the table.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from relcase.domain.corpus import Corpus
from relcase.domain.evidence import Figure, Statistic

PRINTED: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("as_printed.json").read_text(encoding="utf-8")
)
FALLS = {
    ("covid-social-capital-europe-2021", "14"),
    ("covid-social-capital-europe-2021", "6"),
    ("schwartz-rounds-distress-dawson-2021", "19"),
    ("video-feedback-parenting-healthy-start-2021", "2.03"),
}
"""Printed without a sign, as so much fewer or lower; the store writes a fall as one."""


def test_the_store_holds_these_statistics_and_no_others(
    statistics: dict[str, Statistic],
) -> None:
    assert sorted(statistics) == sorted(one["id"] for one in PRINTED)
    assert len(statistics) == 143
    assert sum(len(one.figures) for one in statistics.values()) == 441


@pytest.mark.parametrize("printed", PRINTED, ids=lambda one: str(one["id"]))
def test_every_figure_is_as_printed(
    printed: dict[str, Any], statistics: dict[str, Statistic]
) -> None:
    figures = statistics[printed["id"]].figures

    expected = Counter(_signed(printed["id"], row) for row in printed["figures"])

    assert Counter(_row(figure) for figure in figures) == expected


@pytest.mark.parametrize("printed", PRINTED, ids=lambda one: str(one["id"]))
def test_every_sample_and_source_is_as_printed(
    printed: dict[str, Any], statistics: dict[str, Statistic], corpus: Corpus
) -> None:
    statistic = statistics[printed["id"]]
    sample = statistic.sample

    assert statistic.source.key == printed["key"]
    assert corpus.references[printed["key"]].doi == printed["doi"]
    assert (sample.participants if sample else None) == printed["participants"]
    assert (sample.studies if sample else None) == printed["studies"]


def _row(figure: Figure) -> tuple[str | None, ...]:
    return figure.estimate, figure.low, figure.high, figure.level, figure.p


def _signed(statistic_id: str, row: list[str | None]) -> tuple[str | None, ...]:
    estimate, *rest = row
    if (statistic_id, estimate) in FALLS:
        estimate = f"-{estimate}"
    return estimate, *rest
