"""Decks: an answer as slides, composed once and written as PowerPoint, Markdown or HTML."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from relcase.api.library import Library
from relcase.domain.answer import Answer
from relcase.domain.content import Image
from relcase.domain.deck import Bar, Bars, Deck, Size, Theme, Visual
from relcase.domain.marker import Marker, named_lang
from relcase.domain.query import Query
from relcase.domain.vocabulary import Length
from relcase.errors import BadValue

if TYPE_CHECKING:
    from relcase.charts.chart import Chart
    from relcase.compose.deck import Part
    from relcase.compose.material import Material
    from relcase.domain.listed import Listed
    from relcase.domain.record import Record
    from relcase.render.powerpoint.deck import Foreign

Form = Literal["pptx", "markdown", "html"]
FORMS: tuple[Form, ...] = get_args(Form)
_MEDIA: dict[Form, Literal["png", "svg"]] = {"pptx": "png", "html": "svg"}
_SCALE = 1.75
"""Pixels of a picture for one of its drawing: as many as a projector of 1920 shows."""
_COMPARED = 2
"""Bars of a comparison: more of them belong into a chart of their own."""
_NAME = 64
"""Characters in the name of a bar that has room under it."""


class Look(NamedTuple):
    """How a deck looks: its form, the shape of a slide, its colours."""

    form: Form = "pptx"
    size: Size = "16:9"
    theme: Theme = "light"
    """Also of pictures in a template, which has colours of its own for all else."""


POWERPOINT = Look()


def deck(
    library: Library,
    answer: Answer,
    style: str,
    lang: str,
    look: Look = POWERPOINT,
    *,
    title: str | None = None,
    covered: bool = True,
    references: bool = True,
    say: Length | None = None,
    marked: bool = False,
) -> Deck:
    """An answer as a whole deck, with its pictures drawn for the form.

    ``title`` stands on the cover, which a deck that is not ``covered`` goes without, as
    one that is put into another. ``say`` puts the generated sentence in the place of
    the headline. ``marked`` lets ``refresh`` keep it current in PowerPoint. Raises
    ``MissingExtra`` where a picture is needed and cannot be drawn, and ``BadValue`` where
    a style cites by footnotes, which cannot be kept.
    """
    from relcase.compose import deck as composer

    parts = _parts(library, answer)
    made = material(library, answer, style, lang)
    if marked:
        groups = composer.grouped(made, parts)
        entries = [one for _, group in groups for one in group]
        made = each_alone(library, made, entries, style, lang)
    made = made._replace(visuals=visuals(made.records, look, library.folder))
    return composer.compose(
        made,
        parts,
        title=title or _title(parts, answer),
        covered=covered,
        references=references,
        say=say,
        lang=lang,
        marker=marker_of(style, lang) if marked else None,
    )


def marker_of(style: str, lang: str) -> Marker:
    """What the marks of a deck have in common."""
    return Marker("", style=style, lang=named_lang(lang))


def each_alone(
    library: Library,
    made: "Material",
    entries: "Sequence[Listed]",
    style: str,
    lang: str,
) -> "Material":
    """The same as each entry has it when it is asked for alone, in the order of slides.

    What its slide says then does not change with what else stands in the deck, or with
    the place that studies were compared with, which a later reader of the deck cannot
    tell. Sources are cited in the order of the slides. Raises ``BadValue`` where a style
    cites by footnotes.
    """
    from relcase.compose.marked import NO_NOTES, has_notes

    alone = [library.answer(Query(ids=(one.id,), hidden=True)) for one in entries]
    keys = [one.source for one in entries]
    keys += [key for one in alone for key in one.cites]
    sources = library.references(tuple(dict.fromkeys(keys)), style, lang)
    if has_notes(sources):
        raise BadValue("--style", style, NO_NOTES)
    otherwise = [found for one in alone for found in one.otherwise]
    answer = made.answer._replace(entries=entries, otherwise=otherwise, fits={})
    records = {one: held._replace(fit=None) for one, held in made.records.items()}
    return made._replace(answer=answer, records=records, sources=sources)


def opened(path: Path | None, option: str) -> "Foreign | None":
    """A PowerPoint file of the user's, read whole, with the option that named it."""
    if path is None:
        return None
    from relcase.render.powerpoint.deck import Foreign
    from relcase.render.powerpoint.package import FILE_LIMIT
    from relcase.store.textfile import read_bytes

    return Foreign(str(path), read_bytes(path, FILE_LIMIT, ""), option)


