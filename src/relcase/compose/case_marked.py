"""A plan as a document of places that wait to be filled, and can be kept current.

It holds what each entry says alone. What a case says of all of them together (how sure
they are, the annex) is left out, since nothing could keep that current.
"""

from collections.abc import Iterator

from relcase.compose.case import whose
from relcase.compose.listing import REFERENCES as HEADING
from relcase.compose.material import Material
from relcase.domain import own_text
from relcase.domain.content import (
    Block,
    Document,
    Heading,
    Items,
    Paragraph,
    References,
    Text,
    line,
)
from relcase.domain.marker import CONTRARY, REFERENCES, Marker, waiting
from relcase.domain.plan import Plan, Section


def compose(plan: Plan, material: Material, marker: Marker) -> Document:
    """The case with a place for each entry; ``marker`` names the style of all."""
    blocks: list[Block] = [Paragraph(line(Text(whose(plan, material), "i")))]
    for section in plan.sections:
        blocks.append(Heading(line(section.title), 2))
        if section.part == "ask":
            blocks.append(Paragraph(line(Text(plan.ask, "b"))))
        blocks += own_text.blocks(section.text)
        blocks += _entries(plan, section, material, marker)
        if section.part == "unknowns" and material.answer.otherwise:
            contrary = waiting(marker._replace(what=CONTRARY))
            blocks.append(Paragraph(line(contrary)))
    if plan.ids:
        listed = waiting(marker._replace(what=REFERENCES))
        blocks += [Heading(line(HEADING), 2), References((line(listed),))]
    return Document(tuple(blocks), plan.title)


def _entries(
    plan: Plan, section: Section, material: Material, marker: Marker
) -> Iterator[Block]:
    for entry in map(material.answer.by_id.__getitem__, section.entries):
        place = marker._replace(what=entry.kind, ids=(entry.id,))
        if entry.kind == "statistic":
            yield from _statistic(plan, place)
        elif entry.kind == "action":
            yield Items((line(waiting(place)),))
        else:
            yield Paragraph(line(waiting(place)))


def _statistic(plan: Plan, place: Marker) -> Iterator[Block]:
    """The sentence of the length that the case has; in a long one under its headline."""
    if plan.length == "long":
        yield Heading(line(waiting(place._replace(parts=("headline",)))), 3)
    yield Paragraph(line(waiting(place._replace(say=plan.length))))
