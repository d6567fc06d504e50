"""Our own design, made by code from the template that python-pptx brings.

Size, colours, typefaces and layouts are set here; everything that is filled in later goes
through the same layouts as a template of the user's. Colours are those of the
drawings. Text has a contrast of 4.5 or
more against what it stands on; a test computes it.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from relcase.charts.palette import DARK, LIGHT
from relcase.domain.deck import Size, Theme
from relcase.render.powerpoint.layouts import (
    PLAIN,
    STATISTIC,
    WITH_PICTURE,
    Box,
)

INCH = 914400
_HEIGHT = 7.5
_WIDTHS: dict[Size, float] = {"16:9": 13.333, "4:3": 10.0}
_FACE = "Arial"
_TITLE_SIZE, _TEXT_SIZE, _SMALL_SIZE = 30, 20, 12

COLOURS: dict[Theme, dict[str, str]] = {
    "light": {
        **{
            "dk1": LIGHT.ink,
            "lt1": LIGHT.ground,
            "dk2": LIGHT.strong,
            "lt2": "#EEF2F6",
        },
        **{"accent1": LIGHT.strong, "accent2": "#28A197", "accent3": "#801650"},
        **{"accent4": "#F46A25", "accent5": LIGHT.rest, "accent6": "#A285D1"},
        **{"hlink": LIGHT.strong, "folHlink": "#801650"},
    },
    "dark": {
        **{"dk1": DARK.ground, "lt1": DARK.ink, "dk2": "#1B2B3A", "lt2": DARK.soft},
        **{"accent1": DARK.strong, "accent2": "#6FD3CA", "accent3": "#E5A3C6"},
        **{"accent4": "#F9B48F", "accent5": DARK.rest, "accent6": "#C9B6E8"},
        **{"hlink": DARK.strong, "folHlink": "#E5A3C6"},
    },
}
"""The colours of each theme, as the file names them. In the dark one the background is
``dk1`` and text is ``lt1``."""
COVER = {"background": LIGHT.strong, "text": LIGHT.ground}
"""Cover and sections, in both themes."""


class _Part(NamedTuple):
    """A placeholder of a layout."""

    name: str
    type: str
    idx: int
    box: Box
    size: int
    bold: bool = False
    colour: str = "tx1"
    anchor: str = "t"
    align: str = "l"


def made(size: Size, theme: Theme) -> Any:
    """An empty presentation in our design."""
    from pptx import Presentation

    presentation = Presentation()
    width = round(_WIDTHS[size] * INCH)
    presentation.slide_width, presentation.slide_height = width, round(_HEIGHT * INCH)
    master = presentation.slide_masters[0]
    _colour(master, theme)
    for layout in list(master.slide_layouts)[5:]:
        master.slide_layouts.remove(layout)
    parts = _parts(_WIDTHS[size])
    _draw_master(master, parts[STATISTIC])
    for layout, (name, kind) in zip(master.slide_layouts, _LAYOUTS, strict=True):
        _draw(layout, name, kind, parts[name])
    return presentation


_LAYOUTS = (
    ("Title Slide", "title"),
    (PLAIN, "obj"),
    ("Section Header", "secHead"),
    (STATISTIC, "objTx"),
    (WITH_PICTURE, "twoObj"),
)
"""Name and type of each layout that is kept, in the order of python-pptx's template."""


def _parts(width: float) -> dict[str, tuple[_Part, ...]]:
    """The placeholders of every layout, for a slide of this width in inches."""
    side = 0.75 if width > 12 else 0.6
    inner = width - 2 * side
    title = _Part(
        "Title", "title", 0, _inches(side, 0.7, inner, 1.5), _TITLE_SIZE, True
    )
    certainty = _Part(
        *("Certainty", "body", 11, _inches(side, 5.3, 2.35, 1.2), 16),
        anchor="ctr",
    )
    caveat = _Part(
        *("Caveat", "body", 12, _inches(side + 2.35, 5.3, inner - 2.35, 1.2), 16),
        anchor="ctr",
    )
    source = _Part(
        "Source", "body", 13, _inches(side, 6.75, inner - 0.9, 0.45), _SMALL_SIZE
    )
    number = _Part(
        *("Slide Number", "sldNum", 14, _inches(width - side - 0.8, 6.75, 0.8, 0.45)),
        _SMALL_SIZE,
        align="r",
    )
    under = (certainty, caveat, source, number)
    whole = _Part("Text", "body", 1, _inches(side, 2.3, inner, 2.85), _TEXT_SIZE)
    picture_width = inner * 0.55
    text = inner - picture_width - 0.2
    half = whole._replace(box=_inches(side, 2.3, text, 2.45))
    picture = _Part(
        *("Picture", "obj", 15),
        _inches(side + text + 0.2, 2.25, picture_width, 4.25),
        _TEXT_SIZE,
    )
    beside = (
        certainty._replace(box=_inches(side, 4.8, text, 0.6)),
        caveat._replace(box=_inches(side, 5.4, text, 1.2), anchor="t"),
        source,
        number,
    )
    low = title._replace(box=_inches(side, 0.7, inner, 1.15))
    deep = whole._replace(box=_inches(side, 2.0, inner, 4.6))
    cover = title._replace(
        type="ctrTitle",
        box=_inches(side, 1.7, inner, 2.2),
        size=40,
        anchor="b",
    )
    lines = _Part("Subtitle", "subTitle", 1, _inches(side, 4.25, inner, 1.6), 20)
    section = cover._replace(type="title", size=36)
    return {
        "Title Slide": (cover, lines),
        "Section Header": (section, lines._replace(type="body")),
        PLAIN: (low, deep, source, number),
        STATISTIC: (title, whole, *under),
        WITH_PICTURE: (title, half, picture, *beside),
    }


