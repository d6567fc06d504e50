"""PDF: the paragraphs of each page, as poppler's pdftotext finds them.

The program reads the file apart from us, with a limit of time; Python libraries find
lines and no paragraphs.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence

from relcase.domain.passage import Passage, Places
from relcase.errors import Missing, Unreadable
from relcase.reading.references import begins_reference, is_title

SECONDS = 120
"""How long the program may take."""

_HYPHEN = re.compile(r"([^\W\d_]+)[-\u00ad]\n([^\W\d_]+)")
_GAP = re.compile(r"\n[ \t]*\n")
_BULLET = re.compile(r"[ \t]*[•▪◦‣●■][ \t]+")
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
    for number, page in enumerate(pages, 1):
        for block in _blocks(page):
            text = _BLANKS.sub(" ", joined(block, words)).strip()
            if text:
                yield Passage(text, "text", Places(f"page {number}"))


def _blocks(page: str) -> Iterator[str]:
    """Paragraphs, with each item of a list and each reference by itself."""
    for block in _GAP.split(page):
        lines: list[str] = []
        for line in block.split("\n"):
            title = bool(lines) and is_title(lines[0])
            if lines and (title or _BULLET.match(line) or _begins_another(line, lines)):
                yield "\n".join(lines)
                lines = []
            lines.append(_BULLET.sub("", line))
        yield "\n".join(lines)


def _begins_another(line: str, lines: Sequence[str]) -> bool:
    return begins_reference(line) and begins_reference(lines[0])


def joined(block: str, words: frozenset[str]) -> str:
    """Lines with the words put together that were divided at their ends.

    A hyphen stays where the document elsewhere writes the word with one.
    """

    def whole(match: re.Match[str]) -> str:
        before, after = match[1], match[2]
        hyphened = f"{before}-{after}".lower() in words
        known = f"{before}{after}".lower() in words
        keeps = not known and (hyphened or after[0].isupper())
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
