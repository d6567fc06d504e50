"""Office files as the archives of XML that they are: parts replaced, styles exchanged."""

import io
import zipfile
from collections.abc import Mapping
from xml.etree import ElementTree


def parts(archive: bytes, *names: str) -> dict[str, bytes]:
    """Some parts of an office file by name."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in names}


def with_parts(archive: bytes, changed: Mapping[str, str | bytes]) -> bytes:
    """The file with parts replaced, or added after the others."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        rest = dict(changed)
        for item in old.infolist():
            new.writestr(item, rest.pop(item.filename, b"") or old.read(item))
        for name, content in rest.items():
            new.writestr(name, content)
    return out.getvalue()


def with_styles(theirs: bytes, ours: str, name: str, *inside: str) -> str:
    """Style sheet ``theirs`` with the styles of ``ours`` in the place of its own.

    ``name`` is the attribute that names a style, and ``inside`` the paths to the
    elements that hold styles, in both sheets. A style that is not there is added; of
    what has no name, there is one of each kind.
    """
    for _, (prefix, uri) in ElementTree.iterparse(io.BytesIO(theirs), ["start-ns"]):
        ElementTree.register_namespace(prefix, uri)
    sheet, new = ElementTree.fromstring(theirs), ElementTree.fromstring(ours)
    for path in inside:
        holder, source = sheet.find(path), new.find(path)
        assert holder is not None
        assert source is not None
        places = {_key(one, name): place for place, one in enumerate(holder)}
        for style in source:
            place = places.get(_key(style, name))
            if place is None:
                holder.append(style)
            else:
                holder[place] = style
    return ElementTree.tostring(sheet, encoding="unicode")


def _key(element: ElementTree.Element, name: str) -> tuple[str, ...]:
    return (element.tag, *(element.get(one, "") for one in (name, _FAMILY)))


_FAMILY = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}family"
