"""Dates as bibliographies write them → CSL dates.

A date is read or it is not: ``None`` stands for words that are no date, and the rules
of ``bibtex_text`` then point at them.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

CslDate = dict[str, Any]

UNDATED = frozenset({"n.d.", "n.d", "nd", "no date", "undated", "s.d.", ""})
"""What people write for "no date"; such a source simply has none."""

FORTHCOMING = frozenset(
    {"in press", "forthcoming", "in preparation", "submitted", "ahead of print"}
)
"""Printed where the year would stand."""

MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?([~?%]?)")
_YEAR = re.compile(r"(c\.?|ca\.?|circa)?\s*(\d{4})\s*(?:[-–/]\s*(\d{4}|\d{2}))?")


def issued(fields: Mapping[str, str]) -> CslDate | None:
    """The date of publication: ``date``, or ``year``, ``month`` and ``day``."""
    written = fields.get("date", "")
    if written:
        return iso_date(written)
    year = fields.get("year", "").strip()
    if year.lower() in UNDATED:
        return None
    if year.lower() in FORTHCOMING:
        return {"literal": year}
    found = year_or_years(year)
    if found is None or len(found["date-parts"]) > 1:
        return found
    return _with_month(found, fields)


def iso_date(text: str) -> CslDate | None:
    """``2024``, ``2024-03``, ``2024-03-05`` or two of them with a slash between."""
    # A tilde stands for "about" in a date, and for a tie everywhere else.
    text = text.replace("\u00a0", "~").strip()
    if text.lower() in UNDATED:
        return None
    if text.lower() in FORTHCOMING:
        return {"literal": text}
    ends = [end for end in text.split("/") if end not in {"", ".."}]
    matches = [_ISO.fullmatch(end.strip()) for end in ends]
    parts = [_parts(match) for match in matches if match]
    if not parts or len(parts) != len(ends) or parts[2:] or None in parts:
        return None
    csl: CslDate = {"date-parts": parts}
    if any(match and match[4] for match in matches):
        csl["circa"] = True
    return csl


def year_or_years(text: str) -> CslDate | None:
    """``2024``, ``2019--2021``, ``2019/20`` or ``c. 1900``."""
    match = _YEAR.fullmatch(text.strip().lower())
    if match is None:
        return None
    first = int(match[2])
    parts = [[first]]
    if match[3]:
        last = int(match[2][: 4 - len(match[3])] + match[3])
        if last < first:
            return None
        parts.append([last])
    csl: CslDate = {"date-parts": parts}
    if match[1]:
        csl["circa"] = True
    return csl


def month_number(text: str) -> int | None:
    """``3``, ``mar``, ``March`` and ``March.`` are all 3."""
    word = text.strip().rstrip(".").lower()
    if word.isascii() and word.isdigit():
        return int(word) if int(word) in range(1, 13) else None
    if word in _MONTH_NAMES:
        return _MONTH_NAMES.index(word) + 1
    if word == "sept":
        return 9
    return MONTHS.index(word) + 1 if word in MONTHS else None


def months_and_day(text: str) -> tuple[list[int], int | None] | None:
    """``March``, ``5 March``, ``March 5`` or ``March--April``; ``None`` if none."""
    words = re.findall(r"[A-Za-z]+\.?", text)
    digits = re.findall(r"\d+", text)
    if not words and len(digits) == 1:
        words, digits = digits, []
    months = [month_number(word) for word in words]
    if not months or months[2:] or None in months or digits[1:]:
        return None
    day = int(digits[0]) if digits and len(months) == 1 else None
    return [month for month in months if month], day


def season(text: str) -> int | None:
    """The number CSL gives to a season."""
    return _SEASONS.get(text.strip().lower())


def _with_month(csl: CslDate, fields: Mapping[str, str]) -> CslDate:
    month = fields.get("month", "")
    if not month:
        return csl
    if season(month):
        return csl | {"season": season(month)}
    found = months_and_day(month)
    if found is None:
        return csl
    year = csl["date-parts"][0][0]
    months, day = found
    parts = [[year, number] for number in months]
    written_day = fields.get("day", "").strip()
    if day is None and written_day.isascii() and written_day.isdigit():
        day = int(written_day)
    if day and len(parts) == 1 and _exists(year, months[0], day):
        parts[0].append(day)
    return csl | {"date-parts": parts}


def _parts(match: re.Match[str]) -> list[int] | None:
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    if year is None or not _exists(year, month or 1, day or 1):
        return None
    return [part for part in (year, month, day) if part is not None]


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(max(year, 4), month, day)
    except ValueError:
        return False
    return True
