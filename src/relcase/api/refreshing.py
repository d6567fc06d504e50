"""Marked places of a report: filled, and kept as the stores have it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from relcase.api.library import Library
from relcase.api.marked_files import MarkedFile, opened
from relcase.compose import marked
from relcase.domain.answer import Answer
from relcase.domain.changes import in_words
from relcase.domain.formatted import Formatted
from relcase.domain.marker import CONTRARY, REFERENCES, Marker, checksum
from relcase.domain.passage import Form, Place
from relcase.domain.problem import Problem, Severity
from relcase.domain.query import Query
from relcase.domain.region import Fault, Region
from relcase.errors import UnknownName, Unreadable
from relcase.store import textfile
from relcase.store import written as once_written

if TYPE_CHECKING:
    from relcase.domain.listed import Listed

Edits = Literal["refuse", "overwrite", "keep"]
"""What becomes of a place that was edited by hand."""
DEFAULT_LANG = "en-GB"


class Version(NamedTuple):
    """A place that was edited by hand, in its three versions."""

    problem: Problem
    written: str | None
    """What was written there, if it is known on this machine."""
    now: str
    store: str


class Refreshed(NamedTuple):
    """A report brought up to date."""

    path: str
    form: Form
    data: bytes
    before: bytes
    changed: tuple[Problem, ...]
    """Each place that changed, from what to what; rule F08."""
    edited: tuple[Version, ...]
    """Places left alone because they were edited by hand; rule F07."""
    problems: tuple[Problem, ...]
    """What is wrong with marks and what they name."""
    texts: tuple[tuple[str, str], ...]
    """Of each place that changed, what stood there and what stands there now."""


def refresh(
    library: Library,
    data: bytes,
    path: str,
    style: str,
    lang: str = DEFAULT_LANG,
    *,
    edits: Edits = "refuse",
    form: Form | None = None,
) -> Refreshed:
    """A report with its marked places as the stores have them now.

    ``style`` and ``lang`` are for markers that name none. Raises ``Unreadable`` when the
    report is of a form without markers, damaged or protected.
    """
    file = opened(data, path, form)
    run = _Run(library, file, path, style, lang, edits)
    new = run.places()
    after = file.rewritten(new) if new else data
    if library.folder:
        for _, text in run.texts:
            once_written.keep(library.folder, text)
    return Refreshed(
        path,
        file.form,
        after,
        data,
        tuple(run.changed),
        tuple(run.edited),
        tuple(run.problems),
        tuple(run.texts),
    )


def replace(done: Refreshed, path: Path) -> None:
    """Writes a refreshed report to its file, whole.

    Raises ``Unreadable`` when the file is no longer what was read.
    """
    if textfile.read_bytes(path) != done.before:
        why = "it was changed by somebody else in the meantime; run the command again"
        raise Unreadable(path, why)
    textfile.write_whole(path, done.data)


class _Run:
    """One pass over the places of one report."""

    def __init__(
        self,
        library: Library,
        file: MarkedFile,
        path: str,
        style: str,
        lang: str,
        edits: Edits,
    ) -> None:
        self.library, self.file, self.path, self.edits = library, file, path, edits
        listed = (one.marker for one in file.regions if one.marker.what == REFERENCES)
        self.style = next((one.style for one in listed if one.style), style)
        self.lang = lang
        self.problems = [self._problem(one) for one in file.faults]
        self.changed: list[Problem] = []
        self.edited: list[Version] = []
        self.texts: list[tuple[str, str]] = []
        self.answers = dict(self._answers())
        self.keys = self._keys()
        self.formatted: dict[tuple[str, str], Formatted] = {}

    def places(self) -> dict[int, tuple[Marker, Any]]:
        """What is to be written, by number of the place."""
        new = {}
        self._twice()
        for number, answer in self.answers.items():
            region = self.file.regions[number]
            marker = self._named(region.marker)
            try:
                sources = self._sources(marker)
            except UnknownName as error:
                self._report(region.place, "F05", "error", str(error))
                continue
            made = marked.document(marker, answer, sources, inline=region.inline)
            if marked.has_notes(made.blocks, sources):
                self._report(region.place, "F05", "error", _NO_NOTES)
                continue
            if marker.shape == "slide" and self.file.form == "markdown":
                text = payload = self._slide(marker, answer)
            else:
                text, payload = self.file.content(made, region)
            if (written := self._decide(region, marker, text, payload)) is not None:
                new[number] = written
        return new

    def _slide(self, marker: Marker, answer: Answer) -> str:
        from relcase.api.decks import slides_to_paste

        lang = marker.lang or DEFAULT_LANG
        made = slides_to_paste(
            self.library, answer, marker.style, lang, references=False, say=marker.say
        )
        return made.strip("\n")

    # What the places ask for

    def _answers(self) -> Iterator[tuple[int, Answer]]:
        """The entries of each place; places that name none there are get a problem."""
        for number, region in enumerate(self.file.regions):
            marker = region.marker
            if marker.what == REFERENCES:
                yield number, Answer(Query(), ())
                continue
            ids = marker.ids or self._marked_entries()
            answer = self.library.answer(
                Query(ids=ids, hidden=True), balance=marked.needs_contrary(marker)
            )
            found: dict[str, Listed] = {one.id: one for one in answer.entries}
            missing = [one for one in marker.ids if one not in found]
            if missing:
                self._unknown(region.place, missing[0])
            elif marker.kind and any(e.kind != marker.kind for e in found.values()):
                said = f"'{marker.ids[0]}' is no {marker.kind}, it is a {found[marker.ids[0]].kind}"
                self._report(region.place, "F05", "error", said, "Change the marker.")
            else:
                yield number, answer

    def _marked_entries(self) -> tuple[str, ...]:
        """The entries of all places that name one."""
        named = (one.marker for one in self.file.regions if one.marker.what != CONTRARY)
        ids = dict.fromkeys(one_id for marker in named for one_id in marker.ids)
        return tuple(one for one in ids if self.library.has(one)) or ("",)

    def _unknown(self, place: Place, entry_id: str) -> None:
        try:
            self.library.entry(entry_id)
        except UnknownName as error:
            self._report(place, "F05", "error", str(error))

    def _keys(self) -> tuple[str, ...]:
        """The sources cited in the report, in the order in which they are."""
        known = set(self.library.names("keys"))
        cited = [(at, key) for at, key in self.file.cited() if key in known]
        for number, answer in self.answers.items():
            at = self.file.regions[number].at
            cited += [(at, one.source) for one in answer.entries]
            cited += [(at, one.source) for one in answer.otherwise]
        return tuple(dict.fromkeys(key for _, key in sorted(cited, key=lambda c: c[0])))

    def _sources(self, marker: Marker) -> Formatted:
        wanted = marker.style, marker.lang or DEFAULT_LANG
        if wanted not in self.formatted:
            self.formatted[wanted] = self.library.references(self.keys, *wanted)
        return self.formatted[wanted]

    def _named(self, marker: Marker) -> Marker:
        """The marker with the style and language that are in force for it."""
        lang = marker.lang or (
            "" if marker.sum or self.lang == DEFAULT_LANG else self.lang
        )
        return marker._replace(style=marker.style or self.style, lang=lang)

    # What becomes of a place

    def _decide(
        self, region: Region, marker: Marker, text: str, payload: Any
    ) -> tuple[Marker, Any] | None:
        now, store = checksum(region.content), checksum(text)
        if region.is_empty:
            self._change(region, marker, "filled", text)
        elif now == store and not marker.kept:
            return None if marker.sum == now else (marker._replace(sum=now), None)
        elif region.is_edited or marker.kept:
            if marker.kept == store and not region.is_edited:
                return None
            return self._edited(region, marker, text, payload)
        else:
            self._change(region, marker, in_words(region.content, text), text)
        return marker._replace(sum=store), payload

    def _edited(
        self, region: Region, marker: Marker, text: str, payload: Any
    ) -> tuple[Marker, Any] | None:
        if self.edits == "overwrite":
            self._change(region, marker, in_words(region.content, text), text)
            return marker._replace(sum=checksum(text), kept=""), payload
        if self.edits == "keep":
            self._change(region, marker, "kept as it was edited", region.content)
            own = checksum(region.content)
            return marker._replace(sum=own, kept=checksum(text)), None
        problem = self._made(
            region.place,
            "F07",
            "error",
            f"{marker.title} was edited by hand, and is left as it is",
            "To have the store's words: --edits overwrite. To keep yours: --edits keep.",
        )
        before = text if marker.sum == checksum(text) else None
        if before is None and self.library.folder:
            before = once_written.kept(self.library.folder, marker.sum)
        self.edited.append(Version(problem, before, region.content, text))
        return None

    def _change(self, region: Region, marker: Marker, how: str, text: str) -> None:
        message = f"{marker.title}: {how}"
        self.changed.append(self._made(region.place, "F08", "info", message))
        self.texts.append((region.content, text))

    # Problems

    def _twice(self) -> None:
        """Says which snippets stand there more than once."""
        seen: dict[tuple[Any, ...], Place] = {}
        for number in self.answers:
            region = self.file.regions[number]
            marker = region.marker
            same = (marker.what == REFERENCES, marker.ids, marker.shape, marker.say)
            if same in seen:
                first = seen[same]
                where = f"line {first.line}" if first.line else first.words
                said = f"{marker.title} is marked here and at {where} alike"
                self._report(region.place, "F06", "warning", said, "Take one out.")
            seen.setdefault(same, region.place)

    def _problem(self, fault: Fault) -> Problem:
        return self._made(fault.place, fault.rule, "error", fault.message, fault.hint)

    def _report(
        self, place: Place, rule: str, how: Severity, said: str, hint: str = ""
    ) -> None:
        self.problems.append(self._made(place, rule, how, said, hint))

    def _made(
        self, place: Place, rule: str, how: Severity, said: str, hint: str = ""
    ) -> Problem:
        line, column, words = place
        return Problem(
            self.path, line, column, how, rule, said, hint or None, words or None
        )


_NO_NOTES = (
    "a style with footnotes cannot be kept at a marked place; "
    "name an author-date or numeric style"
)