def _inches(left: float, top: float, width: float, height: float) -> Box:
    return Box(*(round(one * INCH) for one in (left, top, width, height)))


def _colour(master: Any, theme: Theme) -> None:
    """Colours and typefaces of the theme, and which of them are background and text."""
    from lxml import etree
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.oxml.ns import qn

    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = etree.fromstring(part.blob)
    root.set("name", f"relcase {theme}")
    for slot in root.iter(qn("a:clrScheme")):
        slot.set("name", f"relcase {theme}")
        for one in slot:
            value = COLOURS[theme][etree.QName(one).localname]
            one[:] = [etree.Element(qn("a:srgbClr"), val=value.lstrip("#"))]
    for tag in ("a:majorFont", "a:minorFont"):
        for fonts in root.iter(qn(tag)):
            fonts.find(qn("a:latin")).set("typeface", _FACE)
    part.blob = etree.tostring(
        root, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    light = theme == "light"
    mapping = master._element.find(qn("p:clrMap"))
    for name, value in (("bg1", "lt1"), ("tx1", "dk1"), ("bg2", "lt2"), ("tx2", "dk2")):
        swapped = {"lt": "dk", "dk": "lt"}[value[:2]] + value[2:]
        mapping.set(name, value if light else swapped)


def _draw_master(master: Any, parts: Sequence[_Part]) -> None:
    """The master's own placeholders: the title, the text, the number of the slide."""
    from pptx.oxml.ns import qn

    tree = master._element.cSld.spTree
    for shape in list(tree.iter(qn("p:sp"))):
        tree.remove(shape)
    kept = [one for one in parts if one.type in ("title", "sldNum") or one.idx == 1]
    for number, one in enumerate(kept, start=2):
        tree.append(_placeholder(number, one))
    styles = master._element.find(qn("p:txStyles"))
    for level in styles.find(qn("p:bodyStyle")):
        for bullet in [*level.iter(qn("a:buChar")), *level.iter(qn("a:buFont"))]:
            level.remove(bullet)
    title = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    title.set("algn", "l")


def _draw(layout: Any, name: str, kind: str, parts: Sequence[_Part]) -> None:
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls, qn

    element = layout._element
    element.set("type", kind)
    element.cSld.set("name", name)
    tree = element.cSld.spTree
    for shape in list(tree.iter(qn("p:sp"))):
        tree.remove(shape)
    divides = kind in ("title", "secHead")
    if divides:
        fill = _fill(COVER["background"])
        element.cSld.insert(
            0,
            parse_xml(
                f"<p:bg {nsdecls('p', 'a')}><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"
            ),
        )
    left = parts[0].box.left
    bar = Box(left, round(0.42 * INCH), round(0.9 * INCH), round(0.07 * INCH))
    decorations = [] if divides else [(bar, "accent1")]
    if divides:
        low = Box(left, round(4.02 * INCH), round(1.4 * INCH), round(0.06 * INCH))
        decorations.append((low, COVER["text"]))
    if limits := [one.box for one in parts if one.name in ("Certainty", "Caveat")]:
        decorations.append((_around(limits), "bg2"))
    for number, (box, colour) in enumerate(decorations, start=20):
        tree.append(_rectangle(number, box, colour))
    for number, one in enumerate(parts, start=2):
        tree.append(_placeholder(number, one, COVER["text"] if divides else None))


def _around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds them all."""
    left, top = min(one.left for one in boxes), min(one.top for one in boxes)
    right = max(one.left + one.width for one in boxes)
    bottom = max(one.top + one.height for one in boxes)
    return Box(left, top, right - left, bottom - top)


def _rectangle(number: int, box: Box, colour: str) -> Any:
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    return parse_xml(
        f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr>"
        f'<p:cNvPr id="{number}" name="Decoration {number}"/><p:cNvSpPr/>'
        '<p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{_frame(box)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"{_fill(colour)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _placeholder(number: int, part: _Part, colour: str | None = None) -> Any:
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    idx = "" if part.type in ("title", "ctrTitle") else f' idx="{part.idx}"'
    bold = ' b="1"' if part.bold else ' b="0"'
    text = (
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        '<a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
        if part.type == "sldNum"
        else f'<a:r><a:rPr lang="en-GB"/><a:t>{part.name}</a:t></a:r>'
    )
    return parse_xml(
        f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr>"
        f'<p:cNvPr id="{number}" name="{part.name}"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{part.type}"{idx}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{_frame(part.box)}</p:spPr>"
        f'<p:txBody><a:bodyPr lIns="91440" rIns="91440" tIns="45720" bIns="45720" '
        f'anchor="{part.anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle>'
        f'<a:lvl1pPr marL="0" indent="0" algn="{part.align}">'
        '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{part.size * 100}"{bold}>{_fill(colour or part.colour)}</a:defRPr>'
        f"</a:lvl1pPr></a:lstStyle><a:p>{text}</a:p></p:txBody></p:sp>"
    )


def _frame(box: Box) -> str:
    return (
        f'<a:xfrm><a:off x="{box.left}" y="{box.top}"/>'
        f'<a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm>'
    )


def _fill(colour: str) -> str:
    """A colour of the theme by its name, or any by its digits after ``#``."""
    tag = "srgbClr" if colour.startswith("#") else "schemeClr"
    return f'<a:solidFill><a:{tag} val="{colour.lstrip("#")}"/></a:solidFill>'
