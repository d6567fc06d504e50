"""What stands together in a report: on a slide, or from a heading to the next."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from relcase.domain.passage import Passage
from relcase.domain.wording.corrections import warns

_SLIDE = re.compile(r"slide (\d+)\b")


class Section(NamedTuple):
    """A part of a report; 0 is what stands before its first heading."""

    number: int
    is_slide: bool = False
    is_warning: bool = False
    """Whether its heading says that what stands there is not to be said."""


def sections(passages: Sequence[Passage]) -> list[Section]:
    """The part that each passage belongs to; a slide has its notes with it."""
    found: list[Section] = []
    headings, warning = 0, False
    for one in passages:
        if slide := _SLIDE.match(one.places.words):
            found.append(Section(int(slide[1]), is_slide=True))
            continue
        if one.kind == "heading":
            headings, warning = headings + 1, warns(one.text)
        found.append(Section(headings, is_warning=warning))
    return found
