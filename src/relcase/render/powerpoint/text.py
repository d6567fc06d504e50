"""Paragraphs into the text of a shape."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any

from relcase.domain.content import Line, Text
from relcase.domain.deck import BULLET
from relcase.domain.inert import address, words
from relcase.render.powerpoint.layouts import EMU, Example
from relcase.render.powerpoint.measure import Para, Run


def runs(content: Line, accent: bool = False, bold: bool = False) -> tuple[Run, ...]:
    """A line of content as runs; footnotes are left out, and no word is unseen."""
    return tuple(
        Run(
            words(part.text),
            bold or "b" in part.style,
            "i" in part.style,
            address(part.url),
            accent,
        )
        for part in content
        if isinstance(part, Text)
    )


def write(
    shape: Any,
    paras: Sequence[Para],
    usual: float,
    lang: str,
    example: Example | None = None,
) -> None:
    """Paragraphs in place of what a shape holds.

    ``usual`` is the size that its text has without our saying so. With an ``example``
    nothing is left to be inherited: all text has its colour, since nobody knows whether
    another can be read there.
    """
    from lxml.etree import SubElement
    from pptx.oxml.ns import qn

    body = shape.text_frame._txBody
    for old in body.findall(qn("a:p")):
        body.remove(old)
    for number, para in enumerate(paras):
        paragraph = SubElement(body, qn("a:p"))
        indent = round(para.indent * EMU)
        about = SubElement(
            paragraph, qn("a:pPr"), marL=str(indent), indent=str(-indent)
        )
        if example and example.align and not para.is_item:
            about.set("algn", example.align)
        before = SubElement(about, qn("a:spcBef"))
        points = round(para.before * 100) if number else 0
        SubElement(before, qn("a:spcPts"), val=str(points))
        if para.is_item:
            SubElement(about, qn("a:buFont"), typeface="Arial")
            SubElement(about, qn("a:buChar"), char=BULLET.text.strip())
        else:
            SubElement(about, qn("a:buNone"))
        _runs(shape.part, paragraph, para, usual, lang, example)


def _runs(
    part: Any,
    paragraph: Any,
    para: Para,
    usual: float,
    lang: str,
    example: Example | None,
) -> None:
    from lxml.etree import SubElement
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.oxml.ns import qn

    for run in para.runs:
        made = SubElement(paragraph, qn("a:r"))
        style = SubElement(made, qn("a:rPr"), lang=lang, dirty="0")
        if example or para.size != usual:
            style.set("sz", str(round(para.size * 100)))
        if run.bold or (example and example.is_bold):
            style.set("b", "1")
        elif example:
            style.set("b", "0")
        if run.italic:
            style.set("i", "1")
        if example and example.fill is not None:
            style.append(deepcopy(example.fill))
        elif run.accent and not example:
            fill = SubElement(style, qn("a:solidFill"))
            SubElement(fill, qn("a:schemeClr"), val="accent1")
        if example:
            SubElement(style, qn("a:latin"), typeface=example.face)
        if run.url:
            link = part.relate_to(
                run.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
            click = SubElement(style, qn("a:hlinkClick"))
            click.set(qn("r:id"), link)
            if example:
                click.append(_coloured_as_text())
        SubElement(made, qn("a:t")).text = run.text


def _coloured_as_text() -> Any:
    """What makes a link keep the colour of its text, in place of the theme's for links."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    return parse_xml(
        f'<a:extLst {nsdecls("a")}><a:ext uri="{{A12FA001-AC4F-418D-AE19-62706E023703}}">'
        '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/'
        'hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
    )


def plainly(paras: Iterable[Para]) -> str:
    """The words of paragraphs."""
    return "\n".join("".join(run.text for run in para.runs) for para in paras)
