"""Paragraphs into the text of a shape."""

from collections.abc import Sequence
from typing import Any

from relcase.domain.content import Line, Text
from relcase.domain.inert import address, words
from relcase.render.powerpoint.measure import Para, Run

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def runs(content: Line) -> tuple[Run, ...]:
    """A line of content as runs; footnotes are left out, and no word is unseen."""
    return tuple(
        Run(
            words(part.text),
            "b" in part.style,
            "i" in part.style,
            address(part.url),
        )
        for part in content
        if isinstance(part, Text)
    )


def write(
    part: Any, shape: Any, paras: Sequence[Para], usual: float, lang: str
) -> None:
    """Paragraphs in place of what a shape of a slide holds.

    ``part`` is that of the slide, and ``usual`` the size that the text has without our
    saying so.
    """
    from lxml.etree import SubElement

    body = shape.get_or_add_txBody()
    for old in body.findall(f"{_A}p"):
        body.remove(old)
    for number, para in enumerate(paras):
        paragraph = SubElement(body, f"{_A}p")
        about = SubElement(paragraph, f"{_A}pPr", marL="0", indent="0")
        before = SubElement(about, f"{_A}spcBef")
        points = round(para.before * 100) if number else 0
        SubElement(before, f"{_A}spcPts", val=str(points))
        SubElement(about, f"{_A}buNone")
        _runs(part, paragraph, para, usual, lang)


def _runs(part: Any, paragraph: Any, para: Para, usual: float, lang: str) -> None:
    from lxml.etree import SubElement
    from pptx.opc.constants import RELATIONSHIP_TYPE

    for run in para.runs:
        made = SubElement(paragraph, f"{_A}r")
        style = SubElement(made, f"{_A}rPr", lang=lang, dirty="0")
        if para.size != usual:
            style.set("sz", str(round(para.size * 100)))
        if run.bold:
            style.set("b", "1")
        if run.italic:
            style.set("i", "1")
        if run.accent:
            fill = SubElement(style, f"{_A}solidFill")
            SubElement(fill, f"{_A}schemeClr", val="accent1")
        if run.url:
            link = part.relate_to(
                run.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
            SubElement(style, f"{_A}hlinkClick").set(f"{_R}id", link)
        SubElement(made, f"{_A}t").text = run.text
