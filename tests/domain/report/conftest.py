"""Reports in a line: a text, and what is found in it."""

from collections.abc import Callable
from datetime import date

import pytest

from relcase.domain.report import Findings, Known, judge
from relcase.reading import read

DAY = date(2026, 11, 22)


Judged = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def found(known: Known) -> Callable[..., Findings]:
    return lambda text, name="report.md", day=DAY: judge(
        read(text.encode(), name), known, day
    )


@pytest.fixture
def judged(known: Known) -> Judged:
    """The numbers of a text with their verdicts; those that are not ours left out."""

    def of(
        text: str, name: str = "report.md", day: date = DAY
    ) -> list[tuple[str, str]]:
        report = read(text.encode(), name)
        return [
            (
                report.passages[one.words.passage].text[
                    one.words.start : one.words.end
                ],
                one.verdict,
            )
            for one in judge(report, known, day).numbers
            if one.verdict != "not_ours"
        ]

    return of
