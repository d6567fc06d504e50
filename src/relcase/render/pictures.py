"""Pictures of a document: what kind they are, and how they stand in a text."""

from base64 import b64encode

from relcase.domain.content import Image
from relcase.domain.inert import words
from relcase.errors import MissingExtra

_STARTS = ((b"\x89PNG", "image/png"), (b"\xff\xd8", "image/jpeg"))


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


def as_png(image: Image) -> Image:
    """The same picture in dots, which every word processor shows.

    Raises ``MissingExtra`` for a drawing when nothing is installed that draws.
    """
    if ending(image) != "svg":
        return image
    try:
        import vl_convert
    except ImportError:
        raise MissingExtra("A drawing in an office file", "charts") from None
    dots = vl_convert.svg_to_png(image.data.decode(), ppi=_DOTS * 2, scale=2)
    return image._replace(data=dots)


_DOTS = 96
"""Dots an inch of a screen, by which a drawing has its size."""
