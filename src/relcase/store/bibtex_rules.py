"""The rules a bibliography is held to, ``K01`` to ``K13``.

Each finds mistakes in one entry, or between entries; the table is the place where a
rule has its name and its weight.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from relcase.domain.problem import Rule
from relcase.store import bibtex_dates as dates
from relcase.store.bibtex_source import Broken, Entry, Value
from relcase.store.csl_json import PRIVATE, TYPES, VERBATIM, clean_doi
from relcase.store.latex import Decoded, decode, verbatim
from relcase.store.names import body_that_would_split

UNREADABLE = Rule("K01", "An entry that cannot be read", "error")
REPEATED_KEY = Rule("K02", "Two entries with one key", "error")
FIELD_MISSING = Rule("K03", "A field that its type needs", "error")
BODY_SPLIT = Rule("K04", "A body that tools take for people", "warning")
BARE_PERCENT = Rule("K05", "A bare % in text", "warning")
UNKNOWN_MACRO = Rule("K06", "A macro that is not known, kept as written", "warning")
DOI_FORM = Rule("K07", "The form of a DOI", "error")
UNKNOWN_TYPE = Rule("K08", "An entry type that is not known", "warning")
REPEATED_DOI = Rule("K09", "Two entries with one DOI", "warning")
KEY_FORM = Rule("K10", "A key that is empty or has spaces", "error")
REPEATED_FIELD = Rule("K11", "A field given twice", "error")
BAD_DATE = Rule("K12", "A date that is none", "error")
NO_YEAR = Rule("K13", "No year, and none waiting to be confirmed", "warning")

RULES = (
    *(UNREADABLE, REPEATED_KEY, FIELD_MISSING, BODY_SPLIT, BARE_PERCENT),
    *(UNKNOWN_MACRO, DOI_FORM, UNKNOWN_TYPE, REPEATED_DOI, KEY_FORM),
    *(REPEATED_FIELD, BAD_DATE, NO_YEAR),
)

_TITLE = ("title",)
_JOURNAL = ("journal", "journaltitle")
_BOOK = ("booktitle", "maintitle")
_PEOPLE = ("author", "editor")
_BODY = ("institution", "school", "organization", "publisher")
NEEDED: dict[str, tuple[tuple[str, ...], ...]] = {
    "article": (_TITLE, _JOURNAL),
    "book": (_TITLE, _PEOPLE, ("publisher",)),
    "conference": (_TITLE, _BOOK),
    "electronic": (_TITLE, ("url", "doi")),
    "inbook": (_TITLE, ("booktitle", "maintitle", "chapter", "pages")),
    "incollection": (_TITLE, _BOOK),
    "inproceedings": (_TITLE, _BOOK),
    "mastersthesis": (_TITLE, ("author",), _BODY),
    "online": (_TITLE, ("url", "doi")),
    "phdthesis": (_TITLE, ("author",), _BODY),
    "report": (_TITLE, ("institution", "author")),
    "techreport": (_TITLE, ("institution", "author")),
    "thesis": (_TITLE, ("author",), _BODY),
    "webpage": (_TITLE, ("url", "doi")),
    "www": (_TITLE, ("url", "doi")),
}
"""What each type cannot do without; one field of each group is enough."""

_NAMES = frozenset({"author", "editor", "translator", "bookauthor"})
_BODIES = frozenset({"institution", "organization", "publisher", "school"})
_DOI = re.compile(r"10\.\d{4,9}/\S+")


class Mistake(NamedTuple):
    """A rule broken at an offset of the file."""

    rule: Rule
    at: int
    message: str
    hint: str | None = None


def in_entry(entry: Entry) -> Iterator[Mistake]:
    """What is wrong with one entry."""
    yield from _key(entry)
    yield from _type(entry)
    yield from _missing(entry)
    yield from _no_year(entry)
    yield from _repeated_fields(entry)
    for value in entry.values:
        for check in _OF_A_VALUE:
            yield from check(value)


def between(entries: Iterable[Entry]) -> Iterator[Mistake]:
    """Keys and DOIs that occur more than once."""
    keys: dict[str, Entry] = {}
    dois: dict[str, str] = {}
    for entry in entries:
        if entry.key in keys:
            message = f"The key '{entry.key}' is already taken; this entry is left out."
            yield Mistake(REPEATED_KEY, entry.key_start, message)
            continue
        keys[entry.key] = entry
        for value in entry.values:
            doi = clean_doi(value.raw).lower() if value.name == "doi" else ""
            first = dois.setdefault(doi, entry.key) if doi else entry.key
            if first != entry.key:
                message = f"'{first}' has the DOI {doi} too: is it the same work?"
                yield Mistake(REPEATED_DOI, value.start, message)


def broken(block: Broken, next_line: int) -> Mistake:
    """The mistake behind a piece of the file that is no entry."""
    name = f"The entry '{block.key}'" if block.key else "This entry"
    if block.reason == "stray":
        message = f"{block.key} starts no entry: '{{' and a key should follow."
        return Mistake(UNREADABLE, block.start, message)
    if block.reason.startswith("Unexpected"):
        hint = (
            f"A brace, a quotation mark or a comma is missing before line {next_line}."
        )
        return Mistake(UNREADABLE, block.start, f"{name} is not closed.", hint)
    if "comma after entry key" in block.reason:
        message = f"{name} has no comma after its key."
        return Mistake(UNREADABLE, block.start, message)
    hint = "Every field is written name = {value}, with a comma after it."
    return Mistake(UNREADABLE, block.start, f"{name} has a field without '='.", hint)


def _key(entry: Entry) -> Iterator[Mistake]:
    if not entry.key:
        yield Mistake(KEY_FORM, entry.key_start, "The entry has no key.")
    elif re.search(r"\s", entry.key):
        joined = "-".join(entry.key.split())
        hint = f"Write {joined}."
        message = f"The key '{entry.key}' has spaces in it."
        yield Mistake(KEY_FORM, entry.key_start, message, hint)


def _type(entry: Entry) -> Iterator[Mistake]:
    if entry.type.lower() not in TYPES:
        near = get_close_matches(entry.type.lower(), TYPES, n=1)
        hint = f"Did you mean @{near[0]}?" if near else "Printed as a plain document."
        message = f"@{entry.type} is no type of entry."
        yield Mistake(UNKNOWN_TYPE, entry.start, message, hint)


def _missing(entry: Entry) -> Iterator[Mistake]:
    """A field that is kept under ``unconfirmed`` is known to be missing, and why."""
    values = {value.name: value.raw for value in entry.values}
    given = {name for name, raw in values.items() if raw.strip()}
    given |= set(re.findall(r"(\w+)\s*:", values.get("unconfirmed", "")))
    for group in NEEDED.get(entry.type.lower(), (_TITLE,)):
        if given.isdisjoint(group):
            message = (
                f"@{entry.type.lower()} '{entry.key}' has no {' or '.join(group)}."
            )
            yield Mistake(FIELD_MISSING, entry.key_start, message)


def _no_year(entry: Entry) -> Iterator[Mistake]:
    values = {value.name: value.raw for value in entry.values}
    waiting = re.search(r"\b(1[5-9]|20)\d\d\b", values.get("unconfirmed", ""))
    # A web page often has no date; the day it was read then stands for it.
    page = TYPES.get(entry.type.lower()) == "webpage" and "urldate" in values
    if not (values.keys() & {"year", "date"} or waiting or page):
        hint = "Give the year, year = {n.d.}, or the year under unconfirmed."
        yield Mistake(NO_YEAR, entry.key_start, f"'{entry.key}' has no year.", hint)


def _repeated_fields(entry: Entry) -> Iterator[Mistake]:
    seen: set[str] = set()
    for value in entry.values:
        if value.name in seen:
            message = (
                f"'{entry.key}' has the field {value.name} twice; the first counts."
            )
            yield Mistake(REPEATED_FIELD, value.start, message)
        seen.add(value.name)


def _body(value: Value) -> Iterator[Mistake]:
    if value.name not in _NAMES | _BODIES:
        return
    body = body_that_would_split(value.raw, people=value.name in _NAMES)
    if body is None:
        return
    start = max(value.raw.find(body.split(" and ")[0]), 0)
    message = f"Tools read '{body}' as a person or as several."
    hint = f"Put the body in braces: {value.name} = {{{{{body}}}}}."
    yield Mistake(BODY_SPLIT, value.place(start), message, hint)


def _markup(value: Value) -> Iterator[Mistake]:
    if value.name in PRIVATE | VERBATIM:
        return
    for name, place in value.undefined:
        message = f"The abbreviation '{name}' is not defined; its name is printed."
        yield Mistake(UNKNOWN_MACRO, place, message)
    yield from _decoding(value, decode(value.raw))


def _decoding(value: Value, decoded: Decoded) -> Iterator[Mistake]:
    for offset in decoded.bare_percent:
        message = f"A bare % in {value.name}: many tools drop the rest of the line."
        yield Mistake(BARE_PERCENT, value.place(offset), message, r"Write \%.")
    for macro, offset in decoded.unknown:
        message = f"{macro} in {value.name} is not known and is printed as it is."
        yield Mistake(UNKNOWN_MACRO, value.place(offset), message)


def _doi(value: Value) -> Iterator[Mistake]:
    if value.name != "doi" or not value.raw.strip():
        return
    if " " in value.raw.strip() or not _DOI.fullmatch(verbatim(value.raw)):
        bare = clean_doi(value.raw)
        message = f"'{value.raw.strip()}' is no DOI: 10., four to nine digits, a slash."
        hint = f"Write {bare}." if _DOI.fullmatch(bare) else None
        yield Mistake(DOI_FORM, value.start, message, hint)


def _date(value: Value) -> Iterator[Mistake]:
    if value.name not in _DATE_READERS:
        return
    text = decode(value.raw).text
    words = text.lower()
    if words in dates.UNDATED | dates.FORTHCOMING or _DATE_READERS[value.name](text):
        return
    expected = _DATE_FORMS.get(value.name, "2024, 2024-03 or 2024-03-05")
    message = f"'{text}' is no {value.name}: expected {expected}."
    yield Mistake(BAD_DATE, value.start, message)


def _is_day(text: str) -> bool:
    return text.isascii() and text.isdigit() and int(text) in range(1, 32)


def _is_month(text: str) -> bool:
    return bool(dates.months_and_day(text) or dates.season(text))


_DATE_READERS: dict[str, Callable[[str], object]] = {
    "date": dates.iso_date,
    "urldate": dates.iso_date,
    "origdate": dates.iso_date,
    "eventdate": dates.iso_date,
    "year": dates.year_or_years,
    "month": _is_month,
    "day": _is_day,
}
_DATE_FORMS = {
    "year": "four digits",
    "month": "a month, mar or 3",
    "day": "a number from 1 to 31",
}
_OF_A_VALUE = (_body, _markup, _doi, _date)
