"""Reports of every format as passages with places; knows files, and no evidence.

    report = read(data, "report.docx")

Each format has a module with one function; it is imported when such a file comes.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from importlib import import_module

from relcase.domain.passage import Form, Passage, Report
from relcase.errors import Unreadable
from relcase.reading.form import form_of

LIMIT = 100 * 1024 * 1024
"""Bytes above which a report is refused."""
TOO_LARGE = "; split it in two"
"""What to do then."""
_INDENTED = re.compile(r"^(?: {4}|\t| {0,3}>)[^\r\n]*<!--", re.M)
"""A line of Markdown whose comment may be code."""
_TEXTS = ("markdown", "text", "html", "latex")


def read(data: bytes, name: str, form: Form | None = None) -> Report:
    """The passages of a report, given its bytes and the name of its file.

    ``form`` says what it is; without, its content and the ending of its name do. Raises
    ``Unreadable`` with the cure when it is damaged, empty, protected, too large or of a
    kind that is not read; ``Missing`` when a PDF file needs a program that is not there.
    """
    if len(data) > LIMIT:
        raise Unreadable(name, f"it has more than {LIMIT >> 20} MB{TOO_LARGE}")
    found = form or form_of(data, name)
    return Report(name, found, _passages(data, name, found))


def passages_of(text: str, form: Form) -> tuple[Passage, ...]:
    """The passages of a Markdown, HTML, LaTeX or plain text."""
    from relcase.reading.references import marked

    return marked(import_module(f"relcase.reading.{form}").passages(text))


def comments(text: str, form: Form) -> Iterator[tuple[int, int]]:
    """Where the comments of a text stand; of a plain text those that HTML would have.

    What it shows as code, or holds in the attribute of a tag, is no comment.
    """
    from relcase.reading import masks

    code: list[tuple[int, int]] = []
    if form == "markdown" and _INDENTED.search(text):
        from relcase.reading.markdown import indented_code

        code = indented_code(text)
    starts = [start for start, _ in code]
    for one in masks.MASKS.get(form, masks.html)(text):
        line = bisect_right(starts, one.start) - 1
        is_code = line >= 0 and one.start < code[line][1]
        if one.kind == "comment" and not is_code:
            yield one.start, one.end


def verbatim(text: str, form: Form) -> Iterator[tuple[int, int]]:
    """Where code and the words of others stand, which a text gives as they are."""
    from relcase.reading import masks

    return masks.verbatim(text, form)


def _passages(data: bytes, name: str, form: Form) -> tuple[Passage, ...]:
    if form in _TEXTS:
        from relcase.reading.encoding import decode

        return passages_of(decode(data, name).text, form)
    from relcase.reading.references import marked

    found = import_module(f"relcase.reading.{form}").passages(data, name)
    return marked(found, has_headings=form != "pdf")
