"""Entries as paragraphs: the citation in its place, the caveat, who says it."""

from typing import Any

import pytest

from relcase.compose import listing
from relcase.domain.answer import Answer
from relcase.domain.content import (
    Footnote,
    Heading,
    Items,
    Quotation,
    References,
    Text,
    line,
    plain,
)
from relcase.domain.formatted import Cited, Formatted
from relcase.domain.listed import Listed
from relcase.domain.query import Query
from relcase.render import renderer

USUAL: dict[str, Any] = {
    **dict.fromkeys(Listed._fields),
    "id": "ties",
    "kind": "statistic",
    "store": "relcase",
    "status": "active",
    "headline": "Ties matter.",
    "body": "People with ties lived longer.",
    "verified": "full_text",
    "source": "aster2015",
    "author_date": "Aster, 2015",
}
PARENTHESES = Cited(line("(Aster, 2015)"), line("Aster (2015)"))
RAISED = Cited(line(Text("1", "^")), line("Aster", Text("1", "^")))
NOTE = Cited((Footnote((Text("Aster 2015."),)),), line("Aster"))


def entry(**more: Any) -> Listed:
    return Listed(**USUAL | more)


def sentence(one: Listed, cited: Cited | None = PARENTHESES) -> str:
    """The paragraph of one entry as Markdown."""
    from relcase.domain.content import Document, Paragraph

    return renderer("markdown")(
        Document((Paragraph(listing.sentence(one, cited)),))
    ).rstrip()


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, "**Ties matter.** People with ties lived longer (Aster, 2015)."),
        (
            {"caveat": "One study."},
            "**Ties matter.** People with ties lived longer (Aster, 2015). *One study.*",
        ),
        (
            {"body": "Do ties matter?"},
            "**Ties matter.** Do ties matter (Aster, 2015)?",
        ),
        ({"body": "Ties!"}, "**Ties matter.** Ties (Aster, 2015)!"),
        ({"body": "Ties matter"}, "**Ties matter.** Ties matter (Aster, 2015)"),
        (
            {"status": "withdrawn"},
            "**Withdrawn: Ties matter.** People with ties lived longer (Aster, 2015).",
        ),
        (
            {"kind": "definition", "byline": "social tie"},
            "**Social tie.** Ties matter. People with ties lived longer (Aster, 2015).",
        ),
        (
            {"kind": "action", "byline": "funders"},
            "**Ties matter.** People with ties lived longer (Aster, 2015). For: funders.",
        ),
        (
            {"kind": "story", "byline": "Gorse"},
            "**Ties matter.** People with ties lived longer (Aster, 2015).",
        ),
    ],
)
def test_a_sentence(more: dict[str, Any], expected: str) -> None:
    assert sentence(entry(**more)) == expected


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        (PARENTHESES, "People with ties lived longer (Aster, 2015)."),
        (RAISED, "People with ties lived longer.^1^"),
        (NOTE, "People with ties lived longer.[^1]\n\n[^1]: Aster 2015."),
        (Cited((), ()), "People with ties lived longer."),
        (None, "People with ties lived longer."),
    ],
)
def test_the_place_of_a_citation(cited: Cited | None, expected: str) -> None:
    assert sentence(entry(), cited) == f"**Ties matter.** {expected}"


def test_a_quotation() -> None:
    quote = entry(kind="quote", body="We begin with kindness.", byline="Ann Dogwood")
    assert listing.quotation(quote, PARENTHESES) == Quotation(
        line("“We begin with kindness.”"), line("Ann Dogwood ", "(Aster, 2015)")
    )
    nameless = listing.quotation(quote._replace(byline=None), None)
    assert plain(nameless.attribution) == "Speaker not named (Aster, 2015)"
    withdrawn = listing.quotation(quote._replace(status="withdrawn"), None)
    assert plain(withdrawn.content) == "Withdrawn: “We begin with kindness.”"


def test_a_list_of_several_kinds() -> None:
    """Quotations stand between lists, in the order given; references come last."""
    sources = Formatted({"aster2015": PARENTHESES}, (("aster2015", line("Aster A.")),))
    quote = entry(kind="quote", id="q")
    made = listing.compose(
        Answer(Query(), [entry(), entry(), quote, entry()]), sources, references=True
    )
    assert [type(block) for block in made.blocks] == [
        *(Items, Quotation, Items, Heading, References),
    ]
    assert made.blocks[-1] == References((line("Aster A."),))
    bare = listing.compose(Answer(Query(), [entry()]), sources, references=False)
    assert [type(block) for block in bare.blocks] == [Items]
    assert listing.compose(Answer(Query(), ()), sources, references=True).blocks == ()


def test_sources_in_order_of_first_use() -> None:
    one, other = entry(source="b"), entry(source="a")
    assert listing.keys_of([one, other, one]) == ("b", "a")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C")],
)
def test_several_in_words(parts: tuple[str, ...], expected: str) -> None:
    assert plain(listing.listed_in_words([line(one) for one in parts])) == expected
