"""S15 unknown rule of wording: a rule in `said` that there is not.

What is wrong with a popular version of a claim is named by a rule of wording, so that
the same fault has the same name everywhere. `relcase store rules` lists them.

Bad:
    said:
      - source: null
        words: Friendship doubles your chance of survival.
        verbatim: false
        problems:
          - {rule: M99, message: The odds are not the chance.}
        better: People with more friends had higher odds of being alive.
Good:
    said:
      - source: null
        words: Friendship doubles your chance of survival.
        verbatim: false
        problems:
          - {rule: M02, message: The odds are not the chance.}
        better: People with more friends had higher odds of being alive.
"""

from collections.abc import Iterator

from relcase.checks.nearest import did_you_mean
from relcase.domain.corpus import Placed, Surroundings
from relcase.domain.evidence import Statistic
from relcase.domain.problem import Finding, Rule
from relcase.domain.wording.meanings import WORDING_RULES

RULE = Rule("S15", "unknown rule of wording", "error")


def check_entry(placed: Placed, around: Surroundings) -> Iterator[Finding]:
    """The entry's rules of wording that do not exist."""
    if not isinstance(placed.entry, Statistic):
        return
    for number, said in enumerate(placed.entry.said):
        for place, problem in enumerate(said.problems):
            if problem.rule not in WORDING_RULES:
                message = f"there is no rule of wording '{problem.rule}'"
                hint = did_you_mean(
                    problem.rule, WORDING_RULES, "To see them: relcase store rules"
                )
                at = ("said", number, "problems", place, "rule")
                yield placed.finding("S15", "error", message, *at, hint=hint)
