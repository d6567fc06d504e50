"""The statistics that speak for a case, and what they say nothing about."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from relcase.domain.audience import NEEDS
from relcase.domain.certainty.rating import LEVELS
from relcase.domain.listed import Listed
from relcase.domain.persuade.nearness import Seen, in_words, level, near, outcomes
from relcase.domain.persuade.wishes import Choice, Wishes, concerns
from relcase.domain.topic import RELATED
from relcase.domain.vocabulary import Length, spoken


class Numbers(NamedTuple):
    """The statistics chosen: one to open with, those that carry the case."""

    opening: tuple[Choice, ...]
    evidence: tuple[Choice, ...]


EVIDENCE: Mapping[Length, int] = {"short": 4, "long": 6}
"""How many statistics carry a case."""
_OF_ONE_OUTCOME = 2
"""How many of the statistics that carry a case may be about the same outcome."""
_FEWEST = 3
"""How many carry a case at least; where too few are sure, weaker ones are added."""
_SURE_ENOUGH = LEVELS.index("low")


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
    sure = [one for one in main if level(one) >= _SURE_ENOUGH]
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
        if not any(tag in outcomes(one) for one in chosen):
            yield (
                f"None of the statistics chosen is about {tag}, which you named; see: "
                f"relcase stats --outcome {tag}"
            )


def _leading(sure: Sequence[Listed], order: Mapping[str, int]) -> list[Listed]:
    """What the store leads with, in stored order."""
    return sorted(
        (one for one in sure if one.use == "lead"), key=lambda one: order[one.id]
    )


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


_CERTAINTY_WEIGHT = 3
_TOPIC_WEIGHT = 8
"""What being about all that is asked counts."""
_CONCERN = {True: 4, False: 1}
"""What an outcome counts that somebody named, and one that the audience usually has."""
_NEAR = {"close": 3, "partial": 1, "distant": 0}
_USES = {"lead": 2, "support": 1, "caution": -2, "counter": -3}


def _weight(one: Listed, seen: Seen, wishes: Wishes) -> float:
    """How much a statistic does for the case: what is surest and meant weighs most."""
    weight = _CERTAINTY_WEIGHT * level(one) + _USES[one.use or "support"]
    if outcomes(one) & set(concerns(wishes)):
        weight += _CONCERN[bool(wishes.cares)]
    if one.id in seen.fits:
        weight += _NEAR[seen.fits[one.id].word]
    weight += one.stance == "supports"
    return weight + _TOPIC_WEIGHT * seen.touch(one).share


def _chosen(one: Listed, seen: Seen, wishes: Wishes, first: str = "") -> Choice:
    shared = [tag for tag in concerns(wishes) if tag in outcomes(one)]
    whose = "you named" if wishes.cares else f"{NEEDS[wishes.audience].noun} answer for"
    touch = seen.touch(one)
    parts = [first]
    if touch.share >= RELATED:
        parts.append(f"about {in_words(touch.words)}, as you asked")
    if shared:
        named = in_words([tag.replace("-", " ") for tag in shared])
        parts.append(f"on {named}, which {whose}")
    parts.append(f"{spoken(one.certainty or 'not_rated')} certainty")
    if one.id in seen.fits:
        parts.append(_WHERE[seen.fits[one.id].word])
    if one.stance == "mixed":
        parts.append("its result is mixed")
    return Choice(one.id, one.headline, "; ".join(part for part in parts if part))


_OPENS = "what the evidence leads with"
_WHERE = {
    "close": "from the country you named",
    "partial": "perhaps from the country you named",
    "distant": "from another country",
}
