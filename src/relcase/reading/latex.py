"""LaTeX: the text of its paragraphs, with what its macros print."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from relcase.domain import latex_symbols as symbols
from relcase.domain.latex_braces import closing
from relcase.domain.passage import Cell, Passage, PassageKind
from relcase.reading import masks
from relcase.reading.letters import GONE, RAISED, Letters, line_starts, names

_TOKEN = re.compile(
    r"\\(?P<name>[A-Za-z@]+)\*?|\\(?P<sign>.)|(?P<break>\n[ \t\r\0]*\n\s*)"
    r"|(?P<mark>---?|``|''|[-`{}$&~^_])",
    re.S,
)
_DOCUMENT = re.compile(r"\\begin\s*\{document\}")
_END = re.compile(r"\\end\s*\{document\}")
_BLANK = re.compile(rf"[ \t\r\n{GONE}]*")
_OPTION = re.compile(r"\[([^\[\]]{0,500})\]")
_CITE = re.compile(r"[A-Za-z]*[cC]ite[A-Za-z]*\Z")
_SAID = re.compile(r"(?:[Cc]ite(?:t|author|A)|[Tt]extcite)")
"""Commands whose citation is part of the sentence: "\\citet{abel2018} found"."""
_HEADINGS = names(
    "part chapter section subsection subsubsection paragraph subparagraph "
    "title frametitle"
)
_NOTES = frozenset(("footnote", "endnote", "sidenote", "thanks"))
_SPACES = frozenset(("newline", "linebreak", "quad", "qquad", "space", "hfill", "and"))
_PARAGRAPHS = frozenset(("par", "newpage", "clearpage", "pagebreak", "maketitle"))
_DROPPED = {
    **dict.fromkeys(
        names(
            "label ref pageref autoref cref Cref eqref nameref vspace hspace input "
            "include includegraphics bibliography bibliographystyle pagestyle "
            "thispagestyle addbibresource usepackage documentclass color textcolor "
            "hypertarget date author pagenumbering nocite index pdfbookmark "
            "phantomsection rule"
        ),
        1,
    ),
    "multicolumn": 2,
    "multirow": 2,
    "setlength": 2,
    "addtolength": 2,
    "setcounter": 2,
    "newcommand": 2,
    "renewcommand": 2,
    "rule": 2,
}
"""Macros, and how many of their arguments are not printed."""
_LENGTHS = names(
    "hangindent hangafter parindent parskip leftskip rightskip baselineskip lineskip "
    "topskip textwidth textheight linewidth columnsep tabcolsep itemsep parsep topsep "
    "tolerance pretolerance emergencystretch widowpenalty clubpenalty hskip vskip kern"
)
_LENGTH = re.compile(
    r"[ \t]*=?[ \t]*[-+]?(?:(?:\d+\.?\d*|\.\d+)[ \t]*(?:(?:true[ \t]*)?(?:pt|em|ex|cm|mm|in|bp"
    r"|pc|sp|dd|cc)\b)?(?:\\[A-Za-z]+)?|\\[A-Za-z]+)"
)
"""What a length is set to, without braces: ``=2em``, `` 0.5\\parindent``."""
_TABLES = frozenset(("tabular", "tabularx", "longtable", "tabulary", "array", "tabu"))
_WITH_ARGUMENT = _TABLES | {"minipage", "multicols", "thebibliography", "columns"}
_UNREAD = frozenset(("equation", "align", "gather", "displaymath", "eqnarray"))
_SIGNS = {"--": "–", "---": "—", "``": "“", "''": "”", "`": "‘", "~": "\u00a0"}
_DEEPEST = 40


def passages(text: str) -> Iterator[Passage]:
    """The paragraphs, headings, items, cells, captions and footnotes of a LaTeX text."""
    bare = masks.without(text, list(masks.latex(text)))
    opening = _DOCUMENT.search(bare)
    start = opening.end() if opening else 0
    closing = _END.search(bare, start)
    reader = _Reader(bare, line_starts(text))
    yield from reader.read(start, closing.start() if closing else len(bare))


class _Reader:
    """Reads a text once; what stands by itself inside a paragraph follows after it."""

    def __init__(self, source: str, lines: Sequence[int]) -> None:
        self.source, self.lines = source, lines
        self.closing = closing(source)
        self.at = 0
        self.letters = Letters(source, lines)
        self.environments: list[str] = []
        self.unclosed: set[str] = set()
        """Environments whose end was looked for, and is nowhere behind."""
        self.depth = 0
        """How many stretches that stand by themselves are inside each other here."""
        self.label = ""
        self.in_math = False
        self.notes = 0
        self.cell = Cell(0, 1, 1)
        """Where in its table the text stands that is being read."""
        self.aside: list[tuple[int, int, PassageKind, str]] = []
        """Stretches that are passages of their own: footnotes, captions."""

    def read(self, start: int, end: int) -> Iterator[Passage]:
        self.at = start
        while self.at < end:
            match = _TOKEN.search(self.source, self.at, end)
            self.letters.copy(self.at, match.start() if match else end)
            if not match:
                break
            self.at = match.end()
            if match["break"]:
                yield from self._flush()
            elif match["name"]:
                yield from self._macro(match, end)
            elif match["sign"]:
                yield from self._sign(match)
            else:
                yield from self._mark(match)
        yield from self._flush()

    def _flush(self, kind: PassageKind | None = None) -> Iterator[Passage]:
        if made := self.letters.passage(kind or self._kind(), self.label):
            yield made._replace(cell=self.cell) if made.kind == "cell" else made
        self.letters, self.label = Letters(self.source, self.lines), ""
        waiting, self.aside = self.aside, []
        for start, end, of_kind, label in waiting:
            yield from self._apart(start, end, of_kind, label)

    def _apart(
        self, start: int, end: int, kind: PassageKind, label: str
    ) -> Iterator[Passage]:
        """A stretch read by itself; the place in the text is kept."""
        if self.depth >= _DEEPEST:
            return
        kept = self.at, self.environments, self.in_math
        self.environments, self.label, self.in_math = [], label, False
        self.depth += 1
        for made in self.read(start, end):
            yield made._replace(kind=kind, label=label)
        self.depth -= 1
        self.at, self.environments, self.in_math = kept
        self.label = ""

    def _kind(self) -> PassageKind:
        if "thebibliography" in self.environments:
            return "reference"
        return "cell" if self._in_table() else "text"

    def _in_table(self) -> bool:
        return bool(self.environments) and self.environments[-1] in _TABLES

    # Marks

    def _sign(self, match: re.Match[str]) -> Iterator[Passage]:
        sign, start = match["sign"], match.start()
        if sign == "\\":
            self._option()
            if self._in_table():
                yield from self._flush()
                self.cell = Cell(self.cell.table, self.cell.row + 1, 1)
            else:
                self.letters.blank(start, 2)
        elif sign in symbols.ACCENTS and sign not in symbols.CONTROL_SYMBOLS:
            self._accent(sign, start)
        elif sign in "([":
            self.in_math = True
        elif sign in ")]":
            self.in_math = False
        else:
            printed = symbols.CONTROL_SYMBOLS.get(sign, "")
            self.letters.put(printed, start, 2)

    def _mark(self, match: re.Match[str]) -> Iterator[Passage]:
        mark, start = match["mark"], match.start()
        if mark == "&" and self._in_table():
            yield from self._flush()
            self.cell = self.cell._replace(column=self.cell.column + 1)
        elif mark == "$":
            self.in_math = not self.in_math
        elif mark == "-" and self.in_math:
            self.letters.put("−", start, 1)
        elif mark == "-" or (mark == "_" and not self.in_math):
            self.letters.copy(start, start + 1)
        elif mark in _SIGNS:
            self.letters.put(_SIGNS[mark], start, len(mark))

    def _accent(self, name: str, start: int) -> None:
        found = re.compile(r"\s*\{?\\?([A-Za-z])?\s*\}?").match(self.source, self.at)
        assert found is not None
        if not found[1]:
            return
        letter = {"ı": "i", "ȷ": "j"}.get(found[1], found[1])
        self.at = found.end()
        made = unicodedata.normalize("NFC", letter + symbols.ACCENTS[name])
        self.letters.put(made, start, self.at - start)

    # Macros

    def _macro(self, match: re.Match[str], end: int) -> Iterator[Passage]:
        name, start = match["name"], match.start()
        if name in ("begin", "end"):
            yield from self._environment(name == "begin")
        elif name in _HEADINGS:
            yield from self._flush()
            self._option()
            if group := self._group():
                yield from self._apart(*group, "heading", "")
        elif name in _NOTES:
            self._note()
        elif name == "caption":
            self._option()
            if group := self._group():
                self.aside.append((*group, "caption", ""))
        elif name in ("item", "bibitem") or name in _PARAGRAPHS:
            yield from self._flush()
            self._option()
            if name == "bibitem" and (group := self._group()):
                self.label = self.source[slice(*group)]
        elif _CITE.match(name) and name != "nocite":
            self._citation(is_said=_SAID.match(name) is not None)
        elif name in ("href", "url"):
            self._address(name)
        else:
            self._printed(name, start, end)

    def _printed(self, name: str, start: int, end: int) -> None:
        if name in symbols.SURROUNDING:
            before, after = symbols.SURROUNDING[name]
            if group := self._group():
                self.letters.put(before, start, group[0] - start)
                self.letters.copy(*group)
                self.letters.put(after, group[1], 1)
        elif name == "textsuperscript":
            if group := self._group():
                raised = self.source[slice(*group)].translate(RAISED)
                self.letters.put(raised, group[0], group[1] - group[0])
        elif name in symbols.ACCENTS and not self.in_math:
            self._accent(name, start)
        elif name in symbols.SYMBOLS:
            blank = _BLANK.match(self.source, self.at, end)
            self.at = blank.end() if blank and not self.in_math else self.at
            if self.source.startswith("{}", self.at):
                self.at += 2
            self.letters.put(symbols.SYMBOLS[name], start, self.at - start)
        elif name in _SPACES:
            self.letters.blank(start, self.at - start)
        else:
            self._unprinted(name)

    def _unprinted(self, name: str) -> None:
        """A macro that prints nothing of its own; its other arguments are text."""
        if name in _LENGTHS and (length := _LENGTH.match(self.source, self.at)):
            self.at = length.end()
        self._option()
        for _ in range(_DROPPED.get(name, 0)):
            self._option()
            self._group()
        if name in symbols.SILENT or name in symbols.SWITCHES:
            blank = _BLANK.match(self.source, self.at)
            self.at = blank.end() if blank else self.at

    def _environment(self, begins: bool) -> Iterator[Passage]:
        yield from self._flush()
        group = self._group()
        name = self.source[slice(*group)].strip().rstrip("*") if group else ""
        if begins:
            if name in _UNREAD:
                self._leave_out(name)
            self.environments = [*self.environments[-_DEEPEST:], name]
            if name in _TABLES:
                self.cell = Cell(self.cell.table + 1, 1, 1)
            self._option()
            if name in _WITH_ARGUMENT:
                while self._option() or self._group():
                    pass
        elif name in self.environments:
            while self.environments.pop() != name:
                pass

    def _leave_out(self, name: str) -> None:
        """Goes on at the end of an environment, if it has one."""
        if name in self.unclosed:
            return
        end = self.source.find(f"\\end{{{name}", self.at)
        if end < 0:
            self.unclosed.add(name)
        else:
            self.at = end

    def _note(self) -> None:
        self._option()
        if group := self._group():
            self.notes += 1
            self.letters.note(str(self.notes))
            self.aside.append((*group, "footnote", str(self.notes)))

    def _citation(self, *, is_said: bool) -> None:
        """The citations of a command; the key stands for the names that it prints."""
        while True:
            locator = ""
            while (option := self._option()) is not None:
                locator = option
            group = self._group()
            if group is None:
                return
            at = group[0]
            for key in self.source[slice(*group)].split(","):
                if name := key.strip(" \t\r\n" + GONE):
                    begins = at + key.index(name)
                    if is_said:
                        self.letters.put(name.capitalize(), begins, len(name))
                    self.letters.cite(name, locator.replace("~", " "), begins)
                at += len(key) + 1
            if self.source[self.at : self.at + 1] not in ("{", "["):
                return

    def _address(self, name: str) -> None:
        group = self._group()
        if group is None:
            return
        self.letters.link(re.sub(r"\\([%#&_~])", r"\1", self.source[slice(*group)]))
        if name == "url":
            self.letters.copy(*group)

    # Arguments

    def _group(self) -> tuple[int, int] | None:
        """The inside of the braces that follow, which are then behind us."""
        blank = _BLANK.match(self.source, self.at)
        at = blank.end() if blank else self.at
        end = self.closing.get(at)
        if end is None:
            return None
        self.at = end + 1
        return at + 1, end

    def _option(self) -> str | None:
        """The inside of the brackets that follow, which are then behind us."""
        found = _OPTION.match(self.source, self.at)
        if not found:
            return None
        self.at = found.end()
        return found[1]