def deck_file(
    made: Deck,
    look: Look = POWERPOINT,
    *,
    template: "Foreign | None" = None,
    into: "Foreign | None" = None,
    after: int | None = None,
) -> bytes:
    """A deck as a file.

    ``template`` and ``into`` are for PowerPoint: a template that is filled, or a deck that
    the slides are put into, after its slide number ``after`` or at its end. Raises
    ``MissingExtra``, ``Unreadable`` for a file that is no PowerPoint file, ``BadValue``
    for one without a layout that serves or without the slide.
    """
    if look.form == "markdown":
        from relcase.render import deck_markdown

        return deck_markdown.render(made).encode()
    if look.form == "html":
        from relcase.render import deck_html

        return deck_html.render(made, look.size, look.theme).encode()
    from relcase.render.powerpoint import deck as powerpoint

    if into is not None:
        return powerpoint.extended(made, into, after)
    if template is not None:
        return powerpoint.filled(made, template)
    return powerpoint.designed(made, look.size, look.theme)


def slides_to_paste(
    library: Library,
    answer: Answer,
    style: str,
    lang: str,
    *,
    references: bool = True,
    say: Length | None = None,
) -> str:
    """An answer as slides in Markdown, without cover and sections, to paste into a deck."""
    from relcase.compose import deck as composer
    from relcase.compose.listing import keys_of
    from relcase.render import deck_markdown

    made = material(library, answer, style, lang)
    slides = composer.statements(made, say)
    if references:
        slides += composer.reference_slides(made.sources, keys_of(answer.entries))
    return deck_markdown.slides(Deck("", tuple(slides), lang))


def material(library: Library, answer: Answer, style: str, lang: str) -> "Material":
    """All that slides are composed of: whole records and formatted sources, no pictures."""
    from relcase.compose.material import Material

    records = {
        one.id: library.record(one.id)._replace(fit=answer.fits.get(one.id))
        for one in answer.entries
    }
    return Material(answer, records, library.references(answer.cites, style, lang))


def visuals(
    records: "Mapping[str, Record]", look: Look, folder: Path | None = None
) -> dict[str, Visual]:
    """By id, what shows a statistic better than its number alone.

    Two groups in whole people as icons, drawn for the form; two values as bars, which
    PowerPoint draws itself. Markdown has none: it is one file of text. ``folder`` is the
    cache, where what was drawn before is found again.
    """
    if look.form == "markdown":
        return {}
    found = ((one, _visual(record, look, folder)) for one, record in records.items())
    return {one: visual for one, visual in found if visual is not None}


def _visual(record: "Record", look: Look, folder: Path | None) -> Visual | None:
    from relcase.api.drawing import drawn

    made = chart_beside(record, look.theme)
    if made is None:
        return None
    if made.kind == "icons":
        return Image(drawn(folder, made, _MEDIA[look.form], _SCALE), made.alt)
    return _bars(made)


def bars_beside(record: "Record") -> Bars | None:
    """The chart on the slide of a statistic, where PowerPoint draws it itself."""
    made = chart_beside(record)
    return None if made is None or made.kind == "icons" else _bars(made)


def _bars(made: "Chart") -> Bars:
    return Bars(
        made.alt, tuple(Bar(one.label, one.value, one.shown) for one in made.bars)
    )


def chart_beside(record: "Record", theme: Theme = "light") -> "Chart | None":
    """The chart that stands on the slide of a statistic, not yet drawn."""
    from relcase.charts import making
    from relcase.charts.palette import THEMES as PALETTES

    made = making.beside(record, PALETTES[theme], beside_words=True)
    if made is None or made.kind == "icons":
        return made
    too_long = any(len(one.label) > _NAME for one in made.bars)
    return None if too_long or len(made.bars) != _COMPARED else made


def _parts(library: Library, answer: Answer) -> "list[Part]":
    """The sectors in the order of the store, those that were asked for first."""
    from relcase.compose.deck import Part

    rows = library.sectors()
    asked = answer.query.sectors
    rows.sort(key=lambda one: one.id not in asked)
    return [Part(one.id, one.name, one.description) for one in rows]


def _title(parts: "list[Part]", answer: Answer) -> str:
    asked = [one.name for one in parts if one.id in answer.query.sectors]
    if not asked:
        return "What is known of human relationships"
    return f"What is known of human relationships: {', '.join(asked)}"
