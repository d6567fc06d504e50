"""Markdown as pandoc, GitHub and Quarto write it: its blocks, and the text in each."""

import re
from collections.abc import Iterator, Sequence
from heapq import merge
from typing import NamedTuple

from relcase.domain.passage import Cell, Passage, PassageKind
from relcase.reading import masks
from relcase.reading.letters import GONE, Letters, line_starts
from relcase.reading.markdown_inline import write

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_QUOTE = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}(?=\s|$)")
_HEADING_END = re.compile(r"(?<!\s)(?:\s++#++)?+\s*+(?:\{[^{}]*\})?+\s*+$")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:=+|-{2,})\s*$")
_RULE = re.compile(r"[ ]{0,3}([-*_])(?:[ \t]*\1){2,}\s*$")
_DIV = re.compile(r"[ ]{0,3}:{3,}\s*(?P<what>\S.*)?$")
_NOTE = re.compile(r"[ ]{0,3}\[\^(?P<label>[^\]\s]{1,100})\]:[ \t]*")
_TARGET = re.compile(r"[ ]{0,3}\[[^\]^]{1,200}\]:[ \t]*\S+")
_ITEM = re.compile(
    r"[ \t]*(?:[-+*]|(?:\((?P<in>\w{1,9})\)|(?P<number>\d{1,9}|[A-Za-z]|#)[.)]))[ \t]+(?=\S)"
)
_CODE = re.compile(r"(?: {4}|\t)")
_HOLDER = re.compile(r"[ ]{0,3}(?:[:~][ \t]|!!!|\?\?\?|===)")
"""What has indented paragraphs: a definition, and the boxes and tabs of MkDocs."""
_ROW = re.compile(r"[ \t]*\|")
_BETWEEN_ROWS = re.compile(
    r"[ \t]*[|+]?[ \t]*:?-+:?[ \t]*(?:[|+][ \t]*:?-+:?[ \t]*)*[|+]?\s*$"
)
_GRID = re.compile(r"[ \t]*\+[-=:+]+\+\s*$")
_UNSEEN = " \t\r\n" + GONE
_RULING = frozenset("-=*_+|:")
"""What a line begins with that underlines or divides."""
_EDGE = re.compile(r"[ \t]*\|")
_CELL = re.compile(r"(?:[^|\\\r\n]|\\.|\\$)+")


class _Block(NamedTuple):
    """A stretch of lines that is one passage."""

    kind: PassageKind
    start: int
    end: int
    label: str = ""
    quoted: bool = False
    """Whether the marks of a quotation stand before its later lines."""
    cell: Cell | None = None


_DECK = re.compile(
    r"^(?:marp:\s*true|\s*(?:format:\s*)?(?:revealjs|slidy|beamer|pptx)\b)", re.M
)
_OF_OURS = "relcase record "
_NO_NOTE = re.compile(r"<!--\s*(?:/?(?i:relcase)\b|\$?_?[A-Za-z]+:[ \t])")
"""Comments that tell a program something: marked places, directives of Marp."""
_NOTE_PARAGRAPH = re.compile(r"\S(?:.|\n(?![ \t]*\r?\n))*")


def passages(text: str) -> Iterator[Passage]:
    """The paragraphs, headings, items, cells and footnotes of a Markdown text.

    In a deck, comments are what its speaker reads: notes, which come where they stand.
    """
    hidden = list(masks.markdown(text))
    bare = masks.without(text, hidden)
    lines = line_starts(text)
    return merge(_shown(bare, lines), _notes(text, hidden, lines), key=_begins)


def _begins(one: Passage) -> int:
    return one.places.runs[0].source if one.places.runs else 0


def _shown(bare: str, lines: Sequence[int]) -> Iterator[Passage]:
    for block in _Blocks(bare).all():
        source = bare[block.start : block.end]
        if block.quoted:
            source = re.sub(
                r"(?m)(?<=[\r\n])[ \t]{0,3}(?:>[ \t]?)+",
                lambda found: " " * len(found[0]),
                source,
            )
        letters = Letters(source, lines, block.start)
        write(letters, 0, len(source))
        if made := letters.passage(block.kind, block.label):
            yield made._replace(cell=block.cell)


def _notes(
    text: str, hidden: Sequence[masks.Mask], lines: Sequence[int]
) -> Iterator[Passage]:
    """What the comments of a deck say, paragraph by paragraph."""
    front = next((text[: one.end] for one in hidden if one.start == 0), "")
    is_deck = bool(_DECK.search(front))
    for one in hidden:
        inside = text[one.start : one.end]
        if not inside.startswith("<!--") or _NO_NOTE.match(inside):
            continue
        if not is_deck and _OF_OURS not in inside:
            continue
        stop = one.end - len("-->")
        for found in _NOTE_PARAGRAPH.finditer(text, one.start + len("<!--"), stop):
            letters = Letters(found[0], lines, found.start())
            write(letters, 0, len(found[0]))
            if made := letters.passage("notes", ""):
                yield made


