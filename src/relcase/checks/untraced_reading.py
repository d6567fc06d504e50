"""P03 untraced reading: a source said to be read, without saying where.

"The full text was read" is worth what can be repeated. Give the page it was read on as
`url`, or in `note` the edition or file, so that the next person opens the same text.

Bad:
    verification: {level: full_text, on: 2025-06-30}
Good:
    verification: {level: full_text, on: 2025-06-30, note: printed report of March 2019}
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.problem import Finding, Rule
from relcase.domain.vocabulary import spoken

RULE = Rule("P03", "untraced reading", "warning")

_READ = {"full_text", "abstract"}


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """A reading of the source itself with neither address nor note."""
    reading = placed.entry.verification
    if reading.url or reading.note or reading.level not in _READ:
        return
    message = f"{spoken(reading.level)}, but it is not said where"
    hint = "Add the `url` it was read at, or a `note`."
    yield placed.finding("P03", "warning", message, "verification", "level", hint=hint)
