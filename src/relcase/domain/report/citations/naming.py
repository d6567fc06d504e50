"""Sources that running text names without citing them.

"Sonia Johnson's team found", "the Ministry of Justice's own research, from 2008",
"Baxter et al., J Epidemiol Community Health": people know whose figure it is, though no
style of citation has it so.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain

from relcase.domain.reference import CslItem, Reference
from relcase.domain.report.citations.sources import Sources
from relcase.domain.report.words.splitting import folded, stems

_NAME = re.compile(r"[^\W\d_a-z][\w’'‐‑-]*")
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
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
_REACH = 60
_LONGEST_LINE, _FEW = 120, 2
"""How many letters a line has that gives a source, and how many words in small letters."""
_SMALL = frozenset(
    ("of", "for", "on", "and", "the", "et", "al.", "al.,", "in", "colleagues")
)
_INITIALS = 3
"""Letters of the initials by which an organisation is known, at least."""
_LONG_NAME = 4
"""Words of a name of which one at its beginning, or the last two, may be left out."""
_TITLE = 4
"""Words of a title that are enough to name a work."""


class Naming:
    """The sources of the stores, found by the names that running text has."""

    def __init__(self, sources: Sources) -> None:
        self.references: Mapping[str, Reference] = sources.references
        self._by_first: dict[str, Sequence[tuple[str, str]]] = {
            first: phrases
            for first, phrases in sources.by_name.items()
            if first != "the"  # they are there without it as well
        }
        for key, reference in self.references.items():
            for one in _people(reference.csl)[:1]:
                for short in _shortened(_plain(str(one.get("literal") or ""))):
                    first = short.split()[0]
                    known = self._by_first.get(first, ())
                    self._by_first[first] = (*known, (short, key))

    def may_name(self, text: str, told: Sequence[str]) -> bool:
        """Whether a text, which has these words, can name any; soon told."""
        if not self._rare.isdisjoint(told):
            return True
        may_open = not self._in_openings.isdisjoint(told)
        return may_open and any(map(text.__contains__, self._openings))

    @cached_property
    def _rare(self) -> frozenset[str]:
        """The names of one word that are hardly anything else."""
        return frozenset(
            first
            for first, phrases in self._by_first.items()
            if stems(first) and any(phrase == first for phrase, _ in phrases)
        )

    @cached_property
    def _openings(self) -> Sequence[str]:
        """How all other names begin, as they are written: "Ministry of", "WHO", "May"."""
        found = {
            _written(phrase)
            for first, phrases in self._by_first.items()
            if first not in self._rare
            for phrase, _ in phrases
        }
        return sorted(found)

    @cached_property
    def _in_openings(self) -> frozenset[str]:
        """A word of each of these, the first that carries meaning if any does."""
        return frozenset(
            next(filter(stems, words), words[0])
            for words in (folded(one).split() for one in self._openings)
        )

    def named(self, text: str) -> frozenset[str]:
        """The sources whose first author or maker a text names as one who found something.

        Of several works of the same author those alone whose year it gives, if any.
        """
        names = self._mentions(text)
        if not names:
            return frozenset()
        years = _years(text)
        found: dict[str, list[str]] = {}
        for match, phrases in names:
            for phrase, key in phrases:
                if _is_named(text, match, phrase, self.references[key], years):
                    found.setdefault(phrase, []).append(key)
        every = (self._dated(keys, years) for keys in found.values())
        return frozenset(chain.from_iterable(every))

    def _mentions(
        self, text: str
    ) -> list[tuple[re.Match[str], Sequence[tuple[str, str]]]]:
        """Where a text has the first word of a name, and the names that begin so."""
        return [
            (match, phrases)
            for match in _NAME.finditer(text)
            if (phrases := self._by_first.get(_first(match[0])))
        ]

    def _dated(self, keys: list[str], years: frozenset[int]) -> list[str]:
        return [one for one in keys if self.references[one].year in years] or keys

    def signed(self, text: str) -> frozenset[str]:
        """The sources that a short line gives: "Baxter et al., BMJ, 2019"."""
        if len(text) > _LONGEST_LINE or not (years := _years(text)):
            return frozenset()
        first = next(iter(self._mentions(text)), None)
        if first is None or _small(text[: first[0].start()]) or _small(text) > _FEW:
            return frozenset()
        return frozenset(
            key for key in self.named(text) if self.references[key].year in years
        )

    def tells(self, text: str, key: str) -> bool:
        """Whether a text names a source that it is known to tell of, in any way."""
        reference = self.references.get(key)
        if reference is None:
            return False
        names = {_first(one) for one in _NAME.findall(text)}
        if names & {folded(one) for one in _families(reference.csl)}:
            return True
        told = f" {' '.join(_WORD.findall(folded(text)))} "
        is_dated = reference.year in _years(text)
        return any(
            f" {phrase} " in told and (is_dated or not if_dated)
            for phrase, if_dated in _makers(reference.csl)
        )


def _is_named(
    text: str,
    match: re.Match[str],
    phrase: str,
    reference: Reference,
    years: frozenset[int],
) -> bool:
    """Whether a name in a text is that of a source, as one who found something."""
    length = phrase.count(" ") + 1
    if length > 1:
        rest = _WORD.findall(folded(text[match.start() : match.end() + _REACH]))
        if " ".join(rest[:length]).removesuffix("'s") != phrase:
            return False
    if not _is_person(reference.csl):
        return length > 1 or (match[0].isupper() and len(match[0]) >= _INITIALS)
    if reference.year in years or _TEAM_BEHIND.match(text, match.end()):
        return True
    front = text[max(0, match.start() - _REACH) : match.start()]
    if _TEAM_BEFORE.search(front):
        return True
    forename = str(_people(reference.csl)[0].get("given") or "-")
    if _forename(forename[0]).search(front):
        return True
    others = {folded(one) for one in _families(reference.csl)} - {phrase}
    behind = _NAME.findall(text[match.end() : match.end() + _REACH])[:1]
    return bool(behind) and _first(behind[0]) in others


def _small(text: str) -> int:
    """How many of its words are in small letters, but for those between names."""
    return sum(one[0].islower() and one not in _SMALL for one in text.split())


def _written(phrase: str) -> str:
    """The beginning of a name in its capitals."""
    first, *rest = phrase.split()
    if rest:
        second = rest[0] if rest[0] in _SMALL else rest[0].capitalize()
        return f"{first.capitalize()} {second}"
    return f"{first.capitalize()} "


def _years(text: str) -> frozenset[int]:
    return frozenset(map(int, _YEAR.findall(text)))


def _first(name: str) -> str:
    return folded(name).removesuffix("'s").removesuffix("'")


@cache
def _forename(letter: str) -> re.Pattern[str]:
    """A first name that begins with a letter, at the end: "Sonia"."""
    return re.compile(rf"\b{re.escape(letter)}[a-z’'-]+\s+(?:[A-Z]\.?\s+)?$")


def _people(item: CslItem) -> list[dict[str, str]]:
    return item.get("author") or item.get("editor") or []


def _is_person(item: CslItem) -> bool:
    people = _people(item)
    return bool(people and people[0].get("family"))


def _families(item: CslItem) -> Iterable[str]:
    return (one["family"] for one in _people(item) if one.get("family"))


def _makers(item: CslItem) -> Iterator[tuple[str, bool]]:
    """Those who made or published a work, where it stands, and its title, folded.

    With each, whether it tells the work with its year alone: a journal has many.
    """
    literal = (str(one.get("literal") or "") for one in _people(item))
    for name in (*literal, str(item.get("publisher") or "")):
        words = _plain(name)
        if words:
            yield " ".join(words), len(words) == 1
        yield from ((one, False) for one in _shortened(words))
        initials = "".join(one[0] for one in name.split() if one[0].isupper())
        if len(initials) >= _INITIALS:
            yield initials.lower(), False
    if journal := _plain(str(item.get("container-title") or "")):
        yield " ".join(journal), True
    title = _plain(re.split(r"[:?.]\s", str(item.get("title") or ""))[0])
    if len(title) >= _TITLE:
        yield " ".join(title), False
    if len(title) >= _TITLE and title[-1].isdecimal():
        yield " ".join(title[:-1]), True


def _shortened(words: Sequence[str]) -> Iterator[str]:
    """The name of an organisation as people say it.

    "The state's Department of Corrections", "the Children's Commissioner".
    """
    if len(words) < _LONG_NAME:
        return
    if words[1] not in _SMALL:
        yield " ".join(words[1:])
    if words[-2] in _SMALL:
        yield " ".join(words[:-2])


def _plain(name: str) -> list[str]:
    """The words of a name, without its article."""
    words = _WORD.findall(folded(name))
    return words[1:] if words[:1] == ["the"] else words
