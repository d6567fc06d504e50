"""How near a statistic is to somebody's own case: country, setting, people, time.

It is asked at query time and is no part of the certainty, because it depends on who
asks. It says how alike two settings are, not whether the result would hold in another.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from relcase.domain.evidence import Statistic

Nearness = Literal["close", "partial", "distant"]
_Match = Literal["yes", "partly", "no"]

_YEAR = re.compile(r"\b(1[89][0-9]{2}|20[0-9]{2})\b")
_WORD = re.compile(r"\w+")
_STEM = 5
"""Letters that two forms of a word share: ``adult`` and ``adults``, ``lonel``iness."""
_DECADE = 10
_ANYBODY = {"peopl", "perso"}
_OLD = {"older", "old", "elder", "ageing", "agein", "pensi", "senio"}
_CHILDREN = {"child", "baby", "babie", "infan", "pupil", "young", "teena", "youth"}
_YOUNG = re.compile(r"\b(?:child|bab(?:y|ies)|infan|pupil|teenage|young|youth)", re.I)
"""Stems that ask for the young, and how populations of the young are described."""
_AGED = re.compile(
    r"\b(?:older|elderly|octogenarian|aged\s+(?:about\s+)?[5-9]\d|[5-9]\d\s+(?:and|or)\s+over"
    r"|over\s+[5-9]\d|aged\s+\d+\s+to\s+[89]\d|dementia|care\s+homes|nursing\s+homes)",
    re.IGNORECASE,
)
"""How populations of older people are described."""


_NONE: Mapping[str, str] = MappingProxyType({})


class Context(NamedTuple):
    """Whose case it is: what is left empty is not compared."""

    countries: Mapping[str, str] = _NONE
    """ISO codes, each with the name of the country."""
    sectors: Mapping[str, str] = _NONE
    """Sectors by id, each with its name."""
    people: tuple[str, ...] = ()
    """Words for the people it is about."""
    decade: int | None = None
    """The first year of the decade."""
    names: Mapping[str, str] = _NONE
    """Names of the countries that statistics may come from, by ISO code."""


class Fit(NamedTuple):
    """How near, and why."""

    word: Nearness
    reasons: tuple[str, ...]


def fit(statistic: "Statistic", context: Context) -> Fit:
    """Close when all that was asked matches.

    Distant when two things do not, or one does not and nothing else does; so whatever
    is asked besides, one mismatch more never brings it nearer.
    """
    found = list(_compared(statistic, context))
    matches = [match for match, _ in found]
    missed = matches.count("no")
    word: Nearness = "partial"
    if matches.count("yes") == len(matches):
        word = "close"
    elif missed > 1 or (missed and "yes" not in matches):
        word = "distant"
    return Fit(word, tuple(reason for _, reason in found))


def _compared(statistic: "Statistic", context: Context) -> Iterator[tuple[_Match, str]]:
    if context.countries:
        yield _country(statistic, context.countries, context.names)
    if context.sectors:
        yield _setting(statistic, context.sectors)
    for wanted in context.people:
        yield _people(statistic, wanted)
    if context.decade is not None:
        yield _time(statistic, context.decade)


def _country(
    statistic: "Statistic", wanted: Mapping[str, str], names: Mapping[str, str]
) -> tuple[_Match, str]:
    asked = " or ".join(wanted.values())
    if not statistic.countries:
        return "partly", f"Country: several, or none named; {asked} may be among them."
    countries = (names.get(code, code) for code in statistic.countries)
    where = ", ".join(filter(None, (statistic.place, *countries)))
    near = {
        code: name
        for code, name in wanted.items()
        if code.partition("-")[0] in statistic.countries
    }
    if any("-" not in code or name in where for code, name in near.items()):
        return "yes", f"Country: {asked}."
    if not near or _NATION.search(where):
        return "no", f"Country: not {asked}, but {where}."
    return "partly", f"Country: whether {asked} is not told apart: {where}."


_NATION = re.compile(r"\b(?:England|Scotland|Wales|Northern Ireland)\b")
"""Nations that data of the United Kingdom are told apart by, where they are."""


def _setting(statistic: "Statistic", wanted: Mapping[str, str]) -> tuple[_Match, str]:
    asked = " or ".join(wanted.values())
    if shared := [name for one, name in wanted.items() if one in statistic.sectors]:
        return "yes", f"It is about {' and '.join(shared)}."
    if "any" in statistic.sectors:
        return "partly", f"It is general, and not about {asked} in particular."
    about = ", ".join(one.replace("-", " ") for one in statistic.sectors)
    return "no", f"It is not about {asked}, but about {about}."


def _people(statistic: "Statistic", wanted: str) -> tuple[_Match, str]:
    told = {_stem(word) for word in _WORD.findall(statistic.population)}
    asked = {_stem(word) for word in _WORD.findall(wanted)} - _ANYBODY
    if asked and asked <= told:
        return "yes", f"The people studied include: {wanted}."
    if asked and asked <= {
        _stem(word) for word in _WORD.findall(statistic.place or "")
    }:
        return "yes", f"The place studied: {statistic.place}."
    if asked and asked <= _OLD and _AGED.search(statistic.population):
        return (
            "yes",
            f"The people studied were older: {statistic.population.rstrip('.')}.",
        )
    if asked and of_another_age(wanted, statistic.population):
        return (
            "no",
            f"The people studied were no {wanted}: {statistic.population.rstrip('.')}.",
        )
    return (
        "partly",
        f"Whether \u2018{wanted}\u2019 fits is for you to judge; studied: "
        f"{statistic.population.rstrip('.')}.",
    )


def of_another_age(wanted: str, population: str) -> bool:
    """Whether children are asked for and only older people were studied, or the reverse."""
    asked = {_stem(word) for word in _WORD.findall(wanted)} - _ANYBODY
    young = _YOUNG.search(population) is not None
    old = _AGED.search(population) is not None
    if not asked:
        return False
    return (asked <= _CHILDREN and old and not young) or (
        asked <= _OLD and young and not old
    )


def _stem(word: str) -> str:
    return word.casefold()[:_STEM]


def _time(statistic: "Statistic", decade: int) -> tuple[_Match, str]:
    named = _years(statistic.period)
    if not named:
        return "partly", "Time: when the data are from is not stated."
    years = _years(_PUBLISHED.sub("", statistic.period))
    if not years:
        last = max(named)
        when = f"the data are not dated, and none are later than {last}"
        return ("no" if last < decade - _DECADE else "partly"), f"Time: {when}."
    first, last = min(years), max(years)
    when = str(last) if first == last else f"{first} to {last}"
    if first < decade + _DECADE and last >= decade:
        return "yes", f"Time: the data are from {when}."
    near = decade - _DECADE <= last and first < decade + 2 * _DECADE
    how = "near" if near else "far from"
    return (
        "partly" if near else "no",
        f"Time: the data are from {when}, {how} the {decade}s.",
    )


def _years(told: str) -> list[int]:
    return [int(year) for year in _YEAR.findall(told)]


_PUBLISHED = re.compile(
    r"(?:\b(?:published|report(?:s|ed)?|search(?:ed|es)|toolkit|article|book|award)\b"
    r"|\b(?:studies|reviews|trials|evidence|evaluations)\s+(?:up\s+)?(?:to|until)\b"
    r"|^(?:up\s+)?(?:to|until)\b)[^;]*",
    re.IGNORECASE,
)
"""What dates a publication or the end of a search, and not the data."""
