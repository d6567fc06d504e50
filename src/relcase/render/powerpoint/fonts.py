"""How wide words are: the real widths of a font, or of a wider one in its place.

A font that a deck names may not be on this machine. One that was made to have the same
widths serves then; without any, widths are taken from the font inside Pillow and made
wider, since text that was thought too long does no harm and text that overflows does.
"""

import unicodedata
from functools import lru_cache
from typing import Any, NamedTuple

from relcase.errors import MissingExtra

_REGULAR, _BOLD = 0, 1
_LIBERATION = ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf")
_SERIF = ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf")
_FILES: dict[str, tuple[tuple[str, str], ...]] = {
    "arial": (
        ("arial.ttf", "arialbd.ttf"),
        ("Arial.ttf", "Arial Bold.ttf"),
        _LIBERATION,
    ),
    "helvetica": (_LIBERATION, ("arial.ttf", "arialbd.ttf")),
    "calibri": (
        ("calibri.ttf", "calibrib.ttf"),
        ("Carlito-Regular.ttf", "Carlito-Bold.ttf"),
    ),
    "cambria": (("Caladea-Regular.ttf", "Caladea-Bold.ttf"),),
    "times new roman": (("times.ttf", "timesbd.ttf"), _SERIF),
    "georgia": (
        ("georgia.ttf", "georgiab.ttf"),
        ("Georgia.ttf", "Georgia Bold.ttf"),
        ("Gelasio-Regular.ttf", "Gelasio-Bold.ttf"),
    ),
    "verdana": (
        ("verdana.ttf", "verdanab.ttf"),
        ("Verdana.ttf", "Verdana Bold.ttf"),
        ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    ),
    "segoe ui": (("segoeui.ttf", "segoeuib.ttf"),),
    "tahoma": (("tahoma.ttf", "tahomabd.ttf"), ("Tahoma.ttf", "Tahoma Bold.ttf")),
}
"""Files of a family and of those with the same widths, regular and bold."""
_WIDER = (1.18, 1.42)
"""What makes the font inside Pillow as wide as the widest text faces, regular and bold."""
_ROOM = 1.015
"""Programs round the place of every letter in their own way."""
_EM = 1000
_LINE = 1.2
"""The least height of a line, in font sizes."""


class Face(NamedTuple):
    """A font to measure with."""

    font: Any
    stretch: float
    line: float
    """Height of a line, in font sizes."""

    def width(self, text: str, size: float) -> float:
        """How wide a text is, in the unit of ``size``."""
        return _ems(self.font, text) * size * self.stretch * _ROOM


@lru_cache(maxsize=64)
def face(family: str, bold: bool = False) -> Face:
    """The font that a family is measured with. Raises ``MissingExtra`` without Pillow."""
    try:
        from PIL import ImageFont
    except ImportError:
        raise MissingExtra("PowerPoint") from None

    font: Any
    weight = _BOLD if bold else _REGULAR
    for pair in _FILES.get(family.casefold(), ()) or _guessed(family):
        try:
            font = ImageFont.truetype(
                pair[weight], _EM, layout_engine=ImageFont.Layout.BASIC
            )
        except OSError:
            continue
        return Face(font, 1.0, _line(font))
    font = ImageFont.load_default(_EM)
    return Face(font, _WIDER[weight], _line(font))


def _guessed(family: str) -> tuple[tuple[str, str], ...]:
    """What the files of an unknown family are probably called."""
    name = "".join(one for one in family if one.isalnum() or one == "-")
    if not name:
        return ()
    return (
        (f"{name}-Regular.ttf", f"{name}-Bold.ttf"),
        (f"{name}-Regular.otf", f"{name}-Bold.otf"),
        (f"{name}.ttf", f"{name}-Bold.ttf"),
    )


def _line(font: Any) -> float:
    ascent, descent = font.getmetrics()
    height: float = max(_LINE, (ascent + descent) / _EM)
    return height


@lru_cache(maxsize=32_768)
def _ems(font: Any, text: str) -> float:
    """The width of a text in font sizes. Letters do not move together: few programs let
    them."""
    return sum(_advance(font, one) for one in text) / _EM


@lru_cache(maxsize=8192)
def _advance(font: Any, character: str) -> float:
    """The width of one character; of one that the font may not hold, a whole square."""
    if unicodedata.east_asian_width(character) in "WF":
        return _EM
    width: float = font.getlength(character)
    return width
