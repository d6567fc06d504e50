"""A report held against the stores: every number judged, every citation followed."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from relcase.domain.answer import NOT_IN_CASE, NOT_IN_LIST
from relcase.domain.audience import QUESTIONS
from relcase.domain.evidence import Entry
from relcase.domain.passage import Passage, Report
from relcase.domain.report import bibliography, references, stamped
from relcase.domain.report.attribution import About, Hints, about, may_be_ours
from relcase.domain.report.beside import Beside, Source
from relcase.domain.report.citing import Cited, cited
from relcase.domain.report.findings import Claim, Findings, Number, Words
from relcase.domain.report.knowledge import Known
from relcase.domain.report.leading import leads
from relcase.domain.report.likeness import bare
from relcase.domain.report.masking import masked, without
from relcase.domain.report.sections import sections
from relcase.domain.report.splitting import Sentence, sentences, stems
from relcase.domain.report.trials import Judged, Trial
from relcase.domain.report.verdicts import tried
from relcase.domain.wording.numerals import numerals
from relcase.domain.wording.wrong import Wrong

_BETWEEN = 25
"""Letters between two citations from which each has a part of the sentence to itself."""
_LEFT_OUT = (NOT_IN_LIST, NOT_IN_CASE)
"""A list of what was left out claims nothing of any of it."""


class _Said(NamedTuple):
    """A sentence, or the part of one that a citation stands behind."""

    passage: int
    start: int
    end: int
    sentence: Sentence
    hints: Hints
    elsewhere: bool
    """Whether it cites works, and none of them is ours."""
    has_citation: bool
    """Whether any citation stands in it or near it."""
    is_answer: bool = False
    """Whether it answers a sceptic's question, and claims nothing of its own."""


def judge(
    report: Report,
    known: Known,
    today: date,
    *,
    strangers: bool = True,
    keys: Collection[str] = (),
) -> Findings:
    """Everything to be said of a report, in the order of its text.

    ``keys`` are those of its own bibliographies, which are known as well.
    ``strangers=False`` leaves out the numbers that are not ours, in less time.
    """
    return _Judging(report, known, today, strangers, keys).findings()


