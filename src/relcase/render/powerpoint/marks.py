"""Names of shapes that say what of an entry they hold, so that it can be kept current."""

from collections.abc import Callable, Sequence
from typing import Any

from relcase.domain.deck import Points, Statement
from relcase.domain.marker import BEGINS, Marker, Part, checksum, written
from relcase.render import slide_parts
from relcase.render.powerpoint.measure import Para, Run

Name = Callable[[Sequence[Para]], str]
"""The name of a shape by what stands in it; empty where nothing is to be kept."""


def unmarked(paras: Sequence[Para]) -> str:
    """No shape has a name of ours."""
    return ""


def of_statement(slide: Statement) -> Name:
    """Names for what a slide tells of an entry.

    What does not stand there as the entry has it, because it is a picture, cut or goes on
    over several slides, is marked as drawn: no text can be put in its place.
    """
    marker = slide.marker
    if marker is None:
        return unmarked

    def name(paras: Sequence[Para]) -> str:
        parts = _parts(slide, paras)
        if not parts or not all(one.part for one in paras):
            return ""
        known_by = checksum(slide_parts.told(slide, parts))
        if checksum(_text(paras)) == known_by:
            return _name(marker._replace(parts=parts, sum=known_by))
        return _name(marker._replace(parts=parts, drawn=known_by))

    return name


def _parts(slide: Statement, paras: Sequence[Para]) -> tuple[Part, ...]:
    """What paragraphs tell; with a number also the label that it may have later, unless a
    picture takes the room of it."""
    found: list[Part] = [one.part for one in paras if one.part]
    if "number" in found and "label" not in found and slide.visual is None:
        found.insert(len(found) - found[::-1].index("number"), "label")
    return tuple(dict.fromkeys(found))


def of_references(slide: Points, pages: Sequence[Sequence[Para]]) -> Name:
    """Names for the pages of a list of sources, unless one is divided among them."""
    marker = slide.marker
    if marker is None or sum(map(len, pages)) != len(slide.items):
        return unmarked

    def name(paras: Sequence[Para]) -> str:
        if not any(paras == one for one in pages):
            return ""
        return _name(marker._replace(rows=len(paras), sum=checksum(_text(paras))))

    return name


def whole(part: Part, text: str = "") -> tuple[Para]:
    """A part that is not made of measured paragraphs: a picture, a page of notes."""
    return (Para((Run(text),), 0, 0, part=part),)


def put(shape: Any, name: str) -> None:
    """Gives a shape its name; an empty one leaves it as it is."""
    if name:
        shape.xpath(".//p:cNvPr")[0].set("name", name)


def _name(marker: Marker) -> str:
    return f"{BEGINS} {written(marker)}"


def _text(paras: Sequence[Para]) -> str:
    return "\n".join("".join(run.text for run in one.runs) for one in paras)
