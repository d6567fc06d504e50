"""Pandoc's inline elements → a line of content."""

from collections.abc import Iterable, Sequence
from typing import Any

from relcase.domain.content import Footnote, Inline, Line, Text

Inlines = Sequence[dict[str, Any]]

_STYLES = {
    "Emph": "i",
    "Strong": "b",
    "SmallCaps": "c",
    "Superscript": "^",
    "Subscript": "_",
}
_ORDER = "ibc^_"
_BREAKS = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}
_QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}
_UNDONE = {"csl-no-emph": "i", "csl-no-strong": "b", "csl-no-smallcaps": "c"}


def to_line(inlines: Inlines) -> Line:
    """The same words with the same styles and links, in as few parts as possible."""
    return _joined(_walk(inlines, "", None))


def _walk(inlines: Inlines, style: str, url: str | None) -> Iterable[Inline]:
    for inline in inlines:
        kind, content = inline["t"], inline.get("c")
        if kind == "Str":
            yield Text(str(content), style, url)
        elif kind in _BREAKS:
            yield Text(_BREAKS[kind], style, url)
        elif kind in _STYLES:
            yield from _walk(content or (), _with(style, _STYLES[kind]), url)
        elif kind == "Note":
            yield Footnote(_note(content or ()))
        else:
            yield from _nested(kind, content, style, url)


def _nested(kind: str, content: Any, style: str, url: str | None) -> Iterable[Inline]:
    if kind == "Link":
        yield from _walk(content[1], style, content[2][0])
    elif kind == "Span":
        classes = content[0][1]
        undone = "".join(_UNDONE.get(name, "") for name in classes)
        kept = "".join(letter for letter in style if letter not in undone)
        yield from _walk(content[1], kept, url)
    elif kind == "Quoted":
        before, after = _QUOTES[content[0]["t"]]
        yield Text(before, style, url)
        yield from _walk(content[1], style, url)
        yield Text(after, style, url)
    elif kind == "Cite":
        yield from _walk(content[1], style, url)
    elif kind in {"Code", "Math", "RawInline"}:
        yield Text(str(content[1]), style, url)
    else:
        # Underline and the like: the words without their decoration.
        yield from _walk(content or (), style, url)


def _note(blocks: Inlines) -> tuple[Text, ...]:
    parts: list[dict[str, Any]] = []
    for block in blocks:
        parts += [{"t": "Space"}, *block["c"]] if parts else block["c"]
    return tuple(part for part in to_line(parts) if isinstance(part, Text))


def _with(style: str, letter: str) -> str:
    # Italic in italic is upright again, as in a printed book.
    letters = set(style) ^ {letter} if letter == "i" else set(style) | {letter}
    return "".join(sorted(letters, key=_ORDER.index))


def _joined(parts: Iterable[Inline]) -> Line:
    out: list[Inline] = []
    for part in parts:
        last = out[-1] if out else None
        if not isinstance(part, Text) or not isinstance(last, Text):
            out.append(part)
        elif _alike(last, part):
            out[-1] = last._replace(text=last.text + part.text)
        elif whole := _whole_address(last, part):
            out[-1:] = whole
        else:
            out.append(part)
    return tuple(part for part in out if part != Text(""))


def _alike(left: Text, right: Text) -> bool:
    return left.style == right.style and left.url == right.url


def _whole_address(left: Text, right: Text) -> list[Inline]:
    """``https://doi.org/`` before a linked DOI belongs to the link."""
    if left.url or not right.url or not right.url.endswith(right.text):
        return []
    missing = right.url.removesuffix(right.text)
    if not missing or not left.text.endswith(missing):
        return []
    before = left._replace(text=left.text.removesuffix(missing))
    return [part for part in (before, right._replace(text=right.url)) if part.text]
