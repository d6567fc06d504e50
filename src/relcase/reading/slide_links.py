"""The addresses that words of a slide lead to: they are listed in a part beside it."""

import re
from collections.abc import Callable
from posixpath import split
from xml.sax.saxutils import quoteattr

from relcase.reading.package import Package
from relcase.reading.pptx import A

CLICK = f"{A}hlinkClick"
_ID = re.compile(rb"""(\s[\w.-]+:id=)("[^"]*"|'[^']*')""")
_END = re.compile(rb"</(?:[\w.-]+:)?Relationships\s*>")
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"

Link = Callable[[str], bytes]
"""What makes a link of words that lead to an address; empty where there are no links."""


class Links:
    """The links of one slide, old and new."""

    def __init__(self, package: Package, part: str) -> None:
        folder, name = split(part)
        self.listed_in = f"{folder}/_rels/{name}.rels"
        self.content = package.part(self.listed_in) or b""
        relations = package.relations(part)
        self.ids = {
            one.target: id
            for id, one in relations.items()
            if one.outside and one.kind == "hyperlink"
        }
        self.taken = set(relations)
        self.new: list[bytes] = []

    def like(self, click: bytes) -> Link:
        """Links as one that stands in the slide; none where there is none."""

        def link(url: str) -> bytes:
            if not click:
                return b""
            known_by = quoteattr(self._id(url)).encode()
            return _ID.sub(lambda found: found[1] + known_by, click, count=1)

        return link

    def changed(self) -> dict[str, bytes]:
        """The part that lists them, if an address is new."""
        if not self.new:
            return {}
        new = b"".join(self.new)
        return {self.listed_in: _END.sub(lambda end: new + end[0], self.content)}

    def _id(self, url: str) -> str:
        if url not in self.ids:
            number = len(self.taken) + 1
            while f"rId{number}" in self.taken:
                number += 1
            self.ids[url] = f"rId{number}"
            self.taken.add(self.ids[url])
            self.new.append(
                f'<Relationship xmlns={quoteattr(_NAMESPACE)} Id="{self.ids[url]}" '
                f'Type="{_TYPE}" Target={quoteattr(url)} TargetMode="External"/>'.encode()
            )
        return self.ids[url]
