"""The format-neutral tree between composing and rendering.

Composers build it, renderers write it out, and neither knows the other. Formatted
references are kept in the same form, so one run of the citation engine serves every
format. Named tuples, because making one costs a quarter of a dataclass at import and
a query imports all of them.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Text(NamedTuple):
    """Words in one style. ``style`` holds any of the letters below.

    i italic, b bold, c small capitals, ^ superscript, _ subscript, q dimmed.
    ``url`` makes the words a link.
    """

    text: str
    style: str = ""
    url: str | None = None


class Footnote(NamedTuple):
    """A note hung on the words before it: how a note style cites."""

    content: tuple[Text, ...]


class Key(NamedTuple):
    """A citation that another program fills in: the key of a source, and the place in it."""

    key: str
    place: str = ""
    narrative: bool = False
    """As part of the sentence, without brackets around it."""


Inline = Text | Footnote | Key
Line = tuple[Inline, ...]


class Heading(NamedTuple):
    """A heading; level 1 is the document's."""

    content: Line
    level: int = 2


class Paragraph(NamedTuple):
    """A paragraph of prose."""

    content: Line


class Quotation(NamedTuple):
    """Somebody's words, with the line that says whose."""

    content: Line
    attribution: Line = ()


class Items(NamedTuple):
    """A list of short paragraphs."""

    items: tuple[Line, ...]


class Table(NamedTuple):
    """Rows under a header."""

    header: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


class References(NamedTuple):
    """The reference list: one line a source, in the order of the style."""

    items: tuple[Line, ...]
    left_open: bool = False
    """Whether the program that fills in the keys makes the list too."""


class Image(NamedTuple):
    """A picture: PNG, JPEG or SVG, with the words that stand for it."""

    data: bytes
    alt: str
    """What a reader who cannot see it is told."""
    caption: Line = ()
    name: str = ""
    """The file it is written to beside a text format; empty: ``alt`` stands for it."""


Block = Heading | Paragraph | Quotation | Items | Table | References | Image


class Document(NamedTuple):
    """What a renderer is given."""

    blocks: tuple[Block, ...]
    title: str = ""


def line(*parts: str | Inline | Line) -> Line:
    """A line from strings, inlines and other lines, empty strings left out."""
    out: list[Inline] = []
    for part in parts:
        if isinstance(part, str):
            if part:
                out.append(Text(part))
        elif isinstance(part, Text | Footnote | Key):
            out.append(part)
        else:
            out.extend(part)
    return tuple(out)


STOPS = (".", "!", "?")
"""What ends a sentence."""


def ended(*parts: str | Inline | Line) -> Line:
    """A line with a full stop, unless it ends with one, as "Aster, n.d." does."""
    made = line(*parts)
    return line(made, "" if plain(made).endswith(STOPS) else ".")


def as_typed(cited: Key) -> str:
    """A citation as pandoc and Quarto read it: ``[@key, p. 3]`` or ``@key [p. 3]``."""
    if cited.narrative:
        return f"@{cited.key} [{cited.place}]" if cited.place else f"@{cited.key}"
    return f"[@{cited.key}, {cited.place}]" if cited.place else f"[@{cited.key}]"


def plain(content: Iterable[Inline]) -> str:
    """The bare words of a line, footnotes left out."""
    return "".join(part.text for part in content if isinstance(part, Text))
