"""HTML: the text of its blocks, entities decoded, each letter with its place."""

import html
import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from relcase.domain.passage import Cell, Passage, PassageKind
from relcase.reading import masks
from relcase.reading.letters import RAISED, Letters, line_starts, names

_TOKEN = re.compile(
    r"<(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*)"
    r"(?P<rest>(?=[\s/>])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>"
    r"|<[!?][^<>]*>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});?)"
)
_ATTRIBUTE = re.compile(
    r"([A-Za-z][\w:-]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+)))?"
)
_TELLING = re.compile(r"\b(?:id|class|href|role|data-cites|hidden|epub:type)\b", re.I)
_HEAD = re.compile(r"<(?P<head>head)\b|<body\b", re.I)
_HEAD_END = re.compile(r"</(?P<head>head)\s*>|<body\b", re.I)
_KINDS: dict[str, PassageKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "td": "cell",
    "th": "cell",
    "caption": "caption",
    "figcaption": "caption",
}
_BLOCKS = names(
    "address article aside blockquote body center dd details dialog div dl "
    "dt fieldset figure footer form header hgroup hr html legend li main "
    "menu nav ol option p pre section select summary table tbody tfoot "
    "thead title tr ul"
) | frozenset(_KINDS)
_LINES = names(
    "b bdi bdo button cite code dfn em h1 h2 h3 h4 h5 h6 i kbd label legend mark p pre q s "
    "samp small span strong sub summary sup time u var"
)
"""Elements that hold no paragraphs."""
_EMPTY = names("area base br col embed hr img input link meta source track wbr")
_CLOSED_BY_ITSELF = {
    "p": frozenset({"p"}),
    "li": frozenset({"li", "p"}),
    "dt": frozenset({"dt", "dd", "p"}),
    "dd": frozenset({"dt", "dd", "p"}),
    "tr": frozenset({"td", "th", "tr", "p"}),
    "td": frozenset({"td", "th", "p"}),
    "th": frozenset({"td", "th", "p"}),
}
"""Open elements that the beginning of another ends without a word."""
_SPAN = re.compile(r"\bcolspan\s*=\s*[\"']?([1-9]\d{0,3})", re.I)
_WIDEST = 100
_DEEPEST = 400
_LONGEST_ATTRIBUTES = 4000


class _Element(NamedTuple):
    """An element that is open."""

    name: str
    kind: PassageKind | None
    label: str
    hidden: bool
    cites: tuple[str, ...] = ()


def passages(text: str) -> Iterator[Passage]:
    """The paragraphs, headings, items and cells of a page."""
    bare = masks.without(text, list(masks.html(text)))
    return _Page(bare, line_starts(text)).read(_after_head(bare))


def in_lines(page: str, places: Sequence[int]) -> frozenset[int]:
    """Those of some places, in order, that stand in a paragraph, a heading or a line."""
    found: set[int] = set()
    open_now: dict[str, int] = {}
    left = deque(places)
    bare = masks.without(page, list(masks.html(page))) if places else ""
    for match in _TOKEN.finditer(bare):
        while left and left[0] < match.start():
            at = left.popleft()
            found.update([at] if any(open_now.values()) else [])
        name = (match["name"] or "").lower()
        if name in _BLOCKS:
            open_now.clear()
        if name not in _LINES:
            continue
        if not match["slash"]:
            open_now[name] = open_now.get(name, 0) + 1
        elif open_now.get(name):
            open_now[name] -= 1
    return frozenset(found)


def _after_head(page: str) -> int:
    """Where the head of a page is closed; its beginning if it is not, or has none."""
    head = _HEAD.search(page)
    end = _HEAD_END.search(page, head.end()) if head and head["head"] else None
    return end.end() if end and end["head"] else 0


