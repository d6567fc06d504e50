"""What a number in a table speaks of: its row's label, its column's head, and its source.

A cell by itself is no sentence. Its row says of whom it is, its column what was counted,
a caption or a line of sources from where; these stand as words around the number.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from relcase.domain.passage import Passage
from relcase.domain.report.citations.beside import Beside
from relcase.domain.report.numbers.ourselves import is_of_ourselves
from relcase.domain.report.words.masking import masked, without
from relcase.domain.report.words.splitting import sentences, stems
from relcase.domain.wording.numerals import Numeral, numerals

_LONGEST = 60
"""Letters of a cell above which it is prose, and read as such."""
_FEW = 3
"""How many words that carry meaning may stand beside the number of a cell."""
_LONGEST_CONTEXT = 200
_CAPTION = re.compile(r"\W*(?:Table|Figure|Fig\.|Chart|Box)\s*\d*\s*[.:–-]\s*|^:\s+")
_NOTE = re.compile(r"\W*(?:Sources?|Notes?|Data|From|After)\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_PERCENT = re.compile(r"%|\bper\s?cent\b|\bpercentages?\b(?!\s+points?)", re.IGNORECASE)
_INTERVAL = re.compile(r"\d+\s?%\s*(?:CI|confidence|UI|CrI)", re.IGNORECASE)
_SIGNS = {"+": 1, "−": -1, "-": -1, "–": -1}
_POINTS = re.compile(r"\bpercentage\s+points?\b|\bpp\b", re.IGNORECASE)
_IN_PERCENT = re.compile(r"[(,]\s*(?:%|per\s?cent)\s*\)?\s*$", re.IGNORECASE)
_NO_SHARE = re.compile(r"\b(?:p|n|ratio|difference|change)\b", re.IGNORECASE)
_NAME, _NAMED = re.compile(r"\b[A-Z]\w+\s$"), re.compile(r"\s[A-Z]\w")
_LEADS = re.compile(r":\W*$|\b(?:following|below|tables?)\b", re.IGNORECASE)
_OURSELVES = re.compile(
    r"\b(?:[Oo]urs?|[Ww]e(?!\s+(?:rely|lean|draw|use|quote|cite|trust|know|mean|refer)\b)|us|[Mm]y)\b"
)
_GIVEN = re.compile(
    r"\b(?:tables?|figures|numbers|rows|results)\b.*"
    r"(?:\b(?:is|are|comes?|was|were|taken|drawn)\s+(?:\w+\s+)?(?:from|by)\b|['’]s?\W*$)",
    re.IGNORECASE | re.DOTALL,
)
"""What a sentence has that says from where a table is: "The figures below are from"."""
_SAME = re.compile(
    r"\b(?:from|by)\s+(?:it|them|(?:the|this|that|these|their|its)\s+(?:same\s+)?"
    r"(?:study|trial|review|paper|survey|report|authors|evaluation|team|abstract))\b",
    re.IGNORECASE,
)
"""What says that it is from what was told of before."""
_RESULTS = frozenset({"percent", "points", "share", "times", "money"})
"""What a paragraph tells that has its say itself, and leads to no table."""


class Framed(NamedTuple):
    """A number of a table in the words that tell what it is."""

    before: str
    """What stands before the words of the cell, digits left out."""
    behind: str
    """What stands behind them: the unit, and the column's head once more."""
    label: str
    """What the row is of."""
    head: str
    """What the column is of."""
    at: tuple[int, int]
    """The number of its table and of its row."""
    around: Collection[int]
    """The passages right above the table and right below it that belong to it."""
    row: Collection[int]
    """The passages of its row, which may give its source."""
    first: int
    """The first passage of the table."""
    last: int
    sign: int = 0
    """What the cell gives before its number: 1 for a plus, −1 for a minus, 0 for none."""
    caption: str = ""
    """What stands over the table, and over its labels."""
    is_own: bool = False
    """Whether its row or its column is of those who write, or the table from others."""
    introduced: bool = False
    """Whether a paragraph right above the table gives its source."""
    cell: str = ""
    """The words of the cell."""


