"""How high paragraphs stand in a box, how small they must be to fit, and where to split.

Sizes and lengths are in points. Lines are broken between words alone, which never gives
fewer lines than a program that also breaks at hyphens.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import floor
from typing import NamedTuple

from relcase.domain.marker import Part
from relcase.render.powerpoint.fonts import face

_STEPS = tuple(1 - step * 0.04 for step in range(16))
"""Shares of the wanted size that are tried in turn, down to two fifths of it."""
_CLOSEST = 0.5
"""How far the space above a paragraph shrinks with its size."""
ELLIPSIS = "…"


class Run(NamedTuple):
    """Words in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    url: str | None = None
    accent: bool = False
    """Whether it stands in the colour that stresses."""


class Para(NamedTuple):
    """A paragraph, its size, and the least size at which it is still to be read."""

    runs: tuple[Run, ...]
    size: float
    least: float
    before: float = 0
    """Space above it."""
    is_one_line: bool = False
    """Whether it becomes smaller before it takes a second line."""
    is_item: bool = False
    """Whether it stands behind a bullet."""
    part: Part | None = None
    """What of an entry it tells."""

    @property
    def indent(self) -> float:
        """How far from the left it begins."""
        return self.size if self.is_item else 0

    def scaled(self, share: float) -> "Para":
        """The same at a share of its size, down to its least."""
        return self._replace(
            size=max(self.least, floor(self.size * share * 2) / 2),
            before=self.before * max(share, _CLOSEST),
        )


class Room(NamedTuple):
    """The inside of a box: what is free for text, and how text stands in it."""

    width: float
    height: float
    family: str
    bold: bool = False
    """Whether words are bold that do not say so."""
    spacing: float = 1.0
    """Height of a line against that of the font."""
    upper: bool = False
    """Whether words are shown in capitals."""


def height(paras: Sequence[Para], room: Room) -> float:
    """How high paragraphs stand."""
    total = 0.0
    for number, para in enumerate(paras):
        line = face(room.family, room.bold).line * para.size * room.spacing
        total += len(lines(para, room)) * line + (para.before if number else 0)
    return total


def fits(paras: Sequence[Para], room: Room) -> bool:
    """Whether paragraphs stand in a box without overflowing it."""
    return height(paras, room) <= room.height


def fitted(paras: Sequence[Para], room: Room) -> list[Para] | None:
    """Paragraphs as large as fits; ``None`` if they overflow even at their least."""
    lined = [_on_one_line(para, room) if para.is_one_line else para for para in paras]
    for share in _STEPS:
        made = [para.scaled(share) for para in lined]
        if fits(made, room):
            return made
    return None


def _on_one_line(para: Para, room: Room) -> Para:
    """A paragraph small enough for one line, as far as its least size goes."""
    words = _words(para.runs, room.family, room.bold, room.upper)
    width = sum(width for _, width, _ in words) * para.size
    return para.scaled(min(1.0, room.width / width)) if width else para


def pages(paras: Sequence[Para], room: Room) -> list[list[Para]]:
    """Paragraphs in as many boxes as they need, a little smaller if one box is enough.

    A paragraph that is higher than a box is split between words. Several boxes are about
    equally full.
    """
    if (whole := fitted(paras, room)) is not None:
        return [whole]
    pieces = list(_pieces(paras, room))
    made = _filled(pieces, room)
    for share in _STEPS:
        lower = _filled(pieces, room._replace(height=room.height * share))
        if len(lower) > len(made):
            break
        even = lower
    return even


def _filled(pieces: Sequence[Para], room: Room) -> list[list[Para]]:
    """Each box as full as it goes."""
    made: list[list[Para]] = [[]]
    for para in pieces:
        if made[-1] and not fits([*made[-1], para], room):
            made.append([])
        made[-1].append(para)
    return made


def cut(para: Para, room: Room) -> Para:
    """As much of a paragraph as fits at its least size, with an ellipsis at its end."""
    small = para.scaled(0)
    words = "".join(run.text for run in para.runs).split()
    for count in range(len(words), 0, -1):
        text = " ".join(words[:count]).rstrip(",;:–-. ") + ELLIPSIS
        made = small._replace(runs=(para.runs[0]._replace(text=text),))
        if fits([made], room):
            return made
    # One word higher than the box, letter by letter.
    return _broken(small, room)[0]


def lines(para: Para, room: Room) -> list[str]:
    """The lines that a paragraph takes.

    What follows a link that is longer than a line is thought to begin another: LibreOffice
    puts it there, were it only a full stop.
    """
    linked = any(run.url for run in para.runs)
    room = room._replace(width=room.width - para.indent)
    out, current, used = list[str](), "", 0.0
    for word, whole, without in _words(para.runs, room.family, room.bold, room.upper):
        width, bare = whole * para.size, without * para.size
        if current and used + bare > room.width:
            out.append(current)
            current, used = "", 0.0
        if bare > room.width:  # a word that is longer than a line is broken in it
            *full, (current, used) = _letters(word, para, room)
            out += [text for text, _ in full]
            if linked:
                out.append(current)
                current, used = "", 0.0
            continue
        current, used = current + word, used + width
    return [*out, current]


@lru_cache(maxsize=4096)
def _words(
    runs: tuple[Run, ...], family: str, is_bold: bool, is_upper: bool
) -> tuple[tuple[str, float, float], ...]:
    """Every word with the space after it, and its width with and without that space.

    Widths are in font sizes, so that they are measured once for all sizes that are tried.
    Runs without a space between them hang together.
    """
    space = face(family, is_bold).width(" ", 1)
    out, word, width = list[tuple[str, float, float]](), "", 0.0
    for run in runs:
        measured = face(family, run.bold or is_bold)
        text = run.text.upper() if is_upper else run.text
        for piece in text.replace(" ", " \n").split("\n"):
            word, width = word + piece, width + measured.width(piece, 1)
            if piece.endswith(" "):
                out.append((word, width, width - space))
                word, width = "", 0.0
    if word:
        out.append((word, width, width))
    return tuple(out)


def _letters(word: str, para: Para, room: Room) -> list[tuple[str, float]]:
    """A word in pieces that each fit a line.

    An address is broken behind its signs where it can be, as programs do; their lines are
    shorter than a line could be, so there may be more of them.
    """
    measured = face(room.family, True)

    def wide(text: str) -> float:
        return measured.width(text, para.size)

    out, current = list[tuple[str, float]](), ""
    for piece in _BEHIND_SIGNS.findall(word):
        if current and wide(current + piece) > room.width:
            out.append((current, wide(current)))
            current = ""
        for letter in piece if wide(piece) > room.width else (piece,):
            if current and wide(current + letter) > room.width:
                out.append((current, wide(current)))
                current = ""
            current += letter
    return [*out, (current, wide(current))]


_BEHIND_SIGNS = re.compile(r"[^/?&=-]*[/?&=-]+|[^/?&=-]+")


def _pieces(paras: Sequence[Para], room: Room) -> Iterator[Para]:
    """Paragraphs at their least size, each no higher than a box."""
    for para in paras:
        small = para.scaled(0)
        if fits([small], room):
            yield small
        else:
            yield from _broken(small, room)


def _broken(para: Para, room: Room) -> list[Para]:
    """A paragraph in pieces that each fill a box; they keep the style of the first words."""
    line = face(room.family, room.bold).line * para.size * room.spacing
    most = max(1, int(room.height // line))
    shown = lines(para, room)
    style = para.runs[0]._replace(bold=False, url=None)
    return [
        para._replace(runs=(style._replace(text="".join(shown[start : start + most])),))
        for start in range(0, len(shown), most)
    ]
