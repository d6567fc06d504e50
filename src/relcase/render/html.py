"""Content to a fragment of HTML that word processors and web editors take in."""

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
    as_typed,
)
from relcase.domain.inert import address, words

_TAGS = {"i": "em", "b": "strong", "^": "sup", "_": "sub"}


def render(document: Document) -> str:
    """The whole document, without ``<html>`` around it."""
    return _Writer().document(document)


def body(document: Document) -> str:
    """The same for a page of its own: notes lead back, wide tables can be scrolled."""
    return _Page().document(document)


class _Writer:
    """Writes blocks and keeps the notes that are hung on them."""

    def __init__(self) -> None:
        self.notes: dict[int, str] = {}

    def document(self, document: Document) -> str:
        parts = [f"<h1>{escape(document.title)}</h1>"] if document.title else []
        parts += [self.block(block) for block in document.blocks]
        if self.notes:
            listed = "\n".join(self.note(*one) for one in self.notes.items())
            parts.append(self.end(f"<ol>\n{listed}\n</ol>"))
        return "\n".join(parts) + "\n" if parts else ""

    def note(self, number: int, text: str) -> str:
        return f'<li id="note-{number}">{text}</li>'

    def end(self, notes: str) -> str:
        return notes

    def mark(self, number: int) -> str:
        return f'<sup><a href="#note-{number}">{number}</a></sup>'

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                return f"<h{block.level}>{self.line(block.content)}</h{block.level}>"
            case Paragraph():
                return f"<p>{self.line(block.content)}</p>"
            case Items():
                items = "\n".join(f"<li>{self.line(item)}</li>" for item in block.items)
                return f"<ul>\n{items}\n</ul>"
            case Quotation():
                by = (
                    f"\n<p>— {self.line(block.attribution)}</p>"
                    if block.attribution
                    else ""
                )
                return f"<blockquote>\n<p>{self.line(block.content)}</p>{by}\n</blockquote>"
            case References():
                style = "padding-left:2em;text-indent:-2em"
                return "\n".join(
                    f'<p style="{style}">{self.line(item)}</p>' for item in block.items
                )
            case Table():
                return self.table(block)
            case Image():
                return self.image(block)

    def table(self, block: Table) -> str:
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in block.header)
        rows = "\n".join(
            "<tr>" + "".join(f"<td>{self.line(cell)}</td>" for cell in row) + "</tr>"
            for row in block.rows
        )
        return (
            f"<table>\n<thead>\n<tr>{head}</tr>\n</thead>\n"
            f"<tbody>\n{rows}\n</tbody>\n</table>"
        )

    def image(self, block: Image) -> str:
        from relcase.render.pictures import data_uri

        shown = f'<img src="{data_uri(block)}" alt="{escape(block.alt)}">'
        below = self.line(block.caption)
        caption = f"\n<figcaption>{below}</figcaption>" if below else ""
        return f"<figure>\n{shown}{caption}\n</figure>"

    def line(self, content: Line) -> str:
        return "".join(self.inline(part) for part in content)

    def inline(self, part: Inline) -> str:
        if isinstance(part, Key):
            return escape(as_typed(part))
        if isinstance(part, Footnote):
            number = len(self.notes) + 1
            self.notes[number] = ""
            self.notes[number] = self.line(part.content)
            return self.mark(number)
        text = escape(part.text)
        for letter, tag in _TAGS.items():
            if letter in part.style:
                text = f"<{tag}>{text}</{tag}>"
        if "c" in part.style:
            text = f'<span style="font-variant:small-caps">{text}</span>'
        url = address(part.url)
        return f'<a href="{escape(url)}">{text}</a>' if url else text


class _Page(_Writer):
    """The same where marks and notes lead to each other, and a table may be wide."""

    def __init__(self) -> None:
        super().__init__()
        self.tables = 0

    def note(self, number: int, text: str) -> str:
        back = f'<a href="#mark-{number}" aria-label="Back to mark {number}">↩</a>'
        return f'<li id="note-{number}">{text} {back}</li>'

    def end(self, notes: str) -> str:
        return f'<section class="notes" aria-label="Notes">\n{notes}\n</section>'

    def mark(self, number: int) -> str:
        label = f'id="mark-{number}" aria-label="Note {number}"'
        return f'<sup><a href="#note-{number}" {label}>{number}</a></sup>'

    def table(self, block: Table) -> str:
        self.tables += 1
        about = escape(f"Table {self.tables}: {', '.join(block.header)}")
        region = f'class="wide" role="region" aria-label="{about}" tabindex="0"'
        return f"<div {region}>\n{super().table(block)}\n</div>"


def escape(text: str) -> str:
    """Words as words: nothing in them is markup, or the mark of a template."""
    return words(text).translate(_ENTITIES)


_ENTITIES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "'": "&#39;",
        "{": "&#123;",
        "}": "&#125;",
    }
)
