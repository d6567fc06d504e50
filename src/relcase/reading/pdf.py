"""PDF: the paragraphs of each page, as poppler's pdftotext finds them.

The program reads the file apart from us, with a limit of time; Python libraries find
lines and no paragraphs.
"""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence

from relcase.domain.passage import Passage, Places
from relcase.errors import Missing, Unreadable
from relcase.reading.references import begins_reference, is_title

SECONDS = 120
"""How long the program may take."""

_HYPHEN = re.compile(r"([^\W\d_]+)[-\u00ad]\n([^\W\d_]+)")
_GAP = re.compile(r"\n[ \t]*\n")
_BULLET = re.compile(r"[ \t]*[•▪◦‣●■][ \t]+")
_PAGE_NUMBER = re.compile(
    r"(?:page\s+)?(?P<number>\d{1,4})(?P<of>\s*(?:/|of)\s*\d{1,4})?", re.I
)
_STOPPED = re.compile(r"[.!?:;)”’\"'/]\s*$|https?://\S+$")
_LINE = 60
"""Letters below which a paragraph without a stop is taken for a heading."""
_BLANKS = re.compile(r"\s+")


def passages(data: bytes, path: str) -> Iterator[Passage]:
    """The paragraphs of a PDF file, page by page.

    Raises ``Missing`` when pdftotext is not there, ``Unreadable`` when the file is
    protected, damaged, or holds pictures of pages and no text.
    """
    pages = _text(data, path).split("\f")
    if not any(page.strip() for page in pages):
        why = "it holds pictures and no text; save it as PDF from the program it was made in"
        raise Unreadable(path, why)
    words = frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", "\n".join(pages).lower()))
    yield from _whole(_paragraphs(pages, words))


def _paragraphs(
    pages: Sequence[str], words: frozenset[str]
) -> Iterator[tuple[int, str]]:
    """Each paragraph with its page, the numbers of pages left out."""
    in_list = False
    for number, page in enumerate(pages, 1):
        for block in _GAP.split(_without_number(page, number)):
            for lines in _parts(block, in_list):
                in_list = in_list or is_title(lines[0])
                text = _BLANKS.sub(" ", joined("\n".join(lines), words)).strip()
                if text:
                    yield number, text


def _without_number(page: str, number: int) -> str:
    """A page without its number, which stands on the first or the last line."""
    lines = page.strip().split("\n")
    for at in (-1, 0):
        found = _PAGE_NUMBER.fullmatch(lines[at].strip()) if lines else None
        if found and (found["of"] or int(found["number"]) == number):
            del lines[at]
    return "\n".join(lines)


def _whole(paragraphs: Iterable[tuple[int, str]]) -> Iterator[Passage]:
    """The paragraphs, those put together that go on on the next page."""
    first, last, whole = 0, 0, ""
    for number, text in paragraphs:
        goes_on = number == last + 1 and whole and _goes_on(whole, text)
        if goes_on:
            whole, last = f"{whole} {text}", number
            continue
        if whole:
            yield Passage(whole, "text", Places(_pages(first, last)))
        first, last, whole = number, number, text
    if whole:
        yield Passage(whole, "text", Places(_pages(first, last)))


def _goes_on(before: str, after: str) -> bool:
    """Whether a paragraph ends in the middle of a sentence, and the next goes on there."""
    open_end = len(before) > _LINE and not _STOPPED.search(before)
    return open_end and not is_title(after)


def _pages(first: int, last: int) -> str:
    return f"page {first}" if first == last else f"pages {first} and {last}"


def _parts(block: str, in_list: bool) -> Iterator[list[str]]:
    """The lines of a block, each item of a list and each reference by itself."""
    lines: list[str] = []
    for line in block.split("\n"):
        title = bool(lines) and is_title(lines[0])
        in_list = in_list or title
        if lines and (
            title or _BULLET.match(line) or _begins_another(line, lines, in_list)
        ):
            yield lines
            lines = []
        lines.append(_BULLET.sub("", line))
    yield lines


def _begins_another(line: str, lines: Sequence[str], in_list: bool) -> bool:
    """Whether a line is the beginning of another entry of a reference list."""
    may = in_list or begins_reference(lines[0])
    return may and begins_reference(line) and bool(_STOPPED.search(lines[-1]))


def joined(block: str, words: frozenset[str]) -> str:
    """Lines with the words put together that were divided at their ends.

    A hyphen stays where the document elsewhere writes the word with one.
    """

    def whole(match: re.Match[str]) -> str:
        before, after = match[1], match[2]
        hyphened = f"{before}-{after}".lower() in words
        known = f"{before}{after}".lower() in words
        keeps = after[0].isupper() or (hyphened and not known)
        return f"{before}-{after}" if keeps else f"{before}{after}"

    return _HYPHEN.sub(whole, block)


def _text(data: bytes, path: str) -> str:
    program = shutil.which("pdftotext")
    if program is None:
        raise Missing(
            "Reading a PDF file needs the program pdftotext, which is not installed.",
            "To install it: apt install poppler-utils, brew install poppler, or scoop "
            "install poppler. Or save the report as Word (.docx).",
        )
    command = [program, "-enc", "UTF-8", "-eol", "unix", "-", "-"]
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
