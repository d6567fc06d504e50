"""PDF: the paragraphs of each page, from the lines that poppler's pdftotext measures.

The program reads the file apart from us, with a limit of time; Python libraries find
lines and no places that can be relied on.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence

from relcase.domain.passage import NoteMark, Passage, Places
from relcase.errors import Missing, Unreadable
from relcase.reading.letters import RAISED
from relcase.reading.pdf_columns import in_columns
from relcase.reading.pdf_lines import lines
from relcase.reading.pdf_paragraphs import Paragraph, paragraphs
from relcase.reading.pdf_tables import with_cells

SECONDS = 120
"""How long the program may take."""

_ATTACHED = re.compile(
    r"(?P<before>(?:[^\W\d_A-Z]{3}|[^\W\d_A-Z]{2}(?=[.,;:?!])|[%)”’]|\b(?:19|20)\d\d(?=[.,;]))[.,;:?!]?[)”’]?)"
    r"(?P<number>\d{1,3}(?:[,–]\d{1,3})*)(?=[\s.,;:)]|$)"
)
"""Numbers that stand at the end of a word, as raised ones do when their height is lost."""
_DIGITS = re.compile(r"\d+")
_LEAST_MARKS = 3
"""How many numbers count up at least where no list or note says what they are."""
_RAISED = re.compile(r"(?<=\S)[¹²³⁰⁴-⁹]{1,3}")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NUMBERED = re.compile(r"\[?(\d{1,3})[\].)]\s")

Labels = Mapping[tuple[int, str], str]
"""For the page and the number of each footnote, what its mark is called."""


def passages(data: bytes, path: str) -> Iterator[Passage]:
    """The paragraphs of a PDF file, page by page.

    Raises ``Missing`` when pdftotext is not there, ``Unreadable`` when the file is
    protected, damaged, or holds pictures of pages and no text.
    """
    found = lines(_text(data, path))
    if not found:
        why = "it holds pictures and no text; save it as PDF from the program it was made in"
        raise Unreadable(path, why)
    made = list(paragraphs(with_cells(in_columns(found))))
    labels = {
        (one.first, one.label): f"footnote {one.label}, page {one.first}"
        for one in made
        if one.kind == "footnote"
    }
    numbers = _numbers(made)
    for one in made:
        yield _passage(one, labels, numbers)


def _numbers(made: Sequence[Paragraph]) -> frozenset[str]:
    """The numbers that a mark in the text can have: of footnotes, of a numbered list."""
    found = {one.label for one in made if one.kind == "footnote"}
    heads = (_NUMBERED.match(one.text) for one in made)
    found |= {head[1] for head in heads if head}
    return frozenset(found or _in_a_row(made))


def _in_a_row(made: Sequence[Paragraph]) -> set[str]:
    """The numbers that stand at the ends of words and count up: of a list not there."""
    found: dict[int, None] = {}
    for one in made:
        for match in _ATTACHED.finditer(one.text):
            found.update((int(told), None) for told in _DIGITS.findall(match["number"]))
    last = 0
    for number in found:
        last += number == last + 1
    return {str(one) for one in range(1, last + 1)} if last >= _LEAST_MARKS else set()


def _passage(one: Paragraph, labels: Labels, numbers: frozenset[str]) -> Passage:
    places = Places(_pages(one.first, one.last))
    if one.kind == "footnote":
        label = labels[one.first, one.label]
        return Passage(one.text, "footnote", places, (), (), label)

    def raised(match: re.Match[str]) -> str:
        told = _DIGITS.findall(match["number"])
        is_mark = numbers.issuperset(told)
        return match["before"] + (
            match["number"].translate(RAISED) if is_mark else match["number"]
        )

    text = _ATTACHED.sub(raised, one.text) if numbers else one.text
    text, notes = _without_marks(text, one, labels)
    return Passage(text, one.kind, places, (), notes, cell=one.cell)


def _without_marks(
    text: str, one: Paragraph, labels: Labels
) -> tuple[str, tuple[NoteMark, ...]]:
    """A text without the marks of its footnotes, and where they stood."""
    parts: list[str] = []
    notes: list[NoteMark] = []
    at = size = 0
    for match in _RAISED.finditer(text):
        number = match[0].translate(_PLAIN)
        pages = range(one.first, one.last + 1)
        label = next(
            (labels[page, number] for page in pages if (page, number) in labels), ""
        )
        if not label:
            continue
        parts.append(text[at : match.start()])
        size += match.start() - at
        notes.append(NoteMark(size, label))
        at = match.end()
    parts.append(text[at:])
    return "".join(parts), tuple(notes)


def _pages(first: int, last: int) -> str:
    return f"page {first}" if first == last else f"pages {first} and {last}"


def _text(data: bytes, path: str) -> str:
    program = shutil.which("pdftotext")
    if program is None:
        raise Missing(
            "Reading a PDF file needs the program pdftotext, which is not installed.",
            "To install it: apt install poppler-utils, brew install poppler, or scoop "
            "install poppler. Or save the report as Word (.docx).",
        )
    command = [program, "-bbox-layout", "-enc", "UTF-8", "-eol", "unix", "-", "-"]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        why = (
            f"its text could not be found in {SECONDS} seconds; save it as Word (.docx)"
        )
        raise Unreadable(path, why) from None
    except OSError:
        raise Unreadable(path, "pdftotext could not be started") from None
    if done.returncode:
        protected = b"password" in done.stderr.lower()
        why = "it is protected by a password; save a copy without one"
        damaged = "it is damaged or cut short; save it as PDF once more"
        raise Unreadable(path, why if protected else damaged)
    return done.stdout.decode("utf-8", "replace")
