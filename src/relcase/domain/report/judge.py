"""A report held against the stores: every number judged, every citation followed."""

import re
from collections.abc import Collection, Iterator
from datetime import date

from relcase.domain.evidence import Entry
from relcase.domain.passage import Report
from relcase.domain.report import stamped, telling
from relcase.domain.report.attribution.about import About, Hints, about
from relcase.domain.report.attribution.reaching import having_results
from relcase.domain.report.citations import references
from relcase.domain.report.figures.as_record import instead
from relcase.domain.report.findings import Claim, Findings, Number, Words
from relcase.domain.report.knowledge.known import Known
from relcase.domain.report.layout.cells import differs, in_table, is_of, tells_group
from relcase.domain.report.layout.headings import with_headings
from relcase.domain.report.layout.leading import leads
from relcase.domain.report.layout.pairs import other_of_pair
from relcase.domain.report.layout.parts import Part, parts
from relcase.domain.report.layout.surroundings import Surroundings
from relcase.domain.report.layout.tables import Framed
from relcase.domain.report.layout.thread import Thread
from relcase.domain.report.numbers.ourselves import without_own
from relcase.domain.report.numbers.trials import Judged, Trial
from relcase.domain.report.numbers.verdicts import tried
from relcase.domain.report.words.likeness import bare
from relcase.domain.report.words.masking import masked
from relcase.domain.report.words.splitting import sentences
from relcase.domain.wording.numerals import numerals

_OF_WORKS = frozenset({"D04", "D07"})
"""Rules on works that are cited and not listed so."""
_SEVERAL = 2
"""Numbers of a sentence that are hardly all wrong."""
_OURSELVES = re.compile(
    r"\b(?:[Oo]ur|[Ww]e(?!\s+(?:could|can)\s+find\b|\s+know\s+of\b)|[Mm]y|[Ll]ocally|[Hh]ere"
    r"|(?<!the\s)(?<!their\s)[Ll]ast\s+(?:year|quarter|month)(?!\s+of)|[Tt]his\s+(?:year|quarter|month))\b"
)
"""Words of those who write, who tell then of something of their own."""


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
    if report.form == "pdf":
        report = report._replace(passages=with_headings(report.passages, known))
    return _Judging(report, known, today, strangers).findings(keys)


