"""V01 superseded by nothing: an entry replaced by a source it does not name.

Whoever still has the old number on a slide should find the new one from it. Name the
newer source in `see_also` with `relation: lineage`.

Bad:
    status: superseded
Good:
    status: superseded
    see_also:
      - {key: wang2023, relation: lineage}
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.problem import Finding, Rule

RULE = Rule("V01", "superseded by nothing", "info")


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """A superseded entry without the source that took its place."""
    entry = placed.entry
    if entry.status != "superseded":
        return
    if not any(other.relation == "lineage" for other in entry.see_also):
        message = "superseded, but it is not said by what"
        hint = "Name the newer source in `see_also` with `relation: lineage`."
        yield placed.finding("V01", "info", message, "status", hint=hint)
