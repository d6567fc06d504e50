"""Pictures of a document: what kind they are, and how they stand in a text."""

from base64 import b64encode

from relcase.domain.content import Image
from relcase.render.inert import words

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
