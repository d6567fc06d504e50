"""Content as pandoc's own tree (its JSON), from which it writes office formats."""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

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
    as_typed,
)
from relcase.domain.inert import address, words
from relcase.render.columns import shares
from relcase.render.outline import under_title
from relcase.render.pictures import ending, is_wide

Node = dict[str, Any]
_WRAPS = {
    "i": "Emph",
    "b": "Strong",
    "c": "SmallCaps",
    "^": "Superscript",
    "_": "Subscript",
}
_NO_ATTRIBUTES: tuple[str, list[str], list[list[str]]] = ("", [], [])


class Tree(NamedTuple):
    """A document for ``pandoc --from=json``, and the files it names."""

    json: str
    pictures: dict[str, Image]


def tree(document: Document, lang: str) -> Tree:
    """The document as pandoc's tree, with its pictures beside it.

    The title is no heading there.
    """
    meta: Node = {"lang": {"t": "MetaString", "c": lang}}
    meta["author"] = {"t": "MetaString", "c": f"relcase {__version__}"}
    if document.title:
        meta["title"] = {"t": "MetaInlines", "c": _words(words(document.title))}
    writer = _Writer()
    blocks = writer.blocks(under_title(document))
    made = {"pandoc-api-version": [1, 23, 1], "meta": meta, "blocks": blocks}
    return Tree(json.dumps(made), writer.pictures)


class _Writer:
    """Writes blocks and keeps the pictures that stand among them."""

    def __init__(self) -> None:
        self.pictures: dict[str, Image] = {}

    def blocks(self, blocks: Iterable[Block]) -> list[Node]:
        return [node for block in blocks for node in self.block(block)]

    def block(self, block: Block) -> list[Node]:
        match block:
            case Heading():
                shown = _line(block.content)
                return [_node("Header", [block.level, _NO_ATTRIBUTES, shown])]
            case Paragraph():
                return [_node("Para", _line(block.content))]
            case Items():
                return [_items(block)]
            case Quotation():
                return [_quotation(block)]
            case References():
                return [_references(block)]
            case Table():
                return [_table(block)]
            case Image():
                return [self.image(block)]

    def image(self, block: Image) -> Node:
        name = f"picture-{len(self.pictures) + 1}.{ending(block)}"
        self.pictures[name] = block
        alt = words(block.alt)
        # Word files are kept to the page by pandoc, OpenDocument files are not.
        shape = [["width", "100%"]] if is_wide(block) else []
        shown = _node("Image", [("", [], shape), _words(alt), [name, ""]])
        if not block.caption:
            return _node("Para", [shown])
        caption: Any = [None, [_node("Plain", _line(block.caption))]]
        return _node("Figure", [_NO_ATTRIBUTES, caption, [_node("Plain", [shown])]])


def _items(block: Items) -> Node:
    items = [_styled("List Paragraph", _line(one)) for one in block.items]
    return _node("BulletList", [[one] for one in items])


def _quotation(block: Quotation) -> Node:
    said = _line(block.content)
    if block.attribution:
        by = [*_words("— "), *_line(block.attribution)]
        said = [*said, {"t": "LineBreak"}, *by]
    return _node("BlockQuote", [_node("Para", said)])


def _references(block: References) -> Node:
    """Each in the style of a reference, all of them in one part."""
    listed = [_styled("Bibliography", _line(one)) for one in block.items]
    return _node("Div", [("", ["references"], []), listed])


def _styled(name: str, content: list[Node]) -> Node:
    """A paragraph in a style by name, which pandoc would not choose by itself."""
    style: Any = ("", [], [["custom-style", name]])
    return _node("Div", [style, [_node("Para", content)]])


def _table(block: Table) -> Node:
    columns = [
        [{"t": "AlignDefault"}, _node("ColWidth", width)] for width in shares(block)
    ]
    head = [_NO_ATTRIBUTES, [_row([_words(words(name)) for name in block.header])]]
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


def _inline(part: Inline) -> list[Node]:
    if isinstance(part, Key):
        return _words(words(as_typed(part)))
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
