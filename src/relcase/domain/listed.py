"""An entry as listings need it: the columns of the index, nothing to decode.

A query answers with these; the whole record is read only by what shows all of it.
"""

from typing import NamedTuple

from relcase.domain.vocabulary import (
    Certainty,
    Direction,
    Kind,
    Length,
    Measure,
    Stance,
    Status,
    Use,
    Verified,
)


class Lead(NamedTuple):
    """The leading figure of a statistic, as its source prints it."""

    label: str
    measure: Measure
    estimate: str
    low: str | None
    high: str | None
    level: str | None
    unit: str | None
    group: str | None
    reference_group: str | None
    reference_value: str | None
    denominator: str | None


class Listed(NamedTuple):
    """One entry of an answer, in the order of the index's columns."""

    id: str
    kind: Kind
    store: str
    status: Status
    headline: str
    body: str
    """The exact claim of a statistic; the text of any other kind."""
    caveat: str | None
    use: Use | None
    stance: Stance | None
    certainty: Certainty | None
    verified: Verified
    byline: str | None
    """Whose words a quotation is, whose story, which term, who should act."""
    direction: Direction | None
    outcomes: str | None
    """Tags of what was measured, the main one first, with spaces between."""
    sectors: str | None
    """Sectors of a statistic, with spaces between."""
    contrary: str | None
    """Keys of the sources that its record names as contrary, with spaces between."""
    short: str | None
    """The sentence that a statistic allows, to say."""
    long: str | None
    """The same, to print."""
    source: str
    locator: str | None
    author_date: str
    year: int | None
    doi: str | None
    url: str | None
    lead: Lead | None

    @property
    def outcome_tags(self) -> tuple[str, ...]:
        """What was measured, the main one first."""
        return tuple((self.outcomes or "").split())

    @property
    def sector_ids(self) -> tuple[str, ...]:
        """The sectors of a statistic."""
        return tuple((self.sectors or "").split())

    def said(self, say: Length | None) -> tuple[str, str] | None:
        """The generated sentence of this length: what was found, then how it concludes.

        ``None`` where there is none, or no length is asked for.
        """
        words = {"short": self.short, "long": self.long}.get(say or "")
        if not words:
            return None
        found, stop, rest = words.partition(". ")
        return found + stop.strip(), rest

    def marked(self, words: str) -> str:
        """Words of the entry, with a warning before them when it is no longer used."""
        if self.status == "active":
            return words
        return f"{self.status.capitalize()}: {words}"
