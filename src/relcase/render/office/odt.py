"""How our OpenDocument files look: the same as in Word, in OpenDocument's words."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from relcase.render.archive import parts, with_parts
from relcase.render.colours import BLUE, GREY, PALE, TINT
from relcase.render.office.styles import with_styles

_URN = "urn:oasis:names:tc:opendocument:xmlns"
_STYLE = f"{_URN}:style:1.0"
_SPACES = (
    f'xmlns:office="{_URN}:office:1.0" xmlns:style="{_STYLE}"'
    f' xmlns:text="{_URN}:text:1.0" xmlns:table="{_URN}:table:1.0"'
    f' xmlns:svg="{_URN}:svg-compatible:1.0" xmlns:fo="{_URN}:xsl-fo-compatible:1.0"'
)
_SHEET = "styles.xml"


def styled(theirs: bytes) -> bytes:
    """Pandoc's reference document with our styles, page and footer."""
    old = parts(theirs, _SHEET)[_SHEET]
    holders = [f"{{{_URN}:office:1.0}}{name}" for name in _HOLDERS]
    return with_parts(
        theirs, {_SHEET: with_styles(old, _sheet(), f"{{{_STYLE}}}name", *holders)}
    )


def described(file: bytes, alts: Sequence[str]) -> bytes:
    """The file with the words that stand for its pictures, which pandoc leaves out."""
    told = iter(alts)
    text = parts(file, _CONTENT)[_CONTENT].decode()
    text = _FRAME_END.sub(
        lambda end: f"<svg:desc>{escape(next(told), quote=False)}</svg:desc>{end[0]}",
        text,
    )
    return with_parts(file, {_CONTENT: text})


_CONTENT = "content.xml"
_FRAME_END = re.compile("</draw:frame>")
_HOLDERS = ("styles", "automatic-styles", "master-styles")


def _sheet() -> str:
    contents = zip(_HOLDERS, (_styles(), _PAGE, _MASTER), strict=True)
    made = "".join(
        f"<office:{name}>{content}</office:{name}>" for name, content in contents
    )
    return f"<office:document-styles {_SPACES}>{made}</office:document-styles>"


_PAGE = (
    '<style:style style:name="MP1" style:family="paragraph"'
    ' style:parent-style-name="Footer">'
    '<style:paragraph-properties fo:text-align="end"/></style:style>'
    '<style:page-layout style:name="Mpm1"><style:page-layout-properties'
    ' fo:page-width="21cm" fo:page-height="29.7cm" style:num-format="1"'
    ' style:print-orientation="portrait" fo:margin-top="2.3cm"'
    ' fo:margin-bottom="1.1cm" fo:margin-left="2.4cm" fo:margin-right="2.4cm"'
    ' style:writing-mode="lr-tb"><style:footnote-sep style:width="0.02cm"'
    ' style:distance-before-sep="0.2cm" style:distance-after-sep="0.15cm"'
    ' style:line-style="solid" style:adjustment="left" style:rel-width="25%"'
    f' style:color="{GREY}"/></style:page-layout-properties><style:header-style/>'
    '<style:footer-style><style:header-footer-properties fo:min-height="1.2cm"'
    ' fo:margin-top="0.7cm" style:dynamic-spacing="false"/></style:footer-style>'
    "</style:page-layout>"
)
_MASTER = (
    '<style:master-page style:name="Standard" style:page-layout-name="Mpm1">'
    '<style:footer><text:p text:style-name="MP1"><text:page-number'
    ' text:select-page="current">1</text:page-number> / <text:page-count>1'
    "</text:page-count></text:p></style:footer></style:master-page>"
)


def _styles() -> str:
    """Our styles, in place of pandoc's of the same name."""
    return "".join((*_paragraphs(), *_headings(), _LINK))


