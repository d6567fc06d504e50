"""CSL items in a style → citations and references as lines of content.

One run of pandoc serves everything: the document it gets holds one paragraph for each
citation and the place of the reference list, and comes back with both filled in.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from relcase.citations import pandoc
from relcase.citations.pandoc_inlines import Inlines, to_line
from relcase.citations.style_file import ready
from relcase.citations.styles import Style
from relcase.domain.content import Footnote, Inline, Line, Text, line
from relcase.domain.formatted import Cited, Formatted
from relcase.domain.reference import CslItem, short_names
from relcase.errors import UnknownName

LOCATORS = (
    *("page", "chapter", "column", "figure", "folio", "line", "note", "paragraph"),
    *("part", "section", "table", "verse", "volume"),
)
"""What a locator may count."""


class Citation(NamedTuple):
    """A citation to be made: of these sources, at this place in the first of them."""

    keys: tuple[str, ...]
    narrative: bool = False
    locator: str = ""
    label: str = "page"


def format_references(
    items: Sequence[CslItem], style: Style, lang: str = "en-GB", *, in_text: bool = True
) -> Formatted:
    """The list, and every source cited both ways; ``in_text=False``: the list alone."""
    keys = _keys(items)
    forms = (False, True) if in_text else ()
    wanted = [Citation((key,), form) for key in keys for form in forms]
    lines, references = _run(items, style, lang, wanted)
    citations = {
        key: Cited(normal, _named(normal, narrative, item))
        for key, item, normal, narrative in zip(
            *(keys, items, lines[::2], lines[1::2]), strict=False
        )
    }
    return Formatted(citations, references or _as_notes(items, style, lang))


def cites(
    items: Sequence[CslItem], style: Style, lang: str, wanted: Sequence[Citation]
) -> list[Line]:
    """The citations of one text, ``(Abel, 2018; Holt, 2010)``, each a first one."""
    by_key = dict(zip(_keys(items), items, strict=True))
    for key in {key for one in wanted for key in one.keys}:
        if key not in by_key:
            from difflib import get_close_matches

            raise UnknownName("source", key, get_close_matches(key, by_key))
    both = [one._replace(narrative=form) for one in wanted for form in (False, True)]
    # Numbers are given in the order of citing: first everything, in the order given.
    numbered = style.kind in {"numeric", "label"}
    first = [Citation(tuple(by_key))] if numbered and items else []
    lines, _ = _run(items, style, lang, [*first, *both])
    lines = lines[len(first) :]
    return [
        _named(normal, narrative, by_key[one.keys[0]]) if one.narrative else normal
        for one, normal, narrative in zip(wanted, lines[::2], lines[1::2], strict=True)
    ]


def _run(
    items: Sequence[CslItem], style: Style, lang: str, wanted: Sequence[Citation]
) -> tuple[list[Line], tuple[tuple[str, Line], ...]]:
    """The wanted citations, and the list of all the items."""
    if not items:
        return [], ()
    codes = {key: f"r{number}" for number, key in enumerate(_keys(items))}
    document = _document(codes, wanted, lang)
    with TemporaryDirectory(prefix="relcase-") as folder:
        bibliography = Path(folder, "items.json")
        coded = [{**item, "id": codes[str(item["id"])]} for item in items]
        bibliography.write_text(json.dumps(coded), encoding="utf-8")
        arguments = ("--from=json", "--to=json", "--citeproc")
        files = (f"--csl={_style(style, folder)}", f"--bibliography={bibliography}")
        answer = pandoc.run((*arguments, *files), document)
    keys = {code: key for key, code in codes.items()}
    try:
        blocks = json.loads(answer)["blocks"]
        lines = [to_line(block["c"]) for block in blocks[: len(wanted)]]
        return lines, _references(blocks[-1], keys)
    except (ValueError, LookupError, TypeError, AttributeError):
        raise pandoc.EngineFailed(
            "pandoc's answer is not one of its documents."
        ) from None


def _style(style: Style, folder: str) -> Path:
    text = ready(style.path)
    if text is None:
        return style.path
    path = Path(folder, "style.csl")
    path.write_text(text, encoding="utf-8")
    return path


def _document(codes: Mapping[str, str], wanted: Sequence[Citation], lang: str) -> str:
    blocks = [_paragraph(one, codes) for one in wanted]
    blocks.append({"t": "Div", "c": [["refs", [], []], []]})
    # What no paragraph cites is listed all the same, and has its share in telling
    # 2024a from 2024b: so a citation is the same whatever else is asked for.
    everything = [_cite(Citation(tuple(codes)), codes)]
    meta = {
        "lang": {"t": "MetaString", "c": lang},
        "nocite": {"t": "MetaInlines", "c": everything},
    }
    return json.dumps(
        {"pandoc-api-version": [1, 23, 1], "meta": meta, "blocks": blocks}
    )


def _paragraph(wanted: Citation, codes: Mapping[str, str]) -> dict[str, Any]:
    return {"t": "Para", "c": [_cite(wanted, codes)]}


def _cite(wanted: Citation, codes: Mapping[str, str]) -> dict[str, Any]:
    mode = "AuthorInText" if wanted.narrative else "NormalCitation"
    citations = [
        {
            "citationId": codes[key],
            "citationPrefix": [],
            "citationSuffix": [] if number else _suffix(wanted),
            "citationMode": {"t": mode},
            "citationNoteNum": 0,
            "citationHash": 0,
        }
        for number, key in enumerate(wanted.keys)
    ]
    return {"t": "Cite", "c": [citations, []]}


def _suffix(wanted: Citation) -> list[dict[str, str]]:
    if not wanted.locator:
        return []
    words: list[dict[str, str]] = []
    for word in _place(wanted.locator, wanted.label).split():
        words += [{"t": "Space"}, {"t": "Str", "c": word}]
    return [{"t": "Str", "c": ","}, *words]


def _place(locator: str, label: str) -> str:
    """The locator in words that the engine understands: a bare number is a page."""
    if label not in LOCATORS:
        near = [known for known in LOCATORS if known.startswith(label[:1])]
        raise UnknownName("kind of place", label, near[:3])
    if label == "page":
        return locator if re.match(r"\d", locator) else f"p. {locator}"
    return f"Table {locator}" if label == "table" else f"{label} {locator}"


def _references(
    block: dict[str, Any], keys: Mapping[str, str]
) -> tuple[tuple[str, Line], ...]:
    entries = block["c"][1] if block["t"] == "Div" else []
    return tuple(
        (keys[entry["c"][0][0].removeprefix("ref-")], to_line(_inlines(entry["c"][1])))
        for entry in entries
    )


def _inlines(blocks: Iterable[dict[str, Any]]) -> Inlines:
    out: list[dict[str, Any]] = []
    for block in blocks:
        inner = block["c"] if block["t"] != "Div" else _inlines(block["c"][1])
        out += [{"t": "Space"}, *inner] if out else inner
    return out


def _as_notes(
    items: Sequence[CslItem], style: Style, lang: str
) -> tuple[tuple[str, Line], ...]:
    """A list for the styles that know none: each source as its note has it."""
    keys = _keys(items)
    lines, _ = _run(items, style, lang, [Citation((key,)) for key in keys])
    return tuple(
        (key, made[0].content if made and isinstance(made[0], Footnote) else made)
        for key, made in zip(keys, lines, strict=True)
    )


def _named(normal: Line, narrative: Line, item: CslItem) -> Line:
    """The narrative form with its author, which numeric styles leave out."""
    if narrative != normal or not normal:
        return tuple(_without_stray_comma(part) for part in narrative)
    first = normal[0]
    raised = isinstance(first, Text) and "^" in first.style
    return line(short_names(item), "" if raised else " ", normal)


def _without_stray_comma(part: Inline) -> Inline:
    # Pandoc's "Smith (, Table 3)" in styles that cite without a year.
    if isinstance(part, Text) and "(, " in part.text:
        return part._replace(text=part.text.replace("(, ", "("))
    return part


def _keys(items: Sequence[CslItem]) -> list[str]:
    return [str(item["id"]) for item in items]
