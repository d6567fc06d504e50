"""T01 impossible date: a date that is no date, or in the wrong order.

Dates are year-month-day. A source is read after it appeared and not tomorrow; the next
review comes after the reading, and nobody decided on a certainty tomorrow. Data newer
than their source are a warning: either the period or the year in the bibliography is
mistyped, or the period is a forecast.

Bad:
    verification: {level: abstract, on: 31/01/2026, note: read at the publisher}
Good:
    verification: {level: abstract, on: 2026-01-31, note: read at the publisher}
"""

import re
from collections.abc import Iterator
from datetime import date

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Statistic
from relcase.domain.problem import Finding, Rule

RULE = Rule("T01", "impossible date", "error")

_LENGTH = len("2026-01-31")
_years_in = re.compile(r"(?<![0-9])(?:1[89]|20)[0-9]{2}(?![0-9])").findall
_FORM = "Write it as year-month-day, like 2026-01-31."


def day(text: str) -> date | None:
    """The day of a text such as ``2026-01-31``; ``None`` for anything else."""
    if len(text) != _LENGTH or text[4] != "-" or text[7] != "-" or not text.isascii():
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """The days of reading, review and decision, and the period of the data."""
    entry, today = placed.entry, around.today
    source = around.references.get(entry.source.key)
    year = source.year if source is not None else None
    read = day(entry.verification.on)
    if read is None or read > today or (year and read.year < year <= today.year):
        yield _bad_reading(placed, read, today, year)
    if entry.review_by is not None:
        yield from _review(placed, entry.review_by, read)
    if isinstance(entry, Statistic) and entry.certainty_override is not None:
        yield from _decision(placed, entry.certainty_override.on, today)
    if year is not None and isinstance(entry, Statistic):
        last = max(_years_in(entry.period), default="")
        if last > str(year):
            message = f"data of {last}, but the source is dated {year}"
            hint = "Check the period, and the year in the bibliography."
            yield placed.finding("T01", "warning", message, "period", hint=hint)


def _bad_reading(
    placed: Placed, read: date | None, today: date, year: int | None
) -> Finding:
    given = placed.entry.verification.on
    if read is None:
        message, hint = f"'{given}' is not a date", _FORM
    elif read > today:
        message, hint = f"{given} lies in the future", "Write the day of the reading."
    else:
        message = f"read on {given}, but the source is dated {year}"
        hint = "Check the day, and the year in the bibliography."
    return placed.finding("T01", "error", message, "verification", "on", hint=hint)


def _decision(placed: Placed, given: str | None, today: date) -> Iterator[Finding]:
    decided = day(given) if given is not None else today
    if decided is None:
        message, hint = f"'{given}' is not a date", _FORM
    elif decided > today:
        message, hint = f"{given} lies in the future", "Write the day of the decision."
    else:
        return
    at = ("certainty_override", "on")
    yield placed.finding("T01", "error", message, *at, hint=hint)


def _review(placed: Placed, given: str, read: date | None) -> Iterator[Finding]:
    review = day(given)
    if review is None:
        message, hint = f"'{given}' is not a date", _FORM
    elif read is not None and review <= read:
        message = f"the review of {given} is not after the reading of {read}"
        hint = "Choose a later day for the next review."
    else:
        return
    yield placed.finding("T01", "error", message, "review_by", hint=hint)
