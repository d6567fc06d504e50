"""What was found otherwise: chosen with the same care as what speaks for a case."""

from collections.abc import Mapping, Sequence

from relcase.domain.answer import Otherwise
from relcase.domain.listed import Listed
from relcase.domain.persuade.nearness import Seen, in_words, level, near, outcomes
from relcase.domain.persuade.wishes import Choice, Wishes, concerns
from relcase.domain.topic import STRONG
from relcase.domain.vocabulary import AGAINST, Length, spoken

COUNTER: Mapping[Length, int] = {"short": 2, "long": 3}
"""How many findings to the contrary are told."""


def beside(
    statistics: Sequence[Listed], chosen: Sequence[Listed], seen: Seen, wishes: Wishes
) -> tuple[Choice, ...]:
    """What was found otherwise about the very thing that is asked for: it belongs beside
    what speaks for it. ``chosen`` are the statistics that do."""
    sources = {one.source for one in chosen}
    held = [
        one
        for one in statistics
        if one.source not in sources and one.stance in _NOT_FOR
    ]
    most = max((seen.touch(one).share for one in held), default=0)
    about = [one for one in held if seen.touch(one).share >= max(STRONG, most / 2)]
    found: dict[str, Choice] = {}
    for one in sorted(about, key=lambda one: -seen.touch(one).share):
        words = in_words(seen.touch(one).words)
        found.setdefault(one.source, _told(one, f"found otherwise about {words}"))
    return tuple(found.values())[: COUNTER[wishes.length] - 1]


_NOT_FOR = (*AGAINST, "mixed")


def against(
    otherwise: Sequence[Otherwise],
    statistics: Sequence[Listed],
    seen: Seen,
    wishes: Wishes,
    *,
    told: bool = False,
) -> tuple[Choice, ...]:
    """The honest counter-evidence: findings that a fair reader would ask for.

    First what the records name as contrary, then what found no clear difference, or
    harm, near to what was asked; where there is none, and none was ``told`` beside what
    speaks for the case, any on the same kind of outcome or of the sector.
    """
    held = [(one.entry, one.recorded) for one in otherwise if one.entry is not None]
    not_for = [(one, known) for one, known in held if one.stance != "supports"]
    cares = set(concerns(wishes))
    fair = sorted(
        (one for one in statistics if one.stance in AGAINST),
        key=lambda one: (
            -near(one, seen, wishes),
            not cares & outcomes(one),
            -level(one),
        ),
    )
    meant = [one for one in fair if near(one, seen, wishes)]
    not_for.sort(key=lambda pair: -near(pair[0], seen, wishes))
    related = [(one, _RELATED) for one, known in not_for if not known]
    wider = (
        *((one, why) for one, why in related if _in_sector(one, wishes)),
        *((one, _OF_SECTOR) for one in fair),
        *related,
    )
    tiers = (
        *((one, _RECORDED) for one, known in not_for if known),
        *((one, _MEANT) for one in meant),
        *(() if told or meant else wider),
    )
    found: dict[str, Choice] = {}
    for one, why in tiers:
        found.setdefault(one.source, _told(one, why))
    return tuple(found.values())[: COUNTER[wishes.length]]


def _in_sector(one: Listed, wishes: Wishes) -> bool:
    return not wishes.sectors or bool(set(wishes.sectors) & set(one.sector_ids))


_RECORDED = "recorded as finding otherwise than what is chosen above"
_RELATED = "found otherwise on the same kind of outcome"
_MEANT = "found no clear difference, or harm, near to what you ask"
_OF_SECTOR = "found no clear difference, or harm, in this field"


def _told(one: Listed, why: str) -> Choice:
    certainty = f"; {spoken(one.certainty)} certainty" if one.certainty else ""
    return Choice(one.id, one.headline, f"{why}{certainty}")
