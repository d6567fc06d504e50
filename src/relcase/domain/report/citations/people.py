"""Whether a name in running text is that of who made a study, or somebody else's."""

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum

from relcase.domain.reference import CslItem, Reference
from relcase.domain.report.words.splitting import folded, stems

NAME = re.compile(r"[^\W\d_a-z][\w’'‐‑-]*")
REACH = 60
"""How many letters around a name tell whose it is."""
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_TEAM_BEHIND = re.compile(
    r"(?:[’']s?)?\s+(?:(?:and|&|with)\s+(?:(?:her|his|their|\w+)\s+)?(?:colleagues|co-workers"
    r"|co|others|team)\b|et\s+al\b|(?:[\w-]+\s+){0,2}(?:team|group|stud(?:y|ies)|trial|review"
    r"|paper|research|survey|analysis|evaluation|work|report)\b)"
)
"""What stands behind the name of one who wrote a study: "Raposa and co", "Abel's trial"."""
_TEAM_BEFORE = re.compile(
    r"\b(?:led|run|written|done|published|carried\s+out|headed|trial|study|review|paper|work"
    r"|survey|analysis|research)\s+(?:by|of|from)\s+(?:[^\W\d_a-z][\w’'.-]*\s+){0,2}$"
)
"""What stands before it: "a trial led by Sonia Johnson"."""
_YEAR_OF = re.compile(
    r"(?:[’']s?)?(?:,?\s+\(?|\s+(?:\w+\s+){0,2}(?:stud(?:y|ies)|trial|review|paper)\s+of\s+)"
    r"((?:1[89]|20)\d\d)\b"
)
"""The year that stands with a name: "Temel's 2017 trial", "Sandall's review of 2016"."""
_OTHER = (
    r"[’']s?\s+(?:(?:own|much)\s+)?(?:later|other|another|next|earlier|previous|new"
)
_LATER = re.compile(rf"{_OTHER})\b")
"""What tells that another work of the same author is meant."""
_ANOTHER = re.compile(rf"({NAME.pattern}?){_OTHER}|((?:1[89]|20)\d\d))\b")
"""A name with what tells so, its year as well: "Temel's 2017 trial"."""
_TITLE_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Cllr|Councillor|Mayor|President|Minister|Judge)\b\.?\s+"
    r"(?:[A-Z][\w.’'-]*\s+)?$"
)
"""What people are called who are no authors of studies."""
_TITLES = frozenset({"Dr", "Prof", "Professor", "Sir", "Dame", "Lord", "Baroness"})
_FORENAME = re.compile(r"(?<![\w-])([A-Z][a-z’'-]+)\s+(?:[A-Z]\.?\s+)?$")
"""What may be a first name before a name: "Sonia"."""
_SURNAME = re.compile(r"\s+[A-Z][a-z]+")
"""What may be the rest of a name: "Taylor Swift"."""
_MONTHS = frozenset({"May"})
_INITIAL = 2
"""Letters of a first name of which there is the initial alone, with its full stop."""


class How(IntEnum):
    """How surely a name is that of a source."""

    NOT = 0
    MAYBE = 1
    """By a surname, or by who made it, who has done much else."""
    SURELY = 2
    """By the first name as well, or the year, or the name of another author."""


def how_person(
    front: str, name: str, behind: str, reference: Reference, *, is_dated: bool
) -> How:
    """How a name is that of the first author of a work, with what stands around it."""
    if _is_of_another(front, name, behind, reference):
        return How.NOT
    item = reference.csl
    named, given = _FORENAME.search(front), _given(item)
    is_whole = len(given) > _INITIAL and named is not None and named[1] == given
    is_dated_here = is_dated and reference.year in years_of(f"{front} {behind}")
    if is_dated_here or is_whole or _others_in(behind, item):
        return How.SURELY
    is_forename = named is not None and named[1][0] == given[0]
    if is_forename or _TEAM_BEHIND.match(behind) or _TEAM_BEFORE.search(front):
        return How.SURELY if is_dated else How.MAYBE
    return How.NOT


def _is_of_another(front: str, name: str, behind: str, reference: Reference) -> bool:
    """Whether a name is that of somebody else, or of another work of the same author."""
    item, told = reference.csl, _YEAR_OF.match(behind)
    if told and abs(int(told[1]) - (reference.year or 0)) > 1:
        return True
    if name in _MONTHS or _TITLE_BEFORE.search(front) or _LATER.match(behind):
        return not _others_in(behind, item)
    if told:
        return False
    named = _FORENAME.search(front)
    if named and named[1][0] != _given(item)[0] and _is_forename(named[1]):
        return True
    return bool(_SURNAME.match(behind)) and not _others_in(behind, item)


def _is_forename(word: str) -> bool:
    """Whether a word in capitals before a name can be a first name."""
    return (
        bool(stems(word))
        and word not in _TITLES
        and not word.endswith(("ing", "ed", "'s", "’s"))
    )


def _others_in(behind: str, item: CslItem) -> bool:
    """Whether the next name behind one is that of another author of the same work."""
    others = {folded(one) for one in list(families_of(item))[1:]}
    return any(first_of(one) in others for one in NAME.findall(behind)[:1])


def with_others(text: str) -> Iterator[tuple[str, frozenset[int]]]:
    """The folded names of those of whom another work is told, and its year if it is."""
    for match in _ANOTHER.finditer(text):
        yield first_of(match[1]), years_of(match[2] or "")


def years_of(text: str) -> frozenset[int]:
    """The years of a text."""
    return frozenset(map(int, _YEAR.findall(text)))


def first_of(name: str) -> str:
    """A name, folded, without the mark of a possessor."""
    return folded(name).removesuffix("'s").removesuffix("'")


def _given(item: CslItem) -> str:
    """The first name of the first author, or its initial; a dash if there is none."""
    return (people_of(item)[0].get("given") or "-").split()[0]


def people_of(item: CslItem) -> list[dict[str, str]]:
    """The authors of a work, or its editors."""
    return item.get("author") or item.get("editor") or []


def families_of(item: CslItem) -> Iterable[str]:
    """Their surnames."""
    return (one["family"] for one in people_of(item) if one.get("family"))
