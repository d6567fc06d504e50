"""The citations of a report, read once, and the sources that stand around each passage."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from relcase.domain.passage import Passage
from relcase.domain.report import bibliography, sections
from relcase.domain.report.beside import NOTHING_CITED, Beside, Source
from relcase.domain.report.bibliography import Bibliography
from relcase.domain.report.citing import Cited, cited
from relcase.domain.report.masking import without
from relcase.domain.report.sections import Section
from relcase.domain.report.sources import Sources
from relcase.domain.report.splitting import stems

_SIGNS = ("caption", "heading")
_UNDATED = re.compile(r"\bn\.\s?d\b|\bno\s+date\b|\bundated\b", re.IGNORECASE)
_SOURCE = re.compile(r"\W*(?:Sources?|Reference)\b\s*:", re.IGNORECASE)
_NEXT = 3
"""How many passages away a citation still gives the source of a number."""
_REACH = 8
"""How many passages away a line of sources may stand."""


@dataclass(frozen=True)
class Surroundings:
    """What stands around each passage of a report, by the passage's number."""

    passages: Sequence[Passage]
    sources: Sources

    @cached_property
    def listed(self) -> Bibliography:
        """The reference list."""
        return bibliography.read(self.passages, self.sources)

    @cached_property
    def read(self) -> Sequence[int]:
        """The passages that say something: neither reference list nor note of a source."""
        listed = set(bibliography.of_list(self.passages))
        return [
            number
            for number, passage in enumerate(self.passages)
            if number not in listed and not self._is_note(passage)
        ]

    @cached_property
    def cited(self) -> dict[int, Sequence[Cited]]:
        """The citations of each passage."""
        return {number: cited(self.passages[number]) for number in self.read}

    @cached_property
    def beside(self) -> dict[int, Beside]:
        """The citations of each that are any, with what is meant by them."""
        notes = {one.label: one for one in self.passages if one.kind == "footnote"}
        return {number: self._beside(number, notes) for number in self.read}

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

    def cited_under(self, section: Section) -> Collection[str]:
        """The sources of ours that are cited under a heading."""
        return self._by_section.get(section.number, ()) if section.number else ()

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
            if number in self.alone or self.passages[number].kind in _SIGNS
        ]

    @cached_property
    def _given(self) -> dict[int, frozenset[str]]:
        return {number: self._sources_given(number) for number in self.read}

    @cached_property
    def _by_section(self) -> dict[int, set[str]]:
        """The sources of ours that are cited in each section, by its number."""
        found: dict[int, set[str]] = {}
        for number in self.read:
            keys = {*self.beside[number].outside(0, 0), *self._given[number]}
            found.setdefault(self.sections[number].number, set()).update(keys)
        return found

    def _is_note(self, passage: Passage) -> bool:
        """Whether a footnote gives a source and says nothing of its own."""
        return passage.kind == "footnote" and bool(self.sources.listed(passage.text))

    def _sources_given(self, number: int) -> frozenset[str]:
        """The source of ours that a passage gives in full, as "Source: …" does."""
        text = self.passages[number].text
        if not _SOURCE.match(text):
            return frozenset()
        key = self.sources.listed(text)
        return frozenset({key} if key else ())

    def _beside(self, number: int, notes: dict[str, Passage]) -> Beside:
        sources = [
            Source(one, self.listed.keys(one, self.sources))
            for one in self.cited[number]
            if self._counts(one)
        ]
        marks = [
            (mark.offset, notes[mark.label].text)
            for mark in self.passages[number].notes
            if mark.label in notes
        ]
        if not sources and not self.passages[number].notes:
            return NOTHING_CITED
        told = ((at, self.sources.listed(text)) for at, text in marks)
        return Beside(sources, [(at, key) for at, key in told if key])

    def _counts(self, one: Cited) -> bool:
        """Whether it is a citation at all: numbers in brackets only with a list of them."""
        if one.number:
            return one.number in self.listed.by_number and (
                self.listed.numbered or not one.text.startswith("(")
            )
        if one.names and not one.year:
            dated = not _UNDATED.search(one.text)
            listed = self.listed.of(one)
            return bool(listed or (not dated and self.sources.cited(one)))
        return True

    def _is_source_line(self, number: int) -> bool:
        """Whether a passage is a citation and little else: "Source: Abel et al., 2018"."""
        text = self.passages[number].text
        if self._given[number]:
            return True
        asides = [(one.start, one.end) for one in self.cited[number]]
        if not asides:
            return False
        return bool(_SOURCE.match(text)) or not stems(without(text, asides))

    def _is_heading(self, place: int) -> bool:
        return self.passages[self.read[place]].kind == "heading"

    def _told_at(self, place: int) -> frozenset[str]:
        """The sources of ours that a passage cites or gives."""
        return self.cited_in(self.read[place])

    def cited_in(self, number: int | None) -> frozenset[str]:
        """The sources of ours that a passage cites or gives; none of no passage."""
        if number not in self.beside:
            return frozenset()
        text = self.passages[number].text
        return self.beside[number].keys(0, len(text)) | self._given[number]
