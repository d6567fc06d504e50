"""Paragraphs into the text of a shape."""

from collections.abc import Sequence
from typing import Any

from relcase.domain.content import Line, Text
from relcase.domain.inert import address, words
from relcase.render.powerpoint.measure import Para, Run


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


def write(shape: Any, paras: Sequence[Para], usual: float, lang: str) -> None:
    """Paragraphs in place of what a shape holds.

    ``usual`` is the size that its text has without our saying so.
    """
    from lxml.etree import SubElement
    from pptx.oxml.ns import qn

    body = shape.text_frame._txBody
    for old in body.findall(qn("a:p")):
        body.remove(old)
    for number, para in enumerate(paras):
        paragraph = SubElement(body, qn("a:p"))
        about = SubElement(paragraph, qn("a:pPr"), marL="0", indent="0")
        before = SubElement(about, qn("a:spcBef"))
        points = round(para.before * 100) if number else 0
        SubElement(before, qn("a:spcPts"), val=str(points))
        SubElement(about, qn("a:buNone"))
        _runs(shape.part, paragraph, para, usual, lang)


def _runs(part: Any, paragraph: Any, para: Para, usual: float, lang: str) -> None:
    from lxml.etree import SubElement
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.oxml.ns import qn

    for run in para.runs:
        made = SubElement(paragraph, qn("a:r"))
        style = SubElement(made, qn("a:rPr"), lang=lang, dirty="0")
        if para.size != usual:
            style.set("sz", str(round(para.size * 100)))
        if run.bold:
            style.set("b", "1")
        if run.italic:
            style.set("i", "1")
        if run.accent:
            fill = SubElement(style, qn("a:solidFill"))
            SubElement(fill, qn("a:schemeClr"), val="accent1")
        if run.url:
            link = part.relate_to(
                run.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
            SubElement(style, qn("a:hlinkClick")).set(qn("r:id"), link)
        SubElement(made, qn("a:t")).text = run.text
