"""Which entries make a case to somebody, and why: chosen, never invented.

What is about the thing that is asked for comes first, and what is about the outcomes that
somebody named; among these what is surest, then what is nearest to the place. One study
speaks once. What was found otherwise is chosen with the same care, because a case that
hides it is lost at the first question; if it is about the very same thing, it stands
beside what speaks for it.
"""

from relcase.domain.persuade.contrary import against, beside
from relcase.domain.persuade.nearness import Seen, belongs, near
from relcase.domain.persuade.speaking import Numbers, missed, numbers
from relcase.domain.persuade.told import actions, barrier, definition, story
from relcase.domain.persuade.wishes import Choice, Wishes

__all__ = [
    "Choice",
    "Numbers",
    "Seen",
    "Wishes",
    "actions",
    "against",
    "barrier",
    "belongs",
    "beside",
    "definition",
    "missed",
    "near",
    "numbers",
    "story",
]
