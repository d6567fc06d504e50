"""Marked places of a report: filled, and kept as the stores have it."""

from pathlib import Path
from typing import Any, Literal, NamedTuple

from relcase.api.library import Library
from relcase.api.marked_content import MarkedContent
from relcase.api.marked_files import MarkedFile, opened
from relcase.domain.changes import REWRITTEN, in_words
from relcase.domain.fingerprint import unstamped
from relcase.domain.marker import DEFAULT_LANG, REFERENCES, Marker, checksum
from relcase.domain.passage import Form, Place
from relcase.domain.problem import Problem, Severity
from relcase.domain.region import Fault, Region, still_shown
from relcase.errors import Unreadable
from relcase.store import textfile
from relcase.store import written as once_written

Edits = Literal["refuse", "overwrite", "keep"]
"""What becomes of a place that was edited by hand."""


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
    places: int = 0
    """How many marked places there are, whatever is to be said of them."""


def refresh(
    library: Library,
    data: bytes,
    path: str,
    style: str,
    lang: str = DEFAULT_LANG,
    *,
    edits: Edits = "refuse",
    form: Form | None = None,
    write: bool = True,
) -> Refreshed:
    """A report with its marked places as the stores have them now.

    ``style`` and ``lang`` are for markers that name none. ``write=False`` tells what would
    change, for who will not write it. Raises ``Unreadable`` when the
    report is of a form without markers, damaged or protected.
    """
    file = opened(data, path, form)
    content = MarkedContent(library, file, style, lang)
    run = _Run(file, content, path, edits, write)
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
        len(file.regions) + len(file.faults),
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
        file: MarkedFile,
        content: MarkedContent,
        path: str,
        edits: Edits,
        write: bool,
    ) -> None:
        self.file, self.content, self.path, self.edits = file, content, path, edits
        self.write = write
        self.folder = content.library.folder
        self.problems = [self._problem(one) for one in (*file.faults, *content.faults)]
        self.changed: list[Problem] = []
        self.edited: list[Version] = []
        self.texts: list[tuple[str, str]] = []

    def places(self) -> dict[int, tuple[Marker, Any]]:
        """What is to be written, by number of the place."""
        new = {}
        self._twice()
        for number in self.content.answers:
            region = self.file.regions[number]
            marker = self.content.named(region.marker)
            made = self.content.content(number, marker)
            if isinstance(made, Fault):
                self.problems.append(self._problem(made))
            elif marker.drawn:
                if redrawn := self._look(number, region, marker, made[0]):
                    new[number] = redrawn
            elif (written := self._decide(region, marker, *made)) is not None:
                new[number] = written
        return new

    def _look(
        self, number: int, region: Region, marker: Marker, text: str
    ) -> tuple[Marker, Any] | None:
        """What is drawn anew; of what cannot be, says whether the entry has changed since."""
        if checksum(text) == marker.drawn:
            return None
        if marker.parts == ("picture",) and checksum(region.content) == marker.drawn:
            columns = self.content.columns(number)
            chart = columns and self.file.chart(number, text, columns)
            if chart:
                self._change(region, marker, _difference(region, text), text)
                return marker._replace(drawn=checksum(text)), chart
        what = "the text here is of an older version of the entry"
        if marker.parts == ("picture",):
            how = _difference(region, text)
            what = f"the picture here still shows the older version ({how})"
        fault = still_shown(region.place, marker.title, what)
        self.problems.append(self._problem(fault))
        return None

    # What becomes of a place

    def _decide(
        self, region: Region, marker: Marker, text: str, payload: Any
    ) -> tuple[Marker, Any] | None:
        now, store = checksum(region.content), checksum(text)
        if region.is_empty:
            self._change(region, marker, _FILLED, text)
        elif now == store and not marker.kept:
            return None if marker.sum == now else (marker._replace(sum=now), None)
        elif region.is_edited or marker.kept:
            is_known = marker.kept == store and not region.is_edited
            if is_known and self.edits != "overwrite":
                return None
            return self._edited(region, marker, text, payload)
        else:
            self._change(region, marker, _difference(region, text), text)
        return marker._replace(sum=store), payload

    def _edited(
        self, region: Region, marker: Marker, text: str, payload: Any
    ) -> tuple[Marker, Any] | None:
        if self.edits == "overwrite":
            self._change(region, marker, _difference(region, text), text)
            return marker._replace(sum=checksum(text), kept=""), payload
        if self.edits == "keep":
            self._change(region, marker, _KEPT, region.content)
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
        if before is None and self.folder:
            before = once_written.kept(self.folder, marker.sum)
        self.edited.append(Version(problem, before, region.content, text))
        return None

    def _change(self, region: Region, marker: Marker, how: str, text: str) -> None:
        message = f"{marker.title}: {how}"
        if not self.write:
            is_done = how.startswith(_DONE)
            said = f"would be {how}" if is_done else f"would change: {how}"
            message = f"{marker.title} {said}"
        if self.file.form == "pptx" and _is_longer(region, marker, text):
            message += "; it is longer than before, so see that it fits its box"
        self.changed.append(self._made(region.place, "F08", "info", message))
        self.texts.append((region.content, text))

    # Problems

    def _twice(self) -> None:
        """Says which snippets stand there more than once."""
        seen: dict[tuple[Any, ...], Place] = {}
        for number in self.content.answers:
            region = self.file.regions[number]
            marker = region.marker
            if (
                marker.parts or marker.rows
            ):  # a slide has many places, and a list several
                continue
            same = (marker.what == REFERENCES, marker.ids, marker.shape, marker.say)
            if same in seen:
                first = seen[same]
                where = f"line {first.line}" if first.line else first.words
                said = f"{marker.title} is marked here and at {where} alike"
                self.problems.append(
                    self._made(region.place, "F06", "warning", said, "Take one out.")
                )
            seen.setdefault(same, region.place)

    def _problem(self, fault: Fault) -> Problem:
        return self._made(fault.place, fault.rule, "error", fault.message, fault.hint)

    def _made(
        self, place: Place, rule: str, how: Severity, said: str, hint: str = ""
    ) -> Problem:
        line, column, words = place
        return Problem(
            self.path, line, column, how, rule, said, hint or None, words or None
        )


_FILLED, _KEPT = "filled", "kept as it was edited"
_DONE = _FILLED, _KEPT, REWRITTEN
"""What is done with a place as a whole."""


def _difference(region: Region, text: str) -> str:
    """What changes in the words of a place; the hashes in notes are for programs."""
    before, after = unstamped(region.content), unstamped(text)
    return in_words(before, after) if before != after else "the version of its record"


_LONGER = 1.25
"""How many times its length a text of a slide may have before it is said."""


def _is_longer(region: Region, marker: Marker, text: str) -> bool:
    """Whether a text may be too long for its box; notes have room enough, and what stands
    for a picture needs none."""
    grown = len(text) > _LONGER * len(region.content) > 0
    return grown and marker.parts not in (("notes",), ("picture",))
