"""What is told in words: a story, a definition, what stands in the way, what to do."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from relcase.domain.audience import NEEDS
from relcase.domain.evidence import Action, Barrier, Definition, Entry, Story
from relcase.domain.persuade.wishes import Choice, Wishes
from relcase.domain.vocabulary import VERIFIED, Length

ACTIONS: Mapping[Length, int] = {"short": 3, "long": 4}
"""How many actions are asked for."""

_Kept = TypeVar("_Kept", bound=Entry)


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
