"""A01 groups do not add up: the people in them are not all that were studied.

The people of all `groups`, and those `missing` from the analysis, are together the
`participants`. Where the source itself does not add up, count what is left as `missing`
or say so in a caveat and acknowledge the rule.

Bad:
    sample:
      participants: 441
      groups:
        - {name: peer support, participants: 218}
        - {name: workbook alone, participants: 216}
Good:
    sample:
      participants: 441
      groups:
        - {name: peer support, participants: 218}
        - {name: workbook alone, participants: 216}
      missing: 7
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Statistic
from relcase.domain.problem import Finding, Rule

RULE = Rule("A01", "groups do not add up", "error")


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """Groups that are together more or fewer than the participants."""
    entry = placed.entry
    sample = entry.sample if isinstance(entry, Statistic) else None
    if sample is None or not sample.groups or sample.participants is None:
        return
    together = sum(group.participants for group in sample.groups)
    missing = sample.missing or 0
    if together + missing != sample.participants:
        added = f"{together:,} and {missing:,} missing" if missing else f"{together:,}"
        message = f"the groups hold {added}, not {sample.participants:,}"
        hint = "Check the numbers; who is in no group goes into `missing`."
        yield placed.finding(
            "A01", "error", message, "sample", "participants", hint=hint
        )
