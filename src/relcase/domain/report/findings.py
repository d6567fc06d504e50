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


class Fault(NamedTuple):
    """One thing that is wrong, and the rule that it breaks."""

    rule: str
    message: str


class Number(NamedTuple):
    """A number of a sentence, and what it is held to be."""

    words: Words
    sentence: Words
    verdict: Verdict
    entry: str | None = None
    faults: tuple[Fault, ...] = ()
    """What is wrong; none where nothing is."""
    say: str = ""
    """What can be said instead; empty where that need not be said."""
    instead: str | None = None
    """The same number as the record has it, where it can stand in its place as it is."""

    @property
    def rule(self) -> str:
        """The rule that the first fault breaks."""
        return self.faults[0].rule if self.faults else ""

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that its faults break, each once."""
        return tuple(dict.fromkeys(one.rule for one in self.faults))

    @property
    def message(self) -> str:
        """All that is wrong."""
        return " ".join(one.message for one in self.faults)

    @property
    def advice(self) -> str:
        """What is wrong, and what can be said; empty where nothing is."""
        return f"{self.message} Say: {self.say}" if self.say else self.message


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
    more: tuple[Fault, ...] = ()
    """What else is wrong with the same words."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All that is wrong with the words."""
        return Fault(self.rule, self.message), *self.more

    @property
    def verdict(self) -> str:
        """What a faulty claim is called; of what is no fault, how bad it is."""
        return _CALLED.get(self.rule, "misworded") if self.fault else self.severity


_CALLED: dict[str, Verdict] = {"D01": "differs", "D02": "stale"}
"""What a faulty claim is called, where its words are not at fault."""


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
