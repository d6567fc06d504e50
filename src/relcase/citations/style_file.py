"""A style made ready for our engine and our use.

Two repairs. Where ``names`` has a label and no ``name``, pandoc prints the label
first; an empty ``name`` mends that. And a style may shorten what is cited before
("ibid."); our citations are pasted one by one, so each is formatted as a first one.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from relcase.errors import Unreadable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CSL = "{http://purl.org/net/xbiblio/csl}"
_NEVER = "relcase-never"
_SHORTER_LATER = ("et-al-subsequent-min", "et-al-subsequent-use-first")
_MAY_NEED_IT = re.compile(r"\bposition=|\bet-al-subsequent-|<label\b")


def ready(path: Path) -> str | None:
    """The style's text as the engine should read it; ``None`` if it needs no change."""
    text = path.read_text(encoding="utf-8-sig")
    if not _MAY_NEED_IT.search(text):
        return None
    from xml.etree import ElementTree

    ElementTree.register_namespace("", _CSL.strip("{}"))
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise Unreadable(path, f"it is not well-formed XML ({error})") from error
    changes = [_change(element) for element in root.iter()]
    return ElementTree.tostring(root, encoding="unicode") if any(changes) else None


def _change(element: "Element") -> bool:
    if element.tag == _CSL + "names":
        return _name_before_label(element)
    if element.tag in {_CSL + "if", _CSL + "else-if"}:
        return _always_first(element)
    later = [name for name in _SHORTER_LATER if name in element.attrib]
    for name in later:
        del element.attrib[name]
    return bool(later)


def _name_before_label(names: "Element") -> bool:
    tags = [child.tag for child in names]
    if _CSL + "label" not in tags or _CSL + "name" in tags:
        return False
    names.insert(0, names.makeelement(_CSL + "name", {}))
    return True


def _always_first(condition: "Element") -> bool:
    """Settle a question about the position: a citation is always the first."""
    positions = condition.attrib.pop("position", "").split()
    if not positions:
        return False
    match = condition.get("match", "all")
    answers = [position == "first" for position in positions]
    holds = {"all": all(answers), "any": any(answers), "none": not any(answers)}[match]
    asks_more = bool(condition.attrib.keys() - {"match"})
    changes_nothing = not holds if match == "any" else holds
    if not (asks_more and changes_nothing):
        _fix(condition, holds)
    return True


def _fix(condition: "Element", holds: bool) -> None:
    """Make a condition always or never hold: no source has this variable."""
    condition.attrib.clear()
    condition.set("variable", _NEVER)
    condition.set("match", "none" if holds else "all")
