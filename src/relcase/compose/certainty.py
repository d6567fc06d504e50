"""How sure a statistic is, with reasons; and the rating step by step."""

from collections.abc import Iterator

from relcase.domain.certainty.rating import Rating, Step
from relcase.domain.content import (
    Block,
    Document,
    Heading,
    Items,
    Line,
    Paragraph,
    Table,
    Text,
    line,
)
from relcase.domain.record import Record
from relcase.domain.vocabulary import rated, spoken


def blocks(rating: Rating) -> Iterator[Block]:
    """The word with its reasons, what would raise it, and the scales of others."""
    yield Heading(line(f"How sure: {rated(rating.word)}"), 2)
    yield Items(tuple(line(reason) for reason in rating.reasons))
    if rating.would_raise:
        yield Paragraph(line(Text("What would raise it:", "b")))
        yield Items(tuple(line(one) for one in rating.would_raise))
    yield Paragraph(_scales(rating))


def _scales(rating: Rating) -> Line:
    scales = rating.crosswalk
    others = {
        "GRADE": scales.grade,
        "Maryland scale": scales.maryland,
        "Nesta standards": scales.nesta,
    }
    named = [f"{name} {value}" for name, value in others.items() if value is not None]
    where = f" On other scales, roughly: {', '.join(named)}." if named else ""
    return line(
        "This is relcase certainty (GRADE-informed), computed from the record.",
        where,
        f" {_ALLOWED} {_quoted(scales.may_say)}.",
    )


_ALLOWED = "It allows words of this kind, where they fit what was found:"


def _quoted(words: str) -> str:
    """Each of the words in quotation marks: they are examples, not what was found."""
    return ", ".join(f"“{one}”" for one in words.replace("; ", ", ").split(", "))


def why(record: Record) -> Document:
    """Every step of the rating, from its start to the word."""
    rating = record.rating
    heading = Heading(line(record.entry.headline), 1)
    if rating is None:
        return Document((heading, Paragraph(line("Only statistics are rated."))))
    rows = tuple(
        (line(str(number)), line(_PARTS[step.part]), _moved(step), line(step.reason))
        for number, step in enumerate(rating.steps, start=1)
    )
    table = Table(("Step", "What", "Certainty", "Why"), rows)
    _, _, *rest = blocks(rating)
    word = Paragraph(line(Text(f"Certainty: {rated(rating.word)}", "b")))
    return Document((heading, word, table, *rest))


def _moved(step: Step) -> Line:
    if step.before is None or step.before == step.after:
        return line(spoken(step.after))
    return line(f"{spoken(step.before)} → {spoken(step.after)}")


_PARTS = {
    "start": "start",
    "down": "down",
    "up": "up",
    "cap": "ceiling",
    "override": "a person\u2019s judgement",
}
