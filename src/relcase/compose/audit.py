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
    """Three columns a publication: what is said, what is wrong with it, what to say."""
    blocks: list[Block] = []
    for citation, of_one in _by_publication(rows):
        body = tuple(
            (
                line(f"“{said.words}”", Text(f" {entry_id}", "q")),
                _problems(said),
                line(said.better),
            )
            for entry_id, _, said in of_one
        )
        blocks += [Heading(line(citation), 2), Table(_HEADER, body)]
    return _framed(blocks)


_HEADER = ("What is said", "What the study does not say", "What can be said")


def as_text(rows: Sequence[Row]) -> Document:
    """The same one below the other, for narrow screens and long reading."""
    blocks: list[Block] = []
    for citation, of_one in _by_publication(rows):
        blocks.append(Heading(line(citation), 2))
        for entry_id, _, said in of_one:
            blocks += _told(entry_id, said)
    return _framed(blocks)


def _by_publication(rows: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    for citation in dict.fromkeys(citation for _, citation, _ in rows):
        yield citation, [row for row in rows if row[1] == citation]


def _framed(blocks: Sequence[Block]) -> Document:
    return Document((Paragraph(line(INTRODUCTION)), *blocks, Paragraph(line(OTHERS))))


def _told(entry_id: str, said: Said) -> Iterator[Block]:
    yield Heading(line(entry_id), 3)
    yield Quotation(line(f"“{said.words}”"))
    yield Items(tuple(_problem(one.message, one.rule) for one in said.problems))
    yield Paragraph(line(Text("Say: ", "b"), said.better))


def _problem(message: str, rule: str) -> Line:
    return line(message, Text(f" [{rule}]", "q"))


def _problems(said: Said) -> Line:
    parts: list[str | Line] = []
    for number, one in enumerate(said.problems):
        parts += [" " if number else "", _problem(one.message, one.rule)]
    return line(*parts)
