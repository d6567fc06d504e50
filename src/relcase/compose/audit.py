"""What publications say, what is wrong with it, and what can be said instead."""

from collections.abc import Iterator, Sequence

from relcase.domain.content import (
    Block,
    Document,
    Heading,
    Items,
    Line,
    Paragraph,
    Quotation,
    Table,
    Text,
    line,
)
from relcase.domain.evidence import Said

INTRODUCTION = (
    "Wordings like these are passed on in good faith, and most careful publications have "
    "some. The evidence behind them often holds; the better sentence says what it shows."
)

OTHERS = (
    "A sentence that is not listed has not been looked at; that does not make it safe. To "
    "look for one: relcase search, with a few of its words."
)

Row = tuple[str, str, Said]
"""Id of the statistic, citation of the publication, its version."""


def as_table(rows: Sequence[Row]) -> Document:
    """Three columns: what is said and by whom, what is wrong with it, what to say."""
    body = tuple(
        (
            line(f"“{said.words}” ({citation})", Text(f" {entry_id}", "q")),
            _problems(said),
            line(said.better),
        )
        for entry_id, citation, said in rows
    )
    header = ("What is said", "What the study does not say", "What can be said")
    table = Table(header, body)
    return Document((Paragraph(line(INTRODUCTION)), table, Paragraph(line(OTHERS))))


def as_text(rows: Sequence[Row]) -> Document:
    """The same one below the other, for narrow screens and long reading."""
    blocks = (Paragraph(line(INTRODUCTION)), *_blocks(rows), Paragraph(line(OTHERS)))
    return Document(blocks)


def _blocks(rows: Sequence[Row]) -> Iterator[Block]:
    for entry_id, citation, said in rows:
        yield Heading(line(entry_id), 2)
        yield Quotation(line(f"“{said.words}”"), line(citation))
        yield Items(tuple(_problem(one.message, one.rule) for one in said.problems))
        yield Paragraph(line(Text("Say: ", "b"), said.better))


def _problem(message: str, rule: str) -> Line:
    return line(message, Text(f" [{rule}]", "q"))


def _problems(said: Said) -> Line:
    parts: list[str | Line] = []
    for number, one in enumerate(said.problems):
        parts += [" " if number else "", _problem(one.message, one.rule)]
    return line(*parts)
