"""Slides put into a deck that exists, all else of which keeps its bytes.

New slides are made with python-pptx in a copy in memory. Of that copy only what is new is
taken: its parts are added to the archive under names that are not in use. Of the old
members four change: the presentation, its relations, the list of content types, and the
properties, which say whose hand was the last. All others are copied as they are, byte for
byte.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from relcase.render.archive import members, parts, with_parts
from relcase.render.powerpoint.package import opened

_TYPES = "[Content_Types].xml"
_NUMBERED = re.compile(r"(.*?)\d*(\.[^./]+)")
_CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"


class _Old(NamedTuple):
    """What was in a deck before anything was added."""

    parts: frozenset[int]
    """Identities of its parts."""
    names: frozenset[str]
    """Names of all members of the archive, in small letters."""


def inserted(
    content: bytes, name: str, after: int | None, add: Callable[[Any], None]
) -> bytes:
    """A deck with the slides that ``add`` adds to it, after the slide number ``after``,
    or at its end.

    Raises ``Unreadable`` as ``opened`` does.
    """
    presentation = opened(content, name)
    names = frozenset(one.filename.casefold() for one in members(content) or ())
    package = presentation.part.package
    before = list(package.iter_parts())
    old = _Old(frozenset(map(id, before)), names)
    count = len(presentation.slides)
    add(presentation)
    _place(presentation, count, count if after is None else after)
    new = [one for one in package.iter_parts() if id(one) not in old.parts]
    _name(new, old)
    _list_notes_master(presentation, new)
    return _written(content, presentation.part, new)


def _place(presentation: Any, count: int, after: int) -> None:
    """Moves the slides beyond ``count`` behind the slide ``after``, and lists them with
    the section that slide is in."""
    order = presentation.slides._sldIdLst
    added = list(order)[count:]
    before = list(order)[after - 1] if after else None
    for number, one in enumerate(added):
        order.remove(one)
        order.insert(after + number, one)
    listed = list(presentation.part._element.iter(f"{_P14}sldId"))
    if not listed:
        return
    known = {one.get("id"): one for one in listed}
    beside = known.get(before.get("id")) if before is not None else None
    place = beside if beside is not None else listed[0]
    sections = place.getparent()
    at = sections.index(place) + (1 if beside is not None else 0)
    for number, one in enumerate(added):
        made = sections.makeelement(f"{_P14}sldId", {"id": one.get("id")})
        sections.insert(at + number, made)


def _name(new: Sequence[Any], old: _Old) -> None:
    """Gives every new part a name that no member of the archive has."""
    from pptx.opc.packuri import PackURI

    used = set(old.names)
    for part in new:
        found = _NUMBERED.fullmatch(str(part.partname))
        assert found is not None
        stem, suffix = found.groups()
        number = 1
        while f"{stem}{number}{suffix}".lstrip("/").casefold() in used:
            number += 1
        named = f"{stem}{number}{suffix}"
        used.add(named.lstrip("/").casefold())
        part.partname = PackURI(named)


def _list_notes_master(presentation: Any, new: Sequence[Any]) -> None:
    """A new master of notes is named in the presentation, as PowerPoint expects."""
    from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls, qn

    made = [one for one in new if one.content_type == CONTENT_TYPE.PML_NOTES_MASTER]
    element = presentation.part._element
    if not made or element.find(qn("p:notesMasterIdLst")) is not None:
        return
    related = presentation.part.relate_to(made[0], RELATIONSHIP_TYPE.NOTES_MASTER)
    masters = element.find(qn("p:sldMasterIdLst"))
    masters.addnext(
        parse_xml(
            f"<p:notesMasterIdLst {nsdecls('p', 'r')}>"
            f'<p:notesMasterId r:id="{related}"/></p:notesMasterIdLst>'
        )
    )


def _written(content: bytes, presentation: Any, new: Sequence[Any]) -> bytes:
    """The deck with its changed members in their places and the new ones behind."""
    main = str(presentation.partname).lstrip("/")
    about = presentation.package.core_properties
    about.last_modified_by = "relcase"
    changed = {
        main: presentation.blob,
        str(about.partname).lstrip("/"): about.blob,
        _relations(main): _bytes(presentation.rels.xml),
        _TYPES: _types(parts(content, _TYPES)[_TYPES], new),
    }
    return with_parts(content, {**changed, **dict(_members(new))})


def _members(new: Sequence[Any]) -> Iterator[tuple[str, bytes]]:
    for part in new:
        name = str(part.partname).lstrip("/")
        yield name, part.blob
        if len(part.rels):
            yield _relations(name), _bytes(part.rels.xml)


def _relations(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _bytes(xml: Any) -> bytes:
    return xml if isinstance(xml, bytes) else str(xml).encode()


def _types(raw: bytes, new: Sequence[Any]) -> bytes:
    """The list of content types with those of the new parts."""
    from lxml import etree

    root = etree.fromstring(raw, etree.XMLParser(resolve_entities=False))
    for part in new:
        made = etree.SubElement(root, f"{_CT}Override")
        made.set("PartName", str(part.partname))
        made.set("ContentType", part.content_type)
    made_anew: bytes = etree.tostring(
        root, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return made_anew