class _Judging:
    """One report before the stores."""

    def __init__(
        self, report: Report, known: Known, today: date, strangers: bool
    ) -> None:
        self.report, self.known, self.today = report, known, today
        self.strangers = strangers
        self.surroundings = Surroundings(report.passages, known.sources, known.naming)
        self.tried: dict[tuple[str, tuple[About, ...], bool], Trial] = {}

    def findings(self, keys: Collection[str]) -> Findings:
        """The numbers and the claims, in order."""
        numbers: list[Number] = []
        claims = [*self._of_citations(keys), *stamped.check(self.report, self.known)]
        thread = Thread(leads(self.report.passages))
        every = parts(
            self.surroundings, self.known, thread.leads_to, strangers=self.strangers
        )
        for part in every:  # one by one: what the thread says changes on the way
            found = self._of_part(part, thread)
            numbers += found.numbers
            claims += found.claims
        claims.sort(key=lambda one: one.words)
        return Findings(tuple(sorted(numbers)), tuple(claims))

    def _of_citations(self, keys: Collection[str]) -> Iterator[Claim]:
        cited, listed = self.surroundings.cited, self.surroundings.listed
        known = {*keys, *self.known.sources.references}
        given = self.surroundings.given_anywhere
        for one in references.check(self.report, cited, listed, known, given):
            if one.rule not in _OF_WORKS or not self._is_of_ours_whole(one.words):
                yield one

    def _is_of_ours_whole(self, words: Words) -> bool:
        """Whether words stand in a sentence of ours, which may name a work it leaves out.

        Or right before one: "Gillard et al. (2022): a later trial found no clear gain."
        """
        text = self.report.passages[words.passage].text
        return any(
            bare(masked(text[at:end])) in self.known.by_own
            for start, end in sentences(text)
            if start <= words.start < end
            for at in (start, words.end)
        )

    def _of_part(self, part: Part, thread: Thread) -> Findings:
        """The numbers and the claims of a sentence, or of a part of one."""
        if part.frame:
            return self._of_cell(part, part.frame, thread)
        meant = self._meant(part, thread.hints(part))
        if not meant:
            thread.lose(part)
            return Findings(tuple(telling.strangers(part)) if self.strangers else ())
        is_quoted = part.is_quoted
        if is_quoted:
            meant = tuple(one._replace(versions=()) for one in meant)
        wording = not (part.is_answer or is_quoted or thread.goes_on(part, meant))
        wording = wording and not any(one.is_aside for one in meant)
        wording = wording and part.passage not in self.surroundings.labels
        trial = self._trial(part.text, meant, wording=wording)
        if _is_of_others(part, trial):
            return Findings(tuple(telling.strangers(part)) if self.strangers else ())
        trial = trial._replace(numbers=without_own(trial.numbers, part.text))
        thread.follow(part, meant)
        numbers = self._numbers(part, trial, thread)
        return Findings(
            tuple(
                one for one in numbers if self.strangers or one.verdict != "not_ours"
            ),
            tuple(telling.claims(part, trial)),
        )

    def _of_cell(self, part: Part, frame: Framed, thread: Thread) -> Findings:
        """The numbers of a cell: those of its head and its label are told elsewhere."""
        hints = thread.in_row(part.hints, frame.at)
        meant = () if frame.is_own else self._meant_in_cell(part, frame, hints)
        found = tuple(
            self._told_in_cell(part, frame, thread, meant, hints)
            if meant
            else (telling.strangers(part))
        )
        if not frame.is_own and all(one.verdict == "not_ours" for one in found):
            found = tuple(self._beside_in_row(part, frame, thread, hints)) or found
        return Findings(
            tuple(
                one
                for one in found
                if 0 <= one.words.start < one.words.end <= part.sentence.end
                and (self.strangers or one.verdict != "not_ours")
            )
        )

    def _beside_in_row(
        self, part: Part, frame: Framed, thread: Thread, hints: Hints
    ) -> Iterator[Number]:
        """The numbers of a cell as the other half of a pair, of which the row has one."""
        said = hints.cited or self.surroundings.introducing(frame)
        said = said or (hints.near if len(hints.near) == 1 else ())
        framed = self.surroundings.framed
        row = [framed[one] for one in frame.row if one in framed]
        for at in self._of_sources(said):
            subject = self.known.subjects[at]
            if other := other_of_pair(subject, frame, row, self.known):
                told = (one for one in numerals(part.text) if one.start >= -part.start)
                wrong = tuple(
                    differs(Judged(one, "differs"), other.told)._replace(
                        instead=instead(one, other.alone)
                    )
                    for one in told
                )
                trial = Trial(subject, About(at, 0.0, 0.0, surely=False), wrong, ())
                yield from self._numbers(part, trial, thread)
                return

    def _meant_in_cell(
        self, part: Part, frame: Framed, hints: Hints
    ) -> tuple[About, ...]:
        """The entries that a cell may speak of: those near it that have its group first."""
        said = hints.cited or self.surroundings.introducing(frame)
        near = self._of_sources(said or hints.near)
        of_group = tuple(
            About(at, 0.0, 0.0, surely=False)
            for at in near
            if (statistic := self.known.subjects[at].statistic)
            and tells_group(statistic, part.text, frame, self.known)
        )
        if of_group:
            return of_group
        meant: tuple[About, ...] = ()
        if said and not hints.cited:
            subjects = self.known.subjects
            meant = tuple(
                one
                for one in self._meant(part, hints._replace(cited=said))
                if is_of(subjects[one.subject], frame.label, self.known)
            )
        meant = meant or self._meant(part, hints)
        meant = tuple(one for one in meant if not one.is_aside)
        if hints.cited and near:  # the row says whose its numbers are
            meant = tuple(one for one in meant if one.subject in near)
        if (
            near
        ):  # a figure alone does not tell of another source than that of the table
            meant = tuple(one for one in meant if one.subject in near or not one.figure)
        return tuple(one for one in meant if one.subject in hints.before) or meant

    def _of_sources(self, keys: Collection[str]) -> Collection[int]:
        return dict.fromkeys(
            at for key in keys for at in self.known.by_source.get(key, ())
        )

    def _told_in_cell(
        self,
        part: Part,
        frame: Framed,
        thread: Thread,
        meant: tuple[About, ...],
        hints: Hints,
    ) -> Iterator[Number]:
        trial = self._trial(part.text, meant, wording=False)
        goes_on = trial.about.subject in hints.before
        trial = in_table(trial, frame, self.known, goes_on=goes_on)
        if trial.explained:
            thread.follow_row(frame.at, trial.about)
        return self._numbers(part, trial, thread)

    def _meant(self, part: Part, hints: Hints) -> tuple[About, ...]:
        found = about(part.text, hints, self.known)
        if part.is_quoted:  # what is taken back is of no entry by its source alone
            found = [one for one in found if one.is_plain or hints.cited]
        if part.is_answer and hints.before:
            found = [one for one in found if one.subject in hints.before] or [
                About(one, 0.0, 0.0, surely=False) for one in hints.before
            ]
        if not found and part.is_large:
            return self._with_number(part)
        if not found:
            return ()
        if _OURSELVES.search(part.text) and not hints.cited:
            found = [one for one in found if one.is_plain]
        if part.elsewhere:
            found = [one for one in found if one.own or one.like or one.versions]
        return tuple(found)

    def _with_number(self, part: Part) -> tuple[About, ...]:
        """The entries of the sources on a slide that have its large number."""
        having = having_results(part.text, self.known)
        near = self._of_sources(part.hints.near)
        return tuple(
            About(one, 0.0, 0.0, surely=False) for one in near if one in having
        )

    def _trial(self, text: str, meant: tuple[About, ...], *, wording: bool) -> Trial:
        """The trial of a sentence; the same sentence is tried once."""
        key = text, meant, wording
        if key not in self.tried:
            self.tried[key] = tried(text, meant, self.known, wording=wording)
        return self.tried[key]

    def _numbers(self, part: Part, trial: Trial, thread: Thread) -> Iterator[Number]:
        return telling.numbers(
            part,
            trial,
            stale=_stale(trial.subject.entry, self.today),
            unsourced=self._unsourced(part, trial, thread),
        )

    def _unsourced(self, part: Part, trial: Trial, thread: Thread) -> str:
        """Which source a sentence is without; empty where it stands near, or none is due."""
        if part.has_citation or not trial.subject.statistic:
            return ""
        key = trial.subject.entry.source.key
        near = (
            key in part.hints.near
            or key in self.surroundings.cited_under(part.section)
            or key in self.surroundings.cited_about(part.passage)
            or key in self.surroundings.cited_in(thread.leads.get(part.passage))
            or self.surroundings.names(part.passage, key)
        )
        is_own = trial.about.own or thread.topic  # the same finding, told once with it
        if near or (is_own and key in self.surroundings.cited_anywhere):
            return ""
        source = self.known.sources.short(key).removesuffix(".")  # of "n.d."
        return f"No source stands near it. It is from {source}."


def _is_of_others(part: Part, trial: Trial) -> bool:
    """Whether a sentence near a source of ours tells numbers that are none of its."""
    one = trial.about
    is_near = not (one.surely or one.own or one.like or one.versions or one.is_aside)
    subject = trial.subject
    if not is_near or subject.entry.source.key in part.hints.cited:
        return False
    told = [
        it for it in trial.numbers if it.numeral.kind not in ("year", "span", "level")
    ]
    return len(told) >= _SEVERAL and all(
        it.verdict in ("differs", "not_ours") for it in told
    )


def _stale(entry: Entry, today: date) -> str:
    """Why an entry should not be relied on any more; empty when it may."""
    if entry.status != "active":
        return f"The entry “{entry.id}” is {entry.status}; see: relcase show {entry.id}"
    if entry.review_by and entry.review_by < today.isoformat():
        return f"The source was to be looked at again by {entry.review_by}."
    return ""
