"""XML as elements that know which bytes they are, so that a few can be rewritten.

Everything outside a replaced element keeps its bytes: prefixes, order of attributes,
blanks and all.
"""

import re
from collections.abc import Iterable, Iterator
from xml.parsers import expat

from relcase.errors import Unreadable
from relcase.reading.package import DEEPEST, DOCTYPES

_TAG = re.compile(rb"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>")


class Node:
    """An element: its name as ``{namespace}local``, and where its bytes are."""

    __slots__ = (
        "attributes",
        "children",
        "end",
        "inside",
        "parent",
        "start",
        "tag",
        "words",
    )

    def __init__(
        self,
        tag: str,
        attributes: dict[str, str],
        start: int,
        inside: int,
        parent: "Node | None",
    ) -> None:
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.start, self.end = start, start
        self.inside = (inside, inside)
        self.children: list[Node] = []
        self.words: list[str] = []

    @property
    def text(self) -> str:
        """Its own words, without those of the elements in it."""
        return "".join(self.words)

    def each(self, tag: str) -> Iterator["Node"]:
        """The elements of a name inside this one, in order."""
        stack = list(reversed(self.children))
        while stack:
            one = stack.pop()
            if one.tag == tag:
                yield one
            stack += reversed(one.children)

    def child(self, *tags: str) -> "Node | None":
        """The first child of a name, and its first child of the next name, and so on."""
        node: Node | None = self
        for tag in tags:
            node = (
                next((one for one in node.children if one.tag == tag), None)
                if node
                else None
            )
        return node

    def get(self, name: str, otherwise: str = "") -> str:
        """An attribute by ``{namespace}local``."""
        return self.attributes.get(name, otherwise)


def tree(content: bytes, path: str) -> Node:
    """The root element of an XML text in UTF-8.

    Raises ``Unreadable`` when it is damaged, in another encoding, or declares entities.
    """
    damaged = "its XML is damaged; open it in its program and save it again"
    if any(sign in content for sign in DOCTYPES) or content[:2] in (
        b"\xff\xfe",
        b"\xfe\xff",
    ):
        raise Unreadable(path, damaged)
    builder = _Builder(content)
    try:
        builder.parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError, _TooDeep):
        raise Unreadable(path, damaged) from None
    return builder.root.children[0]


def replaced(content: bytes, edits: Iterable[tuple[int, int, bytes]]) -> bytes:
    """The text with some stretches of bytes as others; they must not overlap."""
    parts, at = [], 0
    for start, end, new in sorted(edits):
        parts += [content[at:start], new]
        at = end
    return b"".join((*parts, content[at:]))


class _TooDeep(Exception):
    """Elements inside each other beyond all measure."""


class _Builder:
    """Makes nodes of what the parser meets."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.root = self.node = Node("", {}, 0, 0, None)
        self.depth = 0
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.begin
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.words

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST * 2:
            raise _TooDeep
        start = self.parser.CurrentByteIndex
        tag = _TAG.match(self.content, start)
        named = {_clark(one): value for one, value in attributes.items()}
        inside = tag.end() if tag else start
        node = Node(_clark(name), named, start, inside, self.node)
        self.node.children.append(node)
        self.node = node

    def end(self, name: str) -> None:
        node = self.node
        inside = node.inside[0]
        if self.content[inside - 2 : inside] == b"/>":
            node.end = inside
        else:
            closes = self.parser.CurrentByteIndex
            node.inside = (inside, closes)
            node.end = self.content.index(b">", closes) + 1
        self.depth -= 1
        self.node = node.parent or self.root

    def words(self, text: str) -> None:
        self.node.words.append(text)


def _clark(name: str) -> str:
    return f"{{{name}" if "}" in name else name
