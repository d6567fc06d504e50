"""S13 no caveat: a statistic that does not say where it stops.

The first caveat is printed beside the number, so that nobody needs to be asked. No
study is without one: what the design cannot show, who was studied, what was not read.

Bad:
    caveats: []
Good:
    caveats:
      - Shows that the two go together; it cannot show which causes which.
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Statistic
from relcase.domain.problem import Finding, Rule

RULE = Rule("S13", "no caveat", "error")


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """A statistic whose first caveat is missing or blank."""
    entry = placed.entry
    if not isinstance(entry, Statistic):
        return
    if not entry.caveats or not entry.caveats[0].strip():
        message = "the statistic has no caveat"
        hint = "Say in at most 25 words what the number cannot show."
        yield placed.finding("S13", "error", message, "caveats", hint=hint)
