"""From what was typed to a query; and help when nothing answers it."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import combinations
from typing import TYPE_CHECKING, NoReturn, get_args

from relcase.api.library import Library
from relcase.cli.choices import choose, listing_format
from relcase.cli.options import Filters, Output
from relcase.cli.output import write_listing
from relcase.cli.say import say
from relcase.cli.session import Session
from relcase.domain.answer import Answer
from relcase.domain.query import Query, Sort
from relcase.domain.vocabulary import (
    CERTAINTIES,
    KINDS,
    PLURALS,
    STANCES,
    VERIFIED,
    Kind,
)
from relcase.errors import BadValue, NothingFound, UnknownName
from relcase.store import filters as names
from relcase.store.index import Index

if TYPE_CHECKING:
    from relcase.domain.fit import Context

_MACHINE = ("json", "csv")
_ASKED = {
    "words": "the words",
    "ids": "the ids",
    "sectors": "--sector",
    "outcomes": "--outcome",
    "stances": "--stance",
    "certainty": "--certainty",
    "verified": "--verified",
    "countries": "--country",
    "sources": "--source",
    "since": "--since",
}
"""The filters that can be given up, as they are typed."""


def query(
    library: Library, kinds: Sequence[Kind], words: Sequence[str], given: Filters
) -> Query:
    """The query that words and options stand for.

    Raises ``UnknownName`` for a filter value that does not exist.
    """
    for one in given.country or ():
        if names.nation(one):
            say(f"{one}: the data name the United Kingdom, not its nations.")
    for word, sector in names.taken_wider(library.index, given.sector or ()):
        say(f"{word} has no sector of its own: this is all of {sector}.")
    ids = tuple(word for word in words if library.has(word))
    # What is typed in one pair of quotation marks is words all the same.
    searched = tuple(part for word in words if word not in ids for part in word.split())
    if ids and searched:
        shown = " ".join(searched)
        say(f"Only the entries named are searched for: {shown}. For both, ask twice.")
    return Query(
        kinds=() if ids else tuple(kinds),
        words=searched,
        ids=ids,
        sectors=_known(library, "sector", names.sectors, given.sector or ()),
        outcomes=_known(library, "outcome", names.outcomes, given.outcome or ()),
        stances=tuple(choose("stance", one, STANCES) for one in given.stance or ()),
        certainty=choose("certainty", given.certainty, CERTAINTIES)
        if given.certainty is not None
        else None,
        verified=choose("level", given.verified, VERIFIED) if given.verified else None,
        countries=names.countries(given.country or ()),
        sources=names.keys(library.index, given.source or ()),
        since=given.since,
        sort=choose("order", given.sort, get_args(Sort)) if given.sort else "use",
        limit=given.limit,
        hidden=given.all,
    )


def _known(
    library: Library,
    kind: str,
    resolve: Callable[[Index, Sequence[str]], tuple[str, ...]],
    typed: Sequence[str],
) -> tuple[str, ...]:
    """Names resolved; of one that there is not, whether it finds something as a word."""
    try:
        return resolve(library.index, typed)
    except UnknownName as error:
        words = tuple(error.name.replace("-", " ").split())
        if not words or not library.count(Query(kinds=("statistic",), words=words)):
            raise
        word = " ".join(words)
        # A word that the entries hold as it stands is no slip of another.
        is_slip = word.casefold() not in library.names("words")
        begun = [one for one in error.nearest if one[:3] == word.casefold()[:3]]
        near = error.nearest if is_slip else begun
        found = f"relcase stats {word}"
        raise UnknownName(kind, error.name, near, error.see, found) from None


def as_typed(answer: Answer) -> Answer:
    """The same with its entries in the order in which their ids were typed."""
    place = {one: number for number, one in enumerate(answer.query.ids)}
    entries = sorted(answer.entries, key=lambda one: place[one.id])
    return answer._replace(entries=entries)


def context(library: Library, typed: str | None) -> "Context | None":
    """A case described by words with commas: country, sector, decade, people.

    What is no sector, country or decade is taken as words for the people studied.
    """
    countries: dict[str, str] = {}
    sectors: dict[str, str] = {}
    people: list[str] = []
    decade = None
    for word in filter(None, map(str.strip, re.split("[,;]", typed or ""))):
        if found := _DECADE.fullmatch(word):
            decade = int(found[1]) // 10 * 10
            continue
        if (nation := names.nation(word)) is not None:
            countries |= dict([nation])
            continue
        with suppress(UnknownName):
            (sector,) = names.sectors(library.index, (word,))
            people_alone = names.taken_wider(library.index, (word,))
            if not (names.is_group_of_people(word) and people_alone):
                sectors[sector] = sector.replace("-", " ")
            if not names.is_group_of_people(word):
                continue
        with suppress(UnknownName):
            (country,) = names.countries((word,))
            countries[country] = names.country_name(country)
            continue
        people.append(word)
    if not (countries or sectors or people or decade):
        if typed is not None:
            wanted = "name a country, a sector, a decade or people, with commas between"
            raise BadValue("--context", typed, wanted)
        return None
    from relcase.domain.fit import Context

    return Context(countries, sectors, tuple(people), decade, names.country_names())


_DECADE = re.compile(r"((?:1[89]|20)\d\d)s?")


def kinds(typed: Sequence[str]) -> tuple[Kind, ...]:
    """Kinds of entry by name; ``all`` is every kind."""
    if "all" in typed:
        return KINDS
    singular = {plural: kind for kind, plural in PLURALS.items()}
    return tuple(choose("kind", singular.get(one, one), KINDS) for one in typed)


def nothing_found(session: Session, asked: Query, output: Output) -> NoReturn:
    """Ends with status 1, and says which part of the question to give up."""
    if not output.copy and listing_format(output, session) in _MACHINE:
        write_listing(session, Answer(asked, []), output)
    raise NothingFound(" ".join(_advice(session.library, asked)))


def _advice(library: Library, asked: Query) -> list[str]:
    what = PLURALS[asked.kinds[0]] if len(asked.kinds) == 1 else "entries"
    sentences = [f"No {what} match."]
    for field, name in _ASKED.items():
        value, nothing = getattr(asked, field), Query._field_defaults[field]
        if value != nothing and (
            count := library.count(asked._replace(**{field: nothing}))
        ):
            listed = value if isinstance(value, tuple) else (value,)
            shown = " ".join(str(one).replace("_", "-") for one in listed)
            sentences.append(f"Without {name} {shown}: {count}.")
    if asked.certainty and not library.count(Query(certainty=asked.certainty)):
        sentences.append(_NONE_SO_SURE.format(asked.certainty.replace("_", " ")))
    if asked.kinds and (count := library.count(asked._replace(kinds=()))):
        sentences.append(f"Entries of other kinds: {count}; see: relcase search.")
    if not asked.hidden and (count := library.count(asked._replace(hidden=True))):
        sentences.append(f"With --all: {count}.")
    if asked.words:
        sentences += _with_fewer_words(library, asked)
        sentences += _other_words(library, asked.words)
    return sentences


_NONE_SO_SURE = (
    "Nothing in the stores is rated {}; what would raise it: relcase show ID --why."
)


def _with_fewer_words(library: Library, asked: Query) -> list[str]:
    """What is found without the small words of a question, or with as many words as
    find something."""
    telling = [one for one in asked.words if not _SMALL.fullmatch(one)]
    wanted = tuple(telling or asked.words)[:_TRIED]
    for size in range(min(len(wanted), len(asked.words) - 1), 0, -1):
        counts = {
            words: count
            for words in reversed(list(combinations(wanted, size)))
            if (count := library.count(asked._replace(words=words)))
        }
        if counts:
            return [_left(asked.words, words, counts[words]) for words in counts][:3]
    return []


_SMALL = re.compile(
    r"an?|and|any|are|as|at|be|by|can|do|does|for|from|has|have|how|i|if|in|is|its?|many|me"
    r"|more|most|much|my|no|not|of|on|or|our|that|the|their|there|they|this|to|us|was|we"
    r"|were|what|when|where|which|who|why|will|with|you|your",
    re.IGNORECASE,
)
"""Words that a question has and an answer need not have."""
_TRIED = 6
"""Words of a question that are tried together: all their choices are counted."""


def _left(asked: Sequence[str], kept: Sequence[str], count: int) -> str:
    """``Without 'how', 'much': 3.`` and, where much is left out, what to type."""
    left = [f"'{one}'" for one in asked if one not in kept]
    said = f"Without {', '.join(left)}: {count}."
    return said if len(left) == 1 else f"{said} Type: {' '.join(kept)}."


def _other_words(library: Library, words: Sequence[str]) -> list[str]:
    known = library.names("words")
    out = []
    for word in words:
        if library.count(Query(words=(word,), hidden=True)):
            continue
        close = names.nearest(word.casefold(), known)
        if close and len(word) >= _GUESSED:
            out.append(f"'{word}' occurs nowhere; did you mean '{close[0]}'?")
        else:
            out.append(f"'{word}' occurs nowhere.")
    return out


_GUESSED = 5
"""Letters from which on a word is guessed: short ones are all alike."""
