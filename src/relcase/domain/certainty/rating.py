"""What a rating is: a word, the steps that led to it, and how others would put it.

All values are named tuples, because thousands are made whenever an index is built.
"""

from collections.abc import Callable
from typing import Literal, NamedTuple

from relcase.domain.evidence import Statistic
from relcase.domain.vocabulary import Certainty, Design

LEVELS: tuple[Certainty, ...] = ("very_low", "low", "moderate", "high")
"""The words from least to most certain; a level is a place in this list."""

Part = Literal["start", "down", "up", "cap", "override"]
Licence = Literal["C3", "C2", "C1", "A", "D", "X"]


class Step(NamedTuple):
    """One step of a rating: the word before and after it, and why.

    ``before`` is ``None`` for the first step. A step that leaves the word as it was is
    told all the same, when it would have changed a higher or a lower one.
    """

    part: Part
    before: Certainty | None
    after: Certainty
    reason: str
    """Why, in a sentence."""
    would_raise: str | None
    """What would do away with the reason, in a sentence."""


class Move(NamedTuple):
    """What a reason asks for, before it is known at which word it meets the rating.

    ``by`` is the number of levels to go down or up; of a cap, the level to stop at.
    """

    by: int
    reason: str
    would_raise: str | None = None


class Crosswalk(NamedTuple):
    """The same certainty on the scales of others, and the verbs it allows."""

    grade: str | None
    """GRADE's word, for effects and associations."""
    maryland: int | None
    """Maryland Scientific Methods Scale, 0 to 5, for effects."""
    nesta: int | None
    """Nesta Standards of Evidence, 1 to 5, for effects."""
    licence: Licence
    """Which verbs may carry the claim."""
    may_say: str
    """The same in words."""


class Rating(NamedTuple):
    """How sure the evidence makes us of one statistic, step by step."""

    word: Certainty
    steps: tuple[Step, ...]
    crosswalk: Crosswalk

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why the word is what it is, in the order of the steps."""
        return tuple(step.reason for step in self.steps)

    @property
    def would_raise(self) -> tuple[str, ...]:
        """What would make it more certain; each sentence once."""
        wanted = (step.would_raise for step in self.steps)
        return tuple(dict.fromkeys(one for one in wanted if one))


class Contrary(NamedTuple):
    """A source that found otherwise, and how its studies were made."""

    key: str
    designs: tuple[Design, ...]
    """Of its statistics in the store, else the one named; empty when neither is."""
    name: str
    """Authors and year."""


class Standing(NamedTuple):
    """What a rating depends on and the statistic does not hold itself."""

    source_type: str
    """The CSL type of the source, such as ``article-journal``."""
    contrary: tuple[Contrary, ...] = ()
    """The sources it names as contrary."""
    effect: Certainty | None = None
    """The certainty of the effect that an economic claim rests on."""


def contrary_to(
    statistic: Statistic,
    designs: Callable[[str], tuple[Design, ...]],
    name: Callable[[str], str],
) -> tuple[Contrary, ...]:
    """The sources it names as contrary; ``designs`` are those the store holds of a key.

    Where it holds none, the design that the link itself names stands in. ``name`` gives
    a source's authors and year. A link to its own source is no other voice (L06).
    """
    return tuple(
        Contrary(
            one.key,
            designs(one.key) or ((one.design,) if one.design else ()),
            name(one.key),
        )
        for one in statistic.see_also
        if one.relation == "contrary" and one.key != statistic.source.key
    )
