"""The layouts of a template: which serves which slide, and what room text has in them.

Placeholders are found by type first and by name second. Sizes, typefaces and margins are
those that PowerPoint would use: of the layout, else of its master, else of the theme.
Where none of them says how text looks, as in a deck that LibreOffice saved, the words
that stand in the placeholders show it.
Lengths are in points, places in EMU, as the file has them.
"""

from collections import Counter
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


Key = tuple[int, str, int]
"""Which placeholder: its number, its type, and which of those that share both.

In a deck that LibreOffice saved all have the number 0.
"""


class Example(NamedTuple):
    """How text looks where only the words in a placeholder show it."""

    fill: Any
    """The colour, as an element; ``None`` if nothing is shown of it."""
    face: str
    is_bold: bool
    align: str
    """As the file says it: ``ctr``; empty if it does not."""


class Slot(NamedTuple):
    """A placeholder of a layout, and how text stands in it."""

    key: Key
    type: str
    name: str
    box: Box
    room: Room
    size: float
    """The size of its text, where nothing else is said."""
    example: Example | None = None
    """How its text looks, where a slide does not inherit it."""
    is_moved: bool = False
    """Whether the slide has to say where it stands: elsewhere than in its layout, or where
    others of its number do."""


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


def chosen(presentation: Any, beside: Any = None) -> Layouts | None:
    """The layouts of a presentation that serve; ``None`` if none has room for a statistic.

    Those of the master of the slide ``beside`` go before those of other masters.
    """
    known = list(usable(presentation))
    if beside is not None:
        master = beside.slide_layout.slide_master.part
        known.sort(key=lambda one: one.layout.slide_master.part is not master)
    texts = [one for one in known if one.body is not None and _is_large(one.body)]
    plain = [one for one in texts if _kind(one) not in _DIVIDERS]
    plain = [one for one in plain if one.body and one.body.type != "subTitle"] or plain
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
    for kind in kinds:
        for one in known:
            if _kind(one) == kind and suits(one):
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
        if one.key != body.key
        and (one.box.left >= right or one.box.left + one.box.width <= left)
    ]
    return max(beside, key=_area, default=None)


def _number(layout: Any) -> Any:
    found = layout._element.findall(".//p:sp", _NS)
    return next((one for one in found if _ph(one).get("type") == "sldNum"), None)


def placeholders(of: Any) -> Iterator[tuple[Key, Any]]:
    """The placeholders of a layout or of a slide, as elements."""
    seen = Counter[tuple[int, str]]()
    for shape in of._element.cSld.spTree:
        ph = shape.find("./*/p:nvPr/p:ph", _NS)
        if ph is None:
            continue
        same = int(ph.get("idx", 0)), ph.get("type", "obj")
        yield (*same, seen[same]), shape
        seen[same] += 1


def _ph(shape: Any) -> Any:
    found = shape.find("p:nvSpPr/p:nvPr/p:ph", _NS)
    return {} if found is None else found


def _slots(layout: Any, master: Any, faces: dict[str, str]) -> Iterator[Slot]:
    found = [(key, one) for key, one in placeholders(layout) if _ph(one) != {}]
    numbers = Counter(idx for (idx, _, _), _ in found)
    for key, shape in found:
        idx, kind, _ = key
        above = _of_master(master, kind)
        chain = [shape] if above is None else [shape, above]
        box = _box(chain)
        body = [one.find("p:txBody/a:bodyPr", _NS) for one in chain]
        body = [one for one in body if one is not None]
        if box is None or _is_odd(body):
            continue
        name = shape.find("p:nvSpPr/p:cNvPr", _NS).get("name", "")
        room, size, example = _room(chain, body, box, master, kind, faces)
        yield Slot(key, kind, name, box, room, size, example, numbers[idx] > 1)


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
) -> tuple[Room, float, Example | None]:
    style = "titleStyle" if kind in _TITLES else "bodyStyle"
    levels = [one.find("p:txBody/a:lstStyle/a:lvl1pPr", _NS) for one in chain]
    levels.append(master._element.find(f"p:txStyles/p:{style}/a:lvl1pPr", _NS))
    levels = [one for one in levels if one is not None]
    fonts = [one.find("a:defRPr", _NS) for one in levels]
    fonts = [one for one in fonts if one is not None]
    is_said = bool(fonts)
    if not is_said:
        fonts = _shown(chain)
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
    if is_said or not fonts:
        return room, size, None
    fills = (one.find("a:solidFill", _NS) for one in fonts)
    fill = next((one for one in fills if one is not None), None)
    aligned = [one.find("p:txBody/a:p/a:pPr", _NS) for one in reversed(chain)]
    align = _said([one for one in aligned if one is not None], "algn") or ""
    return room, size, Example(fill, room.family, room.bold, align)


def _shown(chain: Sequence[Any]) -> list[Any]:
    """How the words look that stand in a placeholder: written ones, else their end."""
    out = []
    for path in ("a:p/a:r/a:rPr", "a:p/a:endParaRPr"):
        found = (one.find(f"p:txBody/{path}", _NS) for one in chain)
        out += [one for one in found if one is not None]
    return out


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
