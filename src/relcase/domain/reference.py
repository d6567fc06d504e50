"""A source as the bibliography gives it, in the shape of CSL-JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

CslItem = dict[str, Any]
"""One CSL-JSON item (https://docs.citationstyles.org), the form every CSL engine reads."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One BibTeX entry, decoded: text with its letters, names split, dates in parts."""

    key: str
    csl: CslItem
    entry_type: str
    file: str
    line: int
    fields: Mapping[str, str] = field(default_factory=dict)
    """Every field as decoded text under its lower-case BibTeX name."""
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Line and column of each field's value; of the key under the empty name."""

    @property
    def doi(self) -> str | None:
        """The DOI without its resolver address."""
        value = self.csl.get("DOI")
        return str(value) if value else None

    @property
    def url(self) -> str | None:
        """Where a reader opens it: the DOI's address, else the URL."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        value = self.csl.get("URL")
        return str(value) if value else None

    @property
    def year(self) -> int | None:
        """Year of publication, or ``None`` when it is not known."""
        try:
            return int(self.csl["issued"]["date-parts"][0][0])
        except (KeyError, IndexError, TypeError, ValueError):
            return None


def author_date(item: CslItem) -> str:
    """The short form for tables and slides: ``Abel et al., 2018``, without a year ``n.d.``."""
    try:
        year = str(item["issued"]["date-parts"][0][0])
    except (KeyError, IndexError, TypeError):
        year = "n.d."
    return f"{short_names(item)}, {year}"


def short_names(item: CslItem) -> str:
    """Who made a work, as a sentence names them: ``Abel et al.``, ``Age UK``."""
    families = [
        _family(name) for name in item.get("author") or item.get("editor") or []
    ]
    if not families:
        other = (item.get(name) for name in ("container-title", "publisher", "title"))
        return str(next((one for one in other if one), ""))
    first, *others = families
    if not others:
        return first
    pair = len(others) == 1 and others != ["others"]
    return f"{first} and {others[0]}" if pair else f"{first} et al."


def _family(name: Mapping[str, str]) -> str:
    parts = (name.get("non-dropping-particle"), name.get("family") or name.get("given"))
    return name.get("literal") or " ".join(part for part in parts if part)
