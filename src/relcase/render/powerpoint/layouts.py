"""The layouts of a template: which serves which slide, and what room text has in them.

Placeholders are found by type first and by name second. Sizes, typefaces and margins are
those that PowerPoint would use: of the layout, else of its master, else of the theme.
Lengths are in points, places in EMU, as the file has them.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from relcase.render.powerpoint.measure import Room

EMU = 12700
"""EMU in a point."""
OWN_PARTS = ("Caveat", "Certainty", "Source")
"""Names of placeholders that take one part of a statistic; without them all of it stands in
the text."""
TEXT = "Text"
"""Name of the placeholder that takes the text; without it the largest does."""
STATISTIC, WITH_PICTURE, PLAIN = (
    "Statistic",
    "Statistic with picture",
    "Title and Content",
)

_NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
_TITLES = ("title", "ctrTitle")
_TEXTS = ("body", "obj", "subTitle")
_VISUALS = ("obj", "body", "pic", "chart", "dgm", "tbl", "media")
_DIVIDERS = ("title", "secHead")
_LEAST_WIDTH, _LEAST_HEIGHT = 250, 120
"""Points below which a box has no room for a statistic."""
_INSETS = {"lIns": 91440, "rIns": 91440, "tIns": 45720, "bIns": 45720}
_USUAL_SIZE = 18.0
_USUAL_FACE = "Arial"


class Box(NamedTuple):
    """A place on a slide, in EMU."""

    left: int
    top: int
    width: int
    height: int


class Slot(NamedTuple):
    """A placeholder of a layout, and how text stands in it."""

    idx: int
    type: str
    name: str
    box: Box
    room: Room
    size: float
    """The size of its text, where nothing else is said."""
    is_moved: bool = False
    """Whether it stands elsewhere on the slide than in its layout."""


class Layout(NamedTuple):
    """A layout, and what is put where."""

    layout: Any
    title: Slot
    body: Slot | None
    own: dict[str, Slot]
    """The placeholders that take one part of a statistic, by name."""
    visual: Slot | None = None
    number: Any = None
    """The placeholder of the number of the slide, if there is one."""

    def slots(self) -> Iterator[Slot]:
        """Every placeholder that text is put into."""
        yield self.title
        if self.body is not None:
            yield self.body
        yield from self.own.values()


class Layouts(NamedTuple):
    """The layouts that a deck is filled into."""

    cover: Layout
    section: Layout
    statement: Layout
    plain: Layout
    """For words and lists."""
    pictured: Layout | None
    """A layout with room for a picture beside the text; without it the text makes room."""


def chosen(presentation: Any) -> Layouts | None:
    """The layouts of a presentation that serve; ``None`` if none has room for a statistic."""
    known = list(usable(presentation))
    texts = [one for one in known if one.body is not None and _is_large(one.body)]
    plain = [one for one in texts if _kind(one) not in _DIVIDERS]
    alone = _first(plain, PLAIN, ("obj", "tx"), lambda one: one.visual is None)
    if alone is None:
        return None
    statement = _named(plain, STATISTIC) or alone
    pictured = _first(
        [one for one in plain if one.visual is not None and _is_large(one.visual)],
        WITH_PICTURE,
        ("twoObj", "txAndObj", "picTx"),
        lambda one: True,
    )
    cover = _first(known, "Title Slide", ("title",), _is_centred) or statement
    section = _first(known, "Section Header", ("secHead",), _is_section) or cover
    return Layouts(cover, section, statement, alone, pictured)


def _first(known: Sequence[Layout], name: str, kinds: Sequence[str], suits: Any) -> Any:
    """By its name, else by its type, else the first that suits, else any."""
    if (named := _named(known, name)) is not None:
        return named
    for one in known:
        if _kind(one) in kinds and suits(one):
            return one
    return next(filter(suits, known), None)


def _named(known: Sequence[Layout], name: str) -> Layout | None:
    return next((one for one in known if one.layout.name == name), None)


def _kind(one: Layout) -> str:
    return str(one.layout._element.get("type") or "")


def _is_centred(one: Layout) -> bool:
    return one.title.type == "ctrTitle"


def _is_section(one: Layout) -> bool:
    return "section" in (one.layout.name or "").casefold()


def _is_large(slot: Slot) -> bool:
    return slot.room.width >= _LEAST_WIDTH and slot.room.height >= _LEAST_HEIGHT


def usable(presentation: Any) -> Iterator[Layout]:
    """Every layout with a title, of every master."""
    for master in presentation.slide_masters:
        faces = _theme_faces(master)
        for layout in master.slide_layouts:
            found = list(_slots(layout, master, faces))
            titles = [one for one in found if one.type in _TITLES]
            if not titles:
                continue
            rest = [one for one in found if one.type not in _TITLES]
            own = {one.name: one for one in rest if one.name in OWN_PARTS}
            free = [one for one in rest if one.name not in OWN_PARTS]
            texts = [one for one in free if one.type in _TEXTS]
            named = [one for one in texts if one.name == TEXT]
            body = max(named or texts, key=_area, default=None)
            visual = _beside(body, [one for one in free if one.type in _VISUALS])
            yield Layout(layout, titles[0], body, own, visual, _number(layout))


def _area(slot: Slot) -> int:
    return slot.box.width * slot.box.height


def _beside(body: Slot | None, others: Sequence[Slot]) -> Slot | None:
    """The largest placeholder beside the text, and not over or under it."""
    if body is None:
        return None
    left, right = body.box.left, body.box.left + body.box.width
    beside = [
        one
        for one in others
        if one.idx != body.idx
        and (one.box.left >= right or one.box.left + one.box.width <= left)
    ]
    return max(beside, key=_area, default=None)


def _number(layout: Any) -> Any:
    found = layout._element.findall(".//p:sp", _NS)
    return next((one for one in found if _ph(one).get("type") == "sldNum"), None)


def placeholders(slide: Any) -> Iterator[tuple[int, Any]]:
    """The placeholders of a slide by number: the elements of their shapes, of any kind."""
    for shape in slide._element.cSld.spTree:
        ph = shape.find("./*/p:nvPr/p:ph", _NS)
        if ph is not None:
            yield int(ph.get("idx", 0)), shape


def _ph(shape: Any) -> Any:
    found = shape.find("p:nvSpPr/p:nvPr/p:ph", _NS)
    return {} if found is None else found


def _slots(layout: Any, master: Any, faces: dict[str, str]) -> Iterator[Slot]:
    for shape in layout._element.findall(".//p:sp", _NS):
        ph = _ph(shape)
        if ph == {}:
            continue
        kind = ph.get("type", "obj")
        above = _of_master(master, kind)
        chain = [shape] if above is None else [shape, above]
        box = _box(chain)
        body = [one.find("p:txBody/a:bodyPr", _NS) for one in chain]
        body = [one for one in body if one is not None]
        if box is None or _is_odd(body):
            continue
        name = shape.find("p:nvSpPr/p:cNvPr", _NS).get("name", "")
        room, size = _room(chain, body, box, master, kind, faces)
        yield Slot(int(ph.get("idx", 0)), kind, name, box, room, size)


def _of_master(master: Any, kind: str) -> Any:
    wanted = "title" if kind in _TITLES else "body"
    if kind not in (*_TITLES, *_VISUALS, "subTitle"):
        wanted = kind
    found = master._element.findall(".//p:sp", _NS)
    return next((one for one in found if _ph(one).get("type") == wanted), None)


def _box(chain: Sequence[Any]) -> Box | None:
    for shape in chain:
        off, ext = (shape.find(f"p:spPr/a:xfrm/a:{one}", _NS) for one in ("off", "ext"))
        if off is not None and ext is not None:
            places = (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy"))
            return Box(*map(int, places))
    return None


def _is_odd(body: Sequence[Any]) -> bool:
    """Whether text stands upright, in columns, or turned: then it cannot be measured."""
    return any(
        one.get("vert", "horz") != "horz" or int(one.get("numCol", 1)) > 1
        for one in body
    )


def _room(
    chain: Sequence[Any],
    body: Sequence[Any],
    box: Box,
    master: Any,
    kind: str,
    faces: dict[str, str],
) -> tuple[Room, float]:
    style = "titleStyle" if kind in _TITLES else "bodyStyle"
    levels = [one.find("p:txBody/a:lstStyle/a:lvl1pPr", _NS) for one in chain]
    levels.append(master._element.find(f"p:txStyles/p:{style}/a:lvl1pPr", _NS))
    levels = [one for one in levels if one is not None]
    fonts = [one.find("a:defRPr", _NS) for one in levels]
    fonts = [one for one in fonts if one is not None]
    size = int(_said(fonts, "sz") or _USUAL_SIZE * 100) / 100
    left, right, top, bottom = (int(_said(body, k) or v) for k, v in _INSETS.items())
    room = Room(
        (box.width - left - right) / EMU,
        (box.height - top - bottom) / EMU,
        _family(fonts, faces, "+mj-lt" if kind in _TITLES else "+mn-lt"),
        _said(fonts, "b") in ("1", "true"),
        _spacing(levels),
        (_said(fonts, "cap") or "none") != "none",
    )
    return room, size


def _said(elements: Sequence[Any], name: str) -> str | None:
    """The attribute of the first that has it."""
    found = (one.get(name) for one in elements)
    return next((value for value in found if value is not None), None)


def _spacing(levels: Sequence[Any]) -> float:
    for one in levels:
        if (percent := one.find("a:lnSpc/a:spcPct", _NS)) is not None:
            said = str(percent.get("val"))
            share = float(said.rstrip("%")) / (100 if "%" in said else 100_000)
            return max(share, 0.9)
    return 1.0


def _family(fonts: Sequence[Any], faces: dict[str, str], usual: str) -> str:
    for one in fonts:
        if (latin := one.find("a:latin", _NS)) is not None:
            named = str(latin.get("typeface", usual))
            return faces.get(named, named)
    return faces.get(usual, _USUAL_FACE)


def _theme_faces(master: Any) -> dict[str, str]:
    """The typefaces of headings and of text that a theme names."""
    from lxml import etree
    from pptx.opc.constants import RELATIONSHIP_TYPE

    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(theme.blob, parser)
    out = {}
    for mark, name in (("+mj-lt", "majorFont"), ("+mn-lt", "minorFont")):
        latin = root.find(f".//a:{name}/a:latin", _NS)
        if latin is not None and latin.get("typeface"):
            out[mark] = latin.get("typeface")
    return out
