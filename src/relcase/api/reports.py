"""Finished reports checked against what the stores know, and mended where that is safe."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from relcase.api.library import Library
from relcase.domain import absolute, alone, amounts, conversions, large_number
from relcase.domain.passage import Form, Report
from relcase.domain.problem import Problem, Severity
from relcase.domain.query import Query
from relcase.domain.report import Findings, Known, judge, mending
from relcase.domain.report.citations.sources import Sources
from relcase.domain.report.findings import FAULTS, Claim, Number, Words
from relcase.domain.report.knowledge import keeping, own_words, subjects, values
from relcase.domain.report.knowledge import known as knowledge
from relcase.domain.report.knowledge.subjects import Subject
from relcase.domain.report.silences import Silence, apply, in_text, wrong
from relcase.domain.report.words import likeness, masking, splitting
from relcase.domain.vocabulary import KINDS
from relcase.domain.wording import (
    derived,
    facts,
    number_words,
    numerals,
    phrases,
    shapes,
    spelling,
    years,
)
from relcase.errors import CouldNot
from relcase.reading import LIMIT, TOO_LARGE, bib_keys, comments, read, verbatim
from relcase.reading.encoding import decode, legible
from relcase.store import knowledge_cache
from relcase.store.records import decoded
from relcase.store.textfile import read_bytes, write_whole

TEXTS = ("markdown", "text", "html", "latex")
"""The forms that have lines, and that can be mended."""
_SEVERITY: dict[str, Severity] = {
    "differs": "error",
    "misworded": "error",
    "stale": "error",
    "unsourced": "warning",
}


class Checked(NamedTuple):
    """A report, what was found in it, and how its silences served."""

    path: Path
    data: bytes
    """The file as it was read."""
    report: Report
    findings: Findings
    others: tuple[Problem, ...] = ()
    """What is wrong with the silences that stand in it."""
    used: frozenset[Silence] = frozenset()
    """The silences that let something stand in it."""

    @property
    def faulty(self) -> bool:
        """Whether something differs, is misworded or stale."""
        return self.findings.faulty

    def text(self, words: Words) -> str:
        """The words at a place of the report."""
        return self.report.passages[words.passage].text[words.start : words.end]

    @property
    def problems(self) -> list[Problem]:
        """Everything that is wrong, in the order of the text."""
        found: list[tuple[Words, Problem]] = []
        for number in self.findings.numbers:
            if number.verdict in _SEVERITY:
                found += [(number.words, one) for one in self._of_number(number)]
        for claim in self.findings.claims:
            found += [(claim.words, one) for one in self._of_claim(claim)]
        found.sort(key=lambda pair: pair[0])
        return [*(problem for _, problem in found), *self.others]

    def _of_number(self, one: Number) -> Iterator[Problem]:
        """A problem for each rule that it breaks."""
        for rule, message in one.faults:
            said = f"“{self.text(one.words)}” {VERDICT_WORDS[one.verdict]}: {message}"
            yield self._problem(
                one.words,
                _SEVERITY[one.verdict],
                rule,
                said.rstrip(". "),
                f"Say: {one.say}" if one.say else None,
            )

    def _of_claim(self, one: Claim) -> Iterator[Problem]:
        for rule, message in one.faults:
            told = message.rstrip(".")
            yield self._problem(one.words, one.severity, rule, told, one.hint)

    def _problem(
        self,
        words: Words,
        severity: Severity,
        rule: str,
        message: str,
        hint: str | None,
    ) -> Problem:
        place = self.report.passages[words.passage].places.at(words.start)
        return Problem(
            str(self.path),
            place.line,
            place.column,
            severity,
            rule,
            message,
            hint,
            place.words or None,
        )


VERDICT_WORDS = {
    "matches": "matches",
    "differs": "differs",
    "misworded": "is misworded",
    "stale": "is stale",
    "unsourced": "is unsourced",
    "not_ours": "is not ours",
    "silenced": "is let stand",
}


def known_of(library: Library) -> Known:
    """What the stores know, made ready to be recognised in reports.

    It is made once for the stores as they are, and kept where the library keeps things.
    """
    listed = library.find(Query(kinds=KINDS, hidden=True))
    references = {one.key: one for one in library.sources()}
    records = list(library.records([one.id for one in listed]))
    entries = [
        Subject(
            one.id,
            one.source,
            partial(decoded, record),
            one.certainty,
            one.short or "",
            one.long or "",
        )
        for one, record in zip(listed, records, strict=True)
    ]
    sources = Sources.of(references)
    if library.folder is None:
        return Known.of(entries, sources)
    name = knowledge_cache.made_of(records, _CODE)
    kept = knowledge_cache.get(library.folder, library.stores, name)
    if kept is not None:
        return keeping.known(kept, entries, sources)
    known = Known.of(entries, sources)
    knowledge_cache.put(library.folder, library.stores, name, keeping.plain(known))
    return known


_CODE = [
    str(one.__file__)
    for one in (
        *(absolute, alone, amounts, conversions, large_number),
        *(
            keeping,
            knowledge,
            likeness,
            masking,
            own_words,
            splitting,
            subjects,
            values,
        ),
        *(derived, facts, number_words, numerals, phrases, shapes, spelling, years),
    )
]
"""The modules that decide how a record is recognised."""


def check_reports(
    library: Library,
    paths: Iterable[Path],
    *,
    form: Form | None = None,
    silences: Sequence[Silence] = (),
    today: date | None = None,
    strangers: bool = True,
    failed: Callable[[CouldNot], None] | None = None,
) -> Iterator[Checked]:
    """Each report held against the stores, one after the other.

    ``form`` says what the files are where their names do not. ``silences`` hold besides
    those that stand in the files; ``wrong_silences`` judges them. Raises ``Unreadable``
    for a file that cannot be read; with ``failed``, that is told instead and the next one
    is read.
    """
    known, day = known_of(library), today or date.today()
    for path in paths:
        try:
            data = read_bytes(path, LIMIT, TOO_LARGE)
            report = read(data, str(path), form)
        except CouldNot as error:
            if failed is None:
                raise
            failed(error)
            continue
        mine = [*silences]
        if report.form in TEXTS:
            text = decode(data, str(path)).text
            mine += in_text(report, text, comments(text, report.form))
        if report.passages:
            keyed = any(one.citations for one in report.passages)
            keys = bib_keys.beside(path) if keyed else frozenset()
            found = judge(report, known, day, strangers=strangers, keys=keys)
            yield Checked(path, data, report, *apply(report, found, mine, day))
        else:
            yield Checked(path, data, report, Findings())


def wrong_silences(
    silences: Sequence[Silence], checked: Sequence[Checked], today: date | None = None
) -> list[Problem]:
    """What is wrong with silences that stand in no report, when all are checked."""
    used = frozenset[Silence]().union(*(one.used for one in checked))
    paths = [str(one.path) for one in checked]
    return list(wrong(silences, used, paths, today or date.today()))


class Mended(NamedTuple):
    """A report with its safe replacements made."""

    path: Path
    before: str
    after: str
    changes: int
    data: bytes
    """The mended file, in the encoding that it had."""


def mended(checked: Checked) -> Mended:
    """A text report with the record's figure where another stood in the same form.

    A number is replaced where it differs, the record has one figure in its place, and
    that can be written in the same form; wording is left to its author, and so are the
    words of others, code, and the ends of ranges. Raises
    ``CouldNot`` for files that have no lines.
    """
    if checked.report.form not in TEXTS:
        raise CouldNot(
            f"{checked.path} cannot be mended: only Markdown, text, HTML and LaTeX can."
        )
    decoded = decode(checked.data, str(checked.path))
    text, stored = decoded.text, decoded.stored
    parts, at = [], 0
    for one in mending.replacements(
        checked.report,
        checked.findings.numbers,
        text,
        verbatim(text, checked.report.form),
    ):
        if one.start >= at:
            parts += [stored[at : one.start], one.new]
            at = one.end
    mended = "".join((*parts, stored[at:]))
    data = decoded.encode(mended, str(checked.path))
    return Mended(checked.path, text, legible(mended), len(parts) // 2, data)


def write_mended(checked: Checked, mend: Mended) -> None:
    """Puts the mended file in the place of the old one, in one step.

    Raises ``CouldNot`` when the file has changed since it was checked.
    """
    if read_bytes(checked.path) != checked.data:
        raise CouldNot(
            f"{checked.path} has changed since it was checked; check it again."
        )
    write_whole(checked.path, mend.data)


__all__ = [
    "FAULTS",
    "Checked",
    "Mended",
    "check_reports",
    "known_of",
    "mended",
    "write_mended",
    "wrong_silences",
]