_KEPT = 'fo:keep-with-next="always" '
_LINK = (
    '<style:style style:name="Internet_20_link" style:display-name="Internet link"'
    f' style:family="text"><style:text-properties fo:color="{BLUE}"'
    ' style:text-underline-style="solid"/></style:style>'
)


def _paragraphs() -> tuple[str, ...]:
    return (
        _style("Standard", "", 'fo:line-height="120%"', _font(11)),
        _style("Text body", "Standard", _spaced(0.15, 0.15)),
        _style(
            "Title", "Standard", _KEPT + _spaced(0, 0.5), _font(24, BLUE, bold=True)
        ),
        _style("Subtitle", "Standard", _spaced(0, 0.5), _font(13, GREY)),
        _style(
            "Heading",
            "Standard",
            _KEPT + _spaced(0.5, 0.2),
            _font(11.5, GREY, bold=True),
        ),
        _style("List Paragraph", "Standard", _spaced(0.1, 0.15)),
        _style("Bibliography", "Standard", _spaced(0, 0.2, left=1, first=-1)),
        _style(
            "Quotations",
            "Standard",
            f'{_spaced(0.2, 0.2, left=0.9)} fo:border-left="2pt solid {BLUE}"'
            ' fo:border-right="none" fo:border-top="none" fo:border-bottom="none"'
            ' fo:padding-left="0.35cm"',
            _font(11, GREY),
        ),
        _style("Caption", "Standard", _spaced(0.1, 0.35), _font(9.5, GREY)),
        _style("Footnote", "Standard", _spaced(0, 0.1, left=0.5, first=-0.5), _font(9)),
        _style("Footer", "Standard", _spaced(0, 0), _font(9, GREY)),
        _style("Table Contents", "Standard", _ruled("0.5pt", PALE), _font(9.5)),
        _style(
            "Table Heading",
            "Table Contents",
            f'{_ruled("1.5pt", BLUE)} fo:background-color="{TINT}"',
            _font(9.5, bold=True),
        ),
    )


def _headings() -> Iterator[str]:
    for level, size in {1: 16, 2: 13, 3: 11.5, 4: 11, 5: 11, 6: 11}.items():
        above = 0.65 if level == 1 else 0.5
        color = BLUE if level < 3 else GREY
        shape, font = _KEPT + _spaced(above, 0.2), _font(size, color, bold=True)
        yield _style(f"Heading {level}", "Heading", shape, font, level)


def _style(
    name: str,
    based: str,
    shape: str,
    font: str = "",
    outline: int = 0,
) -> str:
    def coded(one: str) -> str:
        return one.replace(" ", "_20_")

    named = f'style:name="{coded(name)}" style:display-name="{name}"'
    if based:
        named += f' style:parent-style-name="{coded(based)}"'
    if outline:
        named += f' style:default-outline-level="{outline}"'
    return (
        f'<style:style {named} style:family="paragraph" style:class="text">'
        f"<style:paragraph-properties {shape}/>{font}</style:style>"
    )


def _spaced(above: float, below: float, *, left: float = 0, first: float = 0) -> str:
    """Space around a paragraph in centimetres; ``first`` is of its first line."""
    return (
        f'fo:margin-top="{above}cm" fo:margin-bottom="{below}cm"'
        f' fo:margin-left="{left}cm" fo:text-indent="{first}cm"'
        ' style:contextual-spacing="false"'
    )


def _ruled(width: str, color: str) -> str:
    """A cell under a line: pandoc's cells have none, so their paragraphs do."""
    return (
        f'{_spaced(0, 0)} fo:border-top="{width} solid {color}" fo:border-left="none"'
        ' fo:border-right="none" fo:border-bottom="none" fo:padding="0.12cm"'
    )


def _font(size: float, color: str = "", *, bold: bool = False) -> str:
    """Size in points."""
    return (
        f'<style:text-properties style:font-name="Arial" fo:font-size="{size}pt"'
        + (f' fo:color="{color}"' if color else "")
        + (' fo:font-weight="bold"' if bold else "")
        + "/>"
    )
