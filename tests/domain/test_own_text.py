"""A person's own words in a plan: a small part of Markdown, and the rest is words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relcase.domain.content import (
    Document,
    Heading,
    Items,
    Paragraph,
    Quotation,
    Text,
    line,
    plain,
)
from relcase.domain.own_text import blocks, inlines
from relcase.render import html


def test_paragraphs_lists_sub_headings_and_quotations() -> None:
    text = """
We ask for two people
for two years.

- one
- two,
  and more of it
1. first
2. second

### Why now
> So it was
> said.
"""
    assert blocks(text) == (
        Paragraph(line("We ask for two people for two years.")),
        Items((line("one"), line("two, and more of it"))),
        Paragraph(line("1. first")),
        Paragraph(line("2. second")),
        Heading(line("Why now"), 3),
        Quotation(line("So it was said.")),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* and **b**", (Text("a", "i"), Text(" and "), Text("b", "b"))),
        ("_a_ and __b__", (Text("a", "i"), Text(" and "), Text("b", "b"))),
        ("**a *b* c**", (Text("**a "), Text("b", "i"), Text(" c**"))),
        ("[NHS](https://nhs.uk/a_(b))", (Text("NHS", "", "https://nhs.uk/a_(b)"),)),
        ("<https://nhs.uk>", (Text("https://nhs.uk", "", "https://nhs.uk"),)),
        (r"\*not\*", (Text("*"), Text("not"), Text("*"))),
        ("2 * 3 * 4 = 24", (Text("2 * 3 * 4 = 24"),)),
        ("snake_case_word", (Text("snake_case_word"),)),
        ("<b>bold</b> & more", (Text("<b>bold</b> & more"),)),
        ("[no](link", (Text("[no](link"),)),
    ],
)
def test_emphasis_and_links(text: str, expected: tuple[Text, ...]) -> None:
    assert inlines(text) == expected


def test_what_is_no_markdown_of_ours_cannot_do_anything_on_a_page() -> None:
    text = "<script>alert(1)</script> [x](javascript:alert(1)) {{ a }} ![y](z.png)"
    written = html.render(_document(text))
    assert "<script" not in written
    assert "javascript:" not in written
    assert "<img" not in written
    assert "{{" not in written


def _document(text: str) -> Document:
    return Document(blocks(text))


@given(st.text(alphabet="ab *_[]()<>\\\n-#>1.https://", max_size=60))
def test_no_word_is_lost(text: str) -> None:
    def letters(words: str) -> list[str]:
        return sorted(one for one in words if one in "ab")

    told = "".join(plain(_content(block)) for block in blocks(text))
    if "](" not in text:  # the address of a link is not shown
        assert letters(told) == letters(text)


def _content(block: object) -> tuple[Text, ...]:
    if isinstance(block, Items):
        return tuple(part for item in block.items for part in item)  # type: ignore[misc]
    return block.content  # type: ignore[attr-defined,no-any-return]
