"""The plan of a case: what is asked of whom, and which entries say why.

Plain frozen dataclasses, like the entries: the store validates them from outside and
refuses fields that are not here. The order of the sections is the order of the
document.
"""

from dataclasses import dataclass, replace
from typing import Literal, get_args

from relcase.domain.evidence import Closed
from relcase.domain.vocabulary import Length

Audience = Literal["commissioner", "funder", "manager", "trustee", "team", "myself"]
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
Part = Literal["ask", "why", "evidence", "story", "barriers", "actions", "unknowns"]
PARTS: tuple[Part, ...] = get_args(Part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Closed):
    """One section: its heading, your own words, and the entries under them."""

    title: str
    """The heading."""
    part: Part | None = None
    """Which part of a case it is; left out for a section of your own."""
    text: str = ""
    """Your own words, in Markdown: paragraphs, lists, emphasis and links."""
    entries: tuple[str, ...] = ()
    """Ids of the entries it rests on, in the order they are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Closed):
    """A case before it is built: for whom, what is asked, and section by section why."""

    title: str
    """The title of the document."""
    audience: Audience
    """Who is to decide or to read it."""
    ask: str
    """The decision that is wanted, in a sentence."""
    sections: tuple[Section, ...]
    """The sections, in the order they are printed."""
    sector: tuple[str, ...] = ()
    """The sector it is about, or a list of several; without one, any."""
    cares: tuple[str, ...] = ()
    """What the audience cares about: outcome tags of the store."""
    place: str | None = None
    """Where it is, the country last, as `Leeds, England`."""
    length: Length = "long"
    """Length of the sentences made from the records: `short` or `long`."""

    def of_part(self, part: Part) -> tuple[Section, ...]:
        """The sections that are this part of the case."""
        return tuple(one for one in self.sections if one.part == part)

    def with_length(self, length: Length) -> "Plan":
        """The same with sentences of this length."""
        return replace(self, length=length)

    @property
    def ids(self) -> tuple[str, ...]:
        """The entries of all sections, each once, in the order they are first told."""
        named = (entry for section in self.sections for entry in section.entries)
        return tuple(dict.fromkeys(named))
