"""The parts of a slide that tells an entry, as the rows of text that they are shown in."""

from collections.abc import Iterable

from relcase.domain.content import Document, Line, line
from relcase.domain.content import plain as bare
from relcase.domain.deck import Number, Statement
from relcase.domain.inert import words
from relcase.domain.marker import Part
from relcase.domain.vocabulary import rated
from relcase.render import plain

CERTAINTY = "Certainty"
"""What stands over how sure it is."""


def rows(slide: Statement, parts: Iterable[Part]) -> list[Line]:
    """The rows of these parts, in their order; of a picture, the words that stand for it."""
    return [row for part in parts for row in _rows(slide, part)]


def told(slide: Statement, parts: Iterable[Part]) -> str:
    """The same as bare words, a row each."""
    return "\n".join(words(bare(row)) for row in rows(slide, parts))


def notes(slide: Statement) -> str:
    """What the speaker reads."""
    return plain.render(Document(slide.notes)).rstrip("\n")


def _rows(slide: Statement, part: Part) -> list[Line]:
    match part:
        case "headline":
            return [line(slide.title)]
        case "number" | "label":
            return _of_number(slide.number, part) if slide.number else []
        case "quotation" if slide.quotation:
            by = line("— ", slide.quotation.attribution)
            return [slide.quotation.content, by]
        case "words":
            return list(slide.words)
        case "certainty" if slide.certainty:
            return [line(CERTAINTY), line(rated(slide.certainty))]
        case "source":
            return [slide.source]
        case "notes":
            return [line(row) for row in notes(slide).split("\n")]
    visual = slide.visual.alt if slide.visual else ""
    shown = {"caveat": slide.caveat, "picture": visual}.get(part)
    return [line(shown)] if shown else []


def _of_number(number: Number, part: Part) -> list[Line]:
    four = (number.large, number.of, number.other, number.other_of)
    return [line(one) for one in ((number.label,) if part == "label" else four) if one]