class _Grid(NamedTuple):
    """The passages of a table, by row and column."""

    rows: Mapping[int, Mapping[int, Sequence[int]]]
    first: int
    last: int
    caption: str = ""
    around: Collection[int] = ()
    introduced: bool = False
    is_from_others: bool = False


def framed(
    passages: Sequence[Passage], beside: Mapping[int, Beside]
) -> Mapping[int, Framed]:
    """The cells that are a number, by their passage."""
    words = {
        number: _words(passages[number].text, one)
        for number, one in beside.items()
        if passages[number].cell
    }
    found: dict[int, Framed] = {}
    for grid in _grids(passages, words):
        found.update(_of_grid(_captioned(grid, passages, beside), words))
    return found


def _captioned(
    grid: _Grid, passages: Sequence[Passage], beside: Mapping[int, Beside]
) -> _Grid:
    """A table with what stands over it and under it."""
    around, told = [], []
    for number in (grid.first - 1, grid.last + 1):
        if number not in beside or passages[number].cell:
            continue
        passage, text = passages[number], passages[number].text
        above = number < grid.first
        short = len(text) <= _LONGEST_CONTEXT
        if passage.kind == "caption" or _CAPTION.match(text):
            around.append(number)
            told.append(_CAPTION.sub("", _words(text, beside[number])))
        elif above and passage.kind == "heading":
            told.append(text)
        elif short and (_NOTE.match(text) or (not above and beside[number].sources)):
            around.append(number)
    lead = _lead(grid, passages, beside)
    if lead is not None and lead not in around:
        around.append(lead)
    return grid._replace(
        caption=" ".join(told),
        around=around,
        introduced=lead is not None,
        is_from_others=_is_from_others(grid.first - 1, passages, beside)
        and not any(
            one in beside and beside[one].gives_ours
            for one in (*around, *range(grid.first, grid.last + 1))
        ),
    )


def _is_from_others(
    number: int, passages: Sequence[Passage], beside: Mapping[int, Beside]
) -> bool:
    """Whether the last sentence above a table says that it is from a source not ours."""
    if number not in beside or passages[number].kind != "text":
        return False
    text = passages[number].text
    *_, last = sentences(text)
    told = text[slice(*last)]
    if not _GIVEN.search(told) or _SAME.search(told):
        return False
    return not any(one.keys for one in beside[number].within(*last))


def _lead(
    grid: _Grid, passages: Sequence[Passage], beside: Mapping[int, Beside]
) -> int | None:
    """The paragraph right above a table that introduces it and gives its source."""
    number = grid.first - 1
    if number in beside and passages[number].kind == "caption":
        number -= 1
    if number not in beside or passages[number].cell:
        return None
    if _is_from_others(number, passages, beside):
        return None
    passage = passages[number]
    if passage.kind != "text" or not beside[number].gives_ours:
        return None
    told = _words(passage.text, beside[number])
    says = any(one.kind in _RESULTS for one in numerals(told))
    leads = _LEADS.search(told) or not says
    return number if leads and not _OURSELVES.search(told) else None


def _words(text: str, beside: Beside) -> str:
    """The words of a cell without its citations."""
    asides = [(one.start, one.end) for one, _, _ in beside.sources]
    return masked(without(text, asides))


def _grids(passages: Sequence[Passage], words: Collection[int]) -> Iterator[_Grid]:
    tables: dict[int, dict[int, dict[int, list[int]]]] = {}
    for number in sorted(words):
        if cell := passages[number].cell:
            row = tables.setdefault(cell.table, {}).setdefault(cell.row, {})
            row.setdefault(cell.column, []).append(number)
    for rows in tables.values():
        every = [one for row in rows.values() for held in row.values() for one in held]
        yield _Grid(rows, min(every), max(every))


