"""Style sheets of office files: ours in the place of pandoc's."""

import io
from xml.etree import ElementTree


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
