"""The citations of a passage, as people write them.

"(Abel et al., 2018; see also Kroenke 2006, p. 4)", "Holt-Lunstad and colleagues (2010)",
"Abel et al., 2018", "[3, 4]", "(3)", raised numbers, keys and DOIs.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from relcase.domain.passage import Passage
from relcase.domain.report.words.splitting import folded

_YEAR = r"(?P<year>(?:1[89]|20)\d\d)[a-z]?"
_GROUP = re.compile(r"[(\[]([^()\[\]]{2,400})[)\]]")
_PART = re.compile(
    rf"""
    \s*(?:(?:see(?:\s+also)?|e\.g\.|cf\.|for\s+example|quoted\s+in|cited\s+in|source:?|after
      |adapted\s+from|from),?\s+)*
    (?P<names>[‘“"]?[^\W\d_][^\d;]{{1,120}}?(?:\d[^;]{{0,60}}?[’”"])?),?\s*
    (?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:(?:January|February|March|April|May|June|July|August
      |September|October|November|December)\s+)?
    {_YEAR}(?:\s*[,:].*)?|n\.\s?d\.(?:-[a-z])?(?:\s*[,:].*)?|no\s+date(?:\s[a-z])?|undated
    |(?:pp?\.\s?)?\d{{1,4}}(?:\s?[–-]\s?\d{{1,4}})?)?\s*
    """,
    re.VERBOSE | re.DOTALL,
)
_OPENS_NAMES = re.compile(
    r"\s*(?:[^\W\d_a-z]|[‘“\"]|see\b|e\.g|cf\.|for\s|quoted|cited|source|after|adapted|from\b"
    r"|(?:de|den|der|van|von|la|le)\s)"
)
"""How either of these begins: soon told of brackets that hold something else."""
_TITLED = re.compile(
    r"\s*(?:see(?:\s+also)?,?\s+)?(?P<names>[^\W\d_a-z][^;\d]{1,80}?),\s+"
    r"(?P<title>[‘“\"*_]?[^\W\d_a-z][^;]{6,300}?)(?:[,\s]\s*(?:pp?\.\s?)?\d{1,4})?\s*"
)
"""A name and a title, as styles without years write where a name has several works."""
_NAME = r"[^\W\d_a-z][\w’'‐‑-]*+"
_NAMES = (
    rf"(?:(?:van|von|de|den|der|la|le)\s+){{0,3}}{_NAME}"
    r"(?:(?:,\s+|\s+and\s+|\s+&\s+|,\s+and\s+|\s+of\s+(?:the\s+)?|\s+(?:for|on)\s+|\s+)"
    rf"(?:{_NAME}|et\s+al\.?|colleagues|co-workers|van|de|der|von)){{0,40}}"
)
_NARRATIVE = re.compile(
    rf"(?P<names>{_NAMES})(?:[’']s?)?,?\s*\(\s*{_YEAR}(?:\s*[,:][^()]{{0,400}})?\)"
)
_BARE = re.compile(
    rf"(?P<names>{_NAME}(?:\s{_NAME}){{0,2}}(?:\s+et\s+al\.?|\s+(?:and|&)\s+(?:{_NAME}|colleagues)|(?=,))),?\s+{_YEAR}\b"
)
_IN_YEAR = re.compile(
    rf"(?P<names>{_NAME}(?:\s{_NAME})?\s+(?:et\s+al\.?|and\s+(?:colleagues|others)))\s+in\s+{_YEAR}\b"
)
_SOURCE_LINE = re.compile(rf"\bSource:\s+(?P<names>{_NAMES}),?\s+{_YEAR}\b")
_NUMBERS = re.compile(r"\[(\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*)\]")
_ROUND = re.compile(r"(?<=[\w.,’”%)])\s?\((\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*)\)")
_OPENS_YEAR = re.compile(r"\(\s*(?:1[89]|20)")
_OPENS_NUMBER = re.compile(r"[(\[]\d")
_RAISED = re.compile(r"[¹²³⁰⁴-⁹](?<=\S.)[¹²³⁰⁴-⁹]*(?:[,–˒][¹²³⁰⁴-⁹]+)*")
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹˒", "0123456789,")
_YEAR_ALONE = re.compile(rf"\s\(\s*{_YEAR}\)")
"""A year in brackets behind words that are no names: "the advisory of the US (2023)"."""
_WORDS_ALONE = re.compile(r"[^.;()]{3,90}$")
_KEY = re.compile(r"(?<![\w.])@(?P<key>[\w][\w:.#$%&+?<>~/-]*[\w])")
DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>”’]*[^\s\"<>”’.,;:)\]}]")
ADDRESS = re.compile(r"https?://[^\s<>\"”’)\]]+[^\s<>\"”’)\].,;:]")
_TIMES_OF_YEAR = """
january february march april may june july august september october november december
spring summer autumn winter since between until
"""
_PARTICLES = frozenset({"de", "den", "der", "van", "von", "la", "le"})
_SMALL_NAME = re.compile(rf"[‘“\"]|\b(?:{'|'.join(sorted(_PARTICLES))})\b")
"""What a name without a capital letter has: it is quoted, or begins with a particle."""
_MOST_WORDS = 14
_ANY_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_MONTHS = frozenset(_TIMES_OF_YEAR.split())
_US = re.compile(r"us|ours?|we|here|locally", re.IGNORECASE)
"""Words for those who write, in the head of a column: "Us, 2024"."""
_NO_NAMES = _MONTHS | {"accessed", "available", "updated", "published", "retrieved"}
_LOWER = re.compile(
    r"(?:and|et|al|of|the|for|de|der|den|van|von|la|le|on|in|colleagues|others|with|’s|e)\.?"
)


class Cited(NamedTuple):
    """A citation in a passage: a key, a number of the list, an address, or names and year."""

    start: int
    end: int
    text: str
    key: str = ""
    number: int = 0
    address: str = ""
    names: str = ""
    year: int = 0
    """0 where it gives none: "n.d.", or a style that never does."""
    aside: bool = True
    """Whether it stands beside the sentence, in brackets, and is no part of it."""
    titled: bool = False
    """Whether its names may be followed by a title; only a list or a source can tell."""


def cited(passage: Passage) -> list[Cited]:
    """Every citation of a passage, in order."""
    text = passage.text
    found = [*_marked(passage)] if passage.citations or passage.links else []
    if "@" in text:
        found += _keys(text)
    if "10." in text or "://" in text:
        found += _addresses(text)
    if has_brackets := "(" in text or "[" in text:
        found += _groups(text)
    if (has_brackets and _OPENS_NUMBER.search(text)) or not text.isascii():
        found += _numbers(text)
    may_be_dated = "20" in text or "19" in text or "18" in text
    if may_be_dated and (near := _near_years(text)):
        found += _narratives(text, near)
    return sorted(set(found)) if found else found


def _marked(passage: Passage) -> Iterator[Cited]:
    """The citations and links that the format of the report marks."""
    for mark in passage.citations:
        yield Cited(mark.offset, mark.offset, mark.key, key=mark.key)
    for link in passage.links:
        yield Cited(link.offset, link.offset, link.url, address=link.url)


def _keys(text: str) -> Iterator[Cited]:
    for match in _KEY.finditer(text):
        yield Cited(*match.span(), match[0], key=match["key"])


def _addresses(text: str) -> Iterator[Cited]:
    for pattern in (DOI, ADDRESS):
        for match in pattern.finditer(text):
            yield Cited(*match.span(), match[0], address=match[0])


def _numbers(text: str) -> Iterator[Cited]:
    patterns = [_NUMBERS, _ROUND] if _OPENS_NUMBER.search(text) else []
    if not text.isascii():
        patterns.append(_RAISED)
    for pattern in patterns:
        for match in pattern.finditer(text):
            digits = (match[1] if match.lastindex else match[0]).translate(
                _RAISED_DIGITS
            )
            for number in _each(digits):
                yield Cited(*match.span(), match[0].strip(), number=number)


_MOST = 40


def _each(digits: str) -> Iterator[int]:
    """The numbers of "3, 5–7"."""
    for part in re.split(r"[,;]", digits):
        ends = [int(one) for one in re.split(r"[–-]", part) if one.strip()]
        if ends and ends[-1] - ends[0] <= _MOST:
            yield from range(ends[0], ends[-1] + 1)


def _groups(text: str) -> Iterator[Cited]:
    for group in _GROUP.finditer(text):
        inner = group[1]
        if inner == inner.lower() and not _SMALL_NAME.search(inner):
            continue
        found = list(_parts(group))
        whole = len(found) == inner.count(";") + 1
        yield from (one for one in found if one.year or whole)


def _parts(group: re.Match[str]) -> Iterator[Cited]:
    """What in a pair of brackets names a work; without a year only where all of it does."""
    at = group.start(1)
    for part in group[1].split(";"):
        if not _OPENS_NAMES.match(part):
            at += len(part) + 1
            continue
        match = _PART.fullmatch(part)
        if match and _are_names(match["names"]):
            start = at + match.start("names")
            end = at + len(part)
            said = group.string[start:end].strip()
            year = int(match["year"] or 0)
            yield Cited(start, end, said, names=match["names"], year=year)
        elif _TITLED.fullmatch(part):
            names = part.strip()
            yield Cited(at, at + len(part), names, names=names, titled=True)
        at += len(part) + 1


def _are_names(names: str) -> bool:
    """Whether words can be the names of authors: written large, but for "and" and "of"."""
    if names[0] in '‘“"':
        return names[-1] in '’”"'
    parts = [one.strip('.,()“”"*_') for one in names.split()]
    parts = [one for one in parts if one and one != "&"]
    if not parts or len(parts) > _MOST_WORDS:
        return False
    first = folded(parts[0].strip(":"))
    if first in _NO_NAMES and (len(parts) == 1 or first not in _MONTHS):
        return False
    small = [one for one in parts if one[0].islower() and not _LOWER.fullmatch(one)]
    return (parts[0][0].isupper() or parts[0] in _PARTICLES) and not small


class _Told(NamedTuple):
    """Names and a year in a sentence: where they stand, and what there is quoted."""

    start: int
    end: int
    quoted: int
    names: str
    year: str


def _narratives(text: str, near: Sequence[tuple[int, int]]) -> Iterator[Cited]:
    taken: list[tuple[int, int]] = []
    for one in _told(text, near):
        names = one.names.strip(" ,")
        if not names or folded(names.split()[-1]) in _MONTHS or _US.fullmatch(names):
            continue
        at = bisect_left(taken, (one.end, 0))  # what is taken does not overlap
        if at and taken[at - 1][1] > one.start:
            continue
        taken.insert(at, (one.start, one.end))
        said = text[one.quoted : one.end]
        year = int(one.year)
        yield Cited(one.quoted, one.end, said, names=names, year=year, aside=False)


def _told(text: str, near: Sequence[tuple[int, int]]) -> Iterator[_Told]:
    """Names with their year, of each kind in turn; found around the years."""
    patterns = [_NARRATIVE] if _OPENS_YEAR.search(text) else []
    patterns += [_SOURCE_LINE, _BARE] if "Source:" in text else [_BARE]
    patterns += [_IN_YEAR] if " in " in text else []
    for pattern in patterns:
        for start, end in near:
            for match in pattern.finditer(text, start, end):
                at = match.start()
                yield _Told(at, match.end(), at, match["names"], match["year"])
    last = 0
    for match in _YEAR_ALONE.finditer(text):
        begin = max(last, match.start() - _LONGEST_ALONE)
        names = _WORDS_ALONE.search(text, begin, match.start())
        if names:
            last = match.end()
            yield _Told(names.start(), last, names.end(), names[0], match["year"])


_LONGEST_ALONE = 90
_BEFORE_YEAR, _BEHIND_YEAR = 400, 420
"""How far from its year the names and the brackets of a citation may reach, in letters."""


def _near_years(text: str) -> list[tuple[int, int]]:
    """The stretches of a text around its years."""
    found: list[tuple[int, int]] = []
    for year in _ANY_YEAR.finditer(text):
        start = max(0, year.start() - _BEFORE_YEAR)
        end = min(len(text), year.end() + _BEHIND_YEAR)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
