"""Sources that running text names without citing them.

"Sonia Johnson's team found", "the Ministry of Justice's own research, from 2008",
"Baxter et al., J Epidemiol Community Health": people know whose figure it is, though no
style of citation has it so.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice

from relcase.domain.reference import CslItem, Reference
from relcase.domain.report.citations.people import (
    NAME,
    REACH,
    How,
    families_of,
    first_of,
    how_person,
    people_of,
    with_others,
    years_of,
)
from relcase.domain.report.citations.sources import Sources
from relcase.domain.report.words.splitting import folded, stems

_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_SIGNATURE = re.compile(
    r"\W*(?:(?:Source|From|After)\b\W*)?[^\W\d_a-z][^.!?]*[^\W\d_]{2}"
)
_LONGEST_LINE, _FEW = 120, 2
"""How many letters a line has that gives a source, and how many words in small letters."""
_SMALL = frozenset(
    ("of", "for", "on", "and", "the", "et", "al.", "al.,", "in", "colleagues")
)
_STOPS = re.compile(r"(?<=\b[A-Z])\.(?=[A-Z]\b)|(?<=\b[A-Z]\.[A-Z])\.")
"""The full stops between initials."""
_INITIALS = 3
"""Letters of the initials by which an organisation is known, at least."""
_LONG_NAME = 4
"""Words of a name of which one at its beginning, or the last two, may be left out."""
_TITLE = 3
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
            for one in people_of(reference.csl)[:1]:
                for short in _shortened(_plain(str(one.get("literal") or ""))):
                    first = short.split()[0]
                    known = self._by_first.get(first, ())
                    self._by_first[first] = (*known, (short, key))
        for first, phrases in [*self._by_first.items()]:
            if "-" in first:  # "Holt Lunstad"
                apart = [(one.replace("-", " "), key) for one, key in phrases]
                of = apart[0][0].split()[0]
                self._by_first[of] = (*self._by_first.get(of, ()), *apart)

    def may_name(self, text: str, told: Sequence[str]) -> bool:
        """Whether a text, which has these words, can name any; soon told."""
        if self._begin.isdisjoint(told):
            return False
        if not self._rare.isdisjoint(told):
            return True
        return any(map(text.__contains__, self._openings))

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
    def _begin(self) -> frozenset[str]:
        """A word of every name."""
        return self._rare | self._in_openings

    @cached_property
    def _in_openings(self) -> frozenset[str]:
        """A word of each of these, the first that carries meaning if any does."""
        return frozenset(
            next(filter(stems, words), words[0])
            for words in (folded(one).split() for one in self._openings)
        )

    def named(self, text: str) -> Mapping[str, bool]:
        """The sources whose first author or maker a text names as one who found something.

        Of several works of the same author those alone whose year it gives, if any. With
        each, whether more than a surname, or than who made it, tells of it.
        """
        names = [
            (match, phrases)
            for match in NAME.finditer(text)
            if (phrases := self._by_first.get(first_of(match[0])))
        ]
        if not names:
            return {}
        years = years_of(text)
        found: dict[str, dict[str, bool]] = {}
        for match, phrases in names:
            for phrase, key in phrases:
                how = _how_named(text, match, phrase, self.references[key], years)
                if how:
                    keys = found.setdefault(phrase, {})
                    keys[key] = keys.get(key, False) or how is How.SURELY
        return {
            key: keys[key]
            for keys in found.values()
            for key in self._dated(keys, years)
        }

    def _dated(self, keys: Iterable[str], years: frozenset[int]) -> Iterable[str]:
        return [one for one in keys if self.references[one].year in years] or keys

    def others(self, text: str) -> frozenset[str]:
        """The sources of which a text tells that it means another work of their author."""
        years = years_of(text)
        return frozenset(
            key
            for name, dated in with_others(text)
            for phrase, key in self._by_first.get(name, ())
            if phrase == name and not _is_near(self.references[key], dated or years)
        )

    def signed(self, text: str) -> frozenset[str]:
        """The sources that a short line gives: "Baxter et al., BMJ, 2019"."""
        if len(text) > _LONGEST_LINE or not (years := years_of(text)):
            return frozenset()
        begun = _SIGNATURE.match(text)
        small = [one for one in text.split() if one[0].islower() and one not in _SMALL]
        if begun is None or len(small) > _FEW or self._has_words_before(text):
            return frozenset()
        return frozenset(
            key for key in self.named(text) if self.references[key].year in years
        )

    def _has_words_before(self, text: str) -> bool:
        """Whether something is said before the first name: "Eight of ten (Abel, 2018)"."""
        names = (
            one for one in NAME.finditer(text) if first_of(one[0]) in self._by_first
        )
        first = next(names, None)
        before = text[: first.start()] if first else text
        return any(one[0].islower() for one in before.split())

    def tells(self, text: str, key: str) -> bool:
        """Whether a text names a source that it is known to tell of, in any way."""
        reference = self.references.get(key)
        if reference is None:
            return False
        names = {first_of(one) for one in NAME.findall(text)}
        families = {folded(one) for one in families_of(reference.csl)}
        if names & families:
            return True
        told = f" {' '.join(_plain(text))} "
        is_dated = reference.year in years_of(text)
        apart = ((one.replace("-", " "), False) for one in families if "-" in one)
        return any(
            f" {phrase} " in told and (is_dated or not if_dated)
            for phrase, if_dated in chain(_makers(reference.csl), apart)
        )


def _how_named(
    text: str,
    match: re.Match[str],
    phrase: str,
    reference: Reference,
    years: frozenset[int],
) -> How:
    """How a name in a text is that of a source, as one who found something."""
    is_dated = reference.year in years
    length, end = phrase.count(" ") + 1, match.end()
    if length > 1:
        whole = [*islice(_WORD.finditer(text, match.start()), length)]
        end = whole[-1].end()
        if first_of(" ".join(one[0] for one in whole)) != phrase:
            return How.NOT
    if _is_person(reference.csl):
        front = text[max(0, match.start() - REACH) : match.start()]
        behind = text[end : end + REACH]
        return how_person(front, match[0], behind, reference, is_dated=is_dated)
    is_whole = length > 1 or (match[0].isupper() and len(match[0]) >= _INITIALS)
    return How.MAYBE if is_whole else How.NOT


def _is_near(reference: Reference, years: frozenset[int]) -> bool:
    """Whether a work is of one of these years, or of the one before or after."""
    return any(abs(one - (reference.year or 0)) <= 1 for one in years)


def _written(phrase: str) -> str:
    """The beginning of a name in its capitals."""
    first, *rest = phrase.split()
    if rest:
        second = rest[0] if rest[0] in _SMALL else rest[0].capitalize()
        return f"{first.capitalize()} {second}"
    return f"{first.capitalize()} "


def _is_person(item: CslItem) -> bool:
    people = people_of(item)
    return bool(people and people[0].get("family"))


def _makers(item: CslItem) -> Iterator[tuple[str, bool]]:
    """Those who made or published a work, where it stands, and its title, folded.

    With each, whether it tells the work with its year alone: a journal has many, but
    what a newspaper has reported is known by its name.
    """
    literal = (str(one.get("literal") or "") for one in people_of(item))
    for name in (*literal, str(item.get("publisher") or "")):
        words = _plain(name)
        if words:
            yield " ".join(words), len(words) == 1
        yield from ((one, False) for one in _shortened(words))
        if len(initials := _initials(name)) >= _INITIALS:
            yield initials, False
    yield from ((name, _is_person(item)) for name in _journal(item))
    title = _plain(re.split(r"[:?.]\s|\s\d", str(item.get("title") or ""))[0])
    if len(title) >= _TITLE:
        yield " ".join(title), False


def _shortened(words: Sequence[str]) -> Iterator[str]:
    """The name of an organisation as people say it.

    "The state's Department of Corrections", "the Children's Commissioner".
    """
    if len(words) < _LONG_NAME:
        return
    for at in range(1, len(words) - 1):
        if words[at] not in _SMALL:
            yield " ".join(words[at:])
    if words[-2] in _SMALL:
        yield " ".join(words[:-2])


def _journal(item: CslItem) -> Iterator[str]:
    """The folded names of the journal of a work: in full, and its initials."""
    whole = str(item.get("container-title") or "")
    if words := _plain(whole):
        yield " ".join(words)
    if len(words) >= _INITIALS:
        yield _initials(whole)


def _initials(name: str) -> str:
    """The letters by which a name is known: "BJGP"."""
    return "".join(one[0] for one in name.split() if one[0].isupper()).lower()


def _plain(name: str) -> list[str]:
    """The words of a name, without its article, and initials as one: "U.S." is "US"."""
    words = [first_of(one) for one in _WORD.findall(folded(_STOPS.sub("", name)))]
    return words[1:] if words[:1] == ["the"] else words
