"""From what was typed to a query; and help when nothing answers it."""

from collections.abc import Sequence
from typing import NoReturn, TypeVar, get_args

from relcase.api import Library
from relcase.cli.options import Filters, Output
from relcase.cli.output import listing_format, write_listing
from relcase.cli.session import Session
from relcase.domain.query import Query, Sort
from relcase.domain.vocabulary import KINDS, PLURALS, STANCES, VERIFIED, Kind
from relcase.errors import AskedWrongly, NothingFound, UnknownName
from relcase.store import filters as names

Word = TypeVar("Word", bound=str)

_MACHINE = ("json", "csv")


def query(
    library: Library, kinds: Sequence[Kind], words: Sequence[str], given: Filters
) -> Query:
    """The query that words and options stand for.

    Raises ``UnknownName`` for a filter value that does not exist.
    """
    if given.certainty:
        raise AskedWrongly(
            "--certainty cannot be used yet: the certainty of the evidence is not computed."
        )
    ids = tuple(word for word in words if library.has(word))
    return Query(
        kinds=() if ids else tuple(kinds),
        words=tuple(word for word in words if word not in ids),
        ids=ids,
        sectors=names.sectors(library.index, given.sector or ()),
        outcomes=names.outcomes(library.index, given.outcome or ()),
        stances=tuple(_word("stance", one, STANCES) for one in given.stance or ()),
        verified=_word("level", given.verified, VERIFIED) if given.verified else None,
        countries=names.countries(given.country or ()),
        sources=names.keys(library.index, given.source or ()),
        since=given.since,
        sort=_word("order", given.sort, get_args(Sort)) if given.sort else "use",
        limit=given.limit,
        hidden=given.all,
    )


def kinds(typed: Sequence[str]) -> tuple[Kind, ...]:
    """Kinds of entry by name; ``all`` is every kind."""
    if "all" in typed:
        return KINDS
    singular = {plural: kind for kind, plural in PLURALS.items()}
    return tuple(_word("kind", singular.get(one, one), KINDS) for one in typed)


def nothing_found(session: Session, asked: Query, output: Output) -> NoReturn:
    """Ends with status 1, and says which part of the question to give up."""
    if listing_format(output, session) in _MACHINE:
        write_listing(session, asked, [], output)
    raise NothingFound(" ".join(_advice(session.library, asked)))


def _advice(library: Library, asked: Query) -> list[str]:
    what = PLURALS[asked.kinds[0]] if len(asked.kinds) == 1 else "entries"
    sentences = [f"No {what} match."]
    for field, empty in Query._field_defaults.items():
        value = getattr(asked, field)
        if field in ("kinds", "limit", "sort", "hidden") or value == empty:
            continue
        count = library.count(asked._replace(**{field: empty}))
        if count:
            shown = (
                ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
            )
            sentences.append(f"Without {field} {shown}: {count}.")
    if not asked.hidden and (count := library.count(asked._replace(hidden=True))):
        sentences.append(f"With --all: {count}.")
    if asked.words:
        sentences += _other_words(library, asked.words)
    return sentences


def _other_words(library: Library, words: Sequence[str]) -> list[str]:
    known = library.names("words")
    out = []
    for word in words:
        if library.count(Query(words=(word,), hidden=True)):
            continue
        if close := names.nearest(word.casefold(), known):
            out.append(f"'{word}' occurs nowhere; did you mean {' or '.join(close)}?")
        else:
            out.append(f"'{word}' occurs nowhere.")
    return out


def _word(kind: str, typed: str, known: Sequence[Word]) -> Word:
    """A word of a closed list, typed with a hyphen, a space or an underscore."""
    word = typed.casefold().replace("-", "_").replace(" ", "_")
    for one in known:
        if one == word:
            return one
    spoken = [one.replace("_", "-") for one in known]
    raise UnknownName(kind, typed, names.nearest(typed, spoken) or spoken)