class _Judging:
    """One report, its citations read once."""

    def __init__(
        self,
        report: Report,
        known: Known,
        today: date,
        strangers: bool,
        keys: Collection[str],
    ) -> None:
        self.report, self.known, self.today = report, known, today
        self.keys = {*keys, *known.sources.references}
        self.strangers = strangers
        self.passages = report.passages
        self.list = bibliography.read(self.passages, known.sources)
        listed = set(bibliography.of_list(self.passages))
        self.read = [
            number
            for number, passage in enumerate(self.passages)
            if number not in listed and not self._is_note(passage)
        ]
        self.notes = {one.label: one for one in self.passages if one.kind == "footnote"}
        self.cited = {number: cited(self.passages[number]) for number in self.read}
        self.given = {number: self._sources_given(number) for number in self.read}
        self.alone = {number for number in self.read if self._is_source_line(number)}
        self.beside = {number: self._beside(number) for number in self.read}
        self.signs = [
            place
            for place, number in enumerate(self.read)
            if number in self.alone or self.passages[number].kind in _SIGNS
        ]
        """Where passages stand that may give the source of those around them."""
        self.sections = sections(self.passages)
        self.cited_under = self._cited_under()
        self.leads = leads(self.passages)
        self.tried: dict[tuple[str, tuple[About, ...], bool], Trial | None] = {}

    def _is_note(self, passage: Passage) -> bool:
        """Whether a footnote gives a source and says nothing of its own."""
        return passage.kind == "footnote" and bool(
            self.known.sources.listed(passage.text)
        )

    def _sources_given(self, number: int) -> frozenset[str]:
        """The source of ours that a passage gives in full, as "Source: …" does."""
        text = self.passages[number].text
        if not _SOURCE.match(text):
            return frozenset()
        key = self.known.sources.listed(text)
        return frozenset({key} if key else ())

    def _cited_under(self) -> dict[int, set[str]]:
        """The sources of ours that are cited under each heading."""
        found: dict[int, set[str]] = {}
        for number in self.read:
            keys = {*self.beside[number].outside(0, 0), *self.given[number]}
            found.setdefault(self.sections[number].number, set()).update(keys)
        self.cited_anywhere = {one.key for one in self.list.entries if one.key}
        self.cited_anywhere.update(*found.values())
        found.pop(0, None)
        return found

    def _beside(self, number: int) -> Beside:
        """The citations of a passage that are any, with what is meant by them."""
        sources = [
            Source(one, self.list.keys(one, self.known.sources))
            for one in self.cited[number]
            if self._counts(one)
        ]
        marks = [
            (mark.offset, self.notes[mark.label].text)
            for mark in self.passages[number].notes
            if mark.label in self.notes
        ]
        if not sources and not self.passages[number].notes:
            return _NOTHING_BESIDE
        told = ((at, self.known.sources.listed(text)) for at, text in marks)
        return Beside(sources, [(at, key) for at, key in told if key])

    def findings(self) -> Findings:
        """The numbers and the claims, in order."""
        numbers: list[Number] = []
        claims = [
            one
            for one in references.check(self.report, self.cited, self.list, self.keys)
            if one.rule != "D04" or not self._is_of_ours_whole(one.words)
        ]
        claims += stamped.check(self.report, self.known)
        before: tuple[int, ...] = ()
        topic: tuple[int, ...] = ()
        last, section = -1, self.sections[0] if self.passages else None
        told: dict[int, tuple[int, ...]] = {}
        for said in self._sentences():
            if section != self.sections[said.passage]:
                section, topic = self.sections[said.passage], ()
            if said.passage != last:
                before = topic or told.get(self.leads.get(said.passage, -1), ())
                last = said.passage
            text = self._text(said)
            hints = said.hints._replace(before=before) if before else said.hints
            if said.is_answer and topic:  # whatever sources it names besides
                hints = Hints(before=topic)
            meant = self._meant(said, hints, text)
            goes_on = topic and not _claims_something(text, meant, said.hints)
            wording = not (said.is_answer or goes_on)
            trial = self._trial(text, meant, wording=wording)
            if trial is None:
                told.pop(said.passage, None)
                if self.strangers:
                    numbers += self._not_ours(said, text)
                continue
            before = told[said.passage] = tuple(one.subject for one in meant)
            if not topic and self._is_topic(said, meant):
                topic = before
            numbers += (
                one
                for one in self._numbers(said, trial, under_own=bool(topic))
                if self.strangers or one.verdict != "not_ours"
            )
            claims += self._claims(said, trial)
        claims.sort(key=lambda one: one.words)
        return Findings(tuple(sorted(numbers)), tuple(claims))

    def _is_of_ours_whole(self, words: Words) -> bool:
        """Whether words stand in a sentence of ours, which may name a work it leaves out."""
        text = self.passages[words.passage].text
        return any(
            bare(masked(text[start:end])) in self.known.by_own
            for start, end in sentences(text)
            if start <= words.start < end
        )

    def _meant(self, said: _Said, hints: Hints, text: str) -> tuple[About, ...]:
        found = about(text, hints, self.known)
        if said.is_answer and hints.before:
            found = [one for one in found if one.subject in hints.before] or [
                About(one, 0.0, 0.0, surely=False) for one in hints.before
            ]
        if not found:
            return ()
        if _OURSELVES.search(text) and not hints.cited:
            found = [one for one in found if one.surely or one.own or one.like]
        if said.elsewhere:
            found = [one for one in found if one.own or one.like or one.versions]
        return tuple(found)

    def _is_topic(self, said: _Said, meant: tuple[About, ...]) -> bool:
        """Whether what stands under a sentence goes on about its entry.

        So it is under a heading in our words, and on a slide that tells of an entry.
        """
        section = self.sections[said.passage]
        if section.is_slide:
            return any(one.own or one.like or one.surely for one in meant)
        is_heading = self.passages[said.passage].kind == "heading"
        return is_heading and any(one.own or one.like for one in meant)

    def _trial(
        self, text: str, meant: tuple[About, ...], *, wording: bool
    ) -> Trial | None:
        """The trial of a sentence; the same sentence is tried once."""
        if not meant:
            return None
        if (text, meant, wording) not in self.tried:
            self.tried[text, meant, wording] = tried(
                text, meant, self.known, wording=wording
            )
        return self.tried[text, meant, wording]

    def _sentences(self) -> Iterator[_Said]:
        """Every sentence, cut where several sources stand behind its parts."""
        for place, number in enumerate(self.read):
            passage = self.passages[number]
            if number in self.alone:
                continue
            around = self._around(place)
            if self._is_passed_over(passage, number, around):
                continue
            asked = passage.text.startswith(QUESTIONS)
            for sentence in sentences(passage.text):
                told = passage.text[slice(*sentence)]
                if told not in QUESTIONS and not told.startswith(_LEFT_OUT):
                    yield from self._parts(number, sentence, around, asked)

    def _is_passed_over(
        self, passage: Passage, number: int, around: frozenset[str]
    ) -> bool:
        """Whether a passage has nothing of ours, and strangers are not asked for."""
        if self.strangers or around or self.beside[number] is not _NOTHING_BESIDE:
            return False
        section = self.sections[number]
        if section.is_slide or self.cited_under.get(section.number):
            return False  # it may go on about what stands above it
        asked = passage.text.startswith(QUESTIONS)
        return not asked and not may_be_ours(passage.text, self.known)

    def _around(self, place: int) -> frozenset[str]:
        """The sources that stand beside a passage: a line of sources, a caption."""
        found: set[str] = set()
        behind = bisect_right(self.signs, place)
        for at in self.signs[behind : behind + _REACH]:
            if at - place > _REACH or self._is_heading(at):
                break
            found |= self._told_at(at)
        before = bisect_left(self.signs, place)
        for at in reversed(self.signs[max(0, before - _REACH) : before]):
            if place - at > _REACH:
                break
            found |= self._told_at(at)
            if self._is_heading(at):
                break
        return frozenset(found)

    def _is_heading(self, place: int) -> bool:
        return self.passages[self.read[place]].kind == "heading"

    def _told_at(self, place: int) -> frozenset[str]:
        """The sources of ours that a passage cites or gives."""
        return self._told_in(self.read[place])

    def _told_in(self, number: int) -> frozenset[str]:
        text = self.passages[number].text
        return self.beside[number].keys(0, len(text)) | self.given[number]

    def _is_source_line(self, number: int) -> bool:
        """Whether a passage is a citation and little else: "Source: Abel et al., 2018"."""
        text = self.passages[number].text
        if self.given[number]:
            return True
        asides = [(one.start, one.end) for one in self.cited[number]]
        if not asides:
            return False
        return bool(_SOURCE.match(text)) or not stems(without(text, asides))

    def _counts(self, one: Cited) -> bool:
        """Whether it is a citation at all: numbers in brackets only with a list of them."""
        if one.number:
            return one.number in self.list.by_number and (
                self.list.numbered or not one.text.startswith("(")
            )
        if one.names and not one.year:
            dated = not _UNDATED.search(one.text)
            listed = self.list.of(one)
            return bool(listed or (not dated and self.known.sources.cited(one)))
        return True

    def _parts(
        self, number: int, sentence: Sentence, around: frozenset[str], asked: bool
    ) -> Iterator[_Said]:
        start, end = sentence
        beside = self.beside[number]
        is_heading = self.passages[number].kind == "heading"
        if is_heading:
            around |= self.cited_under.get(self.sections[number].number, set())
        if beside is _NOTHING_BESIDE:
            hints = Hints(near=around)
            cites = bool(around)
            yield _Said(number, start, end, sentence, hints, False, cites, asked)
            return
        near = frozenset(beside.outside(start, end)) | around
        for begin, stop in self._cuts(number, sentence):
            keys = beside.keys(begin, stop)
            cites = any(not one.cited.address for one in beside.within(begin, stop))
            yield _Said(
                number,
                begin,
                stop,
                sentence,
                Hints(keys, near),
                cites and not keys,
                True,
                asked,
            )

    def _cuts(self, number: int, sentence: Sentence) -> list[tuple[int, int]]:
        """Where the parts of a sentence end, each behind a citation of its own."""
        start, end = sentence
        cuts = [start]
        last: set[str] = set()
        at = start
        for one, listed in self.beside[number].within(start, end):
            keys = set(listed)
            if not one.aside or not keys:
                continue
            if last and keys != last and one.start - at > _BETWEEN:
                cuts.append(at)
            last, at = keys, one.end
        return list(zip(cuts, [*cuts[1:], end], strict=True))

    def _text(self, said: _Said) -> str:
        """The words of a sentence, without its citations and what claims nothing."""
        text = self.passages[said.passage].text[said.start : said.end]
        asides = [
            (max(one.start - said.start, 0), min(one.end, said.end) - said.start)
            for one, keys in self.beside[said.passage].within(said.start, said.end)
            if one.start < said.end and (one.aside or keys)
        ]
        return masked(without(text, asides))

    def _not_ours(self, said: _Said, text: str) -> Iterator[Number]:
        for one in numerals(text):
            if one.kind not in ("year", "level"):
                yield self._number(said, Judged(one, "not_ours"), None)

    def _numbers(
        self, said: _Said, trial: Trial, *, under_own: bool
    ) -> Iterator[Number]:
        entry = trial.subject.entry
        stale = _stale(entry, self.today)
        section = self.sections[said.passage].number
        near = {*said.hints.near, *self.cited_under.get(section, ())}
        if (lead := self.leads.get(said.passage)) is not None:
            near |= self._told_in(lead)
        if trial.about.own or under_own:  # the same finding, told once with its source
            near |= self.cited_anywhere
        sourced = said.has_citation or entry.source.key in near
        in_our_words = trial.about.own or trial.about.like
        for one in trial.numbers:
            judged = one
            if said.is_answer and one.verdict == "differs" and not in_our_words:
                judged = Judged(one.numeral, "not_ours")  # worked out by somebody
            elif one.verdict == "matches" and stale:
                judged = one._replace(verdict="stale", rule="D02", advice=stale)
            elif one.verdict == "matches" and trial.subject.statistic and not sourced:
                short = self.known.sources.short(entry.source.key)
                advice = f"No source stands near it. It is from {short}."
                judged = one._replace(verdict="unsourced", rule="D03", advice=advice)
            elif one.verdict in ("differs", "misworded"):
                judged = one._replace(
                    advice=f"{one.advice} Say: {_better(trial, one.numeral.start)}"
                )
            yield self._number(said, judged, entry.id)

    def _number(self, said: _Said, one: Judged, entry: str | None) -> Number:
        at = said.start
        return Number(
            Words(said.passage, at + one.numeral.start, at + one.numeral.end),
            Words(said.passage, *said.sentence),
            one.verdict,  # type: ignore[arg-type]  # the names are the same
            entry if one.verdict != "not_ours" else None,
            one.rule,
            one.advice,
            one.instead,
        )

    def _claims(self, said: _Said, trial: Trial) -> Iterator[Claim]:
        for wrong in trial.wrongs:
            yield self._claim(said, trial, wrong)

    def _claim(self, said: _Said, trial: Trial, wrong: Wrong) -> Claim:
        in_short = self.passages[said.passage].kind == "heading"
        mild = wrong.rule in _OF_STYLE or (in_short and wrong.rule in _OF_SCOPE)
        return Claim(
            Words(said.passage, said.start + wrong.start, said.start + wrong.end),
            wrong.rule,
            "info" if mild else wrong.severity,
            wrong.message.rstrip("."),
            f"Say: {_better(trial, wrong.start)}",
            trial.subject.entry.id,
            Words(said.passage, *said.sentence),
            fault=wrong.severity == "error" and not mild,
        )


