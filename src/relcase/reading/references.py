"""Which passages of a report are its reference list."""

import re
from collections.abc import Iterable

from relcase.domain.passage import Passage

_TITLES = frozenset(
    (
        "references",
        "reference list",
        "list of references",
        "bibliography",
        "works cited",
        "literature",
        "literature cited",
        "sources",
        "sources and references",
        "source",
        "notes",
        "notes and references",
        "endnotes",
        "footnotes",
        "citations",
        "further reading",
        "evidence sources",
    )
)
_NUMBERING = re.compile(
    r"^(?:[\d.]+|[ivxIVX]+\.|[A-Z]\.|annex\b[^:]*:)\s*|\s*\(\d+ of \d+\)$|[:.\s]+$",
    re.I,
)
_NUMBER = re.compile(r"^[\[(]?(\d{1,3})(?:[\])]\.?|\.)?\s+(?=\S)")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d[a-z]?\b|\b(?:n\.d\.|no date)", re.I)
_ADDRESS = re.compile(r"\bhttps?://|\bdoi\b|\b10\.\d{4,9}/", re.I)
_AUTHOR = re.compile(
    r"[^\W\d_][\w'’\-]+(?:\s[^\W\d_][\w'’\-]*)*,\s+[^\W\d_a-z]|"  # Abel, J.
    r"[^\W\d_][\w'’\-]+\s[A-Z]{1,3}[,.]|"  # Abel J,
    r"(?:[A-Z][\w'’\-]*,?\s+(?:(?:and|of|for|the|&)\s+)*){1,8}\("
    r"(?:(?:1[89]|20)\d\d[a-z]?|no date(?: [a-z])?|n\.\s?d\.)\)"
)
_LONGEST = 1500
_LONGEST_TITLE = 60


def is_title(text: str) -> bool:
    """Whether these words stand over a reference list."""
    if len(text) > _LONGEST_TITLE:
        return False
    return _NUMBERING.sub("", text.strip(" \t\r\n#*_=")).strip().casefold() in _TITLES


def begins_reference(text: str) -> bool:
    """Whether a line is how an entry of a reference list begins."""
    return bool(_AUTHOR.match(_NUMBER.sub("", text.strip())))


def marked(
    passages: Iterable[Passage], *, has_headings: bool = True
) -> tuple[Passage, ...]:
    """The passages, with the entries of the reference list told from the text.

    The list stands under a heading that says so, up to the next heading; without one,
    it is what looks like references at the end. Where headings cannot be told from text,
    what is no reference ends it.
    """
    out: list[Passage] = []
    inside = found = False
    for one in passages:
        made = one
        if one.kind in ("heading", "text") and is_title(one.text):
            has_headings = has_headings or one.kind == "heading"
            inside, made = True, one._replace(kind="heading")
        elif one.kind == "heading":
            inside = False
        elif one.kind == "text" and inside and _may_be(one):
            made = _as_reference(one)
        elif one.kind == "text" and inside and one.text[:1].isupper():
            inside = has_headings
        found = found or made.kind == "reference"
        out.append(made)
    if not found:
        _mark_the_end(out)
    return tuple(out)


def _may_be(one: Passage) -> bool:
    dated = _YEAR.search(one.text) or _ADDRESS.search(one.text) or one.links
    return bool(dated) and len(one.text) <= _LONGEST


def _as_reference(one: Passage) -> Passage:
    number = _NUMBER.match(one.text)
    return one._replace(
        kind="reference", label=one.label or (number[1] if number else "")
    )


def _mark_the_end(out: list[Passage]) -> None:
    """Marks two or more passages at the end that begin like references and are dated."""
    start = len(out)
    while start and _is_surely(out[start - 1]):
        start -= 1
    if len(out) - start > 1:
        out[start:] = map(_as_reference, out[start:])


def _is_surely(one: Passage) -> bool:
    known = _may_be(one) and begins_reference(one.text)
    return one.kind == "text" and known and bool(_ADDRESS.search(one.text) or one.links)
