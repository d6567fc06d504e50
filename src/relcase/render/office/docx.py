"""How our Word files look: named styles, A4, the page's number at its foot."""

import re
from collections.abc import Iterator

from relcase.render.archive import parts, with_parts
from relcase.render.colours import BLUE, GREY, PALE, TINT
from relcase.render.office.styles import with_styles

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BLUE, _GREY, _LINE, _TINT = (one.strip("#") for one in (BLUE, GREY, PALE, TINT))
# Arial is in every Word; LibreOffice has Liberation Sans, which is as wide.
_FONT = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'


def styled(theirs: bytes) -> bytes:
    """Pandoc's reference document with our styles, page and footer."""
    sheet, types, links = _SHEET, _TYPES, _LINKS
    old = parts(theirs, sheet, types, links)
    styles = with_styles(_LINKED.sub(b"", old[sheet]), _styles(), _NAME, ".")
    footer = f'<Override PartName="/word/footer1.xml" ContentType="{_FOOTER}"/>'
    link = f'<Relationship Type="{_R}/footer" Id="rIdFooter" Target="footer1.xml"/>'
    changed = {
        sheet: styles,
        types: old[types].decode().replace("</Types>", f"{footer}</Types>"),
        links: old[links]
        .decode()
        .replace("</Relationships>", f"{link}</Relationships>"),
        "word/document.xml": _document(),
        "word/footer1.xml": _footer(),
    }
    return with_parts(theirs, changed)


_NAME = f"{{{_W}}}styleId"
# The same styles for parts of a paragraph: they would keep pandoc's looks.
_LINKED = re.compile(
    rb'<w:style [^>]*w:styleId="(?:Title|Subtitle|Heading[1-6])Char">.*?</w:style>',
    re.DOTALL,
)
_SHEET = "word/styles.xml"
_TYPES = "[Content_Types].xml"
_LINKS = "word/_rels/document.xml.rels"
_FOOTER = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"


def _document() -> str:
    """One empty page, of which pandoc takes size, margins and footer."""
    return (
        f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body><w:p/><w:sectPr>'
        '<w:footerReference w:type="default" r:id="rIdFooter"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1304" w:right="1361" w:bottom="1304" w:left="1361"'
        ' w:header="680" w:footer="624" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>"
    )


def _footer() -> str:
    field = '<w:fldSimple w:instr=" {} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    words = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    shown = f"{field.format('PAGE')}{words.format(' / ')}{field.format('NUMPAGES')}"
    return (
        f'<w:ftr xmlns:w="{_W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f"{shown}</w:p></w:ftr>"
    )


def _styles() -> str:
    """Our styles, in place of pandoc's of the same name."""
    made = "".join((_DEFAULTS, *_paragraphs(), *_headings(), *_others()))
    return f'<w:styles xmlns:w="{_W}">{made}</w:styles>'


_DEFAULTS = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>{_FONT}"
    '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
    '<w:spacing w:after="140" w:line="288" w:lineRule="auto"/>'
    "</w:pPr></w:pPrDefault></w:docDefaults>"
)


_KEPT = "<w:keepNext/><w:keepLines/>"


def _paragraphs() -> tuple[str, ...]:
    return (
        _paragraph(
            "Title", "Title", _spaced(0, 280, _KEPT), _font(48, _BLUE, bold=True)
        ),
        _paragraph("Subtitle", "Subtitle", _spaced(0, 280), _font(26, _GREY)),
        _paragraph("BodyText", "Body Text", _spaced(110, 110), link="BodyTextChar"),
        _paragraph("Compact", "Compact", _spaced(40, 40, line=264), based="BodyText"),
        _paragraph(
            "BlockText",
            "Block Text",
            f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="12" w:color="{_BLUE}"/>'
            f"</w:pBdr>{_spaced(160, 160)}"
            '<w:ind w:left="454" w:right="454"/>',
            _font(22, _GREY),
        ),
        _paragraph("ListParagraph", "List Paragraph", _spaced(50, 90)),
        _paragraph(
            "Bibliography",
            "Bibliography",
            f'<w:keepLines/>{_spaced(0, 120)}<w:ind w:left="567" w:hanging="567"/>',
        ),
        _paragraph(
            "FootnoteText",
            "footnote text",
            f"{_spaced(0, 40, line=252)}",
            _font(18),
        ),
        _paragraph("Caption", "caption", _spaced(60, 200), _font(19, _GREY)),
        _paragraph(
            "CaptionedFigure", "Captioned Figure", _spaced(160, 0, "<w:keepNext/>")
        ),
        _paragraph(
            "Footer",
            "footer",
            f'{_spaced(0, 0)}<w:jc w:val="right"/>',
            _font(18, _GREY),
        ),
    )


def _headings() -> Iterator[str]:
    sizes = {1: 32, 2: 26, 3: 23, 4: 22, 5: 22, 6: 22}
    for level, size in sizes.items():
        above = 360 if level == 1 else 280
        outline = f'<w:outlineLvl w:val="{level - 1}"/>'
        shape = f"{_spaced(above, 100, _KEPT)}{outline}"
        font = _font(size, _BLUE if level < 3 else _GREY, bold=True)
        yield _paragraph(f"Heading{level}", f"heading {level}", shape, font)


def _others() -> tuple[str, ...]:
    """Links and tables: the header row stands out and is not told by colour alone."""
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"'
    strong = f'w:val="single" w:sz="12" w:space="0" w:color="{_BLUE}"'
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 57), ("left", 100), ("bottom", 57), ("right", 100))
    )
    return (
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:color w:val="{_BLUE}"/>'
        '<w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:tblPr>'
        f'<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="Table">'
        '<w:name w:val="Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        '<w:rPr><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>'
        f"<w:bottom {strong}/><w:insideH {rule}/></w:tblBorders>"
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tblPr/>'
        f"<w:tcPr><w:tcBorders><w:top {strong}/><w:bottom {strong}/></w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{_TINT}"/></w:tcPr></w:tblStylePr>'
        "</w:style>",
    )


def _paragraph(
    style_id: str,
    name: str,
    shape: str,
    font: str = "",
    *,
    based: str = "Normal",
    link: str = "",
) -> str:
    after = "BodyText" if style_id.startswith(("Title", "Subtitle", "Heading")) else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/>'
        + (f'<w:next w:val="{after}"/>' if after else "")
        + (f'<w:link w:val="{link}"/>' if link else "")
        + f"<w:qFormat/><w:pPr>{shape}</w:pPr>{font}</w:style>"
    )


def _spaced(before: int, after: int, kept: str = "", line: int = 288) -> str:
    """Space around a paragraph in twentieths of a point; ``line`` in 240ths of a line."""
    return (
        f'{kept}<w:spacing w:before="{before}" w:after="{after}"'
        f' w:line="{line}" w:lineRule="auto"/>'
    )


def _font(size: int, color: str = "", *, bold: bool = False) -> str:
    """Size in half points."""
    return (
        f"<w:rPr>{'<w:b/><w:bCs/>' if bold else ''}"
        + (f'<w:color w:val="{color}"/>' if color else "")
        + f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )
