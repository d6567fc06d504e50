"""Lengths of time: how many days they have, and words for a year."""

from relcase.domain.wording.phrases import pattern

DAYS = {
    "hour": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "month": 30.44,
    "year": 365.25,
    "decade": 3652.5,
}
"""How many days a unit has on average."""
YEAR = DAYS["year"]

A_YEAR = pattern("""
    a-year/per-year/each-year/every-year/one-year/1-year/any-year/first-year/calendar-year
    school-year/academic-year, during the year
    yearly/annual/annually, 12-month/12-months/twelve-month/twelve-months
""")
"""Words of a record for what was counted over a year."""
