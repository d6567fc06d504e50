"""How wide words are, so that they are broken before they reach an edge.

The widths are those of Liberation Sans, which vl-convert brings along and which Arial and
Helvetica share: a line that fits in our pictures also fits where a browser draws the SVG.
"""

import unicodedata
from collections.abc import Iterator

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"

_EM = 1000
_WIDTHS = {
    191: "'",
    222: "ijl‘’",
    278: " ,./:;I[]\\ft!·",
    333: "()-`r“”²{}|",
    389: '"*•°ťľ',
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu£€–±≥≤",
    584: "+<=>~−×",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUwď",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@—…←→",
}
_WIDTH = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_LETTER, _WIDE = 722, 1015
"""Other letters: as wide as a broad one; of East Asia a full square."""
_BOLD = 1.1
"""No bold word is wider than this many times the plain one."""


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How many pixels a line takes at a size of letters; rather too many than too few."""
    letters = unicodedata.normalize("NFC", text)
    plain = sum(map(_letter, letters)) * size / _EM
    return plain * _BOLD if bold else plain


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """The lines of a text, none wider than ``room`` pixels; a longer word is broken."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines += _pieces(word, room, size, bold)
    return lines


def balanced(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """The same in as many lines, about equally long: no last word stands alone."""
    lines = wrapped(text, room, size, bold=bold)
    while len(narrower := wrapped(text, room - size, size, bold=bold)) == len(lines):
        lines, room = narrower, room - size
        if room < 2 * size:
            break
    return lines


def _pieces(word: str, room: float, size: float, bold: bool) -> Iterator[str]:
    """A word in as many pieces as it needs, broken after a mark if it can be."""
    while width(word, size, bold=bold) > room and len(word) > 1:
        fits = 1
        while width(word[: fits + 1], size, bold=bold) <= room:
            fits += 1
        mark = max(word.rfind(one, 0, fits) for one in "/-_")
        cut = mark + 1 if mark > 0 else fits
        yield word[:cut]
        word = word[cut:]
    yield word


def _letter(letter: str) -> int:
    known = _WIDTH.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter):
        return 0
    plain = unicodedata.normalize("NFD", letter)[0]
    if plain != letter and plain in _WIDTH:
        return _WIDTH[plain]
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _LETTER
