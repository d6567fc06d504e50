"""What is to be looked at again, and what publications word wrongly."""

import json
from datetime import date
from typing import NamedTuple

from relcase.api.library import Library
from relcase.domain.evidence import Said, Statistic
from relcase.domain.query import Query
from relcase.domain.vocabulary import Kind
from relcase.errors import NothingFound, UnknownName
from relcase.store import search
from relcase.store.filters import nearest


class Due(NamedTuple):
    """An entry whose source should be looked at again."""

    review_by: str
    id: str
    kind: Kind
    headline: str
    checked_on: str
    source: str
    citation: str
    url: str | None


class Audited(NamedTuple):
    """A publication's version of a claim, and what can be said instead."""

    id: str
    source: str
    citation: str
    said: Said


def due(library: Library, by: date) -> list[Due]:
    """The work list: active entries with a day of review up to ``by``, first day first."""
    found = []
    for day, entry_id in search.due(library.index, by.isoformat()):
        (one,) = library.find(Query(ids=(entry_id,)))
        (text,) = library.records((entry_id,))
        on = json.loads(text)["verification"]["on"]
        about = (one.headline, on, one.source, one.author_date, one.url)
        found.append(Due(day, entry_id, one.kind, *about))
    return found


def audit(library: Library, key: str | None = None) -> list[Audited]:
    """What a publication, or any, says wrongly of the statistics in the stores.

    ``key`` may also be words of the publication's title. Raises ``UnknownName`` for
    what no bibliography has, ``NothingFound`` for a publication of which no version is
    recorded.
    """
    rows = search.wrongly_said(library.index, key)
    if not rows and key is not None and (named := _by_title(library, key)):
        rows = search.wrongly_said(library.index, named)
    if not rows:
        _explain(library, key)
    found = []
    for source, entry_id in rows:
        entry = library.entry(entry_id)
        assert isinstance(entry, Statistic)
        (cited,) = library.csl((source,))
        citation = f"{_author_date(cited)}: {cited.get('title', source)}"
        found += [
            Audited(entry_id, source, citation, said)
            for said in entry.said
            if said.source == source
        ]
    return found


def _by_title(library: Library, words: str) -> str | None:
    """The one recorded publication whose title or publisher has the words."""
    keys = tuple(dict.fromkeys(one for one, _ in search.wrongly_said(library.index)))
    wanted = words.casefold()
    found = [
        csl["id"]
        for csl in library.csl(keys)
        if any(wanted in str(csl.get(field, "")).casefold() for field in _NAMED_BY)
    ]
    return str(found[0]) if len(found) == 1 else None


_NAMED_BY = ("title", "title-short", "publisher", "container-title", "id")


def _author_date(csl: dict[str, object]) -> str:
    from relcase.domain.reference import author_date

    return author_date(csl)


def _explain(library: Library, key: str | None) -> None:
    if key is None:
        raise NothingFound("The stores hold no publication's version of a claim.")
    known = dict.fromkeys(one for one, _ in search.wrongly_said(library.index))
    if key not in library.names("keys"):
        close = nearest(key, list(known)) or nearest(key, library.names("keys"))
        raise UnknownName("citation key", key, close, "relcase audit")
    listed = ", ".join(known)
    raise NothingFound(
        f"Nothing that '{key}' says is recorded. Recorded are: {listed}."
    )
