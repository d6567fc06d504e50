"""What the sentences of a report go on about, followed from one to the next."""

from collections.abc import Sequence

from relcase.domain.report.attribution import About, Hints
from relcase.domain.report.parts import Part
from relcase.domain.report.sections import Section
from relcase.domain.report.splitting import stems

_CLAIM = 4
"""Words that carry meaning, from which those that go on about an entry can claim something."""


class Thread:
    """The entries that the sentences so far were about."""

    def __init__(self) -> None:
        self.topic: tuple[int, ...] = ()
        """Those that the section at hand is about."""
        self._before: tuple[int, ...] = ()
        self._passage = -1
        self._section: Section | None = None
        self._row: tuple[int, int] = (0, 0)
        self._in_row: tuple[int, ...] = ()

    def leads_to(self, passage: int, section: Section) -> bool:
        """Whether what was told so far may tell what stands next in a passage."""
        goes_on = bool(self._before) and self._passage == passage
        return self._section == section and (goes_on or bool(self.topic))

    def hints(self, part: Part) -> Hints:
        """What the surroundings of the next part tell, and what stands before it."""
        if self._section != part.section:
            self._section, self.topic = part.section, ()
        if self._passage != part.passage:
            self._passage, self._before = part.passage, self.topic
        if part.is_answer and self.topic:  # whatever sources it names besides
            return Hints(before=self.topic)
        return part.hints._replace(before=self._before) if self._before else part.hints

    def goes_on(self, part: Part, meant: Sequence[About]) -> bool:
        """Whether a part only goes on about the topic, and cannot go too far itself.

        A number alone, or the name of a group, cannot.
        """
        if not self.topic or part.hints.cited:
            return False
        plainly = any(one.surely or one.versions for one in meant)
        return not plainly and len(stems(part.text)) < _CLAIM

    def follow(self, part: Part, meant: Sequence[About]) -> None:
        """Takes note of what a part is about."""
        self._before = tuple(one.subject for one in meant)
        if not self.topic and _is_topic(part, meant):
            self.topic = self._before

    def in_row(self, hints: Hints, row: tuple[int, int]) -> Hints:
        """What is around a cell, and what stands before it in its row."""
        return hints._replace(before=self._in_row) if row == self._row else hints

    def follow_row(self, row: tuple[int, int], meant: About) -> None:
        """Takes note of what a cell of a row is about, if its number is the record's."""
        self._row, self._in_row = row, (meant.subject,)


def _is_topic(part: Part, meant: Sequence[About]) -> bool:
    """Whether what stands under a sentence goes on about its entry.

    So it is under a heading in our words, and on a slide that tells of an entry.
    """
    if part.section.is_slide:
        return any(one.own or one.like or one.surely for one in meant)
    return part.is_heading and any(one.own or one.like for one in meant)
