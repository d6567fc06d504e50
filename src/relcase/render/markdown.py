"""Content to Markdown that pandoc, Marp, Quarto and GitHub read alike.

Words from a store are escaped, so that a headline can never start a heading, open a
link, run a template or become HTML.
"""

import json
import re

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
    Slide,
    Table,
    as_typed,
)
from relcase.domain.inert import address, words

_SPECIAL = re.compile(r"[\\`*_\[\]<>{}#|~^$]|(?<=[<{])%|(?<=-)-|@(?=\S)|&(?=#?\w+;)")
_LIST = re.compile(
    r"(?![A-Z]\. \S)"  # the initial of a name
    r"\(?(?:\d+|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+)[.)](?=\s|$)"
)
_BLOCK = re.compile(r"[-+](?=\s|$|\\)|={2,}|[:%]")
_COMMENT_END = re.compile(r"--(?=!?>)")
_TEMPLATE = re.compile(r"(?<=[{<])(?=[{%#<])")


def render(document: Document) -> str:
    """The whole document."""
    return _Writer().document(document)


def with_bibliography(document: Document, lang: str, bibliography: str) -> str:
    """The whole document for pandoc and Quarto, which find its keys in a file beside it."""
    about = {"title": words(document.title), "lang": lang, "bibliography": bibliography}
    head = "".join(
        f"{name}: {json.dumps(value, ensure_ascii=False)}\n"
        for name, value in about.items()
        if value
    )
    return f"---\n{head}---\n\n{render(document._replace(title=''))}"


class _Writer:
    """Writes blocks and keeps the notes that are hung on them."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def document(self, document: Document) -> str:
        between = "\n\n---\n\n" if document.blocks and _is_deck(document) else "\n\n"
        parts = [f"# {escape(document.title)}"] if document.title else []
        parts += [self.block(block) for block in document.blocks]
        text = between.join(part for part in parts if part)
        if self.notes:
            text += "\n\n" + "\n".join(self.notes)
        return text + "\n" if text else ""

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                return f"{'#' * block.level} {self.line(block.content)}"
            case Paragraph():
                return _guard(self.line(block.content))
            case Items():
                return "\n".join(f"- {_guard(self.line(item))}" for item in block.items)
            case Quotation():
                quoted = f"> {_guard(self.line(block.content))}"
                by = self.line(block.attribution)
                return f"{quoted}\n>\n> — {by}" if by else quoted
            case References(left_open=True):
                return "::: {#refs}\n:::"
            case References():
                return "\n\n".join(_guard(self.line(item)) for item in block.items)
            case Table():
                return self.table(block)
            case Image():
                return self.image(block)
            case Slide():
                return self.slide(block)

    def table(self, block: Table) -> str:
        rows = [
            "| " + " | ".join(escape(name) for name in block.header) + " |",
            "|" + " --- |" * len(block.header),
        ]
        rows += ["| " + " | ".join(map(self.line, row)) + " |" for row in block.rows]
        return "\n".join(rows)

    def image(self, block: Image) -> str:
        from relcase.render.pictures import instead

        shown = escape(instead(block))
        if block.name:
            shown = f"![{escape(block.alt)}](<{block.name}>)"
        below = self.line(block.caption)
        return f"{shown}\\\n{below}" if below else shown

    def slide(self, block: Slide) -> str:
        parts = [self.block(one) for one in block.blocks]
        if block.notes:
            from relcase.render import plain

            notes = plain.render(Document(block.notes)).rstrip()
            inside = _TEMPLATE.sub(" ", _COMMENT_END.sub("‐‐", notes))
            parts.append(f"<!--\n{inside}\n-->")
        return "\n\n".join(parts)

    def line(self, content: Line) -> str:
        text = "".join(self.inline(part) for part in content)
        return text.replace("![", "\\![")  # a link after it is not a picture

    def inline(self, part: Inline) -> str:
        if isinstance(part, Key):
            return _cited(part)
        if isinstance(part, Footnote):
            mark = f"[^{len(self.notes) + 1}]"
            self.notes.append("")  # its place, before notes inside it could take it
            self.notes[-1] = f"{mark}: {self.line(part.content)}"
            return mark
        url = address(part.url)
        if url and url == part.text and url.startswith("http"):
            return f"<{url}>"
        text = _styled(escape(part.text), part.style)
        return f"[{text}]({_target(url)})" if url else text


def escape(text: str) -> str:
    """Words as words: nothing in them means anything to Markdown."""
    return _SPECIAL.sub(r"\\\g<0>", words(text))


def _styled(text: str, style: str) -> str:
    """Emphasis that hugs its words, with the space outside: ``* a*`` is no emphasis."""
    body = text.strip()
    if not body or not style:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    for letter, mark in (("i", "*"), ("b", "**"), ("^", "^"), ("_", "~")):
        if letter in style:
            inner = body.replace(" ", "\\ ") if letter in "^_" else body
            body = f"{mark}{inner}{mark}"
    return before + body + after


def _cited(part: Key) -> str:
    """A citation for pandoc and Quarto; a key that neither could read stays words."""
    if not _KEY.fullmatch(part.key):
        return escape(as_typed(part))
    return as_typed(part._replace(place=escape(part.place)))


_KEY = re.compile(r"[^\W_](?:[\w:.+/-]*\w)?")


def _guard(text: str) -> str:
    """A paragraph whose beginning makes no list, rule, division or code of it."""
    text = text.lstrip()
    if mark := _LIST.match(text):
        return f"{text[: mark.end() - 1]}\\{text[mark.end() - 1 :]}"
    return f"\\{text}" if _BLOCK.match(text) else text


def _target(url: str) -> str:
    return url.replace("(", "%28").replace(")", "%29").replace("&", "&amp;")


def _is_deck(document: Document) -> bool:
    return isinstance(document.blocks[0], Slide)
