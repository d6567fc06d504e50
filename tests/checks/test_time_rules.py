"""T01 to T04: days, years and reviews. Today is 31 January 2026."""

from collections.abc import Callable

import pytest

Judge = Callable[[str], list[str]]
Sources = Callable[[str, str], list[tuple[str, ...]]]


@pytest.mark.parametrize(
    "text",
    [
        "31/01/2026",
        "2026-02-30",
        "2026-1-15",
        '"20260115"',
        "2026-W03-1",
        '"2026"',
        "yesterday",
        "२०२६-०१-१५",
        '""',
    ],
)
def test_no_date(text: str, judge: Judge) -> None:
    given = text.strip('"')
    assert judge(f"verification: {{level: none, on: {text}}}") == [
        f"1:33: error: '{given}' is not a date [T01]"
    ]


def test_read_tomorrow(problems: list[str]) -> None:
    """
    verification:
      level: none
      on: 2026-02-01
    """
    assert problems == ["3:7: error: 2026-02-01 lies in the future [T01]"]


def test_read_today(problems: list[str]) -> None:
    """
    verification: {level: none, on: 2026-01-31}
    """
    assert problems == []


def test_read_before_it_appeared(problems: list[str]) -> None:
    """
    source: {key: wang2023}
    verification: {level: none, on: 2022-12-31}
    """
    assert problems == [
        "2:33: error: read on 2022-12-31, but the source is dated 2023 [T01]"
    ]


def test_unknown_year_passes_over(problems: list[str]) -> None:
    """
    source: {key: undated}
    period: forecast to 2050
    verification: {level: none, on: 1999-12-31}
    """
    assert problems == []


def test_a_decision_without_a_day(problems: list[str]) -> None:
    """
    statistics:
      - certainty_override: {value: low, on: yesterday}
      - certainty_override: {value: low, on: 2026-02-01}
      - certainty_override: {value: low, on: 2026-01-31}
      - certainty_override: {value: low}
    """
    assert problems == [
        "2:42: error: 'yesterday' is not a date [T01]",
        "3:42: error: 2026-02-01 lies in the future [T01]",
    ]


def test_review_before_reading(problems: list[str]) -> None:
    """
    review_by: 2026-01-15
    verification: {level: none, on: 2026-01-15}
    """
    assert problems == [
        "1:12: error: the review of 2026-01-15 is not after the reading of 2026-01-15 [T01]",
        "1:12: warning: the review was due by 2026-01-15 [T02]",
    ]


def test_review_without_a_date(problems: list[str]) -> None:
    """
    review_by: next spring
    """
    assert problems == ["1:12: error: 'next spring' is not a date [T01]"]


def test_data_newer_than_their_source(problems: list[str]) -> None:
    """
    source: {key: abel2018}
    period: April 2013 to December 2021
    """
    assert problems == [
        "2:9: warning: data of 2021, but the source is dated 2018 [T01]"
    ]


@pytest.mark.parametrize(
    "period", ["2013 to 2018", "12000 people", "2018/19", "not_reported", "1 to 20199"]
)
def test_data_as_old_as_their_source(period: str, judge: Judge) -> None:
    assert judge(f"source: {{key: abel2018}}\nperiod: {period}") == []


def test_review_overdue(problems: list[str]) -> None:
    """
    stories:
      - review_by: 2026-01-30
        verification: {level: none, on: 2025-01-15}
    """
    assert problems == ["2:16: warning: the review was due by 2026-01-30 [T02]"]


@pytest.mark.parametrize(
    "text", ["review_by: 2026-01-31", "{review_by: 2026-01-30, status: withdrawn}"]
)
def test_review_not_due(text: str, judge: Judge) -> None:
    fields = text.strip("{}").replace(", ", "\n")
    assert judge(f"{fields}\nverification: {{level: none, on: 2025-01-15}}") == []


BOOK = "@misc{{{key}, title = {{T}}, year = {{{year}}}}}"


@pytest.mark.parametrize(
    ("key", "year"),
    [
        ("abel2018", "2018"),
        ("abel2018b", "2018"),
        ("abel", "2018"),
        ("abel20181", "2018"),
        ("step1234", "2018"),
        ("abel2018", "n.d."),
    ],
)
def test_year_of_a_key(key: str, year: str, of_sources: Sources) -> None:
    text = f"source: {{key: {key}}}"
    assert of_sources(text, BOOK.format(key=key, year=year)) == []


def test_other_year_than_the_key(of_sources: Sources) -> None:
    found = of_sources(
        "source: {key: abel2018}", BOOK.format(key="abel2018", year="2017")
    )
    message = "the key 'abel2018' says 2018, but the source is dated 2017"
    assert found == [("abel2018", "year", "warning", "T03", message)]


@pytest.mark.parametrize("year", ["1849", "2027"])
def test_impossible_year_of_a_source(year: str, of_sources: Sources) -> None:
    text = "source: {key: abel}\nperiod: not_reported"
    found = of_sources(text, BOOK.format(key="abel", year=year))
    message = f"the source 'abel' is dated {year}"
    assert found == [("abel", "year", "error", "T04", message)]


@pytest.mark.parametrize("year", ["1850", "2026"])
def test_possible_year_of_a_source(year: str, of_sources: Sources) -> None:
    text = "source: {key: abel}\nperiod: not_reported"
    assert of_sources(text, BOOK.format(key="abel", year=year)) == []


def test_an_old_book_may_be_quoted(of_sources: Sources) -> None:
    text = "quotes:\n  - source: {key: donne}"
    assert of_sources(text, BOOK.format(key="donne", year="1624")) == []
