"""What the check of a report finds: its numbers with verdicts, and its problems."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from relcase.domain.problem import Severity

Verdict = Literal[
    "matches", "differs", "misworded", "stale", "unsourced", "not_ours", "silenced"
]
VERDICTS: tuple[Verdict, ...] = (
    *("matches", "differs", "misworded", "stale", "unsourced", "silenced", "not_ours"),
)
FAULTS: tuple[Verdict, ...] = ("differs", "misworded", "stale")
"""The verdicts that make the answer no."""


class Words(NamedTuple):
    """Some words of a passage: its number in the report, and where in it they are."""

    passage: int
    start: int
    end: int


class Number(NamedTuple):
    """A number of a sentence, and what it is held to be."""

    words: Words
    sentence: Words
    verdict: Verdict
    entry: str | None = None
    rule: str = ""
    """The rule that a fault breaks."""
    advice: str = ""
    """What is wrong, and what can be said; empty where nothing is."""
    instead: str | None = None
    """The same number as the record has it, where it can stand in its place as it is."""


class Claim(NamedTuple):
    """Something wrong that is no number: words of a sentence, or the report's citations."""

    words: Words
    rule: str
    severity: Severity
    message: str
    hint: str | None = None
    entry: str | None = None
    sentence: Words | None = None
    fault: bool = False
    """Whether a claim about our evidence is faulty, and the answer therefore no."""


class Findings(NamedTuple):
    """All that was found in one report, in the order of its text."""

    numbers: tuple[Number, ...] = ()
    claims: tuple[Claim, ...] = ()

    @property
    def faulty(self) -> bool:
        """Whether something differs from the record, is misworded or stale."""
        return any(one.verdict in FAULTS for one in self.numbers) or any(
            one.fault or one.severity == "error" for one in self.claims
        )


def counted(numbers: Sequence[Number]) -> dict[str, int]:
    """How many numbers have each verdict; those that are not ours only where there are."""
    counts = Counter(one.verdict for one in numbers)
    shown = [
        one for one in VERDICTS if counts[one] or one not in ("silenced", "not_ours")
    ]
    return {one: counts[one] for one in shown}
