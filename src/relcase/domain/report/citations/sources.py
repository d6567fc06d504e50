"""Which source of ours a citation, or an entry of a reference list, is of."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from relcase.domain.reference import CslItem, Reference, author_date
from relcase.domain.report.citations.citing import ADDRESS, DOI, Cited
from relcase.domain.report.words.splitting import folded, stems

_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_INITIALS = re.compile(r"^\W*(?:[A-Z]\.[\s-]?)+(?=\w)")
_SAME_TITLE = 0.75
_SUBTITLE = re.compile(r"[:?.]\s")
_MAIN_TITLE = 4
"""Words that a title must have for its subtitle to be left out."""
_MOST_NAMES = 200
_LINE = 120
"""Letters that a line with a source alone has at most."""
_SOURCE = re.compile(r"^\W*(?:Sources?|Reference)\b\W*", re.IGNORECASE)
_YEAR_LAST = re.compile(r"\b(?:1[89]|20)\d\d\W*$")
_OPENING = 3
_UNCONFIRMED = re.compile(r"\bauthor:\s*([^;,]+)")
_SMALL = frozenset({"of", "for", "on", "and", "the", "in"})
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_OF_ENTRIES = frozenset(
    (
        "available",
        "accessed",
        "online",
        "vol",
        "issue",
        "pages",
        "article",
        "eds",
        "doi",
    )
)
"""Words of entries that are of no work."""
_QUOTES = frozenset("‘“'\"")


@dataclass(frozen=True)
class Sources:
    """The sources of the stores, found by names and year, by address and by title."""

    references: Mapping[str, Reference]
    by_name: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Name phrases with their keys, by the first word of the phrase."""
    by_address: Mapping[str, str] = field(default_factory=dict)
    by_title: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    """By the stems of the first words of the title."""

    @classmethod
    def of(cls, references: Mapping[str, Reference]) -> "Sources":
        """The sources, indexed."""
        by_name: dict[str, tuple[tuple[str, str], ...]] = {}
        by_address: dict[str, str] = {}
        by_title: dict[tuple[str, ...], tuple[str, ...]] = {}
        for key, reference in references.items():
            for phrase in {**_phrases(reference.csl), **_waiting(reference)}:
                first = phrase.split()[0]
                by_name[first] = (*by_name.get(first, ()), (phrase, key))
            for one in (reference.doi, reference.csl.get("URL")):
                if one:
                    by_address[_address(str(one))] = key
            opening = tuple(stems(str(reference.csl.get("title", "")))[:_OPENING])
            by_title[opening] = (*by_title.get(opening, ()), key)
        return cls(references, by_name, by_address, by_title)

    def named(self, names: str) -> Iterator[str]:
        """The keys of the sources whose first author, or maker, is among the names."""
        parts = _WORD.findall(folded(names))
        for number, part in enumerate(parts):
            for phrase, key in self.by_name.get(part, ()):
                length = phrase.count(" ") + 1
                if " ".join(parts[number : number + length]) == phrase:
                    yield key

    def undated(self, one: Cited) -> tuple[str, ...]:
        """The sources that names without a year can be of: by all of the names, no more.

        So it is in styles that print no years; where a title is given, it decides.
        """
        if one.names[0] in _QUOTES:
            return self._titled(stems(one.names))
        parts = _WORD.findall(folded(_INITIALS.sub("", one.names)))
        found = []
        for phrase, key in self.by_name.get(parts[0], ()) if parts else ():
            length = phrase.count(" ") + 1
            if " ".join(parts[:length]) != phrase:
                continue
            if self._goes_with(key, parts[length:], one.titled):
                found.append(key)
        return tuple(dict.fromkeys(found))

    def _titled(self, told: Sequence[str]) -> tuple[str, ...]:
        """The sources whose titles begin with the same words, as stems."""
        near = self.by_title.get(tuple(told[:_OPENING]), ())
        whole = frozenset(told)
        return tuple(key for key in near if whole <= self._title(key))

    def _goes_with(self, key: str, rest: Sequence[str], titled: bool) -> bool:
        """Whether what stands behind a first name is no other work's."""
        if whole := {*rest} <= _others(self.references[key].csl):
            return whole
        told = frozenset(stems(" ".join(rest)))
        least = max(2, _SAME_TITLE * len(told))
        return titled and len(told & self._title(key)) >= least

    def _title(self, key: str) -> frozenset[str]:
        return frozenset(stems(str(self.references[key].csl.get("title", ""))))

    def at(self, address: str) -> str | None:
        """The key of the source that an address or a DOI leads to."""
        return self.by_address.get(_address(address))

    def short(self, key: str) -> str:
        """How a source is cited in a few words: ``Abel et al., 2018``."""
        reference = self.references.get(key)
        return author_date(reference.csl) if reference else key

    def cited(self, one: Cited) -> tuple[str, ...]:
        """The keys of the sources that a citation can be of, its year included."""
        if one.key:
            return (one.key,) if one.key in self.references else ()
        if one.address:
            key = self.at(one.address)
            return (key,) if key else ()
        return tuple(
            dict.fromkeys(
                key
                for key in self.named(one.names)
                if one.year in (self.references[key].year, 0)
            )
        )

    def in_journal(self, one: Cited) -> tuple[str, ...]:
        """The keys of the sources in a journal that a citation gives with its year.

        So papers for many readers have it: "a study (Lancet, 2018)".
        """
        told = _WORD.findall(folded(one.names))
        return tuple(
            key
            for key, journal in self._by_year.get(one.year, ())
            if _is_journal(told, journal)
        )

    @cached_property
    def _by_year(self) -> Mapping[int, Sequence[tuple[str, Sequence[str]]]]:
        """The words of the journals in which there were works of ours, by year."""
        found: dict[int, list[tuple[str, Sequence[str]]]] = {}
        for key, reference in self.references.items():
            journal = _WORD.findall(
                folded(str(reference.csl.get("container-title") or ""))
            )
            if journal and reference.year:
                found.setdefault(reference.year, []).append((key, journal))
        return found

    def listed(self, text: str, *, in_full: bool = False) -> str | None:
        """The key of the source that an entry of a reference list gives."""
        for pattern in (DOI, ADDRESS):
            for match in pattern.finditer(text):
                if key := self.at(match[0]):
                    return key
        told = set(stems(text))
        for key in dict.fromkeys(self.named(text[:_MOST_NAMES])):
            title = str(self.references[key].csl.get("title", ""))
            whole, main = set(stems(title)), set(stems(_SUBTITLE.split(title)[0]))
            if whole and len(whole & told) >= _SAME_TITLE * len(whole):
                return key
            dated = str(self.references[key].year) in text
            journal = set(
                stems(str(self.references[key].csl.get("container-title", "")))
            )
            tells = len(main) >= _MAIN_TITLE or (journal and journal <= told)
            if dated and main and tells and main <= told:
                return key
            if dated and not in_full and self._is_shortened(text, key):
                return key
        return self._by_whole_title(stems(text))

    def _is_shortened(self, text: str, key: str) -> bool:
        """Whether what an entry gives beside the names is of the title, or the journal.

        Titles are cut, and journals abbreviated: "J Epidemiol Community Health 73, 379".
        """
        item = self.references[key].csl
        names = _others(item) | frozenset(_phrases(item))
        rest = [
            one
            for one in dict.fromkeys(_LETTERS.findall(folded(text)))
            if one not in names and one not in _OF_ENTRIES and stems(one)
        ]
        given = f"{item.get('title', '')} {item.get('container-title', '')}"
        known = _LETTERS.findall(folded(f"{given} {item.get('publisher', '')}"))
        shared = sum(any(word.startswith(one) for word in known) for one in rest)
        return shared >= _SAME_TITLE * len(rest)

    def begins(self, text: str) -> bool:
        """Whether a text begins with who made a source of ours, and gives it in full."""
        parts = _WORD.findall(folded(text[:_MOST_NAMES]))
        names = self.by_name.get(parts[0], ()) if parts else ()
        made = {
            key
            for phrase, key in names
            if " ".join(parts[: phrase.count(" ") + 1]) == phrase
        }
        return bool(made) and self.listed(text, in_full=True) in made

    def alone(self, text: str) -> str | None:
        """The key of the source that a line names with its year, and nothing besides."""
        if len(text) > _LINE or not _YEAR_LAST.search(text):
            return None
        parts = _WORD.findall(folded(_SOURCE.sub("", text)))
        return next(
            (
                key
                for key in self.named(" ".join(parts))
                if parts == _WORD.findall(folded(self.short(key)))
            ),
            None,
        )

    def _by_whole_title(self, told: Sequence[str]) -> str | None:
        """The source whose title a text begins with."""
        for key in self.by_title.get(tuple(told[:_OPENING]), ()):
            title = self._title(key)
            if len(title) > _OPENING and title <= frozenset(told):
                return key
        return None


