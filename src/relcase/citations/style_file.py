"""A style made ready for our engine and our use.

Four repairs. Where ``names`` has a label and no ``name``, pandoc prints the label
first; an empty ``name`` mends that. A style may shorten what is cited before
("ibid."); our citations are pasted one by one, so each is formatted as a first one.
And the Harvard of Cite Them Right calls every article without volume and pages a
preprint; that we do not know its volume is no reason to say so. And where initials
stand without a full stop beside names in full, pandoc runs them together ("JBradley").
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
_GUESS = "Preprint"
_MAY_NEED_IT = re.compile(
    rf"""\bposition=|\bet-al-subsequent-|<label\b|\binitialize=|\bvalue=["']{_GUESS}["']"""
)


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
    if root.get("initialize-with") == "":
        changes += [_initial_apart(name) for name in root.iter(_CSL + "name")]
    return ElementTree.tostring(root, encoding="unicode") if any(changes) else None


def _change(element: "Element") -> bool:
    if element.tag == _CSL + "names":
        return _name_before_label(element)
    if element.tag in {_CSL + "if", _CSL + "else-if"}:
        guessed = _without_guess(element)
        return _always_first(element) or guessed
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


def _initial_apart(name: "Element") -> bool:
    if name.get("initialize") != "false" or "initialize-with" in name.attrib:
        return False
    name.set("initialize-with", " ")
    return True


def _without_guess(condition: "Element") -> bool:
    if condition.get("match") != "none" or "variable" not in condition.attrib:
        return False
    guesses = [child for child in condition if child.get("value") == _GUESS]
    for guess in guesses:
        condition.remove(guess)
    return bool(guesses)


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
