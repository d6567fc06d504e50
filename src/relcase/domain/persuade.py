"""Which entries make a case to somebody, and why: chosen, never invented.

What is about the thing that is asked for comes first, and what is about the outcomes that
somebody named; among these what is surest, then what is nearest to the place. One study
speaks once. What was found otherwise is chosen with the same care, because a case that
hides it is lost at the first question; if it is about the very same thing, it stands
beside what speaks for it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from relcase.domain.answer import Otherwise
from relcase.domain.audience import NEEDS
from relcase.domain.certainty.rating import LEVELS
from relcase.domain.evidence import Action, Barrier, Definition, Entry, Story
from relcase.domain.fit import Fit
from relcase.domain.listed import Listed
from relcase.domain.plan import Audience
from relcase.domain.topic import NOTHING, RELATED, STRONG, Touch
from relcase.domain.vocabulary import AGAINST, VERIFIED, Length, spoken


class Wishes(NamedTuple):
    """What is known of a case before its entries are chosen."""

    ask: str
    audience: Audience
    sectors: tuple[str, ...]
    """Any of these; empty means all."""
    cares: tuple[str, ...]
    """Outcome tags, as the person named them; empty means those of the audience."""
    length: Length
    words: tuple[str, ...] = ()
    """Words typed besides the ask that say what it is about, as the alias of a sector."""


class Choice(NamedTuple):
    """An entry that was chosen, and why, as a phrase."""

    id: str
    headline: str
    reason: str


class Numbers(NamedTuple):
    """The statistics chosen: one to open with, those that carry the case."""

    opening: tuple[Choice, ...]
    evidence: tuple[Choice, ...]


class Seen(NamedTuple):
    """What is known of the statistics for this case in particular, by id."""

    fits: Mapping[str, Fit] = MappingProxyType({})
    touches: Mapping[str, Touch] = MappingProxyType({})
    """How much each is about what is asked."""
    hit: bool = False
    """Whether any of them is about the very thing that is asked for."""

    def touch(self, one: Listed) -> Touch:
        """How much one statistic is about what is asked."""
        return self.touches.get(one.id, NOTHING)


EVIDENCE: Mapping[Length, int] = {"short": 4, "long": 6}
"""How many statistics carry a case."""
COUNTER: Mapping[Length, int] = {"short": 2, "long": 3}
"""How many findings to the contrary are told."""
ACTIONS: Mapping[Length, int] = {"short": 3, "long": 4}
"""How many actions are asked for."""
_OF_ONE_OUTCOME = 2
"""How many of the statistics that carry a case may be about the same outcome."""
_FEWEST = 3
"""How many carry a case at least; where too few are sure, weaker ones are added."""
_SURE_ENOUGH = LEVELS.index("low")

_Kept = TypeVar("_Kept", bound=Entry)


def numbers(statistics: Sequence[Listed], seen: Seen, wishes: Wishes) -> Numbers:
    """The statistics that speak for the case, each of another study.

    ``statistics`` are in stored order, the most useful first. What has nothing to do with
    what was asked is chosen only when nothing is about that, and what is of very low
    certainty only when there is nothing better.
    """
    order = {one.id: number for number, one in enumerate(statistics)}
    rated = [one for one in statistics if one.certainty in LEVELS]
    speaking = [one for one in rated if one.stance == "supports"]
    speaking = speaking or [one for one in rated if one.stance == "mixed"]
    ranked = sorted(
        speaking,
        key=lambda one: (
            -near(one, seen, wishes),
            -_weight(one, seen, wishes),
            order[one.id],
        ),
    )
    levels = {one.id: near(one, seen, wishes) for one in ranked}
    nearest = max(levels.values(), default=0)
    meant = [one for one in ranked if levels[one.id]]
    main = meant if nearest > 1 else ranked
    sure = [one for one in main if _level(one) >= _SURE_ENOUGH]
    first = sure or main
    closest = max((levels[one.id] for one in first), default=0)
    first = [one for one in first if levels[one.id] == closest]
    opening = (_leading(first, order) or first)[:1]
    evidence = _apart(sure, opening, EVIDENCE[wishes.length])
    weaker = [one for one in main if one not in sure]
    evidence += _apart(weaker, [*opening, *evidence], _FEWEST - len(evidence))
    if not evidence:
        opening, evidence = [], opening
    return Numbers(
        tuple(_chosen(one, seen, wishes, _OPENS) for one in opening),
        tuple(_chosen(one, seen, wishes) for one in evidence),
    )


def near(one: Listed, seen: Seen, wishes: Wishes) -> int:
    """How near a statistic is to what was asked: 3 about the thing and the outcomes that
    somebody named, 2 about one of them, 1 has to do with it, 0 not at all.

    Where no sector was named and the store knows the thing itself, an outcome that is
    shared by every field brings nothing nearer.
    """
    share = seen.touch(one).share
    cared = bool(set(wishes.cares) & _outcomes(one))
    cared = cared and bool(wishes.sectors or share or not seen.hit)
    if cared or share >= STRONG:
        return 2 + (cared and share >= RELATED)
    return int(share >= RELATED)


def belongs(
    one: Listed, seen: Seen, wishes: Wishes, narrow: Collection[str] = ()
) -> bool:
    """Whether a statistic of another sector may speak: if it is about the very thing that
    is asked for, or has to do with it and is about an outcome that somebody named.

    ``narrow`` are stems of which it must have one, where part of a sector was named.
    """
    touch = seen.touch(one)
    if touch.share and set(wishes.cares) & _outcomes(one):
        return True
    return touch.share >= STRONG and (not narrow or not touch.stems.isdisjoint(narrow))


def missed(
    chosen: Sequence[Listed], seen: Seen, wishes: Wishes, asked: bool
) -> Iterator[str]:
    """Sentences on what was asked for and nothing that was chosen is about."""
    if asked and not any(seen.touch(one).share >= RELATED for one in chosen):
        yield (
            "No statistic is about the words of the ask; they are chosen by sector and "
            "certainty. relcase search WORDS looks for more."
        )
    elif asked and len(chosen) < _FEWEST:
        held = "1 statistic is" if len(chosen) == 1 else f"{len(chosen)} statistics are"
        named = " ".join(f"--sector {one}" for one in wishes.sectors)
        more = f"stats {named}" if named else "search WORDS"
        yield (
            f"Only {held} for it and about what you ask. For others of the field: "
            f"relcase {more}"
        )
    for tag in wishes.cares:
        if not any(tag in _outcomes(one) for one in chosen):
            yield (
                f"None of the statistics chosen is about {tag}, which you named; see: "
                f"relcase stats --outcome {tag}"
            )


def _leading(sure: Sequence[Listed], order: Mapping[str, int]) -> list[Listed]:
    """What the store leads with, in stored order."""
    return sorted(
        (one for one in sure if one.use == "lead"), key=lambda one: order[one.id]
    )


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
        words = _in_words(seen.touch(one).words)
        found.setdefault(one.source, _told(one, f"found otherwise about {words}"))
    return tuple(found.values())[: COUNTER[wishes.length] - 1]


_NOT_FOR = (*AGAINST, "mixed")


def _apart(
    ranked: Sequence[Listed], before: Sequence[Listed], most: int
) -> list[Listed]:
    """The first of other studies than those before, not too many on the same outcome."""
    sources = {one.source for one in before}
    told: Counter[str] = Counter()
    found: list[Listed] = []
    for one in ranked:
        main = (one.outcomes or "").split(" ")[0]
        if len(found) >= most:
            break
        if one.source not in sources and told[main] < _OF_ONE_OUTCOME:
            sources.add(one.source)
            told[main] += 1
            found.append(one)
    return found


_OPENS = "what the evidence leads with"


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
            not cares & _outcomes(one),
            -_level(one),
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


def concerns(wishes: Wishes) -> tuple[str, ...]:
    """The outcomes that the audience answers for: as named, else its usual ones."""
    return wishes.cares or NEEDS[wishes.audience].cares


def story(
    entries: Iterable[Entry], wishes: Wishes, near: Iterable[str]
) -> Choice | None:
    """One story: of the sector, else of one that the chosen statistics share with it."""
    return _nearest((one for one in entries if isinstance(one, Story)), wishes, near)


def definition(entries: Iterable[Entry], wishes: Wishes) -> Choice | None:
    """One definition, so that both sides mean the same by the words."""
    known = [one for one in entries if isinstance(one, Definition)]
    general = [one for one in known if {"any", *wishes.sectors} & set(one.sectors)]
    ranked = sorted(general, key=lambda one: VERIFIED.index(one.verification.level))
    why = "so that both sides mean the same by the words"
    return Choice(ranked[0].id, ranked[0].headline, why) if ranked else None


def barrier(
    entries: Iterable[Entry], wishes: Wishes
) -> tuple[Choice | None, list[Action]]:
    """What stands in the way and this audience can answer most of, and its answers."""
    held = list(entries)
    actions = {one.id: one for one in held if isinstance(one, Action)}
    best: tuple[tuple[int, float], Barrier] | None = None
    for one in held:
        if not isinstance(one, Barrier) or not _bears_on(one, wishes):
            continue
        answers = [actions[name] for name in one.answers if name in actions]
        own = sum(_does(answer, wishes) for answer in answers)
        score = (own, own / len(answers) if answers else 0.0)
        if best is None or score > best[0]:
            best = score, one
    if best is None:
        return None, []
    (own, _), kept = best
    answers = [actions[name] for name in kept.answers if name in actions]
    noun = NEEDS[wishes.audience].does
    why = f"{own} of the {len(answers)} actions that answer it are for {noun}"
    return Choice(kept.id, kept.headline, why), answers


def actions(
    entries: Iterable[Entry], answers: Sequence[Action], wishes: Wishes
) -> tuple[Choice, ...]:
    """What to ask for: what answers the barrier, then what else this audience can do."""
    held = [
        one for one in entries if isinstance(one, Action) and _bears_on(one, wishes)
    ]
    own = [one for one in answers if _does(one, wishes)]
    found = {one.id: Choice(one.id, one.headline, _ANSWERS) for one in own}
    special = sorted(held, key=lambda one: "any" in one.sectors)
    for one in special:
        if _does(one, wishes):
            why = f"something that {NEEDS[wishes.audience].does} can do"
            found.setdefault(one.id, Choice(one.id, one.headline, why))
    return tuple(found.values())[: ACTIONS[wishes.length]]


_ANSWERS = "answers what stands in the way, and is in the hands of the audience"


def _nearest(
    entries: Iterable[_Kept], wishes: Wishes, near: Iterable[str]
) -> Choice | None:
    """The first of the sector, else of a neighbouring one, best checked first."""
    held = sorted(entries, key=lambda one: VERIFIED.index(one.verification.level))
    if not wishes.sectors:
        near = [sector for one in held for sector in one.sectors]
    for sector in (*wishes.sectors, *near):
        for one in held:
            if sector in one.sectors:
                return Choice(one.id, one.headline, _whence(sector, wishes))
    return None


def _whence(sector: str, wishes: Wishes) -> str:
    name = sector.replace("-", " ")
    if not wishes.sectors or sector in wishes.sectors:
        return f"shows what it looks like in {name}"
    asked = " or ".join(one.replace("-", " ") for one in wishes.sectors)
    return (
        f"the store has no story of {asked}; this one is of {name}, a field the "
        "evidence shares: replace it by your own if you have one"
    )


def _bears_on(entry: Entry, wishes: Wishes) -> bool:
    return not wishes.sectors or bool({"any", *wishes.sectors} & set(entry.sectors))


def _does(action: Action, wishes: Wishes) -> bool:
    return NEEDS[wishes.audience].does in action.who


_CERTAINTY_WEIGHT = 3
_TOPIC_WEIGHT = 8
"""What being about all that is asked counts."""
_CONCERN = {True: 4, False: 1}
"""What an outcome counts that somebody named, and one that the audience usually has."""
_NEAR = {"close": 3, "partial": 1, "distant": 0}
_USES = {"lead": 2, "support": 1, "caution": -2, "counter": -3}


def _weight(one: Listed, seen: Seen, wishes: Wishes) -> float:
    """How much a statistic does for the case: what is surest and meant weighs most."""
    weight = _CERTAINTY_WEIGHT * _level(one) + _USES[one.use or "support"]
    if _outcomes(one) & set(concerns(wishes)):
        weight += _CONCERN[bool(wishes.cares)]
    if one.id in seen.fits:
        weight += _NEAR[seen.fits[one.id].word]
    weight += one.stance == "supports"
    return weight + _TOPIC_WEIGHT * seen.touch(one).share


def _level(one: Listed) -> int:
    return LEVELS.index(one.certainty) if one.certainty in LEVELS else -1


def _outcomes(one: Listed) -> set[str]:
    return set(one.outcome_tags)


def _chosen(one: Listed, seen: Seen, wishes: Wishes, first: str = "") -> Choice:
    shared = [tag for tag in concerns(wishes) if tag in _outcomes(one)]
    whose = "you named" if wishes.cares else f"{NEEDS[wishes.audience].noun} answer for"
    touch = seen.touch(one)
    parts = [first]
    if touch.share >= RELATED:
        parts.append(f"about {_in_words(touch.words)}, as you asked")
    if shared:
        named = _in_words([tag.replace("-", " ") for tag in shared])
        parts.append(f"on {named}, which {whose}")
    parts.append(f"{spoken(one.certainty or 'not_rated')} certainty")
    if one.id in seen.fits:
        parts.append(_WHERE[seen.fits[one.id].word])
    if one.stance == "mixed":
        parts.append("its result is mixed")
    return Choice(one.id, one.headline, "; ".join(part for part in parts if part))


_WHERE = {
    "close": "from the country you named",
    "partial": "perhaps from the country you named",
    "distant": "from another country",
}


def _in_words(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _told(one: Listed, why: str) -> Choice:
    certainty = f"; {spoken(one.certainty)} certainty" if one.certainty else ""
    return Choice(one.id, one.headline, f"{why}{certainty}")
