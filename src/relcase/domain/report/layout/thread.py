"""What the sentences of a report go on about, followed from one to the next."""

from collections.abc import Mapping, Sequence

from relcase.domain.report.attribution.about import About, Hints
from relcase.domain.report.layout.parts import Part
from relcase.domain.report.layout.sections import Section
from relcase.domain.report.words.splitting import stems

_CLAIM = 4
"""Words that carry meaning, from which those that go on about an entry can claim something."""


class Thread:
    """The entries that the sentences so far were about."""

    def __init__(self, leads: Mapping[int, int]) -> None:
        self.topic: tuple[int, ...] = ()
        """Those that the section at hand is about."""
        self.leads = leads
        """For each item of a list, the passage that leads to it."""
        self._told: dict[int, tuple[int, ...]] = {}
        self._before: tuple[int, ...] = ()
        self._passage = -1
        self._section: Section | None = None
        self._row: tuple[int, int] = (0, 0)
        self._in_row: tuple[int, ...] = ()

    def leads_to(self, passage: int, section: Section) -> bool:
        """Whether what was told so far may tell what stands next in a passage."""
        goes_on = bool(self._before) and self._passage == passage
        led = self._led(passage)
        return self._section == section and (goes_on or bool(self.topic or led))

    def hints(self, part: Part) -> Hints:
        """What the surroundings of the next part tell, and what stands before it."""
        if self._section != part.section:
            self._section, self.topic = part.section, ()
        if self._passage != part.passage:
            self._passage = part.passage
            self._before = self.topic or self._led(part.passage)
        if part.is_answer and self.topic:  # whatever sources it names besides
            return Hints(before=self.topic)
        return part.hints._replace(before=self._before) if self._before else part.hints

    def goes_on(self, part: Part, meant: Sequence[About]) -> bool:
        """Whether a part only goes on about the topic, and cannot go too far itself.

        A number alone, or the name of a group, cannot.
        """
        led = self._led(part.passage)
        if not (self.topic or led) or part.hints.cited:
            return False
        plainly = any(one.surely or one.versions for one in meant)
        if led and not plainly:
            return True
        return not plainly and len(stems(part.text)) < _CLAIM

    def follow(self, part: Part, meant: Sequence[About]) -> None:
        """Takes note of what a part is about."""
        self._before = self._told[part.passage] = tuple(one.subject for one in meant)
        if not self.topic and _is_topic(part, meant):
            self.topic = self._before

    def in_row(self, hints: Hints, row: tuple[int, int]) -> Hints:
        """What is around a cell, and what stands before it in its row."""
        return hints._replace(before=self._in_row) if row == self._row else hints

    def follow_row(self, row: tuple[int, int], meant: About) -> None:
        """Takes note of what a cell of a row is about, if its number is the record's."""
        self._row, self._in_row = row, (meant.subject,)

    def lose(self, part: Part) -> None:
        """Takes note that a part is about none."""
        self._told.pop(part.passage, None)

    def _led(self, passage: int) -> tuple[int, ...]:
        """The entries of the sentence that leads to an item of a list."""
        return self._told.get(self.leads.get(passage, -1), ())


def _is_topic(part: Part, meant: Sequence[About]) -> bool:
    """Whether what stands under a sentence goes on about its entry.

    So it is under a heading in our words, and on a slide that tells of an entry.
    """
    if part.section.is_slide:
        return any(one.own or one.like or one.surely for one in meant)
    return part.is_heading and any(one.own or one.like for one in meant)
