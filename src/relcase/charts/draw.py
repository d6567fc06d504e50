"""A chart as a file: SVG, PNG, PDF, or its specification.

Each carries its title, its text alternative and its source where the format keeps them.
"""

import json
import re
import struct
import zlib
from html import escape
from typing import Any, Literal

from relcase import __version__
from relcase.charts.chart import Chart
from relcase.domain.inert import json_text, words
from relcase.errors import MissingExtra

Form = Literal["svg", "png", "pdf", "json"]
FORMS: tuple[Form, ...] = ("svg", "png", "pdf", "json")

_VERSION = "5.20"
"""The Vega-Lite that the specifications are written for."""
SCALE = 2
"""Pixels of a PNG for one of the drawing, so that it is sharp on a screen and on paper."""


def draw(chart: Chart, form: Form, scale: float = SCALE) -> bytes:
    """The chart as a file; ``scale`` is for PNG alone.

    Raises ``MissingExtra`` when the drawing library is not installed; ``json`` needs none.
    """
    if form == "json":
        plain = json.dumps(chart.spec, ensure_ascii=False, indent=1)
        return (json_text(plain) + "\n").encode()
    library, spec = _library(), dict(chart.spec)
    if form == "svg":
        made: str = library.vegalite_to_svg(spec, vl_version=_VERSION)
        return _described(made, chart).encode()
    if form == "png":
        pixels: bytes = library.vegalite_to_png(spec, vl_version=_VERSION, scale=scale)
        return _labelled(pixels, chart)
    page: bytes = library.vegalite_to_pdf(spec, vl_version=_VERSION)
    return _titled(page, chart)


def depends_on(chart: Chart, form: Form, scale: float = SCALE) -> bytes:
    """All that a file depends on: equal answers, equal files.

    Raises ``MissingExtra`` when the drawing library is not installed.
    """
    made_with = (__version__, _library().__version__, _VERSION)
    said = (chart.title, chart.alt, chart.source)
    everything = (made_with, form, scale, said, chart.spec)
    return json.dumps(everything, sort_keys=True).encode()


def in_dots(svg: str, dots: int) -> bytes:
    """Any drawing as a PNG of so many dots an inch. Raises ``MissingExtra``."""
    made: bytes = _library("A drawing in an office file").svg_to_png(svg, ppi=dots)
    return made


def _library(what: str = "A picture") -> Any:
    try:
        import vl_convert
    except ImportError:
        raise MissingExtra(what) from None
    return vl_convert


def _described(svg: str, chart: Chart) -> str:
    """The SVG as one picture with a name and a description."""
    said = words(f"{chart.alt} {chart.source}")
    head = (
        f"<title>{escape(words(chart.title), quote=False)}</title>"
        f"<desc>{escape(said, quote=False)}</desc>"
    )
    opened = re.match(r"<svg\b[^>]*>", svg)
    if opened is None:
        raise AssertionError("vl-convert gave no SVG")
    start = f'{opened[0][:-1]} role="img">'
    return f"{start}{head}{_UNTOLD.sub('', svg[opened.end() :])}\n"


_UNTOLD = re.compile(r' (?:role|aria-roledescription|aria-hidden)="[^"]*"')
"""What Vega says of the parts of a picture that is told as a whole."""


_HEADER_END = 8 + 4 + 4 + 13 + 4
"""Where the first chunk of a PNG ends: signature, length, name, header, checksum."""


def _labelled(png: bytes, chart: Chart) -> bytes:
    """The PNG with its words in international text chunks (PNG specification, 11.3.3.4)."""
    told = {
        "Title": chart.title,
        "Description": chart.alt,
        "Source": chart.source,
    }
    chunks = b"".join(_chunk(name, words(said)) for name, said in told.items())
    return png[:_HEADER_END] + chunks + png[_HEADER_END:]


def _chunk(keyword: str, said: str) -> bytes:
    body = b"iTXt" + keyword.encode("latin-1") + b"\0\0\0\0\0" + said.encode()
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))


def _titled(pdf: bytes, chart: Chart) -> bytes:
    """The PDF with maker, title and subject, as a change appended to it (PDF 32000-1, 7.5.6)."""
    found = _TRAILER.search(pdf)
    if found is None:
        return pdf
    number, size, root = int(found["info"]), int(found["size"]), int(found["root"])
    said = b"/Title %s /Subject %s" % (_string(chart.title), _string(chart.alt))
    start = len(pdf) + 1
    entry = b"%d 0 obj\n<< /Author (relcase) %s /Keywords %s >>\nendobj\n" % (
        number,
        said,
        _string(chart.source),
    )
    table = b"xref\n%d 1\n%010d 00000 n\r\n" % (number, start)
    trailer = b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /Prev %d >>\n" % (
        size,
        root,
        number,
        int(found["table"]),
    )
    end = b"startxref\n%d\n%%%%EOF\n" % (start + len(entry))
    return b"\n".join((pdf, entry + table + trailer + end))


_TRAILER = re.compile(
    rb"trailer\s*<<\s*/Size (?P<size>\d+)\s*/Root (?P<root>\d+) 0 R\s*"
    rb"/Info (?P<info>\d+) 0 R\s*>>\s*startxref\s+(?P<table>\d+)\s+%%EOF\s*$"
)


def _string(text: str) -> bytes:
    """A text string of a PDF, as digits: nothing in it can end it."""
    return b"<feff%s>" % words(text).encode("utf-16-be").hex().encode()
