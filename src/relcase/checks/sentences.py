"""The rules of wording, put to the sentences of a store.

They judge what a headline, a claim and the better version of a popular one say about
the figures. A rule that reads sentences can be wrong, so here it warns, keeps no entry
out of an answer, and what is looked at and let stand goes into ``acknowledged``.
"""

from collections.abc import Iterator

from relcase.domain.corpus import Placed
from relcase.domain.evidence import Statistic
from relcase.domain.problem import Finding, Severity, Step
from relcase.domain.vocabulary import Certainty
from relcase.domain.wording.facts import Facts
from relcase.domain.wording.rules import judged
from relcase.domain.wording.wrong import Wrong

_PAGE = "See the rule: relcase store rules {}"


def sentence_findings(
    placed: Placed, certainty: Certainty | None = None
) -> Iterator[Finding]:
    """What is wrong with the sentences of a statistic, at the fields that hold them."""
    entry = placed.entry
    if not isinstance(entry, Statistic):
        return
    facts = Facts(entry)
    for sentence, at in _sentences(entry):
        for wrong in judged(sentence, facts, certainty):
            if wrong.rule not in entry.acknowledged:
                yield _finding(placed, wrong, sentence, at)


def _sentences(statistic: Statistic) -> Iterator[tuple[str, tuple[Step, ...]]]:
    yield statistic.headline, ("headline",)
    yield statistic.claim, ("claim",)
    for number, said in enumerate(statistic.said):
        yield said.better, ("said", number, "better")


def _finding(
    placed: Placed, wrong: Wrong, sentence: str, at: tuple[Step, ...]
) -> Finding:
    better = wrong.better if wrong.better != sentence else None
    hint = _PAGE.format(wrong.rule)
    if better is not None and better.endswith("."):
        hint = f"Better: {better}"
    elif better is not None:
        hint = f"Instead of “{sentence[wrong.start : wrong.end]}”: “{better}”"
    message = wrong.message.rstrip(".")
    severity: Severity = "info" if wrong.severity == "info" else "warning"
    return placed.finding(wrong.rule, severity, message, *at, hint=hint)