def indented_code(text: str) -> list[tuple[int, int]]:
    """The lines that are code because they are indented."""
    bare = masks.without(text, list(masks.markdown(text))).replace(GONE, "x")
    blocks = _Blocks(bare)
    for _ in blocks.all():
        pass
    return blocks.code


class _Blocks:
    """Goes through the lines once and says which belong together."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.done: list[_Block] = []
        self.open: _Block | None = None
        self.in_list = self.in_table = self.in_holder = False
        self.code: list[tuple[int, int]] = []
        """The lines of indented code."""
        self.tables = self.rows = 0
        self.divs: list[bool] = []
        """For each open ``:::``, whether it holds the reference list."""

    def all(self) -> Iterator[_Block]:
        for match in _LINE.finditer(self.text):
            self._line(match.start(), match.end())
            yield from self.done
            self.done.clear()
        self._close()
        yield from self.done

    def _line(self, start: int, end: int) -> None:
        quote = _QUOTE.match(self.text, start, end)
        begin = quote.end() if quote else start
        line = self.text[begin:end]
        if not line.strip(_UNSEEN):
            self._close()
            self.in_table = False
        elif line.lstrip(" ")[0] in _RULING and self._ruled(line):
            pass
        elif _ROW.match(line) or self.in_table:
            self._close()
            self._cells(begin, end)
            self.in_table = True
        elif not self._marked(line, begin, end):
            self._prose(line, begin, end, bool(quote))

    def _ruled(self, line: str) -> bool:
        """Lines without words, that underline or divide."""
        if self.open and _BETWEEN_ROWS.match(line) and self._is_row(self.open):
            row = self.open
            self.open = None
            self._cells(row.start, row.end)
            self.in_table = True
        elif self.open and self.open.kind == "text" and _UNDERLINE.match(line):
            self.open = self.open._replace(kind="heading")
            self._close()
        elif _RULE.match(line) or _GRID.match(line) or _BETWEEN_ROWS.match(line):
            self._close()
        else:
            return False
        return True

    def _marked(self, line: str, begin: int, end: int) -> bool:
        """Lines that a mark begins."""
        if match := _HEADING.match(line):
            self._close()
            stop = _HEADING_END.search(line, match.end())
            stopped = begin + stop.start() if stop else end
            self.done.append(_Block("heading", begin + match.end(), stopped))
            self.in_list = self.in_holder = False
        elif match := _DIV.match(line):
            self._close()
            self._div(match["what"] or "")
        elif match := _NOTE.match(line):
            self._close()
            self.open = _Block("footnote", begin + match.end(), end, match["label"])
            self.in_holder = True
        elif not self.open and _TARGET.match(line):
            pass
        elif (match := _ITEM.match(line)) and self._may_begin(match):
            self._close()
            label = match["number"] or match["in"] or ""
            self.open = _Block(self._text(), begin + match.end(), end, label)
            self.in_list = True
        else:
            return False
        return True

    def _prose(self, line: str, begin: int, end: int, quoted: bool) -> None:
        if self.open:
            quoted = quoted or self.open.quoted
            self.open = self.open._replace(end=end, quoted=quoted)
        elif _CODE.match(line) and not (self.in_list or self.in_holder):
            self.code.append((begin, end))
        else:
            is_inside = line[:1] in " \t"
            self.in_list = self.in_list and is_inside
            self.in_holder = (self.in_holder and is_inside) or bool(_HOLDER.match(line))
            self.open = _Block(self._text(), begin, end, "", quoted)

    def _may_begin(self, match: re.Match[str]) -> bool:
        """Inside a paragraph a number begins a list only when it is 1."""
        if not self.open or self.in_list:
            return True
        number = match["number"] or match["in"]
        return number is None or number == "1"

    def _text(self) -> PassageKind:
        return "reference" if any(self.divs) else "text"

    def _div(self, what: str) -> None:
        if what.strip(": \t\r\n"):
            self.divs.append("#refs" in what or "references" in what.split())
        elif self.divs:
            self.divs.pop()

    def _is_row(self, block: _Block) -> bool:
        """Whether a block is one line with cells in it."""
        line = self.text[block.start : block.end].rstrip("\r\n")
        return "|" in line and "\n" not in line

    def _cells(self, begin: int, end: int) -> None:
        if not self.in_table:
            self.tables, self.rows = self.tables + 1, 0
        self.rows += 1
        edge = _EDGE.match(self.text, begin, end)
        cells = _CELL.finditer(self.text, edge.end() if edge else begin, end)
        for column, cell in enumerate(cells, 1):
            place = Cell(self.tables, self.rows, column)
            self.done.append(_Block("cell", *cell.span(), cell=place))

    def _close(self) -> None:
        if self.open:
            self.done.append(self.open)
        self.open = None
