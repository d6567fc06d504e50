"""Paragraphs into the text of a shape."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from relcase.domain.content import Line, Text
from relcase.domain.deck import BULLET
from relcase.domain.inert import address, words
from relcase.render.powerpoint.layouts import EMU, Example
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
    part: Any,
    shape: Any,
    paras: Sequence[Para],
    usual: float,
    lang: str,
    example: Example | None = None,
) -> None:
    """Paragraphs in place of what a shape of a slide holds.

    ``part`` is that of the slide, and ``usual`` the size that the text has without our
    saying so. With an ``example`` nothing is left to be inherited: all text has its
    colour, since nobody knows whether another can be read there.
    """
    from lxml.etree import SubElement

    body = shape.get_or_add_txBody()
    for old in body.findall(f"{_A}p"):
        body.remove(old)
    for number, para in enumerate(paras):
        paragraph = SubElement(body, f"{_A}p")
        indent = round(para.indent * EMU)
        about = SubElement(paragraph, f"{_A}pPr", marL=str(indent), indent=str(-indent))
        if example and example.align and not para.is_item:
            about.set("algn", example.align)
        before = SubElement(about, f"{_A}spcBef")
        points = round(para.before * 100) if number else 0
        SubElement(before, f"{_A}spcPts", val=str(points))
        if para.is_item:
            SubElement(about, f"{_A}buFont", typeface="Arial")
            SubElement(about, f"{_A}buChar", char=BULLET.text.strip())
        else:
            SubElement(about, f"{_A}buNone")
        _runs(part, paragraph, para, usual, lang, example)


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

    for run in para.runs:
        made = SubElement(paragraph, f"{_A}r")
        style = SubElement(made, f"{_A}rPr", lang=lang, dirty="0")
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
            fill = SubElement(style, f"{_A}solidFill")
            SubElement(fill, f"{_A}schemeClr", val="accent1")
        if example:
            SubElement(style, f"{_A}latin", typeface=example.face)
        if run.url:
            link = part.relate_to(
                run.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
            click = SubElement(style, f"{_A}hlinkClick")
            click.set(f"{_R}id", link)
            if example:
                click.append(_coloured_as_text())
        SubElement(made, f"{_A}t").text = run.text


def _coloured_as_text() -> Any:
    """What makes a link keep the colour of its text, in place of the theme's for links."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    return parse_xml(
        f'<a:extLst {nsdecls("a")}><a:ext uri="{{A12FA001-AC4F-418D-AE19-62706E023703}}">'
        '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/'
        'hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
    )
