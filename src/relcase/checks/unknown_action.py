"""L01 unknown action: a barrier answered by an action that is not there.

`answers` leads from what stands in the way to what can be done about it. Each must be
the id of an entry under `actions`, in this store or in one it is laid over.

Bad:
    barriers:
      - answers: [share-budget]
    actions:
      - id: share-budgets
Good:
    barriers:
      - answers: [share-budgets]
    actions:
      - id: share-budgets
"""

from collections.abc import Iterator

from relcase.checks.nearest import did_you_mean
from relcase.domain.corpus import Corpus, Surroundings
from relcase.domain.evidence import Action, Barrier
from relcase.domain.problem import Finding, Rule

RULE = Rule("L01", "unknown action", "error")


def check_corpus(corpus: Corpus, around: Surroundings) -> Iterator[Finding]:
    """Every answer to a barrier that is not the id of an action."""
    entries = [placed.entry for placed in corpus.placed]
    actions = {entry.id: entry for entry in entries if isinstance(entry, Action)}
    for placed in corpus.placed:
        if not isinstance(placed.entry, Barrier):
            continue
        for number, answer in enumerate(placed.entry.answers):
            if answer not in actions:
                otherwise = "Add the action, or mend the mistakes that keep it out."
                hint = did_you_mean(answer, actions, otherwise)
                message = f"there is no action '{answer}'"
                at = ("answers", number)
                yield placed.finding("L01", "error", message, *at, hint=hint)
