"""What a person types as a filter, as the name the index knows it by."""

import difflib
import re
from collections.abc import Iterable, Sequence

from relcase.errors import UnknownName
from relcase.store import search
from relcase.store.index import Index

_NATIONS = {
    "U.K.": "GB",
    "U.S.": "US",
    "U.S.A.": "US",
    "RUSSIA": "RU",
    "TURKEY": "TR",
    "HOLLAND": "NL",
    "UK": "GB",
    "ENGLAND": "GB",
    "SCOTLAND": "GB",
    "WALES": "GB",
    "NORTHERN IRELAND": "GB",
    "BRITAIN": "GB",
    "GREAT BRITAIN": "GB",
    "USA": "US",
    "AMERICA": "US",
}
_CODE_LENGTH = 2
_ALIKE = 0.7
"""How alike two words are that one may be a slip of the other; 1 is the same."""


EVERY_SECTOR = "any"
"""The sector of general entries, which is no part of another."""


def sectors(index: Index, typed: Iterable[str]) -> tuple[str, ...]:
    """Sector ids for names, ids or aliases. Raises ``UnknownName`` with the nearest."""
    typed = tuple(typed)
    if not typed:
        return ()
    known: dict[str, str] = {}
    rows = search.vocabulary(index, "sectors")
    for sector, _, _, _, aliases in rows:
        known |= {_key(alias): sector for alias in aliases.splitlines()}
    known |= {_key(name): sector for sector, _, name, _, _ in rows}
    known |= {_key(sector): sector for sector, *_ in rows}
    return _resolve("sector", typed, known, "relcase sectors")


def taken_wider(index: Index, typed: Iterable[str]) -> list[tuple[str, str]]:
    """Of the words typed for sectors, those that stand for a wider one, and its id.

    ``older people`` is no sector, and stands for social care.
    """
    words = tuple(typed)
    return [
        (word, sector)
        for sector, _, _, _, aliases in (
            search.vocabulary(index, "sectors") if words else ()
        )
        if sector != EVERY_SECTOR
        for word in words
        if _key(word) in map(_key, aliases.splitlines())
    ]


def outcomes(index: Index, typed: Iterable[str]) -> tuple[str, ...]:
    """Outcome tags for ids or names."""
    typed = tuple(typed)
    if not typed:
        return ()
    rows = search.vocabulary(index, "outcomes")
    known = {_key(name): outcome for outcome, _, name, *_ in rows}
    known |= {_key(outcome): outcome for outcome, *_ in rows}
    return _resolve("outcome", typed, known, "relcase sectors --outcomes")


def countries(typed: Iterable[str]) -> tuple[str, ...]:
    """ISO 3166 codes for codes or names of countries."""
    return tuple(_country(one) for one in typed)


def country_name(code: str) -> str:
    """The name of a country by its ISO 3166 code: ``United Kingdom``."""
    import pycountry

    found = pycountry.countries.get(alpha_2=code)
    return str(found.name) if found else code


def country_names() -> dict[str, str]:
    """The names of all countries by their ISO 3166 codes."""
    import pycountry

    return {one.alpha_2: one.name for one in pycountry.countries}


def keys(index: Index, typed: Iterable[str]) -> tuple[str, ...]:
    """Citation keys, as they are typed if they exist."""
    typed = tuple(typed)
    if not typed:
        return ()
    known = list(search.sources(index))
    for one in typed:
        if one not in known:
            raise UnknownName(
                "citation key", one, nearest(one, known), "relcase refs -f bibtex"
            )
    return typed


def nearest_ids(index: Index, wrong: str) -> list[str]:
    """Ids that look like a mistyped one."""
    return nearest(wrong, search.known_ids(index))


def nearest(wrong: str, known: Sequence[str]) -> list[str]:
    """At most three names that look like a mistyped one; those that begin alike first."""
    begin: list[str] = []
    if len(wrong) > _CODE_LENGTH:
        low = wrong.casefold()
        begin = [one for one in known if one.casefold().startswith(low)][:3]
        begin += [one for one in known if low in one.casefold()][:3]
    close = difflib.get_close_matches(wrong, known, n=3, cutoff=_ALIKE)
    return list(dict.fromkeys((*begin, *close)))[:3]


def _resolve(
    kind: str, typed: Iterable[str], known: dict[str, str], see: str
) -> tuple[str, ...]:
    found = []
    for word in typed:
        if (name := known.get(_key(word))) is None:
            near = nearest(_key(word), list(known)) or _begun_alike(word, known)
            close = dict.fromkeys(known[one] for one in near)
            raise UnknownName(kind, word, list(close), see)
        found.append(name)
    return tuple(dict.fromkeys(found))


def _begun_alike(word: str, known: Iterable[str]) -> list[str]:
    """Names with the same beginning, as ``loneliness`` for ``lonely``."""
    begin = _key(word)[:_BEGINNING]
    alike = [one for one in known if one.startswith(begin)]
    return alike[:3] if len(begin) == _BEGINNING else []


_BEGINNING = 5

_PARTS = {
    "England": "GB-ENG",
    "Scotland": "GB-SCT",
    "Wales": "GB-WLS",
    "Northern Ireland": "GB-NIR",
}
"""ISO 3166-2 codes of nations that data are not told apart by."""
_PEOPLE = re.compile(
    r"\b(?:people|children|adults|women|men|mothers|parents|pupils|students|prisoners"
    r"|carers|patients|residents|tenants|elderly|young|older)\b",
    re.IGNORECASE,
)


def nation(typed: str) -> tuple[str, str] | None:
    """Code and name of a nation such as Scotland; ``None`` for anything else."""
    name = " ".join(typed.replace("_", " ").replace("-", " ").split()).title()
    return (_PARTS[name], name) if name in _PARTS else None


def is_group_of_people(typed: str) -> bool:
    """Whether a word for a sector is one for people, as ``older people``."""
    return _PEOPLE.search(typed.replace("-", " ")) is not None


def _key(word: str) -> str:
    return "-".join(word.casefold().replace("_", " ").replace("&", "and").split())


def _country(typed: str) -> str:
    name = " ".join(typed.replace("_", " ").split())
    nation = name.upper().replace("-", " ").removeprefix("THE ")
    code = _NATIONS.get(nation, name.upper())
    if (
        len(code) == _CODE_LENGTH
        and code.isascii()
        and code.isalpha()
        and _is_code(code)
    ):
        return code
    import pycountry

    try:
        found = pycountry.countries.lookup(name.casefold().removeprefix("the "))
    except LookupError:
        names = [one.name for one in pycountry.countries]
        names += [one.title() for one in _NATIONS]
        raise UnknownName("country", typed, nearest(name.title(), names)) from None
    return str(found.alpha_2)


def _is_code(code: str) -> bool:
    if code in {"GB", "US"}:
        return True
    import pycountry

    return pycountry.countries.get(alpha_2=code) is not None
