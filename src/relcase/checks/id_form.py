"""S06 ill-formed id: an id that is not small letters, digits and single hyphens.

Ids are typed at a prompt, stand in addresses and in file names, and never change. So
they are made of a to z, 0 to 9 and hyphens between words, nothing else.

Bad:
    id: Loneliness_&_Health (2015)
Good:
    id: loneliness-and-health-2015
"""

import re
from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.problem import Finding, Rule

RULE = Rule("S06", "ill-formed id", "error")

_is_slug = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*").fullmatch
_others = re.compile("[^a-z0-9]+")


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """An id that is not a slug."""
    given = placed.entry.id
    if _is_slug(given):
        return
    slug = _others.sub("-", given.lower()).strip("-")
    hint = f"Write '{slug}'." if slug else "Write a few plain words with hyphens."
    message = f"the id '{given}' is not small letters, digits and single hyphens"
    yield placed.finding("S06", "error", message, "id", hint=hint)
