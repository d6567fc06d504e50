"""A plan and the entries it names as slides: the ask, then one assertion a slide."""

from collections.abc import Iterator, Sequence

from relcase.compose import deck as slides
from relcase.compose.case import whose
from relcase.compose.listing import keys_of, sentence, with_citation
from relcase.compose.material import Material
from relcase.domain import own_text
from relcase.domain.content import Heading, Line, Paragraph, Quotation, Text, line
from relcase.domain.deck import BULLET, Cover, Deck, Points, Section, Slide, Statement
from relcase.domain.evidence import Barrier
from relcase.domain.formatted import Cited
from relcase.domain.listed import Listed
from relcase.domain.marker import Marker
from relcase.domain.plan import Plan
from relcase.domain.plan import Section as Planned

ON_A_SLIDE = 80
"""Words of one's own that a slide of a section shows; the rest is said, from the notes."""


def compose(
    plan: Plan,
    material: Material,
    lang: str,
    *,
    covered: bool = True,
    marker: Marker | None = None,
) -> Deck:
    """The whole deck: a cover with the ask, the sections in their order, the references.

    One that is not ``covered`` goes without the cover, as a part of another deck. With a
    ``marker`` every entry has a slide of its own, which says what it says alone.

    The words of a section stand on its slide as far as there is room; all of them are in
    its notes. Entries are told as in any deck.
    """
    listed = material.answer.by_id
    made = [*_cover(plan, material)] if covered else []
    for section in plan.sections:
        entries = [listed[one] for one in section.entries]
        if not covered or section.part != "ask" or section.text.strip():
            made += _section(plan, section, entries)
        if marker:
            answer = material.answer._replace(entries=entries)
            chosen = material._replace(answer=answer)
            made += slides.statements(chosen, marker=marker)
        else:
            made += _entries(section, entries, material)
    keys = keys_of(material.answer.entries) if marker else None
    made += slides.reference_slides(material.sources, keys, marker)
    return Deck(plan.title, tuple(made), lang)


def _cover(plan: Plan, material: Material) -> Iterator[Slide]:
    yield Cover(plan.title, (line(plan.ask), line(whose(plan, material))))


def _entries(
    section: Planned, entries: Sequence[Listed], material: Material
) -> Iterator[Slide]:
    """A slide for each entry; what is to be done stands together on one."""
    actions = [one for one in entries if one.kind == "action"]
    for one in entries:
        if one.kind != "action":
            yield slides.statement(_answered_elsewhere(one, material), material)
    if actions:
        told = tuple(Paragraph(sentence(one, _cited(one, material))) for one in actions)
        items = tuple(
            line(BULLET, with_citation(one.headline, _cited(one, material)))
            for one in actions
        )
        yield Points(section.title, items, notes=told)


def _answered_elsewhere(entry: Listed, material: Material) -> Listed:
    """A barrier without what answers it, where the case has slides for that."""
    barrier = material.records[entry.id].entry
    if isinstance(barrier, Barrier) and material.records.keys() & set(barrier.answers):
        return entry._replace(byline=None)
    return entry


def _cited(entry: Listed, material: Material) -> Cited | None:
    return material.sources.citations.get(entry.source)


def _section(
    plan: Plan, section: Planned, entries: Sequence[Listed]
) -> Iterator[Slide]:
    """The slide that a section begins with; of the ask, what is asked.

    It has the owner's own words, and without any it says what the section holds.
    """
    blocks = own_text.blocks(section.text)
    lines = tuple(_lines(section))
    if section.part == "ask" and not lines:
        yield Section(section.title, (line(plan.ask),))
    elif section.part == "ask":
        yield Statement(plan.ask, words=_first(lines), notes=blocks)
    elif lines and not section.entries:
        yield Points(section.title, _first(lines), notes=blocks)
    elif section.part != "actions":
        held = (line(f"{slides.counted(entries)}."),) if entries else ()
        yield Section(section.title, _first(lines)[:1] or held, notes=blocks)


def _first(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """As many of the lines as a slide has room for."""
    shown: list[Line] = []
    words = 0
    for one in lines:
        words += sum(len(part.text.split()) for part in one if isinstance(part, Text))
        if words > ON_A_SLIDE:
            break
        shown.append(one)
    return tuple(shown)


def _lines(section: Planned) -> Iterator[Line]:
    """The words of a section, a line for each paragraph and each item."""
    for block in own_text.blocks(section.text):
        if isinstance(block, Paragraph | Heading | Quotation):
            yield block.content
        else:
            yield from (line(BULLET, one) for one in block.items)
