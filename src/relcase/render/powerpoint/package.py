"""PowerPoint files of strangers: opened with limits, and refused in one sentence.

A file is a zip archive whose members may be many or expand without end; what is in it may
be anything. Everything that python-pptx reads of it is read here once, so that a file
that is damaged is refused at the door.
"""

import io
from typing import Any

from relcase.errors import Unreadable
from relcase.render.archive import members, parts, with_parts

FILE_LIMIT = 200 * 1024 * 1024
"""Bytes above which a file is refused."""
MEMBERS, EXPANDED = 10_000, 1024 * 1024 * 1024
"""Members, and bytes when expanded, above which a file is refused."""
_ANY_DECK, _TIMES = 100 * 1024 * 1024, 50
"""Bytes that any file may expand to, and how many times its own size beyond them:
pictures and films hardly shrink in an archive, so what does holds nothing."""
_PART = 100 * 1024 * 1024
"""Bytes above which a part in XML is refused."""
_OLD = b"\xd0\xcf\x11\xe0"
_TEMPLATE = b"presentationml.template.main+xml"
_PLAIN = b"presentationml.presentation.main+xml"
_TYPES = "[Content_Types].xml"


def opened(content: bytes, name: str) -> Any:
    """A presentation or template as python-pptx has it.

    Raises ``Unreadable``, with the ``name`` of the file, for what is no PowerPoint file,
    is protected by a password, is damaged or expands beyond the limits.
    """
    from pptx import Presentation

    _admit(content, name)
    try:
        presentation = Presentation(io.BytesIO(_as_presentation(content)))
        _walk(presentation)
    except Exception as error:
        # python-pptx has no error of its own: what is damaged shows as any exception.
        raise Unreadable(name, _DAMAGED) from error
    return presentation


_DAMAGED = "it is no PowerPoint file, or it is damaged; open it in PowerPoint and save it as .pptx"


def _admit(content: bytes, name: str) -> None:
    if content.startswith(_OLD):
        why = "it is protected by a password or in the old .ppt form; save it as .pptx"
        raise Unreadable(name, f"{why} without a password")
    if len(content) > FILE_LIMIT:
        raise Unreadable(name, f"it is larger than {FILE_LIMIT // 1024**2} MB")
    if (held := members(content)) is None:
        raise Unreadable(name, _DAMAGED)
    if any(one.flag_bits & 1 for one in held):
        raise Unreadable(name, "it is protected by a password")
    expanded = sum(one.file_size for one in held)
    xml = (one for one in held if one.filename.endswith((".xml", ".rels")))
    if (
        len(held) > MEMBERS
        or expanded > EXPANDED
        or expanded > max(_ANY_DECK, _TIMES * len(content))
        or any(one.file_size > _PART for one in xml)
    ):
        raise Unreadable(name, "it expands to more than a PowerPoint file should")


def _as_presentation(content: bytes) -> bytes:
    """A template (.potx) called a presentation, since python-pptx opens no other."""
    types = parts(content, _TYPES)[_TYPES]
    if _TEMPLATE not in types:
        return content
    return with_parts(content, {_TYPES: types.replace(_TEMPLATE, _PLAIN)})


def _walk(presentation: Any) -> None:
    """Reads all that is used later, so that what is damaged fails here."""
    from relcase.render.powerpoint.layouts import chosen

    chosen(presentation)
    for slide in presentation.slides:
        assert slide.slide_layout is not None
    if presentation.slide_width is None or presentation.slide_height is None:
        raise ValueError("no size")
