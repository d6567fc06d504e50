"""The paragraphs of a text box, and others in their place that look like them."""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple
from xml.sax.saxutils import unescape

from relcase.reading.pptx import A
from relcase.reading.slide_links import CLICK, Link, Links
from relcase.reading.xml_spans import Node

_NAMESPACE = A.strip("{}").encode()
_TEXT = re.compile(rb"<a:t>([^<]*)</a:t>")


Write = Callable[[bytes, Link], Sequence[bytes]]
"""Makes the runs of each paragraph, given the formatting around them and the links."""


class Row(NamedTuple):
    """A paragraph, where it stands in the XML and how it looks."""

    start: int
    end: int
    text: str
    shape: bytes
    """Its own formatting."""
    style: bytes
    """That of most of its words, without their link."""
    click: bytes
    """What makes a link of words in it; empty if none are."""


def text_of(body: Node) -> str:
    """The words of a box, a row for each paragraph."""
    return "\n".join(map(_words, _paragraphs(body)))


def rows_of(xml: bytes, body: Node) -> list[Row]:
    """The paragraphs of a box."""
    return [_row(xml, one) for one in _paragraphs(body)]


def rewritten(old: Sequence[Row], write: Write, links: Links) -> bytes:
    """Other paragraphs in the place of these, each as the one that it stands for looks."""
    click = next((one.click for one in old if one.click), b"")
    styled: dict[bytes, Sequence[bytes]] = {}

    def made(style: bytes) -> Sequence[bytes]:
        if style not in styled:
            styled[style] = write(style, links.like(click))
        return styled[style]

    texts = [_unescaped(one) for one in made(old[0].style)]
    models = _models([one.text for one in old], texts, old)
    new = [(like.shape, made(like.style)[at]) for at, like in enumerate(models)]
    # A box without any paragraph is none that PowerPoint opens.
    return b"".join(
        b'<a:p xmlns:a="%s">%s%s</a:p>' % (_NAMESPACE, shape, runs)
        for shape, runs in new or [(old[0].shape, b"")]
    )


def _models(
    before: Sequence[str], after: Sequence[str], old: Sequence[Row]
) -> Iterator[Row]:
    """For each of the new rows the old one that it looks like: the same, else that in its
    place, else the last of those it stands for."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for _, start, end, first, last in matcher.get_opcodes():
        most = max(start, end - 1)
        for number in range(last - first):
            yield old[min(start + number, most, len(old) - 1)]


def _paragraphs(body: Node) -> list[Node]:
    return [one for one in body.children if one.tag == f"{A}p"]


def _words(paragraph: Node) -> str:
    return "".join(one.text for one in paragraph.each(f"{A}t"))


def _row(xml: bytes, paragraph: Node) -> Row:
    runs = [one for one in paragraph.children if one.tag == f"{A}r"]
    clicks = [one.child(f"{A}rPr", CLICK) for one in runs]
    click = next((one for one in clicks if one), None)
    # What is bold in a sentence is a word or two; the rest shows how the sentence looks.
    most = max(
        runs,
        key=lambda one: (one.child(f"{A}rPr", CLICK) is None, len(_words(one))),
        default=None,
    )
    style = most.child(f"{A}rPr") if most else None
    bare = _bytes_of(xml, style)
    if style and (link := style.child(CLICK)):
        bare = xml[style.start : link.start] + xml[link.end : style.end]
    return Row(
        paragraph.start,
        paragraph.end,
        _words(paragraph),
        _bytes_of(xml, paragraph.child(f"{A}pPr")),
        bare,
        _bytes_of(xml, click),
    )


def _unescaped(runs: bytes) -> str:
    return unescape(b"".join(_TEXT.findall(runs)).decode())


def _bytes_of(xml: bytes, node: Node | None) -> bytes:
    return xml[node.start : node.end] if node else b""
