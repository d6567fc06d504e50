"""Content to Typst, the language that PDF files are typeset from.

Every word stands in a string, where only the quotation mark and the backslash mean
anything: so no word of a store can be a command, a formula or a label.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from relcase import __version__
from relcase.domain.content import (
    Block,
    Document,
    Footnote,
    Heading,
    Image,
    Inline,
    Items,
    Key,
    Line,
    Paragraph,
    Quotation,
    References,
    Table,
    Text,
    as_typed,
    plain,
)
from relcase.domain.inert import address, words
from relcase.render.colours import BLUE, GREY, PALE, TINT
from relcase.render.columns import shares
from relcase.render.outline import name, under_title
from relcase.render.pictures import ending

_STYLES = {
    "i": "emph",
    "b": "strong",
    "c": "smallcaps",
    "^": "super",
    "_": "sub",
    "q": "dimmed",
}
_LOOKS = (
    f"""
#let blue = rgb("{BLUE}")
#let grey = rgb("{GREY}")
#let pale = rgb("{PALE}")
#let tint = rgb("{TINT}")
"""
    + """\
#set page(
  paper: "a4",
  margin: (x: 24mm, top: 23mm, bottom: 25mm),
  footer: context align(
    right, text(size: 9pt, fill: grey, counter(page).display("1 / 1", both: true))),
)
#set text(font: ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"), size: 11pt)
#set par(leading: 0.68em, spacing: 1.05em)
#show title: set text(size: 24pt, fill: blue)
#show title: set par(leading: 0.4em)
#show title: set block(below: 1.4em)
#show heading: set text(fill: blue)
#show heading: set block(above: 1.6em, below: 0.8em)
#show heading.where(level: 1): set text(size: 16pt)
#show heading.where(level: 2): set text(size: 13pt)
#show heading.where(level: 3): set text(size: 11.5pt, fill: grey)
#show link: set text(fill: blue)
#show link: underline.with(offset: 0.14em, stroke: 0.4pt)
#set list(indent: 0.2em, body-indent: 0.7em, spacing: 1.25em)
#show quote.where(block: true): it => block(
  inset: (left: 1em, y: 0.3em), stroke: (left: 2.5pt + blue), it)
#set quote(block: true)
#set table(
  inset: (x: 0.5em, y: 0.45em), align: left + top,
  fill: (_, y) => if y == 0 { tint },
  stroke: (_, y) => if y == 0 { (y: 1pt + blue) } else { (bottom: 0.5pt + pale) })
#show table: set text(size: 9.5pt)
#show table: set par(leading: 0.55em, spacing: 0.8em)
#show table.cell.where(y: 0): strong
#show table: set block(above: 1.4em, below: 1.6em)
#set figure(numbering: none, supplement: none)
#show figure: set block(above: 1.6em, below: 1.6em)
#show figure: set align(left)
#show figure.caption: it => block(text(size: 9.5pt, fill: grey, it.body))
#show footnote.entry: set text(size: 9pt)
#let dimmed(it) = text(fill: grey, it)
#let references(..items) = {
  set par(hanging-indent: 1.6em, spacing: 1.15em)
  items.pos().map(one => par(one)).join()
}
"""
)


class Typeset(NamedTuple):
    """A document in Typst, and the pictures that it names."""

    text: str
    pictures: dict[str, bytes]


def render(document: Document, lang: str) -> Typeset:
    """The whole document, with what it should look like."""
    writer = _Writer()
    body = writer.blocks(under_title(document))
    language, _, region = lang.partition("-")
    about = f"#set text(lang: {_string(language.lower())}"
    about += (
        f", region: {_string(region)})"
        if len(region) == 2 and region.isalpha()
        else ")"
    )
    title = _string(name(document))
    made = f"#set document(title: {title}, author: {_string(f'relcase {__version__}')}, date: none)"
    head = "#title()\n\n" if document.title else ""
    return Typeset(f"{about}\n{made}\n{_LOOKS}\n{head}{body}\n", writer.pictures)


class _Writer:
    """Writes blocks and keeps the pictures that stand among them."""

    def __init__(self) -> None:
        self.pictures: dict[str, bytes] = {}

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "\n\n".join(self.block(block) for block in blocks)

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                return f"#heading(level: {block.level}, {_line(block.content)})"
            case Paragraph():
                return f"#par({_line(block.content)})"
            case Items():
                return f"#list(tight: false, {_lines(block.items)})"
            case Quotation():
                by = f"attribution: {_line(block.attribution)}, "
                return (
                    f"#quote({by if block.attribution else ''}{_line(block.content)})"
                )
            case References():
                return f"#references({_lines(block.items)})"
            case Table():
                return _table(block)
            case Image():
                return self.image(block)

    def image(self, block: Image) -> str:
        file = f"picture-{len(self.pictures) + 1}.{ending(block)}"
        self.pictures[file] = block.data
        told = block.alt or plain(block.caption) or _PICTURE
        shown = f"image({_string(file)}, alt: {_string(told)})"
        below = f", caption: {_line(block.caption)}" if block.caption else ""
        return f"#figure({shown}{below})"


_PICTURE = "Picture"
"""What stands for one that nobody described: a tagged file has to say something."""


def _table(block: Table) -> str:
    widths = ", ".join(f"{share:.3f}fr" for share in shares(block))
    head = _lines((Text(name),) for name in block.header)
    rows = "\n".join(f"{_lines(row)}," for row in block.rows)
    return f"#table(columns: ({widths},), table.header({head}),\n{rows})"


def _lines(lines: Iterable[Line]) -> str:
    return ", ".join(map(_line, lines))


def _line(content: Line) -> str:
    """A line as an expression: its parts, each in a string."""
    return f"[{''.join(f'#{_inline(part)};' for part in content)}]"


def _inline(part: Inline) -> str:
    if isinstance(part, Key):
        return _string(as_typed(part))
    if isinstance(part, Footnote):
        return f"footnote({_line(part.content)})"
    made = _string(_RUN.sub("\\g<0>\u200b", part.text))
    for letter, function in _STYLES.items():
        if letter in part.style:
            made = f"{function}({made})"
    url = address(part.url)
    return f"link({_string(url)}, {made})" if url else made


_RUN = re.compile(r"\S{60}(?=\S)")
"""So many letters without a space that a line could be too short for them."""


def _string(text: str) -> str:
    escaped = words(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