class _Page:
    """Goes through the tags once and collects the text between those of blocks."""

    def __init__(self, source: str, lines: Sequence[int]) -> None:
        self.source, self.lines = source, lines
        self.letters = Letters(source, lines)
        self.stack: list[_Element] = []
        self.cell = Cell(0, 0, 0)
        """The place of the last cell that began."""
        self.wider = 0
        """How many columns more than one it has."""
        self.marks: set[str] = set()
        """Ids that the marks of footnotes lead to."""

    def read(self, start: int) -> Iterator[Passage]:
        at = start
        for match in _TOKEN.finditer(self.source, start):
            self._text(at, match.start())
            at = match.end()
            if match["entity"]:
                if not self._hidden():
                    shown = html.unescape(match[0]).replace("\0", "")
                    self.letters.put(shown, match.start(), at - match.start())
            elif name := (match["name"] or "").lower():
                if name in _BLOCKS:
                    yield from self._flush()
                if match["slash"]:
                    self._end(name)
                else:
                    self._begin(name, match["rest"], match.start())
        self._text(at, len(self.source))
        yield from self._flush()

    def _text(self, start: int, end: int) -> None:
        if start >= end or self._hidden():
            return
        if any(one.name == "sup" for one in self.stack[-3:]):
            raised = self.source[start:end].translate(RAISED)
            self.letters.put(raised, start, end - start)
        else:
            self.letters.copy(start, end)

    def _hidden(self) -> bool:
        return bool(self.stack) and self.stack[-1].hidden

    def _begin(self, name: str, rest: str, at: int) -> None:
        if name == "br":
            self.letters.blank(at, 1)
        if name in _EMPTY:
            return
        while self.stack and self.stack[-1].name in _CLOSED_BY_ITSELF.get(name, ()):
            self.stack.pop()
        given = _attributes(rest)
        self._inline(name, given)
        self._count(name, rest)
        if len(self.stack) < _DEEPEST:
            cites = tuple(given.get("data-cites", "").split())
            hidden = "hidden" in given or self._hidden()
            kind, label = self._kind(name, given), given.get("id", "")
            self.stack.append(_Element(name, kind, label, hidden, cites))

    def _count(self, name: str, rest: str) -> None:
        """Keeps count of tables, their rows and columns."""
        table, row, column = self.cell
        if name == "table":
            self.cell = Cell(table + 1, 0, 0)
        elif name == "tr":
            self.cell = Cell(table, row + 1, 0)
        elif name in ("td", "th"):
            self.cell = Cell(table, row, column + 1 + self.wider)
            found = _SPAN.search(rest, 0, _LONGEST_ATTRIBUTES)
            self.wider = min(int(found[1]), _WIDEST) - 1 if found else 0
        if name in ("table", "tr"):
            self.wider = 0

    def _inline(self, name: str, given: dict[str, str]) -> None:
        """Links, and the marks of footnotes, which are links of a kind."""
        if name != "a" or not (target := given.get("href")):
            return
        if not target.startswith("#"):
            self.letters.link(target)
            return
        role = f"{given.get('role', '')} {given.get('epub:type', '')} {given.get('class', '')}"
        raised = bool(self.stack) and self.stack[-1].name == "sup"
        if "noteref" in role or "footnote-ref" in role or raised:
            self.marks.add(target[1:])
            self.letters.note(target[1:])

    def _kind(self, name: str, given: dict[str, str]) -> PassageKind | None:
        classes = given.get("class", "").split()
        if given.get("id") == "refs" or {"references", "csl-entry"} & set(classes):
            return "reference"
        if "doc-bib" in given.get("role", ""):
            return "reference"
        if name == "aside" and "notes" in classes:
            return "notes"
        return _KINDS.get(name)

    def _end(self, name: str) -> None:
        for index in range(len(self.stack) - 1, max(len(self.stack) - 50, 0) - 1, -1):
            if self.stack[index].name == name:
                for key in self.stack[index].cites:
                    self.letters.cite(key)
                del self.stack[index:]
                return

    def _flush(self) -> Iterator[Passage]:
        label = next((one.label for one in self.stack if one.label in self.marks), "")
        kinds = [one.kind for one in reversed(self.stack) if one.kind]
        kind: PassageKind = "footnote" if label else (kinds or ["text"])[0]
        if made := self.letters.passage(kind, label):
            yield made._replace(cell=self.cell) if kind == "cell" else made
        self.letters = Letters(self.source, self.lines)


def _attributes(rest: str) -> dict[str, str]:
    if not _TELLING.search(rest, 0, _LONGEST_ATTRIBUTES):
        return {}
    return {
        name.lower(): html.unescape(double or single or bare)
        for name, double, single, bare in _ATTRIBUTE.findall(rest[:_LONGEST_ATTRIBUTES])
    }
