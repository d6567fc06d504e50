"""Entries as CSV that opens in a spreadsheet as text and numbers, never as formulas."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from relcase.domain.inert import words
from relcase.domain.vocabulary import Length

COLUMNS = (
    *(
        "id",
        "kind",
        "headline",
        "claim",
        "sentence",
        "text",
        "measure",
        "estimate",
        "low",
        "high",
        "level",
    ),
    *("unit", "label", "group", "reference_group", "reference_value", "denominator"),
    *(
        "certainty",
        "stance",
        "use",
        "outcome",
        "population",
        "place",
        "countries",
        "period",
    ),
    *("design", "sectors", "caveat", "speaker", "term", "organisation", "who"),
    *("citation", "doi", "url", "key", "verified", "status", "store"),
)
_NUMBER = re.compile(r"[<>]?-?\d+(\.\d+)?")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def render(records: Iterable[str], say: Length = "long") -> Iterator[str]:
    """A header, then one row an entry; lists are joined with ``; ``."""
    yield _line(COLUMNS)
    for record in records:
        row = _row(json.loads(record), say)
        yield _line([_cell(row.get(name)) for name in COLUMNS])


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table of its own as CSV, its cells text and numbers as above."""
    return "".join(_line([_cell(one) for one in row]) for row in (header, *rows))


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _row(entry: dict[str, Any], say: Length) -> dict[str, Any]:
    """One entry flattened: its lead figure, its first caveat, its source."""
    results = (
        one for one in entry.get("figures", ()) if one.get("role", "result") == "result"
    )
    lead: dict[str, Any] = next(
        (one for one in results if one.get("estimate") is not None), {}
    )
    figure = {name: value for name, value in lead.items() if name != "outcome"}
    caveats = entry.get("caveats") or [None]
    return {
        **figure,
        **entry,
        **entry["source"],
        "caveat": caveats[0],
        "certainty": (entry.get("certainty") or {}).get("word"),
        "sentence": (entry.get("sentence") or {}).get(say),
        "verified": entry["verification"]["level"],
    }


def _cell(value: object) -> str:
    if value is None:
        return ""
    listed = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    text = words(listed)
    if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
