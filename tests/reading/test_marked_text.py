"""Marked places of any text: found again after they were written, the rest untouched."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relcase.domain.marker import Marker, Misspelt, checksum, parse, written
from relcase.reading.marked_text import MarkedText
from relcase.reading.xml_spans import replaced, tree

PIECES = [
    *("words ", "\n", "\n\n", "\r\n", "  ", "> ", "- ", "`", "```\n", "é", "%", "\\"),
    *(
        "<!-- relcase: stat a -->",
        "<!-- relcase: stat b short -->\n",
        "<!-- /relcase -->",
    ),
    *("<!-- relcase: references apa sum=0123456789ab -->\n", "<!-- other -->", "<!--"),
    *("% relcase: stat a\n", "% /relcase\n", "<script>", "\\begin{verbatim}"),
]
TEXT = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(text=TEXT, form=st.sampled_from(["markdown", "html", "latex"]))
@settings(max_examples=300)
def test_what_is_written_is_found_again(text: str, form: str) -> None:
    found = MarkedText(text, form)  # type: ignore[arg-type]
    assert found.rewritten({}) == text
    content = "new words"
    new = {
        number: (one.marker._replace(sum=checksum(content)), content)
        for number, one in enumerate(found.regions)
    }
    after = MarkedText(found.rewritten(new), form)  # type: ignore[arg-type]
    assert [one.content for one in after.regions] == [content] * len(found.regions)
    assert not any(one.is_edited for one in after.regions)
    assert after.rewritten(dict(new)) == after.text


def test_many_marks_in_a_line_take_no_longer_each() -> None:
    text = "x" * 10_000_000 + "<!-- relcase: stat a -->" * 20_000
    began = process_time()
    assert len(MarkedText(text, "markdown").regions) == 20_000
    assert process_time() - began < 5


@pytest.mark.parametrize(
    ("words", "marker"),
    [
        ("stat a-b", Marker("statistic", ("a-b",))),
        ("a-b slide", Marker("", ("a-b",), "slide")),
        ("story a long style=apa", Marker("story", ("a",), None, "long", "apa")),
        ("references apa lang=de-DE", Marker("references", (), None, None, "apa", "de-DE")),
        ("contrary a b", Marker("contrary", ("a", "b"))),
        ("stat a say=short sum=0123456789ab", Marker("statistic", ("a",), None, "short", sum="0123456789ab")),
    ],
)  # fmt: skip
def test_markers(words: str, marker: Marker) -> None:
    assert parse(words) == marker
    assert parse(written(marker)) == marker


@pytest.mark.parametrize(
    "words",
    ["", "stat", "stat a b", "stat a loud", "a sum=no", "a style=", 'a style="x"'],
)
def test_words_that_are_no_marker(words: str) -> None:
    with pytest.raises(Misspelt):
        parse(words)


def test_bytes_around_a_replaced_element_stay() -> None:
    xml = b"""<?xml version="1.0"?>\n<a:x xmlns:a='u' b = "1>2"><a:y/><!-- <a:y> --><a:y >&lt;\xc3\xa9</a:y></a:x>"""
    first, second = tree(xml, "a.docx").each("{u}y")
    assert second.text == "<é"
    edits = [(one.start, one.end, b"<z/>") for one in (second, first)]
    assert replaced(xml, edits) == (
        b"""<?xml version="1.0"?>\n<a:x xmlns:a='u' b = "1>2"><z/><!-- <a:y> --><z/></a:x>"""
    )
