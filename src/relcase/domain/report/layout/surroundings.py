"""The citations of a report, read once, and the sources that stand around each passage."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from relcase.domain.passage import Passage
from relcase.domain.report.citations import bibliography, notes
from relcase.domain.report.citations.beside import NOTHING_CITED, Beside, Source
from relcase.domain.report.citations.bibliography import Bibliography
from relcase.domain.report.citations.citing import Cited, cited
from relcase.domain.report.citations.naming import Naming
from relcase.domain.report.citations.notes import Note
from relcase.domain.report.citations.sources import Sources
from relcase.domain.report.layout import sections, tables
from relcase.domain.report.layout.sections import Section
from relcase.domain.report.layout.tables import Framed
from relcase.domain.report.words.masking import without
from relcase.domain.report.words.splitting import stems

_SIGNS = ("caption", "heading")
_UNDATED = re.compile(r"\bn\.\s?d\b|\bno\s+date\b|\bundated\b", re.IGNORECASE)
_SOURCE = re.compile(r"\W*(?:Sources?|Reference)\b\s*:", re.IGNORECASE)
_SOURCE_BEHIND = re.compile(r"[.!?]\s+Sources?\s*:")
"""What a note under a table ends with: "There was no comparison group. Source: …"."""
_DIGIT = re.compile(r"\d")
_NEXT = 3
"""How many passages away a citation still gives the source of a number."""
_ENDS = frozenset(["", *".,;:"])
"""What stands behind the number of a source that is given where a clause ends."""
_IDLE = 120
"""How many letters of words that say nothing may stand around a citation at most."""
_REACH = 8
"""How many passages away a line of sources may stand."""


@dataclass(frozen=True)
class Surroundings:
    """What stands around each passage of a report, by the passage's number."""

    passages: Sequence[Passage]
    sources: Sources
    naming: Naming

    @cached_property
    def listed(self) -> Bibliography:
        """The reference list."""
        return bibliography.read(self.passages, self.sources)

    @cached_property
    def read(self) -> Sequence[int]:
        """The passages that say something: neither reference list nor note of a source."""
        listed = set(bibliography.of_list(self.passages, self.sources))
        return [
            number
            for number in range(len(self.passages))
            if number not in listed and not self._is_note(number)
        ]

    @cached_property
    def notes(self) -> Mapping[int, Note]:
        """The footnotes, by the numbers of their passages."""
        return notes.read(self.passages, self.sources)

    @cached_property
    def cited(self) -> dict[int, Sequence[Cited]]:
        """The citations of each passage."""
        return {number: cited(self.passages[number]) for number in self.read}

    @cached_property
    def beside(self) -> dict[int, Beside]:
        """The citations of each that are any, with what is meant by them."""
        labelled = {self.passages[at].label: one for at, one in self.notes.items()}
        passages, cited = self.passages, self.cited
        return {
            number: self._beside(number, labelled)
            if cited[number] or passages[number].notes
            else NOTHING_CITED
            for number in self.read
        }

    @cached_property
    def framed(self) -> Mapping[int, Framed]:
        """The numbers of tables, in the words that tell what they are."""
        if not any(one.cell for one in self.passages):
            return {}
        return tables.framed(self.passages, self.beside)

    def of_row(self, frame: Framed) -> frozenset[str]:
        """The sources of ours that stand in the row of a number."""
        if frame.at not in self._by_row:
            self._by_row[frame.at] = frozenset[str]().union(
                *(map(self.cited_in, frame.row))
            )
        return self._by_row[frame.at]

    def of_table(self, frame: Framed) -> frozenset[str]:
        """The sources of ours that stand above the table of a number, or below it."""
        table = frame.first, 0
        if table not in self._by_row:
            first, last = (
                bisect_left(self.read, one) for one in (frame.first, frame.last)
            )
            told = map(self.cited_in, frame.around)
            self._by_row[table] = self.around(first).union(self.around(last), *told)
        return self._by_row[table]

    def introducing(self, frame: Framed) -> frozenset[str]:
        """The sources of ours that a table is said to be from, by a paragraph above it."""
        if not frame.introduced:
            return frozenset()
        return frozenset[str]().union(*map(self.cited_in, frame.around))

    @cached_property
    def labels(self) -> Mapping[int, Framed]:
        """The cells of rows with numbers that are none themselves, with one of these."""
        return {
            number: frame
            for frame in self.framed.values()
            for number in frame.row
            if number not in self.framed
        }

    def of_label(self, number: int) -> frozenset[str]:
        """The sources of ours of the row, or else the table, in which words tell a number."""
        if number not in self.labels or not _DIGIT.search(self.passages[number].text):
            return frozenset()
        return self.of_row(self.labels[number]) or self.of_table(self.labels[number])

    @cached_property
    def _by_row(self) -> dict[tuple[int, int], frozenset[str]]:
        """What was found of rows, and of whole tables, whose row is 0."""
        return {}

    @cached_property
    def alone(self) -> frozenset[int]:
        """The passages that are a citation and little else."""
        return frozenset(one for one in self.read if self._is_source_line(one))

    @cached_property
    def sections(self) -> Sequence[Section]:
        """The part of the report that each passage belongs to."""
        return sections.sections(self.passages)

    @cached_property
    def cited_anywhere(self) -> Collection[str]:
        """The sources of ours that are cited or listed at all."""
        keys = {one.key for one in self.listed.entries if one.key}
        return keys.union(*self._by_section.values())

    @cached_property
    def given_anywhere(self) -> Collection[str]:
        """The sources of ours that are given in full outside the list."""
        return frozenset[str]().union(*self._given.values())

    def named(self, number: int) -> Mapping[str, bool]:
        """The sources of ours that a passage names without citing them, and how surely."""
        return self.naming.named(self.passages[number].text)

    def others(self, text: str) -> frozenset[str]:
        """The sources of ours of which a text tells that it means another work."""
        return self.naming.others(text)

    def names(self, number: int, key: str) -> bool:
        """Whether a passage names a source that it tells of, or one next to it does."""
        frame = self.framed.get(number)
        first, last = (frame.first, frame.last) if frame else (number, number)
        begin, end = bisect_left(self.read, first), bisect_left(self.read, last)
        return any(
            self.naming.tells(self.passages[one].text, key)
            for one in self.read[max(0, begin - _NEXT) : end + _NEXT + 1]
            if self.sections[one] == self.sections[number]
        )

    def cited_under(self, section: Section) -> Collection[str]:
        """The sources of ours that are cited under a heading."""
        return self._by_section.get(section.number, ()) if section.number else ()

    def cited_on_slide(self, section: Section) -> Collection[str]:
        """The sources of ours that are cited on a slide; none of any other section."""
        return self.cited_under(section) if section.is_slide else ()

    def cited_about(self, passage: int) -> Collection[str]:
        """The sources of ours that the passages next to one cite, in the same section."""
        at = bisect_left(self.read, passage)
        return {
            key
            for number in self.read[max(0, at - _NEXT) : at + _NEXT + 1]
            if self.sections[number] == self.sections[passage]
            for key in self.beside[number].outside(0, 0)
        }

    def around(self, place: int) -> frozenset[str]:
        """The sources that stand beside a passage: a line of sources, a caption.

        ``place`` is that of the passage among those that say something.
        """
        near = bisect_left(self._telling, place - _REACH)
        if not any(at <= place + _REACH for at in self._telling[near : near + 1]):
            return frozenset()
        found: set[str] = set()
        behind = bisect_right(self._signs, place)
        for at in self._signs[behind : behind + _REACH]:
            if at - place > _REACH or self._is_heading(at):
                break
            found |= self._told_at(at)
        before = bisect_left(self._signs, place)
        for at in reversed(self._signs[max(0, before - _REACH) : before]):
            if place - at > _REACH:
                break
            found |= self._told_at(at)
            if self._is_heading(at):
                break
        return frozenset(found)

    @cached_property
    def _signs(self) -> Sequence[int]:
        """Where passages stand that may give the source of those around them."""
        return [
            place
            for place, number in enumerate(self.read)
            if number in self.alone or self._is_sign(number)
        ]

    @cached_property
    def _telling(self) -> Sequence[int]:
        """Where those of them stand that do give one."""
        return [place for place in self._signs if self._told_at(place)]

    def _is_sign(self, number: int) -> bool:
        """Whether a passage is a caption or a heading, or has a line of sources at its end."""
        passage = self.passages[number]
        return passage.kind in _SIGNS or bool(
            self.cited[number] and _SOURCE_BEHIND.search(passage.text)
        )

    @cached_property
    def _given(self) -> dict[int, frozenset[str]]:
        return {number: self._sources_given(number) for number in self.read}

    @cached_property
    def _by_section(self) -> dict[int, set[str]]:
        """The sources of ours that are cited in each section, by its number."""
        found: dict[int, set[str]] = {}
        for number in self.read:
            beside, given = self.beside[number], self._given[number]
            if given or beside is not NOTHING_CITED:
                keys = found.setdefault(self.sections[number].number, set())
                keys.update(beside.outside(0, 0), given)
        return found

    def _is_note(self, number: int) -> bool:
        """Whether a footnote gives a source and says nothing of its own."""
        return number in self.notes and self.notes[number].gives_alone

    def _sources_given(self, number: int) -> frozenset[str]:
        """The source of ours that a passage gives in full, as "Source: …" does, or alone."""
        text = self.passages[number].text
        key = self.sources.listed(text) if _SOURCE.match(text) else None
        key = key or self.sources.alone(text)
        return frozenset({key}) if key else self.naming.signed(text)

    def _beside(self, number: int, labelled: Mapping[str, Note]) -> Beside:
        sources = [
            made for one in self.cited[number] if (made := self._source(one, number))
        ]
        marks = self.passages[number].notes
        if not sources and not marks:
            return NOTHING_CITED
        noted = (
            (mark.offset, key)
            for mark in marks
            if mark.label in labelled
            for key in labelled[mark.label].keys
        )
        return Beside(sources, noted)

    def _source(self, one: Cited, number: int) -> Source | None:
        """What a citation is of; ``None`` where it is none at all."""
        if one.number:
            return self._numbered(one, number)
        if not one.names or one.year:
            keys = self.listed.keys(one, self.sources)
            if keys or not one.names or self.listed.of(one):
                return Source(one, keys)
            keys = self.sources.in_journal(one)
            return Source(one, keys, surely=not keys)
        if self.listed.of(one) or _UNDATED.search(one.text):
            keys = self.listed.keys(one, self.sources)
            return Source(one, keys) if keys or self.listed.of(one) else None
        if self.listed.entries:
            return None
        keys = self.sources.undated(one)
        return Source(one, keys, surely=False) if keys else None

    def _numbered(self, one: Cited, number: int) -> Source | None:
        """What a number is of: in brackets it is one with a numbered list alone.

        A report may have no list; then a number where a clause ends is of something.
        """
        listed, in_brackets = self.listed, one.text.startswith("(")
        if one.number in listed.by_number and (listed.numbered or not in_brackets):
            return Source(one, listed.keys(one, self.sources))
        behind = self.passages[number].text[one.end : one.end + 1]
        ends = not in_brackets or behind in _ENDS
        return None if listed.entries or not ends else Source(one, (), surely=False)

    def _is_source_line(self, number: int) -> bool:
        """Whether a passage is a citation and little else: "Source: Abel et al., 2018"."""
        text = self.passages[number].text
        if self._given[number]:
            return True
        asides = [(one.start, one.end) for one in self.cited[number]]
        if not asides or _SOURCE.match(text):
            return bool(asides)
        rest = len(text) - sum(end - start for start, end in asides)
        return rest <= _IDLE and not stems(without(text, asides))

    def _is_heading(self, place: int) -> bool:
        """Whether a heading stands there; a short last line "Source: …" is read as one."""
        passage = self.passages[self.read[place]]
        return passage.kind == "heading" and not _SOURCE.match(passage.text)

    def _told_at(self, place: int) -> frozenset[str]:
        return self.cited_in(self.read[place])

    def cited_in(self, number: int | None) -> frozenset[str]:
        """The sources of ours that a passage cites or gives; none of no passage."""
        if number not in self.beside:
            return frozenset()
        text = self.passages[number].text
        return self.beside[number].keys(0, len(text)) | self._given[number]
