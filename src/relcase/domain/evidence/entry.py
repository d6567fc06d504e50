"""What every kind of entry has, and the words of a store that it is filed under."""

from dataclasses import dataclass, field
from typing import ClassVar

from relcase.domain.vocabulary import (
    Design,
    Kind,
    Polarity,
    Relation,
    Status,
    Verified,
)


class Closed:
    """Mark for the validator at the door: a field that is not named here is a mistake."""

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Closed):
    """Where an entry comes from: a BibTeX key, and where in that work."""

    key: str
    """Citation key of the source, as in `references.bib`."""
    locator: str | None = None
    """Where in that work: a page, table or section."""
    quote: str | None = None
    """The words of the source that hold the number: at most 25, copied exactly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification(Closed):
    """How far the source was read by us, when, on which page, and what was not read."""

    level: Verified
    """How far we read the source itself."""
    on: str
    """Day of the reading, as `2026-01-31`."""
    url: str | None = None
    """Page it was read on."""
    note: str | None = None
    """What was read and what was not; the edition, when there is no page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeAlso(Closed):
    """Another source that bears on the entry, and how."""

    key: str
    """Citation key of the other source."""
    relation: Relation
    """What it is to this entry."""
    design: Design | None = None
    """How that study was made, where the store holds no statistic from it."""
    note: str | None = None
    """What it found, in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Closed):
    """What every kind of entry has."""

    kind: ClassVar[Kind]

    id: str
    """Name of the entry for good: `a-z`, `0-9` and single hyphens."""
    headline: str
    """At most 20 words; of a statistic a full sentence, safe to say alone."""
    sectors: tuple[str, ...]
    """Sectors it belongs to, by id; `[any]` for an entry that holds everywhere."""
    source: Source
    """Where it comes from."""
    verification: Verification
    """How far the source was read, when, and on which page."""
    caveats: tuple[str, ...] = ()
    """What a fair reader should know; the first, at most 25 words, is printed."""
    status: Status = "active"
    """Whether it is in use; what is not is listed with `--all` only."""
    review_by: str | None = None
    """Day by which somebody should look at the source again."""
    see_also: tuple[SeeAlso, ...] = ()
    """Other sources that bear on it."""
    acknowledged: dict[str, str] = field(default_factory=dict)
    """Rules that somebody looked at and lets stand here: the rule, then the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector(Closed):
    """A field of work an entry belongs to."""

    id: str
    """What `--sector` takes."""
    name: str
    """The name on screen."""
    description: str
    """What belongs to it."""
    aliases: tuple[str, ...] = ()
    """Other words that `--sector` takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Closed):
    """A thing that is measured, and whether more of it is good or bad."""

    id: str
    """What `--outcome` takes."""
    name: str
    """The name on screen."""
    polarity: Polarity
    """Whether more of it is good or bad."""
    group: str | None = None
    """The broad kind it belongs to, which is its column in a map of the evidence."""
