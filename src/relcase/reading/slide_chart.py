"""A chart of a slide with other numbers in it: the rest of it stays as it looks."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from relcase.reading.package import Package
from relcase.reading.xml_spans import Node, replaced, tree

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FORMAT = re.compile(rb"(\sformatCode=)(\"[^\"]*\"|'[^']*')")


Edit = tuple[int, int, bytes]


class Columns(NamedTuple):
    """What a chart of columns is to show."""

    labels: tuple[str, ...]
    values: tuple[str, ...]
    number_format: str
    """How a spreadsheet prints them."""
    workbook: bytes
    """The same for those who edit the chart."""


def redrawn(
    package: Package, part: str, frame: Node, said: str, new: Columns
) -> dict[str, bytes]:
    """The parts of a deck that change when a chart shows other columns.

    ``said`` is what stands for the chart as it was made. None when it is another chart by
    now, or has other columns than that says: somebody edited it.
    """
    drawing = next(frame.each(f"{_C}chart"), None)
    named = package.relations(part).get(drawing.get(_ID)) if drawing else None
    content = package.part(named.target) if named and not named.outside else None
    if named is None or not content:
        return {}
    root = tree(content, package.path)
    labels, values = _points(root, "cat"), _points(root, "val")
    from_zero = all(not one.startswith("-") for one in new.values)
    books = [
        one.target
        for one in package.relations(named.target).values()
        if one.kind == "package" and one.target in package.names
    ]
    if (
        (len(labels), len(values)) != (len(new.labels), len(new.values))
        or len(books) != 1
        or from_zero is not any(root.each(f"{_C}min"))
        or not all(one.text and one.text in said for one in labels)
        or not all(_is_told(one.text, said) for one in values)
    ):
        return {}
    edits = [*_texts(labels, new.labels), *_texts(values, new.values)]
    formats = list(root.each(f"{_C}formatCode"))
    edits += _texts(formats, [new.number_format] * len(formats))
    shown = escape(new.number_format, {'"': "&quot;"})
    edits += _formats(content, root, f'"{shown}"'.encode())
    return {named.target: replaced(content, edits), books[0]: new.workbook}


def _texts(nodes: Sequence[Node], texts: Sequence[str]) -> Iterator[Edit]:
    for node, text in zip(nodes, texts, strict=True):
        yield *node.inside, escape(text).encode()


def _formats(content: bytes, root: Node, shown: bytes) -> Iterator[Edit]:
    """How the numbers at the columns are printed."""
    for one in root.each(f"{_C}numFmt"):
        if one.parent and one.parent.tag == f"{_C}dLbls":
            tag = content[one.start : one.inside[0]]
            changed = _FORMAT.sub(lambda found: found[1] + shown, tag, count=1)
            yield one.start, one.inside[0], changed


def _points(root: Node, name: str) -> list[Node]:
    """The names or the values of the columns."""
    return [
        one
        for group in root.each(f"{_C}{name}")
        for point in group.each(f"{_C}pt")
        if (one := point.child(f"{_C}v"))
    ]


def _is_told(value: str, said: str) -> bool:
    """Whether a text names a value, with as many decimals as it likes."""
    try:
        digits = re.escape(f"{abs(float(value)):,.15g}")
    except ValueError:
        return False
    more = "0*" if "." in digits else r"(?:\.0+)?"
    return re.search(rf"(?<![\d.,]){digits}{more}(?!\d|[.,]\d)", said) is not None