def _of_grid(grid: _Grid, words: Mapping[int, str]) -> Iterator[tuple[int, Framed]]:
    heads: dict[int, str] = {}
    group = label = ""
    every = {
        number: {at: " ".join(words[one] for one in held) for at, held in row.items()}
        for number, row in grid.rows.items()
    }
    first, second = [*every.values(), {}][:2]
    for number, row in grid.rows.items():
        told = every[number]
        is_head = told is first and _is_head(first, second)
        if is_head or not any(map(_is_number, told.values())):
            if len(told) > 1 or not heads:
                heads, group = {**heads, **told} if not label else told, ""
            else:
                group = next(iter(told.values()), "")
            continue
        label = _label(told) or label
        passages = [one for held in row.values() for one in held]
        leftmost = min(told)
        for column, held in row.items():
            head = heads.get(column, "")
            if column == leftmost and not head and not _is_number(told[column]):
                continue
            for one in held:
                if _is_number(words[one]):
                    frame = _frame(words[one], (group, label, head), grid)
                    corner = "" if column == leftmost else heads.get(leftmost, "")
                    yield (
                        one,
                        frame._replace(
                            at=(grid.first, number),
                            row=passages,
                            cell=words[one],
                            caption=f"{corner} {grid.caption}".strip(),
                        ),
                    )


def _is_head(first: Mapping[int, str], second: Mapping[int, str]) -> bool:
    """Whether a first row names groups by their numbers: "3 visitors | No visitor"."""
    _, *rest = first.items()
    names = [at for at, words in rest if _is_number(words)]
    return len(names) < len(rest) and all(
        stems(first[at]) and _is_number(second.get(at, "")) and not stems(second[at])
        for at in names
    )


def _frame(cell: str, around: tuple[str, str, str], grid: _Grid) -> Framed:
    group, label, head = around
    context = ", ".join(filter(None, map(_plain, (grid.caption, *around))))
    unit = ""
    if not re.search(r"[^\W\d_]|%|[£$€]", cell):
        told = head if stems(head) else grid.caption
        unit = " percentage points" if _POINTS.search(told) else ""
        unit = unit or ("%" if _PERCENT.search(_INTERVAL.sub("", told)) else "")
        if _IN_PERCENT.search(label) and not _NO_SHARE.search(head):
            unit = unit or "%"
    return Framed(
        f"{context}: " if context else "",
        f"{unit} {_plain(head)}".rstrip(),
        f"{group} {label}".strip(),
        head,
        (0, 0),
        grid.around,
        (),
        grid.first,
        grid.last,
        _SIGNS.get(cell.strip()[:1], 0),
        grid.caption,
        grid.is_from_others or any(map(is_of_ourselves, around)),
        grid.introduced,
    )


def _plain(words: str) -> str:
    """Words of a head or a label, with nothing that would be read as a number."""
    return " ".join(_DIGIT.sub(" ", words)[:_LONGEST_CONTEXT].split()).strip(" -–%()|")


def _label(told: Mapping[int, str]) -> str:
    """What a row is of: its first cells, up to the first number."""
    parts: list[str] = []
    for _, words in sorted(told.items()):
        if _is_number(words):
            if parts:
                break
            continue
        if words.strip():
            parts.append(words.strip())
    return " ".join(parts)


def _is_number(words: str) -> bool:
    """Whether a cell is a number, with few words beside it."""
    if len(words) > _LONGEST or not _DIGIT.search(words):
        return False
    told = [one for one in numerals(words) if one.kind not in ("year", "level")]
    if all(_is_of_name(words, one) for one in told):
        return False
    return len(stems(words)) <= _FEW


def _is_of_name(words: str, numeral: Numeral) -> bool:
    """Whether a number belongs to the name of a row or a column.

    "Symptoms at 12 weeks" names a time, "Groups 4 Health" a programme.
    """
    before, behind = words[: numeral.start], words[numeral.end :]
    if numeral.kind == "span":
        return len(stems(before)) > 0
    is_small = numeral.kind == "number" and numeral.text.isdecimal()
    return is_small and bool(_NAME.search(before) and _NAMED.match(behind))
