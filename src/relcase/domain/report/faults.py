"""What is wrong with a number or a claim, fault by fault, each with the rule it breaks.

A trial tells all the faults of a number together. Who lets one of them stand has the
others told still, so they are taken apart here.
"""

from collections.abc import Iterator

from relcase.domain.report.findings import Fault
from relcase.domain.report.numbers.trials import Judged, Trial
from relcase.domain.wording.wrong import Wrong


def of_number(one: Judged, trial: Trial) -> tuple[Fault, ...]:
    """The faults of a number, in the order they are told in; none without a rule."""
    if not one.rule:
        return ()
    if one.verdict != "misworded":
        return (Fault(one.rule, one.advice),)
    places = {one.advice.find(known.message): known for known in _known(trial)}
    faults: list[Fault] = []
    at = 0
    for start, known in sorted(places.items()):
        if start < at:  # told otherwise, or within another
            continue
        faults += _rest(one, at, start)
        faults.append(known)
        at = start + len(known.message)
    return (*faults, *_rest(one, at, None)) or (Fault(one.rule, one.advice),)


def _rest(one: Judged, start: int, end: int | None) -> Iterator[Fault]:
    """What is told there by no rule that finds it again."""
    if message := one.advice[start:end].strip():
        yield Fault(one.rule, message)


def of_claim(wrong: Wrong, trial: Trial) -> tuple[Fault, ...]:
    """The faults of words without a number: of a popular version, those on record."""
    recorded = (one.problems for one in trial.versions if one.faults == wrong.message)
    found = next(recorded, ()) or (wrong,)
    return tuple(Fault(one.rule, one.message.rstrip(".")) for one in found)


def _known(trial: Trial) -> Iterator[Fault]:
    """What may be wrong: as recorded of popular versions, and as the rules find."""
    for version in trial.versions:
        for known in version.problems:
            yield Fault(known.rule, known.message)
    for wrong in trial.found:
        yield Fault(wrong.rule, wrong.message)
