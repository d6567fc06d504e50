"""The reference list of a report, and what its citations mean by it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from relcase.domain.passage import Passage
from relcase.domain.report.citations.citing import Cited
from relcase.domain.report.citations.sources import Sources
from relcase.domain.report.words.splitting import folded, stems

_TITLE = re.compile(
    r"\W*(?:\d+\.?\s+)?(?:references?|bibliography|sources|works\s+cited|reference\s+list"
    r"|endnotes|notes\s+and\s+references|sources\s+and\s+references)(?:\s+\(\d+\s+of\s+\d+\))?\W*",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\s*(?:\[(\d{1,3})\]|(\d{1,3})[.)]|([⁰¹²³⁴-⁹]+)|(\d{1,3})\s)\s*")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_SAME_AUTHOR = re.compile(r"^\s*(?:[—–―]{1,3}|_{3,}|-{3,})\.?,?\s+")
"""A stroke in place of the author of the entry above."""
_UNDATED = re.compile(r"\bn\.\s?d\.|\bno\s+date\b|\bundated\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")


_INITIALS = re.compile(r"(?:[A-Z]\.[\s-]?)+(?=\w)")
_SAME_TITLE = 0.75
"""The least part of a cited title that an entry must have."""


class Entry(NamedTuple):
    """An entry of the reference list."""

    passage: int
    """Which passage of the report it is."""
    number: int
    """Its number, or its place in the list where the list has none; from 1."""
    first: str
    """The first word of its author or maker, folded."""
    year: int
    key: str | None
    """The source of ours that it is; ``None`` for any other work."""
    told: frozenset[str] = frozenset()
    """The stems of its words."""
    initials: str = ""
    """Those of an organisation that made it, by which it is cited as well: "mhclg"."""


@dataclass(frozen=True)
class Bibliography:
    """The entries of the list, in order; none where the report has no list."""

    entries: tuple[Entry, ...] = ()
    numbered: bool = False
    by_name: dict[tuple[str, int], list[Entry]] = field(default_factory=dict)
    by_number: dict[int, Entry] = field(default_factory=dict)
    by_first: dict[str, list[Entry]] = field(default_factory=dict)

    def of(self, one: Cited) -> list[Entry]:
        """The entries that a citation points at."""
        if one.number:
            entry = self.by_number.get(one.number)
            return [entry] if entry else []
        if not one.year:
            return self._undated(one)
        found: list[Entry] = []
        for part in dict.fromkeys(_WORD.findall(folded(one.names))):
            found += self.by_name.get((part, one.year), [])
        return found

    def _undated(self, one: Cited) -> list[Entry]:
        """The entries that begin with the same name, and share most with what is cited."""
        names = _without_initials(one.names)
        begun = self.by_first.get(_without_article(folded(names)), []) if names else []
        told = frozenset(stems(one.names))
        most = max((len(told & entry.told) for entry in begun), default=0)
        if one.titled and most < _SAME_TITLE * len(told):
            return []
        return [entry for entry in begun if len(told & entry.told) == most]

    def keys(self, one: Cited, sources: Sources) -> tuple[str, ...]:
        """The sources of ours that a citation is of; the list decides where it can."""
        listed = self.of(one)
        if listed:
            return tuple(dict.fromkeys(entry.key for entry in listed if entry.key))
        return sources.cited(one)


def read(passages: Sequence[Passage], sources: Sources) -> Bibliography:
    """The reference list of a report: what is marked as one, or stands under its title."""
    entries: list[Entry] = []
    numbered = 0
    author = ""
    for number in of_list(passages, sources):
        text = passages[number].text
        if stroke := _SAME_AUTHOR.match(text):
            text = f"{author}. {text[stroke.end() :]}"
        label = _LABEL.match(text)
        told = _number(passages[number].label) or (_number(label[0]) if label else 0)
        numbered += bool(told)
        rest = text[label.end() :] if label else text
        key = sources.listed(rest)
        year = _year_of(rest, key, sources)
        undated = _UNDATED.search(rest, 0, year.start() if year else len(rest))
        first = _WORD.search(folded(rest))
        if first is None:
            continue
        author = re.split(r"\.\s|\s\(", rest, maxsplit=1)[0]
        made = Entry(
            number,
            told or len(entries) + 1,
            _without_article(folded(rest)),
            int(year[0]) if year and not undated else 0,
            key,
            frozenset(stems(rest)),
            _initials(author),
        )
        entries.append(made)
    by_name: dict[tuple[str, int], list[Entry]] = {}
    by_first: dict[str, list[Entry]] = {}
    for entry in entries:
        by_name.setdefault((entry.first, entry.year), []).append(entry)
        if entry.initials:
            by_name.setdefault((entry.initials, entry.year), []).append(entry)
        by_first.setdefault(entry.first, []).append(entry)
    by_number = {entry.number: entry for entry in reversed(entries)}
    return Bibliography(tuple(entries), numbered > 0, by_name, by_number, by_first)


def _year_of(text: str, key: str | None, sources: Sources) -> re.Match[str] | None:
    """The year of an entry: not one of its title, where the source of ours has another."""
    first = _YEAR.search(text)
    if first is None or text[first.start() - 1 : first.start()] == "(" or key is None:
        return first
    its = f"{sources.references[key].year}"
    return next((one for one in _YEAR.finditer(text) if one[0] == its), first)


def _number(label: str) -> int:
    """The number that a label holds, as ``[3]`` or ``3.`` or raised; 0 without one."""
    digits = re.sub(r"[^\d]", "", label.translate(_DIGITS))
    return int(digits) if digits and len(digits) < _LONG else 0


_LONG = 4
_LONGEST = 600
"""Letters that an entry under no title has at most."""
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def _without_initials(names: str) -> str:
    """Names from the first that is no initial: "F. Mann et al." from "Mann"."""
    rest = _INITIALS.sub("", names.lstrip(), count=1)
    return rest if _WORD.search(rest) else ""


def _initials(maker: str) -> str:
    """The initials of an organisation of three words or more, folded; none of people."""
    parts = _WORD.findall(maker)
    if any(len(one) == 1 for one in parts):
        return ""
    large = [one[0] for one in parts if one[0].isupper()]
    return folded("".join(large)) if len(large) >= _FEWEST_INITIALS else ""


_FEWEST_INITIALS = 3


def _without_article(text: str) -> str:
    found: list[str] = _WORD.findall(text)
    return found[1] if found[0] == "the" and len(found) > 1 else found[0]


def of_list(passages: Sequence[Passage], sources: Sources) -> list[int]:
    """The passages that are entries of a reference list.

    What stands under its title is one, but for what follows the last that looks so; and
    at the end of a report what gives a source of ours in full.
    """
    found: list[int] = []
    listed: list[int] = []
    under = False
    for number, passage in enumerate(passages):
        if passage.kind == "heading" or _TITLE.fullmatch(passage.text):
            found += _without_rest(listed, passages)
            listed = []
            under = _TITLE.fullmatch(passage.text) is not None
        elif passage.kind == "reference" or (
            under and passage.text.strip() and passage.kind != "footnote"
        ):
            listed.append(number)
    found += _without_rest(listed, passages)
    return sorted({*found, *_at_the_end(passages, found, sources)})


def _at_the_end(
    passages: Sequence[Passage], found: Collection[int], sources: Sources
) -> Iterator[int]:
    """The last passages that each give a source of ours in full, under no title."""
    known = frozenset(found)
    for number in reversed(range(len(passages))):
        passage = passages[number]
        is_prose = passage.kind == "text" and not passage.cell
        label = _LABEL.match(passage.text)
        told = passage.text[label.end() if label else 0 :]
        if number not in known and not (
            is_prose
            and len(told) <= _LONGEST
            and not passage.places.words.startswith("slide ")
            and sources.begins(told)
        ):
            return
        yield number


def _without_rest(listed: list[int], passages: Sequence[Passage]) -> list[int]:
    """A list without what follows the last of it that looks like a reference, if any does."""
    last = 0
    for at, number in enumerate(listed, 1):
        passage = passages[number]
        if passage.kind == "reference" or _LABEL.match(passage.text):
            last = at
    return listed[:last] if last else listed
