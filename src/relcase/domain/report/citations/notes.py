"""The footnotes and endnotes of a report, and the sources of ours that they give.

A source is given in full once, and in short after it: "Abel et al., ‘Reducing’, 12",
"Ibid., 14".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from relcase.domain.passage import Passage
from relcase.domain.report.citations.citing import cited
from relcase.domain.report.citations.sources import Sources

_AGAIN = re.compile(r"\W*(?:ibid|ibidem|idem|id)\b\.?[,\s]*", re.IGNORECASE)
_PAGES = re.compile(r"(?:pp?\.|at|,|\s|\d|[–-])*\.?\s*")
_EACH = re.compile(r";\s+(?:see\s+(?:also\s+)?)?|\.\s+[Ss]ee\s+also\s+")
_SHORT = 140
"""Letters that a source given in short has at most."""


class Note(NamedTuple):
    """A note: the sources of ours that it gives, and whether it says nothing else."""

    keys: tuple[str, ...] = ()
    gives_alone: bool = False


def read(passages: Sequence[Passage], sources: Sources) -> Mapping[int, Note]:
    """The notes of a report, by the number of their passage."""
    found: dict[int, Note] = {}
    given: list[str] = []
    for number, passage in enumerate(passages):
        if passage.kind == "footnote":
            note = _read(passage, sources, given)
            given += note.keys
            found[number] = note
    return found


def _read(passage: Passage, sources: Sources, given: Sequence[str]) -> Note:
    text = passage.text
    if again := _AGAIN.match(text):
        return Note(tuple(given[-1:]), _PAGES.fullmatch(text, again.end()) is not None)
    full = tuple(
        key for part in _EACH.split(text) if (key := sources.listed(part)) is not None
    )
    if full:
        return Note(tuple(dict.fromkeys(full)), gives_alone=True)
    short = tuple(dict.fromkeys(_in_short(passage, sources, given)))
    return Note(short, bool(short) and len(text) <= _SHORT and text[:1].isupper())


def _in_short(
    passage: Passage, sources: Sources, given: Sequence[str]
) -> Iterator[str]:
    """The sources that a note names: by key, names and year, or as given in full before."""
    for one in cited(passage):
        if one.key or one.year:
            yield from sources.cited(one)
    opening = re.split(r"[,(]|\bet al\b", passage.text, maxsplit=1)[0]
    known = [key for key in sources.named(opening) if key in given]
    if len(set(known)) == 1:
        yield known[0]
