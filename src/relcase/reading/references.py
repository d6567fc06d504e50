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
_INITIALS = re.compile(
    r"[^\W\d_a-z][\w'’\-]+(?:[ ][\w'’\-]{2,}){0,2},?\s(?:[A-Z]\.?[\s-]?){1,3}"
    r"(?=[\s,.;&(]|et\b|and\b|$)"
)
"""The first author: "Abel, J." or "Abel J,"."""
_DATED_TITLE = re.compile(
    r"(?P<names>[^()]{2,400}?)\((?:(?:1[89]|20)\d\d[a-z]?(?:,[^()]{1,30})?|n\.\s?d\.|no date)\)"
    r"[.,:]?\s+[‘“\"'*_]*[^\W\d_a-z]"
)
"""Names, a year in brackets, and behind it words that begin large."""
_SMALL = re.compile(r"\b(?!and|the|for|van|von|der|den|eds?\b)[a-z]{3,}\b")
_FEW = 2
"""How many words that are no names may stand among them: "Dear all, I know" has more."""
_IN_VOLUME = re.compile(r"\.\s+(?:1[89]|20)\d\d(?:\s[A-Z][a-z]{2}(?:\s\d+)?)?;\s?\d")
"""Year and volume as medical journals set them: "PLoS Med. 2010;7"."""
_MOST_BELOW, _LONGEST_BELOW = 3, 100
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
    """Marks the passages at the end that are set out like references.

    One alone is enough where it gives initials, a year and a title; one with an address
    needs another. A few short lines may stand below, as of a footer.
    """
    end = _end_of_list(out)
    start = end
    while start and _is_like_one(out[start - 1]):
        start -= 1
    listed = out[start:end]
    set_out = any(_is_set_out(one) for one in listed)
    known = sum(map(_has_address, listed)) > 1
    if (known or set_out) and not _goes_on(out, start):
        out[start:end] = map(_as_reference, listed)


def _end_of_list(out: list[Passage]) -> int:
    """Where a list at the end ends, above the notes of a slide and short lines."""
    end = len(out)
    below = 0
    while end and not _is_like_one(out[end - 1]):
        one = out[end - 1]
        below += one.kind != "notes"
        if one.kind not in ("text", "notes") or below > _MOST_BELOW:
            return len(out)
        if one.kind == "text" and len(one.text) > _LONGEST_BELOW:
            return len(out)
        end -= 1
    return end


def _is_like_one(one: Passage) -> bool:
    """Whether a passage may stand in a list: it is dated, and has an address or a title."""
    if one.kind != "text" or not _may_be(one):
        return False
    text = _NUMBER.sub("", one.text.strip())
    if _is_set_out(one):
        return True
    return bool(_AUTHOR.match(text)) and (
        _has_address(one) or _DATED_TITLE.match(text) is not None
    )


def _has_address(one: Passage) -> bool:
    return bool(_ADDRESS.search(one.text) or one.links)


def _is_set_out(one: Passage) -> bool:
    """Whether a passage begins with a name, its initials, a year and a title."""
    text = _NUMBER.sub("", one.text.strip())
    if _INITIALS.match(text) is None:
        return False
    dated = _DATED_TITLE.match(text)
    is_dated = dated is not None and len(_SMALL.findall(dated["names"])) <= _FEW
    return is_dated or _IN_VOLUME.search(text) is not None


def _goes_on(out: list[Passage], start: int) -> bool:
    """Whether what comes before stands on the same slide, and is no title of it."""
    if not start or start == len(out) or out[start - 1].kind == "heading":
        return False
    slide, before = (out[at].places.words.split(",")[0] for at in (start, start - 1))
    return slide.startswith("slide ") and slide == before
