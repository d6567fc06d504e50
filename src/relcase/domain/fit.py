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


class Fit(NamedTuple):
    """How near, and why."""

    word: Nearness
    reasons: tuple[str, ...]


def fit(statistic: "Statistic", context: Context) -> Fit:
    """Close when all that was asked matches, distant when half of it or more does not."""
    found = list(_compared(statistic, context))
    missed = sum(match == "no" for match, _ in found)
    word: Nearness = "partial"
    if all(match == "yes" for match, _ in found):
        word = "close"
    elif 2 * missed >= len(found):
        word = "distant"
    return Fit(word, tuple(reason for _, reason in found))


def _compared(statistic: "Statistic", context: Context) -> Iterator[tuple[_Match, str]]:
    if context.countries:
        yield _country(statistic, context.countries)
    if context.sectors:
        yield _setting(statistic, context.sectors)
    for wanted in context.people:
        yield _people(statistic, wanted)
    if context.decade is not None:
        yield _time(statistic, context.decade)


def _country(statistic: "Statistic", wanted: Mapping[str, str]) -> tuple[_Match, str]:
    asked = " or ".join(wanted.values())
    if not statistic.countries:
        return "partly", f"Country: several, or none named; {asked} may be among them."
    if set(statistic.countries) & set(wanted):
        return "yes", f"Country: {asked}."
    where = statistic.place or ", ".join(statistic.countries)
    return "no", f"Country: not {asked}; the data are from elsewhere ({where})."


def _setting(statistic: "Statistic", wanted: Mapping[str, str]) -> tuple[_Match, str]:
    asked = " or ".join(wanted.values())
    if set(statistic.sectors) & set(wanted):
        return "yes", f"It is about {asked}."
    if "any" in statistic.sectors:
        return "partly", f"It is general, and not about {asked} in particular."
    about = ", ".join(one.replace("-", " ") for one in statistic.sectors)
    return "no", f"It is not about {asked}, but about {about}."


def _people(statistic: "Statistic", wanted: str) -> tuple[_Match, str]:
    told = {_stem(word) for word in _WORD.findall(statistic.population)}
    asked = {_stem(word) for word in _WORD.findall(wanted)}
    if asked and asked <= told:
        return "yes", f"The people studied include: {wanted}."
    return (
        "partly",
        f"Whether \u2018{wanted}\u2019 fits is for you to judge; studied: "
        + (f"{statistic.population.rstrip('.')}."),
    )


def _stem(word: str) -> str:
    return word.casefold()[:_STEM]


def _time(statistic: "Statistic", decade: int) -> tuple[_Match, str]:
    years = [int(year) for year in _YEAR.findall(statistic.period)]
    if not years:
        return "partly", "When the data are from is not stated."
    last = max(years)
    if last >= decade:
        return "yes", f"The data reach into the {decade}s or later ({last})."
    if last >= decade - _DECADE:
        return "partly", f"The data end in {last}, in the decade before the {decade}s."
    return "no", f"The data end in {last}, long before the {decade}s."
