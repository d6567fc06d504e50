"""What is told of a sentence after its trial: its numbers, and its claims."""

from collections.abc import Iterator

from relcase.domain.report.faults import of_claim, of_number
from relcase.domain.report.findings import Claim, Number, Words
from relcase.domain.report.layout.parts import Part
from relcase.domain.report.numbers.trials import Judged, Trial
from relcase.domain.wording.numerals import Numeral, numerals
from relcase.domain.wording.wrong import Wrong

_OF_STYLE = frozenset({"M12", "M16"})
"""Rules that ask for more to be said; a report is free to say it elsewhere."""
_OF_SCOPE = frozenset({"M09"})
"""A rule on who and what was studied, which a heading has no room to say in full."""


def strangers(part: Part) -> Iterator[Number]:
    """The numbers of a sentence that is not ours."""
    for one in numerals(part.text):
        if one.kind not in ("year", "level") and _is_in(one, part):
            yield _number(part, Judged(one, "not_ours"))


def numbers(
    part: Part, trial: Trial, *, stale: str, unsourced: str
) -> Iterator[Number]:
    """The numbers of a sentence of ours.

    ``stale`` says why its entry should not be relied on, ``unsourced`` which source it is
    without; each is empty where there is no such thing to say.
    """
    for one in trial.numbers:
        if _is_in(one.numeral, part):
            yield _number(part, _final(one, part, trial, stale, unsourced), trial)


def _is_in(one: Numeral, part: Part) -> bool:
    """Whether a number stands in the part, and not in a line that is read with it."""
    return part.start + one.start < part.sentence.end


def _final(one: Judged, part: Part, trial: Trial, stale: str, unsourced: str) -> Judged:
    in_our_words = trial.about.own or trial.about.like
    theirs = (part.is_answer and not in_our_words) or part.is_quoted
    if theirs and one.verdict == "differs":
        return Judged(one.numeral, "not_ours")  # worked out by somebody
    if one.verdict == "matches" and stale:
        return one._replace(verdict="stale", rule="D02", advice=stale)
    if one.verdict == "matches" and unsourced:
        return one._replace(verdict="unsourced", rule="D03", advice=unsourced)
    return one


def _number(part: Part, one: Judged, trial: Trial | None = None) -> Number:
    at = part.start
    start, end = at + one.numeral.start, at + one.numeral.end
    beyond = max(end - part.sentence.end, 0)  # a unit that the head of a column has
    unit = one.numeral.text[len(one.numeral.text) - beyond :]
    found = Number(
        Words(part.passage, start, end - beyond),
        Words(part.passage, *part.sentence),
        one.verdict,  # type: ignore[arg-type]  # the names are the same
        instead=one.instead and one.instead.removesuffix(unit),
    )
    if trial is None or one.verdict == "not_ours":
        return found
    better = ""
    if one.verdict in ("differs", "misworded"):
        better = _better_version(one, trial) or _better(trial, one.numeral.start)
    return found._replace(
        entry=trial.subject.entry.id,
        faults=of_number(one, trial),
        say=better,
    )


def claims(part: Part, trial: Trial) -> Iterator[Claim]:
    """What is wrong with a sentence and belongs to no number."""
    if part.is_large:
        return
    faulty = any(one.verdict in ("differs", "misworded") for one in trial.numbers)
    for wrong in trial.wrongs:
        if faulty and wrong.rule in _OF_STYLE:
            continue  # the sentence that is offered for the number says it as well
        yield _claim(part, trial, wrong)


def _claim(part: Part, trial: Trial, wrong: Wrong) -> Claim:
    has_room = not part.is_heading or wrong.better  # one of ours, with a word changed
    mild = wrong.rule in _OF_STYLE or (wrong.rule in _OF_SCOPE and not has_room)
    first, *others = of_claim(wrong, trial)
    return Claim(
        Words(part.passage, part.start + wrong.start, part.start + wrong.end),
        first.rule,
        "info" if mild else wrong.severity,
        first.message,
        f"Say: {_better(trial, wrong.start)}",
        trial.subject.entry.id,
        Words(part.passage, *part.sentence),
        fault=wrong.severity == "error" and not mild,
        more=tuple(others),
    )


def _better_version(one: Judged, trial: Trial) -> str:
    """What a person wrote in the place of a popular version with the same number.

    The sentence that the record allows may be of another figure. Empty where the sentence
    repeats a popular version, or none has the number.
    """
    if one.verdict != "misworded" or trial.versions:
        return ""
    return next(
        (
            said.better
            for said in trial.subject.said
            for number in numerals(said.words)
            if (number.kind, number.value) == (one.numeral.kind, one.numeral.value)
        ),
        "",
    )


def _better(trial: Trial, start: int) -> str:
    """The honest sentence: that of the popular version there, or the entry's own."""
    for one in trial.versions:
        if one.start <= start <= one.end:
            return one.said.better
    if len(trial.versions) == 1:
        return trial.versions[0].said.better
    return trial.subject.honest
