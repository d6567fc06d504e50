"""Pictures of a document: what kind they are, and how they stand in a text."""

import re
from base64 import b64encode

from relcase.domain.content import Image
from relcase.domain.inert import words
from relcase.errors import CouldNot, MissingExtra

_STARTS = ((b"\x89PNG", "image/png"), (b"\xff\xd8", "image/jpeg"))


class NoPicture(CouldNot):
    """Data that are neither PNG nor JPEG nor a drawing."""

    def __init__(self, alt: str) -> None:
        super().__init__(f"The picture '{alt}' is neither PNG, JPEG nor SVG.")


def media_type(image: Image) -> str:
    """``image/png``, ``image/jpeg`` or ``image/svg+xml``, by how the data begin."""
    for start, kind in _STARTS:
        if image.data.startswith(start):
            return kind
    return "image/svg+xml"


def data_uri(image: Image) -> str:
    """The whole picture as an address."""
    return f"data:{media_type(image)};base64,{b64encode(image.data).decode()}"


def instead(image: Image) -> str:
    """The words that stand for a picture where none can be shown."""
    return words(f"[Picture: {image.alt}]")


def ending(image: Image) -> str:
    """The ending of a file that holds it: ``png``, ``jpg`` or ``svg``."""
    return {"image/png": "png", "image/jpeg": "jpg"}.get(media_type(image), "svg")


def is_wide(image: Image) -> bool:
    """Whether it is wider than the text of a page, or of unknown width."""
    found = _PNG.search(image.data[:_HEAD])
    if not found:
        return True
    dots = int.from_bytes(found["width"])
    a_metre = _DENSITY.search(image.data[:_HEAD])
    density = int.from_bytes(a_metre["x"]) if a_metre else _SCREEN
    return dots / density > _TEXT_WIDTH


_HEAD = 4096
_PNG = re.compile(rb"\x89PNG.{8}IHDR(?P<width>.{4})", re.DOTALL)
_DENSITY = re.compile(rb"pHYs(?P<x>.{4}).{4}\x01", re.DOTALL)
_SCREEN = 96 / 0.0254
_TEXT_WIDTH = 0.16
"""In metres, of A4."""


def as_png(image: Image) -> Image:
    """The same picture in dots, which every word processor shows.

    Raises ``MissingExtra`` for a drawing when nothing is installed that draws, and
    ``NoPicture`` for what is none.
    """
    if ending(image) != "svg":
        return image
    try:
        import vl_convert
    except ImportError:
        raise MissingExtra("A drawing in an office file") from None
    try:
        dots = vl_convert.svg_to_png(image.data.decode(), ppi=_DOTS)
    except (ValueError, RuntimeError):
        raise NoPicture(image.alt) from None
    return image._replace(data=dots)


_DOTS = 220
"""Dots an inch, as word processors keep them; a unit of a drawing is a point."""
