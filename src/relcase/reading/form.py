"""What kind of file a report is: by its content first, then by its name."""

import re
from pathlib import PurePath

from relcase.domain.passage import Form
from relcase.errors import Unreadable

SUFFIXES: dict[str, Form] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".tex": "latex",
    ".ltx": "latex",
    ".latex": "latex",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".pptx": "pptx",
    ".pptm": "pptx",
    ".ppsx": "pptx",
    ".potx": "pptx",
    ".pdf": "pdf",
}
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(
    rb"\s*+(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html[\s>])", re.I | re.S
)
_LATEX = re.compile(rb"\\documentclass|\\begin\{document\}")
_OTHERS = {
    b"xl/workbook": "an Excel workbook; save what it says as Word, PDF or text",
    b"application/vnd.oasis": "an OpenDocument file; save it as Word (.docx)",
    b"application/epub": "an e-book; save it as HTML or text",
    b"Index/Document.iwa": "a Pages file; export it as Word (.docx)",
}
_BEGINNING = 4096


def form_of(data: bytes, name: str) -> Form:
    """The form of a report.

    Raises ``Unreadable`` for what no report is, and for a file whose name says that it
    is an office or PDF file although its content is not.
    """
    if not data:
        raise Unreadable(name, "it is empty; perhaps it is not the right file")
    start = data[:_BEGINNING]
    if b"%PDF-" in start[:1024]:
        return "pdf"
    if start.startswith(b"PK\x03\x04") or start.startswith(b"PK\x05\x06"):
        return _office_form(data, name)
    if start.startswith(OLD_OFFICE):
        raise Unreadable(name, _old(data))
    if start.startswith(b"{\\rtf"):
        raise Unreadable(name, "it is a Rich Text file; save it as Word (.docx)")
    return _text_form(start, name)


def _office_form(data: bytes, name: str) -> Form:
    if b"word/document" in data:
        return "docx"
    if b"ppt/presentation" in data:
        return "pptx"
    for sign, what in _OTHERS.items():
        if sign in data:
            raise Unreadable(name, f"it is {what}")
    why = "it is a zip file, and no Word or PowerPoint file; unpack it first"
    raise Unreadable(name, why)


def _old(data: bytes) -> str:
    if _PROTECTED in data:
        return "it is protected by a password; save a copy without one"
    return "it is in the format of Office before 2007; save it as .docx or .pptx"


def _text_form(start: bytes, name: str) -> Form:
    suffix = SUFFIXES.get(PurePath(name).suffix.lower())
    if _HTML.match(start):
        return "html"
    if suffix in ("docx", "pptx", "pdf"):
        kind = {"docx": "Word", "pptx": "PowerPoint", "pdf": "PDF"}[suffix]
        why = (
            f"its name says {kind} and its content does not; it is damaged or misnamed"
        )
        raise Unreadable(name, why)
    if suffix:
        return suffix
    return "latex" if _LATEX.search(start) else "markdown"
