"""Content as pandoc's own tree (its JSON), from which it writes office formats."""

import json
from typing import Any

from relcase.domain.content import (
    Block,
    Document,
    Footnote,
    Heading,
    Image,
    Items,
    Line,
    Paragraph,
    Quotation,
    References,
    Slide,
    Table,
    Text,
)
from relcase.render.inert import address, words
from relcase.render.pictures import data_uri

Node = dict[str, Any]
_WRAPS = {
    "i": "Emph",
    "b": "Strong",
    "c": "SmallCaps",
    "^": "Superscript",
    "_": "Subscript",
}
_NO_ATTRIBUTES: tuple[str, list[str], list[list[str]]] = ("", [], [])


def tree(document: Document, lang: str) -> str:
    """The document as JSON for ``pandoc --from=json``."""
    meta: Node = {"lang": {"t": "MetaString", "c": lang}}
    if document.title:
        meta["title"] = {"t": "MetaInlines", "c": _words(words(document.title))}
    blocks = [node for block in document.blocks for node in _block(block)]
    return json.dumps(
        {"pandoc-api-version": [1, 23, 1], "meta": meta, "blocks": blocks}
    )


def _block(block: Block) -> list[Node]:
    match block:
        case Heading():
            return [
                _node("Header", [block.level, _NO_ATTRIBUTES, _line(block.content)])
            ]
        case Paragraph():
            return [_node("Para", _line(block.content))]
        case Items():
            return [
                _node(
                    "BulletList", [[_node("Plain", _line(one))] for one in block.items]
                )
            ]
        case Quotation():
            paragraphs = [_node("Para", _line(block.content))]
            if block.attribution:
                paragraphs.append(
                    _node("Para", [*_words("— "), *_line(block.attribution)])
                )
            return [_node("BlockQuote", paragraphs)]
        case References():
            style: Any = ("", [], [["custom-style", "Bibliography"]])
            return [
                _node("Div", [style, [_node("Para", _line(one))]])
                for one in block.items
            ]
        case Table():
            return [_table(block)]
        case Image():
            return [_image(block)]
        case Slide():
            return [node for one in block.blocks for node in _block(one)]


def _image(block: Image) -> Node:
    shown = _node(
        "Image", [_NO_ATTRIBUTES, _words(words(block.alt)), [data_uri(block), ""]]
    )
    if not block.caption:
        return _node("Para", [shown])
    caption: Any = [None, [_node("Plain", _line(block.caption))]]
    return _node("Figure", [_NO_ATTRIBUTES, caption, [_node("Plain", [shown])]])


def _table(block: Table) -> Node:
    columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}] for _ in block.header]
    head = [_NO_ATTRIBUTES, [_row([_words(name) for name in block.header])]]
    body = [
        _NO_ATTRIBUTES,
        0,
        [],
        [_row([_line(cell) for cell in row]) for row in block.rows],
    ]
    caption: Any = [None, []]
    return _node(
        "Table", [_NO_ATTRIBUTES, caption, columns, head, [body], [_NO_ATTRIBUTES, []]]
    )


def _row(cells: list[list[Node]]) -> list[Any]:
    made = [
        [_NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, [_node("Plain", cell)]]
        for cell in cells
    ]
    return [_NO_ATTRIBUTES, made]


def _line(content: Line) -> list[Node]:
    return [node for part in content for node in _inline(part)]


def _inline(part: Text | Footnote) -> list[Node]:
    if isinstance(part, Footnote):
        return [_node("Note", [_node("Para", _line(part.content))])]
    nodes = _words(words(part.text))
    for letter, wrap in _WRAPS.items():
        if letter in part.style:
            nodes = [_node(wrap, nodes)]
    if url := address(part.url):
        nodes = [_node("Link", [_NO_ATTRIBUTES, nodes, [url, ""]])]
    return nodes


def _words(text: str) -> list[Node]:
    nodes: list[Node] = []
    for number, word in enumerate(text.split(" ")):
        if number:
            nodes.append({"t": "Space"})
        if word:
            nodes.append(_node("Str", word))
    return nodes


def _node(kind: str, content: Any) -> Node:
    return {"t": kind, "c": content}
