"""What the stores have for each marked place of a report."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from relcase.api import decks
from relcase.api.library import Library
from relcase.api.marked_files import MarkedFile
from relcase.compose import marked
from relcase.domain.answer import Answer
from relcase.domain.content import Document, Image, Paragraph
from relcase.domain.formatted import Formatted
from relcase.domain.marker import (
    CONTRARY,
    DEFAULT_LANG,
    REFERENCES,
    TOLD_PARTS,
    Marker,
)
from relcase.domain.passage import Place
from relcase.domain.query import Query
from relcase.domain.region import Fault, Region, not_there
from relcase.errors import LeftOut, UnknownName

if TYPE_CHECKING:
    from relcase.domain.listed import Listed
    from relcase.reading.slide_chart import Columns


class MarkedContent:
    """The contents of the places of one report, composed one by one."""

    def __init__(
        self, library: Library, file: MarkedFile, style: str, lang: str
    ) -> None:
        self.library, self.file = library, file
        listed = (one.marker for one in file.regions if one.marker.what == REFERENCES)
        self.style = next((one.style for one in listed if one.style), style)
        self.lang = lang
        self.faults: list[Fault] = []
        """What names something that the stores do not hold."""
        self.standing: dict[int, Answer] = {}
        """The same of places with a fault where something stands, and is left."""
        self.answers = dict(self._answers())
        """The entries of each place, by its number; of places with a fault none."""
        self.shown, self.keys = self._keys()
        self.formatted: dict[tuple[str, str], Formatted] = {}

    def named(self, marker: Marker) -> Marker:
        """The marker with the style and language that are in force for it."""
        written = marker.sum or marker.drawn or self.lang == DEFAULT_LANG
        lang = marker.lang or ("" if written else self.lang)
        return marker._replace(style=marker.style or self.style, lang=lang)

    def content(self, number: int, marker: Marker) -> tuple[str, Any] | Fault:
        """The words of a place, and what is written there; a fault if it cannot be."""
        region, answer = self.file.regions[number], self.answers[number]
        try:
            sources = self._sources(marker)
        except UnknownName as error:
            return not_there(region.place, str(error))
        made = self._document(number, marker, sources)
        if made.blocks and marked.has_notes(sources):
            return not_there(region.place, marked.NO_NOTES)
        if marker.shape == "slide" and self.file.form == "markdown":
            text = self._slide(marker, answer)
            return text, text
        if not made.blocks and marker.parts and not (marker.sum or marker.drawn):
            return self._no_part(number, marker, sources)
        return self.file.content(made, region)

    def _no_part(self, number: int, marker: Marker, sources: Formatted) -> Fault:
        """A part that the entry is without, named for the first time."""
        each = (marker._replace(parts=(part,)) for part in TOLD_PARTS)
        there = [
            one.parts[0]
            for one in each
            if self._of_slide(one, self.answers[number], sources).blocks
        ]
        asked = " and no ".join(marker.parts)
        said = f"{marker.title} has no {asked}; its parts are {', '.join(there)}"
        return not_there(self.file.regions[number].place, said, f"As: part={there[0]}.")

    def _document(self, number: int, marker: Marker, sources: Formatted) -> Document:
        region, answer = self.file.regions[number], self.answers[number]
        if marker.what == REFERENCES:
            return marked.references(sources, self.shown, *self._rows(number, marker))
        if marker.parts:
            return self._of_slide(marker, answer, sources)
        return marked.document(marker, answer, sources, inline=region.inline)

    def _slide(self, marker: Marker, answer: Answer) -> str:
        """A slide of Markdown."""
        lang = marker.lang or DEFAULT_LANG
        made = decks.slides_to_paste(
            self.library, answer, marker.style, lang, references=False, say=marker.say
        )
        return made.strip("\n")

    def _of_slide(self, marker: Marker, answer: Answer, sources: Formatted) -> Document:
        """Parts of a slide of PowerPoint."""
        from relcase.compose import deck
        from relcase.compose.material import Material
        from relcase.render import slide_parts

        (entry,) = answer.entries
        record = self.library.record(entry.id)
        chart = decks.chart_beside(record) if "picture" in marker.parts else None
        visuals = {entry.id: Image(b"", chart.alt)} if chart else {}
        material = Material(answer, {entry.id: record}, sources, visuals)
        slide = deck.statement(entry, material, marker.say)
        rows = slide_parts.rows(slide, marker.parts)
        return Document(tuple(map(Paragraph, rows)))

    def columns(self, number: int) -> "Columns | None":
        """What the chart of a place is to show; ``None`` for what is no chart."""
        from relcase.reading.slide_chart import Columns
        from relcase.render.powerpoint.visuals import of_chart

        (entry,) = self.answers[number].entries
        bars = decks.bars_beside(self.library.record(entry.id))
        if bars is None:
            return None
        labels, values, number_format, workbook = of_chart(bars.bars)
        return Columns(tuple(labels), tuple(values), number_format, workbook)

    def _rows(self, number: int, marker: Marker) -> tuple[int, int | None]:
        """From which row to which a list of sources stands at a place.

        One that goes on over several slides has as many rows on each as before, and the
        rest on the last.
        """
        if not marker.rows:
            return 0, None
        pages = [
            (at, one.marker.rows)
            for at, one in enumerate(self.file.regions)
            if one.marker.rows
        ]
        start = sum(rows for at, rows in pages if at < number)
        return start, None if number == pages[-1][0] else start + marker.rows

    # What the places ask for

    def _answers(self) -> Iterator[tuple[int, Answer]]:
        asked: dict[tuple[tuple[str, ...], bool], Answer] = {}
        for number, region in enumerate(self.file.regions):
            marker = region.marker
            if marker.what == REFERENCES:
                yield number, Answer(Query(), ())
                continue
            wanted = marker.ids or self._marked_entries(), marked.needs_contrary(marker)
            if wanted not in asked:
                query = Query(ids=wanted[0], hidden=True)
                asked[wanted] = self.library.answer(query, balance=wanted[1])
            answer = asked[wanted]
            if fault := self._fault(region, answer):
                self.faults.append(fault)
                if not region.is_empty:
                    self.standing[number] = answer
            else:
                yield number, answer

    def _fault(self, region: Region, answer: Answer) -> Fault | None:
        """What is wrong with the entries that a place names."""
        marker = region.marker
        try:
            for one_id in marker.ids:  # ours does not stand in for one that has errors
                self.library.require_in_order(one_id)
        except LeftOut as error:
            return not_there(region.place, str(error), "Mend it, and refresh again.")
        found: dict[str, Listed] = {one.id: one for one in answer.entries}
        missing = next((one for one in marker.ids if one not in found), None)
        if missing is not None:
            return self._unknown(region.place, missing)
        if marker.kind and any(one.kind != marker.kind for one in found.values()):
            first = marker.ids[0]
            said = f"'{first}' is no {marker.kind}, it is a {found[first].kind}"
            return not_there(region.place, said, "Change the marker.")
        return None

    def _marked_entries(self) -> tuple[str, ...]:
        """The entries of all places that name one."""
        named = (one.marker for one in self.file.regions if one.marker.what != CONTRARY)
        ids = dict.fromkeys(one_id for marker in named for one_id in marker.ids)
        return tuple(one for one in ids if self.library.has(one)) or ("",)

    def _unknown(self, place: Place, entry_id: str) -> Fault | None:
        try:
            self.library.entry(entry_id)
        except UnknownName as error:
            return not_there(place, str(error))
        return None

    def _keys(self) -> tuple[frozenset[str], tuple[str, ...]]:
        """The sources that the report shows; and in their order, with those after them that
        only the notes of its slides cite."""
        known = set(self.library.names("keys"))
        cited = [(at, key) for at, key in self.file.cited() if key in known]
        aside: list[str] = []
        for number, answer in sorted({**self.answers, **self.standing}.items()):
            region = self.file.regions[number]
            cited += [(region.at, one.source) for one in answer.entries]
            if region.marker.parts:
                aside += answer.cites
            else:
                cited += [(region.at, one.source) for one in answer.otherwise]
        shown = [key for _, key in sorted(cited, key=lambda pair: pair[0])]
        return frozenset(shown), tuple(dict.fromkeys([*shown, *aside]))

    def _sources(self, marker: Marker) -> Formatted:
        wanted = marker.style, marker.lang or DEFAULT_LANG
        if wanted not in self.formatted:
            self.formatted[wanted] = self.library.references(self.keys, *wanted)
        return self.formatted[wanted]
