"""What marks a snippet in a report, so that it can be kept current.

    relcase: stat frome-emergency-admissions slide style=apa sum=3f9c0d2a71be

The words name what stands there: a kind and an id, or ``references``; then how it is
told. An author writes them without a sum, and whoever fills the place adds it: the
checksum of what was written, by which a later edit by hand is noticed.
"""

import re
from hashlib import sha256
from typing import Any, Literal, NamedTuple, get_args

from relcase.domain.vocabulary import KINDS, LENGTHS, Kind, Length

Shape = Literal["markdown", "slide", "html", "latex"]
SHAPES: tuple[Shape, ...] = get_args(Shape)
Part = Literal[
    "headline",
    "number",
    "label",
    "quotation",
    "words",
    "certainty",
    "caveat",
    "source",
    "picture",
    "notes",
]
"""What a slide tells of an entry, part by part."""
PARTS: tuple[Part, ...] = get_args(Part)
TOLD_PARTS = tuple(one for one in PARTS if one not in ("picture", "notes"))
"""Those that an author can ask for in a box."""
REFERENCES, CONTRARY = "references", "contrary"
DEFAULT_LANG = "en-GB"
"""The language that a marker goes without naming."""
BEGINS, ENDS = "relcase:", "/relcase"
"""What the comment before a snippet begins with, and the one after it is."""

_KINDS: dict[str, Kind] = {**{one: one for one in KINDS}, "stat": "statistic"}
_SHORT_NAMES = {"statistic": "stat"}
_SUM = re.compile(r"[0-9a-f]{12}")
_DIGITS = 6
_MANY = 3
"""Parts of a slide that are too many to be named."""
_TOLD = re.compile(r"relcase\s*:(?!\s*ignore\b)", re.I)
_WITHOUT_COLON = re.compile(
    rf"relcase\s+(?:{'|'.join((*_KINDS, REFERENCES, CONTRARY))})(?:\s|\Z)", re.I
)
NO_COLON = "a colon is missing behind “relcase”"
"""Why such a mark is not understood."""
_NAME = re.compile(r"[^\s=<>\"'{}]+")
_LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SUMS = ("sum", "kept", "drawn")
_NAMED = ("style", "lang", *_SUMS)


class Misspelt(ValueError):
    """Words of a marker that nobody understands; says what they could be."""


class Marker(NamedTuple):
    """What stands at a place, and how it was told."""

    what: str
    """``references``, ``contrary``, a kind of entry, or empty for an entry of any kind."""
    ids: tuple[str, ...] = ()
    """The entry; of ``contrary``, those it concerns, or none for all that are marked."""
    shape: Shape | None = None
    """The format of a listing that it came from; ``None`` for a paragraph."""
    say: Length | None = None
    style: str = ""
    lang: str = ""
    sum: str = ""
    """Checksum of what was written there; empty where nothing is yet."""
    kept: str = ""
    """Checksum of what the store said when an edit by hand was kept."""
    drawn: str = ""
    """Checksum of what the store said when a picture was drawn, or anything else that can
    be made anew and not rewritten."""
    parts: tuple[Part, ...] = ()
    """Of an entry on a slide, what of it stands there; empty for a sentence."""
    rows: int = 0
    """Of the references, how many stand there, if the list goes on elsewhere."""

    @property
    def kind(self) -> Kind | None:
        """The kind of entry that it names."""
        return _KINDS.get(self.what)

    @property
    def title(self) -> str:
        """What it is called in a message: the id, or what it lists."""
        one_entry = len(self.ids) == 1 and self.what != CONTRARY
        return self.ids[0] if one_entry else self.what


def told(words: str) -> str | None:
    """What a comment or a name says after ``relcase:``; ``None`` for those of others.

    Programs write a capital at the beginning of a line. What is let stand, as in
    ``relcase: ignore D01``, is no marker.
    """
    found = _TOLD.match(words)
    return words[found.end() :] if found else None


def lacks_colon(words: str) -> bool:
    """Whether a comment would be a marker, had it a colon."""
    return _WITHOUT_COLON.match(words) is not None


def ends(words: str) -> bool:
    """Whether a comment closes a marked place."""
    return words.casefold() == ENDS


def parse(words: str) -> Marker:
    """A marker from its words. Raises ``Misspelt``."""
    first, *rest = words.split() or ("",)
    if not first:
        raise Misspelt("It names nothing; write stat and an id, or references.")
    if first in (REFERENCES, CONTRARY) or first in _KINDS:
        marker = Marker(_KINDS.get(first, first))
    else:
        marker = Marker("", (_name(first),))
    for word in rest:
        marker = _with(marker, word)
    if marker.what not in (REFERENCES, CONTRARY) and not marker.ids:
        raise Misspelt("It names no entry; write its id after it.")
    return marker


def _with(marker: Marker, word: str) -> Marker:
    name, sign, value = word.partition("=")
    if sign and name in _SUMS and not _SUM.fullmatch(value):
        raise Misspelt(f"“{word}” is no checksum; take it out.")
    if sign and name in _NAMED:
        if name == "lang" and not _LANG.fullmatch(value):
            raise Misspelt(f"“{value}” is no language; it is a tag such as en-GB.")
        given: dict[str, Any] = {name: _name(value)}
        return marker._replace(**given)
    if sign and name == "part":
        return marker._replace(parts=tuple(map(_part, value.split(","))))
    if sign and name == "rows" and marker.what == REFERENCES and value.isdecimal():
        return marker._replace(rows=int(value[:_DIGITS]))
    if (length := value if name == "say" else word) in LENGTHS:
        return marker._replace(say=length)
    if word in SHAPES:
        return marker._replace(shape=word)
    if marker.what == REFERENCES and not marker.style:
        return marker._replace(style=_name(word))
    if marker.what == CONTRARY or (marker.what != REFERENCES and not marker.ids):
        return marker._replace(ids=(*marker.ids, _name(word)))
    raise Misspelt(
        f"“{word}” is not understood; after the id may stand markdown, slide, short, "
        "long, style=NAME and lang=TAG."
    )


def _name(word: str) -> str:
    if not _NAME.fullmatch(word):
        raise Misspelt(f"“{word}” is no name.")
    return word


def _part(word: str) -> Part:
    for one in PARTS:
        if one == word:
            return one
    raise Misspelt(f"“{word}” is no part of a slide; there are {', '.join(PARTS)}.")


def written(marker: Marker) -> str:
    """The words of a marker, after ``relcase:``."""
    what = _SHORT_NAMES.get(marker.what, marker.what)
    named = (
        ("say", marker.say),
        ("part", ",".join(marker.parts)),
        ("rows", marker.rows),
        *((name, getattr(marker, name)) for name in _NAMED),
    )
    told = (f"{name}={value}" for name, value in named if value)
    return " ".join(filter(None, (what, *marker.ids, marker.shape, *told)))


def shown_part(marker: Marker) -> str:
    """What a marked place of a slide is called: the parts of the entry, or what it is."""
    if marker.parts:
        return " and ".join(marker.parts) if len(marker.parts) < _MANY else "text"
    return marker.title


def waiting(marker: Marker) -> str:
    """A place of an office file that is to be filled."""
    return f"{{{{{BEGINS}{written(marker)}}}}}"


def named_lang(lang: str) -> str:
    """A language as a marker names it."""
    return "" if lang == DEFAULT_LANG else lang


def checksum(content: str) -> str:
    """Names what was written, whatever the line ends and blanks around it."""
    lines = (line.rstrip() for line in content.strip().splitlines())
    return sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()[:12]
