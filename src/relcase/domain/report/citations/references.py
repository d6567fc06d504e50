"""The citations of a report against its reference list: missing, idle, of another year."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from relcase.domain.passage import Report
from relcase.domain.report.citations.bibliography import Bibliography, Entry
from relcase.domain.report.citations.citing import Cited
from relcase.domain.report.findings import Claim, Words
from relcase.domain.report.words.splitting import folded

_AUTHORS = re.compile(r"\bet al\b.*\(|\b(?:and|&)\s+[\w’'-]+\s+\(")
_NAME = re.compile(r"[^\W\d_a-z][\w’'‐‑-]*")
_FIRST_OF_SOME = re.compile(
    r"([^\W\d_a-z][\w’'‐‑-]*)\s+(?:et\s+al\b|and\s+[^\W\d_a-z])"
)
_AND_OTHERS = re.compile(r"\bet al\b")
_START = Words(0, 0, 0)


def check(
    report: Report,
    cited: Mapping[int, Sequence[Cited]],
    listed: Bibliography,
    keys: Collection[str],
    given: Collection[str] = (),
) -> Iterator[Claim]:
    """What is wrong between the citations and the list.

    ``keys`` are those that are known, ``given`` those of sources that the text gives in
    full, as "Source: …" does.
    """
    every = [(number, one) for number, found in cited.items() for one in found]
    marked = {
        (number, one.offset, one.key)
        for number in cited
        for one in report.passages[number].citations
    }
    for number, one in every:
        if one.key and (number, one.start, one.key) in marked:
            yield from _unknown_key(number, one, keys)
    spoken = [
        (number, one) for number, one in every if one.names or _is_number(one, listed)
    ]
    told = [
        (number, one)
        for number, one in spoken
        if report.passages[number].kind != "notes"  # where more is named than is shown
    ]
    if not listed.entries:
        if not marked:
            yield from _without_list(report, [one for _, one in told])
        return
    columns = _of_sources(report)
    for number, one in told:
        is_plain = _is_plainly_a_citation(one) or number in columns
        yield from _unlisted(number, one, listed, is_plain=is_plain)
    if told and not any(one.notes for one in report.passages):
        by_key = frozenset(one.key for _, one in every if one.key)
        named = _named_in(report, [one for _, one in told], listed)
        for entry in _uncited([one for _, one in spoken], listed):
            is_told = entry.first in named or entry.key in given
            if not is_told and not any(_is_key_of(key, entry) for key in by_key):
                yield _idle(entry, report.passages[entry.passage].text)


def _without_list(report: Report, told: Sequence[Cited]) -> Iterator[Claim]:
    """That there is no reference list, where sources are cited and not given in full."""
    full = _given_in_full(report)
    for one in told:
        if (one.year or _AND_OTHERS.search(one.names)) and not full.has(one):
            yield Claim(
                _START,
                "D08",
                "info",
                "The document cites sources and has no reference list that could be read",
                "relcase refs ID... makes one.",
            )
            return


def _named_in(
    report: Report, told: Sequence[Cited], listed: Bibliography
) -> Collection[str]:
    """The names in a report: all of them where its style prints no years."""
    dated = sum(one.year > 0 or one.number > 0 for one in told)
    undated = sum(not one.year and bool(listed.of(one)) for one in told)
    return _named(report, _NAME if undated > dated else _FIRST_OF_SOME)


def _is_number(one: Cited, listed: Bibliography) -> bool:
    if not one.number or not listed.numbered:
        return False
    return one.number in listed.by_number or not one.text.startswith("(")


def _unknown_key(number: int, one: Cited, keys: Collection[str]) -> Iterator[Claim]:
    if one.key not in keys:
        yield Claim(
            Words(number, one.start, one.end),
            "D06",
            "warning",
            f"No bibliography has the key “{one.key}”",
        )


def _unlisted(
    number: int, one: Cited, listed: Bibliography, *, is_plain: bool
) -> Iterator[Claim]:
    """A citation that the list has not, or has with another year."""
    if listed.of(one) or (one.number and one.number in listed.by_number):
        return
    if not one.number and (not one.year or not is_plain):
        return
    place = Words(number, one.start, one.end)
    other = [] if one.number else _same_name(one, listed)
    if len({entry.year for entry in other}) == 1 and other[0].year:
        message = (
            f"“{one.text}” has another year than its entry in the list: {other[0].year}"
        )
        yield Claim(place, "D07", "warning", message)
    elif not listed.numbered or one.number:
        yield Claim(
            place, "D04", "warning", f"“{one.text}” is not in the reference list"
        )


def _of_sources(report: Report) -> frozenset[int]:
    """The cells of columns that say over them that they hold sources, by their passage."""
    placed = [
        (number, one.cell, one.text)
        for number, one in enumerate(report.passages)
        if one.cell
    ]
    columns = {
        (cell.table, cell.column)
        for _, cell, text in placed
        if cell.row == 1 and _OF_SOURCES.search(text)
    }
    return frozenset(
        number for number, cell, _ in placed if (cell.table, cell.column) in columns
    )


_OF_SOURCES = re.compile(
    r"\b(?:sources?|stud(?:y|ies)|references?|citations?|authors?|papers?)\b",
    re.IGNORECASE,
)


def _is_plainly_a_citation(one: Cited) -> bool:
    """Whether it is in brackets, or names authors as sentences do."""
    return one.aside or _AUTHORS.search(one.text) is not None


def _same_name(one: Cited, listed: Bibliography) -> list[Entry]:
    first = folded(one.names).replace(",", " ").split()
    return listed.by_first.get(first[0], []) if first else []


def _named(report: Report, names: re.Pattern[str]) -> frozenset[str]:
    """The names in the text of a report that may be told without a year."""
    return frozenset(
        folded(name)
        for one in report.passages
        if one.kind != "reference"
        for name in names.findall(one.text)
    )


def _uncited(told: Sequence[Cited], listed: Bibliography) -> Iterator[Entry]:
    """The entries of the list that no citation points at."""
    used = {entry.passage for one in told for entry in listed.of(one)}
    used |= {
        entry.passage for one in told if one.names for entry in _same_name(one, listed)
    }
    for entry in listed.entries:
        if entry.passage not in used:
            yield entry


def _is_key_of(key: str, entry: Entry) -> bool:
    """Whether a key is of an entry: of our source, or made of its name and year."""
    made_of = folded(key)
    dated = not entry.year or str(entry.year) in made_of
    return key == entry.key or (dated and made_of.startswith(entry.first))


def _idle(entry: Entry, text: str) -> Claim:
    message = f"No sentence cites “{_opening(text)}”, an entry of the reference list"
    return Claim(Words(entry.passage, 0, 0), "D05", "info", message)


_TO_YEAR = re.compile(r"\W*(?P<told>.{1,60}?\b(?:1[89]|20)\d\d[a-z]?\)?)", re.DOTALL)
_LONGEST = 60


def _opening(text: str) -> str:
    """What an entry of a list is called: its authors and year, or its first words."""
    if dated := _TO_YEAR.match(text):
        return dated["told"]
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rpartition(" ")[0].rstrip(" ,;:") + " …"


_SOURCE = re.compile(r"\W*sources?:", re.IGNORECASE)
_ANY_YEAR = re.compile(r"\b(?:1[89]|20)\d\d")
_FULL = 60
"""Letters from which a footnote or a source line gives more than names and a year."""


class _InFull(NamedTuple):
    """The texts that give sources in full, where no list does."""

    texts: tuple[str, ...]
    """Folded."""

    def has(self, one: Cited) -> bool:
        """Whether one of them gives what is cited."""
        first = next(iter(folded(one.names).replace(",", " ").split()), "")
        year = str(one.year) if one.year else ""
        return any(first in text and year in text for text in self.texts)


def _given_in_full(report: Report) -> _InFull:
    return _InFull(
        tuple(
            folded(one.text)
            for one in report.passages
            if (one.kind == "footnote" or _SOURCE.match(one.text))
            and len(one.text) >= _FULL
            and _ANY_YEAR.search(one.text)
        )
    )
