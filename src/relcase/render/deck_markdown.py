"""Decks as Markdown that Marp and Quarto both read.

Slides are divided by rules and headed by a heading of the first level; what the speaker
reads is a comment, which Marp shows as notes. A deck may be whole, with a front page
that both programs understand, or slides alone, to be pasted into another.
"""

import re
from collections.abc import Iterator

from relcase.domain.content import Block, Document, Heading, Line, Paragraph, Text, line
from relcase.domain.deck import (
    Cover,
    Deck,
    Number,
    Points,
    Section,
    Slide,
    Statement,
    split,
)
from relcase.domain.inert import words
from relcase.domain.vocabulary import spoken
from relcase.render import markdown, plain

_COMMENT_END = re.compile(r"--(?=[\s!]*>)")
_TEMPLATE = re.compile(r"(?<=[{<])(?=[{%#<])")
_RULE = "\n\n---\n\n"


def render(deck: Deck) -> str:
    """The whole deck."""
    return _front(deck) + slides(deck)


def slides(deck: Deck) -> str:
    """The slides alone."""
    written = _RULE.join(map(_slide, split(deck.slides)))
    return written + "\n" if written else ""


def _front(deck: Deck) -> str:
    """What Marp and Quarto are told beforehand; either passes over the other's part.

    The title is written as a string of JSON, which YAML reads as the same words.
    """
    from json import dumps

    title = _TEMPLATE.sub(" ", words(deck.title))
    return (
        f"---\nmarp: true\ntitle: {dumps(title, ensure_ascii=False)}\n"
        f"lang: {deck.lang}\npaginate: true\n"
        "format:\n  revealjs:\n    slide-level: 1\n---\n\n"
    )


def _slide(slide: Slide) -> str:
    shown = markdown.render(Document((Heading(line(slide.title), 1), *_blocks(slide))))
    parts = [shown.rstrip("\n")]
    if slide.notes:
        notes = plain.render(Document(slide.notes)).rstrip()
        inside = _TEMPLATE.sub(" ", _COMMENT_END.sub("‐‐", notes))
        parts.append(f"<!--\n{inside}\n-->")
    return "\n\n".join(parts)


def _blocks(slide: Slide) -> Iterator[Block]:
    match slide:
        case Cover() | Section():
            yield from map(Paragraph, slide.lines)
        case Points():
            yield from map(Paragraph, slide.items)
        case Statement():
            if slide.quotation:
                yield slide.quotation
            yield from map(Paragraph, _lines(slide))


def _lines(slide: Statement) -> Iterator[Line]:
    if slide.number:
        yield from _number(slide.number)
    yield from slide.words
    if slide.caveat:
        yield line(Text(slide.caveat, "i"))
    if slide.certainty:
        yield line(f"Certainty: {spoken(slide.certainty)}")
    yield slide.source


def _number(number: Number) -> Iterator[Line]:
    yield line(Text(number.large, "b"), f" {number.of}")
    if number.other:
        yield line(
            Text(number.other, "b"), f" {number.other_of}" * bool(number.other_of)
        )
    if number.label:
        yield line(number.label)
