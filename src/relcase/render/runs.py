"""Lines as the runs of text that Word and PowerPoint keep, in the formatting around them."""

import re
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from relcase.domain.content import Document, Line, Text
from relcase.domain.inert import address, words
from relcase.render.rows import rows

_INSIDE = re.compile(rb"<[^>]*[^/>]>(.*)</[^>]*>", re.S)
_WORD = {
    "i": b"<w:i/>",
    "b": b"<w:b/>",
    "c": b"<w:smallCaps/>",
    "^": b'<w:vertAlign w:val="superscript"/>',
    "_": b'<w:vertAlign w:val="subscript"/>',
}
_SLIDE = {
    "b": b' b="1"',
    "i": b' i="1"',
    "^": b' baseline="30000"',
    "_": b' baseline="-25000"',
}
_FIELD = (
    b'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    b'<w:r><w:instrText xml:space="preserve">%s</w:instrText></w:r>'
    b'<w:r><w:fldChar w:fldCharType="separate"/></w:r>%s'
    b'<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
"""A link without a part of the file that would have to list it."""
_SET_BY_US = re.compile(rb'\s(?:i|baseline)="[^"]*"')
_BOLD = re.compile(rb'\sb="[^"]*"')
_AFTER_LINK = re.compile(rb"<a:(?:hlinkMouseOver|rtl|extLst)\b")
"""What the format wants behind a link."""
_STYLE = re.compile(rb"(<[^>]*?)(?:/>|>(.*)</[^>]*>)", re.S)


def for_word(document: Document, around: bytes) -> Sequence[bytes]:
    """The rows of a document as runs with the prefix ``w``; ``around`` is a ``w:rPr``."""
    return [
        b"".join(_word_run(part, around) for part in _texts(row))
        for row in rows(document)
    ]


def for_slide(
    document: Document, around: bytes, link: Callable[[str], bytes]
) -> Sequence[bytes]:
    """The rows of a document as runs with the prefix ``a``; ``around`` is an ``a:rPr``.

    ``link`` makes what stands in it for an address.
    """
    return [
        b"".join(_slide_run(part, around, link) for part in _texts(row))
        for row in rows(document)
    ]


def _texts(row: Line) -> list[Text]:
    return [part for part in row if isinstance(part, Text)]


def _word_run(part: Text, around: bytes) -> bytes:
    given = _INSIDE.fullmatch(around)
    inside = given[1] if given else b""
    inside += b"".join(mark for letter, mark in _WORD.items() if letter in part.style)
    style = b"<w:rPr>%s</w:rPr>" % inside if inside else b""
    shown = escape(words(part.text)).encode()
    run = b'<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>' % (style, shown)
    if url := address(part.url):
        code = escape(f' HYPERLINK "{url}" ').encode()
        return _FIELD % (code, run)
    return run


def _slide_run(part: Text, around: bytes, link: Callable[[str], bytes]) -> bytes:
    given = _STYLE.fullmatch(around)
    opening, inside = (given[1], given[2] or b"") if given else (b"<a:rPr", b"")
    opening = _SET_BY_US.sub(b"", opening)
    if "b" in part.style:
        opening = _BOLD.sub(b"", opening)
    opening += b"".join(mark for letter, mark in _SLIDE.items() if letter in part.style)
    if url := address(part.url):
        after = _AFTER_LINK.search(inside)
        at = after.start() if after else len(inside)
        inside = inside[:at] + link(url) + inside[at:]
    shown = escape(words(part.text)).encode()
    style = b"%s>%s</a:rPr>" % (opening, inside)
    return b"<a:r>%s<a:t>%s</a:t></a:r>" % (style, shown)
