"""The kinds of entry that are told in words."""

from dataclasses import dataclass
from typing import ClassVar

from relcase.domain.evidence.entry import Entry
from relcase.domain.vocabulary import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Entry):
    """What relationship-centred work looks like in one place: an illustration."""

    kind: ClassVar[Kind] = "story"

    text: str
    """What happens there, in our words."""
    organisation: str | None = None
    """Whose work it is."""
    people: tuple[str, ...] = ()
    """People who are named."""
    place: str | None = None
    """Where, in words."""
    countries: tuple[str, ...] = ()
    """Where, as two-letter ISO codes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Entry):
    """Somebody's own words, at most 25 of them."""

    kind: ClassVar[Kind] = "quote"

    text: str
    """Somebody's own words, at most 25, without quotation marks."""
    speaker: str | None = None
    """Who said or wrote them."""
    role: str | None = None
    """What the speaker is or was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Entry):
    """What a term means, in our words."""

    kind: ClassVar[Kind] = "definition"

    text: str
    """What the term means, in our words."""
    term: str
    """The term."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Barrier(Entry):
    """What stands in the way, and the actions that answer it."""

    kind: ClassVar[Kind] = "barrier"

    text: str
    """What stands in the way, in our words."""
    answers: tuple[str, ...] = ()
    """Ids of the actions that answer it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Entry):
    """Something that can be done, and by whom."""

    kind: ClassVar[Kind] = "action"

    text: str
    """What can be done, in our words."""
    who: tuple[str, ...] = ()
    """Who can do it."""