_NOTHING_BESIDE = Beside()
_SIGNS = ("caption", "heading")
_OF_STYLE = frozenset({"M12", "M16"})
"""Rules that ask for more to be said; a report is free to say it elsewhere."""
_OF_SCOPE = frozenset({"M09"})
"""A rule on who and what was studied, which a heading has no room to say in full."""
_UNDATED = re.compile(r"\bn\.\s?d\b|\bno\s+date\b|\bundated\b", re.IGNORECASE)
_OURSELVES = re.compile(r"\b(?:[Oo]ur|[Ww]e|[Mm]y|[Ll]ocally|[Hh]ere)\b")
"""Words of those who write, who tell then of something of their own."""
_SOURCE = re.compile(r"\W*(?:Sources?|Reference)\b\s*:", re.IGNORECASE)
_REACH = 8
"""How many passages away a line of sources may stand."""


_CLAIM = 4
"""Words that carry meaning, from which those that go on about an entry can claim something."""


def _claims_something(text: str, meant: tuple[About, ...], hints: Hints) -> bool:
    """Whether words can go too far: a number alone, or the name of a group, cannot."""
    plainly = any(one.surely or one.versions for one in meant) or bool(hints.cited)
    return plainly or len(stems(text)) >= _CLAIM


def _better(trial: Trial, start: int) -> str:
    """The honest sentence: that of the popular version there, or the entry's own."""
    for one in trial.versions:
        if one.start <= start <= one.end:
            return one.said.better
    if len(trial.versions) == 1:
        return trial.versions[0].said.better
    return trial.subject.honest


def _stale(entry: Entry, today: date) -> str:
    """Why an entry should not be relied on any more; empty when it may."""
    if entry.status != "active":
        return f"The entry “{entry.id}” is {entry.status}; see: relcase show {entry.id}"
    if entry.review_by and entry.review_by < today.isoformat():
        return f"The source was to be looked at again by {entry.review_by}."
    return ""