def _is_journal(told: Sequence[str], journal: Sequence[str]) -> bool:
    """Whether words are those of a journal, in full, shortened, or its initials."""
    named = [one for one in told if one not in _SMALL]
    whole = [one for one in journal if one not in _SMALL]
    if len(named) == 1 and named[0] == "".join(one[0] for one in whole):
        return len(whole) > 1
    return len(named) == len(whole) and all(map(str.startswith, whole, named))


def _address(text: str) -> str:
    """An address in the form that equal ones share: a DOI alone, or no ``www``."""
    lower = text.lower().rstrip("/.,;)")
    doi = DOI.search(lower)
    if doi:
        return doi[0]
    return re.sub(r"^https?://(?:www\.)?", "", lower)


def _waiting(reference: Reference) -> dict[str, None]:
    """The folded name of a first author whom nobody has yet read on a page.

    Others cite a report of an institute by them: "Carneiro et al., 2024".
    """
    author = _UNCONFIRMED.search(reference.fields.get("unconfirmed", ""))
    return dict.fromkeys(_names_of(author[1])) if author else {}


def _phrases(item: CslItem) -> dict[str, None]:
    """The folded names by which a work is cited."""
    people = item.get("author") or item.get("editor") or []
    found: dict[str, None] = {}
    if people:
        first = people[0]
        whole = first.get("literal") or first.get("family") or first.get("given") or ""
        found.update(dict.fromkeys(_names_of(whole)))
        particle = first.get("non-dropping-particle")
        if particle and first.get("family"):
            found.update(dict.fromkeys(_names_of(f"{particle} {first['family']}")))
    else:
        for name in ("container-title", "publisher"):
            found.update(dict.fromkeys(_names_of(str(item.get(name) or ""))))
    return found


def _others(item: CslItem) -> frozenset[str]:
    """The words that can stand behind the first name of a work: of its other authors."""
    people = item.get("author") or item.get("editor") or []
    names = " ".join(
        f"{one.get('family', '')} {one.get('literal', '')}" for one in people
    )
    return frozenset((*_WORD.findall(folded(names)), "et", "al", "and"))


def _names_of(name: str) -> Iterator[str]:
    """A name, without its article, and its initials where it has three words or more."""
    parts = _WORD.findall(folded(name))
    if not parts:
        return
    yield " ".join(parts)
    if parts[0] == "the" and parts[1:]:
        yield " ".join(parts[1:])
    initials = "".join(one[0] for one in name.split() if one[0].isupper())
    if len(initials) >= 3:
        yield initials.lower()
